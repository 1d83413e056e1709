//! The people of the sample congress, as whom anybody may come in: in the demo, and nowhere else.

use askama::Template;
use askama::filters::HtmlSafe;
use wiec_model::account::Email;
use wiec_model::rules::Role;

use crate::app::{App, Stage};
use crate::messages::{Messages, messages};
use crate::paths::Paths;

/// Somebody of the sample.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cast {
    /// The role that one comes in by.
    pub role: Role,
    /// What they are called.
    pub name: &'static str,
    /// How they want to be addressed.
    pub salutation: &'static str,
    mailbox: &'static str,
}

const fn cast_as(
    role: Role,
    name: &'static str,
    salutation: &'static str,
    mailbox: &'static str,
) -> Cast {
    Cast {
        role,
        name,
        salutation,
        mailbox,
    }
}

/// Everybody, in the order of the buttons. All names are invented.
pub const CAST: [Cast; 7] = [
    cast_as(
        Role::Organiser,
        "Halina Wrona",
        "pani dyrektor",
        "organizatorka",
    ),
    cast_as(
        Role::Chair,
        "Tomasz Bieniek",
        "pan przewodniczący",
        "prowadzacy",
    ),
    cast_as(Role::Committee, "Ewa Sowińska", "pani profesor", "komitet"),
    cast_as(Role::Expert, "Paweł Gajda", "pan doktor", "ekspert"),
    cast_as(Role::Speaker, "Maria Kulesza", "pani radna", "prelegentka"),
    cast_as(Role::Volunteer, "Zofia Lis", "Zosia", "wolontariuszka"),
    cast_as(Role::Participant, "Jan Kowal", "pan Jan", "uczestnik"),
];

/// Who comes in by a role.
#[must_use]
pub fn cast(role: Role) -> Option<Cast> {
    CAST.into_iter().find(|one| one.role == role)
}

impl Cast {
    /// Their address: of a domain that can never be anybody's (RFC 6761).
    ///
    /// # Panics
    ///
    /// Never: a test parses all of them.
    #[must_use]
    pub fn email(&self) -> Email {
        format!("{}@kongres.example", self.mailbox)
            .parse()
            .expect("all addresses of the sample are addresses")
    }
}

/// The buttons by which one comes in as somebody.
#[derive(Clone, Template)]
#[template(path = "come_in_as.html")]
pub struct ComeInAs {
    m: &'static Messages,
    action: String,
    roles: Vec<(&'static str, &'static str, &'static str)>,
}

impl HtmlSafe for ComeInAs {}

impl ComeInAs {
    /// The buttons; none where people are not taken at their word.
    #[must_use]
    pub fn at(app: &App, paths: &Paths) -> Option<Self> {
        let m = messages(paths.lang());
        (app.stage == Stage::Demo).then(|| Self {
            m,
            action: paths.come_in_as(),
            roles: CAST
                .iter()
                .map(|one| (one.role.key(), role_name(m, one.role), one.name))
                .collect(),
        })
    }
}

/// What a role is called.
#[must_use]
pub fn role_name(m: &Messages, role: Role) -> &'static str {
    match role {
        Role::Organiser => m.role_organiser(),
        Role::Editor => m.role_editor(),
        Role::Committee => m.role_committee(),
        Role::Chair => m.role_chair(),
        Role::Rapporteur => m.role_rapporteur(),
        Role::Expert => m.role_expert(),
        Role::Observer => m.role_observer(),
        Role::Speaker => m.role_speaker(),
        Role::Facilitator => m.role_facilitator(),
        Role::Volunteer => m.role_volunteer(),
        Role::Participant => m.role_participant(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_of_the_sample_has_an_address_of_their_own() {
        let mut emails: Vec<Email> = CAST.iter().map(Cast::email).collect();
        emails.sort();
        emails.dedup();
        assert_eq!(emails.len(), CAST.len());
    }
}
