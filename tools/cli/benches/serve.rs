//! How long it takes from a save until the new text is served, on the bank that is shipped. `cargo bench -p jalon --bench serve` prints it.

#![allow(clippy::unwrap_used, reason = "a benchmark stops where it can't go on")]

#[path = "../tests/served/mod.rs"]
#[allow(dead_code, reason = "the tests ask for more")]
mod served;

use std::cell::Cell;
use std::fs;
use std::path::Path;

use served::{Served, client};
use tempfile::TempDir;

fn main() {
    divan::main();
}

/// From the start of the save until the state and the questions of its module have come: all that a page fetches.
#[divan::bench(sample_count = 20, sample_size = 1)]
fn a_save_is_served(bencher: divan::Bencher) {
    let top = TempDir::new().unwrap();
    let banks = top.path().join("banks");
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../questions/iso-27000");
    fs::create_dir(&banks).unwrap();
    for entry in fs::read_dir(shipped).unwrap() {
        let entry = entry.unwrap();
        fs::copy(entry.path(), banks.join(entry.file_name())).unwrap();
    }
    let module = banks.join("certification.toml");
    let text = fs::read_to_string(&module).unwrap();
    let served = Served::start(&banks, &client(top.path()));
    let saves = Cell::new(0);
    bencher.bench_local(|| {
        saves.set(saves.get() + 1);
        let word = format!("Edited {} times: ", saves.get());
        let version = served.version();
        let edited = text.replacen("prompt = \"", &format!("prompt = \"{word}"), 1);
        assert_ne!(edited, text);
        fs::write(&module, edited).unwrap();
        served.changed(&version);
        while {
            served.state("/state/iso-27000/certification");
            let file = module_file(&served.get("/every/iso-27000.json").body, "certification");
            let questions = served.get(&format!("/every/iso-27000/{file}"));
            !questions.body.contains(&word)
        } {}
    });
}

/// The file of a module, as the bank's header names it.
fn module_file(header: &str, module: &str) -> String {
    let header: serde_json::Value = serde_json::from_str(header).unwrap();
    let modules = header["modules"].as_array().unwrap();
    let info = modules.iter().find(|info| info["id"] == module).unwrap();
    info["file"].as_str().unwrap().to_owned()
}
