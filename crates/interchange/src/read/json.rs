//! JSON as a tree of values, with two things serde_json would let pass: the place of a syntax
//! error becomes a [`Place`], and a key given twice is a problem rather than a silent loss.

use std::cell::RefCell;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

use crate::read::problem::{Place, Report};

/// Parses a file; `None` when the syntax is wrong, which is then in the report.
pub(crate) fn parse(bytes: &[u8], report: &Report) -> Option<Value> {
    let twice = RefCell::default();
    let mut source = serde_json::Deserializer::from_slice(bytes);
    let node = Node {
        pointer: String::new(),
        twice: &twice,
    };
    let parsed = node
        .deserialize(&mut source)
        .and_then(|value| source.end().map(|()| value));
    for pointer in twice.into_inner() {
        report.add(
            Place::Value { pointer, of: None },
            "this key stands twice in the same object; keep one",
        );
    }
    parsed
        .map_err(|error| report.add(place_of(&error), sentence_of(&error)))
        .ok()
}

/// One step of a JSON pointer (RFC 6901).
pub(crate) fn step(pointer: &str, key: &str) -> String {
    format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1"))
}

fn place_of(error: &serde_json::Error) -> Place {
    match error.line() {
        0 => Place::File,
        line => Place::Line {
            line,
            column: error.column().max(1),
        },
    }
}

/// The message without serde_json's own "at line 3 column 5": the place says it.
fn sentence_of(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let end = message.rfind(" at line ").unwrap_or(message.len());
    format!("not JSON: {}", &message[..end])
}

/// A value that is being read, and where it stands.
struct Node<'a> {
    pointer: String,
    twice: &'a RefCell<Vec<String>>,
}

impl<'de> DeserializeSeed<'de> for Node<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<Value, D::Error> {
        source.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Node<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        Number::from_f64(value)
            .map(Value::Number)
            .ok_or_else(|| E::custom("number out of range"))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_string<E: Error>(self, value: String) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        loop {
            let node = Node {
                pointer: format!("{}/{}", self.pointer, list.len()),
                twice: self.twice,
            };
            match items.next_element_seed(node)? {
                Some(item) => list.push(item),
                None => return Ok(Value::Array(list)),
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        while let Some(key) = entries.next_key::<String>()? {
            let pointer = step(&self.pointer, &key);
            if object.contains_key(&key) {
                self.twice.borrow_mut().push(pointer.clone());
            }
            let value = entries.next_value_seed(Node {
                pointer,
                twice: self.twice,
            })?;
            object.insert(key, value);
        }
        Ok(Value::Object(object))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(raw: &str) -> Vec<String> {
        let report = Report::default();
        parse(raw.as_bytes(), &report);
        report
            .conclude(())
            .err()
            .unwrap_or_default()
            .iter()
            .map(ToString::to_string)
            .collect()
    }

    #[test]
    fn a_syntax_error_has_its_line_and_column() {
        let found = problems("{\n  \"a\": [1,,2]\n}");
        assert_eq!(found.len(), 1);
        assert!(
            found[0].starts_with("line 2, column 11: not JSON: "),
            "{found:?}"
        );
        assert!(!found[0].contains("at line"), "{found:?}");
    }

    #[test]
    fn a_key_given_twice_is_a_problem() {
        let found = problems(r#"{"rooms":[{"id":"a","id":"b"}]}"#);
        assert_eq!(
            found,
            ["rooms[0].id: this key stands twice in the same object; keep one"]
        );
    }

    #[test]
    fn nesting_without_end_is_refused() {
        let found = problems(&"[".repeat(100_000));
        assert!(found[0].contains("recursion limit"), "{found:?}");
    }

    #[test]
    fn values_come_out_as_serde_json_would_read_them() {
        let raw = r#"{"b":[1,-2,0.1,true,null,"ą"],"a":{"x":1e300}}"#;
        let expected: Value = serde_json::from_str(raw).unwrap();
        assert_eq!(parse(raw.as_bytes(), &Report::default()), Some(expected));
    }
}
