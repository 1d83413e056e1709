//! A congress file as a programme.

use serde_json::Value;
use wiec_model::{Lang, LanguageTag, Programme, Session, Slug};

use crate::congress_file::cast::Cast;
use crate::congress_file::session::{Drafted, Setting};
use crate::congress_file::{edition, parts, places, session};
use crate::names::{Taken, follows_from_code};
use crate::read::object::{Object, Reading};
use crate::read::problem::{Problem, Report};
use crate::read::{Hints, json};

/// Reads a congress file, or says everything that is wrong in it.
pub(crate) fn read(bytes: &[u8], hints: &Hints) -> Result<Programme, Vec<Problem>> {
    let report = Report::default();
    let Some(root) = json::parse(bytes, &report) else {
        return Err(problems_of(report));
    };
    let reading = Reading {
        report: &report,
        language: first_language(&root, hints),
    };
    let root = Object::open(&root, String::new(), None, &reading);
    let programme = programme(root, hints, &report);
    match programme {
        Some(programme) => report.conclude(programme),
        None => Err(problems_of(report)),
    }
}

fn problems_of(report: Report) -> Vec<Problem> {
    report.conclude(()).err().unwrap_or_default()
}

fn programme(root: Object<'_>, hints: &Hints, report: &Report) -> Option<Programme> {
    let note = root.text_in("note", &Lang::En.into());
    let Some(congress) = root.object("congress") else {
        report.add(
            root.place("congress"),
            "is missing: what is the congress called, where and when is it?",
        );
        return None;
    };
    let congress = edition::congress(congress, hints, note);
    let days = root.list("days", edition::day);
    let rooms = root.list("rooms", |room, _| parts::room(room, &congress.slug));
    let drafted_tracks = root.list("tracks", |track, _| parts::track(track));
    let kinds = root.list("types", |kind, _| parts::kind(kind));
    let goals = root.list("goals", |goal, _| parts::goal(goal));
    let mut cast = Cast::of(
        root.list("people", |person, _| Cast::listed(person, &congress.slug)),
        &congress.slug,
    );
    let setting = Setting {
        congress: &congress,
        days: &days,
        kinds: &kinds,
    };
    let drafted = root.list("sessions", |session, _| {
        session::session(session, &setting, &mut cast)
    });
    let proposals = root.list("proposals", |proposal, _| parts::proposal(proposal));
    root.finish();

    let sessions = with_slugs(drafted);
    let tracks = parts::give_lines(drafted_tracks, &sessions);
    let (people, origins) = cast.into_people();
    let programme = Programme {
        congress,
        days,
        rooms,
        tracks,
        goals,
        kinds,
        people,
        sessions,
        proposals,
    };
    let unreadable = report.places();
    let problems = programme.problems().into_iter();
    for problem in problems.filter(|problem| !follows_from_code(&programme, &problem.place)) {
        let place = places::in_file(&problem.place, &programme, &origins);
        // What stands in for a value that could not be read may well contradict the rest.
        if !unreadable.contains(&place) {
            report.add(place, problem.message);
        }
    }
    Some(programme)
}

/// Slugs that the file states come first, so that none of them is taken by a derived one.
fn with_slugs(drafted: Vec<Drafted>) -> Vec<Session> {
    let mut taken = Taken::default();
    for slugs in drafted.iter().filter_map(|drafted| drafted.slug.as_ref()) {
        taken.take(slugs);
    }
    let finish = |Drafted { mut session, slug }: Drafted| {
        let otherwise = Slug::from_words(session.code.as_str());
        let otherwise =
            otherwise.unwrap_or_else(|| Slug::from_words("sesja").expect("letters make a slug"));
        session.slug = slug.unwrap_or_else(|| taken.give(&session.title, &otherwise));
        session
    };
    drafted.into_iter().map(finish).collect()
}

/// The language of texts that do not say theirs: needed before anything else is read.
fn first_language(root: &Value, hints: &Hints) -> LanguageTag {
    let stated = root
        .pointer("/congress/languages/0")
        .and_then(Value::as_str)
        .and_then(|tag| tag.parse().ok());
    stated
        .or_else(|| hints.language.clone())
        .unwrap_or_else(|| Lang::Pl.into())
}
