//! An XML document written from top to bottom into memory, which cannot fail.
//!
//! Elements that hold others begin on lines of their own; within those that hold words there is no blank
//! that nobody wrote.

use crate::words::is_text;

/// Attributes in the order in which they are written.
pub(super) type Attributes<'a> = &'a [(&'a str, &'a str)];

/// A document being written.
pub(super) struct Xml {
    text: String,
    open: Vec<&'static str>,
}

impl Xml {
    pub(super) fn new() -> Self {
        Self {
            text: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>".to_owned(),
            open: Vec::new(),
        }
    }

    /// Opens an element that others stand in.
    pub(super) fn open(&mut self, name: &'static str, attributes: Attributes<'_>) {
        self.text.push('\n');
        self.tag(name, attributes, ">");
        self.open.push(name);
    }

    /// Closes the element opened last.
    pub(super) fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            self.text.extend(["\n</", name, ">"]);
        }
    }

    /// An element with nothing in it.
    pub(super) fn empty(&mut self, name: &str, attributes: Attributes<'_>) {
        self.text.push('\n');
        self.tag(name, attributes, "/>");
    }

    /// An element with words in it, and other such elements.
    pub(super) fn inline(
        &mut self,
        name: &str,
        attributes: Attributes<'_>,
        inner: impl FnOnce(&mut Self),
    ) {
        self.tag(name, attributes, ">");
        inner(self);
        self.text.extend(["</", name, ">"]);
    }

    /// The end of a line within words.
    pub(super) fn line_end(&mut self) {
        self.text.push_str("<eol/>");
    }

    /// Words.
    pub(super) fn words(&mut self, words: &str) {
        escape(words, &mut self.text);
    }

    /// Closes everything that is open.
    pub(super) fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        self.text.push('\n');
        self.text
    }

    fn tag(&mut self, name: &str, attributes: Attributes<'_>, end: &str) {
        self.text.extend(["<", name]);
        for (attribute, value) in attributes {
            self.text.extend([" ", attribute, "=\""]);
            // A line's end in an attribute is read as a blank; it is written as one.
            escape(&value.replace(['\n', '\t'], " "), &mut self.text);
            self.text.push('"');
        }
        self.text.push_str(end);
    }
}

/// Letters that XML 1.0 has no way to carry, such as a bell, are left out.
fn escape(words: &str, text: &mut String) {
    for letter in words.chars() {
        match letter {
            '&' => text.push_str("&amp;"),
            '<' => text.push_str("&lt;"),
            '>' => text.push_str("&gt;"),
            '"' => text.push_str("&quot;"),
            letter if is_text(letter) => text.push(letter),
            _ => {}
        }
    }
}

/// An address in the letters that addresses have; all others are written as their bytes.
pub(super) fn address(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let bytes = text.as_bytes();
    let is_hex = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_hexdigit);
    for (at, byte) in bytes.iter().copied().enumerate() {
        let is_escape = byte == b'%' && is_hex(at + 1) && is_hex(at + 2);
        if byte.is_ascii_alphanumeric() || b"-._~:/?#@!$&'()*+,;=".contains(&byte) || is_escape {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_escaped_and_elements_closed() {
        let mut xml = Xml::new();
        xml.open("a", &[("b", "\"<\n>\"")]);
        xml.inline("c", &[], |xml| xml.words("Q&A <\u{b}x>"));
        assert_eq!(
            xml.finish(),
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a b=\"&quot;&lt; &gt;&quot;\"><c>Q&amp;A &lt;x&gt;</c>\n</a>\n"
        );
    }

    #[test]
    fn addresses_have_only_letters_that_addresses_have() {
        assert_eq!(
            address("https://a.example/ż?q=%20%zz\"<>#p4"),
            "https://a.example/%C5%BC?q=%20%25zz%22%3C%3E#p4"
        );
    }
}
