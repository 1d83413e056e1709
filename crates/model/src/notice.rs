//! Pages that the law asks for, as the organisers fill them in; what is the same everywhere is not
//! asked, the page says it by itself.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::account::Email;
use crate::text::Text;

/// Which page it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoticeKind {
    /// The accessibility statement.
    Accessibility,
    /// The privacy notice.
    Privacy,
}

/// The accessibility statement, by the technical conditions 2.0 of 31 July 2024.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Accessibility {
    /// The public body whose site this is.
    pub body: Text,
    /// Where the site is.
    pub url: String,
    /// When the site was published.
    pub published_on: Date,
    /// When it last changed in a way that matters.
    pub updated_on: Date,
    /// How far it meets the act.
    pub status: Conformity,
    /// What cannot be accessed, one thing a line.
    pub failures: Option<Text>,
    /// What the act exempts, and why.
    pub exemptions: Option<Text>,
    /// When the statement was made.
    pub prepared_on: Date,
    /// When it was last looked through.
    pub reviewed_on: Date,
    /// Who judged the site: somebody from outside, or the body itself.
    pub auditor: Option<String>,
    /// Whom to tell of a barrier.
    pub person: String,
    /// Where to write to them.
    pub email: Email,
    /// Where to call them.
    pub phone: String,
    /// How to come into the building, by a wheelchair, with a guide dog, with an interpreter.
    pub architecture: Option<Text>,
    /// Applications for telephones.
    pub apps: Option<Text>,
}

/// How far a site meets the act on digital accessibility.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Conformity {
    /// It does.
    Full,
    /// It does with exceptions, which are listed.
    Partial,
    /// It does not.
    None,
}

impl Conformity {
    /// All of them, from the best.
    pub const ALL: [Self; 3] = [Self::Full, Self::Partial, Self::None];

    /// The key in forms.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Partial => "partial",
            Self::None => "none",
        }
    }
}

impl Accessibility {
    /// Whether the statement has to be looked through again: it was not since the 31 March by which
    /// the act asks for that each year.
    #[must_use]
    pub fn is_overdue(&self, today: Date) -> bool {
        self.next_review() <= today
    }

    /// The day by which it is to be looked through next: the 31 March of the year after the last
    /// time.
    #[must_use]
    pub fn next_review(&self) -> Date {
        Date::new(self.reviewed_on.year() + 1, 3, 31).unwrap_or(Date::MAX)
    }
}

/// The privacy notice: whom people's data are entrusted to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Privacy {
    /// The controllers; several are joint ones.
    pub controllers: Vec<Controller>,
    /// What joint controllers agreed: who answers for what.
    pub arrangement: Option<Text>,
    /// Where the data protection officer is reached.
    pub officer: Option<String>,
    /// What the data are used for, and on which basis, beside what the page says by itself.
    pub purposes: Option<Text>,
    /// Who else gets them: processors, the funder.
    pub recipients: Option<Text>,
}

/// Someone who decides what people's data are used for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Controller {
    /// Who.
    pub name: String,
    /// Where they are, and how they are reached.
    pub contact: String,
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::text::Lang;

    fn reviewed(on: Date) -> Accessibility {
        Accessibility {
            body: Text::in_language(Lang::Pl, "Miasto Kielce").expect("words"),
            url: "https://kongres.example".to_owned(),
            published_on: on,
            updated_on: on,
            status: Conformity::Partial,
            failures: None,
            exemptions: None,
            prepared_on: on,
            reviewed_on: on,
            auditor: None,
            person: "Sekretariat".to_owned(),
            email: "a@b.pl".parse().expect("an address"),
            phone: "1".to_owned(),
            architecture: None,
            apps: None,
        }
    }

    #[test]
    fn a_statement_is_good_until_the_end_of_march_of_the_next_year() {
        let statement = reviewed(date(2019, 3, 1));
        assert_eq!(statement.next_review(), date(2020, 3, 31));
        assert!(!statement.is_overdue(date(2020, 3, 30)));
        assert!(statement.is_overdue(date(2020, 3, 31)));
    }
}
