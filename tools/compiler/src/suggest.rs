//! "Did you mean": the nearest of the names that would have been right.

/// Longer texts are no slips of a short name, and comparing them costs time.
const LONGEST: usize = 64;

/// The nearest name, if it is near enough to be what was meant.
pub(crate) fn nearest<'a>(
    found: &str,
    names: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    if found.len() > LONGEST {
        return None;
    }
    let near = |name: &&str| name.len() <= LONGEST && *name != found;
    names
        .into_iter()
        .filter(near)
        .map(|name| {
            (
                strsim::osa_distance(&found.to_lowercase(), &name.to_lowercase()),
                name,
            )
        })
        .filter(|(distance, name)| *distance <= (name.chars().count() / 3).max(1))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

/// "did you mean `x`?", or what `otherwise` says.
pub(crate) fn did_you_mean<'a>(
    found: &str,
    names: impl IntoIterator<Item = &'a str>,
    otherwise: impl FnOnce() -> String,
) -> String {
    nearest(found, names).map_or_else(otherwise, |name| format!("did you mean `{name}`?"))
}

/// "`a`, `b` or `c`"; long lists are cut.
pub(crate) fn one_of<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    const MOST: usize = 12;
    let mut names: Vec<String> = names.into_iter().map(|name| format!("`{name}`")).collect();
    if names.len() > MOST {
        let more = names.len() - MOST;
        names.truncate(MOST);
        return format!("{} and {more} more", names.join(", "));
    }
    match names.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
        _ => names.join(""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_near_name_is_meant() {
        let names = ["prompt", "explanation", "choices", "id"];
        assert_eq!(nearest("promt", names), Some("prompt"));
        assert_eq!(nearest("Explanations", names), Some("explanation"));
        assert_eq!(nearest("di", names), Some("id"));
        assert_eq!(nearest("feedback", names), None);
    }

    #[test]
    fn a_list_reads_as_a_sentence() {
        assert_eq!(one_of(["a"]), "`a`");
        assert_eq!(one_of(["a", "b", "c"]), "`a`, `b` or `c`");
    }
}
