//! Fields on a page: label, hint, what was typed and what is wrong with it, bound together so that
//! everyone perceives them as one thing.

use std::fmt::Display;

use askama::Template;
use askama::filters::HtmlSafe;
use wiec_model::Lang;

use crate::form::{Form, KEY, id_of, in_language};
use crate::icon::Icon;
use crate::messages::Messages;

/// One of several answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What is read.
    pub label: String,
    /// A second line, where the answer needs one.
    pub hint: Option<String>,
}

impl Choice {
    /// An answer.
    pub fn new(value: impl Display, label: impl Display) -> Self {
        Self {
            value: value.to_string(),
            label: label.to_string(),
            hint: None,
        }
    }

    /// The same answer with a second line.
    #[must_use]
    pub fn hint(mut self, hint: impl Display) -> Self {
        self.hint = Some(hint.to_string());
        self
    }
}

/// What a field is on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Control {
    Input,
    Area,
    Select,
    Radios,
    Checks,
    Check,
}

/// A field, ready to stand on a page. It is optional, and says so, until it is
/// [`required`](Field::required).
#[derive(Clone, Template)]
#[template(path = "form/field.html")]
pub struct Field {
    m: &'static Messages,
    control: Control,
    kind: &'static str,
    name: String,
    id: String,
    label: String,
    hint: Option<String>,
    error: Option<String>,
    values: Vec<String>,
    choices: Vec<Choice>,
    needed: bool,
    autocomplete: Option<String>,
    inputmode: Option<&'static str>,
    list: Option<String>,
    max: Option<u32>,
    rows: u8,
    lang: Option<Lang>,
    small: bool,
    silent: bool,
    belongs: Option<String>,
}

/// A text in both languages, side by side where there is room.
#[derive(Clone, Template)]
#[template(path = "form/pair.html")]
pub struct Pair {
    label: String,
    hint: Option<String>,
    id: String,
    fields: Vec<Field>,
}

impl HtmlSafe for Field {}
impl HtmlSafe for Pair {}

impl Form {
    /// A line of text. Other kinds follow from [`Field::kind`].
    #[must_use]
    pub fn input(&self, name: impl Display, label: impl Display) -> Field {
        self.make(Control::Input, name, label)
    }

    /// Several lines of text.
    #[must_use]
    pub fn area(&self, name: impl Display, label: impl Display) -> Field {
        self.make(Control::Area, name, label)
    }

    /// One of many answers, in a list that folds.
    #[must_use]
    pub fn select(&self, name: impl Display, label: impl Display, choices: &[Choice]) -> Field {
        self.make(Control::Select, name, label).of(choices)
    }

    /// One of a few answers, all in sight.
    #[must_use]
    pub fn radios(&self, name: impl Display, label: impl Display, choices: &[Choice]) -> Field {
        self.make(Control::Radios, name, label).of(choices)
    }

    /// Any number of a few answers.
    #[must_use]
    pub fn checks(&self, name: impl Display, label: impl Display, choices: &[Choice]) -> Field {
        self.make(Control::Checks, name, label).of(choices)
    }

    /// A single box to tick. It is never ticked before somebody ticks it.
    #[must_use]
    pub fn check(&self, name: impl Display, label: impl Display) -> Field {
        self.make(Control::Check, name, label)
    }

    /// A date of the calendar.
    #[must_use]
    pub fn date(&self, name: impl Display, label: impl Display) -> Field {
        self.input(name, label).kind("date")
    }

    /// An hour on the clocks of the congress.
    #[must_use]
    pub fn time(&self, name: impl Display, label: impl Display) -> Field {
        self.input(name, label).kind("time")
    }

    /// A date with an hour on the clocks of the congress.
    #[must_use]
    pub fn instant(&self, name: impl Display, label: impl Display) -> Field {
        self.input(name, label).kind("datetime-local")
    }

    /// An address for mail.
    #[must_use]
    pub fn email(&self, name: impl Display, label: impl Display) -> Field {
        self.input(name, label).kind("email").autocomplete("email")
    }

    /// A line of text in both languages.
    #[must_use]
    pub fn pair(&self, name: impl Display, label: impl Display) -> Pair {
        self.both(Control::Input, &name.to_string(), label)
    }

    /// Several lines of text in both languages.
    #[must_use]
    pub fn pair_area(&self, name: impl Display, label: impl Display) -> Pair {
        self.both(Control::Area, &name.to_string(), label)
    }

    /// The hidden field with the key of this form: see [`Form::keyed`].
    #[must_use]
    pub fn key_field(&self) -> Field {
        self.hidden(KEY)
    }

    /// A field that is sent along and not seen.
    #[must_use]
    pub fn hidden(&self, name: impl Display) -> Field {
        self.input(name, "").kind("hidden")
    }

    fn both(&self, control: Control, name: &str, label: impl Display) -> Pair {
        let fields = Lang::ALL.map(|lang| {
            let label = match lang {
                Lang::Pl => self.words().form_in_polish(),
                Lang::En => self.words().form_in_english(),
            };
            let mut field = self.make(control, in_language(name, lang), label);
            field.lang = Some(lang);
            field.silent = true;
            field
        });
        Pair {
            label: label.to_string(),
            hint: None,
            id: id_of(name),
            fields: fields.to_vec(),
        }
    }

    fn make(&self, control: Control, name: impl Display, label: impl Display) -> Field {
        let name = name.to_string();
        Field {
            m: self.words(),
            control,
            kind: "text",
            id: id_of(&name),
            label: label.to_string(),
            hint: None,
            error: self.error(&name).map(str::to_owned),
            values: self.data().all(&name).map(str::to_owned).collect(),
            choices: Vec::new(),
            needed: false,
            autocomplete: None,
            inputmode: None,
            list: None,
            max: None,
            rows: 4,
            lang: None,
            small: false,
            silent: false,
            belongs: None,
            name,
        }
    }
}

impl Field {
    /// The same field, which may not be left blank.
    #[must_use]
    pub const fn required(mut self) -> Self {
        self.needed = true;
        self
    }

    /// The same field with a sentence about how to fill it in.
    #[must_use]
    pub fn hint(mut self, hint: impl Display) -> Self {
        self.hint = Some(hint.to_string());
        self
    }

    /// The same field of another kind: `email`, `tel`, `url`, `search`, `password`, `file`.
    #[must_use]
    pub const fn kind(mut self, kind: &'static str) -> Self {
        self.kind = kind;
        self
    }

    /// The same field, which a browser may fill in with what it knows of its owner: `name`, `email`.
    #[must_use]
    pub fn autocomplete(mut self, what: impl Display) -> Self {
        self.autocomplete = Some(what.to_string());
        self
    }

    /// The same field for digits.
    #[must_use]
    pub const fn digits(mut self) -> Self {
        self.inputmode = Some("numeric");
        self
    }

    /// The same field with suggestions from the list with this id.
    #[must_use]
    pub fn list(mut self, id: impl Display) -> Self {
        self.list = Some(id.to_string());
        self
    }

    /// The same field, which the browser keeps from getting longer than `max` letters.
    #[must_use]
    pub const fn max(mut self, max: u32) -> Self {
        self.max = Some(max);
        self
    }

    /// The same field, so many lines high.
    #[must_use]
    pub const fn rows(mut self, rows: u8) -> Self {
        self.rows = rows;
        self
    }

    /// The same field for words in a language that may not be the page's.
    #[must_use]
    pub const fn lang(mut self, lang: Lang) -> Self {
        self.lang = Some(lang);
        self
    }

    /// The same field in the size of dense pages.
    #[must_use]
    pub const fn small(mut self) -> Self {
        self.small = true;
        self
    }

    /// The same field without the word that it may be left blank, where all around it may.
    #[must_use]
    pub const fn silent(mut self) -> Self {
        self.silent = true;
        self
    }

    /// The same field, which belongs to the form with this id though it stands outside of it.
    #[must_use]
    pub fn belongs(mut self, form: impl Display) -> Self {
        self.belongs = Some(form.to_string());
        self
    }

    fn of(mut self, choices: &[Choice]) -> Self {
        self.choices = choices.to_vec();
        self
    }

    fn value(&self) -> &str {
        self.values.first().map_or("", String::as_str)
    }

    fn is_chosen(&self, choice: &Choice) -> bool {
        self.values.contains(&choice.value)
    }

    fn is_ticked(&self) -> bool {
        self.values.iter().any(|value| !value.is_empty())
    }

    /// The first answer has the id that the summary leads to.
    fn id_at(&self, index: &usize) -> String {
        match index {
            0 => self.id.clone(),
            _ => format!("{}-{index}", self.id),
        }
    }

    /// What describes the field: its error first, then its hint.
    fn described(&self) -> Option<String> {
        let error = self.error.is_some().then(|| format!("{}-error", self.id));
        let hint = self.hint.is_some().then(|| format!("{}-hint", self.id));
        let ids: Vec<String> = error.into_iter().chain(hint).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    fn is_optional(&self) -> bool {
        !self.needed && !self.silent
    }

    fn warn(&self) -> Icon<'static> {
        Icon(std::borrow::Cow::Borrowed("warn"))
    }
}

impl Pair {
    /// The same pair with a sentence about how to fill it in.
    #[must_use]
    pub fn hint(mut self, hint: impl Display) -> Self {
        self.hint = Some(hint.to_string());
        self
    }

    /// The same pair, so many lines high.
    #[must_use]
    pub fn rows(mut self, rows: u8) -> Self {
        for field in &mut self.fields {
            field.rows = rows;
        }
        self
    }

    /// The same pair, whose versions the browser keeps from getting longer than `max` letters.
    #[must_use]
    pub fn max(mut self, max: u32) -> Self {
        for field in &mut self.fields {
            field.max = Some(max);
        }
        self
    }

    /// The same pair in the size of dense pages.
    #[must_use]
    pub fn small(mut self) -> Self {
        for field in &mut self.fields {
            field.small = true;
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::FormData;

    #[test]
    fn a_field_with_an_error_is_bound_to_it_and_keeps_what_was_typed() {
        let mut form = Form::of(FormData::of(&[("email", "\"><b>")]), Lang::En);
        form.fail("email", "E-mail", "no such address");
        let html = form
            .email("email", "E-mail")
            .required()
            .hint("for letters")
            .to_string();
        for part in [
            "<label for=\"f-email\">E-mail",
            "aria-invalid=\"true\"",
            "aria-describedby=\"f-email-error f-email-hint\"",
            "autocomplete=\"email\"",
            "aria-required=\"true\"",
            "value=\"&#34;&#62;&#60;b&#62;\"",
        ] {
            assert!(html.contains(part), "{part} is not in {html}");
        }
        assert!(
            form.summary()
                .to_string()
                .contains("<a href=\"#f-email\">E-mail: no such address</a>")
        );
    }

    #[test]
    fn a_file_is_asked_for_without_a_value() {
        let form = Form::of(FormData::of(&[("file", "table.xlsx")]), Lang::En);
        let html = form.input("file", "File").kind("file").to_string();
        assert!(html.contains("type=\"file\""), "{html}");
        assert!(!html.contains(" value="), "{html}");
    }

    #[test]
    fn the_first_answer_is_where_the_summary_leads() {
        let form = Form::of(FormData::of(&[("how", "b")]), Lang::En);
        let choices = [Choice::new("a", "On site"), Choice::new("b", "Remotely")];
        let html = form.radios("how", "How", &choices).to_string();
        assert!(
            html.contains("id=\"f-how\"") && html.contains("id=\"f-how-1\""),
            "{html}"
        );
        assert_eq!(html.matches(" checked").count(), 1);
    }

    #[test]
    fn a_pair_names_the_language_of_each_version() {
        let form = Form::of(FormData::of(&[("t-en", "Housing")]), Lang::Pl);
        let html = form.pair("t", "Tytuł").to_string();
        assert!(
            html.contains("name=\"t-pl\"") && html.contains("lang=\"en\""),
            "{html}"
        );
    }
}
