//! The problem as the search reads it: weights multiplied in, everything by index.

use crate::cosp::problem::{Problem, Triple};

/// Someone is in both submissions.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Neighbour {
    pub(crate) submission: u16,
    /// Cost of the same session in different rooms.
    pub(crate) session: i64,
    /// Cost of each shared slot.
    pub(crate) slot: i64,
}

/// Cells are numbered session by session: `cell = session · rooms + room`, so that their order is
/// that in which the submissions of a track are counted.
pub(crate) struct Tables {
    pub(crate) sessions: usize,
    pub(crate) rooms: usize,
    pub(crate) cells: usize,
    pub(crate) tracks: usize,
    pub(crate) submissions: usize,
    /// Slots of the longest session.
    pub(crate) longest: usize,
    pub(crate) session_of: Vec<u16>,
    pub(crate) room_of: Vec<u16>,
    /// Slots of each cell.
    pub(crate) capacity: Vec<u16>,
    pub(crate) track_of: Vec<u16>,
    /// Slots of each submission.
    pub(crate) slots: Vec<u16>,
    pub(crate) order_of: Vec<u16>,
    /// Track × cell.
    cell_cost: Vec<i64>,
    /// Submission × session.
    session_cost: Vec<i64>,
    /// Submission × room.
    room_cost: Vec<i64>,
    /// Track × track, for two cells of one session.
    pair_cost: Vec<i64>,
    /// Whether a track has any cost with another.
    pub(crate) paired: Vec<bool>,
    neighbours: Vec<Neighbour>,
    first_neighbour: Vec<u32>,
    /// Whether the order of a track's submissions counts.
    pub(crate) ordered: Vec<bool>,
    /// Whether single slots count, so that the arrangement within cells belongs to the search.
    pub(crate) by_slot: bool,
    pub(crate) another_room: i64,
    pub(crate) parallel: i64,
    pub(crate) broken_run: i64,
    pub(crate) misplaced: i64,
}

impl Tables {
    pub(crate) fn new(problem: &Problem) -> Self {
        let weights = &problem.weights;
        let (sessions, rooms) = (problem.sessions.len(), problem.rooms.len());
        let (tracks, cells) = (problem.tracks.len(), sessions * rooms);
        let submissions = problem.submissions.len();
        let track_of: Vec<u16> = problem
            .submissions
            .iter()
            .map(|one| one.track as u16)
            .collect();
        let order_of: Vec<u16> = problem
            .submissions
            .iter()
            .map(|one| one.order as u16)
            .collect();
        let mut ordered = vec![false; tracks];
        for (track, order) in track_of.iter().zip(&order_of) {
            ordered[*track as usize] |= *order > 0 && weights.submission_order != 0;
        }
        let pair_cost = pair_cost(problem);
        let row_counts = |row: &[i64]| row.iter().any(|&cost| cost != 0);
        let (neighbours, first_neighbour) = neighbours(problem);
        let penalties = &problem.penalties;
        let mut session_cost = vec![0; submissions * sessions];
        let mut room_cost = vec![0; submissions * rooms];
        let slots = |index: usize| problem.submissions[index].slots as i64;
        add(
            &mut session_cost,
            sessions,
            &penalties.submission_session,
            |one| weights.submission_session * slots(one),
        );
        add(
            &mut session_cost,
            sessions,
            &penalties.submission_timezone,
            |one| weights.submission_timezone * slots(one),
        );
        add(&mut room_cost, rooms, &penalties.submission_room, |one| {
            weights.submission_room * slots(one)
        });
        Self {
            sessions,
            rooms,
            cells,
            tracks,
            submissions,
            longest: problem
                .sessions
                .iter()
                .map(|one| one.slots)
                .max()
                .unwrap_or(0),
            session_of: (0..cells).map(|cell| (cell / rooms) as u16).collect(),
            room_of: (0..cells).map(|cell| (cell % rooms) as u16).collect(),
            capacity: (0..cells)
                .map(|cell| problem.sessions[cell / rooms].slots as u16)
                .collect(),
            track_of,
            slots: problem
                .submissions
                .iter()
                .map(|one| one.slots as u16)
                .collect(),
            order_of,
            cell_cost: cell_cost(problem),
            session_cost,
            room_cost,
            paired: pair_cost.chunks(tracks.max(1)).map(row_counts).collect(),
            pair_cost,
            by_slot: neighbours.iter().any(|one| one.slot != 0),
            neighbours,
            first_neighbour,
            ordered,
            another_room: weights.rooms_per_track,
            parallel: weights.parallel_tracks,
            broken_run: weights.consecutive_tracks,
            misplaced: weights.submission_order,
        }
    }

    #[inline]
    pub(crate) fn cell_cost(&self, track: usize, cell: usize) -> i64 {
        self.cell_cost[track * self.cells + cell]
    }

    #[inline]
    pub(crate) fn place_cost(&self, submission: usize, cell: usize) -> i64 {
        self.session_cost[submission * self.sessions + self.session_of[cell] as usize]
            + self.room_cost[submission * self.rooms + self.room_of[cell] as usize]
    }

    #[inline]
    pub(crate) fn pair_cost(&self, track: usize, other: usize) -> i64 {
        self.pair_cost[track * self.tracks + other]
    }

    #[inline]
    pub(crate) fn neighbours(&self, submission: usize) -> &[Neighbour] {
        let first = self.first_neighbour[submission] as usize;
        &self.neighbours[first..self.first_neighbour[submission + 1] as usize]
    }
}

fn add(table: &mut [i64], width: usize, triples: &[Triple], weight: impl Fn(usize) -> i64) {
    for &(row, column, penalty) in triples {
        table[row * width + column] += weight(row) * penalty;
    }
}

fn cell_cost(problem: &Problem) -> Vec<i64> {
    let (sessions, rooms) = (problem.sessions.len(), problem.rooms.len());
    let (weights, penalties) = (&problem.weights, &problem.penalties);
    let mut by_session = vec![0; problem.tracks.len() * sessions];
    let mut by_room = vec![0; problem.tracks.len() * rooms];
    let mut by_cell = vec![0; sessions * rooms];
    add(&mut by_session, sessions, &penalties.track_session, |_| {
        weights.track_session
    });
    add(&mut by_room, rooms, &penalties.track_room, |_| {
        weights.track_room
    });
    add(&mut by_cell, rooms, &penalties.session_room, |_| {
        weights.session_room
    });
    let mut table = Vec::with_capacity(problem.tracks.len() * by_cell.len());
    for track in 0..problem.tracks.len() {
        for (cell, cost) in by_cell.iter().enumerate() {
            let (session, room) = (cell / rooms, cell % rooms);
            table.push(
                cost + by_session[track * sessions + session] + by_room[track * rooms + room],
            );
        }
    }
    table
}

fn pair_cost(problem: &Problem) -> Vec<i64> {
    let tracks = problem.tracks.len();
    let mut table = vec![0; tracks * tracks];
    let mut both = |a: usize, b: usize, cost: i64| {
        table[a * tracks + b] += cost;
        table[b * tracks + a] += cost;
    };
    // Similarity of a track with itself counts for nothing, and of two only the triangle above.
    let similar = problem
        .penalties
        .track_track
        .iter()
        .filter(|(a, b, _)| a < b);
    similar.for_each(|&(a, b, penalty)| both(a, b, problem.weights.similar_tracks * penalty));
    let chairs = problem.conflicts.chair.iter();
    chairs.for_each(|&(a, b)| both(a, b, problem.weights.chair_conflict));
    table
}

fn neighbours(problem: &Problem) -> (Vec<Neighbour>, Vec<u32>) {
    let weights = &problem.weights;
    let mut lists: Vec<Vec<Neighbour>> = vec![Vec::new(); problem.submissions.len()];
    let mut both = |a: usize, b: usize, session: i64, slot: i64| {
        for (one, other) in [(a, b), (b, a)] {
            let known = lists[one]
                .iter_mut()
                .find(|it| it.submission as usize == other);
            match known {
                Some(it) => (it.session, it.slot) = (it.session + session, it.slot + slot),
                None => lists[one].push(Neighbour {
                    submission: other as u16,
                    session,
                    slot,
                }),
            }
        }
    };
    for &(a, b) in &problem.conflicts.presenter {
        both(
            a,
            b,
            weights.presenter_conflict_session,
            weights.presenter_conflict_slot,
        );
    }
    for &(a, b) in &problem.conflicts.attendee {
        both(
            a,
            b,
            weights.attendee_conflict_session,
            weights.attendee_conflict_slot,
        );
    }
    let mut first = vec![0];
    let mut all = Vec::new();
    for list in lists {
        all.extend(
            list.into_iter()
                .filter(|it| it.session != 0 || it.slot != 0),
        );
        first.push(all.len() as u32);
    }
    (all, first)
}
