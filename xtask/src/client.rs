//! The browser's side: the wasm that cargo builds, and the glue that wasm-bindgen writes around it.

mod data;
mod names;
mod pack;
mod streams;

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::{Bindgen, Output};

use crate::link;
use crate::minify;
use crate::run::{self, root};
use crate::setup::WASM;

/// The name that wasm-bindgen knows the client by.
const NAME: &str = "jalon_app";

/// What the glue has that nobody calls: the classes for byte streams, which come with Leptos for talking to a server, and the ways to start
/// from plain wasm.
const UNUSED: [&str; 4] = ["IntoUnderlying", "initSync", "__wbg_init", "__wbg_load"];

/// What LLVM does for speed even where it is told to build for size: pointers that count along with a loop, loads and other work done before
/// they are needed, and copies of functions a little larger than a call. Without it the client is 2 % smaller.
const SMALLER: &str =
    "-Cllvm-args=-disable-lsr -disable-machine-licm -enable-load-pre=0 -inline-threshold=7";

/// Builds the client and writes `jalon_app.js` and `jalon_app.bin`, the wasm in streams, into `folder`.
pub(crate) fn build(folder: &Path) -> Result<()> {
    let mut bound = bind(&compile()?)?;
    let start = fs::read_to_string(root().join("app/unpack.js")).context("app/unpack.js")?;
    let glue = minify::js_without(&[bound.js(), &start].concat(), &UNUSED)
        .context("in wasm-bindgen's glue and app/unpack.js")?;
    let glue = names::shorten(bound.wasm_mut(), &glue);
    fs::create_dir_all(folder)?;
    fs::write(folder.join(format!("{NAME}.js")), glue)?;
    cut_notes(bound.wasm_mut());
    let wasm = pack::pack(&bound.wasm_mut().emit_wasm()).context("in the client's wasm")?;
    let streams = streams::split(&wasm).context("in the client's wasm")?;
    fs::write(folder.join(format!("{NAME}.bin")), streams)?;
    Ok(())
}

/// Builds in a target folder of its own, so as never to wait for another cargo, nor to make it rebuild.
fn compile() -> Result<PathBuf> {
    let target = run::target_dir().join("client");
    let arguments = [
        "rustc",
        "--package",
        "jalon-app",
        "--lib",
        "--profile",
        "client",
        "--target",
        WASM,
        "--locked",
        "-Zbuild-std=std,panic_abort",
        "-Zbuild-std-features=optimize_for_size",
        // All code is generated with the last crate.
        "--",
        SMALLER,
    ];
    let mut cargo = run::cargo(arguments);
    cargo.env("CARGO_TARGET_DIR", &target);
    // A standard library built for size, whose panics end without a word, is a tenth of the client. Both are options of the
    // nightly compiler; this is how a stable one takes them.
    cargo.env("RUSTC_BOOTSTRAP", "1");
    link::with_this_program(&mut cargo)?;
    let mut flags = short_paths(&root(), &registries());
    flags.extend(["-Zunstable-options", "-Cpanic=immediate-abort"].map(OsString::from));
    cargo.env("CARGO_ENCODED_RUSTFLAGS", encoded(&flags));
    run::run(&mut cargo)?;
    Ok(target
        .join(WASM)
        .join("client")
        .join(format!("{NAME}.wasm")))
}

fn bind(wasm: &Path) -> Result<Output> {
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(wasm)
        .out_name(NAME)
        .web(true)?
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true);
    bindgen
        .generate_output()
        .context("wasm-bindgen refuses the client")
}

/// Takes out what compilers note for one another.
fn cut_notes(wasm: &mut walrus::Module) {
    let notes: Vec<_> = wasm.customs.iter().map(|(id, _)| id).collect();
    for id in notes {
        wasm.customs.delete(id);
    }
}

/// Cuts the folders of this machine out of the paths that panic messages carry: a smaller file, and
/// the same one wherever it is built.
fn short_paths(root: &Path, registries: &[PathBuf]) -> Vec<OsString> {
    let folders = registries.iter().map(PathBuf::as_path).chain([root]);
    folders
        .map(|folder| {
            let mut flag = OsString::from("--remap-path-prefix=");
            flag.push(folder.join(""));
            flag.push("=");
            flag
        })
        .collect()
}

/// Where cargo unpacks the sources of dependencies: one folder per registry.
fn registries() -> Vec<PathBuf> {
    let home = env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| env::home_dir().map(|home| home.join(".cargo")));
    let sources = home.and_then(|home| fs::read_dir(home.join("registry/src")).ok());
    let mut folders: Vec<PathBuf> = sources
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .collect();
    folders.sort();
    folders
}

/// Flags as `CARGO_ENCODED_RUSTFLAGS` wants them, which allows for spaces in paths.
fn encoded(flags: &[OsString]) -> OsString {
    flags.join(&OsString::from("\u{1f}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_lose_the_folders_of_this_machine() {
        let flags = short_paths(
            Path::new("/a b/jalon"),
            &[PathBuf::from("/c/registry/src/x")],
        );
        let registry = "--remap-path-prefix=/c/registry/src/x/=";
        let both = format!("{registry}\u{1f}--remap-path-prefix=/a b/jalon/=");
        assert_eq!(encoded(&flags), OsString::from(both));
    }
}
