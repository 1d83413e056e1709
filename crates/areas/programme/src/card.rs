//! What is shown of a session wherever it is shown: a card.

use jiff::Timestamp;
use wiec_kit::dates;
use wiec_kit::edition::Edition;
use wiec_kit::frame::Reader;
use wiec_kit::messages::messages;
use wiec_kit::said::Said;
use wiec_model::theme::Kind;
use wiec_model::{Feature, Lang, MapLine, Session, Slot};

/// A session, ready to be shown.
pub struct Card {
    pub code: String,
    pub title: Said,
    /// The title as it may break in a narrow column.
    pub narrow_title: Said,
    pub lead: Option<Said>,
    pub href: String,
    pub hours: String,
    pub starts: String,
    pub until: String,
    pub starts_machine: String,
    pub starts_epoch: i64,
    pub ends_epoch: i64,
    pub room: Option<Said>,
    pub room_href: String,
    pub line: MapLine,
    pub track: Option<Said>,
    pub kind: Said,
    pub icon: &'static str,
    pub access: String,
    pub state: State,
    pub service: bool,
    pub night: bool,
    pub mine: bool,
}

/// Where a session stands in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It is not told: the page is made ahead, and the browser's clock will say.
    Untold,
    Coming,
    Live,
    Over,
}

impl Card {
    /// The card of a scheduled session; `None` for one without room and time.
    pub fn of(
        edition: &Edition,
        reader: &Reader,
        session: &Session,
        now: Option<Timestamp>,
    ) -> Option<Self> {
        let slot = session.slot.as_ref()?;
        let programme = &edition.release.programme;
        let zone = &programme.congress.zone;
        let lang = reader.lang();
        let room = programme.room(slot.room.as_str());
        let kind = programme.kind(session.kind.as_str());
        Some(Self {
            code: session.code.to_string(),
            narrow_title: Said::of(&session.title, lang).hyphenated(lang),
            title: Said::of(&session.title, lang),
            lead: session
                .lead
                .as_ref()
                .or(session.subtitle.as_ref())
                .map(|lead| Said::of(lead, lang)),
            href: reader.paths.session(session),
            hours: dates::hours(slot, zone),
            starts: dates::hour(slot.starts_at, zone),
            until: dates::hour(slot.ends_at, zone),
            starts_machine: dates::machine(slot.starts_at, zone),
            starts_epoch: slot.starts_at.as_second(),
            ends_epoch: slot.ends_at.as_second(),
            room: room.map(|room| Said::of(&room.name, lang)),
            room_href: room.map(|room| reader.paths.room(room)).unwrap_or_default(),
            line: programme.line_of(session),
            track: session
                .track
                .as_ref()
                .and_then(|slug| programme.track(slug.as_str()))
                .map(|track| Said::of(&track.name, lang)),
            kind: Said::of_kind(kind, lang).hyphenated(lang),
            icon: kind.map_or("chat", icon_of),
            access: access(edition, session, lang),
            state: state(slot, now),
            service: kind.is_some_and(Kind::is_service),
            night: session.kind.as_str() == Kind::FLOP_NIGHT,
            mine: reader
                .mine
                .as_ref()
                .is_some_and(|codes| codes.iter().any(|code| code == session.code.as_str())),
        })
    }

    /// Whether it is in session now.
    pub fn is_live(&self) -> bool {
        self.state == State::Live
    }

    /// Classes that follow from what it is.
    pub fn classes(&self) -> String {
        let mut classes = format!("t-{}", self.line.key());
        for (applies, class) in [
            (self.service, " is-break"),
            (self.night, " is-noc noc"),
            (self.is_live(), " is-live"),
            (self.state == State::Over, " is-over"),
        ] {
            if applies {
                classes.push_str(class);
            }
        }
        classes
    }
}

/// A kind's name as a tag: what stands in brackets behind it is for the legend.
trait OfKind {
    fn of_kind(kind: Option<&Kind>, lang: Lang) -> Said;
}

impl OfKind for Said {
    fn of_kind(kind: Option<&Kind>, lang: Lang) -> Said {
        kind.map_or_else(|| Said::new(""), |kind| Said::of(&short_name(kind), lang))
    }
}

/// The name of a kind without what stands in brackets behind it.
pub fn short_name(kind: &Kind) -> wiec_model::Text {
    let versions = kind.name.versions().map(|(tag, words)| {
        let bare = words.split(" (").next().unwrap_or(words);
        (tag.clone(), bare.to_owned())
    });
    wiec_model::Text::of(versions).unwrap_or_else(|| kind.name.clone())
}

/// The sign of a kind of session.
pub fn icon_of(kind: &Kind) -> &'static str {
    match kind.slug.as_str() {
        "plenary" => "mic",
        "expert-presentation" | "expert-debate" => "doc",
        "panel" => "chat",
        "kaleidoscope" => "kalejdo",
        "inspiration" => "bulb",
        "workshop" => "tools",
        "networking" => "users",
        "poster" => "list",
        Kind::FLOP_NIGHT => "wtopa",
        "cinema" => "film",
        "study-visit" => "walk",
        Kind::SERVICE => "cup",
        _ => "chat",
    }
}

/// What makes a session accessible, in short words: `PJM · Napisy`.
fn access(edition: &Edition, session: &Session, lang: Lang) -> String {
    let words = messages(lang);
    let features = edition.release.programme.features_of(session);
    let said = Feature::ALL
        .into_iter()
        .filter(|feature| features.contains(feature))
        .filter_map(|feature| match feature {
            Feature::SignLanguage => Some(words.feature_short_sign_language()),
            Feature::LiveCaptions => Some(words.feature_short_live_captions()),
            Feature::HearingLoop => Some(words.feature_short_hearing_loop()),
            Feature::AudioDescription => Some(words.feature_short_audio_description()),
            // Nearly every room is step-free and has a stream; the card keeps to what decides a choice.
            Feature::StepFree | Feature::Interpretation | Feature::Stream | Feature::Recording => {
                None
            }
        });
    said.collect::<Vec<_>>().join(" · ")
}

fn state(slot: &Slot, now: Option<Timestamp>) -> State {
    match now {
        None => State::Untold,
        Some(now) if slot.covers(now) => State::Live,
        Some(now) if slot.ends_at <= now => State::Over,
        Some(_) => State::Coming,
    }
}
