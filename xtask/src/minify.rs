//! Smaller JavaScript that means the same.
//!
//! The tree is printed without comments and spaces, and what is not exported gets short names: a quarter off the
//! glue, a third off the loader, as brotli counts. Rewriting the code as well would save 2 % more and risk more.
//! Styles lose comments and spaces, and no more: a library that rewrites them would add half a minute of compiling.

use anyhow::{Result, bail};
use oxc_allocator::Allocator;
use oxc_ast::ast::{Declaration, Statement};
use oxc_codegen::{Codegen, CodegenOptions};
use oxc_mangler::{MangleOptions, Mangler};
use oxc_parser::Parser;
use oxc_span::{GetSpan, SourceType};

/// An ES module.
pub(crate) fn js(source: &str) -> Result<String> {
    js_without(source, &[])
}

/// An ES module, without the classes, functions and values whose names start with one of `unused`, and what is kept for them.
pub(crate) fn js_without(source: &str, unused: &[&str]) -> Result<String> {
    let allocator = Allocator::default();
    let mut parsed = Parser::new(&allocator, source, SourceType::mjs()).parse();
    if let Some(error) = parsed.errors.into_iter().next() {
        let shown = error.with_source_code(source.to_owned());
        bail!("this is not a JavaScript module: {shown:?}");
    }
    let is_unused = |name: &str| unused.iter().any(|start| name.starts_with(start));
    // After each class stands `if (Symbol.dispose) Class.prototype[...] = ...`.
    let extends = |statement: &Statement<'_>| {
        let text = statement.span().source_text(source);
        matches!(statement, Statement::IfStatement(_))
            && unused.iter().any(|name| text.contains(name))
    };
    parsed
        .program
        .body
        .retain(|statement| !declared(statement).is_some_and(is_unused) && !extends(statement));
    for statement in &mut parsed.program.body {
        if let Statement::ExportNamedDeclaration(export) = statement {
            export
                .specifiers
                .retain(|one| !is_unused(&one.local.name()));
        }
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

/// The name that a statement at the top declares, if it is a class or a value.
fn declared<'a>(statement: &'a Statement<'_>) -> Option<&'a str> {
    match statement {
        Statement::ClassDeclaration(class) => class.id.as_ref().map(|id| id.name.as_str()),
        Statement::FunctionDeclaration(function) => function.name().map(|name| name.as_str()),
        Statement::VariableDeclaration(values) => {
            let first = values.declarations.first()?;
            first.id.get_binding_identifier().map(|id| id.name.as_str())
        }
        Statement::ExportNamedDeclaration(export) => match export.declaration.as_ref()? {
            Declaration::ClassDeclaration(class) => class.id.as_ref().map(|id| id.name.as_str()),
            _ => None,
        },
        _ => None,
    }
}

/// Style sheets of ours: in strings are no marks of comments and none of what spaces are taken from, and each line ends where a space means
/// nothing.
pub(crate) fn css(source: &str) -> String {
    let mut rest = source;
    let mut bare = String::with_capacity(source.len());
    while let Some((before, comment)) = rest.split_once("/*") {
        bare.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    bare.push_str(rest);
    let mut small = String::with_capacity(bare.len());
    for line in bare.lines().map(str::trim).filter(|line| !line.is_empty()) {
        // A value that goes on in the next line needs a space there.
        if !small.is_empty() && !small.ends_with([';', '{', '}', ',']) {
            small.push(' ');
        }
        small.push_str(line);
    }
    for (wide, narrow) in [(" {", "{"), (": ", ":"), (", ", ","), (";}", "}")] {
        small = small.replace(wide, narrow);
    }
    small
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_that_nobody_calls_go_with_what_is_kept_for_them() {
        let source = "const UnusedRegistry = 1; export class UnusedStream { free() { return UnusedRegistry; } }
            if (Symbol.dispose) UnusedStream.prototype[Symbol.dispose] = UnusedStream.prototype.free;
            const kept = 2; export class Kept { value() { return kept; } }
            function unusedSync() {} export { unusedSync, kept };";
        let small = js_without(source, &["Unused", "unused"]).unwrap();
        assert!(!small.to_lowercase().contains("unused"), "{small}");
        assert!(small.contains("class Kept"), "{small}");
    }

    #[test]
    fn styles_keep_every_space_that_means_something() {
        let source = "/* One. */\na b,\nc {\n  margin: 0 1px; /* two */\n  font:\n    400 1em\n    serif;\n}\n";
        assert_eq!(css(source), "a b,c{margin:0 1px;font:400 1em serif}");
    }

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
