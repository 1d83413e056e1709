//! The exact part: chains of sessions that push one another out.
//!
//! Whoever must move goes to some place; whoever is in the way there must move in turn, and so
//! on. Every repaired schedule arises like that: what is in the way of a place that it uses has
//! moved in it. So trying all places, first without any further move, then with one, then with
//! two, finds the fewest moves; and going on through all chains of that length, the best cost.

use crate::congress::{Place, Problem, Schedule, State, Tables, run_at_most};
use crate::explain::{Demand, Ties};

pub(super) struct Chains<'a> {
    problem: &'a Problem,
    tables: &'a Tables<'a>,
    ties: Ties,
    before: &'a Schedule,
    now: Schedule,
    /// Sessions whose new place is decided; nobody pushes them out any more.
    decided: Vec<bool>,
    waiting: Vec<usize>,
    steps: u64,
    best: Option<(i64, Schedule)>,
    /// Whether places were left out that a longer look might have allowed.
    cut: bool,
}

/// A place for a waiting session, and who would have to go.
struct Choice {
    place: Place,
    pushes: usize,
}

impl<'a> Chains<'a> {
    pub(super) fn new(
        problem: &'a Problem,
        tables: &'a Tables<'a>,
        before: &'a Schedule,
        steps: u64,
    ) -> Self {
        let sessions: Vec<usize> = (0..problem.sessions.len()).collect();
        let ties = Ties::new(problem, &Demand::all(problem, &sessions), &sessions);
        let may_stay = |session: usize| {
            before[session].filter(|place| {
                tables.places[session]
                    .binary_search_by_key(place, |it| it.0)
                    .is_ok()
            })
        };
        let now: Schedule = sessions.iter().map(|&it| may_stay(it)).collect();
        let waiting = sessions
            .iter()
            .copied()
            .filter(|&it| now[it].is_none())
            .collect();
        Self {
            problem,
            tables,
            ties,
            before,
            decided: vec![false; now.len()],
            now,
            waiting,
            steps,
            best: None,
            cut: problem.most_parallel.is_some(),
        }
    }

    /// A schedule with the fewest moves, and whether all of that length were compared. `None` if
    /// there is none or the steps were used up before one was found.
    pub(super) fn shortest(&mut self) -> Option<(Schedule, bool)> {
        if self.tables.places.iter().any(Vec::is_empty) {
            return None;
        }
        let everybody = self.now.len();
        for moves in 0..=everybody {
            self.settle_quarrels(moves);
            if let Some((_, schedule)) = self.best.take() {
                return Some((schedule, self.complete() && self.steps > 0));
            }
            if self.steps == 0 {
                return None;
            }
        }
        None
    }

    /// Whether nothing was left out, so that fewer moves are proved not to suffice.
    pub(super) fn complete(&self) -> bool {
        !self.cut
    }

    /// Of two that stayed and do not agree any more, one must go.
    fn settle_quarrels(&mut self, moves: usize) {
        let Some((one, other)) = self.quarrel() else {
            self.place_waiting(moves);
            return;
        };
        if moves == 0 {
            return;
        }
        for session in [one, other] {
            if self.may_go(session) {
                let place = self.now[session].take();
                self.waiting.push(session);
                self.settle_quarrels(moves - 1);
                self.waiting.pop();
                self.now[session] = place;
            }
        }
    }

    fn may_go(&self, session: usize) -> bool {
        !self.decided[session] && self.tables.places[session].len() > 1
    }

    fn quarrel(&mut self) -> Option<(usize, usize)> {
        let placed: Vec<(usize, Place)> = self
            .now
            .iter()
            .enumerate()
            .filter_map(|(it, place)| Some((it, (*place)?)))
            .collect();
        self.steps = self
            .steps
            .saturating_sub((placed.len() * placed.len() / 8) as u64);
        for (index, &one) in placed.iter().enumerate() {
            for &other in &placed[index + 1..] {
                if !self.ties.agree(self.problem, one, other) {
                    return Some((one.0, other.0));
                }
            }
        }
        None
    }

    /// Finds places for those who wait, with at most so many further moves.
    fn place_waiting(&mut self, moves: usize) {
        if self.steps == 0 {
            return;
        }
        if self.waiting.is_empty() {
            self.compare();
            return;
        }
        // Whoever must push out most comes first, then whoever has the fewest places.
        let mut hardest: Option<(usize, usize, usize, Vec<Choice>)> = None;
        for index in 0..self.waiting.len() {
            let options = self.options(self.waiting[index], moves);
            let Some(least) = options.iter().map(|it| it.pushes).min() else {
                return;
            };
            let harder = match &hardest {
                Some((most, few, ..)) => {
                    (least, std::cmp::Reverse(options.len())) > (*most, std::cmp::Reverse(*few))
                }
                None => true,
            };
            if harder {
                hardest = Some((least, options.len(), index, options));
            }
        }
        let (.., index, mut options) = hardest.expect("somebody waits");
        options.sort_by_key(|it| it.pushes);
        let session = self.waiting.swap_remove(index);
        for option in options {
            self.choose(session, &option, moves);
        }
        self.waiting.push(session);
        let last = self.waiting.len() - 1;
        self.waiting.swap(index, last);
    }

    fn choose(&mut self, session: usize, option: &Choice, moves: usize) {
        let pushed = self.in_the_way(session, option.place);
        let places: Vec<Option<Place>> = pushed.iter().map(|&it| self.now[it].take()).collect();
        self.now[session] = Some(option.place);
        self.decided[session] = true;
        if self.parallel_allows(session, option.place) {
            let length = self.waiting.len();
            self.waiting.extend(&pushed);
            self.place_waiting(moves - pushed.len());
            self.waiting.truncate(length);
        }
        self.decided[session] = false;
        self.now[session] = None;
        for (it, place) in pushed.into_iter().zip(places) {
            self.now[it] = place;
        }
    }

    /// Places of a session that push out no more than so many, and nobody who stays.
    fn options(&mut self, session: usize, moves: usize) -> Vec<Choice> {
        const NEVER: usize = usize::MAX / 2;
        let places = &self.tables.places[session];
        let mut pushes = vec![0_usize; places.len()];
        for other in 0..self.now.len() {
            let Some(theirs) = self.now[other] else {
                continue;
            };
            let range = match self.ties.tied(session, other) {
                true => 0..places.len(),
                false => {
                    let first = places.partition_point(|it| it.0.room < theirs.room);
                    let count = places[first..].partition_point(|it| it.0.room == theirs.room);
                    first..first + count
                }
            };
            self.steps = self.steps.saturating_sub(1 + range.len() as u64 / 4);
            let price = if self.may_go(other) { 1 } else { NEVER };
            for at in range {
                if !self
                    .ties
                    .agree(self.problem, (session, places[at].0), (other, theirs))
                {
                    pushes[at] = pushes[at].saturating_add(price);
                }
            }
        }
        let all = places.iter().zip(pushes).map(|(it, pushes)| Choice {
            place: it.0,
            pushes,
        });
        // Back to where it was pushed out from would be no move: that case was tried with fewer.
        all.filter(|it| it.pushes <= moves && Some(it.place) != self.before[session])
            .collect()
    }

    fn in_the_way(&self, session: usize, place: Place) -> Vec<usize> {
        let meets = |&other: &usize| match self.now[other] {
            Some(theirs) => !self
                .ties
                .agree(self.problem, (session, place), (other, theirs)),
            None => false,
        };
        (0..self.now.len()).filter(meets).collect()
    }

    /// Whether no more run at once than may, at the starts that a session covers and at its own.
    /// Somebody else's moving might make room: that is not tried, and so nothing is proved then.
    fn parallel_allows(&self, session: usize, place: Place) -> bool {
        let most = self.ties.most_parallel;
        if most == usize::MAX {
            return true;
        }
        let span = place.span(self.problem, session);
        let placed = self.now.iter().enumerate();
        let spans: Vec<_> = placed
            .filter_map(|(it, at)| Some((*at)?.span(self.problem, it)))
            .collect();
        run_at_most(most, span, &spans)
    }

    /// Everybody has a place: is it the cheapest such schedule so far?
    fn compare(&mut self) {
        let mut state = State::new(self.tables);
        self.steps = self.steps.saturating_sub(20 * self.now.len() as u64);
        for (session, place) in self.now.iter().enumerate() {
            let own = place.and_then(|place| Some((place, state.own_cost(session, place)?)));
            state.place(session, own);
        }
        if self
            .best
            .as_ref()
            .is_none_or(|(cost, _)| state.cost < *cost)
        {
            self.best = Some((state.cost, self.now.clone()));
        }
    }
}
