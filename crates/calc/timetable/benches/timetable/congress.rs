//! A made-up congress of any size: how long it takes to plan, to mend, and to see what contradicts
//! what. Rooms are two thirds full; a fifth of the people is there on some days only.

use wiec_timetable::Budget;
use wiec_timetable::congress::{
    Day, Person, Place, Problem, Room, Rules, Session, Span, Track, solve,
};
use wiec_timetable::explain::{Finding, contradiction};
use wiec_timetable::repair::repair;

use crate::clock::cpu_seconds;

/// Numbers that look like chance: the next of a linear congruence.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % bound
    }
}

/// Three days of nine hours with a break at noon.
fn congress(sessions: usize) -> Problem {
    let mut numbers = Numbers(7);
    let numbers = &mut numbers;
    let rooms = (sessions / 14).max(3);
    let people = sessions * 2;
    let days = ["Friday", "Saturday", "Sunday"];
    let stretch = |day: usize, id: &str, from: u32, to: u32| Day {
        id: id.to_owned(),
        span: Span {
            from: day as u32 * 1440 + from,
            to: day as u32 * 1440 + to,
        },
    };
    // Everybody is there on Saturday, or three people of one session might never meet.
    let some_days = |numbers: &mut Numbers| match numbers.below(5) {
        0 => {
            let other = numbers.below(2) as u32 * 2 * 1440;
            let day = |from| Span {
                from: from + 540,
                to: from + 1080,
            };
            vec![day(1440), day(other)]
        }
        _ => Vec::new(),
    };
    Problem {
        name: format!("{sessions} sessions"),
        days: days
            .iter()
            .enumerate()
            .map(|(at, id)| stretch(at, id, 540, 1080))
            .collect(),
        breaks: (0..3).map(|at| stretch(at, "noon", 765, 825)).collect(),
        starts: Vec::new(),
        step_minutes: 15,
        turnover_minutes: 15,
        most_parallel: None,
        rooms: (0..rooms)
            .map(|it| Room {
                id: format!("room {it}"),
                capacity: 40 + 20 * (it as u32 % 8),
                features: (0..1 - it.min(4) / 4)
                    .map(|_| "a loop".to_owned())
                    .collect(),
                open: Vec::new(),
            })
            .collect(),
        people: (0..people)
            .map(|it| Person {
                id: format!("P{it}"),
                available: some_days(numbers),
                favourites: distinct(numbers, sessions, 8),
            })
            .collect(),
        tracks: (0..sessions / 12)
            .map(|it| Track {
                id: format!("T{it}"),
            })
            .collect(),
        sessions: (0..sessions)
            .map(|it| Session {
                id: format!("S{it}"),
                minutes: [45, 60, 60, 90][numbers.below(4)],
                people: distinct(numbers, people, 3),
                needs: (0..1 - numbers.below(6).min(1))
                    .map(|_| "a loop".to_owned())
                    .collect(),
                rooms: Vec::new(),
                windows: Vec::new(),
                audience: 20 + numbers.below(120) as u32,
                track: (it % 2 == 0).then(|| it / 2 % (sessions / 12).max(1)),
                pinned: None,
                announced: it % 10 == 0,
            })
            .collect(),
        apart: Vec::new(),
        order: Vec::new(),
        rules: Rules::default(),
    }
}

fn distinct(numbers: &mut Numbers, of: usize, count: usize) -> Vec<usize> {
    let mut all: Vec<usize> = (0..count).map(|_| numbers.below(of)).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// Plans, mends and explains, and prints how long each took.
pub fn measure(sessions: usize, seconds: f64) {
    let mut problem = congress(sessions);
    let start = cpu_seconds();
    let mut feasible = f64::INFINITY;
    let mut clock = || (cpu_seconds() - start) / seconds;
    let solution = solve(&problem, 1, Budget::Clock(&mut clock), &mut |news| {
        if news.costs.hard == 0 {
            feasible = feasible.min(cpu_seconds() - start);
        }
    });
    let time = cpu_seconds() - start;
    println!(
        "{sessions} sessions: hard {}, soft {}, without a hard breach after {feasible:.2} s, {:.2} M moves/s",
        solution.costs.hard,
        solution.costs.soft,
        solution.moves as f64 / time / 1e6,
    );

    // Somebody falls ill on the day of their session, and a room is closed for an afternoon.
    let place = solution.schedule[1].expect("it has a place");
    let closed = Span {
        from: place.start / 1440 * 1440 + 825,
        to: u32::MAX / 2,
    };
    for (name, change) in [
        ("a room is closed for an afternoon", true),
        ("a person is away", false),
    ] {
        let mut problem = problem.clone();
        match change {
            true => {
                let open = problem.days.iter().map(|it| it.span);
                let open = open.map(|it| {
                    match it.holds(Span {
                        from: closed.from,
                        to: closed.from + 1,
                    }) {
                        true => Span {
                            to: closed.from,
                            ..it
                        },
                        false => it,
                    }
                });
                problem.rooms[place.room].open = open.collect();
            }
            false => {
                let person = problem.sessions[1].people[0];
                let days = problem.days.iter().map(|it| it.span);
                let others = days.filter(|it| {
                    !it.holds(Span {
                        from: place.start,
                        to: place.start + 1,
                    })
                });
                problem.people[person].available = others.collect();
            }
        }
        let start = cpu_seconds();
        let mut clock = || (cpu_seconds() - start) / 1.0;
        let found = repair(
            &problem,
            &solution.schedule,
            1,
            10_000_000,
            Budget::Clock(&mut clock),
        );
        println!(
            "  {name}: {} moved, fewest {}, cheapest {}, hard {}, soft {}, {:.2} s",
            found.moved.len(),
            found.fewest,
            found.cheapest,
            found.costs.hard,
            found.costs.soft,
            cpu_seconds() - start,
        );
    }

    // One needs what only one room has, and two pinned sessions fill its only hours.
    problem.rooms[0].features.push("a stage".to_owned());
    problem.rooms[0].open = vec![Span { from: 540, to: 700 }];
    problem.sessions[3].needs = vec!["a stage".to_owned()];
    problem.sessions[5].pinned = Some(Place {
        room: 0,
        start: 540,
    });
    problem.sessions[7].pinned = Some(Place {
        room: 0,
        start: 640,
    });
    let start = cpu_seconds();
    let finding = contradiction(&problem, 1, 100_000_000);
    let time = cpu_seconds() - start;
    match finding {
        Finding::Impossible(it) => {
            println!(
                "  a contradiction of {}, proved {}, {time:.2} s",
                it.demands.len(),
                it.proved
            );
            let sentences = it.sentences(&problem, wiec_timetable::congress::Language::English);
            sentences.iter().for_each(|it| println!("    {it}"));
        }
        other => println!(
            "  no contradiction was found: {}, {time:.2} s",
            matches!(other, Finding::Possible(_))
        ),
    }
}
