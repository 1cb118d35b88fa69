//! Makes the folding table of `src/grade/fold.rs`: for each letter of the European scripts, its lower case taken apart
//! into a base letter and marks (Unicode NFD). The `unicode-normalization` crate itself would more than double what a
//! page downloads for text matching (measured: 49 kB of brotli), so it does its work here and in the tests.

use std::fmt::Write as _;
use std::{env, fs, path::Path};

use unicode_normalization::UnicodeNormalization;

/// Latin-1 letters to Latin Extended-B; Greek and Cyrillic; Latin Extended Additional.
const RANGES: [std::ops::Range<u32>; 3] = [0x00C0..0x0250, 0x0370..0x0530, 0x1E00..0x1F00];

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    let letters = RANGES.into_iter().flatten().map(apart);
    let letters: Vec<[u8; 4]> = letters.collect();
    let column = |n: usize| letters.iter().map(|letter| letter[n]).collect::<Vec<u8>>();
    let mut source = String::from("Table { ranges: &[");
    for range in RANGES {
        _ = write!(source, "({}, {}), ", range.start, range.len());
    }
    source.push(']');
    for (n, name) in ["low", "high", "mark", "second"].into_iter().enumerate() {
        _ = write!(source, ", {name}: &{:?}", column(n));
    }
    source.push_str(" }");
    let out = env::var_os("OUT_DIR").expect("cargo says where a build script may write");
    fs::write(Path::new(&out).join("fold.in"), source).expect("the build folder can be written to");
}

/// What one letter comes apart into, as `fold.rs` reads it: the low and the high byte of the base letter, or of what to add to the letter
/// itself where it has no mark; the marks, from U+0300 as 1, or 0.
fn apart(code: u32) -> [u8; 4] {
    let letter = char::from_u32(code).expect("no surrogates in these ranges");
    let apart: Vec<u32> = letter.to_lowercase().nfd().map(u32::from).collect();
    let (base, marks) = apart.split_first().expect("a letter is not nothing");
    assert!(marks.len() <= 2, "{letter} comes apart into {apart:x?}");
    let mark = |n: usize| {
        let mark = marks.get(n).map_or(0, |mark| mark - 0x2FF);
        u8::try_from(mark).expect("a mark of the block of marks")
    };
    let base = if marks.is_empty() {
        base.wrapping_sub(code)
    } else {
        *base
    };
    let [low, high, ..] = base.to_le_bytes();
    [low, high, mark(0), mark(1)]
}
