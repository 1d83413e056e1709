//! One made-up session.

use wiec_model::session::{Appearance, Link, Recording, Stream, Visit};
use wiec_model::{Booking, Kind, Lang, LanguageTag, Part, Programme, Session, SessionCode, Slot};

use crate::names::{Taken, Thing, guid};
use crate::sample::chance::Chance;
use crate::sample::parts::slug;
use crate::sample::script::{self, Script};
use crate::sample::words::{sentences, text, title};

/// Makes the session with this number, counted from 0.
pub(super) fn session(
    number: usize,
    kind: &Kind,
    slot: Slot,
    programme: &Programme,
    taken: &mut Taken,
    chance: &mut Chance,
) -> Session {
    let code: SessionCode = format!("S{:03}", number + 1)
        .parse()
        .expect("a letter and digits make a code");
    let title = text(title(number, chance));
    let otherwise = slug(code.as_str());
    let service = kind.is_service();
    let track = if service {
        slug("org")
    } else {
        chance
            .pick(&programme.tracks[..programme.tracks.len() - 1])
            .slug
            .clone()
    };
    let script = Script::of(kind, chance);
    // What runs past the night would begin on a day that the congress does not have.
    let is_scheduled = programme.day_of(slot.starts_at).is_some();
    let mut session = Session {
        guid: guid(&programme.congress.slug, Thing::Session, code.as_str()),
        code,
        slug: taken.give(&title, &otherwise),
        title,
        subtitle: (!service && chance.once_in(4)).then(|| text(sentences(1, chance))),
        lead: (!service).then(|| text(sentences(2, chance))),
        description: (!service).then(|| text(description(chance))),
        kind: kind.slug.clone(),
        track: Some(track),
        languages: languages(chance),
        stream: *chance.pick(&[Stream::Unstated, Stream::Streamed, Stream::RoomOnly]),
        recording: recording(kind, chance),
        accessibility: chance
            .once_in(5)
            .then(|| text(("Wejście bez stopni.", "Step-free entrance."))),
        capacity: kind.signup.then_some(30),
        booking: if kind.signup {
            Booking::FirstCome { waitlist: true }
        } else {
            Booking::Open
        },
        visit: (kind.slug.as_str() == "study-visit").then(|| Visit {
            transport: Some("coach".to_owned()),
            needs_id: chance.once_in(4),
        }),
        people: if service {
            Vec::new()
        } else {
            appearances(programme, chance)
        },
        talks: script.talks,
        phases: script.phases,
        tables: script.tables,
        stories: script.stories,
        proposals_track: None,
        vote: None,
        links: links(number, chance),
        slot: is_scheduled.then_some(slot),
    };
    script::tell(&mut session);
    session
}

fn description(chance: &mut Chance) -> (String, String) {
    let (first, second) = (sentences(3, chance), sentences(4, chance));
    (
        format!("{}\n\n{}", first.0, second.0),
        format!("{}\n\n{}", first.1, second.1),
    )
}

fn languages(chance: &mut Chance) -> Vec<LanguageTag> {
    let sign_language: LanguageTag = "pjm".parse().expect("pjm is a language tag");
    match chance.below(4) {
        0 => Lang::ALL.map(LanguageTag::from).to_vec(),
        1 => vec![Lang::Pl.into(), sign_language],
        2 => vec![Lang::En.into()],
        _ => Vec::new(),
    }
}

fn recording(kind: &Kind, chance: &mut Chance) -> Recording {
    if kind.slug.as_str() == Kind::FLOP_NIGHT {
        return Recording::Forbidden;
    }
    match chance.below(3) {
        0 => Recording::Allowed {
            licence: Some("CC BY 4.0".to_owned()),
        },
        1 => Recording::Allowed { licence: None },
        _ => Recording::Unstated,
    }
}

fn appearances(programme: &Programme, chance: &mut Chance) -> Vec<Appearance> {
    if programme.people.is_empty() {
        return Vec::new();
    }
    let wanted = 1 + chance.below(5);
    let mut appearances: Vec<Appearance> = Vec::new();
    for place in 0..wanted {
        let person = chance.pick(&programme.people).guid;
        let part = if place == 0 {
            Part::Moderator
        } else {
            *chance.pick(&[Part::Panelist, Part::Speaker])
        };
        if !appearances.iter().any(|known| known.person == person) {
            appearances.push(Appearance { person, part });
        }
    }
    appearances
}

fn links(number: usize, chance: &mut Chance) -> Vec<Link> {
    let link = || Link {
        url: format!("https://example.org/materialy/{number}"),
        title: Some("Materiały".to_owned()),
    };
    if chance.once_in(6) {
        vec![link()]
    } else {
        Vec::new()
    }
}
