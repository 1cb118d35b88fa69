//! From a value to a text.

/// What can be written as JSON.
pub trait ToJson {
    /// Writes it.
    fn to_json(&self, out: &mut Writer);
}

/// Writes a value as a text.
pub fn write(value: &dyn ToJson) -> String {
    let mut out = Writer(String::new());
    value.to_json(&mut out);
    out.0
}

/// JSON that is being written, without spaces.
pub struct Writer(pub(super) String);

impl Writer {
    /// A comma, after everything but an opening bracket.
    fn comma(&mut self) {
        if !self.0.ends_with(['{', '[']) {
            self.0.push(',');
        }
    }

    /// Begins an object.
    pub fn begin_object(&mut self) {
        self.0.push('{');
    }

    /// Writes a member of an object.
    #[inline(never)]
    pub fn member(&mut self, name: &str, value: &dyn ToJson) {
        self.comma();
        self.text(name);
        self.0.push(':');
        value.to_json(self);
    }

    /// Writes a member of an object where it is not as usual.
    pub fn member_but<T: ToJson + PartialEq>(&mut self, name: &str, value: &T, usual: &T) {
        if value != usual {
            self.member(name, value);
        }
    }

    /// Ends an object.
    pub fn end_object(&mut self) {
        self.0.push('}');
    }

    /// Writes an enum's variant that has content.
    #[inline(never)]
    pub fn variant(&mut self, name: &str, content: &dyn ToJson) {
        self.begin_object();
        self.member(name, content);
        self.end_object();
    }

    /// Begins a list.
    pub fn begin_list(&mut self) {
        self.0.push('[');
    }

    /// Writes an item of a list.
    #[inline(never)]
    pub fn item(&mut self, value: &dyn ToJson) {
        self.comma();
        value.to_json(self);
    }

    /// Ends a list.
    pub fn end_list(&mut self) {
        self.0.push(']');
    }

    /// Writes a text.
    #[inline(never)]
    pub fn text(&mut self, text: &str) {
        self.0.push('"');
        for c in text.chars() {
            let short = match c {
                '"' | '\\' => c,
                '\n' => 'n',
                '\r' => 'r',
                '\t' => 't',
                '\u{8}' => 'b',
                '\u{c}' => 'f',
                '\0'..='\x1f' => {
                    self.0.push_str("\\u00");
                    for digit in [u32::from(c) / 16, u32::from(c) % 16] {
                        self.0.extend(char::from_digit(digit, 16));
                    }
                    continue;
                }
                _ => {
                    self.0.push(c);
                    continue;
                }
            };
            self.0.push('\\');
            self.0.push(short);
        }
        self.0.push('"');
    }

    #[inline(never)]
    pub(super) fn number(&mut self, number: u64) {
        self.0.push_str(&number.to_string());
    }
}
