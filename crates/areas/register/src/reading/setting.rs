//! What every page about a proposal has at hand: whose edition, which reader, what time it is.

use std::sync::Arc;

use jiff::Timestamp;
use wiec_kit::acts::{InRegister, ReadProposal};
use wiec_kit::app::App;
use wiec_kit::dates;
use wiec_kit::edition::Edition;
use wiec_kit::form::FormData;
use wiec_kit::frame::{Frame, Reader, Section};
use wiec_kit::messages::{Messages, messages};
use wiec_kit::paths::Paths;
use wiec_kit::permit::Permit;
use wiec_kit::said::Said;
use wiec_kit::visit::Visit;
use wiec_model::register::{Gate, Proposal};
use wiec_model::{AccountId, Lang, MapLine, Text, Track, Zone};

use super::addresses::{self, Words};

/// What a page about a proposal has at hand.
pub struct Setting<'a> {
    /// The running program.
    pub app: &'a App,
    /// The edition.
    pub edition: &'a Arc<Edition>,
    /// The proposal.
    pub proposal: &'a Proposal,
    /// Who reads.
    pub reader: Reader,
    /// Who is signed in.
    pub account: Option<AccountId>,
    /// What the address asks.
    pub asked: FormData,
    /// The time of the congress.
    pub now: Timestamp,
}

impl<'a> Setting<'a> {
    /// The setting of a request.
    pub fn of(app: &'a App, visit: &Visit, permit: &'a Permit<ReadProposal>) -> Self {
        let InRegister { edition, proposal } = &permit.subject;
        Self {
            app,
            edition,
            proposal,
            reader: Reader::of(visit),
            account: permit.signed_in.as_ref().map(|it| it.account.id),
            asked: asked(visit),
            now: app.clock.now(),
        }
    }

    /// The language of the page.
    pub const fn lang(&self) -> Lang {
        self.reader.lang()
    }

    /// What it says.
    pub fn m(&self) -> &'static Messages {
        messages(self.lang())
    }

    /// The words of this part's addresses.
    pub const fn words(&self) -> &'static Words {
        addresses::words(self.lang())
    }

    /// Addresses in the form that the reader uses.
    pub const fn paths(&self) -> &Paths {
        &self.reader.paths
    }

    /// The clocks of the congress.
    pub fn zone(&self) -> &Zone {
        &self.edition.release.programme.congress.zone
    }

    /// What the address asks under a word, if it says anything.
    pub fn asks(&self, word: &str) -> Option<&str> {
        self.asked.get(word).filter(|value| !value.is_empty())
    }

    /// The theme of the proposal.
    pub fn track(&self) -> Option<&Track> {
        let programme = &self.edition.release.programme;
        programme.track(self.proposal.about.track.as_str())
    }

    /// The line of a town plan by which the theme is recognised.
    pub fn line(&self) -> MapLine {
        self.track().map_or(MapLine::Brak, |track| track.line)
    }

    /// What the proposal is called.
    pub fn title(&self) -> Said {
        self.said(&self.proposal.about.title)
    }

    /// A text in the language of the page.
    pub fn said(&self, text: &Text) -> Said {
        Said::of(text, self.lang())
    }

    /// The frame of a page within the register.
    pub fn frame(&self, title: &str, place: impl Fn(&Paths) -> String) -> Frame {
        Frame::new(self.app, Some(self.edition), &self.reader, title, place)
            .within(Section::Proposals)
    }

    /// A day, with its year unless it is this one: `14 listopada`.
    pub fn day(&self, at: Timestamp) -> String {
        let (date, today) = (self.date(at), self.date(self.now));
        if date.year() == today.year() {
            dates::day_month(date, self.lang())
        } else {
            dates::long_date(date, self.lang())
        }
    }

    /// A moment in tight spots: `14 XI, 15:41`.
    pub fn moment(&self, at: Timestamp) -> String {
        let (date, today) = (self.date(at), self.date(self.now));
        let day = if date.year() == today.year() {
            dates::short_date(date, self.lang())
        } else {
            format!("{} {}", dates::short_date(date, self.lang()), date.year())
        };
        format!("{day}, {}", dates::hour(at, self.zone()))
    }

    /// For `datetime` attributes.
    pub fn machine(&self, at: Timestamp) -> String {
        dates::machine(at, self.zone())
    }

    fn date(&self, at: Timestamp) -> jiff::civil::Date {
        dates::date_of(at, self.zone())
    }

    /// Whether remarks are taken now.
    pub fn is_open(&self) -> bool {
        matches!(self.proposal.discussion.gate(self.now), Gate::Open { .. })
    }

    /// The stage of the discussion in words, with the class of its tag.
    pub fn gate(&self) -> (&'static str, String) {
        gate(self.proposal, self.now, self.m(), |at| {
            format!("{}, {}", self.day(at), dates::hour(at, self.zone()))
        })
    }
}

/// The stage of a discussion in words, with the class of its tag. `moment` writes a time.
pub fn gate(
    proposal: &Proposal,
    now: Timestamp,
    m: &Messages,
    moment: impl Fn(Timestamp) -> String,
) -> (&'static str, String) {
    match proposal.discussion.gate(now) {
        Gate::NotYet { opens_at } => ("", m.read_gate_not_yet(moment(opens_at))),
        Gate::Open {
            closes_at: Some(closes_at),
        } => ("is-ok", m.read_gate_until(moment(closes_at))),
        Gate::Open { closes_at: None } => ("is-ok", m.read_gate_open().to_owned()),
        Gate::Closed { closed_at } => ("", m.read_gate_closed(moment(closed_at))),
    }
}

/// What an address asks.
pub fn asked(visit: &Visit) -> FormData {
    let query = visit.address.split_once('?').map_or("", |(_, query)| query);
    FormData::parse(query.as_bytes())
}
