#![no_main]

use jalon_compiler::{Sources, check};
use jalon_draft::{self as draft, tidy_bank, tidy_module};
use libfuzzer_sys::fuzz_target;

const HEADER: &str = "id = \"a\"\nlanguages = [\"en\"]\ntitle.en = \"A\"\nmodules = [\"m\"]\n[[concept]]\nid = \"c\"\nname.en = \"C\"\n";

fuzz_target!(|bytes: &[u8]| {
    let as_bank = Sources::from_iter([("b/bank.toml", bytes)]);
    let as_module = Sources::from_iter([("b/bank.toml", HEADER.as_bytes()), ("b/m.toml", bytes)]);
    for sources in [as_bank, as_module] {
        let _ = check(&sources);
        let _ = draft::read(&sources);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        for tidy in [tidy_bank, tidy_module] {
            if let Ok(once) = tidy(text) {
                assert_eq!(
                    tidy(&once).as_ref(),
                    Ok(&once),
                    "the layout of a layout is the same"
                );
            }
        }
    }
});
