//! Forms: what was typed is read into types, errors stand at their fields, and nothing typed is lost.
//!
//! A handler takes a [`CheckedForm`], makes a [`Form`] of it, reads each field with [`Form::typed`],
//! and goes on if [`Form::is_valid`]. Otherwise it renders the same page again with the same form:
//! the fields that [`Form::input`] and its sisters make hold what was typed and say what is wrong.
//!
//! ```
//! # use wiec_kit::form::{Form, FormData};
//! # use wiec_model::Lang;
//! let data = FormData::of(&[("name", "Anna"), ("places", "many")]);
//! let mut form = Form::of(data, Lang::En);
//! let name = form.typed("name", "Name").required().text(80);
//! let places = form.typed("places", "Places").number(1..=500);
//! assert_eq!((name.as_deref(), places), (Some("Anna"), None));
//! assert_eq!(form.errors()[0].field, "places");
//! assert!(form.input("places", "Places").to_string().contains("value=\"many\""));
//! ```

mod checked;
mod data;
mod key;
pub mod rows;
mod show;
mod summary;
mod typed;

pub use checked::CheckedForm;
pub use data::FormData;
pub use key::KEY;
pub use show::{Choice, Field, Pair};
pub use summary::Summary;
pub use typed::Typed;

use std::fmt::Display;

use wiec_model::{Lang, Text};

use crate::messages::{Messages, messages};

/// A form on its way between a page and a person: what was typed, and what is wrong with it.
#[derive(Clone)]
pub struct Form {
    data: FormData,
    errors: Vec<FieldError>,
    m: &'static Messages,
}

/// What is wrong at one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// The name of the field; empty when the error concerns the form as a whole.
    pub field: String,
    /// What the field is called on the page.
    pub label: String,
    /// What is wrong and what would be right, in the reader's language.
    pub says: String,
}

impl Form {
    /// A form that nobody has filled in yet, for a page in `lang`.
    #[must_use]
    pub fn fresh(lang: Lang) -> Self {
        Self::of(FormData::default(), lang)
    }

    /// A form that was sent from a page in `lang`.
    #[must_use]
    pub fn of(data: FormData, lang: Lang) -> Self {
        Self {
            data,
            errors: Vec::new(),
            m: messages(lang),
        }
    }

    /// The same form with a value in a field that has none yet: what is known before anyone types.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Display) -> Self {
        if !self.data.has(name) {
            self.data.push(name, &value.to_string());
        }
        self
    }

    /// The same form with another value in a field, whatever was typed there.
    #[must_use]
    pub fn replacing(mut self, name: &str, value: impl Display) -> Self {
        self.data.drop(name);
        self.with(name, value)
    }

    /// The same form with both languages of a text in the fields of a pair.
    #[must_use]
    pub fn with_text(mut self, name: &str, text: Option<&Text>) -> Self {
        for lang in Lang::ALL {
            let words = text.and_then(|text| text.exact(lang)).unwrap_or_default();
            self = self.with(&in_language(name, lang), words);
        }
        self
    }

    /// The same form with several values in a field that has none yet.
    #[must_use]
    pub fn with_all<T: Display>(mut self, name: &str, values: impl IntoIterator<Item = T>) -> Self {
        if !self.data.has(name) {
            for value in values {
                self.data.push(name, &value.to_string());
            }
        }
        self
    }

    /// Begins to read a field, which the page calls `label`.
    pub const fn typed<'a>(&'a mut self, name: &'a str, label: &'a str) -> Typed<'a> {
        Typed::new(self, name, label)
    }

    /// Notes an error at a field. The first one at a field is the one that is shown there.
    pub fn fail(&mut self, field: &str, label: impl Display, says: impl Display) {
        self.errors.push(FieldError {
            field: field.to_owned(),
            label: label.to_string(),
            says: says.to_string(),
        });
    }

    /// Notes an error that no single field can mend.
    pub fn fail_whole(&mut self, says: impl Display) {
        self.fail("", "", says);
    }

    /// Whether nothing is wrong with what was read so far.
    #[must_use]
    pub const fn is_valid(&self) -> bool {
        self.errors.is_empty()
    }

    /// All that is wrong, in the order in which it was read.
    #[must_use]
    pub fn errors(&self) -> &[FieldError] {
        &self.errors
    }

    /// What is wrong at a field, in the reader's language.
    #[must_use]
    pub fn error(&self, name: &str) -> Option<&str> {
        let mut errors = self.errors.iter();
        let error = errors.find(|error| error.field == name)?;
        Some(&error.says)
    }

    /// What stands in a field; nothing when it is blank or missing.
    #[must_use]
    pub fn value(&self, name: &str) -> &str {
        self.data.get(name).unwrap_or_default()
    }

    /// Whether `value` is among those chosen in a field.
    #[must_use]
    pub fn chose(&self, name: &str, value: &str) -> bool {
        self.data.all(name).any(|chosen| chosen == value)
    }

    /// All that was typed.
    #[must_use]
    pub const fn data(&self) -> &FormData {
        &self.data
    }

    /// The title of a page, which says first that something is wrong where that is so: a screen
    /// reader begins with it.
    #[must_use]
    pub fn titled(&self, title: &str) -> String {
        if self.is_valid() {
            title.to_owned()
        } else {
            self.m.form_error_title(title)
        }
    }

    /// The words of the page that it stands on.
    #[must_use]
    pub const fn words(&self) -> &'static Messages {
        self.m
    }
}

/// The name of a field for one language of a text: `title-pl`.
#[must_use]
pub fn in_language(name: &str, lang: Lang) -> String {
    format!("{name}-{lang}")
}

/// The id of a field on the page, where a summary's link leads.
#[must_use]
pub fn id_of(name: &str) -> String {
    format!("f-{name}")
}
