//! A sheet on a page: its fields as HTML, with what was typed and what is wrong.

use std::fmt;

use askama::filters::HtmlSafe;
use wiec_kit::form::{self, Form};

use super::{Control, Field, Group, Sheet};

/// A group on a page.
pub struct ShownGroup {
    /// What its fields are, over them.
    pub legend: String,
    /// What to know before filling them in.
    pub hint: String,
    /// The heads of its columns, if it is a table.
    pub heads: Vec<String>,
    /// Its rows; without heads a single one.
    pub rows: Vec<Vec<ShownField>>,
}

impl ShownGroup {
    /// Whether it is a table.
    pub const fn is_table(&self) -> bool {
        !self.heads.is_empty()
    }
}

/// A field on a page.
pub struct ShownField {
    html: String,
    /// The class of its width.
    pub class: &'static str,
}

impl fmt::Display for ShownField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.html)
    }
}

/// It is made of `kit`'s fields, which escape what people typed.
impl HtmlSafe for ShownField {}

impl Sheet {
    /// The groups as they stand on a page, holding what the form holds.
    pub fn shown(&self, form: &Form) -> Vec<ShownGroup> {
        self.groups.iter().map(|group| group.shown(form)).collect()
    }
}

impl Sheet {
    /// The fields one after the other, as the cells of a row.
    pub fn cells(&self, form: &Form) -> Vec<ShownField> {
        self.fields().map(|field| field.html(form)).collect()
    }
}

impl Group {
    fn shown(&self, form: &Form) -> ShownGroup {
        let columns = self.columns.unwrap_or(self.fields.len()).max(1);
        let heads = self.columns.map_or(0, |columns| columns);
        let labels = self.fields.iter().take(heads);
        ShownGroup {
            legend: self.legend.clone(),
            hint: self.hint.clone(),
            heads: labels.map(|field| field.label.clone()).collect(),
            rows: self
                .fields
                .chunks(columns)
                .map(|row| row.iter().map(|field| field.html(form)).collect())
                .collect(),
        }
    }
}

impl Field {
    fn html(&self, form: &Form) -> ShownField {
        // In a table every cell has its label for those who listen, with the number of its line.
        let label = match self.line {
            Some(_) => self.labels().swap_remove(0),
            None => self.label.clone(),
        };
        let html = match &self.control {
            Control::Line(kind) => self.finish(form.input(&self.name, label).kind(kind)),
            Control::Choice(choices) => self.finish(form.select(&self.name, label, choices)),
            Control::Checks(choices) => self.finish(form.checks(&self.name, label, choices)),
            Control::Pair => self.finish_pair(form.pair(&self.name, label)),
            Control::PairArea(rows) => {
                self.finish_pair(form.pair_area(&self.name, label).rows(*rows))
            }
        };
        ShownField {
            html,
            class: self.width.class(),
        }
    }

    fn finish(&self, field: form::Field) -> String {
        let mut field = field.small();
        field = if self.required {
            field.required()
        } else {
            field.silent()
        };
        if !self.hint.is_empty() {
            field = field.hint(&self.hint);
        }
        if let Some(lang) = self.lang {
            field = field.lang(lang);
        }
        field.to_string()
    }

    fn finish_pair(&self, pair: form::Pair) -> String {
        let pair = pair.small();
        if self.hint.is_empty() {
            pair.to_string()
        } else {
            pair.hint(&self.hint).to_string()
        }
    }
}
