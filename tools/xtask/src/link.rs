//! What rustc calls to link the client, instead of the linker itself.
//!
//! Each function that any dependency could call in JavaScript, or offers to it, has an export that describes its types to
//! wasm-bindgen. Exports keep alive whatever they mention, and afterwards nobody can tell which entries of the function
//! table are still of use: a tenth of the client. So it is linked twice: once to see what it imports, and once with the
//! descriptions of just that.

use std::collections::HashSet;
use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use walrus::{Module, ModuleConfig};

use crate::run;

/// Set where this program is to link.
const ASKED: &str = "JALON_XTASK_LINKS";

/// The linker that comes with rustc, which puts it on the `PATH` of what it calls.
const LINKER: &str = "rust-lld";

/// How wasm-bindgen names the export that describes another one, or an import.
const DESCRIBES: &str = "__wbindgen_describe_";

/// In the exports of the classes for byte streams. They come with Leptos for talking to a server, and nothing here does.
const STREAMS: &str = "intounderlying";

/// Has a cargo that builds for wasm link with this program.
pub(crate) fn with_this_program(cargo: &mut Command) -> Result<()> {
    let this = env::current_exe().context("this program doesn't know where it is")?;
    cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", this);
    cargo.env(ASKED, "1");
    Ok(())
}

/// What to link, where that is what this program was called for.
pub(crate) fn asked() -> Option<Vec<OsString>> {
    env::var_os(ASKED)?;
    Some(env::args_os().skip(1).collect())
}

/// Links what rustc asks for, with fewer exports.
pub(crate) fn link(arguments: Vec<OsString>) -> Result<()> {
    let arguments = text(arguments)?;
    let (exports, rest) = parted(arguments);
    let own: Vec<&String> = exports.iter().filter(|name| is_wanted(name)).collect();
    let result = output(&rest).context("rustc names no file to link into")?;
    run_linker(&rest, &own, result)?;
    let imports = imports(Path::new(result))?;
    let known = |name: &str| imports.contains(name) || own.iter().any(|own| *own == name);
    let described = |name: &&String| name.strip_prefix(DESCRIBES).is_some_and(known);
    let described: Vec<&String> = exports.iter().filter(described).collect();
    run_linker(&rest, &[own.clone(), described].concat(), result)
}

fn is_wanted(export: &str) -> bool {
    !export.starts_with(DESCRIBES) && !export.contains(STREAMS)
}

/// The arguments, or those in the file that stands for them where they are too long for a command line.
fn text(arguments: Vec<OsString>) -> Result<Vec<String>> {
    if let [only] = arguments.as_slice()
        && let Some(file) = only.to_string_lossy().strip_prefix('@')
    {
        let lines = fs::read_to_string(file).with_context(|| format!("{file} can't be read"))?;
        return Ok(lines.lines().map(unquoted).collect());
    }
    let text = |argument: OsString| argument.into_string().ok();
    let all: Option<Vec<String>> = arguments.into_iter().map(text).collect();
    all.context("the path of a file to link is not UTF-8")
}

fn unquoted(line: &str) -> String {
    let mut plain = String::new();
    let mut letters = line.trim_matches('"').chars();
    while let Some(letter) = letters.next() {
        plain.extend(match letter {
            '\\' => letters.next(),
            letter => Some(letter),
        });
    }
    plain
}

/// The exports, and all other arguments.
fn parted(arguments: Vec<String>) -> (Vec<String>, Vec<String>) {
    let (mut exports, mut rest) = (Vec::new(), Vec::new());
    let mut arguments = arguments.into_iter();
    while let Some(argument) = arguments.next() {
        if argument == "--export" {
            exports.extend(arguments.next());
        } else {
            rest.push(argument);
        }
    }
    (exports, rest)
}

fn output(arguments: &[String]) -> Option<&str> {
    let flag = arguments.iter().position(|argument| argument == "-o")?;
    arguments.get(flag + 1).map(String::as_str)
}

/// The exports stand in a file, as there may be more than a command line holds.
fn run_linker(rest: &[String], exports: &[&String], result: &str) -> Result<()> {
    let file = format!("{result}.exports");
    let lines: Vec<String> = exports.iter().map(|n| format!("--export={n}")).collect();
    fs::write(&file, lines.join("\n"))?;
    let mut linker = Command::new(LINKER);
    run::run(linker.args(rest).arg(format!("@{file}")))
}

/// The names of everything that a linked file imports.
fn imports(wasm: &Path) -> Result<HashSet<String>> {
    let mut config = ModuleConfig::new();
    let module: Module = config.generate_producers_section(false).parse_file(wasm)?;
    Ok(module.imports.iter().map(|i| i.name.clone()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn owned(words: &str) -> Vec<String> {
        words.split(' ').map(str::to_owned).collect()
    }

    #[test]
    fn exports_are_told_from_the_rest() {
        let all =
            owned("-flavor wasm --export mount --export=__heap_base a.o --export read -o x.wasm");
        let (exports, rest) = parted(all);
        assert_eq!(exports, ["mount", "read"]);
        assert_eq!(
            rest,
            owned("-flavor wasm --export=__heap_base a.o -o x.wasm")
        );
        assert_eq!(output(&rest), Some("x.wasm"));
    }

    #[test]
    fn streams_and_descriptions_wait_until_somebody_needs_them() {
        assert!(is_wanted("mount_0"));
        assert!(!is_wanted("intounderlyingsink_close_0"));
        assert!(!is_wanted("__wbindgen_describe_mount_0"));
    }

    #[test]
    fn a_file_of_arguments_is_read_as_the_linker_reads_it() {
        let folder = run::Scratch::new("link");
        let file = folder.path().join("arguments");
        fs::write(&file, "\"--export\"\n\"a\\\\b\\\"c\"\nplain\n").unwrap();
        let mut argument = OsString::from("@");
        argument.push(&file);
        assert_eq!(
            text(vec![argument]).unwrap(),
            ["--export", "a\\b\"c", "plain"]
        );
    }
}
