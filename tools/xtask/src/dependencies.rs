//! Dependencies: none unused, none under a licence that this project's users could not accept, none with a known vulnerability.

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use spdx::{Expression, LicenseReq, ParseMode};

use crate::advisories;
use crate::run::{cargo, program, read, root, run};
use crate::setup;

/// Licences that ask for no more than a notice. MPL-2.0 asks for the source of changed files, and no file is changed here.
const ACCEPTED: [&str; 13] = [
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// The part of `cargo metadata` that is read here.
#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
    license: Option<String>,
}

/// Fails where a manifest lists a dependency that its crate doesn't use, or a package in the lock file has a licence that isn't accepted or
/// a known vulnerability. Returns what could not be checked.
pub(crate) fn check() -> Result<Option<&'static str>> {
    run(&mut program(setup::machete(), [root()]))?;
    let metadata = read(&mut cargo([
        "metadata",
        "--format-version",
        "1",
        "--locked",
    ]))?;
    let metadata: Metadata = serde_json::from_str(&metadata).context("cargo metadata")?;
    let refused: Vec<String> = metadata.packages.iter().filter_map(refusal).collect();
    if !refused.is_empty() {
        bail!("{}", refused.join("; "));
    }
    println!("licences: {} packages", metadata.packages.len());
    advisories::check()
}

/// Why a package can't be used, if so.
fn refusal(package: &Package) -> Option<String> {
    let name = format!("{} {}", package.name, package.version);
    let Some(license) = &package.license else {
        return Some(format!("{name} names no licence"));
    };
    // Lax, since older packages write MIT/Apache-2.0.
    match Expression::parse_mode(license, ParseMode::LAX) {
        Err(error) => Some(format!(
            "{name}: {license} is no licence expression: {error}"
        )),
        Ok(terms) if terms.evaluate(is_accepted) => None,
        Ok(_) => Some(format!(
            "{name} is under {license}, which tools/xtask/src/dependencies.rs does not accept"
        )),
    }
}

fn is_accepted(licence: &LicenseReq) -> bool {
    let id = licence.license.id();
    id.is_some_and(|id| ACCEPTED.contains(&id.name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn under(license: Option<&str>) -> Option<String> {
        refusal(&Package {
            name: "a".to_owned(),
            version: "1.0.0".to_owned(),
            license: license.map(str::to_owned),
        })
    }

    #[test]
    fn one_accepted_licence_is_enough_of_several_to_choose_from() {
        assert_eq!(under(Some("MIT OR GPL-3.0-only")), None);
        assert_eq!(under(Some("MIT/Apache-2.0")), None);
        assert_eq!(under(Some("Apache-2.0 WITH LLVM-exception")), None);
    }

    #[test]
    fn every_licence_counts_where_all_of_them_apply() {
        let refused = under(Some("MIT AND GPL-3.0-only")).unwrap();
        assert!(refused.starts_with("a 1.0.0 is under MIT AND GPL-3.0-only"));
    }

    #[test]
    fn a_package_without_a_licence_is_refused() {
        assert_eq!(under(None).as_deref(), Some("a 1.0.0 names no licence"));
        assert!(
            under(Some("my own"))
                .unwrap()
                .contains("no licence expression")
        );
    }
}
