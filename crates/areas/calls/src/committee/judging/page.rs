//! The page of a submission that is judged.

use askama::Template;
use wiec_kit::acts::{Judged, Seen};
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::Form;
use wiec_kit::frame::Frame;
use wiec_kit::messages::{Messages, messages};
use wiec_kit::visit::Visit;
use wiec_model::calls::{Own, Review, ReviewPhase, ReviewState, SeesOthers};

use super::facts::Facts;
use super::parts::{
    Bids, Interested, Talk, Writing, bids, hidden, interested, talk, unfinished, writing,
};
use crate::committee::form::filled;
use crate::committee::item::Bar;
use crate::committee::others::{Judgement, Others, name, told};
use crate::committee::shown::{Shown, code};
use crate::committee::view;

/// The forms of the page, with what was typed into them.
pub(in crate::committee) struct Forms {
    /// The review.
    pub review: Form,
    /// A message to the others.
    pub talk: Form,
    /// What their review says in another window, where that was saved meanwhile.
    pub clash: Option<Review>,
    /// What was typed into a form that is not taken any more, and why.
    pub refused: Option<Refused>,
}

/// What was typed and is not taken: to be copied, if it is needed.
pub(in crate::committee) struct Refused {
    /// Why.
    pub why: &'static str,
    /// What was typed, by what the fields are called.
    pub typed: Vec<(&'static str, String)>,
}

impl Forms {
    /// The forms as a page shows them first.
    pub fn fresh(app: &App, visit: &Visit, facts: &Facts) -> Self {
        let form = || Form::fresh(visit.lang).keyed(&app.chance);
        Self {
            review: filled(form(), facts.review.as_ref()),
            talk: form(),
            clash: None,
            refused: None,
        }
    }
}

#[derive(Template)]
#[template(path = "committee_judging.html")]
struct JudgingPage {
    frame: Frame,
    call: String,
    call_href: String,
    desk: String,
    code: String,
    next: Option<String>,
    shown: Option<Shown>,
    bar: Bar,
    state: Option<(&'static str, &'static str)>,
    says: Option<&'static str>,
    writing: Option<Writing>,
    draft: Option<Judgement>,
    hidden: Option<&'static str>,
    others: Option<Others>,
    talk: Option<Talk>,
    interest: Option<Interested>,
    bids: Option<Bids>,
    refused: Option<Refused>,
}

/// The page of a submission that is judged.
///
/// # Errors
///
/// [`PageError::Internal`] if it cannot be rendered.
pub(in crate::committee) fn html(
    app: &App,
    visit: &Visit,
    judged: &Judged,
    facts: &Facts,
    forms: Forms,
) -> Result<String, PageError> {
    let (m, paths) = (messages(visit.lang), visit.paths());
    let (slug, code) = (&judged.call.slug, code(&judged.seen));
    let shown = is_shown(judged, facts).then(|| Shown::of(judged, visit));
    let heading = shown
        .as_ref()
        .map_or_else(|| code.to_string(), |it| it.title.clone());
    let own = view::words(visit.lang);
    let title = forms.review.titled(&heading);
    let is_seen = facts.sees == SeesOthers::Yes;
    let others = is_seen.then(|| {
        let who = |account| name(m, &facts.names, account, facts.account);
        told(m, &judged.call, &facts.given, &facts.excluded, who)
    });
    let page = JudgingPage {
        frame: view::frame(app, visit, &title, |paths| paths.judged(slug, code)),
        call: view::title(&judged.call, visit.lang),
        call_href: paths.call(slug),
        desk: paths.committee(slug, ""),
        code: code.to_string(),
        next: facts
            .phase
            .takes_reviews()
            .then(|| paths.committee(slug, own.next)),
        bar: facts.bar,
        state: state(m, facts),
        says: says(m, visit),
        draft: unfinished(m, judged, facts),
        hidden: hidden(m, facts),
        talk: is_seen.then(|| talk(visit, judged, facts, forms.talk)),
        interest: facts
            .can_declare()
            .then(|| interested(visit, judged, facts)),
        bids: bids(m, visit, judged, facts),
        writing: facts
            .can_write()
            .then(|| writing(app, visit, judged, facts, (forms.review, forms.clash))),
        refused: forms.refused,
        shown,
        others,
    };
    Ok(page.render()?)
}

/// Whether the words are shown: not before the committee begins, for their authors still write. A blind
/// member with an interest that was found sees none: what they have in common with an author would tell whose
/// it is.
const fn is_shown(judged: &Judged, facts: &Facts) -> bool {
    if matches!(facts.phase, ReviewPhase::Waiting) {
        return false;
    }
    match facts.bar {
        Bar::No | Bar::Declared => true,
        Bar::Own => false,
        Bar::Found => matches!(judged.seen, Seen::Open(..)),
    }
}

fn state(m: &Messages, facts: &Facts) -> Option<(&'static str, &'static str)> {
    match (facts.bar, facts.own) {
        (Bar::No, Own::Review(ReviewState::Given { .. })) => {
            Some((m.committee_is_given(), "is-ok"))
        }
        (Bar::No, Own::Review(ReviewState::Draft)) => Some((m.committee_is_begun(), "is-warn")),
        (Bar::No, Own::Assigned) if facts.phase.takes_reviews() => {
            Some((m.committee_is_to_do(), ""))
        }
        (Bar::Declared, _) => Some((m.committee_is_declared(), "is-warn")),
        _ => None,
    }
}

fn says(m: &Messages, visit: &Visit) -> Option<&'static str> {
    let said = [
        ("given", m.committee_given_now()),
        ("saved", m.committee_saved_now()),
        ("said", m.committee_said_now()),
        ("declared", m.committee_declared_now()),
        ("back", m.committee_taken_back_now()),
    ];
    let mut said = said.into_iter();
    said.find(|(word, _)| visit.asks(word))
        .map(|(_, words)| words)
}
