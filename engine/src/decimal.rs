//! Whole numbers as texts. The formatter of the standard library does this too; with all that comes with it, it weighs a kilobyte
//! in the client.

/// A number as one writes it.
pub fn decimal(number: u64) -> String {
    let mut text = String::new();
    push_decimal(&mut text, number);
    text
}

/// Writes a number at the end of a text.
#[inline(never)]
pub fn push_decimal(text: &mut String, number: u64) {
    if number >= 10 {
        push_decimal(text, number / 10);
    }
    text.push(char::from(b'0' + (number % 10) as u8));
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_number_is_written_as_the_standard_library_writes_it(number: u64) {
            prop_assert_eq!(decimal(number), number.to_string());
        }
    }

    #[test]
    fn the_ends_of_the_range_are_written_too() {
        assert_eq!(decimal(0), "0");
        assert_eq!(decimal(u64::MAX), u64::MAX.to_string());
    }
}
