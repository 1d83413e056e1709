//! Contradictions that were planted are found, are contradictions, and are no larger than needed.

use proptest::prelude::*;

use crate::chance::Chance;
use crate::congress::tests::congress;
use crate::congress::*;
use crate::explain::exact::{Answer, can_be};
use crate::explain::*;

const STEPS: u64 = 100_000_000;

fn answer(problem: &Problem, demands: &[Demand], sessions: &[usize]) -> Answer {
    can_be(
        problem,
        &Frame::new(problem),
        demands,
        sessions,
        &mut STEPS.clone(),
    )
}

/// A congress of two days in which everything can be placed: rooms are half full.
fn roomy(sessions: usize, seed: u64) -> Problem {
    let mut chance = Chance::new(seed);
    let day = |id: &str, from, to| Day {
        id: id.to_owned(),
        span: Span { from, to },
    };
    let rooms = (sessions / 8).max(3);
    Problem {
        name: "roomy".to_owned(),
        days: vec![day("Friday", 540, 1080), day("Saturday", 1980, 2520)],
        breaks: vec![day("lunch", 720, 780), day("lunch on Saturday", 2160, 2220)],
        starts: Vec::new(),
        step_minutes: 15,
        turnover_minutes: 15,
        most_parallel: None,
        rooms: (0..rooms)
            .map(|it| Room {
                id: format!("room {it}"),
                capacity: 50,
                features: Vec::new(),
                open: Vec::new(),
            })
            .collect(),
        people: (0..sessions)
            .map(|it| Person {
                id: format!("P{it}"),
                available: vec![],
                favourites: vec![],
            })
            .collect(),
        tracks: (0..3)
            .map(|it| Track {
                id: format!("T{it}"),
            })
            .collect(),
        sessions: (0..sessions)
            .map(|it| Session {
                id: format!("S{it}"),
                minutes: [30, 45, 60][chance.below(3)],
                people: vec![it],
                needs: Vec::new(),
                rooms: Vec::new(),
                windows: Vec::new(),
                audience: 0,
                track: None,
                pinned: None,
                announced: false,
            })
            .collect(),
        apart: Vec::new(),
        order: Vec::new(),
        rules: Rules::default(),
    }
}

fn span(from: u32, to: u32) -> Vec<Span> {
    vec![Span { from, to }]
}

/// Plants a contradiction, and says which demands make it.
fn plant(problem: &mut Problem, kind: usize, chance: &mut Chance) -> Vec<Demand> {
    let mut all: Vec<usize> = (0..problem.sessions.len()).collect();
    chance.shuffle(&mut all);
    let (a, b, c, d) = (all[0], all[1], all[2], all[3]);
    let room = chance.below(problem.rooms.len());
    for it in [a, b, c, d] {
        problem.sessions[it].minutes = 60;
    }
    match kind {
        // A room that is closed when a session is pinned to it.
        0 => {
            problem.sessions[a].pinned = Some(Place { room, start: 540 });
            problem.rooms[room].open = span(600, 2520);
            vec![Demand::Pinned(a), Demand::RoomOpen(room)]
        }
        // Three sessions of one person who is there for two hours.
        1 => {
            [b, c]
                .iter()
                .for_each(|&it| problem.sessions[it].people = vec![a]);
            problem.people[a].available = span(540, 660);
            vec![Demand::PersonOnce(a), Demand::PersonAvailable(a)]
        }
        // Two pinned to the same room and time.
        2 => {
            problem.sessions[a].pinned = Some(Place { room, start: 540 });
            problem.sessions[b].pinned = Some(Place { room, start: 570 });
            vec![Demand::Pinned(a), Demand::Pinned(b), Demand::RoomOnce(room)]
        }
        // A chain in two and a half hours.
        3 => {
            problem.order = vec![
                Precedence {
                    before: a,
                    after: b,
                    gap_minutes: 0,
                },
                Precedence {
                    before: b,
                    after: c,
                    gap_minutes: 0,
                },
            ];
            problem.sessions[a].windows = span(2220, 2520);
            problem.sessions[c].windows = span(1980, 2385);
            vec![
                Demand::Window(a),
                Demand::Window(c),
                Demand::Order(0),
                Demand::Order(1),
            ]
        }
        // One needs a loop; the only room with one is taken while it is open.
        4 => {
            problem.rooms[room].features = vec!["loop".to_owned()];
            problem.rooms[room].open = span(540, 720);
            problem.sessions[a].needs = vec!["loop".to_owned()];
            problem.sessions[b].pinned = Some(Place { room, start: 540 });
            problem.sessions[c].pinned = Some(Place { room, start: 660 });
            vec![
                Demand::Need(a, 0),
                Demand::Pinned(b),
                Demand::Pinned(c),
                Demand::RoomOnce(room),
                Demand::RoomOpen(room),
            ]
        }
        // Four that are apart in pairs, within three hours of one morning.
        _ => {
            let list = [a, b, c];
            for (index, &one) in list.iter().enumerate() {
                problem.sessions[one].windows = span(540, 660);
                list[index + 1..]
                    .iter()
                    .for_each(|&other| problem.apart.push((one, other)));
            }
            let apart = (0..3).map(Demand::Apart);
            apart.chain(list.map(Demand::Window)).collect()
        }
    }
}

fn is_found_and_minimal(problem: &Problem, planted: &[Demand]) {
    let found = match contradiction(problem, 1, STEPS) {
        Finding::Impossible(found) => found,
        other => panic!("the contradiction {planted:?} was not found: {other:?}"),
    };
    assert!(found.proved);
    let mut expected = planted.to_vec();
    expected.sort_unstable();
    assert_eq!(found.demands, expected);
    assert_eq!(answer(problem, &found.demands, &found.sessions), Answer::No);
    for dropped in &found.demands {
        let rest: Vec<Demand> = found
            .demands
            .iter()
            .copied()
            .filter(|it| it != dropped)
            .collect();
        let without = answer(problem, &rest, &found.sessions);
        assert!(
            matches!(without, Answer::Yes(_)),
            "{dropped:?} can be dropped"
        );
    }
    for language in [Language::English, Language::Polish] {
        let sentences = found.sentences(problem, language);
        assert_eq!(sentences.len(), found.demands.len() + 1);
    }
}

#[test]
fn planted_contradictions_of_two_to_six_rules_are_found_whole_and_nothing_else() {
    for kind in 0..6 {
        for (seed, sessions) in [(1, 12), (2, 40), (3, 120)] {
            let mut problem = roomy(sessions, seed);
            let planted = plant(&mut problem, kind, &mut Chance::new(seed + kind as u64));
            is_found_and_minimal(&problem, &planted);
        }
    }
}

#[test]
fn a_contradiction_is_told_in_words_with_names() {
    let mut problem = roomy(12, 1);
    problem.sessions[0].needs = vec!["a loop".to_owned()];
    problem.sessions[0].minutes = 60;
    problem.sessions[1].minutes = 60;
    problem.rooms[2].features = vec!["a loop".to_owned()];
    problem.rooms[2].open = span(540, 600);
    problem.sessions[1].pinned = Some(Place {
        room: 2,
        start: 540,
    });
    let Finding::Impossible(found) = contradiction(&problem, 1, STEPS) else {
        panic!()
    };
    let expected = [
        "These sessions cannot all have a place: S0, S1.",
        "S1 is pinned to room 2, Friday 9:00–10:00.",
        "room 2 is open only Friday 9:00–10:00.",
        "S0 needs a loop; only one room has it: room 2.",
        "room 2 holds one session at a time.",
    ];
    assert_eq!(found.sentences(&problem, Language::English), expected);
}

#[test]
fn where_everything_can_be_a_schedule_is_the_answer() {
    let problem = roomy(60, 5);
    let Finding::Possible(schedule) = contradiction(&problem, 1, STEPS) else {
        panic!()
    };
    assert_eq!(evaluate(&problem, &schedule).hard, 0);
}

/// Whether any of all assignments of places keeps the hard rules.
fn any_at_all(problem: &Problem, places: &[Place], schedule: &mut Schedule, next: usize) -> bool {
    if next == problem.sessions.len() {
        return evaluate(problem, schedule).hard == 0;
    }
    let mine = places.iter().copied().chain(problem.sessions[next].pinned);
    let found = mine.into_iter().any(|place| {
        schedule[next] = Some(place);
        any_at_all(problem, places, schedule, next + 1)
    });
    schedule[next] = None;
    found
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn the_exact_answer_is_that_of_trying_everything(seed in any::<u64>()) {
        let mut problem = congress(seed, 3);
        problem.days.truncate(1);
        problem.rooms.truncate(2);
        for session in &mut problem.sessions {
            session.rooms.retain(|&it| it < 2);
            session.pinned = session.pinned.filter(|it| it.room < problem.rooms.len());
            session.rooms.retain(|&it| it < problem.rooms.len());
        }
        let all: Vec<usize> = (0..3).collect();
        let places: Vec<Place> = Frame::new(&problem).places(&problem).collect();
        let expected = any_at_all(&problem, &places, &mut vec![None; 3], 0);
        let found = answer(&problem, &Demand::all(&problem, &all), &all);
        prop_assert_eq!(matches!(found, Answer::Yes(_)), expected, "{:?}", found);
        if let Answer::Yes(places) = found {
            let schedule = places.into_iter().map(Some).collect();
            let costs = evaluate(&problem, &schedule);
            prop_assert_eq!(costs.hard, 0, "{:?} {:?}", costs, schedule);
        }
    }

    #[test]
    fn other_places_cost_what_is_said(seed in any::<u64>()) {
        let problem = congress(seed, 6);
        let schedule = solve(&problem, 1, crate::Budget::Moves(2_000), &mut |_| ()).schedule;
        let now = evaluate(&problem, &schedule);
        let Some(why) = why(&problem, &schedule, 3) else { return Ok(()) };
        for other in &why.elsewhere {
            let mut changed = schedule.clone();
            changed[3] = Some(other.place);
            let then = evaluate(&problem, &changed);
            prop_assert_eq!((then.hard - now.hard, then.soft - now.soft), (other.hard, other.soft));
        }
        // Nothing is better than what is told, but what nearly is it or where the session is now.
        let tables = Tables::new(&problem);
        let told = why.elsewhere.iter().map(|it| (it.hard, it.soft)).max();
        for place in Frame::new(&problem).places(&problem) {
            let here = schedule[3].into_iter();
            let known = why.elsewhere.iter().map(|it| it.place).chain(here).any(|it| {
                it.room == place.room && it.span(&problem, 3).meets(place.span(&problem, 3))
            });
            let possible = tables.places[3].iter().any(|&(it, _)| it == place);
            if known || !possible {
                continue;
            }
            let mut changed = schedule.clone();
            changed[3] = Some(place);
            let then = evaluate(&problem, &changed);
            let cost = (then.hard - now.hard, then.soft - now.soft);
            prop_assert!(told.is_none_or(|told| why.elsewhere.len() < 3 || cost >= told));
        }
    }
}
