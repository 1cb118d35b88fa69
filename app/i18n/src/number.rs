//! Numbers, as each language writes them.

use jalon_engine::feedback::Quantity;
use jalon_engine::grade::{Doubt, Unread};

use crate::Words;

impl Words {
    /// A number, or a range, with its unit.
    pub fn quantity(&self, quantity: &Quantity, unit: &str) -> String {
        let from = self.number(&quantity.number);
        let number = match &quantity.to {
            Some(to) => self.range(&from, &self.number(to)),
            None => from,
        };
        // No break between a number and its unit.
        let space = if unit.is_empty() { "" } else { "\u{A0}" };
        [&number, space, unit].concat()
    }

    /// A number in the engine's plain way of writing, with marks between thousands from five digits on, so that a year stays one word (ISO
    /// 80000-1, 7.3.1).
    pub fn number(&self, plain: &str) -> String {
        self.write(plain, 5)
    }

    /// Why a typed number can't be judged. `known` are the units that there are.
    pub fn unread(&self, why: &Unread, known: &str) -> String {
        let sentence = match why {
            Unread::NoNumber => self.no_number,
            Unread::Several => self.several_numbers,
            Unread::UnknownUnit if known.is_empty() => self.number_alone,
            Unread::UnknownUnit => return self.unknown_unit(known),
            Unread::NoUnit => return self.no_unit(known),
            Unread::Ambiguous(Doubt { grouped, decimal }) => {
                let (grouped, decimal) = (
                    self.write(grouped, usize::MAX),
                    self.write(decimal, usize::MAX),
                );
                let clear = [&decimal, "0"].concat();
                return self.ambiguous(&grouped, &decimal, &clear);
            }
            // `Unreadable`, and reasons to come.
            _ => self.unreadable_number,
        };
        sentence.to_owned()
    }

    /// Writes a number that is in the engine's plain way of writing. Whole parts of that many digits have marks between thousands.
    fn write(&self, plain: &str, grouped_from: usize) -> String {
        let unsigned = plain.bytes().skip_while(|b| *b == b'-');
        let whole = unsigned.take_while(u8::is_ascii_digit).count();
        let (mut left, mut raised) = (whole, false);
        let mut text = String::new();
        for sign in plain.chars() {
            match sign {
                '-' if raised => text.push('⁻'),
                '-' => text.push('\u{2212}'),
                '.' => text.push_str(self.decimal_mark),
                '%' => text.push_str(&self.percent("")),
                'e' => {
                    text.push_str("\u{A0}×\u{A0}10");
                    raised = true;
                }
                digit if raised => text.push(raise(digit)),
                digit => {
                    if whole >= grouped_from && left > 0 && left < whole && left % 3 == 0 {
                        text.push_str(self.group_mark);
                    }
                    left = left.saturating_sub(1);
                    text.push(digit);
                }
            }
        }
        text
    }
}

/// A digit as an exponent.
fn raise(digit: char) -> char {
    match digit {
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        digit => char::from_u32(u32::from(digit) - u32::from('0') + 0x2070).unwrap_or(digit),
    }
}

#[cfg(test)]
mod tests {
    use crate::{Words, de, en, fr};
    use jalon_engine::feedback::Quantity;
    use jalon_engine::grade::{Doubt, Unread};
    use jalon_engine::lang::Localised;

    #[test]
    fn a_number_is_written_as_the_language_writes_it() {
        for (plain, english, french, german) in [
            ("93", "93", "93", "93"),
            ("93.5", "93.5", "93,5", "93,5"),
            ("-93.5", "\u{2212}93.5", "\u{2212}93,5", "\u{2212}93,5"),
            ("2022", "2022", "2022", "2022"),
            ("27001", "27,001", "27\u{202F}001", "27\u{202F}001"),
            (
                "1234567.8901",
                "1,234,567.8901",
                "1\u{202F}234\u{202F}567,8901",
                "1\u{202F}234\u{202F}567,8901",
            ),
            ("12.5%", "12.5%", "12,5\u{202F}%", "12,5\u{A0}%"),
            ("3/4", "3/4", "3/4", "3/4"),
            ("1 3/4", "1 3/4", "1 3/4", "1 3/4"),
            (
                "1.5e12",
                "1.5\u{A0}×\u{A0}10¹²",
                "1,5\u{A0}×\u{A0}10¹²",
                "1,5\u{A0}×\u{A0}10¹²",
            ),
            (
                "2e-34",
                "2\u{A0}×\u{A0}10⁻³⁴",
                "2\u{A0}×\u{A0}10⁻³⁴",
                "2\u{A0}×\u{A0}10⁻³⁴",
            ),
        ] {
            assert_eq!(en::WORDS.number(plain), english);
            assert_eq!(fr::WORDS.number(plain), french);
            assert_eq!(de::WORDS.number(plain), german);
        }
    }

    #[test]
    fn a_quantity_has_its_unit_and_both_ends() {
        let quantity = |to: Option<&str>| Quantity {
            number: "1.5".to_owned(),
            to: to.map(str::to_owned),
            unit: Localised::default(),
        };
        let say = |words: &Words, to| words.quantity(&quantity(to), "km");
        assert_eq!(say(&en::WORDS, None), "1.5\u{A0}km");
        assert_eq!(say(&fr::WORDS, None), "1,5\u{A0}km");
        assert_eq!(say(&en::WORDS, Some("2.5")), "1.5 to 2.5\u{A0}km");
        assert_eq!(say(&fr::WORDS, Some("2.5")), "de 1,5 à 2,5\u{A0}km");
        assert_eq!(say(&de::WORDS, Some("2.5")), "1,5 bis 2,5\u{A0}km");
    }

    #[test]
    fn the_way_out_of_a_doubt_is_no_doubt() {
        let doubt = Unread::Ambiguous(Doubt {
            grouped: "12345".to_owned(),
            decimal: "12.345".to_owned(),
        });
        assert_eq!(
            en::WORDS.unread(&doubt, ""),
            "Do you mean 12345 or 12.345? To leave no doubt, type 12345 or 12.3450."
        );
        assert_eq!(
            fr::WORDS.unread(&doubt, ""),
            "Voulez-vous dire 12345 ou 12,345\u{202F}? Pour lever le doute, tapez 12345 ou 12,3450."
        );
        assert_eq!(
            de::WORDS.unread(&doubt, ""),
            "Meinen Sie 12345 oder 12,345? Eindeutig ist 12345 oder 12,3450."
        );
    }
}
