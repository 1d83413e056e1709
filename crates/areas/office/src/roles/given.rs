//! Reading whom to give which role, and where it is to hold.

use wiec_kit::form::Form;
use wiec_model::account::Email;
use wiec_model::calls::Call;
use wiec_model::register::Proposal;
use wiec_model::rules::{Grant, Role, Scope};
use wiec_model::{Programme, Slug};

/// What is to be given, and to whom.
pub struct Wanted {
    /// The address of whom to give it to.
    pub email: Email,
    /// The role, and where it holds.
    pub grant: Grant,
}

/// What of a congress a role can hold in.
pub struct Parts {
    /// The draft, with its sessions.
    pub draft: Programme,
    /// The proposals of its register.
    pub proposals: Vec<Proposal>,
    /// Its calls.
    pub calls: Vec<Call>,
}

/// Where a role can hold in a congress.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In the whole of it.
    Congress,
    /// In one session.
    Session,
    /// In the team of one proposal.
    Proposal,
    /// In one call.
    Call,
}

impl Place {
    /// The places that a congress has.
    pub fn of(parts: &Parts) -> Vec<Self> {
        [Self::Congress, Self::Session, Self::Proposal, Self::Call]
            .into_iter()
            .filter(|place| match place {
                Self::Congress => true,
                Self::Session => !parts.draft.sessions.is_empty(),
                Self::Proposal => !parts.proposals.is_empty(),
                Self::Call => !parts.calls.is_empty(),
            })
            .collect()
    }

    /// The key in the form.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Congress => "congress",
            Self::Session => "session",
            Self::Proposal => "proposal",
            Self::Call => "call",
        }
    }
}

/// Reads the form; `None` if something is wrong with it, which it then says.
pub fn read(form: &mut Form, parts: &Parts) -> Option<Wanted> {
    let m = form.words();
    let email = form.typed("email", m.roles_email()).required().email();
    let role: Option<Role> = form
        .typed("role", m.roles_role())
        .required()
        .choice(|key| key.parse().ok());
    let places = Place::of(parts);
    let place = form
        .typed("where", m.roles_where())
        .required()
        .choice(|key| places.iter().copied().find(|place| place.key() == key));
    let (role, scope) = (role?, scope(form, place?, parts)?);
    if !role.fits(&scope) {
        form.fail("where", m.roles_where(), m.roles_does_not_fit());
    }
    let grant = Grant { role, scope };
    form.is_valid().then_some(())?;
    Some(Wanted {
        email: email?,
        grant,
    })
}

fn scope(form: &mut Form, place: Place, parts: &Parts) -> Option<Scope> {
    let congress: Slug = parts.draft.congress.slug.clone();
    let (label, says) = (form.words().roles_part(), form.words().roles_no_such_part());
    Some(match place {
        Place::Congress => Scope::Congress { congress },
        Place::Session => Scope::Session {
            session: form
                .typed("part", label)
                .required()
                .parse(says, |code| parts.draft.session(code))?
                .guid,
            congress,
        },
        Place::Call => {
            let known = |slug: &str| parts.calls.iter().find(|it| it.slug.as_str() == slug);
            let call = form.typed("part", label).required().parse(says, known)?;
            Scope::Call {
                call: call.slug.clone(),
                congress,
            }
        }
        Place::Proposal => {
            let known = |slug: &str| {
                let mut all = parts.proposals.iter();
                all.find(|known| known.slug.as_str() == slug)
            };
            let proposal = form.typed("part", label).required().parse(says, known)?;
            Scope::Proposal {
                proposal: proposal.slug.to_string(),
                congress,
            }
        }
    })
}
