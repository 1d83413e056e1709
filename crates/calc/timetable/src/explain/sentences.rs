//! Demands in words, with names.

use crate::congress::{Language, Problem};
use crate::explain::contradiction::Contradiction;
use crate::explain::demand::Demand;

impl Contradiction {
    /// What cannot be, and each demand that prevents it, as sentences.
    pub fn sentences(&self, problem: &Problem, language: Language) -> Vec<String> {
        let names: Vec<&str> = self
            .sessions
            .iter()
            .map(|&it| problem.sessions[it].id.as_str())
            .collect();
        let names = names.join(", ");
        let head = match language {
            Language::English => format!("These sessions cannot all have a place: {names}."),
            Language::Polish => format!("Te sesje nie mogą wszystkie mieć miejsca: {names}."),
        };
        let demands = self.demands.iter().map(|it| it.sentence(problem, language));
        std::iter::once(head).chain(demands).collect()
    }
}

impl Demand {
    /// What it asks for, as a sentence.
    pub fn sentence(self, problem: &Problem, language: Language) -> String {
        match language {
            Language::English => self.english(problem),
            Language::Polish => self.polish(problem),
        }
    }

    fn english(self, problem: &Problem) -> String {
        let session = |at: usize| &problem.sessions[at].id;
        let room = |at: usize| &problem.rooms[at].id;
        match self {
            Demand::Pinned(it) => {
                let (place, time) = pin(problem, it);
                format!("{} is pinned to {place}, {time}.", session(it))
            }
            Demand::Window(it) => {
                format!(
                    "{} may only be {}.",
                    session(it),
                    times(problem, &problem.sessions[it].windows)
                )
            }
            Demand::Break(it) => {
                let it = &problem.breaks[it];
                format!(
                    "Nothing is during {} ({}).",
                    it.id,
                    times(problem, &[it.span])
                )
            }
            Demand::RoomOpen(it) => {
                format!(
                    "{} is open only {}.",
                    room(it),
                    times(problem, &problem.rooms[it].open)
                )
            }
            Demand::Need(it, need) => {
                format!(
                    "{} needs {}; {}.",
                    session(it),
                    problem.sessions[it].needs[need],
                    having(problem, it, need, Language::English)
                )
            }
            Demand::OneOfRooms(it) => {
                format!(
                    "{} may only be in {}.",
                    session(it),
                    rooms(problem, &problem.sessions[it].rooms)
                )
            }
            Demand::Seats(it) => {
                format!(
                    "{} expects {} people.",
                    session(it),
                    problem.sessions[it].audience
                )
            }
            Demand::RoomOnce(it) => format!("{} holds one session at a time.", room(it)),
            Demand::PersonOnce(it) => {
                format!(
                    "{} cannot be in two sessions at once.",
                    problem.people[it].id
                )
            }
            Demand::PersonAvailable(it) => {
                let it = &problem.people[it];
                format!("{} is there only {}.", it.id, times(problem, &it.available))
            }
            Demand::Apart(it) => {
                let (one, other) = problem.apart[it];
                format!(
                    "{} and {} are not at the same time.",
                    session(one),
                    session(other)
                )
            }
            Demand::Order(it) => {
                let it = problem.order[it];
                let gap = match it.gap_minutes {
                    0 => String::new(),
                    gap => format!(" {gap} minutes"),
                };
                format!(
                    "{} ends{gap} before {} begins.",
                    session(it.before),
                    session(it.after)
                )
            }
            Demand::MostParallel => {
                format!(
                    "At most {} sessions run at once.",
                    problem.most_parallel.unwrap_or(0)
                )
            }
            Demand::TrackParallel(it) => {
                format!(
                    "Sessions of the track {} are one after another.",
                    problem.tracks[it].id
                )
            }
            Demand::TrackRooms(it) => {
                format!("The track {} is in one room.", problem.tracks[it].id)
            }
        }
    }

    fn polish(self, problem: &Problem) -> String {
        let session = |at: usize| &problem.sessions[at].id;
        let room = |at: usize| &problem.rooms[at].id;
        match self {
            Demand::Pinned(it) => {
                let (place, time) = pin(problem, it);
                format!("Sesja {} jest przypięta: {place}, {time}.", session(it))
            }
            Demand::Window(it) => {
                format!(
                    "Sesja {} może się odbyć tylko: {}.",
                    session(it),
                    times(problem, &problem.sessions[it].windows)
                )
            }
            Demand::Break(it) => {
                let it = &problem.breaks[it];
                format!(
                    "W przerwie {} nic się nie odbywa ({}).",
                    it.id,
                    times(problem, &[it.span])
                )
            }
            Demand::RoomOpen(it) => {
                format!(
                    "Sala {} jest otwarta tylko: {}.",
                    room(it),
                    times(problem, &problem.rooms[it].open)
                )
            }
            Demand::Need(it, need) => {
                format!(
                    "Sesja {} potrzebuje: {}; {}.",
                    session(it),
                    problem.sessions[it].needs[need],
                    having(problem, it, need, Language::Polish)
                )
            }
            Demand::OneOfRooms(it) => {
                format!(
                    "Sesja {} może się odbyć tylko w salach: {}.",
                    session(it),
                    rooms(problem, &problem.sessions[it].rooms)
                )
            }
            Demand::Seats(it) => {
                format!(
                    "Liczba osób spodziewanych na sesji {}: {}.",
                    session(it),
                    problem.sessions[it].audience
                )
            }
            Demand::RoomOnce(it) => format!("W sali {} odbywa się jedna sesja naraz.", room(it)),
            Demand::PersonOnce(it) => {
                format!(
                    "{} nie może być w dwóch sesjach naraz.",
                    problem.people[it].id
                )
            }
            Demand::PersonAvailable(it) => {
                let it = &problem.people[it];
                format!(
                    "{}: obecność tylko {}.",
                    it.id,
                    times(problem, &it.available)
                )
            }
            Demand::Apart(it) => {
                let (one, other) = problem.apart[it];
                format!(
                    "Sesje {} i {} nie odbywają się równocześnie.",
                    session(one),
                    session(other)
                )
            }
            Demand::Order(it) => {
                let it = problem.order[it];
                let gap = match it.gap_minutes {
                    0 => String::new(),
                    gap => format!(" {gap} min"),
                };
                format!(
                    "Sesja {} kończy się{gap} przed rozpoczęciem sesji {}.",
                    session(it.before),
                    session(it.after)
                )
            }
            Demand::MostParallel => {
                format!(
                    "Największa liczba sesji naraz: {}.",
                    problem.most_parallel.unwrap_or(0)
                )
            }
            Demand::TrackParallel(it) => {
                format!(
                    "Sesje ścieżki {} odbywają się kolejno.",
                    problem.tracks[it].id
                )
            }
            Demand::TrackRooms(it) => {
                format!("Ścieżka {} jest w jednej sali.", problem.tracks[it].id)
            }
        }
    }
}

fn pin(problem: &Problem, session: usize) -> (String, String) {
    let pin = problem.sessions[session].pinned;
    let pin = pin.expect("only pinned sessions are asked to be where they are pinned");
    let time = times(problem, &[pin.span(problem, session)]);
    (problem.rooms[pin.room].id.clone(), time)
}

fn rooms(problem: &Problem, list: &[usize]) -> String {
    list.iter()
        .map(|&it| problem.rooms[it].id.as_str())
        .collect::<Vec<_>>()
        .join(", ")
}

/// Which rooms have what a session needs.
fn having(problem: &Problem, session: usize, need: usize, language: Language) -> String {
    let need = &problem.sessions[session].needs[need];
    let has = |&room: &usize| problem.rooms[room].features.contains(need);
    let with: Vec<usize> = (0..problem.rooms.len()).filter(has).collect();
    match (with.is_empty(), language) {
        (true, Language::English) => "no room has it".to_owned(),
        (true, Language::Polish) => "nie ma tego żadna sala".to_owned(),
        (false, Language::English) => format!(
            "only {}: {}",
            count_english(with.len()),
            rooms(problem, &with)
        ),
        (false, Language::Polish) => format!("mają to tylko: {}", rooms(problem, &with)),
    }
}

fn count_english(rooms: usize) -> String {
    match rooms {
        1 => "one room has it".to_owned(),
        more => format!("{more} rooms have it"),
    }
}

/// Spans with the names of their days: "Friday 10:00–12:00".
pub(crate) fn times(problem: &Problem, spans: &[crate::congress::Span]) -> String {
    let clock = |minute: u32| format!("{}:{:02}", minute % 1440 / 60, minute % 60);
    let day = |span: crate::congress::Span| {
        let day = problem.days.iter().find(|it| it.span.meets(span));
        day.map_or_else(|| (span.from / 1440 + 1).to_string(), |it| it.id.clone())
    };
    let one = |&span: &crate::congress::Span| {
        format!("{} {}–{}", day(span), clock(span.from), clock(span.to))
    };
    spans.iter().map(one).collect::<Vec<_>>().join(", ")
}
