//! Permits: a handler that names one runs only for those who may do it.
//!
//! What one may not see does not exist, so a missing permit is a page not found. Somebody who is
//! not signed in is asked to do so first, before anything is looked for: the answer is the same
//! whether the thing exists or not.

use std::future::Future;

use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::Method;
use axum::http::request::Parts;
use jiff::SignedDuration;
use wiec_model::account::Means;
use wiec_model::rules::{self, Action, Actor, On, may};
use wiec_store::{self as store, SignedIn};

use crate::app::{App, Staff};
use crate::error::PageError;
use crate::visit::{Visit, Wants};

/// How exactly it is noted when a login was last used: not worth a write for every page.
const SEEN_WITHIN: SignedDuration = SignedDuration::from_hours(1);

/// Leave to do `A`, with what it is done to.
pub struct Permit<A: Act> {
    /// What may be acted on.
    pub subject: A::Subject,
    /// Who acts.
    pub actor: Actor,
    /// Who is signed in, where the act asked for that.
    pub signed_in: Option<SignedIn>,
}

impl<A: Act> Permit<A> {
    /// Who acts, as the history writes it.
    #[must_use]
    pub fn writer(&self) -> store::Actor {
        store::Actor::from(&self.actor)
    }

    /// Who is signed in.
    ///
    /// # Errors
    ///
    /// [`PageError::NotFound`] if nobody is, which the rules of acts for members rule out.
    pub fn signed_in(&self) -> Result<&SignedIn, PageError> {
        self.signed_in.as_ref().ok_or(PageError::NotFound)
    }
}

/// Something that handlers do. The acts of all areas stand in [`crate::acts`].
pub trait Act: 'static {
    /// What it is done to.
    type Subject: Send;
    /// The rule it falls under.
    const ACTION: Action;
    /// Whether it matters who does it: public pages do not ask, and cost no query.
    const WHO: Who = Who::Matters;

    /// What this request wants it done to; `None` when there is no such thing.
    fn find(
        asked: &Asked<'_>,
    ) -> impl Future<Output = Result<Option<Self::Subject>, PageError>> + Send;

    /// What the rule has to know of it.
    fn on(subject: &Self::Subject) -> On;
}

/// Whether it matters who does something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// It does: the login is looked up.
    Matters,
    /// It does not: everybody acts as a visitor.
    Anybody,
}

/// A request for leave to do something.
pub struct Asked<'a> {
    /// The running program.
    pub app: &'a App,
    /// The request as it was read at the door.
    pub visit: &'a Visit,
    /// Who is signed in.
    pub signed_in: Option<&'a SignedIn>,
    path: Vec<(String, String)>,
}

impl Asked<'_> {
    /// A word of the address: that of `{congress}` for `"congress"`.
    #[must_use]
    pub fn word(&self, name: &str) -> Option<&str> {
        self.path
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, word)| word.as_str())
    }

    /// A word of the address, parsed; what does not parse leads nowhere.
    #[must_use]
    pub fn parse<T: std::str::FromStr>(&self, name: &str) -> Option<T> {
        self.word(name)?.parse().ok()
    }
}

impl<A: Act> FromRequestParts<App> for Permit<A> {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, PageError> {
        let path = RawPathParams::from_request_parts(parts, app)
            .await
            .map_err(|_| PageError::NotFound)?;
        let path = path
            .iter()
            .map(|(key, word)| (key.to_owned(), word.to_owned()))
            .collect();
        let visit = parts
            .extensions
            .get::<Visit>()
            .expect("the front door reads every request");
        let signed_in = match A::WHO {
            Who::Matters => who(app, visit).await?,
            Who::Anybody => None,
        };
        let actor = actor(app, signed_in.as_ref());
        if signed_in.is_none() && rules::needs_member(A::ACTION) {
            return Err(stranger(&parts.method, visit));
        }
        let asked = Asked {
            app,
            visit,
            signed_in: signed_in.as_ref(),
            path,
        };
        match A::find(&asked).await? {
            Some(subject) if may(&actor, A::ACTION, &A::on(&subject)) => Ok(Self {
                subject,
                actor,
                signed_in,
            }),
            _ => Err(PageError::NotFound),
        }
    }
}

/// Who is behind the login of a visit; notes once in a while that they were here.
async fn who(app: &App, visit: &Visit) -> Result<Option<SignedIn>, PageError> {
    let Some(key) = &visit.login else {
        return Ok(None);
    };
    let now = app.clock.now();
    let found = app.store.logins().find(&key.hash(), now).await?;
    if let Some(signed_in) = &found
        && now.duration_since(signed_in.login.seen_at) > SEEN_WITHIN
    {
        let mut tx = app.store.begin(store::Actor::System, now).await?;
        tx.logins().touch(signed_in.login.id).await?;
        tx.commit().await?;
    }
    Ok(found)
}

fn actor(app: &App, signed_in: Option<&SignedIn>) -> Actor {
    let Some(signed_in) = signed_in else {
        return Actor::Visitor;
    };
    let member = signed_in.member();
    let is_enough = app.staff == Staff::ByAnyMeans || member.means == Means::Passkey;
    Actor::Member(if is_enough {
        member
    } else {
        member.without_staff_roles()
    })
}

/// A page that was asked for is come back to after signing in; a form is not sent again by itself.
fn stranger(method: &Method, visit: &Visit) -> PageError {
    let paths = visit.paths();
    match (visit.wants, method) {
        (Wants::Json, _) => PageError::NotFound,
        (Wants::Page, &Method::GET) => PageError::SignIn(paths.sign_in_for(&visit.address)),
        (Wants::Page, _) => PageError::SignIn(paths.sign_in()),
    }
}
