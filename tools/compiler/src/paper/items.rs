//! Lists of lettered and numbered texts, and the places where answers go.

use jalon_engine::id::ChoiceId;
use jalon_engine::kind::choice::Pick;
use jalon_engine::lang::Localised;
use jalon_engine::markup::Line;

use super::page::Page;
use crate::html::escaped;

/// A line to write on.
pub(crate) const LINE: &str = "<span class=\"line\"></span>";

/// A, B, ... Z, AA, AB...
pub(crate) fn letter(n: usize) -> String {
    let last = char::from(b'A' + u8::try_from(n % 26).unwrap_or(0));
    match n / 26 {
        0 => last.to_string(),
        more => format!("{}{last}", letter(more - 1)),
    }
}

/// A list of texts with a letter each; `class` says what the letters stand in.
pub(crate) fn lettered(page: &Page, all: &[(ChoiceId, Localised<Line>)], class: &str) -> String {
    let rows = all.iter().enumerate().map(|(n, (_, text))| {
        let mark = format!("<span class=\"letter {class}\">{}</span>", letter(n));
        labelled(page, &mark, text)
    });
    rows.collect()
}

/// A list of texts with a blank and a label each.
pub(crate) fn with_blanks(
    page: &Page,
    all: &[(ChoiceId, Localised<Line>)],
    label: fn(usize) -> String,
) -> String {
    let rows = all.iter().enumerate().map(|(n, (_, text))| {
        let mark = format!(
            "<span class=\"blank\"></span><span class=\"label\">{}</span>",
            label(n)
        );
        labelled(page, &mark, text)
    });
    rows.collect()
}

/// A text behind what names it.
fn labelled(page: &Page, mark: &str, text: &Localised<Line>) -> String {
    page.row("item", |tongue| {
        let text = text.get(&tongue.lang);
        let said = text.map_or_else(String::new, |line| page.line(line));
        format!("{mark}<span class=\"said\">{said}</span>")
    })
}

/// So many letters to mark, on an answer sheet: in circles where one is right, else in squares.
pub(crate) fn letters(count: usize, pick: &Pick) -> String {
    let class = match pick {
        Pick::One => "one",
        Pick::Several(_) => "several",
    };
    let letters =
        (0..count).map(|n| format!("<span class=\"letter {class}\">{}</span>", letter(n)));
    letters.collect::<Vec<_>>().join(" ")
}

/// Blanks to fill in, on an answer sheet.
pub(crate) fn blanks(labels: impl Iterator<Item = String>) -> String {
    let blanks = labels.map(|label| {
        format!("<span class=\"offer\"><span class=\"label\">{label}</span><span class=\"blank\"></span></span>")
    });
    blanks.collect::<Vec<_>>().join(" ")
}

/// Something that is right, as it stands on an answer sheet.
pub(crate) fn given(text: &str) -> String {
    format!("<span class=\"given\">{}</span>", escaped(text))
}

/// What is right in a labelled place of an answer sheet.
pub(crate) fn given_at(label: &str, answer: &str) -> String {
    format!("<span class=\"offer\"><span class=\"label\">{label}</span>{answer}</span>")
}

/// The letter of a text in a list.
pub(crate) fn letter_of<T>(id: &ChoiceId, among: &[(ChoiceId, T)]) -> String {
    let place = among.iter().position(|(own, _)| own == id);
    place.map_or_else(String::new, letter)
}

#[cfg(test)]
mod tests {
    use super::letter;

    #[test]
    fn letters_go_on_behind_z() {
        let letters = [0, 1, 25, 26, 27, 51, 52, 701, 702].map(letter);
        assert_eq!(
            letters,
            ["A", "B", "Z", "AA", "AB", "AZ", "BA", "ZZ", "AAA"]
        );
    }
}
