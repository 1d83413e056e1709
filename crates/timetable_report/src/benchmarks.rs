//! Sheets of the benchmarks: cells of sessions and rooms, in rows of time.

use std::collections::BTreeMap;

use wiec_kit::messages::messages;
use wiec_model::Lang;
use wiec_timetable::{cosp as cosp_json, enrolment as itc, favourites as fav_json};

use crate::sheet::{Cell, Cost, Day, Item, Row, Sheet};

/// Items by row and column.
type Cells = BTreeMap<(usize, usize), Vec<Item>>;

/// A sheet of a `cosp-json/1` plan: sessions are rows, rooms are columns, a cell is a track's.
#[must_use]
pub fn cosp(problem: &cosp_json::Problem, plan: &cosp_json::Plan, lang: Lang) -> Sheet {
    let m = messages(lang);
    let (scores, breaches) = cosp_json::evaluate(problem, plan);
    let mut submissions: BTreeMap<(usize, usize), Vec<(usize, usize)>> = BTreeMap::new();
    for (submission, place) in plan.iter().enumerate() {
        if let Some(place) = place {
            let cell = submissions.entry((place.session, place.room)).or_default();
            cell.push((place.slot, submission));
        }
    }
    let cells: Cells = submissions
        .into_iter()
        .map(|(cell, mut there)| {
            there.sort_unstable();
            let track = problem.submissions[there[0].1].track;
            let item = Item {
                title: problem.tracks[track].id.clone(),
                about: there
                    .iter()
                    .map(|&(slot, it)| format!("{}. {}", slot + 1, problem.submissions[it].id))
                    .collect(),
                is_wrong: false,
            };
            (cell, vec![item])
        })
        .collect();
    let rows = problem.sessions.iter().map(|it| it.id.clone()).collect();
    let columns = problem.rooms.iter().map(|it| it.id.clone()).collect();
    let weighted = scores.weighted(problem);
    Sheet {
        title: problem.name.clone(),
        lang,
        figures: vec![
            (
                m.sheet_submissions().to_owned(),
                problem.submissions.len().to_string(),
            ),
            (m.sheet_hard().to_owned(), breaches.len().to_string()),
            (
                m.sheet_objective().to_owned(),
                scores.total(problem).to_string(),
            ),
        ],
        days: vec![day(m.sheet_all().to_owned(), rows, columns, cells)],
        unplaced: unplaced(plan.iter().map(Option::is_some), |it| {
            problem.submissions[it].id.clone()
        }),
        costs: weighted
            .iter()
            .zip(scores.0)
            .filter(|(_, times)| *times > 0)
            .map(|((term, cost), times)| Cost {
                rule: (*term).to_owned(),
                times: times.to_string(),
                cost: cost.to_string(),
            })
            .collect(),
    }
}

/// A sheet of a `fav-json/1` plan. Rooms are all alike, so an event's column says nothing of it.
#[must_use]
pub fn favourites(problem: &fav_json::Problem, slot_of: &[usize], lang: Lang) -> Sheet {
    let m = messages(lang);
    let mut taken = vec![0; problem.slots];
    let mut cells = Cells::new();
    for (event, &slot) in slot_of.iter().enumerate() {
        cells.insert((slot, taken[slot]), vec![titled(event.to_string())]);
        taken[slot] += 1;
    }
    let missed = fav_json::missed(problem, slot_of);
    Sheet {
        title: problem.name.clone(),
        lang,
        figures: vec![
            (m.sheet_sessions().to_owned(), problem.events.to_string()),
            (m.sheet_missed().to_owned(), missed.to_string()),
        ],
        days: vec![day(
            m.sheet_all().to_owned(),
            (1..=problem.slots).map(|it| it.to_string()).collect(),
            (1..=problem.rooms).map(|it| it.to_string()).collect(),
            cells,
        )],
        unplaced: Vec::new(),
        costs: Vec::new(),
    }
}

/// A sheet of an ITC-2007 plan: nine slots on each of five days.
#[must_use]
pub fn enrolment(problem: &itc::Problem, plan: &itc::Plan, title: &str, lang: Lang) -> Sheet {
    let m = messages(lang);
    let costs = itc::evaluate(problem, plan);
    let mut days = vec![Cells::new(); itc::DAYS];
    for (event, place) in plan.iter().enumerate() {
        if let Some((slot, room)) = place {
            let (day, row) = (slot / itc::SLOTS_A_DAY, slot % itc::SLOTS_A_DAY);
            days[day]
                .entry((row, *room))
                .or_default()
                .push(titled(event.to_string()));
        }
    }
    let rows: Vec<String> = (1..=itc::SLOTS_A_DAY).map(|it| it.to_string()).collect();
    let columns: Vec<String> = (1..=problem.rooms).map(|it| it.to_string()).collect();
    let soft = [
        (m.sheet_last_slot(), costs.last_slot),
        (m.sheet_in_a_row(), costs.in_a_row),
        (m.sheet_single(), costs.single),
    ];
    Sheet {
        title: title.to_owned(),
        lang,
        figures: vec![
            (
                m.sheet_sessions().to_owned(),
                problem.attending.len().to_string(),
            ),
            (m.sheet_distance().to_owned(), costs.distance.to_string()),
            (m.sheet_soft().to_owned(), costs.soft().to_string()),
        ],
        days: (1..)
            .zip(days)
            .map(|(number, cells)| day(m.sheet_day(number), rows.clone(), columns.clone(), cells))
            .collect(),
        unplaced: unplaced(plan.iter().map(Option::is_some), |it| it.to_string()),
        costs: soft
            .into_iter()
            .filter(|(_, times)| *times > 0)
            .map(|(rule, times)| Cost {
                rule: rule.to_owned(),
                times: times.to_string(),
                cost: times.to_string(),
            })
            .collect(),
    }
}

fn titled(title: String) -> Item {
    Item {
        title,
        ..Item::default()
    }
}

fn unplaced(placed: impl Iterator<Item = bool>, name: impl Fn(usize) -> String) -> Vec<String> {
    let without = placed.enumerate().filter(|(_, is_placed)| !is_placed);
    without.map(|(it, _)| name(it)).collect()
}

fn day(name: String, rows: Vec<String>, columns: Vec<String>, mut cells: Cells) -> Day {
    let cell = |items: Option<Vec<Item>>| Cell {
        rows: 1,
        items: items.unwrap_or_default(),
    };
    Day {
        name,
        rows: rows
            .into_iter()
            .enumerate()
            .map(|(row, label)| Row {
                label,
                cells: (0..columns.len())
                    .map(|column| cell(cells.remove(&(row, column))))
                    .collect(),
            })
            .collect(),
        columns,
    }
}
