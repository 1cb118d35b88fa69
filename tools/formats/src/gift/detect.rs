//! Whether a file is GIFT.

use super::answers::{self, Answers};
use super::blocks::{Says, blocks};
use super::escape::Piece;
use super::source::Source;
use super::text;

/// Files are told by their start.
const ENOUGH: usize = 1 << 20;

/// True where a block has a name and braces, or braces with answers as no prose has them.
pub(crate) fn detect(text: &str) -> bool {
    let start = text.trim_start_matches('\u{feff}').trim_start();
    let is_formatted = text::format(Piece { raw: start, at: 0 }).0.is_some();
    if start.starts_with(['<', '{', '|'])
        || (start.starts_with('[') && !is_formatted)
        || start.starts_with("---")
        || start.starts_with("```")
    {
        return false;
    }
    let end = (0..=ENOUGH.min(start.len())).rev();
    let end = end.into_iter().find(|end| start.is_char_boundary(*end));
    let source = Source::of(start.get(..end.unwrap_or(0)).unwrap_or_default());
    let mut has_category = false;
    for block in blocks(&source) {
        match block.says {
            Says::Category(_) => has_category = true,
            Says::Question { stem, answers, .. } => {
                let raw = stem.raw.trim_start();
                let has_name = raw.starts_with("::") && raw.matches("::").count() >= 2;
                if has_name || has_category || is_sure(stem.raw, answers.raw) {
                    return true;
                }
            }
            Says::Text(_) | Says::Broken(..) => {}
        }
    }
    false
}

/// True for answers that no brace of prose, code or a table has.
fn is_sure(stem: &str, inside: &str) -> bool {
    // `# Title {#anchor}`, ```` ```{=html} ````, `\frac{..}`, `${name}`
    if stem.trim_start().starts_with('#')
        || stem.ends_with(['`', '\\', '$'])
        || stem.trim().is_empty()
    {
        return false;
    }
    let piece = Piece { raw: inside, at: 0 };
    match answers::parse(piece).0 {
        Answers::TrueFalse(answer) => answer.odd.is_none(),
        Answers::Choices(entries) => entries.len() > 1,
        Answers::Typed(_) | Answers::Pairs(_) => inside.trim_start().starts_with('='),
        Answers::Numbers(entries) => entries.iter().any(|entry| {
            let first = entry.text.raw.bytes().next();
            first.is_some_and(|byte| byte.is_ascii_digit() || b"-.".contains(&byte))
        }),
        Answers::Essay => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gift_is_told_from_prose_and_code() {
        for text in [
            "The sky is blue. {T}",
            "::one:: Write about it. {}",
            "// a comment\n\nTwo and two {#4}",
            "\u{feff}Grant is {~buried =entombed} there.",
            "$CATEGORY: a\n\nWrite. {}",
            "Match. {=a -> b =c -> d}",
            "[html]<p>Which?</p>{=a ~b}",
        ] {
            assert!(detect(text), "{text}");
        }
        for text in [
            "",
            "Prose, and nothing else.",
            "A set {a, b} and a set {}.",
            "# Title {#anchor}\n\nProse.",
            "\\frac{1}{2}",
            "fn main() { let a = 1; }",
            "[[question]]\nkey = { value = 9.81, within = 0.05 }\n",
            "{\"a\": {\"b\": 1}}",
            "<quiz><question>{=a}</question></quiz>",
            "body { color: red }",
            "kind;prompt\ntext;{what}\n",
            "Raw `{=html}` in a line",
            "What is it?\nA) one\nB) two\nANSWER: A\n",
        ] {
            assert!(!detect(text), "{text}");
        }
    }
}
