//! A congress to plan: a congress file, or the engine's own form of one.

use std::collections::BTreeSet;
use std::path::Path;

use wiec_interchange::congress_file;
use wiec_interchange::read::{Format, Hints, read};
use wiec_interchange::timetable::Timetabling;
use wiec_kit::dates::long_date;
use wiec_model::availability::Availabilities;
use wiec_model::{Lang, Programme, SessionCode};
use wiec_timetable::congress::{self, Problem, Schedule};
use wiec_timetable_report::Names;

use super::case::{refused, text, wrong};
use crate::outcome::InputProblems;

/// The engine's own form says so.
const OWN: &str = "wiec-congress-timetable/";

/// A congress to plan.
pub(super) struct Congress {
    pub(super) problem: Problem,
    /// The programme that it was read from; none for the engine's own form.
    programme: Option<(Programme, Timetabling)>,
}

impl Congress {
    pub(super) fn read(
        path: &Path,
        bytes: &[u8],
        pinned: &BTreeSet<SessionCode>,
    ) -> Result<Self, InputProblems> {
        let words = text(path, bytes)?;
        if words.contains(OWN) {
            let problem = congress::read(words).map_err(refused(path))?;
            let known = problem.sessions.iter().map(|session| session.id.as_str());
            unknown(path, pinned, known)?;
            // What is pinned in the file says where; a code alone does not.
            if let Some(code) = pinned.iter().find(|code| !is_pinned(&problem, code)) {
                return Err(wrong(
                    path,
                    &format!("{code} has no \"pinned\" place in the file"),
                ));
            }
            return Ok(Self {
                problem,
                programme: None,
            });
        }
        let format = Format::detect(path.file_name().and_then(|name| name.to_str()), bytes);
        let programme = read(bytes, format, &Hints::default())
            .map_err(|problems| InputProblems::in_file(path, problems, "nothing was planned"))?;
        let known = programme
            .sessions
            .iter()
            .map(|session| session.code.as_str());
        unknown(path, pinned, known)?;
        let homeless = |code: &&SessionCode| {
            let session = programme.session(code.as_str());
            session.is_some_and(|session| session.slot.is_none())
        };
        if let Some(code) = pinned.iter().find(homeless) {
            return Err(wrong(
                path,
                &format!("{code} has no room and time that it could stay at"),
            ));
        }
        let timetabling = Timetabling::of(&programme, &Availabilities::default(), pinned);
        Ok(Self {
            problem: timetabling.problem.clone(),
            programme: Some((programme, timetabling)),
        })
    }

    /// Where the file has the sessions now; nothing in the engine's own form.
    pub(super) fn draft(&self) -> Option<&Schedule> {
        let (_, timetabling) = self.programme.as_ref()?;
        Some(&timetabling.schedule)
    }

    /// A timetable as the file that it is of, or as the engine's own.
    pub(super) fn write(&self, schedule: &Schedule) -> String {
        match &self.programme {
            Some((programme, timetabling)) => {
                congress_file::write(&timetabling.apply(programme, schedule))
            }
            None => congress::write_schedule(&self.problem, schedule),
        }
    }

    /// Titles and rooms in words, where the file has them.
    pub(super) fn names(&self, lang: Lang) -> Names {
        let Some((programme, _)) = &self.programme else {
            return Names::default();
        };
        let sessions = programme.sessions.iter();
        let (rooms, days) = (programme.rooms.iter(), programme.days.iter());
        Names {
            days: days
                .map(|day| (day.date.to_string(), long_date(day.date, lang)))
                .collect(),
            sessions: sessions
                .map(|session| {
                    let title = session.title.words(lang).to_owned();
                    (session.code.to_string(), title)
                })
                .collect(),
            rooms: rooms
                .map(|room| (room.slug.to_string(), room.name.words(lang).to_owned()))
                .collect(),
        }
    }
}

fn is_pinned(problem: &Problem, code: &SessionCode) -> bool {
    let mut sessions = problem.sessions.iter();
    sessions.any(|session| session.id == code.as_str() && session.pinned.is_some())
}

/// Codes that are to stay and are not there.
fn unknown<'a>(
    path: &Path,
    pinned: &BTreeSet<SessionCode>,
    known: impl Iterator<Item = &'a str>,
) -> Result<(), InputProblems> {
    let known: BTreeSet<&str> = known.collect();
    let problems: Vec<String> = pinned
        .iter()
        .filter(|code| !known.contains(code.as_str()))
        .map(|code| format!("there is no session {code}"))
        .collect();
    if problems.is_empty() {
        Ok(())
    } else {
        Err(InputProblems::in_file(
            path,
            problems,
            "nothing was planned",
        ))
    }
}
