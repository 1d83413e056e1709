//! What every page about a call has at hand: whose edition, which reader, what time it is.

use std::sync::Arc;

use jiff::Timestamp;
use wiec_kit::acts::InCall;
use wiec_kit::app::App;
use wiec_kit::dates;
use wiec_kit::edition::Edition;
use wiec_kit::form::FormData;
use wiec_kit::frame::{Frame, Reader, Section};
use wiec_kit::markdown;
use wiec_kit::messages::{Messages, messages};
use wiec_kit::paths::{self, Paths, Words};
use wiec_kit::said::Said;
use wiec_kit::visit::Visit;
use wiec_model::calls::Call;
use wiec_model::{Lang, MapLine, Slug, Text, Track, Zone};

/// What every page about calls has at hand.
pub struct Here<'a> {
    /// The running program.
    pub app: &'a App,
    /// The edition.
    pub edition: &'a Arc<Edition>,
    /// Who reads.
    pub reader: Reader,
    /// What the address asks.
    pub asked: FormData,
    /// The time of the congress.
    pub now: Timestamp,
}

impl<'a> Here<'a> {
    /// At hand in a request.
    pub fn of(app: &'a App, visit: &Visit, edition: &'a Arc<Edition>) -> Self {
        let query = visit.address.split_once('?').map_or("", |(_, query)| query);
        Self {
            app,
            edition,
            reader: Reader::of(visit),
            asked: FormData::parse(query.as_bytes()),
            now: app.clock.now(),
        }
    }

    /// At hand in a request about one call.
    pub fn in_call(app: &'a App, visit: &Visit, of: &'a InCall) -> (Self, &'a Call) {
        (Self::of(app, visit, &of.edition), &of.call)
    }

    /// The language of the page.
    pub const fn lang(&self) -> Lang {
        self.reader.lang()
    }

    /// What it says.
    pub fn m(&self) -> &'static Messages {
        messages(self.lang())
    }

    /// The words of its addresses.
    pub const fn words(&self) -> &'static Words {
        paths::words(self.lang())
    }

    /// Addresses in the form that the reader uses.
    pub const fn paths(&self) -> &Paths {
        &self.reader.paths
    }

    /// The clocks of the congress.
    pub fn zone(&self) -> &Zone {
        &self.edition.release.programme.congress.zone
    }

    /// A text in the language of the page.
    pub fn said(&self, text: &Text) -> Said {
        Said::of(text, self.lang())
    }

    /// A text in Markdown, as safe HTML; marked where it had to fall back to another language.
    pub fn prose(&self, text: &Text) -> String {
        let shown = text.show(self.lang());
        let html = markdown::html(shown.words);
        match shown.fallback {
            Some(tag) => format!("<div lang=\"{tag}\">{html}</div>"),
            None => html,
        }
    }

    /// A moment in words: `6 listopada 2019, 23:59`.
    pub fn moment(&self, at: Timestamp) -> String {
        dates::moment(at, self.zone(), self.lang())
    }

    /// For `datetime` attributes.
    pub fn machine(&self, at: Timestamp) -> String {
        dates::machine(at, self.zone())
    }

    /// The track of this key.
    pub fn track(&self, slug: &Slug) -> Option<&Track> {
        self.edition.release.programme.track(slug.as_str())
    }

    /// The line by which a track is recognised; that of none, where there is none.
    pub fn line(&self, slug: Option<&Slug>) -> MapLine {
        let track = slug.and_then(|slug| self.track(slug));
        track.map_or(MapLine::Brak, |track| track.line)
    }

    /// The tracks that a call offers, in the order of the congress.
    pub fn tracks(&self, call: &Call) -> impl Iterator<Item = &Track> {
        let offered = call.setup.tracks.clone();
        let all = self.edition.release.programme.tracks.iter();
        all.filter(move |track| offered.is_empty() || offered.contains(&track.slug))
    }

    /// The frame of a page about calls.
    pub fn frame(&self, title: &str, place: impl Fn(&Paths) -> String) -> Frame {
        Frame::new(self.app, Some(self.edition), &self.reader, title, place).within(Section::Calls)
    }
}
