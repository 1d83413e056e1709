//! Files about what is scarce: wishes for limited places, and who could review what.
//!
//! A file names things; the calculating crate counts them. Here names become numbers and back; so do a
//! call's submissions and its committee.

pub mod committee;
pub mod reviews;
pub mod wishes;

use std::collections::BTreeMap;

use wiec_model::Lang;

use crate::read::json;
use crate::read::object::{Object, Reading};
use crate::read::problem::{Problem, Report};

/// Reads one JSON object with `read`, or says everything that is wrong in the file.
fn whole<T>(
    bytes: &[u8],
    format: &str,
    read: impl FnOnce(&Object<'_>) -> T,
) -> Result<T, Vec<Problem>> {
    let report = Report::default();
    let Some(root) = json::parse(bytes, &report) else {
        return Err(report.conclude(()).err().unwrap_or_default());
    };
    let reading = Reading {
        report: &report,
        language: Lang::Pl.into(),
    };
    let root = Object::open(&root, String::new(), None, &reading);
    match root.string("format") {
        Some(told) if told == format => {}
        Some(told) => root.problem("format", format!("should be \"{format}\", not \"{told}\"")),
        None => root.problem("format", format!("is missing; it should be \"{format}\"")),
    }
    let value = read(&root);
    root.finish();
    report.conclude(value)
}

/// The names of things, in the order of the file, and where each stands.
#[derive(Debug, Default)]
struct Names {
    listed: Vec<String>,
    numbers: BTreeMap<String, usize>,
}

impl Names {
    /// Takes the name of the next thing from its key `id`: present, plain and not there yet.
    fn take(&mut self, object: &mut Object<'_>) {
        let number = self.listed.len();
        let name = match object.string("id") {
            Some(name) => name,
            None => {
                object.missing("id");
                // A stand-in that nobody can have written, so that the others keep their numbers.
                format!("\n{number}")
            }
        };
        if name.chars().any(char::is_control) && !name.starts_with('\n') {
            object.problem(
                "id",
                "holds a line's end, a tab or another control character",
            );
        } else if self.numbers.contains_key(&name) {
            object.problem("id", format!("there are two \"{name}\""));
        }
        object.name(&name);
        self.numbers.entry(name.clone()).or_insert(number);
        self.listed.push(name);
    }

    /// The numbers of the things that a list of words names, each once.
    fn find(&self, object: &Object<'_>, key: &'static str, what: &str) -> Vec<usize> {
        let mut found = Vec::new();
        for (place, name) in object.words(key) {
            match self.numbers.get(&name) {
                Some(number) if found.contains(number) => {
                    object.problem_at(place, format!("\"{name}\" stands here twice"));
                }
                Some(number) => found.push(*number),
                None => object.problem_at(place, format!("there is no {what} \"{name}\"")),
            }
        }
        found
    }
}
