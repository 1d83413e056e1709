//! What was typed into a form: names and values in the order in which the browser sent them.

use sha2::{Digest, Sha256};
use url::form_urlencoded;

/// The values of a form, cleaned of what no text can hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FormData(Vec<(String, String)>);

impl FormData {
    /// Reads the body of a form. Whatever the bytes are, they say something, if only nonsense.
    #[must_use]
    pub fn parse(body: &[u8]) -> Self {
        Self(
            form_urlencoded::parse(body)
                .map(|(name, value)| (clean(&name), clean(&value)))
                .collect(),
        )
    }

    /// A form with these values.
    #[must_use]
    pub fn of(values: &[(&str, &str)]) -> Self {
        Self(
            values
                .iter()
                .map(|(name, value)| ((*name).to_owned(), clean(value)))
                .collect(),
        )
    }

    /// The first value of a field, without blanks around it.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.trim())
    }

    /// All values of a field.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0
            .iter()
            .filter(move |(known, _)| known == name)
            .map(|(_, value)| value.trim())
    }

    /// Whether the form has such a field, be it blank.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(known, _)| known == name)
    }

    /// The names that begin with `prefix`, each once, without it: the rows of a table.
    pub fn names<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = &'a str> {
        let mut seen = std::collections::BTreeSet::new();
        self.0
            .iter()
            .filter_map(move |(name, _)| name.strip_prefix(prefix))
            .filter(move |name| seen.insert(*name))
    }

    /// SHA-256 of all of it: of two forms that differ anywhere, the digests do.
    pub(super) fn digest(&self) -> [u8; 32] {
        let mut digest = Sha256::new();
        for (name, value) in &self.0 {
            // The lengths keep apart what would otherwise run together.
            for part in [name, value] {
                digest.update(part.len().to_le_bytes());
                digest.update(part);
            }
        }
        digest.finalize().into()
    }

    /// Takes all values of a field away.
    pub fn drop(&mut self, name: &str) {
        self.0.retain(|(known, _)| known != name);
    }

    /// Adds a value.
    pub fn push(&mut self, name: &str, value: &str) {
        self.0.push((name.to_owned(), clean(value)));
    }
}

/// Unifies line ends and drops what is no text: control characters, and marks that turn the
/// direction of what follows, by which a name could show as another.
fn clean(value: &str) -> String {
    let unified = value.replace("\r\n", "\n").replace('\r', "\n");
    unified.chars().filter(|&c| is_text(c)).collect()
}

fn is_text(c: char) -> bool {
    match c {
        '\n' | '\t' => true,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => false,
        '\u{feff}' | '\u{fffe}' | '\u{ffff}' => false,
        c => !c.is_control(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_is_read_with_its_letters_and_line_ends() {
        let data = FormData::parse(b"name=Micha%C5%82+%C5%BB.&note=a%0D%0Ab&tick=1&tick=2&empty=");
        assert_eq!(data.get("name"), Some("Michał Ż."));
        assert_eq!(data.get("note"), Some("a\nb"));
        assert_eq!(data.all("tick").collect::<Vec<_>>(), ["1", "2"]);
        assert_eq!((data.get("empty"), data.get("none")), (Some(""), None));
        assert!(data.has("empty") && !data.has("none"));
    }

    #[test]
    fn control_characters_and_turns_of_direction_are_gone() {
        let data = FormData::parse("x=a%00b%1Bc%E2%80%AEd&y=%FF%FE".as_bytes());
        assert_eq!(data.get("x"), Some("abcd"));
        assert_eq!(data.get("y"), Some("\u{fffd}\u{fffd}"));
    }

    #[test]
    fn the_rows_of_a_table_are_found_by_their_prefix() {
        let data = FormData::of(&[("room-a", "1"), ("room-b", ""), ("room-a", "2"), ("x", "")]);
        assert_eq!(data.names("room-").collect::<Vec<_>>(), ["a", "b"]);
    }
}
