//! What the pages of this part share: addresses, frames, moments, words of states and tiers.

use wiec_kit::app::App;
use wiec_kit::dates;
use wiec_kit::edition::Edition;
use wiec_kit::frame::{Frame, Reader, Section};
use wiec_kit::messages::Messages;
use wiec_kit::paths::Paths;
use wiec_kit::visit::Visit;
use wiec_model::calls::{Anonymity, Call, CallKind, Gate, State, SubmissionCode, Tier};
use wiec_model::{AccountId, Lang};

/// The words of this part's own addresses.
pub(super) struct Words {
    /// Keeping what is typed, for the script.
    pub save: &'static str,
    /// How others will read it.
    pub preview: &'static str,
    /// Deleting a draft, withdrawing, giving a place back.
    pub leave: &'static str,
    /// Saying that one comes.
    pub confirm: &'static str,
    /// What a speaker says on the way to the congress.
    pub prepare: &'static str,
    /// A file.
    pub file: &'static str,
    /// Taking it out.
    pub remove: &'static str,
}

/// The words of addresses in `lang`.
pub(super) const fn words(lang: Lang) -> Words {
    match lang {
        Lang::Pl => Words {
            save: "zapis",
            preview: "podglad",
            leave: "wycofaj",
            confirm: "potwierdz",
            prepare: "przygotowanie",
            file: "plik",
            remove: "usun",
        },
        Lang::En => Words {
            save: "save",
            preview: "preview",
            leave: "withdraw",
            confirm: "confirm",
            prepare: "preparation",
            file: "file",
            remove: "remove",
        },
    }
}

/// The address of something of a submission: `of(&paths, &code, |words| words.preview)`.
pub(super) fn of(paths: &Paths, code: &SubmissionCode, word: fn(&Words) -> &'static str) -> String {
    paths.in_submission(code, word(&words(paths.lang())))
}

/// Where one begins a submission.
pub(super) fn beginning(paths: &Paths, call: &Call) -> String {
    let word = wiec_kit::paths::words(paths.lang()).submit;
    paths.in_call(&call.slug, word)
}

/// The frame of a page of this part. It is one reader's, and made without asking for their marks.
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

/// A moment on the clocks of the congress, in words.
pub(super) fn moment(at: jiff::Timestamp, edition: &Edition, lang: Lang) -> String {
    let zone = &edition.release.programme.congress.zone;
    dates::moment(at, zone, lang)
}

/// What stands for an account in the drafts that its owner's browser keeps.
pub(super) fn owner(app: &App, account: AccountId) -> String {
    app.secret.code("drafts of", &account.to_string())
}

/// What a submission is called, where it has no title yet.
pub(super) fn title(words: &str, m: &Messages) -> String {
    let words = words.trim();
    if words.is_empty() {
        m.submitting_untitled().to_owned()
    } else {
        words.to_owned()
    }
}

/// A state in a word, with the sign of its tag.
pub(super) fn state(m: &Messages, state: &State) -> (&'static str, &'static str) {
    match state {
        State::Draft => (m.submitting_is_draft(), ""),
        State::Submitted { .. } => (m.submitting_is_submitted(), "is-ok"),
        State::Withdrawn { .. } => (m.submitting_is_withdrawn(), ""),
        State::Accepted { .. } => (m.submitting_is_accepted(), "is-warn"),
        State::Rejected { .. } => (m.submitting_is_rejected(), ""),
        State::Reserve { .. } => (m.submitting_is_reserve(), "is-warn"),
        State::Confirmed { .. } => (m.submitting_is_confirmed(), "is-ok"),
        State::Declined { .. } => (m.submitting_is_declined(), ""),
    }
}

/// What is submitted to a call, in a word.
pub(super) fn kind(m: &Messages, kind: CallKind) -> &'static str {
    match kind {
        CallKind::Kaleidoscope => m.submitting_kind_kaleidoscope(),
        CallKind::Practice => m.submitting_kind_practice(),
        CallKind::Poster => m.submitting_kind_poster(),
        CallKind::Flop => m.submitting_kind_flop(),
    }
}

/// A size of place, in words.
pub(super) fn tier(m: &Messages, tier: Tier) -> &'static str {
    match tier {
        Tier::Metropolis => m.submitting_tier_metropolis(),
        Tier::Agglomeration => m.submitting_tier_agglomeration(),
        Tier::MidSize => m.submitting_tier_mid_size(),
        Tier::SmallTown => m.submitting_tier_small_town(),
        Tier::Region => m.submitting_tier_region(),
    }
}

/// From whom names are kept, in words.
pub(super) fn anonymity(m: &Messages, anonymity: Anonymity) -> &'static str {
    match anonymity {
        Anonymity::None => m.submitting_anonymity_none(),
        Anonymity::Public => m.submitting_anonymity_public(),
        Anonymity::Committee => m.submitting_anonymity_committee(),
    }
}

/// Why a call does not take something now, with what becomes of it.
pub(super) fn shut(m: &Messages, gate: Gate, edition: &Edition, lang: Lang) -> String {
    let at = |moment_of| moment(moment_of, edition, lang);
    match gate {
        Gate::NotYet {
            opens_at: Some(opens),
        } => m.submitting_not_yet_when(at(opens)),
        Gate::NotYet { opens_at: None } => m.submitting_not_yet().to_owned(),
        Gate::Open { .. } => String::new(),
        Gate::Grace { closed_at, .. } | Gate::Closed { closed_at } => {
            m.submitting_closed(at(closed_at))
        }
    }
}
