//! The seal of a compiled file: it tells a file as it was built from one that was cut short, edited or damaged since.
//!
//! A sealed file opens, to the byte, with `{"jalon":3,"seal":"`, sixteen digits and a quotation mark. The digits are the FNV-1a hash,
//! 64 bits, of all other bytes of the file, in hexadecimal with small letters. It guards against accidents and not against intent:
//! anyone can compute it.

/// What a compiled file opens with before it is sealed. The number is [`super::FORMAT`].
const UNSEALED: &str = r#"{"jalon":3,"#;

/// What a sealed file opens with.
const OPENING: &str = r#"{"jalon":3,"seal":""#;

/// How many digits a seal has.
const DIGITS: usize = 16;

/// Seals a compiled file: a JSON object without spaces whose first member is the format. Another text has no place for a seal and
/// stays as it is. Only files that passed the checks are to be sealed: whoever reads one relies on that.
pub fn sealed(json: &str) -> String {
    let Some(members) = json.strip_prefix(UNSEALED) else {
        return json.to_owned();
    };
    let rest = ["\",", members].concat();
    let digits = digits(rest.as_bytes());
    let digits = digits.map(char::from).into_iter().collect::<String>();
    [OPENING, &digits, &rest].concat()
}

/// What the opening of a text and its seal say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Seal {
    /// The file is as it was built.
    Whole,
    /// It isn't any more.
    Broken,
    /// Nothing: this is no sealed file of this format.
    None,
}

/// Holds a text against its seal.
pub(super) fn seal_of(text: &str) -> Seal {
    let Some(rest) = text.as_bytes().strip_prefix(OPENING.as_bytes()) else {
        return Seal::None;
    };
    match rest.split_at_checked(DIGITS) {
        Some((found, rest)) if found == digits(rest) => Seal::Whole,
        _ => Seal::Broken,
    }
}

/// The seal of a file that has these bytes after it.
fn digits(rest: &[u8]) -> [u8; DIGITS] {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for part in [OPENING.as_bytes(), rest] {
        for byte in part {
            hash = (hash ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3);
        }
    }
    let mut digits = [0; DIGITS];
    for digit in digits.iter_mut().rev() {
        let value = (hash & 15) as u8;
        *digit = value + if value < 10 { b'0' } else { b'a' - 10 };
        hash >>= 4;
    }
    digits
}

#[cfg(test)]
mod tests {
    use super::super::FORMAT;
    use super::*;

    const FILE: &str = r#"{"jalon":3,"id":"b"}"#;

    #[test]
    fn a_seal_stands_behind_the_format() {
        assert_eq!(UNSEALED, format!("{{\"jalon\":{FORMAT},"));
        assert_eq!(OPENING, format!("{UNSEALED}\"seal\":\""));
    }

    /// Banks that were built once are read for ever, so the digits are written down here. They were computed elsewhere.
    #[test]
    fn the_seal_is_the_hash_that_it_is_said_to_be() {
        assert_eq!(
            sealed(FILE),
            r#"{"jalon":3,"seal":"5dfcbccd09866e2e","id":"b"}"#
        );
    }

    #[test]
    fn any_other_byte_breaks_it() {
        let whole = sealed(FILE);
        assert_eq!(seal_of(&whole), Seal::Whole);
        for at in OPENING.len()..whole.len() {
            for by in ["", "x", "xy"] {
                let mut changed = whole.clone();
                changed.replace_range(at..=at, by);
                assert_eq!(seal_of(&changed), Seal::Broken, "{changed}");
            }
            assert_eq!(seal_of(&whole[..at]), Seal::Broken);
        }
        assert_eq!(seal_of(&(whole + "\n")), Seal::Broken);
    }

    #[test]
    fn only_a_compiled_file_has_a_seal() {
        for other in [
            "",
            "{}",
            "[2]",
            "{\"jalon\":2,\"id\":\"b\"}",
            "{ \"jalon\":3,\"id\":\"b\"}",
        ] {
            assert_eq!(sealed(other), other);
            assert_eq!(seal_of(other), Seal::None);
        }
        assert_eq!(seal_of(FILE), Seal::None);
    }
}
