//! How numbers are written, and what each reads as.

use super::*;

/// What each text is read as: a number, two, or a reason why not. In both languages' habits.
const READINGS: &[(&str, &str)] = &[
    // Plain.
    ("93", "93"),
    ("0", "0"),
    ("007", "7"),
    ("  93 ", "93"),
    ("\u{A0}93\u{202F}", "93"),
    ("+93", "93"),
    ("-93", "-93"),
    ("\u{2212}93", "-93"),
    ("\u{2010}93", "-93"),
    ("- 93", "-93"),
    ("2022", "2022"),
    ("27001", "27001"),
    // Decimals with a point and with a comma.
    ("93.5", "93.5"),
    ("93,5", "93.5"),
    ("93.50", "93.50"),
    ("0.1", "0.1"),
    ("0,1", "0.1"),
    (".5", "0.5"),
    (",5", "0.5"),
    ("-.5", "-0.5"),
    ("\u{2212},5", "-0.5"),
    ("+,5", "0.5"),
    ("3.14159", "3.14159"),
    ("3,14159", "3.14159"),
    ("1234.5", "1234.5"),
    ("1234,5", "1234.5"),
    ("00.5", "0.5"),
    // A mark before three digits that can't be one of thousands.
    ("0.125", "0.125"),
    ("0,125", "0.125"),
    (".125", "0.125"),
    (",125", "0.125"),
    ("012,345", "12.345"),
    ("1234,567", "1234.567"),
    ("1234.567", "1234.567"),
    // Thousands.
    ("1 234", "1234"),
    ("1\u{A0}234", "1234"),
    ("1\u{2009}234", "1234"),
    ("1\u{202F}234", "1234"),
    ("1 234 567", "1234567"),
    ("1\u{202F}234\u{202F}567", "1234567"),
    ("12 345", "12345"),
    ("123 456", "123456"),
    ("1'234", "1234"),
    ("1\u{2019}234", "1234"),
    ("1'234'567", "1234567"),
    ("1,234,567", "1234567"),
    ("1.234.567", "1234567"),
    ("-1 234", "-1234"),
    // Thousands and decimals.
    ("1,234.5", "1234.5"),
    ("1.234,5", "1234.5"),
    ("1 234,5", "1234.5"),
    ("1 234.5", "1234.5"),
    ("1\u{202F}234,5", "1234.5"),
    ("1\u{A0}234\u{A0}567,89", "1234567.89"),
    ("1,234,567.8", "1234567.8"),
    ("1.234.567,8", "1234567.8"),
    ("1'234.5", "1234.5"),
    ("1'234,5", "1234.5"),
    ("1 234,567", "1234.567"),
    ("1 234.567", "1234.567"),
    ("1.234,567", "1234.567"),
    ("1,234.567", "1234.567"),
    ("1'234.567", "1234.567"),
    ("12,345.678", "12345.678"),
    // Not guessed.
    ("1,234", "1234 or 1.234"),
    ("1.234", "1234 or 1.234"),
    ("12,345", "12345 or 12.345"),
    ("123.456", "123456 or 123.456"),
    ("-1,234", "-1234 or -1.234"),
    ("+1.000", "1000 or 1.000"),
    ("1,234e5", "1234 or 1.234"),
    ("1.234 × 10^5", "1234 or 1.234"),
    ("1,234 %", "1234 or 1.234"),
    // Settled by one more digit.
    ("1.2340", "1.2340"),
    ("1,2340", "1.2340"),
    // Hundredths.
    ("50%", "50%"),
    ("50 %", "50%"),
    ("50\u{202F}%", "50%"),
    ("12,5 %", "12.5%"),
    ("-5%", "-5%"),
    ("1/2 %", "1/2%"),
    // Powers of ten.
    ("1e5", "1e5"),
    ("1E5", "1e5"),
    ("1e+5", "1e5"),
    ("1.5e-3", "1.5e-3"),
    ("1,5e\u{2212}3", "1.5e-3"),
    ("1.5×10^5", "1.5e5"),
    ("1.5 × 10^5", "1.5e5"),
    ("1,5 x 10^5", "1.5e5"),
    ("1.5x10^5", "1.5e5"),
    ("1.5X10^5", "1.5e5"),
    ("1.5*10^5", "1.5e5"),
    ("1.5 * 10^-5", "1.5e-5"),
    ("1,5×10⁵", "1.5e5"),
    ("1,5 × 10⁻⁵", "1.5e-5"),
    ("6.02×10²³", "6.02e23"),
    ("2×10⁺²", "2e2"),
    ("1 234,5×10^3", "1234.5e3"),
    ("10⁵", "1e5"),
    ("10^5", "1e5"),
    ("10^-5", "1e-5"),
    ("-10⁻²", "-1e-2"),
    ("1e05", "1e5"),
    // Fractions.
    ("3/4", "3/4"),
    ("3 / 4", "3/4"),
    ("3\u{2044}4", "3/4"),
    ("-3/4", "-3/4"),
    ("1 3/4", "1 3/4"),
    ("1\u{A0}3/4", "1 3/4"),
    ("12 1/2", "12 1/2"),
    ("-1 3/4", "-1 3/4"),
    ("½", "1/2"),
    ("-½", "-1/2"),
    ("1½", "1 1/2"),
    ("1 ½", "1 1/2"),
    ("1\u{202F}½", "1 1/2"),
    ("⅔", "2/3"),
    ("10/3", "10/3"),
    ("93/1", "93/1"),
    // Nothing to judge.
    ("", "empty"),
    ("   ", "empty"),
    ("abc", "none"),
    ("-", "none"),
    (",", "none"),
    ("%", "none"),
    ("quatre-vingt-treize", "none"),
    ("NaN", "none"),
    ("∞", "none"),
    ("٩٣", "none"),
    // Two numbers.
    ("93 94", "several"),
    ("93 or 94", "several"),
    ("93 ou 94", "several"),
    ("93, 94", "several"),
    ("93; 94", "several"),
    ("93-94", "several"),
    ("93 \u{2013} 94", "several"),
    ("1 23", "several"),
    ("1234 567", "several"),
    ("0 234", "several"),
    ("5 10^3", "several"),
    ("3/4/5", "several"),
    ("1.5 200", "several"),
    // No number that is read.
    ("1.2.3", "unreadable"),
    ("10.0.0.1", "unreadable"),
    ("1,23,456", "unreadable"),
    ("12,34,567", "unreadable"),
    ("1'23", "unreadable"),
    ("1,234.567,8", "unreadable"),
    ("1,234 567", "several"),
    ("1'234,567'8", "unreadable"),
    ("1 234/567", "unreadable"),
    ("1.5/2", "unreadable"),
    ("1/0", "unreadable"),
    ("1/", "unreadable"),
    ("1,5½", "unreadable"),
    ("1e100", "unreadable"),
    ("1e-100", "unreadable"),
    ("1e99999999999999999999", "unreadable"),
    ("12345678901234567890123456789012345678901", "unreadable"),
    // Words.
    ("93 controls", "unit?"),
    ("about 93", "unit?"),
    ("93.", "unreadable"),
    ("93,", "unreadable"),
    ("93!", "unreadable"),
    ("(93)", "unreadable"),
    ("--5", "unreadable"),
    ("5 km", "unit?"),
    ("0x10", "unit?"),
    ("5e", "unit?"),
    ("50 % %", "unit?"),
    ("% 50", "unit?"),
];

#[test]
fn each_way_of_writing_has_one_reading() {
    assert!(READINGS.len() >= 120);
    // Its key is none of them, so that both readings of a doubtful text are wrong and none is asked about.
    let off: Vec<_> = READINGS
        .iter()
        .filter_map(|&(typed, expected)| {
            let read = match Numeral::read(typed) {
                Ok(number) => number.as_str().to_owned(),
                Err(Unread::Ambiguous(Doubt { grouped, decimal })) => {
                    format!("{grouped} or {decimal}")
                }
                Err(Unread::NoNumber) if typed.trim().is_empty() => "empty".to_owned(),
                Err(_) => verdict(&asks_for("7"), typed).to_owned(),
            };
            (read != expected).then_some((typed, expected, read))
        })
        .collect();
    assert!(off.is_empty(), "(typed, expected, found)\n{off:#?}");
}

#[test]
fn what_was_read_is_read_again_as_the_same_number() {
    for (typed, _) in READINGS {
        let Ok(number) = Numeral::read(typed) else {
            continue;
        };
        assert_eq!(
            Numeral::parse(number.as_str()),
            Some(number.clone()),
            "{typed}"
        );
        let question = asks_for(number.as_str());
        assert_eq!(verdict(&question, typed), "right", "{typed}");
        assert_eq!(
            verdict(&question, &number.unmistakable()),
            "right",
            "{typed}"
        );
    }
}
