//! Sessions: everything of one on one page, both languages side by side.

use wiec_kit::form::Choice;
use wiec_kit::messages::Messages;
use wiec_kit::paths::Words;
use wiec_model::edit::{self, Edit, SessionFields};
use wiec_model::session::{Recording, Stream, Tables, Visit};
use wiec_model::{Booking, Programme, Session, SessionCode, Text};

use super::{session_lists as lists, slot};
use crate::context::Context;
use crate::sheet::{Field, Group, Reading, Sheet, Width};
use crate::thing::{Thing, Titles};

/// The longest title.
pub const TITLE_LENGTH: usize = 300;
const LEAD_LENGTH: usize = 1_000;
const TEXT_LENGTH: usize = 20_000;
const WORD_LENGTH: usize = 40;
const LICENCE_LENGTH: usize = 120;
/// No session holds more.
pub const MOST_PEOPLE: u32 = 100_000;
const MOST_TABLES: u32 = 1_000;

impl Thing for Session {
    fn word(words: &'static Words) -> &'static str {
        words.sessions
    }

    fn titles(m: &'static Messages) -> Titles {
        Titles {
            all: m.plan_sessions(),
            new: m.plan_sessions_new(),
            none: m.plan_sessions_none(),
            icon: "list",
        }
    }

    fn all(programme: &Programme) -> &[Self] {
        &programme.sessions
    }

    fn key(&self) -> String {
        self.code.to_string()
    }

    fn name(&self, context: &Context<'_>) -> String {
        context.words(&self.title).to_owned()
    }

    fn heads(_: &'static Messages) -> Vec<&'static str> {
        Vec::new()
    }

    fn cells(&self, _: &Context<'_>) -> Vec<String> {
        Vec::new()
    }

    fn sheet(thing: Option<&Self>, context: &Context<'_>) -> Sheet {
        let m = context.m;
        // Something new is placed when it is there.
        let place = thing.map(|_| {
            Group::of(m.plan_where_and_when(), slot::fields("", thing, context))
                .hint(m.plan_slot_hint())
        });
        let rest = vec![
            Group::rows(m.plan_people(), lists::people(thing, context)).hint(m.plan_people_hint()),
            rules(thing, context),
            Group::rows(m.plan_talks(), lists::talks(thing, context)).hint(m.plan_talks_hint()),
            script(thing, context),
            Group::rows(m.plan_phases(), lists::phases(thing, context)).hint(m.plan_list_hint()),
            Group::rows(m.plan_stories(), lists::stories(thing, context)).hint(m.plan_list_hint()),
            Group::rows(m.plan_links(), lists::links(thing, context)).hint(m.plan_list_hint()),
        ];
        let first = std::iter::once(words(thing, context));
        Sheet::of(first.chain(place).chain(rest).collect())
    }

    fn read(
        reading: &mut Reading<'_>,
        before: Option<&Self>,
        context: &Context<'_>,
    ) -> Option<Vec<Edit>> {
        let text = |of: fn(&Self) -> Option<&Text>| before.and_then(of);
        let programme = context.programme;
        let subtitle = reading
            .of("subtitle")
            .bilingual(TITLE_LENGTH, text(|one| one.subtitle.as_ref()));
        let lead = reading
            .of("lead")
            .bilingual(LEAD_LENGTH, text(|one| one.lead.as_ref()));
        let description = reading
            .of("description")
            .bilingual(TEXT_LENGTH, text(|one| one.description.as_ref()));
        let accessibility = reading
            .of("accessibility")
            .bilingual(LEAD_LENGTH, text(|one| one.accessibility.as_ref()));
        let track = reading
            .of("track")
            .choice(|key| programme.track(key).map(|track| track.slug.clone()));
        let proposals_track = reading
            .of("proposals")
            .choice(|key| programme.track(key).map(|track| track.slug.clone()));
        let kind = reading
            .of("kind")
            .required()
            .choice(|key| programme.kind(key).map(|kind| kind.slug.clone()));
        let languages = reading.languages("languages");
        let stream = reading.of("stream").choice(stream_of);
        let recording = read_recording(reading);
        let capacity = reading.of("capacity").number(0..=MOST_PEOPLE);
        let booking = reading.of("booking").choice(booking_of);
        let visit = read_visit(reading);
        let tables = read_tables(reading);
        let people = lists::read_people(reading, context);
        let talks = lists::read_talks(reading, before, &people);
        let phases = lists::read_phases(reading, before);
        let stories = lists::read_stories(reading, before);
        let links = lists::read_links(reading);
        let placed = match before {
            Some(_) => slot::read("", reading, context),
            None => None,
        };
        let title = reading
            .of("title")
            .required()
            .bilingual(TITLE_LENGTH, before.map(|one| &one.title));
        let code = match before {
            Some(before) => Some(before.code.clone()),
            None => read_code(reading, context),
        };
        let (title, code) = (title?, code?);
        let fields = Box::new(SessionFields {
            title,
            subtitle,
            lead,
            description,
            kind: kind?,
            track,
            languages,
            stream: stream.unwrap_or(Stream::Unstated),
            recording,
            accessibility,
            capacity,
            booking: booking.unwrap_or(Booking::Open),
            visit,
            people,
            talks,
            phases,
            tables,
            stories,
            proposals_track,
            links,
        });
        let Some(before) = before else {
            return Some(vec![Edit::CreateSession {
                guid: context.fresh,
                code: Some(code),
                fields,
            }]);
        };
        let mut edits = Vec::new();
        if *fields != SessionFields::of(before) {
            edits.push(Edit::UpdateSession(code.clone(), fields));
        }
        edits.extend(slot::edit(before, placed?));
        Some(edits)
    }

    fn target(&self) -> edit::Thing {
        edit::Thing::Session(self.code.clone())
    }

    fn deletion(&self) -> Edit {
        Edit::DeleteSession(self.code.clone())
    }

    fn key_of(thing: &edit::Thing) -> Option<String> {
        match thing {
            edit::Thing::Session(key) | edit::Thing::Slot(key) | edit::Thing::WholeSession(key) => {
                Some(key.to_string())
            }
            _ => None,
        }
    }

    fn held_by(&self, _: &Context<'_>) -> Option<String> {
        None
    }
}

fn words(thing: Option<&Session>, context: &Context<'_>) -> Group {
    let m = context.m;
    let text = |of: fn(&Session) -> Option<&Text>| thing.and_then(of);
    let mut fields = Vec::new();
    if thing.is_none() {
        let code = Field::line("code", m.plan_code()).value(&next_code(context));
        fields.push(
            code.wide(Width::Quarter)
                .hint(m.plan_code_hint())
                .required(),
        );
    }
    let kinds = std::iter::once(Choice::new("", m.plan_choose())).chain(context.kinds());
    fields.extend([
        Field::pair("title", m.plan_title(), thing.map(|one| &one.title)).required(),
        Field::choice("kind", m.plan_kind(), kinds.collect())
            .maybe(thing.map(|one| &one.kind))
            .required(),
        Field::choice("track", m.plan_track(), context.tracks())
            .maybe(thing.and_then(|one| one.track.clone())),
        Field::pair(
            "subtitle",
            m.plan_subtitle(),
            text(|one| one.subtitle.as_ref()),
        ),
        Field::pair_area("lead", m.plan_lead(), text(|one| one.lead.as_ref()), 3),
        Field::pair_area(
            "description",
            m.plan_description(),
            text(|one| one.description.as_ref()),
            7,
        )
        .hint(m.plan_markdown_hint()),
    ]);
    Group::of("", fields)
}

fn rules(thing: Option<&Session>, context: &Context<'_>) -> Group {
    let m = context.m;
    let languages: Vec<&str> = thing
        .iter()
        .flat_map(|one| &one.languages)
        .map(|tag| tag.as_str())
        .collect();
    let stream = thing.map_or(Stream::Unstated, |one| one.stream);
    let (recording, licence) = match thing.map(|one| &one.recording) {
        Some(Recording::Allowed { licence }) => ("allowed", licence.as_deref()),
        Some(Recording::Forbidden) => ("forbidden", None),
        Some(Recording::Unstated) | None => ("unstated", None),
    };
    let booking = thing.map_or(Booking::Open, |one| one.booking);
    Group::of(
        m.plan_rules(),
        vec![
            Field::choice("booking", m.plan_booking(), bookings(m)).value(booking_key(booking)),
            Field::short("number", "capacity", m.plan_session_capacity())
                .maybe(thing.and_then(|one| one.capacity))
                .hint(m.plan_session_capacity_hint()),
            Field::line("languages", m.plan_languages())
                .value(&languages.join(", "))
                .hint(m.plan_session_languages_hint())
                .wide(Width::Quarter),
            Field::choice("stream", m.plan_stream(), streams(m)).value(stream_key(stream)),
            Field::choice("recording", m.plan_recording(), recordings(m))
                .value(recording)
                .wide(Width::Quarter),
            Field::line("licence", m.plan_licence())
                .maybe(licence)
                .wide(Width::Quarter),
            Field::pair_area(
                "accessibility",
                m.plan_accessibility(),
                thing.and_then(|one| one.accessibility.as_ref()),
                2,
            ),
        ],
    )
}

fn script(thing: Option<&Session>, context: &Context<'_>) -> Group {
    let m = context.m;
    let visit = thing.and_then(|one| one.visit.as_ref());
    let tables = thing.and_then(|one| one.tables);
    let needs_id = visit.is_some_and(|visit| visit.needs_id);
    Group::of(
        m.plan_script(),
        vec![
            Field::short("number", "tables", m.plan_tables())
                .maybe(tables.map(|tables| tables.count)),
            Field::short("number", "seats", m.plan_table_size())
                .maybe(tables.and_then(|tables| tables.size)),
            Field::line("transport", m.plan_transport())
                .maybe(visit.and_then(|visit| visit.transport.clone()))
                .hint(m.plan_transport_hint()),
            Field::checks(
                "document",
                m.plan_document(),
                vec![Choice::new("yes", m.plan_document_yes())],
                needs_id.then(|| "yes".to_owned()),
            )
            .wide(Width::Half),
            Field::choice("proposals", m.plan_proposals_track(), context.tracks())
                .maybe(thing.and_then(|one| one.proposals_track.clone())),
        ],
    )
}

fn read_recording(reading: &mut Reading<'_>) -> Recording {
    let licence = reading.of("licence").text(LICENCE_LENGTH);
    let rule = reading.of("recording").choice(|key| match key {
        "allowed" => Some(Recording::Allowed { licence }),
        "forbidden" => Some(Recording::Forbidden),
        "unstated" => Some(Recording::Unstated),
        _ => None,
    });
    rule.unwrap_or(Recording::Unstated)
}

fn read_visit(reading: &mut Reading<'_>) -> Option<Visit> {
    let transport = reading.of("transport").text(WORD_LENGTH);
    let needs_id = reading.of("document").checked();
    (transport.is_some() || needs_id).then_some(Visit {
        transport,
        needs_id,
    })
}

fn read_tables(reading: &mut Reading<'_>) -> Option<Tables> {
    let size = reading.of("seats").number(1..=MOST_TABLES);
    let count = reading.of("tables").number(1..=MOST_TABLES)?;
    Some(Tables { count, size })
}

fn read_code(reading: &mut Reading<'_>, context: &Context<'_>) -> Option<SessionCode> {
    let (wrong, taken) = (
        reading.m.plan_error_code(),
        reading.m.plan_error_code_taken(),
    );
    let code: SessionCode = reading
        .of("code")
        .required()
        .parse(wrong, |code| code.parse().ok())?;
    if context.programme.session(code.as_str()).is_some() {
        reading.fail("code", taken);
        return None;
    }
    Some(code)
}

/// The number after the highest in use: `S63`.
fn next_code(context: &Context<'_>) -> String {
    let numbers = context.programme.sessions.iter().filter_map(|session| {
        let code = session.code.as_str();
        code.strip_prefix('S')?.parse::<u32>().ok()
    });
    format!("S{:02}", numbers.max().map_or(1, |last| last + 1))
}

fn streams(m: &'static Messages) -> Vec<Choice> {
    vec![
        Choice::new("unstated", m.plan_unstated()),
        Choice::new("streamed", m.plan_streamed()),
        Choice::new("room_only", m.plan_room_only()),
    ]
}

const fn stream_key(stream: Stream) -> &'static str {
    match stream {
        Stream::Unstated => "unstated",
        Stream::Streamed => "streamed",
        Stream::RoomOnly => "room_only",
    }
}

fn stream_of(key: &str) -> Option<Stream> {
    [Stream::Unstated, Stream::Streamed, Stream::RoomOnly]
        .into_iter()
        .find(|stream| stream_key(*stream) == key)
}

fn recordings(m: &'static Messages) -> Vec<Choice> {
    vec![
        Choice::new("unstated", m.plan_unstated()),
        Choice::new("allowed", m.plan_recording_allowed()),
        Choice::new("forbidden", m.plan_recording_forbidden()),
    ]
}

fn bookings(m: &'static Messages) -> Vec<Choice> {
    vec![
        Choice::new("open", m.booking_open()),
        Choice::new("first_come", m.booking_first_come()),
        Choice::new("first_come_waitlist", m.plan_first_come_waitlist()),
        Choice::new("selection", m.booking_selection()),
        Choice::new("selection_waitlist", m.plan_selection_waitlist()),
    ]
}

const BOOKINGS: [Booking; 5] = [
    Booking::Open,
    Booking::FirstCome { waitlist: false },
    Booking::FirstCome { waitlist: true },
    Booking::OrganiserSelection { waitlist: false },
    Booking::OrganiserSelection { waitlist: true },
];

const fn booking_key(booking: Booking) -> &'static str {
    match booking {
        Booking::Open => "open",
        Booking::FirstCome { waitlist: false } => "first_come",
        Booking::FirstCome { waitlist: true } => "first_come_waitlist",
        Booking::OrganiserSelection { waitlist: false } => "selection",
        Booking::OrganiserSelection { waitlist: true } => "selection_waitlist",
    }
}

fn booking_of(key: &str) -> Option<Booking> {
    BOOKINGS
        .into_iter()
        .find(|booking| booking_key(*booking) == key)
}
