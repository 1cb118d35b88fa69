//! From a tree to a value.

use std::cell::Cell;

use super::{Json, JsonError, parse};

/// What can be read from JSON: a blank value, which is then filled in place. So a member is one call, whatever its type.
pub trait FromJson {
    /// Any value at all, to be filled; nobody will see it as it is.
    fn blank() -> Self
    where
        Self: Sized;

    /// Reads into a blank value. Where that can't be done, notes why with [`Node::fail`] and leaves any value at all: nobody
    /// will see it. A way out at each member would weigh more than the reading.
    fn fill(&mut self, node: &Node<'_>);

    /// Reads it.
    fn from_json(node: &Node<'_>) -> Self
    where
        Self: Sized,
    {
        let mut value = Self::blank();
        value.fill(node);
        value
    }
}

/// Puts a value in the place of a blank one that has allocated nothing: without code to free it.
pub fn replace<T>(blank: &mut T, value: T) {
    std::mem::forget(std::mem::replace(blank, value));
}

/// Reads a value from a text.
///
/// # Errors
///
/// The text is no JSON, or has another shape.
pub fn read<T: FromJson>(text: &str) -> Result<T, JsonError> {
    parse(text)?.read()
}

/// A value that is being read, and the way to it.
pub struct Node<'n> {
    pub(super) json: &'n Json<'n>,
    name: Name<'n>,
    up: Option<&'n Node<'n>>,
    wrong: &'n Cell<Option<JsonError>>,
}

#[derive(Clone, Copy)]
enum Name<'n> {
    Member(&'n str),
    Item(usize),
}

impl<'a> Json<'a> {
    /// Reads a value.
    ///
    /// # Errors
    ///
    /// It has another shape.
    pub fn read<T: FromJson>(&self) -> Result<T, JsonError> {
        let mut value = T::blank();
        match self.fill(&mut value) {
            None => Ok(value),
            Some(wrong) => Err(wrong),
        }
    }

    #[inline(never)]
    fn fill(&self, value: &mut dyn FromJson) -> Option<JsonError> {
        let wrong = Cell::new(None);
        value.fill(&Node {
            json: self,
            name: Name::Member(""),
            up: None,
            wrong: &wrong,
        });
        wrong.take()
    }

    /// A member of an object; null where there is none.
    pub fn member(&self, name: &str) -> &Json<'a> {
        let members = match self {
            Self::Object(members) => members.as_slice(),
            _ => &[],
        };
        let found = members.iter().find(|(own, _)| own == name);
        found.map_or(&Json::Null, |(_, value)| value)
    }
}

impl<'n> Node<'n> {
    /// Notes that this value can't be read. The first note counts.
    #[cold]
    #[inline(never)]
    pub fn fail(&self, what: &str) {
        let first = self.wrong.take();
        self.wrong.set(Some(first.unwrap_or_else(|| {
            let mut text = self.path();
            if !text.is_empty() {
                text.push_str(": ");
            }
            text.push_str(what);
            JsonError(text)
        })));
    }

    fn path(&self) -> String {
        let Some(up) = self.up else {
            return String::new();
        };
        let mut path = up.path();
        if !path.is_empty() {
            path.push('.');
        }
        match self.name {
            Name::Member(name) => path.push_str(name),
            Name::Item(n) => path.push_str(&n.to_string()),
        }
        path
    }

    fn down<'s>(&'s self, name: Name<'s>, json: &'s Json<'s>) -> Node<'s> {
        Node {
            json,
            name,
            up: Some(self),
            wrong: self.wrong,
        }
    }

    /// True when there is nothing.
    pub fn is_null(&self) -> bool {
        matches!(self.json, Json::Null)
    }

    /// A member of an object; null where there is none.
    fn member<'s>(&'s self, name: &'s str) -> Node<'s> {
        if !matches!(self.json, Json::Object(_)) {
            self.fail("expected an object");
        }
        self.down(Name::Member(name), self.json.member(name))
    }

    /// Reads a member of an object.
    #[inline(never)]
    pub fn need(&self, name: &str, value: &mut dyn FromJson) {
        value.fill(&self.member(name));
    }

    /// Reads a member of an object; where there is none, or null, the value stays as it is.
    #[inline(never)]
    pub fn may(&self, name: &str, value: &mut dyn FromJson) {
        let member = self.member(name);
        if !member.is_null() {
            value.fill(&member);
        }
    }

    /// How many members an object has; none where it is no object.
    #[allow(clippy::len_without_is_empty, reason = "nobody asks")]
    pub fn len(&self) -> usize {
        match self.json {
            Json::Object(members) => members.len(),
            _ => 0,
        }
    }

    /// Reads each member of an object, with its name.
    #[inline(never)]
    pub fn members(&self, each: &mut dyn FnMut(&str, &Node<'_>)) {
        let Json::Object(members) = self.json else {
            self.fail("expected an object");
            return;
        };
        for (name, value) in members {
            each(name, &self.down(Name::Member(name), value));
        }
    }

    /// Reads each item of a list.
    #[inline(never)]
    pub fn items(&self, each: &mut dyn FnMut(&Node<'_>)) {
        let Json::List(items) = self.json else {
            self.fail("expected a list");
            return;
        };
        for (n, item) in items.iter().enumerate() {
            each(&self.down(Name::Item(n), item));
        }
    }

    /// Reads an item of a list; null where there is none.
    #[inline(never)]
    pub fn item(&self, n: usize, value: &mut dyn FromJson) {
        let item = match self.json {
            Json::List(items) => items.get(n),
            _ => None,
        };
        value.fill(&self.down(Name::Item(n), item.unwrap_or(&Json::Null)));
    }

    /// A text.
    #[inline(never)]
    pub fn text(&self) -> &str {
        match self.json {
            Json::Text(text) => text,
            _ => {
                self.fail("expected a text");
                ""
            }
        }
    }

    /// A whole number.
    #[inline(never)]
    pub(super) fn number(&self, most: u64) -> u64 {
        match self.json {
            Json::Number(number) if *number <= most => *number,
            _ => {
                self.fail("expected a whole number that is not too large");
                0
            }
        }
    }

    /// The place among `names` and the content of an enum's variant: `{"name": content}`, or `"name"` alone.
    #[inline(never)]
    pub fn variant(&self, names: &[&str]) -> Option<(usize, Node<'_>)> {
        let (name, content) = match self.json {
            Json::Text(name) => (name, &Json::Null),
            Json::Object(members) if members.len() == 1 => {
                let (name, content) = members.first()?;
                (name, content)
            }
            _ => {
                self.fail("expected a name, or an object with one member");
                return None;
            }
        };
        let place = names.iter().position(|own| own == name);
        if place.is_none() {
            self.fail("unknown name");
        }
        Some((place?, self.down(Name::Member(name), content)))
    }
}
