//! XML as text, line by line.

/// A file in the making.
#[derive(Debug, Default)]
pub(in crate::moodle) struct Xml {
    out: String,
    depth: usize,
}

impl Xml {
    pub(in crate::moodle) fn new() -> Self {
        Self {
            out: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned(),
            depth: 0,
        }
    }

    fn indent(&mut self) {
        for _ in 0..self.depth {
            self.out.push_str("  ");
        }
    }

    /// An element with others in it.
    pub(in crate::moodle) fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.start(name, attributes);
        self.out.push_str(">\n");
        self.depth += 1;
    }

    pub(in crate::moodle) fn close(&mut self, name: &str) {
        self.depth -= 1;
        self.indent();
        self.out.push_str(&format!("</{name}>\n"));
    }

    /// An element with nothing in it.
    pub(in crate::moodle) fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.start(name, attributes);
        self.out.push_str("/>\n");
    }

    /// An element with a value in it.
    pub(in crate::moodle) fn value(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        self.start(name, attributes);
        self.out.push('>');
        self.out.push_str(&escaped(text));
        self.out.push_str(&format!("</{name}>\n"));
    }

    fn start(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.indent();
        self.out.push('<');
        self.out.push_str(name);
        for (key, value) in attributes {
            let value = html_escape::encode_double_quoted_attribute(value);
            self.out.push_str(&format!(" {key}=\"{}\"", clean(&value)));
        }
    }

    pub(in crate::moodle) fn finish(self) -> String {
        self.out
    }
}

/// Text as XML has it: in a section of its own where it has tags.
fn escaped(text: &str) -> String {
    let text = clean(text);
    if !text.contains(['<', '&']) {
        return text.replace('>', "&gt;");
    }
    format!("<![CDATA[{}]]>", text.replace("]]>", "]]]]><![CDATA[>"))
}

/// Without the signs that XML can't have.
fn clean(text: &str) -> String {
    let is_fine = |c: &char| !c.is_control() || matches!(c, '\n' | '\t');
    let fine = text
        .chars()
        .filter(|c| is_fine(c) && !matches!(c, '\u{fffe}' | '\u{ffff}'));
    fine.collect()
}
