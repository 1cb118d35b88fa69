//! `jalon fmt`, as a user runs it.

#![allow(clippy::unwrap_used, reason = "a test stops where it can't go on")]

mod command;

use std::fs;

use command::jalon;
use tempfile::TempDir;

fn bank(header: &str) -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("bank.toml"), header).unwrap();
    folder
}

const HEADER: &str = "languages=['en']\nid = \"a\" # stays\nmodules = []\ntitle = {en = 'A'}\n";

#[test]
fn files_out_of_order_are_listed_and_then_put_in_order() {
    let folder = bank(HEADER);
    let read = || fs::read_to_string(folder.path().join("bank.toml")).unwrap();
    let listed = jalon(folder.path(), &["fmt", "--check", "."]);
    assert_eq!(listed.status.code(), Some(1));
    assert_eq!(String::from_utf8_lossy(&listed.stdout), "./bank.toml\n");
    assert_eq!(read(), HEADER, "--check writes nothing");

    assert_eq!(jalon(folder.path(), &["fmt", "."]).status.code(), Some(0));
    assert_eq!(
        read(),
        "id = \"a\" # stays\nlanguages = ['en']\ntitle.en = 'A'\nmodules = []\n"
    );
    let again = jalon(folder.path(), &["fmt", "--check", "."]);
    assert_eq!(again.status.code(), Some(0));
    assert!(again.stdout.is_empty());
}

#[test]
fn a_file_that_is_no_banks_is_named_and_left_as_it_is() {
    for broken in ["id = \n", "id = \"a\"\nunknown = 1\n"] {
        let folder = bank(broken);
        let output = jalon(folder.path(), &["fmt", "."]);
        assert_eq!(output.status.code(), Some(1));
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(
            said.contains("bank.toml") && said.contains("jalon check"),
            "{said}"
        );
        let path = folder.path().join("bank.toml");
        assert_eq!(fs::read_to_string(path).unwrap(), broken);
    }
}
