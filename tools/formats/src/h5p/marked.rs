//! Texts in which stars mark words: `*answer/alternative:tip*`. Two stars are one.

/// A text with marked words.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Marked {
    /// The text with a sign in place of each of them.
    pub(super) text: String,
    pub(super) words: Vec<Word>,
}

/// A marked word.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Word {
    /// What is right, in every way to write it.
    pub(super) answers: Vec<String>,
    pub(super) tip: Option<String>,
    /// What is said of a right and of a wrong answer.
    pub(super) feedback: Vec<String>,
}

/// Stands before and behind the number of a word; signs of nobody's language.
const OPEN: char = '\u{e000}';
const CLOSE: char = '\u{e001}';

/// Reads a text. Numbers begin behind `before`.
pub(super) fn read(text: &str, before: usize) -> Marked {
    let text = text.replace([OPEN, CLOSE], "");
    let mut marked = Marked::default();
    let mut rest = text.as_str();
    while let Some((plain, behind)) = rest.split_once('*') {
        marked.text.push_str(plain);
        match behind.split_once('*') {
            Some(("", behind)) => {
                marked.text.push('*');
                rest = behind;
            }
            Some((inside, behind)) => {
                marked.words.push(word(inside));
                let number = before + marked.words.len();
                marked.text.push_str(&format!("{OPEN}{number}{CLOSE}"));
                rest = behind;
            }
            None => {
                marked.text.push('*');
                rest = behind;
            }
        }
    }
    marked.text.push_str(rest);
    marked
}

/// The signs of words as the gaps of a text.
pub(super) fn gapped(text: &str) -> String {
    text.replace(OPEN, "{{").replace(CLOSE, "}}")
}

/// The text without its signs: each word's first answer in its place.
pub(super) fn filled(marked: &Marked, before: usize) -> String {
    let mut text = marked.text.clone();
    for (at, word) in marked.words.iter().enumerate() {
        let sign = format!("{OPEN}{}{CLOSE}", before + at + 1);
        text = text.replace(&sign, word.answers.first().map_or("", String::as_str));
    }
    text
}

fn word(inside: &str) -> Word {
    // Before anything is cut: the ends of tags have slashes.
    let inside = untagged(inside);
    let inside = inside.as_str();
    let (inside, feedback) = match inside
        .find("\\+")
        .into_iter()
        .chain(inside.find("\\-"))
        .min()
    {
        Some(at) => inside.split_at(at),
        None => (inside, ""),
    };
    let feedback = feedback.split("\\+").flat_map(|part| part.split("\\-"));
    let feedback = feedback
        .map(plain)
        .filter(|part| !part.is_empty())
        .collect();
    let (answers, tip) = match inside.split_once(':') {
        Some((answers, tip)) => (answers, Some(plain(tip))),
        None => (inside, None),
    };
    let answers = answers.replace("\\/", "\u{e002}");
    let answers = answers
        .split('/')
        .map(|answer| plain(&answer.replace('\u{e002}', "/")));
    Word {
        answers: answers.filter(|answer| !answer.is_empty()).collect(),
        tip: tip.filter(|tip| !tip.is_empty()),
        feedback,
    }
}

/// Text without entities, with one space where there are several.
fn plain(text: &str) -> String {
    let text = html_escape::decode_html_entities(text).replace('\u{a0}', " ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Text without tags.
fn untagged(html: &str) -> String {
    let mut out = String::new();
    let mut rest = html;
    while let Some((before, tag)) = rest.split_once('<') {
        out.push_str(before);
        match tag.split_once('>') {
            Some((_, behind)) => rest = behind,
            None => {
                out.push('<');
                rest = tag;
            }
        }
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stars_mark_answers_and_tips() {
        let marked = read(
            "<p>*Oslo/the <b>capital</b>:Up north* has 2 ** 2 and *a\\/b\\+Yes\\-No*, * alone</p>",
            4,
        );
        assert_eq!(
            gapped(&marked.text),
            "<p>{{5}} has 2 * 2 and {{6}}, * alone</p>"
        );
        assert_eq!(marked.words[0].answers, ["Oslo", "the capital"]);
        assert_eq!(marked.words[0].tip.as_deref(), Some("Up north"));
        assert_eq!(marked.words[1].answers, ["a/b"]);
        assert_eq!(marked.words[1].feedback, ["Yes", "No"]);
        assert!(filled(&marked, 4).contains("Oslo has 2 * 2 and a/b"));
    }
}
