//! Categories, which become modules: `$course$/top/Default for X/Access control`.

/// The names on a category's path, without those that Moodle puts there. `//` is a slash.
pub(super) fn names(path: &str) -> Vec<String> {
    const SLASH: char = '\u{e002}';
    let path = path.trim().replace("//", "\u{e002}");
    let parts = path.split('/').map(str::trim);
    let kept = parts.enumerate().filter(|(n, part)| {
        let is_context = *n == 0 && part.starts_with('$') && part.ends_with('$');
        let is_top = *n <= 1 && *part == "top";
        !(part.is_empty() || is_context || is_top)
    });
    kept.map(|(_, part)| part.replace(SLASH, "/")).collect()
}

/// A path of names.
pub(super) fn path(names: &[String]) -> String {
    let mut path = "$course$/top".to_owned();
    for name in names {
        path.push('/');
        path.push_str(&name.replace('/', "//"));
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_taken_apart_and_put_together() {
        for (written, expected) in [
            (
                "$course$/top/Default for ISO/Annex A",
                &["Default for ISO", "Annex A"][..],
            ),
            ("$course$/ISO//IEC 27001", &["ISO/IEC 27001"]),
            ("$system$/top", &[]),
            ("Loose", &["Loose"]),
            ("top/x", &["x"]),
            ("", &[]),
        ] {
            assert_eq!(names(written), expected, "{written}");
        }
        let own = ["a/b".to_owned(), "c".to_owned()];
        assert_eq!(path(&own), "$course$/top/a//b/c");
        assert_eq!(names(&path(&own)), own);
    }
}
