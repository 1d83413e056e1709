//! The page of a submission that is judged.

use askama::Template;
use wiec_kit::acts::{Judged, Seen};
use wiec_kit::app::App;
use wiec_kit::dates::{machine, moment};
use wiec_kit::error::PageError;
use wiec_kit::form::{Choice, Form};
use wiec_kit::frame::Frame;
use wiec_kit::messages::{Messages, messages};
use wiec_kit::visit::Visit;
use wiec_model::calls::{Bid, Own, Review, ReviewPhase, ReviewState, SeesOthers};

use super::facts::Facts;
use crate::committee::form::{Asked, asked, filled, recommendations};
use crate::committee::item::Bar;
use crate::committee::others::{Judgement, Others, judgement, name, told};
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

/// The form of their review.
struct Writing {
    form: Form,
    action: String,
    asked: Vec<Asked>,
    recommendations: Vec<Choice>,
    is_given: bool,
    revision: u32,
    owner: String,
    clash: Option<Clash>,
}

/// What their review says in another window.
struct Clash {
    marks: Vec<(String, String)>,
    says: Judgement,
}

/// What was said to the others.
struct Talk {
    messages: Vec<Spoken>,
    form: Option<Form>,
    action: String,
}

/// Something that was said.
struct Spoken {
    id: String,
    who: String,
    when: String,
    machine: String,
    body: String,
}

/// Declaring an interest, or taking it back.
struct Interested {
    action: String,
    is_declared: bool,
    words: Option<String>,
}

/// How gladly they would judge it.
struct Bids {
    action: String,
    field: String,
    seen: String,
    seen_field: String,
    choices: Vec<(&'static str, &'static str, bool)>,
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
    let shown = is_shown(judged, facts.bar).then(|| Shown::of(judged, visit));
    let name = shown
        .as_ref()
        .map_or_else(|| code.to_string(), |it| it.title.clone());
    let own = view::words(visit.lang);
    let title = forms.review.titled(&name);
    let is_seen = facts.sees == SeesOthers::Yes;
    let others = is_seen.then(|| {
        let who = |account| self::name(m, &facts.names, account, facts.account);
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

/// Whether the words are shown. A blind member with an interest that was found sees none: what they have in
/// common with its authors would tell them whose it is.
const fn is_shown(judged: &Judged, bar: Bar) -> bool {
    match bar {
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

/// Their draft, where it can be written no more.
fn unfinished(m: &Messages, judged: &Judged, facts: &Facts) -> Option<Judgement> {
    let review = facts.review.as_ref()?;
    let is_left = facts.phase == ReviewPhase::Over && review.state == ReviewState::Draft;
    let you = m.committee_you().to_owned();
    (is_left && facts.bar == Bar::No).then(|| judgement(m, &judged.call, review, you))
}

fn hidden(m: &Messages, facts: &Facts) -> Option<&'static str> {
    match facts.sees {
        SeesOthers::AfterOwn if facts.phase == ReviewPhase::Over => {
            Some(m.committee_hidden_for_good())
        }
        SeesOthers::AfterOwn if facts.phase.takes_reviews() => Some(m.committee_hidden_until_own()),
        SeesOthers::InDiscussion => Some(m.committee_hidden_until_talk()),
        SeesOthers::AfterOwn | SeesOthers::Yes | SeesOthers::Never => None,
    }
}

fn writing(
    app: &App,
    visit: &Visit,
    judged: &Judged,
    facts: &Facts,
    (form, clash): (Form, Option<Review>),
) -> Writing {
    let m = messages(visit.lang);
    let asked = asked(m, &judged.call);
    let clash = clash.map(|review| {
        let who = m.committee_in_the_other_window().to_owned();
        let says = judgement(m, &judged.call, &review, who);
        let labels = asked.iter().map(|one| one.label.clone());
        let marks = labels.zip(says.marks.iter().cloned()).collect();
        Clash { marks, says }
    });
    Writing {
        action: visit.paths().judged(&judged.call.slug, code(&judged.seen)),
        recommendations: recommendations(m),
        is_given: facts.is_given(),
        revision: facts.review.as_ref().map_or(0, |review| review.revision),
        owner: app.secret.code("drafts of", &facts.account.to_string()),
        asked,
        clash,
        form,
    }
}

fn talk(visit: &Visit, judged: &Judged, facts: &Facts, form: Form) -> Talk {
    let m = messages(visit.lang);
    let zone = &judged.edition.release.programme.congress.zone;
    let spoken = facts.messages.iter().map(|said| Spoken {
        id: said.id.simple().to_string(),
        who: name(m, &facts.names, said.account, facts.account),
        when: moment(said.at, zone, visit.lang),
        machine: machine(said.at, zone),
        body: said.body.clone(),
    });
    Talk {
        messages: spoken.collect(),
        form: facts.can_talk().then_some(form),
        action: of_judged(visit, judged, view::words(visit.lang).talk),
    }
}

fn interested(visit: &Visit, judged: &Judged, facts: &Facts) -> Interested {
    Interested {
        action: of_judged(visit, judged, view::words(visit.lang).interest),
        is_declared: facts.bar == Bar::Declared,
        words: facts.declared.clone(),
    }
}

fn bids(m: &Messages, visit: &Visit, judged: &Judged, facts: &Facts) -> Option<Bids> {
    let takes = facts.phase.takes_bids() && facts.bar == Bar::No;
    let code = code(&judged.seen);
    let choice = |one: Bid| (one.key(), view::bid(m, one), facts.bid == Some(one));
    takes.then(|| Bids {
        action: visit
            .paths()
            .committee(&judged.call.slug, view::words(visit.lang).bids),
        field: format!("bid-{code}"),
        seen_field: format!("seen-{code}"),
        seen: facts
            .bid
            .map(|one| one.key().to_owned())
            .unwrap_or_default(),
        choices: Bid::ALL.map(choice).to_vec(),
    })
}

fn of_judged(visit: &Visit, judged: &Judged, rest: &str) -> String {
    view::of_judged(&visit.paths(), &judged.call.slug, code(&judged.seen), rest)
}
