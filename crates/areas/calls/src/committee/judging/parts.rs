//! The parts of the page: the form of the review, the talk, interests and bids.

use wiec_kit::acts::Judged;
use wiec_kit::app::App;
use wiec_kit::dates::{machine, moment};
use wiec_kit::form::{Choice, Form};
use wiec_kit::messages::{Messages, messages};
use wiec_kit::visit::Visit;
use wiec_model::calls::{Bid, Review, ReviewPhase, ReviewState, SeesOthers};

use super::facts::Facts;
use crate::committee::form::{Asked, asked, recommendations};
use crate::committee::item::Bar;
use crate::committee::others::{Judgement, judgement, name};
use crate::committee::shown::code;
use crate::committee::view;

/// The form of their review.
pub(super) struct Writing {
    pub form: Form,
    pub action: String,
    pub asked: Vec<Asked>,
    pub recommendations: Vec<Choice>,
    pub is_given: bool,
    pub revision: u32,
    pub owner: String,
    pub clash: Option<Clash>,
}

/// What their review says in another window.
pub(super) struct Clash {
    pub marks: Vec<(String, String)>,
    pub says: Judgement,
}

/// What was said to the others.
pub(super) struct Talk {
    pub messages: Vec<Spoken>,
    pub form: Option<Form>,
    pub action: String,
}

/// Something that was said.
pub(super) struct Spoken {
    pub id: String,
    pub who: String,
    pub when: String,
    pub machine: String,
    pub body: String,
}

/// Declaring an interest, or taking it back.
pub(super) struct Interested {
    pub action: String,
    pub is_declared: bool,
    pub words: Option<String>,
}

/// How gladly they would judge it.
pub(super) struct Bids {
    pub action: String,
    pub field: String,
    pub seen: String,
    pub seen_field: String,
    pub choices: Vec<(&'static str, &'static str, bool)>,
}

/// Their draft, where it can be written no more.
pub(super) fn unfinished(m: &Messages, judged: &Judged, facts: &Facts) -> Option<Judgement> {
    let review = facts.review.as_ref()?;
    let is_left = facts.phase == ReviewPhase::Over && review.state == ReviewState::Draft;
    let you = m.committee_you().to_owned();
    (is_left && facts.bar == Bar::No).then(|| judgement(m, &judged.call, review, you))
}

pub(super) fn hidden(m: &Messages, facts: &Facts) -> Option<&'static str> {
    match facts.sees {
        SeesOthers::AfterOwn if facts.phase == ReviewPhase::Over => {
            Some(m.committee_hidden_for_good())
        }
        SeesOthers::AfterOwn if facts.phase.takes_reviews() => Some(m.committee_hidden_until_own()),
        SeesOthers::InDiscussion => Some(m.committee_hidden_until_talk()),
        SeesOthers::AfterOwn | SeesOthers::Yes | SeesOthers::Never => None,
    }
}

pub(super) fn writing(
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

pub(super) fn talk(visit: &Visit, judged: &Judged, facts: &Facts, form: Form) -> Talk {
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

pub(super) fn interested(visit: &Visit, judged: &Judged, facts: &Facts) -> Interested {
    Interested {
        action: of_judged(visit, judged, view::words(visit.lang).interest),
        is_declared: facts.bar == Bar::Declared,
        words: facts.declared.clone(),
    }
}

pub(super) fn bids(m: &Messages, visit: &Visit, judged: &Judged, facts: &Facts) -> Option<Bids> {
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
