//! Short texts, cut at a sign of ASCII. The library's `split` is made for long texts and for signs of any size, and weighs six times as much
//! in the client.

/// What stands between the signs, in order: one piece more than there are signs.
#[derive(Debug, Clone)]
pub struct Pieces<'a> {
    rest: Option<&'a str>,
    sign: u8,
}

/// A text, cut at each sign.
pub fn pieces(text: &str, sign: u8) -> Pieces<'_> {
    Pieces {
        rest: Some(text),
        sign,
    }
}

/// What stands before the first sign and after it, if there is one.
#[cfg_attr(target_family = "wasm", inline(never))]
pub fn cut_once(text: &str, sign: u8) -> Option<(&str, &str)> {
    let at = text.bytes().position(|byte| byte == sign)?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// What stands before the first of some signs, or all of a text that has none of them.
pub fn before<'a>(text: &'a str, signs: &[u8]) -> &'a str {
    let end = text.bytes().position(|byte| signs.contains(&byte));
    end.and_then(|end| text.get(..end)).unwrap_or(text)
}

/// True when there is nothing to read.
#[inline(never)]
pub fn is_blank(text: &str) -> bool {
    text.chars().all(char::is_whitespace)
}

impl<'a> Iterator for Pieces<'a> {
    type Item = &'a str;

    #[cfg_attr(target_family = "wasm", inline(never))]
    fn next(&mut self) -> Option<&'a str> {
        let text = self.rest.take()?;
        let Some((piece, rest)) = cut_once(text, self.sign) else {
            return Some(text);
        };
        self.rest = Some(rest);
        Some(piece)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_those_of_the_library() {
        assert_eq!(before("a?b#c", b"#?"), "a");
        assert_eq!(before("a", b"#?"), "a");
        for text in ["", " ", "a", "a b", " a  b ", "é è", "27001. 2022"] {
            let ours: Vec<&str> = pieces(text, b' ').collect();
            let theirs: Vec<&str> = text.split(' ').collect();
            assert_eq!(ours, theirs, "{text:?}");
            assert_eq!(cut_once(text, b' '), text.split_once(' '), "{text:?}");
            assert_eq!(is_blank(text), text.trim().is_empty(), "{text:?}");
        }
    }
}
