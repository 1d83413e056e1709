//! How long to search, and what is heard meanwhile.

/// How long to search.
pub enum Budget<'a> {
    /// So many evaluated moves: the same seed gives the same schedule, on every machine.
    Moves(u64),
    /// Until this says that the share of time spent is 1 or more. The closure reads the clock,
    /// which this crate may not; it is asked every few hundred moves. To stop early, return 1.
    Clock(&'a mut dyn FnMut() -> f64),
}

/// What the search tells while it runs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct News<'a, C> {
    /// Moves evaluated so far.
    pub moves: u64,
    /// Share of the budget spent, from 0 to 1.
    pub spent: f64,
    /// What the best schedule so far costs, by rule.
    pub costs: &'a C,
}

/// Counts moves and knows how much of the budget is spent.
pub(crate) struct Meter<'a, 'b> {
    budget: &'b mut Budget<'a>,
    attempts: u64,
    moves: u64,
    spent: f64,
}

/// Moves between two looks at the clock: about a tenth of a millisecond.
const BETWEEN_LOOKS: u64 = 256;

impl<'a, 'b> Meter<'a, 'b> {
    pub(crate) fn new(budget: &'b mut Budget<'a>) -> Self {
        let mut meter = Self {
            budget,
            attempts: 0,
            moves: 0,
            spent: 0.0,
        };
        meter.look();
        meter
    }

    /// Counts an attempt at a move, evaluated or impossible; true when it was time to look at the
    /// clock. Impossible ones use up a budget of moves too, or a full schedule would never end.
    #[inline]
    pub(crate) fn tick(&mut self, evaluated: bool) -> bool {
        self.attempts += 1;
        self.moves += u64::from(evaluated);
        let looked = self.attempts.is_multiple_of(BETWEEN_LOOKS);
        if looked {
            self.look();
        }
        looked
    }

    fn look(&mut self) {
        self.spent = match self.budget {
            Budget::Moves(0) => 1.0,
            Budget::Moves(all) => self.attempts as f64 / *all as f64,
            Budget::Clock(clock) => clock(),
        };
    }

    /// Moves that were evaluated.
    pub(crate) fn moves(&self) -> u64 {
        self.moves
    }

    /// From 0; 1 or more means that the search is over.
    pub(crate) fn spent(&self) -> f64 {
        self.spent
    }
}
