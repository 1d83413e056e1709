//! A JSON object that is being read: every key is asked for once, every problem is noted with its
//! place, and what nobody asked for is a misspelt key.
//!
//! A getter that finds nothing usable notes the problem and answers with a harmless stand-in, so
//! that reading goes on and all problems come out at once. No stand-in ever reaches a caller of
//! the crate: a report that is not empty makes the whole file fail.

mod values;

use std::cell::RefCell;
use std::fmt::Display;

use serde_json::{Map, Value};
use wiec_model::LanguageTag;

use crate::read::json::step;
use crate::read::problem::{Place, Report};

pub(crate) use crate::read::object::values::{cleaned, stand_in_text};

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

    pub(crate) fn problem_at(&self, place: Place, message: impl Into<String>) {
        self.reading.report.add(place, message);
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
    use wiec_model::Lang;

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
