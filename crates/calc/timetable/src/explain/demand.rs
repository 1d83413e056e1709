//! Demands: what single rules ask of single sessions, rooms and people. A contradiction is a set
//! of them, because "the rules of rooms and people contradict one another" helps nobody.

use serde::Serialize;

use crate::congress::{Frame, Place, Problem, Rule, Strength};

/// One thing that must hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Demand {
    /// The session is where it is pinned.
    Pinned(usize),
    /// The session is within its own times.
    Window(usize),
    /// Nothing is in the break.
    Break(usize),
    /// Nothing is in the room while it is closed.
    RoomOpen(usize),
    /// The session's room has this one of its needs.
    Need(usize, usize),
    /// The session is in one of its rooms.
    OneOfRooms(usize),
    /// The session's room has seats for all.
    Seats(usize),
    /// The room holds one session at a time.
    RoomOnce(usize),
    /// The person is in one session at a time.
    PersonOnce(usize),
    /// The person has sessions only while they are there.
    PersonAvailable(usize),
    /// The pair of this number is apart.
    Apart(usize),
    /// The order of this number is kept.
    Order(usize),
    /// No more run at once than may.
    MostParallel,
    /// The track's sessions are one after another.
    TrackParallel(usize),
    /// The track is in one room.
    TrackRooms(usize),
}

impl Demand {
    /// The rule that it is a case of.
    pub fn rule(self) -> Rule {
        match self {
            Demand::Pinned(_) => Rule::Pinned,
            Demand::Window(_) | Demand::Break(_) => Rule::Hours,
            Demand::RoomOpen(_) => Rule::RoomOpen,
            Demand::Need(..) | Demand::OneOfRooms(_) => Rule::RoomSuits,
            Demand::Seats(_) => Rule::RoomSeats,
            Demand::RoomOnce(_) => Rule::RoomOnce,
            Demand::PersonOnce(_) => Rule::PersonOnce,
            Demand::PersonAvailable(_) => Rule::PersonAvailable,
            Demand::Apart(_) => Rule::Apart,
            Demand::Order(_) => Rule::Order,
            Demand::MostParallel => Rule::MostParallel,
            Demand::TrackParallel(_) => Rule::TrackParallel,
            Demand::TrackRooms(_) => Rule::TrackRooms,
        }
    }

    /// Every demand of the hard rules that can matter to these sessions.
    pub(crate) fn all(problem: &Problem, sessions: &[usize]) -> Vec<Demand> {
        let mut all = Vec::new();
        for &session in sessions {
            let it = &problem.sessions[session];
            all.extend(it.pinned.map(|_| Demand::Pinned(session)));
            all.extend((!it.windows.is_empty()).then_some(Demand::Window(session)));
            all.extend((0..it.needs.len()).map(|need| Demand::Need(session, need)));
            all.extend((!it.rooms.is_empty()).then_some(Demand::OneOfRooms(session)));
            all.extend((it.audience > 0).then_some(Demand::Seats(session)));
            all.extend(it.people.iter().map(|&it| Demand::PersonOnce(it)));
            all.extend(it.people.iter().map(|&it| Demand::PersonAvailable(it)));
            all.extend(it.track.map(Demand::TrackParallel));
            all.extend(it.track.map(Demand::TrackRooms));
        }
        all.extend((0..problem.breaks.len()).map(Demand::Break));
        let closed = |&room: &usize| !problem.rooms[room].open.is_empty();
        all.extend(
            (0..problem.rooms.len())
                .filter(closed)
                .map(Demand::RoomOpen),
        );
        all.extend((0..problem.rooms.len()).map(Demand::RoomOnce));
        let both = |one: usize, other: usize| sessions.contains(&one) && sessions.contains(&other);
        let apart = (0..problem.apart.len()).filter(|&at| {
            let (one, other) = problem.apart[at];
            both(one, other)
        });
        all.extend(apart.map(Demand::Apart));
        let order = (0..problem.order.len())
            .filter(|&at| both(problem.order[at].before, problem.order[at].after));
        all.extend(order.map(Demand::Order));
        all.extend(problem.most_parallel.map(|_| Demand::MostParallel));
        all.retain(|it| problem.rules.strength(it.rule()) == Strength::Hard);
        all.sort_unstable();
        all.dedup();
        all
    }

    /// Whether a session at a place meets this demand by itself. Demands on several sessions
    /// together are met by each of them.
    fn met_alone(self, problem: &Problem, session: usize, place: Place) -> bool {
        let it = &problem.sessions[session];
        let span = place.span(problem, session);
        let within = crate::congress::within;
        match self {
            Demand::Pinned(one) => one != session || it.pinned == Some(place),
            Demand::Window(one) => one != session || within(&it.windows, span),
            Demand::Break(at) => !problem.breaks[at].span.meets(span),
            Demand::RoomOpen(room) => room != place.room || within(&problem.rooms[room].open, span),
            Demand::Need(one, need) => {
                let features = &problem.rooms[place.room].features;
                one != session || features.contains(&it.needs[need])
            }
            Demand::OneOfRooms(one) => one != session || it.rooms.contains(&place.room),
            Demand::Seats(one) => {
                one != session || it.audience <= problem.rooms[place.room].capacity
            }
            Demand::PersonAvailable(person) => {
                !it.people.contains(&person) || within(&problem.people[person].available, span)
            }
            _ => true,
        }
    }

    /// Places at which a session meets all of these by itself: by room, then by time. What stays
    /// without any demand is the frame: rooms, days, and the minutes at which sessions may start.
    pub(crate) fn places(
        problem: &Problem,
        frame: &Frame,
        demands: &[Demand],
        session: usize,
    ) -> Vec<Place> {
        let hours = problem.rules.strength(Rule::Hours) == Strength::Hard;
        let in_day = |place: Place| {
            let span = place.span(problem, session);
            !hours || problem.days.iter().any(|day| day.span.holds(span))
        };
        let concerns = |it: &&Demand| it.may_concern(problem, session);
        let demands: Vec<Demand> = demands.iter().filter(concerns).copied().collect();
        let meets = |&place: &Place| {
            in_day(place)
                && demands
                    .iter()
                    .all(|it| it.met_alone(problem, session, place))
        };
        let mut places: Vec<Place> = frame.places(problem).filter(meets).collect();
        if let Some(pin) = problem.sessions[session].pinned.filter(meets) {
            // A pin may be at a minute at which nothing else starts.
            if let Err(at) = places.binary_search(&pin) {
                places.insert(at, pin);
            }
        }
        places
    }

    fn may_concern(self, problem: &Problem, session: usize) -> bool {
        match self {
            Demand::Pinned(one)
            | Demand::Window(one)
            | Demand::Need(one, _)
            | Demand::OneOfRooms(one)
            | Demand::Seats(one) => one == session,
            Demand::Break(_) | Demand::RoomOpen(_) => true,
            Demand::PersonAvailable(person) => problem.sessions[session].people.contains(&person),
            _ => false,
        }
    }
}
