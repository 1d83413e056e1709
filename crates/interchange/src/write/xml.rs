//! An XML document written from top to bottom.
//!
//! Plain strings instead of a library's writer: writing to memory cannot fail, and a writer that
//! returns errors for it would put one at every line. The escaping is the library's.

use std::borrow::Cow;

use quick_xml::escape::escape;

/// Attributes in the order in which they are written.
pub(super) type Attributes<'a> = &'a [(&'a str, &'a str)];

/// A document being written.
pub(super) struct Document<'n> {
    text: String,
    open: Vec<&'n str>,
}

impl<'n> Document<'n> {
    /// An empty document.
    pub(super) fn new() -> Self {
        Self {
            text: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned(),
            open: Vec::new(),
        }
    }

    /// Opens an element that others stand in.
    pub(super) fn open(&mut self, name: &'n str, attributes: Attributes<'_>) {
        self.tag(name, attributes);
        self.text.push_str(">\n");
        self.open.push(name);
    }

    /// Closes the element opened last.
    pub(super) fn close(&mut self) {
        let Some(name) = self.open.pop() else { return };
        self.indent();
        self.text.extend(["</", name, ">\n"]);
    }

    /// An element with nothing but text in it.
    pub(super) fn leaf(&mut self, name: &str, attributes: Attributes<'_>, words: &str) {
        self.tag(name, attributes);
        self.text.push('>');
        self.text.push_str(&escape(printable(words).as_ref()));
        self.text.extend(["</", name, ">\n"]);
    }

    /// An element with text and no attributes.
    pub(super) fn plain(&mut self, name: &str, words: &str) {
        self.leaf(name, &[], words);
    }

    /// An element with nothing in it.
    pub(super) fn empty(&mut self, name: &str, attributes: Attributes<'_>) {
        self.tag(name, attributes);
        self.text.push_str("/>\n");
    }

    /// Closes everything that is open.
    pub(super) fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        self.text
    }

    fn tag(&mut self, name: &str, attributes: Attributes<'_>) {
        self.indent();
        self.text.extend(["<", name]);
        for (attribute, value) in attributes {
            // A line break in an attribute is read as a blank; it is written as one.
            let value = printable(value).replace(['\n', '\t'], " ");
            self.text
                .extend([" ", attribute, "=\"", &escape(value.as_str()), "\""]);
        }
    }

    fn indent(&mut self) {
        self.text.extend(std::iter::repeat_n("  ", self.open.len()));
    }
}

/// The text without the characters that XML 1.0 has no way to carry.
///
/// Texts of the model have none; names of people, releases and links are strings of any origin.
pub(super) fn printable(words: &str) -> Cow<'_, str> {
    let carries = |c: char| {
        matches!(c, '\n' | '\t') || !(c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}'))
    };
    if words.chars().all(carries) {
        return Cow::Borrowed(words);
    }
    Cow::Owned(words.chars().filter(|&c| carries(c)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_escaped_and_elements_closed() {
        let mut document = Document::new();
        document.open("a", &[("b", "\"<\n>\"")]);
        document.plain("c", "Q&A <\u{b}x>");
        document.empty("d", &[]);
        assert_eq!(
            document.finish(),
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a b=\"&quot;&lt; &gt;&quot;\">\n  <c>Q&amp;A &lt;x&gt;</c>\n  <d/>\n</a>\n"
        );
    }
}
