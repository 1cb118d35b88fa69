//! Sentences with named placeholders, and how the words of a language are declared.

/// A sentence with named placeholders, such as `The server answered {status} for {address}.` A language puts them where its grammar wants
/// them. The method of the same name fills them.
#[derive(Debug, Clone, Copy)]
pub struct Template(pub(crate) &'static str);

/// What a placeholder is replaced with.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Value<'a> {
    Text(&'a str),
    Number(usize),
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Value<'_> {
    fn from(number: usize) -> Self {
        Self::Number(number)
    }
}

impl Template {
    /// The sentence with these values in the place of their names. Less code in the client than a `format!` for each sentence, and less than
    /// pairs, since the names are constants.
    pub(crate) fn fill(self, names: &'static [&'static str], values: &[Value<'_>]) -> String {
        let mut text = String::new();
        for (n, piece) in self.0.split('{').enumerate() {
            let mut rest = piece;
            if let (1.., Some((name, after))) = (n, piece.split_once('}')) {
                rest = after;
                let at = names.iter().position(|own| *own == name);
                match at.and_then(|at| values.get(at)) {
                    Some(Value::Text(value)) => text.push_str(value),
                    Some(Value::Number(value)) => text.push_str(&value.to_string()),
                    None => {}
                }
            }
            text.push_str(rest);
        }
        text
    }

    /// The names of the placeholders, in the order of the text.
    #[cfg(test)]
    pub(crate) fn placeholders(self) -> Vec<&'static str> {
        let opened = self.0.split('{').skip(1);
        opened
            .map(|piece| piece.split_once('}').unwrap().0)
            .collect()
    }
}

/// A sentence that quotes an `{answer}`. On screen, the answer is an element of its own, marked with its own language.
#[derive(Debug, Clone, Copy)]
pub struct Quote(pub(crate) &'static str);

impl Quote {
    /// What comes before the answer, and after it.
    pub fn around(self) -> (&'static str, &'static str) {
        let (before, rest) = self.0.split_once('{').unwrap_or((self.0, ""));
        (before, rest.split_once('}').map_or("", |(_, after)| after))
    }

    /// The sentence with the answer, as plain text.
    pub fn fill(self, answer: &str) -> String {
        let (before, after) = self.around();
        [before, answer, after].concat()
    }
}

/// Declares the words of a language as a struct, one field for each text. A language is a constant of that type, so a text that a language
/// lacks doesn't compile.
///
/// - `retry;` is a text.
/// - `right_of(count: usize, total: usize);` is a [`Template`] with the placeholders `{count}` and `{total}`. The method `right_of` fills them.
/// - `minutes[count: usize];` is the same with plural forms: a function of the values chooses the template.
/// - `verdict: fn(Verdict) -> &'static str;` is whatever the type says.
macro_rules! words {
    ($(#[$meta:meta])* $Words:ident { $(
        $(#[$doc:meta])*
        $name:ident
        $(( $($value:ident: $Value:ty),+ ))?
        $([ $($counted:ident: $Counted:ty),+ ])?
        $(: $Other:ty)?
    ;)+ }) => {
        $(#[$meta])*
        #[expect(missing_docs, reason = "the English words say what each is")]
        pub struct $Words { $(
            $(#[$doc])*
            pub $name: words!(@field $(($($Value),+))? $([$($Counted),+])? $(: $Other)?),
        )+ }

        impl $Words {
            $($(
                #[doc = concat!("The sentence `", stringify!($name), "` with these values.")]
                pub fn $name(&self, $($value: $Value),+) -> String {
                    self.$name.fill(&[$(stringify!($value)),+], &[$($value.into()),+])
                }
            )?)+
            $($(
                #[doc = concat!("The sentence `", stringify!($name), "` with these values.")]
                pub fn $name(&self, $($counted: $Counted),+) -> String {
                    (self.$name)($($counted),+).fill(&[$(stringify!($counted)),+], &[$($counted.into()),+])
                }
            )?)+

            /// Every text but those of other types, with its declared placeholders. Of plural forms, those of many values.
            #[cfg(test)]
            pub(crate) fn texts(&self) -> Vec<crate::template::Text> {
                use crate::template::{Sample, Text};
                let mut all = Vec::new();
                let mut seed = 1;
                $(
                    let names: &[&str] = &[$($(stringify!($value)),+)? $($(stringify!($counted)),+)?];
                    let forms = words!(@forms self.$name, seed, $(($($Value),+))? $([$($counted: $Counted),+])? $(: $Other)?);
                    all.push(Text { name: stringify!($name), names: names.to_vec(), forms });
                )+
                all.retain(|text| !text.forms.is_empty());
                all
            }
        }
    };
    (@field) => { &'static str };
    (@field ($($Value:ty),+)) => { $crate::Template };
    (@field [$($Counted:ty),+]) => { fn($($Counted),+) -> $crate::Template };
    (@field : $Other:ty) => { $Other };
    (@forms $field:expr, $seed:ident,) => { vec![$field] };
    (@forms $field:expr, $seed:ident, ($($Value:ty),+)) => { vec![$field.0] };
    (@forms $field:expr, $seed:ident, [$($counted:ident: $Counted:ty),+]) => {{
        let mut forms: Vec<&'static str> = Vec::new();
        for _ in 0..500 {
            $(let $counted = <$Counted>::sample(&mut $seed);)+
            let form = ($field)($($counted),+).0;
            if !forms.contains(&form) {
                forms.push(form);
            }
        }
        forms
    }};
    (@forms $field:expr, $seed:ident, : $Other:ty) => { Vec::new() };
}
pub(crate) use words;

/// A text as tests see it.
#[cfg(test)]
pub(crate) struct Text {
    pub(crate) name: &'static str,
    /// The placeholders that are declared.
    pub(crate) names: Vec<&'static str>,
    /// One form; or several of the plural.
    pub(crate) forms: Vec<&'static str>,
}

/// Values to choose plural forms by.
#[cfg(test)]
pub(crate) trait Sample {
    fn sample(seed: &mut usize) -> Self;
}

#[cfg(test)]
impl Sample for usize {
    fn sample(seed: &mut usize) -> Self {
        *seed = seed.wrapping_mul(75).wrapping_add(74) % 65_537;
        *seed % 13
    }
}

#[cfg(test)]
impl Sample for &str {
    fn sample(_: &mut usize) -> Self {
        "sample"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_go_where_their_names_are() {
        let order = Template("{b} before {a}, {b}.");
        assert_eq!(
            order.fill(&["a", "b"], &[7.into(), "x".into()]),
            "x before 7, x."
        );
        assert_eq!(order.placeholders(), ["b", "a", "b"]);
        assert_eq!(Template("nothing").fill(&["a"], &[7.into()]), "nothing");
        let braces = Template("{a}").fill(&["a"], &["{b}".into()]);
        assert_eq!(braces, "{b}", "a value is not a template");
    }

    #[test]
    fn a_quote_is_cut_at_its_answer() {
        let quote = Quote("Too close to “{answer}”.");
        assert_eq!(quote.around(), ("Too close to “", "”."));
        assert_eq!(quote.fill("guide"), "Too close to “guide”.");
    }
}
