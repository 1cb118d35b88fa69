//! What of a module a place in its text belongs to. It is found in texts that are not TOML, too, as far as they can be read: a slip in one
//! question leaves the others where they are.

use toml::de::{DeTable, DeValue};

use jalon_draft::sources::Source;

/// What a place in a module's text belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// The module itself: its name and its settings.
    Module,
    /// Its lesson.
    Lesson,
    /// A stimulus, by its id where it has one.
    Stimulus(Option<String>),
    /// A question, by its id where it has one.
    Question(Option<String>),
}

/// The parts of a module's text, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outline(Vec<(usize, Part)>);

impl Outline {
    /// Reads the headings of a module's file.
    pub fn of(source: &Source) -> Self {
        let (top, _) = DeTable::parse_recoverable(source.text());
        let top = top.into_inner();
        let mut parts = starts(&top, "question", Part::Question);
        parts.extend(starts(&top, "stimulus", Part::Stimulus));
        if let Some((_, lesson)) = top.iter().find(|(key, _)| key.get_ref() == "lesson") {
            parts.push((lesson.span().start, Part::Lesson));
        }
        parts.sort_by_key(|(start, _)| *start);
        Self(parts)
    }

    /// The part in which a byte of the text lies.
    pub fn at(&self, byte: usize) -> &Part {
        let Self(parts) = self;
        let before = parts.partition_point(|(start, _)| *start <= byte);
        let part = before.checked_sub(1).and_then(|last| parts.get(last));
        part.map_or(&Part::Module, |(_, part)| part)
    }

    /// The byte where a part starts.
    pub fn start(&self, part: &Part) -> Option<usize> {
        let Self(parts) = self;
        let found = parts.iter().find(|(_, own)| own == part);
        found.map(|(start, _)| *start)
    }
}

/// The tables of a list, and where each of them starts.
fn starts(top: &DeTable<'_>, list: &str, part: fn(Option<String>) -> Part) -> Vec<(usize, Part)> {
    let Some(DeValue::Array(tables)) = value(top, list) else {
        return Vec::new();
    };
    let id = |table: &DeValue<'_>| match table {
        DeValue::Table(table) => match value(table, "id") {
            Some(DeValue::String(id)) => Some(id.to_string()),
            _ => None,
        },
        _ => None,
    };
    let tables = tables.iter();
    tables
        .map(|table| (table.span().start, part(id(table.get_ref()))))
        .collect()
}

fn value<'a, 'i>(table: &'a DeTable<'i>, key: &str) -> Option<&'a DeValue<'i>> {
    let (_, value) = table.iter().find(|(own, _)| own.get_ref() == key)?;
    Some(value.get_ref())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Sources;

    const MODULE: &str = "\
title.en = \"Steps\"

[lesson]
summary.en = \"In short\"

[[lesson.block]]
title.en = \"A heading\"

[[question]]
id = \"one\"
[[question.en]]
prompt = '''
[[question]]
'''

[[stimulus]]
id = \"report\"

[[question]]
kind = \"choice\"
[question.feedback.a]
en = \"two\"
";

    fn part(module: &str, words: &str) -> Part {
        let sources = Sources::from_iter([("m.toml", module)]);
        let (_, source) = sources.iter().next().unwrap();
        let at = module.rfind(words).unwrap();
        Outline::of(source).at(at).clone()
    }

    #[test]
    fn a_place_belongs_to_the_heading_above_it() {
        let one = || Part::Question(Some("one".to_owned()));
        assert_eq!(part(MODULE, "Steps"), Part::Module);
        assert_eq!(part(MODULE, "In short"), Part::Lesson);
        assert_eq!(part(MODULE, "A heading"), Part::Lesson);
        assert_eq!(part(MODULE, "\"one\""), one());
        assert_eq!(part(MODULE, "\n'''"), one());
        let stimulus = Part::Stimulus(Some("report".to_owned()));
        assert_eq!(part(MODULE, "report"), stimulus);
        assert_eq!(part(MODULE, "two"), Part::Question(None));
    }

    #[test]
    fn a_slip_in_one_question_leaves_the_others_where_they_are() {
        let broken = MODULE.replace("id = \"one\"", "id = \"one\"\npoints = one point");
        let one = Part::Question(Some("one".to_owned()));
        assert_eq!(part(&broken, "one point"), one);
        assert_eq!(part(&broken, "two"), Part::Question(None));
        let open = MODULE.replace("id = \"report\"", "id = \"report");
        assert_eq!(part(&open, "two"), Part::Question(None));
        assert_eq!(part("", ""), Part::Module);
    }
}
