//! Truth values, numbers, texts and lists.

use super::{FromJson, Json, Node, ToJson, Writer, replace};

impl FromJson for bool {
    fn blank() -> Self {
        false
    }

    fn fill(&mut self, node: &Node<'_>) {
        match node.json {
            Json::Bool(value) => *self = *value,
            _ => node.fail("expected true or false"),
        }
    }
}

impl ToJson for bool {
    fn to_json(&self, out: &mut Writer) {
        out.0.push_str(if *self { "true" } else { "false" });
    }
}

macro_rules! number_json {
    ($($number:ty)*) => {$(
        impl FromJson for $number {
            fn blank() -> Self {
                0
            }

            fn fill(&mut self, node: &Node<'_>) {
                *self = Self::try_from(node.number(Self::MAX.into())).unwrap_or_default();
            }
        }

        impl ToJson for $number {
            fn to_json(&self, out: &mut Writer) {
                out.number((*self).into());
            }
        }
    )*};
}

number_json! { u8 u16 u32 u64 }

impl FromJson for i16 {
    fn blank() -> Self {
        0
    }

    fn fill(&mut self, node: &Node<'_>) {
        let found = match node.json {
            Json::Negative(number) => Self::try_from(*number).ok(),
            Json::Text(text) => in_quotes(text),
            _ => Self::try_from(node.number(Self::MAX as u64)).ok(),
        };
        match found {
            Some(number) => *self = number,
            None => node.fail("expected a whole number from -32768 to 32767"),
        }
    }
}

/// A number below zero as the compiled forms up to version 3 have it: `"-50"`.
fn in_quotes(text: &str) -> Option<i16> {
    let digits = text.strip_prefix('-')?;
    if !(1..=3).contains(&digits.len()) || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let add = |number, byte: u8| number * 10 - i16::from(byte - b'0');
    Some(digits.bytes().fold(0, add))
}

impl ToJson for i16 {
    fn to_json(&self, out: &mut Writer) {
        if *self < 0 {
            out.0.push('-');
        }
        out.number(self.unsigned_abs().into());
    }
}

impl FromJson for String {
    fn blank() -> Self {
        Self::new()
    }

    fn fill(&mut self, node: &Node<'_>) {
        self.push_str(node.text());
    }
}

impl ToJson for String {
    fn to_json(&self, out: &mut Writer) {
        out.text(self);
    }
}

impl<T: FromJson> FromJson for Vec<T> {
    fn blank() -> Self {
        Self::new()
    }

    fn fill(&mut self, node: &Node<'_>) {
        node.items(&mut |item| self.push(T::from_json(item)));
    }
}

impl<T: ToJson> ToJson for Vec<T> {
    fn to_json(&self, out: &mut Writer) {
        out.begin_list();
        for item in self {
            out.item(item);
        }
        out.end_list();
    }
}

impl<T: FromJson> FromJson for Option<T> {
    fn blank() -> Self {
        None
    }

    fn fill(&mut self, node: &Node<'_>) {
        if !node.is_null() {
            replace(self, Some(T::blank()));
            if let Some(value) = self {
                value.fill(node);
            }
        }
    }
}

impl<T: ToJson> ToJson for Option<T> {
    fn to_json(&self, out: &mut Writer) {
        match self {
            None => out.0.push_str("null"),
            Some(value) => value.to_json(out),
        }
    }
}
