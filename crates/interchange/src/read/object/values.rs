//! The values of an object: texts, keys, numbers, each checked where it is read.

use std::fmt::Display;
use std::str::FromStr;

use serde_json::{Map, Value};
use uuid::Uuid;
use wiec_model::{Lang, LanguageTag, Slug, Slugs, Text};

use crate::read::json::step;
use crate::read::object::{Object, shown};
use crate::read::problem::Place;

impl Object<'_> {
    /// Every item of a list of words.
    pub(crate) fn words(&self, key: &'static str) -> Vec<(Place, String)> {
        let pointer = step(&self.pointer, key);
        let mut words = Vec::new();
        for (index, item) in self.items(key).iter().enumerate() {
            let place = Place::Value {
                pointer: format!("{pointer}/{index}"),
                of: self.of.clone(),
            };
            match item.as_str().and_then(cleaned) {
                Some(word) => words.push((place, word)),
                None => self
                    .reading
                    .report
                    .add(place, format!("should be a word, not {}", shown(item))),
            }
        }
        words
    }

    /// Every item of a list of words that parse.
    pub(crate) fn parsed_words<T: FromStr<Err: Display>>(&self, key: &'static str) -> Vec<T> {
        let words = self.words(key).into_iter();
        words
            .filter_map(|(place, word)| self.reading.report.keep(&place, word.parse()))
            .collect()
    }

    /// A text that has to be there.
    pub(crate) fn text(&self, key: &'static str) -> Text {
        let text = self.optional_text(key);
        if text.is_none() {
            self.missing(key);
        }
        text.unwrap_or_else(stand_in_text)
    }

    /// A text; bare words are in the first language of the congress.
    pub(crate) fn optional_text(&self, key: &'static str) -> Option<Text> {
        self.text_in(key, self.language())
    }

    /// A text whose bare words are in `language`.
    pub(crate) fn text_in(&self, key: &'static str, language: &LanguageTag) -> Option<Text> {
        match self.value(key)? {
            Value::String(words) => Text::in_language(language.clone(), words),
            Value::Object(versions) => self.versions(key, versions),
            other => {
                self.problem(
                    key,
                    format!(
                        "should be a text like {{\"pl\": \"…\", \"en\": \"…\"}}, not {}",
                        shown(other)
                    ),
                );
                Some(stand_in_text())
            }
        }
    }

    /// Words of one line that are in no language: a name, a licence.
    pub(crate) fn string(&self, key: &'static str) -> Option<String> {
        match self.value(key)? {
            Value::String(words) => cleaned(words),
            other => {
                self.problem(
                    key,
                    format!("should be words in quotation marks, not {}", shown(other)),
                );
                None
            }
        }
    }

    /// Words that parse as what they stand for.
    pub(crate) fn parsed<T: FromStr<Err: Display>>(&self, key: &'static str) -> Option<T> {
        let words = self.string(key)?;
        self.keep(key, words.parse())
    }

    /// Keeps a value made of what stands at a key, or notes why there is none.
    pub(crate) fn keep<T, E: Display>(&self, key: &str, result: Result<T, E>) -> Option<T> {
        self.reading.report.keep(&self.place(key), result)
    }

    /// An identifier of another system.
    pub(crate) fn guid(&self, key: &'static str) -> Option<Uuid> {
        let words = self.string(key)?;
        let parsed = Uuid::try_parse(&words);
        if parsed.is_err() {
            self.problem(
                key,
                format!("\"{words}\" is not a UUID; leave it out and one is derived"),
            );
        }
        parsed.ok()
    }

    /// The key of the thing itself, or of another: letters are folded as in addresses.
    pub(crate) fn slug(&self, key: &'static str) -> Option<Slug> {
        let words = self.string(key)?;
        let slug = Slug::from_words(&words);
        if slug.is_none() {
            self.problem(
                key,
                format!("\"{words}\" has no letter or digit to make a key of"),
            );
        }
        slug
    }

    /// A value that has to be there and parses. What stands in for it never leaves the crate.
    pub(crate) fn required<T: FromStr<Err: Display> + Default>(&self, key: &'static str) -> T {
        if !self.has(key) {
            self.missing(key);
        }
        self.parsed(key).unwrap_or_default()
    }

    /// Words that have to be there.
    pub(crate) fn required_words(&self, key: &'static str) -> String {
        if !self.has(key) {
            self.missing(key);
        }
        self.string(key).unwrap_or_default()
    }

    /// A key that has to be there.
    pub(crate) fn required_slug(&self, key: &'static str) -> Slug {
        if !self.has(key) {
            self.missing(key);
        }
        // Different stand-ins, so that two broken items are not each other's double.
        self.slug(key).unwrap_or_else(|| {
            Slug::from_words(&format!("x{}", self.pointer)).expect("it begins with a letter")
        })
    }

    /// Words of addresses: the same in both languages, or one for each.
    pub(crate) fn slugs(&self, key: &'static str) -> Option<Slugs> {
        match self.value(key)? {
            Value::Object(_) => {
                let each = self.object(key)?;
                let (pl, en) = (each.parsed::<Slug>("pl"), each.parsed::<Slug>("en"));
                each.finish();
                Some(Slugs {
                    pl: pl.clone().or_else(|| en.clone())?,
                    en: en.or(pl)?,
                })
            }
            _ => self.parsed::<Slug>(key).map(|slug| Slugs {
                pl: slug.clone(),
                en: slug,
            }),
        }
    }

    /// A whole number that is not negative.
    pub(crate) fn number(&self, key: &'static str) -> Option<u32> {
        let value = self.value(key)?;
        let number = value.as_u64().and_then(|number| u32::try_from(number).ok());
        if number.is_none() {
            self.problem(
                key,
                format!(
                    "should be a whole number from 0 to {}, not {}",
                    u32::MAX,
                    shown(value)
                ),
            );
        }
        number
    }

    /// A whole number that has to be there.
    pub(crate) fn required_number(&self, key: &'static str) -> u32 {
        if !self.has(key) {
            self.missing(key);
        }
        self.number(key).unwrap_or_default()
    }

    /// Yes or no.
    pub(crate) fn flag(&self, key: &'static str) -> Option<bool> {
        let value = self.value(key)?;
        if value.as_bool().is_none() {
            self.problem(
                key,
                format!("should be true or false, not {}", shown(value)),
            );
        }
        value.as_bool()
    }

    fn versions(&self, key: &str, versions: &Map<String, Value>) -> Option<Text> {
        let pointer = step(&self.pointer, key);
        let mut read: Vec<(LanguageTag, String)> = Vec::new();
        for (tag, words) in versions {
            let place = Place::Value {
                pointer: step(&pointer, tag),
                of: self.of.clone(),
            };
            let Some(tag) = self.reading.report.keep(&place, tag.parse::<LanguageTag>()) else {
                continue;
            };
            match words {
                Value::Null => {}
                Value::String(_) if read.iter().any(|(known, _)| *known == tag) => {
                    self.reading
                        .report
                        .add(place, format!("there is a text in \"{tag}\" already"));
                }
                Value::String(words) => read.push((tag, words.clone())),
                other => self
                    .reading
                    .report
                    .add(place, format!("should be words, not {}", shown(other))),
            }
        }
        Text::of(read)
    }
}

/// Words without control characters and blank ends, by the same rule as every [`Text`].
pub(crate) fn cleaned(words: &str) -> Option<String> {
    Text::in_language(Lang::Pl, words).map(|text| text.words(Lang::Pl).to_owned())
}

/// What holds the place of a text that could not be read.
pub(crate) fn stand_in_text() -> Text {
    Text::in_language(Lang::Pl, "?").expect("a question mark is not blank")
}
