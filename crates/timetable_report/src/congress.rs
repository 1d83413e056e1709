//! The sheet of a congress: its days, with rooms that are used and times at which something changes.

use std::collections::{BTreeMap, BTreeSet};

use wiec_kit::messages::{Messages, messages};
use wiec_model::Lang;
use wiec_timetable::congress::{
    Breach, Costs, Language, Place, Problem, Schedule, Strength, breaches,
};

use crate::sheet::{Cell, Cost, Day, Item, Row, Sheet};

const MINUTES_A_DAY: u32 = 24 * 60;

/// What sessions, rooms and days are called beside their codes, where somebody knows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// Titles of sessions, by their codes.
    pub sessions: BTreeMap<String, String>,
    /// Names of rooms, by their keys.
    pub rooms: BTreeMap<String, String>,
    /// What days are called, by their keys.
    pub days: BTreeMap<String, String>,
}

/// A sheet of a congress' timetable.
#[must_use]
pub fn congress(
    problem: &Problem,
    schedule: &Schedule,
    costs: &Costs,
    names: &Names,
    lang: Lang,
) -> Sheet {
    let m = messages(lang);
    let wrong: BTreeSet<usize> = breaches(problem, schedule)
        .into_iter()
        .filter(|breach| is_hard(problem, breach))
        .flat_map(|breach| breach.sessions)
        .collect();
    let plan = Plan {
        problem,
        schedule,
        names,
        wrong,
    };
    let unplaced = schedule.iter().zip(&problem.sessions);
    Sheet {
        title: problem.name.clone(),
        lang,
        figures: vec![
            (
                m.sheet_sessions().to_owned(),
                problem.sessions.len().to_string(),
            ),
            (m.sheet_hard().to_owned(), costs.hard.to_string()),
            (m.sheet_soft().to_owned(), costs.soft.to_string()),
        ],
        days: plan.days(),
        unplaced: unplaced
            .filter(|(place, _)| place.is_none())
            .map(|(_, session)| plan.title(&session.id))
            .collect(),
        costs: list(problem, costs, lang, m),
    }
}

fn is_hard(problem: &Problem, breach: &Breach) -> bool {
    problem.rules.strength(breach.rule) == Strength::Hard
}

fn list(problem: &Problem, costs: &Costs, lang: Lang, m: &Messages) -> Vec<Cost> {
    let language = match lang {
        Lang::Pl => Language::Polish,
        Lang::En => Language::English,
    };
    let rules = costs.rules.iter();
    rules
        .map(|&(rule, times, cost)| Cost {
            rule: rule.sentence(language).to_owned(),
            times: times.to_string(),
            cost: match problem.rules.strength(rule) {
                Strength::Hard => m.sheet_must_not().to_owned(),
                Strength::Soft(_) | Strength::Off => cost.to_string(),
            },
        })
        .collect()
}

struct Plan<'a> {
    problem: &'a Problem,
    schedule: &'a Schedule,
    names: &'a Names,
    wrong: BTreeSet<usize>,
}

/// A session at its place.
#[derive(Clone, Copy)]
struct Placed {
    session: usize,
    place: Place,
    end: u32,
}

impl Plan<'_> {
    fn title(&self, code: &str) -> String {
        match self.names.sessions.get(code) {
            Some(title) => format!("{code} {title}"),
            None => code.to_owned(),
        }
    }

    fn days(&self) -> Vec<Day> {
        let days = self.problem.days.iter();
        days.map(|day| {
            let mut placed: Vec<Placed> = self
                .placed()
                .filter(|one| (day.span.from..day.span.to).contains(&one.place.start))
                .collect();
            placed.sort_by_key(|one| (one.place.start, one.end, one.session));
            let name = self.names.days.get(&day.id).unwrap_or(&day.id);
            self.day(name, &placed)
        })
        .collect()
    }

    fn placed(&self) -> impl Iterator<Item = Placed> {
        let places = self.schedule.iter().enumerate();
        places.filter_map(|(session, place)| {
            let place = (*place)?;
            let end = place.start + self.problem.sessions[session].minutes;
            Some(Placed {
                session,
                place,
                end,
            })
        })
    }

    fn day(&self, name: &str, placed: &[Placed]) -> Day {
        let rooms: BTreeSet<usize> = placed.iter().map(|one| one.place.room).collect();
        let times: BTreeSet<u32> = placed
            .iter()
            .flat_map(|one| [one.place.start, one.end])
            .collect();
        let times: Vec<u32> = times.into_iter().collect();
        let columns: Vec<Vec<Option<Cell>>> = rooms
            .iter()
            .map(|&room| {
                let there: Vec<Placed> = placed
                    .iter()
                    .copied()
                    .filter(|one| one.place.room == room)
                    .collect();
                self.column(&there, &times)
            })
            .collect();
        let stretches = times.windows(2).enumerate();
        Day {
            name: name.to_owned(),
            columns: rooms.iter().map(|&room| self.room(room)).collect(),
            rows: stretches
                .map(|(row, stretch)| Row {
                    label: hours(stretch[0], stretch[1]),
                    cells: columns
                        .iter()
                        .filter_map(|column| column[row].clone())
                        .collect(),
                })
                .collect(),
        }
    }

    fn room(&self, room: usize) -> String {
        let key = &self.problem.rooms[room].id;
        self.names.rooms.get(key).unwrap_or(key).clone()
    }

    /// The cells of a room, one for each stretch of time; none where the cell before it goes on.
    fn column(&self, there: &[Placed], times: &[u32]) -> Vec<Option<Cell>> {
        let stretches = times.len().saturating_sub(1);
        let mut cells: Vec<Option<Cell>> = vec![
            Some(Cell {
                rows: 1,
                items: Vec::new(),
            });
            stretches
        ];
        for together in clusters(there) {
            let row = |time: u32| times.partition_point(|&known| known < time);
            let (from, to) = (row(together.from), row(together.to));
            for cell in &mut cells[from + 1..to] {
                *cell = None;
            }
            cells[from] = Some(Cell {
                rows: to - from,
                items: together.placed.iter().map(|one| self.item(one)).collect(),
            });
        }
        cells
    }

    fn item(&self, one: &Placed) -> Item {
        Item {
            title: self.title(&self.problem.sessions[one.session].id),
            about: vec![hours(one.place.start, one.end)],
            is_wrong: self.wrong.contains(&one.session),
        }
    }
}

/// Sessions of a room that meet in time; more than one only where a hard rule is broken.
struct Cluster {
    from: u32,
    to: u32,
    placed: Vec<Placed>,
}

fn clusters(there: &[Placed]) -> Vec<Cluster> {
    let mut clusters: Vec<Cluster> = Vec::new();
    for &one in there {
        match clusters.last_mut() {
            Some(last) if one.place.start < last.to => {
                last.to = last.to.max(one.end);
                last.placed.push(one);
            }
            _ => clusters.push(Cluster {
                from: one.place.start,
                to: one.end,
                placed: vec![one],
            }),
        }
    }
    clusters
}

/// `9:00–10:30`
fn hours(from: u32, to: u32) -> String {
    let shown = |minute: u32| {
        let of_day = minute % MINUTES_A_DAY;
        format!("{}:{:02}", of_day / 60, of_day % 60)
    };
    format!("{}–{}", shown(from), shown(to))
}

#[cfg(test)]
mod tests {
    use wiec_timetable::congress::{evaluate, read};

    use super::*;

    fn sheet(places: &[Option<(usize, u32)>]) -> Sheet {
        let problem = read(
            r#"{"format": "wiec-congress-timetable/1", "days": [{"id": "d", "from": 540, "to": 900}],
                "rooms": [{"id": "a", "capacity": 9}, {"id": "b", "capacity": 9}, {"id": "c", "capacity": 9}],
                "sessions": [{"id": "S1", "minutes": 60}, {"id": "S2", "minutes": 30}, {"id": "S3", "minutes": 30}]}"#,
        )
        .unwrap();
        let schedule: Schedule = places
            .iter()
            .map(|place| place.map(|(room, start)| Place { room, start }))
            .collect();
        let costs = evaluate(&problem, &schedule);
        congress(&problem, &schedule, &costs, &Names::default(), Lang::En)
    }

    #[test]
    fn a_session_spans_the_rows_of_its_time_and_rooms_without_any_have_no_column() {
        let sheet = sheet(&[Some((0, 540)), Some((1, 540)), Some((1, 570))]);
        let day = &sheet.days[0];
        assert_eq!(day.columns, ["a", "b"]);
        let rows: Vec<(&str, Vec<usize>)> = day
            .rows
            .iter()
            .map(|row| {
                (
                    row.label.as_str(),
                    row.cells.iter().map(|cell| cell.rows).collect(),
                )
            })
            .collect();
        assert_eq!(rows, [("9:00–9:30", vec![2, 1]), ("9:30–10:00", vec![1])]);
        assert!(sheet.costs.is_empty() && sheet.unplaced.is_empty());
    }

    #[test]
    fn two_in_one_room_share_a_cell_and_are_marked_and_what_has_no_place_is_listed() {
        let sheet = sheet(&[Some((0, 540)), Some((0, 570)), None]);
        let cell = &sheet.days[0].rows[0].cells[0];
        assert_eq!((cell.rows, cell.items.len()), (2, 2));
        assert!(cell.items.iter().all(|item| item.is_wrong));
        assert_eq!(sheet.unplaced, ["S3"]);
        assert!(sheet.page().contains("breaks a hard rule"));
    }
}
