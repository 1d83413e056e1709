//! Reading a sheet that was filled in. The labels of errors are those of its fields.

use std::collections::BTreeMap;

use wiec_kit::form::{Form, FormData, Typed};
use wiec_kit::messages::Messages;
use wiec_model::LanguageTag;

use super::Sheet;

/// A sheet that is being read.
pub struct Reading<'a> {
    /// What was typed, and what is wrong with it so far.
    pub form: &'a mut Form,
    /// The words of the reader.
    pub m: &'static Messages,
    labels: BTreeMap<String, String>,
}

impl<'a> Reading<'a> {
    /// Begins to read a form by its sheet.
    pub fn new(sheet: &Sheet, form: &'a mut Form, m: &'static Messages) -> Self {
        let labels = sheet.fields().map(|field| {
            let label = field.labels().swap_remove(0);
            (field.name.clone(), label)
        });
        Self {
            labels: labels.collect(),
            form,
            m,
        }
    }

    /// Begins to read a field.
    pub fn of<'b>(&'b mut self, name: &'b str) -> Typed<'b> {
        let label = self.labels.get(name).map_or("", String::as_str);
        self.form.typed(name, label)
    }

    /// Says what is wrong with a field.
    pub fn fail(&mut self, name: &str, says: &str) {
        let label = self.labels.get(name).map_or("", String::as_str);
        self.form.fail(name, label, says);
    }

    /// Whether a field is filled in.
    pub fn has(&self, name: &str) -> bool {
        !self.form.value(name).is_empty()
    }

    /// How many lines of the list `name` were sent: its fields are `name.0.title`, `name.1.title`.
    pub fn lines(&self, name: &str) -> usize {
        lines(self.form.data(), name)
    }

    /// Language tags with commas or spaces between them.
    pub fn languages(&mut self, name: &str) -> Vec<LanguageTag> {
        let typed = self.form.value(name).to_owned();
        let mut tags = Vec::new();
        for word in typed.split([',', ' ', ';']).filter(|word| !word.is_empty()) {
            match word.parse() {
                Ok(tag) if !tags.contains(&tag) => tags.push(tag),
                Ok(_) => {}
                Err(_) => self.fail(name, &self.m.plan_error_language(word)),
            }
        }
        tags
    }
}

/// How many lines of the list `name` a form holds.
pub fn lines(data: &FormData, name: &str) -> usize {
    let prefix = format!("{name}.");
    let numbers = data.names(&prefix).filter_map(|rest| {
        let number: usize = rest.split('.').next()?.parse().ok()?;
        // No page of ours has more lines; a number made up by hand asks for no memory.
        (number < MOST_LINES).then_some(number)
    });
    numbers.max().map_or(0, |last| last + 1)
}

/// The longest list of a sheet.
pub const MOST_LINES: usize = 200;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_a_list_are_counted_by_their_numbers() {
        let data = FormData::of(&[
            ("talks.0.title", ""),
            ("talks.2.title", ""),
            ("talks.999999.title", ""),
            ("talk", "x"),
        ]);
        assert_eq!((lines(&data, "talks"), lines(&data, "people")), (3, 0));
    }
}
