//! Keys by the names that are printed on them, as the browser wants to hear of them.

use serde_json::{Value, json};

const ALT: u8 = 1;
const CONTROL: u8 = 2;
const META: u8 = 4;
const SHIFT: u8 = 8;

/// One key press, ready for `Input.dispatchKeyEvent`: down, then up.
pub(crate) struct Stroke {
    key: String,
    code: String,
    windows_code: u32,
    text: String,
    modifiers: u8,
}

impl Stroke {
    /// Reads "Tab", "Shift+Tab", "Space", "Control+a", "é"...
    pub(crate) fn parse(keys: &str) -> Result<Self, String> {
        let mut modifiers = 0;
        let mut key = keys;
        while let Some((held, rest)) = key.split_once('+').filter(|(_, rest)| !rest.is_empty()) {
            modifiers |= modifier(held)
                .ok_or_else(|| format!("\"{held}\" is no key to hold down, in \"{keys}\""))?;
            key = rest;
        }
        let mut stroke = Self::named(key)
            .or_else(|| Self::character(key))
            .ok_or_else(|| unknown(keys))?;
        stroke.modifiers = modifiers;
        if modifiers & (CONTROL | ALT | META) != 0 {
            stroke.text.clear();
        }
        Ok(stroke)
    }

    /// The key that writes one character, whatever keyboard it is on.
    pub(crate) fn typing(character: char) -> Self {
        match character {
            '\n' => Self::new("Enter", "Enter", 13, "\r"),
            ' ' => Self::new(" ", "Space", 32, " "),
            other => Self::letter(other),
        }
    }

    /// The events of this press, in order.
    pub(crate) fn events(&self) -> [Value; 2] {
        let down = if self.text.is_empty() {
            "rawKeyDown"
        } else {
            "keyDown"
        };
        [self.event(down, &self.text), self.event("keyUp", "")]
    }

    fn event(&self, kind: &str, text: &str) -> Value {
        json!({
            "type": kind,
            "key": self.key,
            "code": self.code,
            "windowsVirtualKeyCode": self.windows_code,
            "text": text,
            "unmodifiedText": text,
            "modifiers": self.modifiers,
        })
    }

    fn new(key: &str, code: &str, windows_code: u32, text: &str) -> Self {
        Self {
            key: key.into(),
            code: code.into(),
            windows_code,
            text: text.into(),
            modifiers: 0,
        }
    }

    fn named(key: &str) -> Option<Self> {
        Some(match key {
            "Enter" => Self::new("Enter", "Enter", 13, "\r"),
            "Space" => Self::new(" ", "Space", 32, " "),
            "Tab" => Self::new(key, key, 9, ""),
            "Escape" => Self::new(key, key, 27, ""),
            "Backspace" => Self::new(key, key, 8, ""),
            "Delete" => Self::new(key, key, 46, ""),
            "PageUp" => Self::new(key, key, 33, ""),
            "PageDown" => Self::new(key, key, 34, ""),
            "End" => Self::new(key, key, 35, ""),
            "Home" => Self::new(key, key, 36, ""),
            "Left" | "ArrowLeft" => Self::new("ArrowLeft", "ArrowLeft", 37, ""),
            "Up" | "ArrowUp" => Self::new("ArrowUp", "ArrowUp", 38, ""),
            "Right" | "ArrowRight" => Self::new("ArrowRight", "ArrowRight", 39, ""),
            "Down" | "ArrowDown" => Self::new("ArrowDown", "ArrowDown", 40, ""),
            _ => return None,
        })
    }

    fn character(key: &str) -> Option<Self> {
        let mut characters = key.chars();
        let only = characters.next()?;
        characters.next().is_none().then(|| Self::typing(only))
    }

    fn letter(character: char) -> Self {
        let upper = character.to_ascii_uppercase();
        let code = match upper {
            'A'..='Z' => format!("Key{upper}"),
            '0'..='9' => format!("Digit{upper}"),
            _ => String::new(),
        };
        let windows_code = if code.is_empty() { 0 } else { u32::from(upper) };
        let text = character.to_string();
        Self {
            key: text.clone(),
            code,
            windows_code,
            text,
            modifiers: 0,
        }
    }
}

fn modifier(name: &str) -> Option<u8> {
    Some(match name {
        "Alt" => ALT,
        "Control" => CONTROL,
        "Meta" => META,
        "Shift" => SHIFT,
        _ => return None,
    })
}

fn unknown(keys: &str) -> String {
    format!(
        "\"{keys}\" is no key that I know: one character, or Tab, Enter, Space, Escape, Left, Home, Shift+Tab..."
    )
}
