//! A thing as a sheet to fill in: its fields with what is stored.
//!
//! A sheet is a value: the same one is shown, filled in, compared with somebody else's, and told from
//! what it was by a fingerprint. It knows nothing of the thing behind it. How a field looks and how it
//! is read are `kit`'s business ([`Form`]).

mod field;
mod reading;
mod shown;

use sha2::{Digest, Sha256};
use wiec_kit::form::{Form, FormData};
use wiec_model::Lang;

pub use field::{Control, Field, Width};
pub use reading::{Reading, lines};
pub use shown::{ShownField, ShownGroup};

/// The fields of one thing, in groups.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The groups, in the order of the page.
    pub groups: Vec<Group>,
}

/// Fields that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// What they are, over them.
    pub legend: String,
    /// What to know before filling them in.
    pub hint: String,
    /// How many columns they have as a table, the lines of a list; none where they follow one another.
    pub columns: Option<usize>,
    /// The fields; of a table, row by row.
    pub fields: Vec<Field>,
}

/// A field that two people left with different values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// What the field is called.
    pub label: String,
    /// What one typed.
    pub mine: String,
    /// What the other saved.
    pub theirs: String,
}

impl Group {
    /// A group of fields.
    pub fn of(legend: impl Into<String>, fields: Vec<Field>) -> Self {
        Self {
            legend: legend.into(),
            hint: String::new(),
            columns: None,
            fields,
        }
    }

    /// A table of fields: all of `rows` have the same columns.
    pub fn rows(legend: impl Into<String>, rows: Vec<Vec<Field>>) -> Self {
        Self {
            columns: Some(rows.first().map_or(1, Vec::len)),
            ..Self::of(legend, rows.into_iter().flatten().collect())
        }
    }

    /// The same group with a hint.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }
}

impl Sheet {
    /// A sheet of these groups.
    pub const fn of(groups: Vec<Group>) -> Self {
        Self { groups }
    }

    /// A form with what is stored, for a page in `lang`.
    pub fn form(&self, lang: Lang) -> Form {
        let mut data = FormData::default();
        for field in self.fields() {
            for (name, value) in field.pairs() {
                data.push(&name, value);
            }
        }
        Form::of(data, lang)
    }

    /// The same sheet with what was typed in place of what is stored.
    #[must_use]
    pub fn with(mut self, form: &Form) -> Self {
        for field in self.groups.iter_mut().flat_map(|group| &mut group.fields) {
            field.take(form);
        }
        self
    }

    /// Tells a sheet from one with other values: names and values of all fields, hashed.
    pub fn fingerprint(&self) -> String {
        let mut digest = Sha256::new();
        for (name, value) in self.fields().flat_map(Field::pairs) {
            // A field without a value is as one that is not there: lists end with empty lines.
            for part in [name.as_str(), value]
                .into_iter()
                .filter(|_| !value.is_empty())
            {
                digest.update(part.len().to_le_bytes());
                digest.update(part);
            }
        }
        let bytes = digest.finalize();
        bytes
            .iter()
            .take(8)
            .map(|byte| format!("{byte:02x}"))
            .collect()
    }

    /// Where `mine` differs from `theirs`, in the order of the fields.
    pub fn differences(mine: &Self, theirs: &Self) -> Vec<Difference> {
        let longer = if mine.fields().count() < theirs.fields().count() {
            theirs
        } else {
            mine
        };
        let values = |sheet: &Self, name: &str| {
            let field = sheet.fields().find(|field| field.name == name);
            field.map(Field::shown).unwrap_or_default()
        };
        let mut found = Vec::new();
        for field in longer.fields() {
            let (mine, theirs) = (values(mine, &field.name), values(theirs, &field.name));
            for (at, label) in field.labels().into_iter().enumerate() {
                let part = |values: &[String]| values.get(at).cloned().unwrap_or_default();
                let (mine, theirs) = (part(&mine), part(&theirs));
                if mine != theirs {
                    found.push(Difference {
                        label,
                        mine,
                        theirs,
                    });
                }
            }
        }
        found
    }

    /// The fields of all groups.
    pub fn fields(&self) -> impl Iterator<Item = &Field> {
        self.groups.iter().flat_map(|group| &group.fields)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(name: &str, rooms: &[&str]) -> Sheet {
        let row = |(at, room): (usize, &&str)| {
            vec![
                Field::line(format!("rooms.{at}"), "Sala")
                    .value(room)
                    .in_line(at),
            ]
        };
        Sheet::of(vec![
            Group::of("", vec![Field::line("name", "Nazwa").value(name)]),
            Group::rows("Sale", rooms.iter().enumerate().map(row).collect()),
        ])
    }

    #[test]
    fn a_fingerprint_changes_with_a_value_and_not_with_an_empty_line() {
        let one = sheet("Debata", &["Wielka"]);
        let longer = sheet("Debata", &["Wielka", ""]);
        assert_eq!(one.fingerprint(), longer.fingerprint());
        assert_ne!(
            one.fingerprint(),
            sheet("Debaty", &["Wielka"]).fingerprint()
        );
        assert_ne!(
            sheet("ab", &["c"]).fingerprint(),
            sheet("a", &["bc"]).fingerprint()
        );
    }

    #[test]
    fn differences_name_their_fields_also_where_one_list_is_longer() {
        let mine = sheet("Debata", &["Wielka"]);
        let theirs = sheet("Debata", &["Wielka", "Silnica"]);
        let found = Sheet::differences(&mine, &theirs);
        let expected = Difference {
            label: "2. Sala".to_owned(),
            mine: String::new(),
            theirs: "Silnica".to_owned(),
        };
        assert_eq!(found, [expected]);
    }

    #[test]
    fn what_was_typed_takes_the_place_of_what_is_stored() {
        let typed = FormData::of(&[("name", "Nowa"), ("rooms.0", "x")]);
        let form = Form::of(typed, Lang::Pl);
        assert_eq!(
            sheet("Debata", &["Wielka"]).with(&form),
            sheet("Nowa", &["x"])
        );
    }
}
