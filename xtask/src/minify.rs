//! Smaller JavaScript that means the same.
//!
//! The tree is printed without comments and spaces, and what is not exported gets short names: a quarter off the
//! glue, a third off the loader, as brotli counts. Rewriting the code as well would save 2 % more and risk more.
//! Styles stay as they are written: minified they would be 0.2 kB smaller, for half a minute more of compiling.

use anyhow::{Result, bail};
use oxc_allocator::Allocator;
use oxc_codegen::{Codegen, CodegenOptions};
use oxc_mangler::{MangleOptions, Mangler};
use oxc_parser::Parser;
use oxc_span::SourceType;

/// An ES module.
pub(crate) fn js(source: &str) -> Result<String> {
    let allocator = Allocator::default();
    let parsed = Parser::new(&allocator, source, SourceType::mjs()).parse();
    if let Some(error) = parsed.errors.into_iter().next() {
        let shown = error.with_source_code(source.to_owned());
        bail!("this is not a JavaScript module: {shown:?}");
    }
    let options = MangleOptions {
        top_level: true,
        ..MangleOptions::default()
    };
    let names = Mangler::new().with_options(options).build(&parsed.program);
    let printed = Codegen::new()
        .with_options(CodegenOptions::minify())
        .with_scoping(Some(names.scoping))
        .with_private_member_mappings(Some(names.class_private_mappings))
        .build(&parsed.program);
    Ok(printed.code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_loader_keeps_its_meaning() {
        let source = r#"
            // A comment.
            const base = new URL(".", import.meta.url);
            let client;
            export class Checkpoint extends HTMLElement {
                #handle = null; // private
                static observedAttributes = ["lang"];
                async connectedCallback() {
                    client ??= import(new URL("jalon_app.js", base));
                    this.#handle = (await client).mount(this.attachShadow({ mode: "open" }));
                }
                disconnectedCallback() { this.#handle?.free(); }
            }
            customElements.define("jalon-checkpoint", Checkpoint);
        "#;
        let small = js(source).unwrap();
        assert!(small.len() < source.len() * 3 / 4, "{small}");
        for kept in [
            "import.meta.url",
            "export class Checkpoint",
            "connectedCallback",
            "??=import(",
        ] {
            assert!(small.contains(kept), "{kept} is not in {small}");
        }
        for gone in ["comment", "#handle", "client"] {
            assert!(!small.contains(gone), "{gone} is in {small}");
        }
    }

    #[test]
    fn what_is_not_a_module_is_refused() {
        let error = js("class {").unwrap_err().to_string();
        assert!(
            error.starts_with("this is not a JavaScript module"),
            "{error}"
        );
    }
}
