//! A schedule of a congress with its cost, kept up to date by what each change touches.

use crate::congress::frame::{Frame, weigh};
use crate::congress::problem::{Problem, Span};
use crate::congress::rules::HARD;
use crate::congress::schedule::{Place, Schedule};
use crate::congress::tables::Tables;
use crate::congress::tracks::{gaps, rooms};

/// The time of a session without a place: it meets none.
const ABSENT: Span = Span {
    from: u32::MAX,
    to: 0,
};

pub(crate) struct State<'t, 'p> {
    pub(crate) tables: &'t Tables<'p>,
    pub(crate) cost: i64,
    pub(crate) places: Schedule,
    /// When each session is.
    spans: Vec<Span>,
    /// What each session costs by itself at its place.
    own: Vec<i64>,
    /// Sessions in each room.
    in_room: Vec<Vec<u32>>,
    track_cost: Vec<i64>,
    /// Sessions that were moved, and from where, with what they cost there.
    journal: Vec<(usize, Option<(Place, i64)>)>,
    scratch: Vec<(Span, usize)>,
}

impl<'t, 'p> State<'t, 'p> {
    /// Nothing has a place.
    pub(crate) fn new(tables: &'t Tables<'p>) -> Self {
        let sessions = tables.places.len();
        Self {
            tables,
            cost: sessions as i64 * HARD,
            places: vec![None; sessions],
            spans: vec![ABSENT; sessions],
            own: vec![0; sessions],
            in_room: vec![Vec::new(); tables.problem.rooms.len()],
            track_cost: vec![0; tables.track_sessions.len()],
            journal: Vec::new(),
            scratch: Vec::new(),
        }
    }

    pub(crate) fn span(&self, session: usize, place: Place) -> Span {
        Span {
            from: place.start,
            to: place.start + self.tables.minutes[session],
        }
    }

    /// Puts a session somewhere, or takes it away; the journal remembers where it was.
    pub(crate) fn place(&mut self, session: usize, to: Option<(Place, i64)>) {
        let from = self.places[session].map(|place| (place, self.own[session]));
        self.journal.push((session, from));
        self.change(session, to);
    }

    /// Puts everybody where a schedule has them, also where they may not be.
    pub(crate) fn take_up(&mut self, problem: &Problem, schedule: &Schedule) {
        let frame = Frame::new(problem);
        for (session, place) in schedule.iter().enumerate() {
            if let Some(place) = *place {
                let own = weigh(problem, &frame, session, place);
                self.place(session, Some((place, own)));
            }
        }
        self.forget_journal();
    }

    pub(crate) fn rewind(&mut self) {
        while let Some((session, from)) = self.journal.pop() {
            self.change(session, from);
        }
    }

    pub(crate) fn forget_journal(&mut self) {
        self.journal.clear();
    }

    fn change(&mut self, session: usize, to: Option<(Place, i64)>) {
        if let Some(place) = self.places[session] {
            self.cost -= self.own[session] + self.with_others(session, place) - HARD;
            self.places[session] = None;
            self.spans[session] = ABSENT;
            self.in_room[place.room].retain(|&it| it as usize != session);
        }
        if let Some((place, own)) = to {
            self.cost += own + self.with_others(session, place) - HARD;
            self.own[session] = own;
            self.places[session] = Some(place);
            self.spans[session] = self.span(session, place);
            self.in_room[place.room].push(session as u32);
        }
        self.count_track(session);
    }

    /// What a session costs at a place together with the others where they are.
    pub(crate) fn with_others(&self, session: usize, place: Place) -> i64 {
        let span = self.span(session, place);
        let mut cost = 0;
        for one in &self.tables.at_once[session] {
            if span.meets(self.spans[one.other as usize]) {
                cost += one.cost;
            }
        }
        for one in &self.tables.in_order[session] {
            let theirs = self.spans[one.other as usize];
            if theirs == ABSENT {
                continue;
            }
            if span.to + one.gap > theirs.from {
                cost += one.before;
            }
            if theirs.to + one.gap > span.from {
                cost += one.after;
            }
        }
        cost += self.tables.room_once * self.clashes_in_room(session, place, span);
        match self.tables.most_parallel {
            Some(most) => cost + self.tables.parallel * self.beyond(session, span, most),
            None => cost,
        }
    }

    fn clashes_in_room(&self, session: usize, place: Place, span: Span) -> i64 {
        let turnover = self.tables.problem.turnover_minutes;
        let mut clashes = 0;
        for &other in &self.in_room[place.room] {
            let other = other as usize;
            let Some(theirs) = self.places[other] else {
                continue;
            };
            let theirs = self.span(other, theirs);
            let meets = span.from < theirs.to + turnover && theirs.from < span.to + turnover;
            clashes += i64::from(other != session && meets);
        }
        clashes
    }

    /// Sessions beyond those that may run at once, at each start, that a session adds.
    fn beyond(&self, session: usize, span: Span, most: usize) -> i64 {
        let mut running = 1;
        let mut added = 0;
        for other in 0..self.places.len() {
            let Some(theirs) = self.places[other].filter(|_| other != session) else {
                continue;
            };
            let theirs = self.span(other, theirs);
            running += usize::from(theirs.from <= span.from && span.from < theirs.to);
            if span.from <= theirs.from && theirs.from < span.to {
                added += i64::from(self.running_at(theirs.from, session) >= most);
            }
        }
        added + running.saturating_sub(most) as i64
    }

    fn running_at(&self, minute: u32, but: usize) -> usize {
        let runs = |&session: &usize| match self.places[session] {
            Some(place) => {
                let span = self.span(session, place);
                session != but && span.from <= minute && minute < span.to
            }
            None => false,
        };
        (0..self.places.len()).filter(runs).count()
    }

    fn count_track(&mut self, session: usize) {
        let tables = self.tables;
        let Some(track) = tables.problem.sessions[session].track else {
            return;
        };
        if tables.track_rooms == 0 && tables.track_gaps == 0 {
            return;
        }
        let mut placed = std::mem::take(&mut self.scratch);
        placed.clear();
        for &it in &tables.track_sessions[track] {
            if let Some(place) = self.places[it] {
                placed.push((self.span(it, place), place.room));
            }
        }
        placed.sort_unstable();
        let cost =
            tables.track_rooms * rooms(&placed) + tables.track_gaps * gaps(tables.problem, &placed);
        self.scratch = placed;
        self.cost += cost - self.track_cost[track];
        self.track_cost[track] = cost;
    }

    /// What a place costs a session by itself, if it may be there.
    pub(crate) fn own_cost(&self, session: usize, place: Place) -> Option<i64> {
        let places = &self.tables.places[session];
        let at = places.binary_search_by_key(&place, |&(it, _)| it).ok()?;
        Some(places[at].1)
    }

    /// Sessions in the room at that time, with the time to change over.
    pub(crate) fn in_the_way(&self, session: usize, place: Place) -> Vec<usize> {
        let span = self.span(session, place);
        let turnover = self.tables.problem.turnover_minutes;
        let meets = |other: &usize| match self.places[*other] {
            Some(theirs) => {
                let theirs = self.span(*other, theirs);
                *other != session
                    && span.from < theirs.to + turnover
                    && theirs.from < span.to + turnover
            }
            None => false,
        };
        let room = self.in_room[place.room].iter().map(|&it| it as usize);
        room.filter(meets).collect()
    }
}
