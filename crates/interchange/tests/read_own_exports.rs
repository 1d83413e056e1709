//! Our own `schedule.xml` and `schedule.json` are schedules like any other: they read back.
// `cfg(test)` tells clippy that helpers, too, may unwrap here.
#![cfg(test)]

use wiec_interchange::read::{Format, Hints, read};
use wiec_interchange::sample::generated_congress;
use wiec_interchange::write::context::Context;
use wiec_interchange::write::{frab_json, frab_xml};
use wiec_model::{Lang, Programme, Release, Session};

#[path = "write_exports/sample.rs"]
#[allow(dead_code, reason = "only the site and its words are needed here")]
mod sample;

/// The programme of a release, written and read again.
fn exported(format: Format) -> (Programme, Programme) {
    let programme = generated_congress(120, 8, 3, 60, 5);
    let at = "2026-11-01T12:00:00Z".parse().unwrap();
    let release = Release::of(&programme, None, "1.0", at).unwrap();
    let context = Context::of(&release, &sample::Site, &sample::Plain);
    let file = match format {
        Format::ScheduleXml => frab_xml::schedule(&context, Lang::Pl),
        _ => frab_json::schedule(&context, Lang::Pl),
    };
    assert_eq!(Format::detect(None, file.as_bytes()), format);
    let again = read(file.as_bytes(), format, &Hints::default())
        .unwrap_or_else(|problems| panic!("{problems:#?}"));
    (release.programme.clone(), again)
}

fn reads_back(format: Format) {
    let (programme, again) = exported(format);
    assert_eq!(again.sessions.len(), programme.sessions.len());
    assert_eq!(again.congress.zone, programme.congress.zone);
    for session in &programme.sessions {
        let same = |other: &&Session| other.guid == session.guid;
        let read = again
            .sessions
            .iter()
            .find(same)
            .unwrap_or_else(|| panic!("{} is lost", session.code));
        let (before, after) = (session.slot.as_ref().unwrap(), read.slot.as_ref().unwrap());
        assert_eq!(
            (after.starts_at, after.ends_at),
            (before.starts_at, before.ends_at)
        );
        assert_eq!(read.title.words(Lang::Pl), session.title.words(Lang::Pl));
        let room = |programme: &Programme, slug: &str| {
            programme
                .room(slug)
                .unwrap()
                .name
                .words(Lang::Pl)
                .to_owned()
        };
        assert_eq!(
            room(&again, after.room.as_str()),
            room(&programme, before.room.as_str())
        );
        assert_eq!(read.people.len(), session.people.len());
    }
    let days = |programme: &Programme| {
        programme
            .days
            .iter()
            .map(|day| day.date)
            .collect::<Vec<_>>()
    };
    assert_eq!(days(&again), days(&programme));
}

#[test]
fn our_schedule_xml_reads_back() {
    reads_back(Format::ScheduleXml);
}

#[test]
fn our_schedule_json_reads_back() {
    reads_back(Format::ScheduleJson);
}
