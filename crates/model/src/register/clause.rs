//! What of a proposal a remark is about.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use wiec_text::Anchor;

/// The part of a proposal that a remark is about, written `all`, `p4`, or the code of a challenge or
/// recommendation: `W04.R1`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Clause {
    /// All of it.
    Whole,
    /// A block of its text.
    Block(Anchor),
    /// A challenge or recommendation, by its code.
    Item(String),
}

/// Words that name no clause.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" names no clause; write all, a block like p4 or a code like W04.R1")]
pub struct NotAClause(pub String);

/// The longest code of a challenge or recommendation.
const LONGEST: usize = 40;

impl fmt::Display for Clause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Whole => f.write_str("all"),
            Self::Block(anchor) => anchor.fmt(f),
            Self::Item(code) => f.write_str(code),
        }
    }
}

impl FromStr for Clause {
    type Err = NotAClause;

    fn from_str(raw: &str) -> Result<Self, NotAClause> {
        if raw == "all" {
            return Ok(Self::Whole);
        }
        if let Ok(anchor) = raw.parse() {
            return Ok(Self::Block(anchor));
        }
        let is_code = raw.starts_with(|c: char| c.is_ascii_uppercase())
            && raw.len() <= LONGEST
            && raw
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_'));
        if is_code {
            Ok(Self::Item(raw.to_owned()))
        } else {
            Err(NotAClause(raw.to_owned()))
        }
    }
}

impl TryFrom<String> for Clause {
    type Error = NotAClause;

    fn try_from(raw: String) -> Result<Self, NotAClause> {
        raw.parse()
    }
}

impl From<Clause> for String {
    fn from(clause: Clause) -> Self {
        clause.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clause_is_read_as_it_is_written_and_nothing_else_is_one() {
        let p4 = Clause::Block("p4".parse().unwrap());
        for (raw, clause) in [
            ("all", Clause::Whole),
            ("p4", p4),
            ("W04", Clause::Item("W04".to_owned())),
            ("W04.R1", Clause::Item("W04.R1".to_owned())),
        ] {
            assert_eq!(raw.parse(), Ok(clause.clone()));
            assert_eq!(clause.to_string(), raw);
        }
        for wrong in ["", "p0", "w04", "W04/R1", "W 4", "<b>", &"W".repeat(41)] {
            assert_eq!(
                wrong.parse::<Clause>(),
                Err(NotAClause(wrong.to_owned())),
                "{wrong}"
            );
        }
    }
}
