//! Permits: a handler that names one runs only for those who may do it.
//!
//! What one may not see does not exist, so a missing permit is a page not found.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use wiec_model::rules::{Action, Actor, may};

use crate::edition::Edition;
use crate::error::PageError;
use crate::visit::Visit;

/// Leave to do `A`, with what it is done to.
pub struct Permit<A: Act> {
    /// What may be acted on.
    pub subject: A::Subject,
    /// Who acts.
    pub actor: Actor,
}

/// Something that handlers do.
pub trait Act {
    /// What it is done to.
    type Subject: Send;
    /// The rule it falls under.
    const ACTION: Action;

    /// What this request wants it done to; `None` when there is no such thing.
    fn subject(visit: &Visit) -> Option<Self::Subject>;
}

/// Reading the released programme of an edition.
pub struct ReadProgramme;

impl Act for ReadProgramme {
    type Subject = Arc<Edition>;
    const ACTION: Action = Action::ReadReleased;

    fn subject(visit: &Visit) -> Option<Arc<Edition>> {
        visit.edition.clone()
    }
}

/// Marking sessions of an edition as one's own.
pub struct KeepMarks;

impl Act for KeepMarks {
    type Subject = Arc<Edition>;
    const ACTION: Action = Action::KeepMarks;

    fn subject(visit: &Visit) -> Option<Arc<Edition>> {
        visit.edition.clone()
    }
}

/// Reading what the site says of itself, edition or not.
pub struct ReadSite;

impl Act for ReadSite {
    type Subject = ();
    const ACTION: Action = Action::ReadReleased;

    fn subject(_: &Visit) -> Option<()> {
        Some(())
    }
}

impl<A: Act, S: Sync> FromRequestParts<S> for Permit<A> {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, PageError> {
        let visit = parts
            .extensions
            .get::<Visit>()
            .expect("the front door reads every request");
        let actor = Actor::Visitor;
        match A::subject(visit) {
            Some(subject) if may(actor, A::ACTION) => Ok(Self { subject, actor }),
            _ => Err(PageError::NotFound),
        }
    }
}
