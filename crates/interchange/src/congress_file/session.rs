//! One session of a congress file.

use wiec_model::session::{Appearance, Recording, Stream, Visit};
use wiec_model::{Booking, Congress, Day, Kind, Part, Session, SessionCode, Slot, Slug, Slugs};

use crate::congress_file::cast::Cast;
use crate::congress_file::{script, slot};
use crate::names::{Thing, guid};
use crate::read::object::Object;

/// What a session refers to.
pub(super) struct Setting<'a> {
    pub(super) congress: &'a Congress,
    pub(super) days: &'a [Day],
    pub(super) kinds: &'a [Kind],
}

/// A session whose slug may still be open: those that the file states come first.
pub(super) struct Drafted {
    pub(super) session: Session,
    pub(super) slug: Option<Slugs>,
}

/// Reads a session.
pub(super) fn session(
    mut object: Object<'_>,
    setting: &Setting<'_>,
    cast: &mut Cast<'_>,
) -> Drafted {
    let code = code(&mut object);
    let kind = object.required_slug("type");
    let title = object.text("title");
    let slug = object.slugs("slug");
    let slot = slot::slot(&object, setting);
    let people = people(&object, cast, slot.as_ref());
    let talk = |talk, _| script::talk(talk, cast, &people);
    let talks = object.list("talks", talk);
    let session = Session {
        guid: object
            .guid("guid")
            .unwrap_or_else(|| guid(&setting.congress.slug, Thing::Session, code.as_str())),
        slug: stand_in(&code),
        title,
        subtitle: object.optional_text("subtitle"),
        lead: object.optional_text("lead"),
        description: object.optional_text("description"),
        track: object.slug("track"),
        languages: object.parsed_words("languages"),
        stream: stream(&object),
        recording: recording(&object),
        accessibility: object.optional_text("accessibility"),
        capacity: object.number("capacity"),
        booking: booking(&object, signs_up(&kind, setting)),
        visit: visit(&object),
        people,
        talks,
        phases: object.list("phases", |phase, _| script::phase(phase)),
        tables: script::tables(&object),
        stories: object.list("stories", |story, _| script::story(story)),
        proposals_track: object.slug("proposals_theme"),
        vote: object.value("vote").cloned(),
        links: object.list("links", |link, _| script::link(link)),
        slot,
        kind,
        code,
    };
    object.finish();
    Drafted { session, slug }
}

fn code(object: &mut Object<'_>) -> SessionCode {
    if !object.has("id") {
        object.missing("id");
    }
    let code: Option<SessionCode> = object.parsed("id");
    if let Some(code) = &code {
        object.name(code);
    }
    // Different stand-ins, so that two broken sessions are not each other's double.
    let place = object.here().to_string();
    let digits: String = place
        .chars()
        .filter(char::is_ascii_digit)
        .take(20)
        .collect();
    code.unwrap_or_else(|| {
        format!("broken-{digits}")
            .parse()
            .expect("letters and digits make a code")
    })
}

fn stand_in(code: &SessionCode) -> Slugs {
    let slug = Slug::from_words(code.as_str())
        .or_else(|| Slug::from_words("sesja"))
        .expect("letters make a slug");
    Slugs {
        pl: slug.clone(),
        en: slug,
    }
}

fn signs_up(kind: &Slug, setting: &Setting<'_>) -> bool {
    setting
        .kinds
        .iter()
        .any(|known| known.slug == *kind && known.signup)
}

fn stream(object: &Object<'_>) -> Stream {
    match object.flag("stream") {
        None => Stream::Unstated,
        Some(true) => Stream::Streamed,
        Some(false) => Stream::RoomOnly,
    }
}

/// `true`, `false`, or an object with the licence of the recording.
fn recording(object: &Object<'_>) -> Recording {
    match object.value("recording") {
        Some(value) if value.is_object() => {
            let Some(terms) = object.object("recording") else {
                return Recording::Unstated;
            };
            let licence = terms.string("licence");
            terms.finish();
            Recording::Allowed { licence }
        }
        _ => match object.flag("recording") {
            None => Recording::Unstated,
            Some(true) => Recording::Allowed { licence: None },
            Some(false) => Recording::Forbidden,
        },
    }
}

/// Who does not say how one gets in follows the kind of the session.
fn booking(object: &Object<'_>, kind_signs_up: bool) -> Booking {
    let (signup, mode) = (object.string("signup"), object.string("booking"));
    let waitlist = object.flag("waitlist").unwrap_or_default();
    let required = match signup.as_deref() {
        Some("required") => true,
        Some("none") => false,
        None => kind_signs_up || mode.is_some(),
        Some(other) => {
            object.problem(
                "signup",
                format!("should be \"none\" or \"required\", not \"{other}\""),
            );
            true
        }
    };
    match mode.as_deref() {
        None if !required && !waitlist => Booking::Open,
        None if !required => {
            object.problem(
                "waitlist",
                "there is no waiting list for a session without signing up",
            );
            Booking::Open
        }
        Some(_) if !required => {
            object.problem(
                "booking",
                "contradicts \"signup\": \"none\"; leave one of them out",
            );
            Booking::Open
        }
        None | Some("first_come") => Booking::FirstCome { waitlist },
        Some("organiser_selection") => Booking::OrganiserSelection { waitlist },
        Some(other) => {
            let message =
                format!("should be \"first_come\" or \"organiser_selection\", not \"{other}\"");
            object.problem("booking", message);
            Booking::Open
        }
    }
}

fn visit(object: &Object<'_>) -> Option<Visit> {
    let (transport, needs_id) = (object.string("transport"), object.flag("needs_id"));
    (transport.is_some() || needs_id.is_some()).then(|| Visit {
        transport,
        needs_id: needs_id.unwrap_or_default(),
    })
}

fn people(object: &Object<'_>, cast: &mut Cast<'_>, when: Option<&Slot>) -> Vec<Appearance> {
    let people = object.list("people", |entry, _| {
        let person = cast.find_or_add(&entry, when);
        let part = part(&entry);
        entry.finish();
        Some(Appearance {
            person: person?,
            part: part?,
        })
    });
    people.into_iter().flatten().collect()
}

fn part(entry: &Object<'_>) -> Option<Part> {
    if !entry.has("part") {
        entry.missing("part");
    }
    let key = entry.string("part")?;
    let part = Part::from_key(&key);
    if part.is_none() {
        let keys: Vec<&str> = Part::ALL.into_iter().map(Part::key).collect();
        entry.problem(
            "part",
            format!(
                "there is no part \"{key}\"; the parts are {}",
                keys.join(", ")
            ),
        );
    }
    part
}
