//! Values in columns: how the model's types are written, and read back without trusting the row.

use std::fmt::Display;
use std::str::FromStr;

use jiff::Timestamp;
use sea_orm::DeriveValueType;
use sea_orm::sea_query::LikeExpr;
use serde::Serialize;
use serde::de::{DeserializeOwned, IntoDeserializer};
use wiec_model::Slugs;

use crate::error::StoreError;

/// An instant in a `BIGINT` column, in microseconds since 1970 in UTC.
///
/// Neither driver knows jiff, and a number means the same on both databases.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, DeriveValueType)]
pub(crate) struct Micros(pub(crate) i64);

impl From<Timestamp> for Micros {
    fn from(instant: Timestamp) -> Self {
        Self(instant.as_microsecond())
    }
}

/// A value as JSON.
pub(crate) fn json<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value)
        .expect("the model's values have text keys and no serialiser that fails")
}

/// A value as JSON, where there is one.
pub(crate) fn json_opt<T: Serialize>(value: Option<&T>) -> Option<String> {
    value.map(json)
}

/// The word that stands for a variant, the same as in files.
pub(crate) fn word<T: Serialize>(variant: &T) -> String {
    let quoted = json(variant);
    let word = quoted
        .strip_prefix('"')
        .and_then(|word| word.strip_suffix('"'));
    word.expect("only enums without fields are written as words")
        .to_owned()
}

/// A place in a list.
pub(crate) fn position(index: usize) -> i64 {
    i64::try_from(index).expect("no list in memory is that long")
}

/// A number of the model, which has no negative ones, as both databases have none without sign.
pub(crate) fn number(number: Option<u32>) -> Option<i64> {
    number.map(i64::from)
}

/// The pattern of a column that holds these words somewhere, taken as they are: a per cent sign is one.
pub(crate) fn holding(words: &str) -> LikeExpr {
    let mut pattern = String::from("%");
    for letter in words.chars() {
        if matches!(letter, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(letter);
    }
    pattern.push('%');
    LikeExpr::new(pattern).escape('\\')
}

/// A row that is being read: whose fault it is when a column does not parse.
pub(crate) struct Row {
    table: &'static str,
    key: String,
}

impl Row {
    /// The row of `table` with this key.
    pub(crate) fn new(table: &'static str, key: impl Display) -> Self {
        Self {
            table,
            key: key.to_string(),
        }
    }

    /// Says that a column holds what it may not hold.
    pub(crate) fn wrong(&self, column: &'static str) -> StoreError {
        StoreError::Inconsistent {
            table: self.table,
            column,
            row: self.key.clone(),
        }
    }

    /// A JSON column.
    pub(crate) fn json<T: DeserializeOwned>(
        &self,
        column: &'static str,
        value: &str,
    ) -> Result<T, StoreError> {
        serde_json::from_str(value).map_err(|_| self.wrong(column))
    }

    /// A JSON column that may be empty.
    pub(crate) fn json_opt<T: DeserializeOwned>(
        &self,
        column: &'static str,
        value: Option<&str>,
    ) -> Result<Option<T>, StoreError> {
        value.map(|value| self.json(column, value)).transpose()
    }

    /// A column with the word of a variant.
    pub(crate) fn word<T: DeserializeOwned>(
        &self,
        column: &'static str,
        word: &str,
    ) -> Result<T, StoreError> {
        T::deserialize(word.into_deserializer())
            .map_err(|_: serde::de::value::Error| self.wrong(column))
    }

    /// A column with something that has a written form: a slug, a code, a date.
    pub(crate) fn parse<T: FromStr>(
        &self,
        column: &'static str,
        words: &str,
    ) -> Result<T, StoreError> {
        words.parse().map_err(|_| self.wrong(column))
    }

    /// The two columns of a pair of slugs.
    pub(crate) fn slugs(&self, pl: &str, en: &str) -> Result<Slugs, StoreError> {
        Ok(Slugs {
            pl: self.parse("slug_pl", pl)?,
            en: self.parse("slug_en", en)?,
        })
    }

    /// A column with a number that is never negative.
    pub(crate) fn number<T: TryFrom<i64>>(
        &self,
        column: &'static str,
        number: i64,
    ) -> Result<T, StoreError> {
        T::try_from(number).map_err(|_| self.wrong(column))
    }

    /// Such a column that may be empty.
    pub(crate) fn number_opt<T: TryFrom<i64>>(
        &self,
        column: &'static str,
        number: Option<i64>,
    ) -> Result<Option<T>, StoreError> {
        number.map(|number| self.number(column, number)).transpose()
    }

    /// A column with an instant.
    pub(crate) fn instant(
        &self,
        column: &'static str,
        micros: Micros,
    ) -> Result<Timestamp, StoreError> {
        Timestamp::from_microsecond(micros.0).map_err(|_| self.wrong(column))
    }
}
