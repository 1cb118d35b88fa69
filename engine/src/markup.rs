//! Formatted text as a small tree. The author's tool compiles Markdown into it; the client walks it into DOM nodes and
//! never sets inner HTML, so a bank can't inject script, whatever it contains.

use serde::Serialize;

use crate::enum_from_json;
use crate::json::{FromJson, Json, Wrong, unknown_variant};

/// Paragraphs, lists and code, one under another.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(transparent)]
pub struct Markup(pub Vec<Block>);

/// One block of a [`Markup`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum Block {
    /// A paragraph.
    #[serde(rename = "p")]
    Paragraph(Line),
    /// A list without order.
    #[serde(rename = "ul")]
    Bullets(Vec<Line>),
    /// A list whose order matters.
    #[serde(rename = "ol")]
    Steps(Vec<Line>),
    /// Lines of code.
    #[serde(rename = "pre")]
    Code(String),
}

/// Formatted text on one line: what a choice or a piece of feedback is made of.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(transparent)]
pub struct Line(pub Vec<Span>);

/// A stretch of a [`Line`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum Span {
    /// Prose.
    #[serde(rename = "t")]
    Text(String),
    /// Stress.
    #[serde(rename = "em")]
    Emphasis(Line),
    /// Importance.
    #[serde(rename = "b")]
    Strong(Line),
    /// A piece of code.
    #[serde(rename = "c")]
    Code(String),
    /// A link.
    #[serde(rename = "a")]
    Link(Address, Line),
    /// A picture, and what it shows for those who don't see it.
    #[serde(rename = "img")]
    Image(Address, String),
}

/// Where a link or a picture points: a relative address, or one with a scheme that can't run code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(into = "String")]
pub struct Address(Box<str>);

/// The address has a scheme other than `https`, `http` and `mailto`, or a character that no address has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddressError;

impl std::fmt::Display for AddressError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("an address is relative, or starts with https:, http: or mailto:")
    }
}

impl std::error::Error for AddressError {}

impl Address {
    /// The address, ready for an attribute.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Address {
    type Error = AddressError;

    fn try_from(text: String) -> Result<Self, AddressError> {
        // Browsers skip control characters inside a scheme ("java\nscript:"), so none may be there at all.
        if text.is_empty()
            || text
                .chars()
                .any(|c| c.is_control() || c == ' ' || c == '\\')
        {
            return Err(AddressError);
        }
        let before_path = text.split(['/', '?', '#']).next().unwrap_or_default();
        match before_path.split_once(':') {
            None => Ok(Self(text.into_boxed_str())),
            Some((scheme, _))
                if ["https", "http", "mailto"]
                    .iter()
                    .any(|s| s.eq_ignore_ascii_case(scheme)) =>
            {
                Ok(Self(text.into_boxed_str()))
            }
            Some(_) => Err(AddressError),
        }
    }
}

impl From<Address> for String {
    fn from(address: Address) -> Self {
        address.0.into_string()
    }
}

impl FromJson for Markup {
    fn from_json(json: &Json<'_>) -> Result<Self, Wrong> {
        FromJson::from_json(json).map(Self)
    }
}

impl FromJson for Line {
    fn from_json(json: &Json<'_>) -> Result<Self, Wrong> {
        FromJson::from_json(json).map(Self)
    }
}

impl FromJson for Address {
    fn from_json(json: &Json<'_>) -> Result<Self, Wrong> {
        let address = Self::try_from(json.text()?.to_owned());
        address.map_err(|error| Wrong::here(error.to_string()))
    }
}

enum_from_json!(Block {
    "p" => Paragraph(line), "ul" => Bullets(lines), "ol" => Steps(lines), "pre" => Code(code)
});

impl FromJson for Span {
    fn from_json(json: &Json<'_>) -> Result<Self, Wrong> {
        let (name, content) = json.variant()?;
        match name {
            "a" | "img" => {
                let [address, inside] = content.items()? else {
                    return Err(Wrong::here("expected an address and what it stands for"));
                };
                let address = Address::from_json(address)?;
                match name {
                    "a" => Ok(Self::Link(address, Line::from_json(inside)?)),
                    _ => Ok(Self::Image(address, String::from_json(inside)?)),
                }
            }
            "t" => String::from_json(content).map(Self::Text),
            "em" => Line::from_json(content).map(Self::Emphasis),
            "b" => Line::from_json(content).map(Self::Strong),
            "c" => String::from_json(content).map(Self::Code),
            other => Err(unknown_variant(other)),
        }
    }
}

impl Markup {
    /// One paragraph of plain prose.
    pub fn plain(text: &str) -> Self {
        Self(vec![Block::Paragraph(Line::plain(text))])
    }

    /// The words alone, blocks one under another.
    pub fn to_plain(&self) -> String {
        let blocks: Vec<String> = self
            .0
            .iter()
            .map(|block| match block {
                Block::Paragraph(line) => line.to_plain(),
                Block::Bullets(lines) | Block::Steps(lines) => lines
                    .iter()
                    .map(Line::to_plain)
                    .collect::<Vec<_>>()
                    .join("\n"),
                Block::Code(code) => code.clone(),
            })
            .collect();
        blocks.join("\n")
    }
}

impl Line {
    /// Plain prose.
    pub fn plain(text: &str) -> Self {
        Self(vec![Span::Text(text.to_owned())])
    }

    /// The words alone.
    pub fn to_plain(&self) -> String {
        self.0
            .iter()
            .map(|span| match span {
                Span::Text(text) | Span::Code(text) | Span::Image(_, text) => text.clone(),
                Span::Emphasis(line) | Span::Strong(line) | Span::Link(_, line) => line.to_plain(),
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_can_not_run_code() {
        for good in [
            "a.svg",
            "../a/b.png",
            "https://a.example/x:y",
            "HTTP://a.example",
            "mailto:a@b.example",
            "#here",
            "?a=b:c",
        ] {
            assert!(Address::try_from(good.to_owned()).is_ok(), "{good}");
        }
        for bad in [
            "javascript:alert(1)",
            "JavaScript:alert(1)",
            "java\nscript:alert(1)",
            " javascript:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "\\\\host",
            "",
        ] {
            assert!(Address::try_from(bad.to_owned()).is_err(), "{bad:?}");
        }
    }
}
