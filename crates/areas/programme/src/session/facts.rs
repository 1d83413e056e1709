//! What one should know before coming to a session: places, stream, recording, languages, the way there.

use wiec_kit::frame::Frame;
use wiec_kit::messages::Messages;
use wiec_model::session::{Recording, Stream};
use wiec_model::{Booking, Session};

/// One thing to know.
pub struct Fact {
    pub name: &'static str,
    pub value: String,
    pub more: Option<&'static str>,
}

/// All there is to know, in the order of the list.
pub fn facts(session: &Session, room_capacity: Option<u32>, frame: &Frame) -> Vec<Fact> {
    let m = frame.m;
    let mut facts = Vec::new();
    if let Some(places) = session.capacity.or(room_capacity) {
        facts.push(Fact {
            name: m.fact_places(),
            value: places.to_string(),
            more: Some(booking(session.booking, m)),
        });
    }
    let remote = match session.stream {
        Stream::Streamed => Some((m.fact_streamed(), m.fact_streamed_more())),
        Stream::RoomOnly => Some((m.fact_room_only(), m.fact_room_only_more())),
        Stream::Unstated => None,
    };
    if let Some((value, more)) = remote {
        facts.push(Fact {
            name: m.fact_remote(),
            value: value.to_owned(),
            more: Some(more),
        });
    }
    match &session.recording {
        Recording::Forbidden => facts.push(Fact {
            name: m.fact_recording(),
            value: m.fact_not_recorded().to_owned(),
            more: None,
        }),
        Recording::Allowed { licence } => {
            let value = licence
                .clone()
                .unwrap_or_else(|| m.fact_recorded().to_owned());
            facts.push(Fact {
                name: m.fact_recording(),
                value,
                more: None,
            });
        }
        Recording::Unstated => {}
    }
    if !session.languages.is_empty() {
        let spoken: Vec<String> = session
            .languages
            .iter()
            .map(|tag| language(tag.as_str(), m))
            .collect();
        facts.push(Fact {
            name: m.fact_languages(),
            value: spoken.join(", "),
            more: None,
        });
    }
    facts.extend(visit_facts(session, frame));
    facts
}

fn visit_facts(session: &Session, frame: &Frame) -> Vec<Fact> {
    let m = frame.m;
    let Some(visit) = &session.visit else {
        return Vec::new();
    };
    let transport = visit.transport.as_deref().map(|transport| match transport {
        "coach" => m.transport_coach().to_owned(),
        "walk" => m.transport_walk().to_owned(),
        other => other.to_owned(),
    });
    let transport = transport.map(|value| Fact {
        name: m.fact_transport(),
        value,
        more: None,
    });
    let document = visit.needs_id.then(|| Fact {
        name: m.fact_document(),
        value: m.fact_document_needed().to_owned(),
        more: None,
    });
    transport.into_iter().chain(document).collect()
}

fn booking(booking: Booking, m: &'static Messages) -> &'static str {
    match booking {
        Booking::Open => m.booking_open(),
        Booking::FirstCome { .. } => m.booking_first_come(),
        Booking::OrganiserSelection { .. } => m.booking_selection(),
    }
}

fn language(tag: &str, m: &'static Messages) -> String {
    match tag {
        "pl" => m.language_pl().to_owned(),
        "en" => m.language_en().to_owned(),
        "pjm" | "pso" => m.language_pjm().to_owned(),
        other => other.to_owned(),
    }
}
