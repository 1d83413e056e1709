//! Texts kept per language, and the marked fallback when a language is missing.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// The longest tag of a language with its script and country.
const MAX_TAG_LENGTH: usize = 16;

/// The longest part of a tag between hyphens, by BCP 47.
const MAX_SUBTAG_LENGTH: usize = 8;

/// A language of the interface. Contents may come in any [`LanguageTag`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Polish, the first language of the program.
    Pl,
    /// English.
    En,
}

impl Lang {
    /// Both languages, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::Pl, Self::En];

    /// The tag for `lang` and `hreflang` attributes: `pl`, `en`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Pl => "pl",
            Self::En => "en",
        }
    }

    /// The other language of the interface.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Pl => Self::En,
            Self::En => Self::Pl,
        }
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// A language of contents: a lower-case word, and more about it behind single hyphens, as in `pl`,
/// `de-at`, `pjm`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct LanguageTag(String);

impl LanguageTag {
    /// The tag as it stands in `lang` attributes.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Polish sign language, for which BCP 47 has `pso` and Polish practice `pjm`.
    #[must_use]
    pub fn is_sign_language(&self) -> bool {
        self.0 == "pjm" || self.0 == "pso"
    }
}

impl FromStr for LanguageTag {
    type Err = LanguageTagError;

    fn from_str(raw: &str) -> Result<Self, LanguageTagError> {
        let tag = raw.trim().to_ascii_lowercase().replace('_', "-");
        let mut subtags = tag.split('-');
        let fits = tag.len() <= MAX_TAG_LENGTH
            && subtags.next().is_some_and(is_language)
            && subtags.all(is_subtag);
        if fits {
            Ok(Self(tag))
        } else {
            Err(LanguageTagError(raw.to_owned()))
        }
    }
}

impl TryFrom<String> for LanguageTag {
    type Error = LanguageTagError;

    fn try_from(raw: String) -> Result<Self, LanguageTagError> {
        raw.parse()
    }
}

impl From<LanguageTag> for String {
    fn from(tag: LanguageTag) -> Self {
        tag.0
    }
}

impl From<Lang> for LanguageTag {
    fn from(lang: Lang) -> Self {
        Self(lang.code().to_owned())
    }
}

impl fmt::Display for LanguageTag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn is_language(first: &str) -> bool {
    (2..=MAX_SUBTAG_LENGTH).contains(&first.len()) && first.chars().all(|c| c.is_ascii_lowercase())
}

fn is_subtag(part: &str) -> bool {
    (1..=MAX_SUBTAG_LENGTH).contains(&part.len())
        && part
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
}

/// What was offered as a language tag is none.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is not a language tag; write it like pl, en or de-at")]
pub struct LanguageTagError(pub String);

/// One text in one or more languages.
///
/// Invariant: at least one language; no version is blank or holds control
/// characters other than line feed and tab (XML could not carry them).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(
    try_from = "BTreeMap<LanguageTag, String>",
    into = "BTreeMap<LanguageTag, String>"
)]
pub struct Text(BTreeMap<LanguageTag, String>);

/// A text as shown to a reader of one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown<'a> {
    /// The words themselves.
    pub words: &'a str,
    /// The language they are in, where it is not the reader's: the `lang` attribute to set.
    pub fallback: Option<&'a LanguageTag>,
}

impl Text {
    /// A text in a single language; `None` when nothing is left of it after trimming.
    #[must_use]
    pub fn in_language(tag: impl Into<LanguageTag>, words: &str) -> Option<Self> {
        let words = clean(words);
        (!words.is_empty()).then(|| Self(BTreeMap::from([(tag.into(), words)])))
    }

    /// A text of several versions; `None` when all of them are blank.
    pub fn of(versions: impl IntoIterator<Item = (LanguageTag, String)>) -> Option<Self> {
        let versions: BTreeMap<_, _> = versions
            .into_iter()
            .map(|(tag, words)| (tag, clean(&words)))
            .filter(|(_, words)| !words.is_empty())
            .collect();
        (!versions.is_empty()).then_some(Self(versions))
    }

    /// The version in `lang`, or a marked fallback: Polish, then English, then the first there is.
    #[must_use]
    pub fn show(&self, lang: Lang) -> Shown<'_> {
        if let Some(words) = self.exact(lang) {
            return Shown {
                words,
                fallback: None,
            };
        }
        let (tag, words) = Lang::ALL
            .into_iter()
            .find_map(|lang| self.0.get_key_value(&LanguageTag::from(lang)))
            .or_else(|| self.0.first_key_value())
            .expect("a text has at least one language");
        Shown {
            words,
            fallback: Some(tag),
        }
    }

    /// The words that [`Text::show`] would show, without saying in which language they are.
    #[must_use]
    pub fn words(&self, lang: Lang) -> &str {
        self.show(lang).words
    }

    /// The version in exactly this language, if there is one.
    #[must_use]
    pub fn exact(&self, lang: Lang) -> Option<&str> {
        self.0.get(lang.code()).map(String::as_str)
    }

    /// All versions, in the order of their tags.
    pub fn versions(&self) -> impl Iterator<Item = (&LanguageTag, &str)> {
        self.0.iter().map(|(tag, words)| (tag, words.as_str()))
    }
}

impl std::borrow::Borrow<str> for LanguageTag {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl TryFrom<BTreeMap<LanguageTag, String>> for Text {
    type Error = EmptyText;

    fn try_from(versions: BTreeMap<LanguageTag, String>) -> Result<Self, EmptyText> {
        Self::of(versions).ok_or(EmptyText)
    }
}

impl From<Text> for BTreeMap<LanguageTag, String> {
    fn from(text: Text) -> Self {
        text.0
    }
}

/// A text without a single word in any language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the text is empty in every language")]
pub struct EmptyText;

/// Trims, unifies line ends and drops control characters, so that every export can carry the text.
fn clean(words: &str) -> String {
    let unified = words.replace("\r\n", "\n").replace('\r', "\n");
    let kept: String = unified.chars().filter(|&c| is_text(c)).collect();
    kept.trim().to_owned()
}

fn is_text(c: char) -> bool {
    matches!(c, '\n' | '\t') || !(c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(versions: &[(&str, &str)]) -> Text {
        Text::of(
            versions
                .iter()
                .map(|(tag, words)| (tag.parse().unwrap(), (*words).to_owned())),
        )
        .unwrap()
    }

    #[test]
    fn a_reader_gets_their_own_language_unmarked() {
        let title = text(&[("en", "Housing"), ("pl", "Mieszkania")]);
        assert_eq!(
            title.show(Lang::En),
            Shown {
                words: "Housing",
                fallback: None
            }
        );
    }

    #[test]
    fn a_missing_language_falls_back_to_polish_then_english_then_any_and_says_so() {
        let polish = text(&[("de", "Wohnen"), ("en", "Housing"), ("pl", "Mieszkania")]);
        let german = text(&[("de", "Wohnen")]);
        let english = text(&[("de", "Wohnen"), ("en", "Housing")]);
        assert_eq!(
            english.show(Lang::Pl).fallback.map(LanguageTag::as_str),
            Some("en")
        );
        assert_eq!(
            german.show(Lang::Pl).fallback.map(LanguageTag::as_str),
            Some("de")
        );
        assert_eq!(polish.show(Lang::Pl).fallback, None);
    }

    #[test]
    fn blank_texts_do_not_exist() {
        assert_eq!(Text::in_language(Lang::Pl, " \u{b}\n "), None);
    }

    #[test]
    fn control_characters_never_reach_an_export() {
        let text = Text::in_language(Lang::Pl, "a\u{0}b\u{1b}c\r\nd").unwrap();
        assert_eq!(text.words(Lang::Pl), "abc\nd");
    }
}
