//! A JSON object that is being read: every key is asked for once, every problem is noted with its
//! place, and what nobody asked for is a misspelt key.
//!
//! A getter that finds nothing usable notes the problem and answers with a harmless stand-in, so
//! that reading goes on and all problems come out at once. No stand-in ever reaches a caller of
//! the crate: a report that is not empty makes the whole file fail.

use std::cell::RefCell;
use std::fmt::Display;
use std::str::FromStr;

use serde_json::{Map, Value};
use uuid::Uuid;
use wiec_model::{Lang, LanguageTag, Slug, Slugs, Text};

use crate::read::json::step;
use crate::read::problem::{Place, Report};

/// How alike two keys must be for one to be a misspelling of the other (Jaro-Winkler, 0 to 1).
const ALIKE: f64 = 0.8;

/// What all objects of one file share.
pub(crate) struct Reading<'a> {
    pub(crate) report: &'a Report,
    /// The language of texts that do not say theirs.
    pub(crate) language: LanguageTag,
}

/// One object of the file.
pub(crate) struct Object<'a> {
    reading: &'a Reading<'a>,
    /// Nothing, where the file holds something else than an object.
    entries: Option<&'a Map<String, Value>>,
    pointer: String,
    of: Option<String>,
    known: RefCell<Vec<&'static str>>,
}

impl<'a> Object<'a> {
    /// Opens the value at `pointer`, which should be an object.
    pub(crate) fn open(
        value: &'a Value,
        pointer: String,
        of: Option<String>,
        reading: &'a Reading<'a>,
    ) -> Self {
        let object = Self {
            reading,
            entries: value.as_object(),
            pointer,
            of,
            known: RefCell::default(),
        };
        if object.entries.is_none() {
            reading.report.add(
                object.here(),
                format!("should be an object {{…}}, not {}", shown(value)),
            );
        }
        object
    }

    /// Says from now on whose values these are.
    pub(crate) fn name(&mut self, name: impl Display) {
        self.of = Some(name.to_string());
    }

    pub(crate) fn here(&self) -> Place {
        Place::Value {
            pointer: self.pointer.clone(),
            of: self.of.clone(),
        }
    }

    pub(crate) fn place(&self, key: &str) -> Place {
        Place::Value {
            pointer: step(&self.pointer, key),
            of: self.of.clone(),
        }
    }

    pub(crate) fn problem(&self, key: &str, message: impl Into<String>) {
        self.reading.report.add(self.place(key), message);
    }

    /// The language of texts that do not say theirs.
    pub(crate) fn language(&self) -> &LanguageTag {
        &self.reading.language
    }

    /// The value of a key; nothing for `null`, which means the same as leaving the key out.
    pub(crate) fn value(&self, key: &'static str) -> Option<&'a Value> {
        self.known.borrow_mut().push(key);
        self.entries?.get(key).filter(|value| !value.is_null())
    }

    /// Whether the key stands there with a value.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.entries
            .and_then(|entries| entries.get(key))
            .is_some_and(|value| !value.is_null())
    }

    /// The object of a key.
    pub(crate) fn object(&self, key: &'static str) -> Option<Object<'a>> {
        let value = self.value(key)?;
        Some(Object::open(
            value,
            step(&self.pointer, key),
            self.of.clone(),
            self.reading,
        ))
    }

    /// Every item of a list of objects.
    pub(crate) fn list<T>(
        &self,
        key: &'static str,
        mut read: impl FnMut(Object<'a>, usize) -> T,
    ) -> Vec<T> {
        let pointer = step(&self.pointer, key);
        let items = self.items(key).iter().enumerate();
        items
            .map(|(index, item)| {
                let object = Object::open(
                    item,
                    format!("{pointer}/{index}"),
                    self.of.clone(),
                    self.reading,
                );
                read(object, index)
            })
            .collect()
    }

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

    pub(crate) fn missing(&self, key: &'static str) {
        // Of something that is no object at all, nothing more need be said.
        if self.entries.is_some() {
            self.problem(key, "is missing");
        }
    }

    /// Notes every key that was not asked for; keys that begin with `x-` are the file's own affair.
    pub(crate) fn finish(self) {
        let known = self.known.borrow();
        let keys = self.entries.into_iter().flat_map(Map::keys);
        for key in keys.filter(|key| !key.starts_with("x-") && !known.contains(&key.as_str())) {
            let message = match closest(key, &known) {
                Some(meant) => format!("unknown key; did you mean \"{meant}\"?"),
                None => "unknown key; begin it with \"x-\" to keep it as a remark".to_owned(),
            };
            self.problem(key, message);
        }
    }

    fn items(&self, key: &'static str) -> &'a [Value] {
        match self.value(key) {
            None => &[],
            Some(Value::Array(items)) => items,
            Some(other) => {
                self.problem(key, format!("should be a list […], not {}", shown(other)));
                &[]
            }
        }
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

/// A value as a message can quote it, whatever its size.
fn shown(value: &Value) -> String {
    match value {
        Value::Array(_) => "a list".to_owned(),
        Value::Object(_) => "an object".to_owned(),
        other => {
            let words = other.to_string();
            let short: String = words.chars().take(60).collect();
            if short.len() < words.len() {
                format!("{short}…")
            } else {
                short
            }
        }
    }
}

fn closest(key: &str, known: &[&'static str]) -> Option<&'static str> {
    let likeness = |candidate: &str| strsim::jaro_winkler(&key.to_lowercase(), candidate);
    let best = known
        .iter()
        .copied()
        .max_by(|a, b| likeness(a).total_cmp(&likeness(b)))?;
    (likeness(best) >= ALIKE).then_some(best)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    /// What reading `value` with `read` finds wrong.
    fn problems(value: &Value, read: impl FnOnce(&Object<'_>)) -> Vec<String> {
        let report = Report::default();
        let reading = Reading {
            report: &report,
            language: Lang::Pl.into(),
        };
        let object = Object::open(value, String::new(), None, &reading);
        read(&object);
        object.finish();
        report
            .conclude(())
            .err()
            .unwrap_or_default()
            .iter()
            .map(ToString::to_string)
            .collect()
    }

    #[test]
    fn a_misspelt_key_is_a_problem_that_names_the_right_one() {
        let found = problems(
            &json!({"titel": "a", "x-remark": 1, "quite_other": 2}),
            |object| {
                object.optional_text("title");
                object.number("capacity");
            },
        );
        assert_eq!(
            found,
            [
                "titel: unknown key; did you mean \"title\"?",
                "quite_other: unknown key; begin it with \"x-\" to keep it as a remark",
            ]
        );
    }

    #[test]
    fn values_of_the_wrong_sort_are_quoted() {
        let found = problems(
            &json!({"a": -1, "b": 1.5, "c": "5", "d": {"pl": 3}, "e": [1], "f": "no"}),
            |object| {
                object.number("a");
                object.number("b");
                object.number("c");
                object.optional_text("d");
                object.words("e");
                object.flag("f");
            },
        );
        assert_eq!(
            found,
            [
                "a: should be a whole number from 0 to 4294967295, not -1",
                "b: should be a whole number from 0 to 4294967295, not 1.5",
                "c: should be a whole number from 0 to 4294967295, not \"5\"",
                "d.pl: should be words, not 3",
                "e[0]: should be a word, not 1",
                "f: should be true or false, not \"no\"",
            ]
        );
    }

    #[test]
    fn null_means_the_same_as_leaving_the_key_out() {
        let found = problems(&json!({"a": null, "b": null}), |object| {
            assert_eq!(object.number("a"), None);
            assert!(object.words("b").is_empty());
        });
        assert!(found.is_empty(), "{found:?}");
    }

    #[test]
    fn something_else_than_an_object_is_one_problem_and_not_ten() {
        let found = problems(&json!([1]), |object| {
            object.text("title");
            object.required_number("minutes");
        });
        assert_eq!(found, ["the file: should be an object {…}, not a list"]);
    }
}
