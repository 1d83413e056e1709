//! Problems of a file, each with its place, and the list in which they are gathered.

use std::cell::RefCell;
use std::fmt;

/// Where in a file something is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// In the file as a whole.
    File,
    /// At a line and a column, both counted from 1.
    Line {
        /// The line.
        line: usize,
        /// The character within the line.
        column: usize,
    },
    /// In a row of a table, whose cells have names rather than columns of characters.
    Row {
        /// The line on which it begins, counted from 1.
        line: usize,
    },
    /// At a value of a JSON file.
    Value {
        /// Its JSON pointer (RFC 6901): `/sessions/12/start`.
        pointer: String,
        /// The name of the thing that it belongs to, where it has one: `S13`.
        of: Option<String>,
    },
}

/// What is wrong in a file, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The place.
    pub place: Place,
    /// What is wrong there and what would be right.
    pub message: String,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File => f.write_str("the file"),
            Self::Line { line, column } => write!(f, "line {line}, column {column}"),
            Self::Row { line } => write!(f, "line {line}"),
            Self::Value { pointer, of: None } => f.write_str(&spoken(pointer)),
            Self::Value {
                pointer,
                of: Some(name),
            } => write!(f, "{} ({name})", spoken(pointer)),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.message)
    }
}

/// `/sessions/12/start` as people write it: `sessions[12].start`.
fn spoken(pointer: &str) -> String {
    if pointer.is_empty() {
        return "the file".to_owned();
    }
    let mut spoken = String::new();
    for step in pointer.split('/').skip(1) {
        if step.bytes().all(|byte| byte.is_ascii_digit()) && !step.is_empty() {
            spoken.push_str(&format!("[{step}]"));
        } else {
            if !spoken.is_empty() {
                spoken.push('.');
            }
            spoken.push_str(&step.replace("~1", "/").replace("~0", "~"));
        }
    }
    spoken
}

/// The problems found so far.
///
/// It is shared by everything that reads a file, hence the cell: each reader holds a reference
/// and none of them has to hand the list on.
#[derive(Debug, Default)]
pub(crate) struct Report(RefCell<Vec<Problem>>);

impl Report {
    pub(crate) fn add(&self, place: Place, message: impl Into<String>) {
        self.0.borrow_mut().push(Problem {
            place,
            message: message.into(),
        });
    }

    /// Where something is wrong so far.
    pub(crate) fn places(&self) -> Vec<Place> {
        let problems = self.0.borrow();
        problems
            .iter()
            .map(|problem| problem.place.clone())
            .collect()
    }

    /// Keeps the value, or notes why there is none.
    pub(crate) fn keep<T, E: fmt::Display>(
        &self,
        place: &Place,
        result: Result<T, E>,
    ) -> Option<T> {
        result
            .map_err(|error| self.add(place.clone(), error.to_string()))
            .ok()
    }

    /// What was read, unless anything was wrong.
    pub(crate) fn conclude<T>(self, value: T) -> Result<T, Vec<Problem>> {
        let mut problems = self.0.into_inner();
        // Lines in their order, as one works through a file; the sort is stable and leaves the rest.
        problems.sort_by_key(|problem| match problem.place {
            Place::Line { line, column } => (line, column),
            Place::Row { line } => (line, 0),
            Place::File | Place::Value { .. } => (0, 0),
        });
        if problems.is_empty() {
            Ok(value)
        } else {
            Err(problems)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_reads_like_a_path_with_the_name_of_the_thing_behind_it() {
        let place = Place::Value {
            pointer: "/sessions/12/title/pl".to_owned(),
            of: Some("S13".to_owned()),
        };
        assert_eq!(place.to_string(), "sessions[12].title.pl (S13)");
        assert_eq!(
            Place::Line {
                line: 37,
                column: 5
            }
            .to_string(),
            "line 37, column 5"
        );
    }

    #[test]
    fn odd_keys_come_back_as_they_were_written() {
        let place = Place::Value {
            pointer: "/congress/a~1b~0".to_owned(),
            of: None,
        };
        assert_eq!(place.to_string(), "congress.a/b~");
    }
}
