//! How near texts are to each other, for those who compare many.

use super::forms::Forms;
use super::text::{Endings, Order};
use super::{fold, phrase, typo};
use crate::language::Rules;

/// True when a name of something occurs in a text, whatever its form and endings.
pub fn mentions(text: &str, name: &str, rules: Rules) -> bool {
    let phrase = |text: &str| Forms::of(text, rules).phrase(Endings::Free, Order::AsWritten);
    phrase::contains(&phrase(text), &phrase(name))
}

/// What of a term or of an answer tells how near others are to it. It is made once where each is compared with many.
pub struct Likeness {
    digits: Vec<u8>,
    letters: String,
    /// How many characters they are.
    length: usize,
    /// How many slips are read over in it.
    budget: usize,
}

impl Likeness {
    /// Of a term or an answer.
    pub fn of(text: &str, rules: Rules) -> Self {
        let forms = Forms::of(text, rules);
        let counted = forms.bare().chars().filter(|&c| fold::is_letter(c));
        let letters = fold::squeezed(forms.bare()).replace('z', "s");
        Self {
            digits: text.bytes().filter(u8::is_ascii_digit).collect(),
            length: letters.chars().count(),
            letters,
            budget: typo::budget(counted.count()),
        }
    }

    /// True when a term is so near a right answer that slips could lead to the one or to the other, and is not a spelling
    /// of it: organisation, organization. Slips never change a digit, so that a term with other numbers is none.
    pub fn is_rival_of(&self, answer: &Self) -> bool {
        let most = 2 * answer.budget;
        let (one, other) = (&self.letters, &answer.letters);
        // What costs least comes first: most of a bank is far longer or far shorter.
        self.length.abs_diff(answer.length) <= most
            && self.digits == answer.digits
            && one != other
            && !typo::too_far(one, other, most)
            && typo::distance(one, other) <= most
    }
}
