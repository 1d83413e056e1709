//! The moves of a congress' schedule.

use crate::anneal::Landscape;
use crate::chance::Chance;
use crate::congress::schedule::{Place, Schedule};
use crate::congress::state::State;

impl Landscape for State<'_, '_> {
    type Memory = Schedule;

    fn cost(&self) -> i64 {
        self.cost
    }

    fn size(&self) -> usize {
        self.places.len()
    }

    fn propose(&mut self, chance: &mut Chance, _limit: i64) -> Option<i64> {
        let before = self.cost;
        let made = match chance.below(64) {
            0..=19 => self.anywhere(chance),
            20..=27 => self.same_time(chance),
            28..=33 => self.same_room(chance),
            34..=49 => self.exchange(chance),
            50..=59 => self.push_out(chance),
            60..=61 => self.track_to_room(chance),
            _ => self.behind(chance),
        };
        match made {
            Some(()) => Some(self.cost - before),
            None => {
                self.rewind();
                None
            }
        }
    }

    fn accept(&mut self) {
        self.forget_journal();
    }

    fn undo(&mut self) {
        self.rewind();
    }

    fn remember(&self, into: &mut Schedule) {
        into.clone_from(&self.places);
    }

    fn recall(&mut self, schedule: &Schedule) {
        *self = State::new(self.tables);
        for (session, place) in schedule.iter().enumerate() {
            if let Some(place) = place {
                let own = self.own_cost(session, *place);
                self.place(
                    session,
                    Some((*place, own.expect("it was a place of the session"))),
                );
            }
        }
        self.forget_journal();
    }

    /// Sessions with few places and long ones first, each where it costs least of some places.
    fn restart(&mut self, chance: &mut Chance) {
        const LOOKED_AT: usize = 200;
        *self = State::new(self.tables);
        let mut sessions: Vec<usize> = (0..self.places.len()).collect();
        chance.shuffle(&mut sessions);
        sessions.sort_by_key(|&it| {
            let few = self.tables.places[it].len();
            (few.min(40), std::cmp::Reverse(self.tables.minutes[it]), few)
        });
        for session in sessions {
            let places = &self.tables.places[session];
            let all = places.len() <= LOOKED_AT;
            let looked = (0..places.len().min(LOOKED_AT)).map(|at| match all {
                true => places[at],
                false => chance.pick(places),
            });
            let cost = |&(place, own): &(Place, i64)| own + self.with_others(session, place);
            if let Some(best) = looked.min_by_key(cost) {
                self.place(session, Some(best));
            }
        }
        self.forget_journal();
    }
}

impl State<'_, '_> {
    /// A session that has more than one place, and where it is.
    fn any(&self, chance: &mut Chance) -> Option<(usize, Place)> {
        let session = chance.below(self.places.len());
        let movable = self.tables.places[session].len() > 1;
        Some((session, self.places[session].filter(|_| movable)?))
    }

    /// Moves a session to a place if it may be there.
    fn try_place(&mut self, session: usize, place: Place) -> Option<()> {
        let own = self.own_cost(session, place)?;
        if self.places[session] == Some(place) {
            return None;
        }
        self.place(session, Some((place, own)));
        Some(())
    }

    fn anywhere(&mut self, chance: &mut Chance) -> Option<()> {
        let (session, at) = self.any(chance)?;
        let to = chance.pick(&self.tables.places[session]);
        if to.0 == at {
            return None;
        }
        self.place(session, Some(to));
        Some(())
    }

    fn same_time(&mut self, chance: &mut Chance) -> Option<()> {
        let (session, at) = self.any(chance)?;
        let room = chance.below(self.tables.problem.rooms.len());
        self.try_place(
            session,
            Place {
                room,
                start: at.start,
            },
        )
    }

    fn same_room(&mut self, chance: &mut Chance) -> Option<()> {
        let (session, at) = self.any(chance)?;
        let (other, _) = chance.pick(&self.tables.places[session]);
        self.try_place(
            session,
            Place {
                room: at.room,
                start: other.start,
            },
        )
    }

    /// Directly behind or before another session in its room: that is how rooms fill without gaps.
    fn behind(&mut self, chance: &mut Chance) -> Option<()> {
        let (session, _) = self.any(chance)?;
        let other = chance.below(self.places.len());
        let theirs = self.places[other].filter(|_| other != session)?;
        let turnover = self.tables.problem.turnover_minutes;
        let start = match chance.percent(50) {
            true => theirs.start + self.tables.minutes[other] + turnover,
            false => theirs
                .start
                .checked_sub(self.tables.minutes[session] + turnover)?,
        };
        self.try_place(
            session,
            Place {
                room: theirs.room,
                start,
            },
        )
    }

    /// Two sessions exchange their places.
    fn exchange(&mut self, chance: &mut Chance) -> Option<()> {
        let (one, a) = self.any(chance)?;
        let (other, b) = self.any(chance)?;
        self.try_place(one, b)?;
        self.try_place(other, a)
    }

    /// A session goes somewhere; whoever is in its way there goes to where it came from, or
    /// anywhere else.
    fn push_out(&mut self, chance: &mut Chance) -> Option<()> {
        let (session, from) = self.any(chance)?;
        let to = chance.pick(&self.tables.places[session]);
        if to.0 == from {
            return None;
        }
        self.place(session, Some(to));
        for other in self.in_the_way(session, to.0) {
            let home = match self.own_cost(other, from) {
                Some(own) if chance.percent(70) => (from, own),
                _ if self.tables.places[other].len() > 1 => chance.pick(&self.tables.places[other]),
                _ => return None,
            };
            self.place(other, Some(home));
        }
        Some(())
    }

    /// All sessions of a track go to one room, and whoever is there at that time to theirs.
    fn track_to_room(&mut self, chance: &mut Chance) -> Option<()> {
        let tables = self.tables;
        let session = chance.below(self.places.len());
        let track = tables.problem.sessions[session].track?;
        let room = chance.below(tables.problem.rooms.len());
        let mut moved = false;
        for &one in &tables.track_sessions[track] {
            let Some(at) = self.places[one].filter(|at| at.room != room) else {
                continue;
            };
            let to = Place {
                room,
                start: at.start,
            };
            let others = self.in_the_way(one, to);
            self.try_place(one, to)?;
            moved = true;
            for other in others {
                let theirs = self.places[other]?;
                self.try_place(
                    other,
                    Place {
                        room: at.room,
                        start: theirs.start,
                    },
                )?;
            }
        }
        moved.then_some(())
    }
}
