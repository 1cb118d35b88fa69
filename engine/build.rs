//! Makes the folding table of `src/grade/fold.rs`: for each letter of the European scripts, its lower case taken apart
//! into a base letter and marks (Unicode NFD). The `unicode-normalization` crate itself would more than double what a
//! page downloads for text matching (measured: 49 kB of brotli), so it does its work here and in the tests.

use std::fmt::Write as _;
use std::{env, fs, path::Path};

use unicode_normalization::UnicodeNormalization;

/// Latin-1 letters to Latin Extended-B; Greek and Cyrillic; Latin Extended Additional.
const RANGES: [std::ops::Range<u32>; 3] = [0x00C0..0x0250, 0x0370..0x0530, 0x1E00..0x1F00];

/// The most code units that one letter of these ranges comes apart into.
const WIDTH: usize = 3;

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    let mut source = String::new();
    for range in RANGES {
        _ = writeln!(source, "({:#x}, &[", range.start);
        for code in range {
            let letter = char::from_u32(code).expect("no surrogates in these ranges");
            let mut apart: Vec<u32> = letter.to_lowercase().nfd().map(u32::from).collect();
            assert!(apart.len() <= WIDTH, "{letter} comes apart into {apart:x?}");
            apart.resize(WIDTH, 0);
            _ = writeln!(source, "{apart:?},");
        }
        source.push_str("]),\n");
    }
    let out = env::var_os("OUT_DIR").expect("cargo says where a build script may write");
    let table = format!("&[\n{source}]");
    fs::write(Path::new(&out).join("fold.in"), table).expect("the build folder can be written to");
}
