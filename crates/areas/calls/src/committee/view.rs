//! What the pages of this part share: addresses, frames, and the words of keys.

use wiec_kit::app::App;
use wiec_kit::frame::{Frame, Reader, Section};
use wiec_kit::messages::Messages;
use wiec_kit::paths::Paths;
use wiec_kit::visit::Visit;
use wiec_model::calls::{Bid, Call, Recommendation, ReviewPhase, SubmissionCode, Tier};
use wiec_model::{Lang, MapLine, Programme, Slug};

/// The words of this part's own addresses.
pub(super) struct Words {
    /// Saying what one would judge gladly.
    pub bids: &'static str,
    /// What one has to judge next.
    pub next: &'static str,
    /// One's own reviews as a file, without its ending.
    pub reviews: &'static str,
    /// Declaring an interest.
    pub interest: &'static str,
    /// Saying something to the others.
    pub talk: &'static str,
    /// Files that came with a submission.
    pub files: &'static str,
}

/// The words of addresses in `lang`.
pub(super) const fn words(lang: Lang) -> Words {
    match lang {
        Lang::Pl => Words {
            bids: "preferencje",
            next: "nastepne",
            reviews: "recenzje",
            interest: "zwiazek",
            talk: "rozmowa",
            files: "pliki",
        },
        Lang::En => Words {
            bids: "bids",
            next: "next",
            reviews: "reviews",
            interest: "interest",
            talk: "talk",
            files: "files",
        },
    }
}

/// Something of a submission that is judged.
pub(super) fn of_judged(paths: &Paths, call: &Slug, code: &SubmissionCode, rest: &str) -> String {
    format!("{}/{rest}", paths.judged(call, code))
}

/// The frame of a page of this part: one reader's, and in no search engine.
pub(super) fn frame(
    app: &App,
    visit: &Visit,
    title: &str,
    place: impl Fn(&Paths) -> String,
) -> Frame {
    let reader = Reader::of(visit);
    Frame::new(app, visit.edition.as_ref(), &reader, title, place)
        .within(Section::Calls)
        .unlisted()
}

/// What a call is called for this visitor.
pub(super) fn title(call: &Call, lang: Lang) -> String {
    call.setup.title.words(lang).to_owned()
}

/// What a track is called, and the line that it is drawn with; its key where the programme has it no more.
pub(super) fn track(programme: &Programme, key: &Slug, lang: Lang) -> (String, Option<MapLine>) {
    let found = programme.track(key.as_str());
    found.map_or_else(
        || (key.to_string(), None),
        |track| {
            let name = track.name.words(lang).to_owned();
            (name, Some(track.line))
        },
    )
}

/// The size of a place.
pub(super) fn tier(m: &Messages, tier: Tier) -> &'static str {
    match tier {
        Tier::Metropolis => m.committee_tier_metropolis(),
        Tier::Agglomeration => m.committee_tier_agglomeration(),
        Tier::MidSize => m.committee_tier_mid_size(),
        Tier::SmallTown => m.committee_tier_small_town(),
        Tier::Region => m.committee_tier_region(),
    }
}

/// What the committee does at a time.
pub(super) fn phase(m: &Messages, phase: ReviewPhase) -> &'static str {
    match phase {
        ReviewPhase::Waiting => m.committee_phase_waiting(),
        ReviewPhase::Bids => m.committee_phase_bids(),
        ReviewPhase::Reviewing => m.committee_phase_reviewing(),
        ReviewPhase::Discussion => m.committee_phase_discussion(),
        ReviewPhase::Over => m.committee_phase_over(),
    }
}

/// What a member recommends.
pub(super) fn recommendation(m: &Messages, given: Recommendation) -> &'static str {
    match given {
        Recommendation::Accept => m.committee_recommend_accept(),
        Recommendation::Maybe => m.committee_recommend_maybe(),
        Recommendation::Reject => m.committee_recommend_reject(),
    }
}

/// How gladly a member would judge.
pub(super) fn bid(m: &Messages, given: Bid) -> &'static str {
    match given {
        Bid::Yes => m.committee_bid_yes(),
        Bid::Maybe => m.committee_bid_maybe(),
        Bid::No => m.committee_bid_no(),
    }
}

/// A figure with so many places behind the sign of its language.
pub(super) fn figure(value: f64, places: usize, lang: Lang) -> String {
    let written = format!("{value:.places$}");
    match lang {
        Lang::Pl => written.replace('.', ","),
        Lang::En => written,
    }
}

/// Where on its page the committee talks about a submission.
pub(super) const TALK: &str = "rozmowa";
