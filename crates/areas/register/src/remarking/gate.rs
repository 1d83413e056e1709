//! Whether something can be said now, and by this visitor.

use askama::Template;
use axum::response::Response;
use wiec_kit::acts::InRegister;
use wiec_kit::app::App;
use wiec_kit::dates::moment;
use wiec_kit::error::PageError;
use wiec_kit::frame::Frame;
use wiec_kit::messages::messages;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::register::{Authors, Gate};

use super::view::{frame, rules, title};

/// Why nothing can be said now.
pub(super) struct Closed {
    /// In a few words.
    pub title: &'static str,
    /// Since when, or from when on.
    pub what: String,
}

#[derive(Template)]
#[template(path = "remarking_gate.html")]
struct GatePage {
    frame: Frame,
    closed: Closed,
    name: String,
    proposal: String,
    rules: String,
}

/// Whether the discussion is closed at this moment.
pub(super) fn closed(app: &App, visit: &Visit, of: &InRegister) -> Option<Closed> {
    let m = messages(visit.lang);
    let zone = &of.edition.release.programme.congress.zone;
    match of.proposal.discussion.gate(app.clock.now()) {
        Gate::Open { .. } => None,
        Gate::NotYet { opens_at } => Some(Closed {
            title: m.remarking_not_yet(),
            what: m.remarking_not_yet_when(moment(opens_at, zone, visit.lang)),
        }),
        Gate::Closed { closed_at } => Some(Closed {
            title: m.remarking_closed(),
            what: m.remarking_closed_when(moment(closed_at, zone, visit.lang)),
        }),
    }
}

/// Until when something can be said, where that is known.
pub(super) fn until(app: &App, visit: &Visit, of: &InRegister) -> Option<String> {
    let zone = &of.edition.release.programme.congress.zone;
    match of.proposal.discussion.gate(app.clock.now()) {
        Gate::Open { closes_at } => {
            let when = moment(closes_at?, zone, visit.lang);
            Some(messages(visit.lang).remarking_until(when))
        }
        Gate::NotYet { .. } | Gate::Closed { .. } => None,
    }
}

/// Whether somebody who is not signed in has to do that first.
pub(super) const fn is_for_members(of: &InRegister) -> bool {
    matches!(of.proposal.discussion.authors, Authors::Members)
}

/// The page that says so to who came too early or too late.
pub(super) fn page(
    app: &App,
    visit: &Visit,
    of: &InRegister,
    closed: Closed,
) -> Result<String, PageError> {
    let paths = visit.paths();
    let page = GatePage {
        frame: frame(app, visit, closed.title, |paths| {
            paths.proposal(&of.proposal)
        }),
        name: title(&of.proposal, visit.lang),
        proposal: paths.proposal(&of.proposal),
        rules: rules(&paths, &of.proposal),
        closed,
    };
    Ok(page.render()?)
}

/// What is answered on a page that asks for a form: nothing if the form can be shown.
pub(super) fn instead(
    app: &App,
    visit: &Visit,
    of: &InRegister,
    is_signed_in: bool,
) -> Result<Option<Response>, PageError> {
    if let Some(closed) = closed(app, visit, of) {
        return Ok(Some(respond::private(page(app, visit, of, closed)?)));
    }
    if is_for_members(of) && !is_signed_in {
        let back = visit.paths().sign_in_for(&visit.address);
        return Err(PageError::SignIn(back));
    }
    Ok(None)
}
