//! One field of a sheet.

use wiec_kit::form::{Choice, Form, in_language};
use wiec_model::{Lang, Text};

/// A field: how it is called, how it is filled in, and its values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name in the form.
    pub name: String,
    /// What it is called.
    pub label: String,
    /// Its line, counted from 0, where it is of a list.
    pub line: Option<usize>,
    /// What to know before filling it in.
    pub hint: String,
    /// How it is filled in.
    pub control: Control,
    /// Its values: of a pair two, in the order of languages; of boxes those that are ticked; else one.
    pub values: Vec<String>,
    /// The language of what is written in it.
    pub lang: Option<Lang>,
    /// How much room it takes.
    pub width: Width,
    /// Whether it must be filled in.
    pub required: bool,
}

/// How a field is filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Control {
    /// In one line of this type: `text`, `email`, `date`, `time`, `number`.
    Line(&'static str),
    /// In one line for each language.
    Pair,
    /// In several lines for each language, so many of them in sight.
    PairArea(u8),
    /// By choosing one.
    Choice(Vec<Choice>),
    /// By ticking any number.
    Checks(Vec<Choice>),
}

/// How much room a field takes on a wide page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Width {
    /// A quarter of the sheet.
    Quarter,
    /// Half of it.
    Half,
    /// All of it.
    Whole,
}

impl Width {
    /// Its class.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Quarter => "is-quarter",
            Self::Half => "is-half",
            Self::Whole => "is-whole",
        }
    }
}

impl Field {
    fn of(name: impl Into<String>, label: impl Into<String>, control: Control) -> Self {
        Self {
            name: name.into(),
            label: label.into(),
            line: None,
            hint: String::new(),
            control,
            values: vec![String::new()],
            lang: None,
            width: Width::Half,
            required: false,
        }
    }

    /// A line of text.
    pub fn line(name: impl Into<String>, label: impl Into<String>) -> Self {
        Self::of(name, label, Control::Line("text"))
    }

    /// A short line of another type.
    pub fn short(kind: &'static str, name: impl Into<String>, label: impl Into<String>) -> Self {
        Self::of(name, label, Control::Line(kind)).wide(Width::Quarter)
    }

    /// One of several.
    pub fn choice(name: impl Into<String>, label: impl Into<String>, choices: Vec<Choice>) -> Self {
        Self::of(name, label, Control::Choice(choices))
    }

    /// Any number of several.
    pub fn checks(
        name: impl Into<String>,
        label: impl Into<String>,
        choices: Vec<Choice>,
        ticked: impl IntoIterator<Item = String>,
    ) -> Self {
        let field = Self::of(name, label, Control::Checks(choices)).wide(Width::Whole);
        Self {
            values: ticked.into_iter().collect(),
            ..field
        }
    }

    /// A text in both languages, side by side.
    pub fn pair(name: impl Into<String>, label: impl Into<String>, text: Option<&Text>) -> Self {
        Self::of(name, label, Control::Pair).both(text)
    }

    /// A longer text in both languages, side by side.
    pub fn pair_area(
        name: impl Into<String>,
        label: impl Into<String>,
        text: Option<&Text>,
        rows: u8,
    ) -> Self {
        Self::of(name, label, Control::PairArea(rows)).both(text)
    }

    /// A text in both languages as two fields, where each has a column of its own.
    pub fn apart(name: &str, label: &str, text: Option<&Text>) -> [Self; 2] {
        Lang::ALL.map(|lang| {
            let label = format!("{label} ({})", lang.code().to_uppercase());
            let words = text.and_then(|text| text.exact(lang)).unwrap_or_default();
            let field = Self::line(in_language(name, lang), label).value(words);
            Self {
                lang: Some(lang),
                ..field
            }
        })
    }

    fn both(mut self, text: Option<&Text>) -> Self {
        let words = |lang| text.and_then(|text| text.exact(lang)).unwrap_or_default();
        self.values = Lang::ALL.map(|lang| words(lang).to_owned()).into();
        self.wide(Width::Whole)
    }

    /// The same field with a value.
    #[must_use]
    pub fn value(mut self, value: &str) -> Self {
        self.values = vec![value.to_owned()];
        self
    }

    /// The same field with a value, if there is one.
    #[must_use]
    pub fn maybe(self, value: Option<impl ToString>) -> Self {
        let value = value.map(|value| value.to_string()).unwrap_or_default();
        self.value(&value)
    }

    /// The same field with a hint.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }

    /// The same field with other room.
    #[must_use]
    pub const fn wide(mut self, width: Width) -> Self {
        self.width = width;
        self
    }

    /// The same field, to be filled in.
    #[must_use]
    pub const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// The same field as one of the line `line` of a list, counted from 0.
    #[must_use]
    pub const fn in_line(mut self, line: usize) -> Self {
        self.line = Some(line);
        self
    }

    const fn is_pair(&self) -> bool {
        matches!(self.control, Control::Pair | Control::PairArea(_))
    }

    /// The names and values that a browser sends for it.
    pub fn pairs(&self) -> Vec<(String, &str)> {
        let values = self.values.iter().map(String::as_str);
        if self.is_pair() {
            let names = Lang::ALL.map(|lang| in_language(&self.name, lang));
            return names.into_iter().zip(values).collect();
        }
        values.map(|value| (self.name.clone(), value)).collect()
    }

    /// The name of its first part, where an error about it stands.
    pub fn first_name(&self) -> String {
        let mut names = self.pairs().into_iter().map(|(name, _)| name);
        names.next().unwrap_or_else(|| self.name.clone())
    }

    /// Takes what was typed in it.
    pub(super) fn take(&mut self, form: &Form) {
        self.values = match self.control {
            Control::Pair | Control::PairArea(_) => Lang::ALL
                .map(|lang| form.value(&in_language(&self.name, lang)).to_owned())
                .into(),
            Control::Checks(_) => form.data().all(&self.name).map(str::to_owned).collect(),
            Control::Line(_) | Control::Choice(_) => {
                vec![form.value(&self.name).to_owned()]
            }
        };
    }

    /// What it is called where its list is not in sight, for each of its parts: `2. Tytuł (PL)`.
    pub(super) fn labels(&self) -> Vec<String> {
        let label = match self.line {
            Some(line) => format!("{}. {}", line + 1, self.label),
            None => self.label.clone(),
        };
        if self.is_pair() {
            let of = |lang: Lang| format!("{label} ({})", lang.code().to_uppercase());
            return Lang::ALL.map(of).into();
        }
        vec![label]
    }

    /// Its values as people read them, for each of its parts: names of what is chosen, not keys.
    pub(super) fn shown(&self) -> Vec<String> {
        match &self.control {
            Control::Choice(choices) | Control::Checks(choices) => {
                let chosen = choices.iter().filter(|choice| {
                    !choice.value.is_empty() && self.values.contains(&choice.value)
                });
                let names: Vec<&str> = chosen.map(|choice| choice.label.as_str()).collect();
                vec![names.join(", ")]
            }
            Control::Line(_) | Control::Pair | Control::PairArea(_) => self.values.clone(),
        }
    }
}
