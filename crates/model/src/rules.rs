//! Who may do what: one table, asked by every handler through its permit.
//!
//! A rule sees who acts, what they want to do, and what it is done to. It knows no request and no
//! database: what it needs to know of the thing stands in [`On`].

mod action;
mod grant;
mod table;

use uuid::Uuid;

use crate::account::{AccountId, Means};
use crate::slug::Slug;

pub use action::Action;
pub use grant::{Grant, Role, Scope, UnknownRole};
pub use table::{may, needs_member};

/// Someone acting in a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    /// Anybody, not signed in.
    Visitor,
    /// Someone who signed in.
    Member(Member),
    /// Whoever runs the program from its command line.
    Operator,
    /// The program itself.
    System,
}

impl Actor {
    /// The member, if it is one.
    #[must_use]
    pub const fn member(&self) -> Option<&Member> {
        match self {
            Self::Member(member) => Some(member),
            _ => None,
        }
    }
}

/// Someone who signed in, with all that they were given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Their account.
    pub account: AccountId,
    /// How they signed in this time.
    pub means: Means,
    /// Their roles, and where they hold.
    pub grants: Vec<Grant>,
}

impl Member {
    /// Whether they have one of `roles` for the whole of a congress, or of the installation.
    #[must_use]
    pub fn is_one_of(&self, roles: &[Role], congress: &Slug) -> bool {
        self.grants
            .iter()
            .any(|grant| roles.contains(&grant.role) && grant.scope.covers(congress))
    }

    /// Whether they have one of `roles` in the team of a proposal.
    #[must_use]
    pub fn is_in_team(&self, roles: &[Role], congress: &Slug, proposal: &Slug) -> bool {
        self.grants.iter().any(|grant| {
            let here = match &grant.scope {
                Scope::Proposal {
                    congress: of,
                    proposal: its,
                } => of == congress && its == proposal.as_str(),
                _ => false,
            };
            here && roles.contains(&grant.role)
        })
    }

    /// Whether they have one of `roles` for one call.
    #[must_use]
    pub fn is_on_call(&self, roles: &[Role], congress: &Slug, call: &Slug) -> bool {
        self.grants.iter().any(|grant| {
            let here = match &grant.scope {
                Scope::Call {
                    congress: of,
                    call: its,
                } => of == congress && its == call,
                _ => false,
            };
            here && roles.contains(&grant.role)
        })
    }

    /// Whether they have any role that lets them into the office of a congress.
    #[must_use]
    pub fn works_on(&self, congress: &Slug) -> bool {
        self.is_one_of(&Role::STAFF, congress)
    }

    /// The same member without the roles of the staff: what is left when those ask for a passkey
    /// and this was none.
    #[must_use]
    pub fn without_staff_roles(mut self) -> Self {
        self.grants
            .retain(|grant| !Role::STAFF.contains(&grant.role));
        self
    }
}

/// What something is done to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum On {
    /// The installation as a whole.
    Site,
    /// An edition.
    Congress(Slug),
    /// One session of an edition.
    Session(Slug, Uuid),
    /// One proposal of an edition's register, by its slug.
    Proposal(Slug, Slug),
    /// One call of an edition, by its slug.
    Call(Slug, Slug),
    /// A submission of an edition, which belongs to these accounts together.
    Submission(Slug, Vec<AccountId>),
    /// One person of an edition's programme, who may have an account.
    Person(Slug, Uuid, Option<AccountId>),
    /// An account.
    Account(AccountId),
    /// Something of an edition that belongs to an account: a registration, a letter.
    Belonging(Slug, AccountId),
}

impl On {
    /// The edition it is of.
    #[must_use]
    pub const fn congress(&self) -> Option<&Slug> {
        match self {
            Self::Congress(congress)
            | Self::Session(congress, _)
            | Self::Proposal(congress, _)
            | Self::Call(congress, _)
            | Self::Submission(congress, _)
            | Self::Person(congress, _, _)
            | Self::Belonging(congress, _) => Some(congress),
            Self::Site | Self::Account(_) => None,
        }
    }

    /// Whether it is this account's, alone or with others.
    #[must_use]
    pub fn belongs_to(&self, account: AccountId) -> bool {
        match self {
            Self::Account(owner) | Self::Belonging(_, owner) => *owner == account,
            Self::Person(_, _, owner) => *owner == Some(account),
            Self::Submission(_, owners) => owners.contains(&account),
            Self::Site
            | Self::Congress(_)
            | Self::Session(..)
            | Self::Proposal(..)
            | Self::Call(..) => false,
        }
    }
}
