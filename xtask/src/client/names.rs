//! Shorter names between wasm and glue. Those of wasm-bindgen end in a digest each, which no compression makes small.

use std::collections::HashMap;

use walrus::Module;

/// What names of wasm-bindgen's own making contain. The others are words of the glue elsewhere too.
const MADE_UP: [&str; 3] = ["__wb", "__externref", "wasm_bindgen_"];

/// Gives short names to what wasm and glue hand each other. Returns the glue with these names.
pub(super) fn shorten(wasm: &mut Module, glue: &str) -> String {
    let mut short = HashMap::new();
    for import in wasm.imports.iter_mut() {
        rename(&mut import.name, &mut short);
    }
    for export in wasm.exports.iter_mut() {
        rename(&mut export.name, &mut short);
    }
    replaced(glue, &short)
}

fn rename(name: &mut String, short: &mut HashMap<String, String>) {
    if MADE_UP.iter().any(|part| name.contains(part)) {
        let next = nth(short.len());
        *name = short.entry(std::mem::take(name)).or_insert(next).clone();
    }
}

/// The names `a`, `b`, ... `z`, `ba`, `bb` ...
fn nth(n: usize) -> String {
    let letter = |n: usize| char::from(b'a' + u8::try_from(n % 26).unwrap_or_default());
    let mut name = vec![letter(n)];
    let mut rest = n / 26;
    while rest > 0 {
        name.push(letter(rest));
        rest /= 26;
    }
    name.into_iter().rev().collect()
}

/// The text with other words for some.
fn replaced(text: &str, words: &HashMap<String, String>) -> String {
    let is_word = |c: char| c.is_alphanumeric() || c == '_' || c == '$';
    let mut new = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let same = |c: char| is_word(c) == is_word(first);
        let end = rest.find(|c| !same(c)).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        new.push_str(words.get(word).map_or(word, String::as_str));
        rest = after;
    }
    new
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_never_repeat() {
        let names: std::collections::HashSet<String> = (0..2000).map(nth).collect();
        assert_eq!(names.len(), 2000);
    }

    #[test]
    fn only_whole_words_change() {
        let words = HashMap::from([("__wbg_a_1".to_owned(), "b".to_owned())]);
        let glue = "{__wbg_a_1:x,__wbg_a_12:y};N.__wbg_a_1(a)";
        assert_eq!(replaced(glue, &words), "{b:x,__wbg_a_12:y};N.b(a)");
    }

    #[test]
    fn both_sides_get_the_same_name() {
        let mut wasm = Module::default();
        let signature = wasm.types.add(&[], &[]);
        let (called, _) =
            wasm.add_import_func("./glue.js", "__wbg_now_463ac581d2fc7ea3", signature);
        wasm.exports.add("mount", called);
        wasm.exports.add("__wbindgen_start", called);
        let glue = "{__wbg_now_463ac581d2fc7ea3:f};function mount(){N.mount()}N.__wbindgen_start()";
        let glue = shorten(&mut wasm, glue);
        assert_eq!(glue, "{a:f};function mount(){N.mount()}N.b()");
        let exports: Vec<&str> = wasm.exports.iter().map(|e| e.name.as_str()).collect();
        assert_eq!(exports, ["mount", "b"]);
        assert!(wasm.imports.find("./glue.js", "a").is_some());
    }
}
