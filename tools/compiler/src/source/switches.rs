//! What a bank, a module or a question says about the rules that are turned off or on there.

use toml::de::DeValue;

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::read::{Decode, Node, Reader, Shape, record, wrong_type};

record! {
    /// Rules that are turned off or on: advice by code or name, warnings by name.
    pub(crate) struct Switches {
        /// Those that have nothing to say here.
        optional off: Vec<Switch>,
        /// Those that are off elsewhere and on here.
        optional on: Vec<Switch>,
    }
}

/// Something that can be turned off: advice, or a warning.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Switch(Code);

impl Decode for Switch {
    const SHAPE: Shape = Shape::Rule;

    fn decode(node: Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let DeValue::String(name) = node.value else {
            return wrong_type(node, reader);
        };
        let (message, help) = match Code::find(name) {
            Some(code) if code.severity() != Severity::Error => return Some(Self(code)),
            Some(code) => (
                format!("`{}` is an error, which can't be turned off", code.as_str()),
                "take it out; advice and warnings can be turned off".to_owned(),
            ),
            None => (
                format!("there is no rule `{name}`"),
                Code::nearest(name).map_or_else(
                    || "`jalon explain` lists the rules".to_owned(),
                    |near| format!("did you mean `{near}`?"),
                ),
            ),
        };
        reader.note(Diagnostic::new(Code::UnknownValue, node.span, message).help(help));
        None
    }
}

impl Switches {
    /// What they say of a code, if anything.
    pub(crate) fn of(&self, code: Code) -> Option<bool> {
        let names = |list: &Option<Vec<Switch>>| list.iter().flatten().any(|one| one.0 == code);
        match (names(&self.off), names(&self.on)) {
            (true, _) => Some(false),
            (false, true) => Some(true),
            (false, false) => None,
        }
    }
}
