//! The search that all problems share: simulated annealing that finds its own temperatures.
//!
//! A move that makes things worse by `d` is accepted with probability `exp(−d/T)`. Costs here
//! span six orders of magnitude (a person at two places, a room too far), so no formula for
//! cooling fits: between two scales nothing happens, and within one a lot does. A short pilot
//! cools through all temperatures and measures how much the cost fluctuates at each. Afterwards
//! each temperature gets time in proportion to fluctuation over temperature, which is cooling
//! at constant thermodynamic speed (Salamon, Nulton, Harland, Pedersen, Ruppeiner and Liao 1988).

use crate::budget::Meter;
use crate::chance::Chance;

/// A problem as the search sees it: a schedule that can be changed, with its cost.
pub(crate) trait Landscape {
    /// A schedule, put away.
    type Memory: Clone;

    /// What the schedule costs.
    fn cost(&self) -> i64;

    /// Makes a move drawn by lot and says by how much the cost changed. `None` if the move that
    /// was drawn is impossible; then nothing was changed. A move that is dearer than `limit` will
    /// be taken back: it may be given up half-way, with any answer beyond the limit.
    fn propose(&mut self, chance: &mut Chance, limit: i64) -> Option<i64>;

    /// Keeps the move that was proposed.
    fn accept(&mut self);

    /// Takes the move back that was proposed.
    fn undo(&mut self);

    /// Puts the schedule away.
    fn remember(&self, into: &mut Self::Memory);

    /// Takes up a schedule that was put away.
    fn recall(&mut self, memory: &Self::Memory);

    /// Starts from another schedule, drawn by lot.
    fn restart(&mut self, chance: &mut Chance);

    /// How many things are to be placed: decides how long an annealing is worth its time.
    fn size(&self) -> usize;
}

/// The best schedule so far.
pub(crate) struct Best<M> {
    pub(crate) cost: i64,
    pub(crate) memory: M,
}

/// Temperatures from hot to cold, and where each ends on a scale of 0 to 1.
struct Cooling {
    levels: Vec<f64>,
    ends: Vec<f64>,
}

/// Temperatures of the pilot, hot to cold.
const LEVELS: usize = 48;
/// The pilot's share of the budget.
const PILOT: f64 = 0.06;
/// Moves of one annealing for each thing to be placed; more time means more annealings.
const MOVES_EACH: f64 = 24_000.0;
/// Random moves that are looked at to find the hottest temperature.
const PROBES: usize = 2_000;

/// Share of the budget between two news: whoever listens counts costs from scratch.
const BETWEEN_NEWS: f64 = 0.005;

/// Where a search begins.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Start {
    /// Hot enough for every move; now and then from a new schedule.
    Anywhere,
    /// From the schedule that is there, and not far from it: never hotter than this.
    Here(f64),
}

/// Searches until the budget is spent or the cost is `enough`; `heard` is told of new bests.
pub(crate) fn anneal<L: Landscape>(
    land: &mut L,
    chance: &mut Chance,
    meter: &mut Meter<'_, '_>,
    best: &mut Best<L::Memory>,
    (start, enough): (Start, i64),
    heard: &mut dyn FnMut(&Meter<'_, '_>, &L::Memory),
) {
    let mut search = Search {
        land,
        chance,
        meter,
        best,
        start,
        enough,
        heard,
        untold: false,
        told: 0.0,
        dice: dice(),
    };
    let cooling = search.pilot();
    search.rounds(&cooling);
}

/// `−ln u` for `u` spread evenly over (0, 1): a table, because the logarithm would cost as much
/// as a move. With four thousand entries the rarest step is worth 9 temperatures.
fn dice() -> Vec<f64> {
    const SIDES: usize = 4096;
    (0..SIDES)
        .map(|side| -libm::log((side as f64 + 0.5) / SIDES as f64))
        .collect()
}

struct Search<'s, 'a, 'b, L: Landscape> {
    land: &'s mut L,
    chance: &'s mut Chance,
    meter: &'s mut Meter<'a, 'b>,
    best: &'s mut Best<L::Memory>,
    start: Start,
    enough: i64,
    heard: &'s mut dyn FnMut(&Meter<'_, '_>, &L::Memory),
    /// Whether a best schedule has not been told of yet.
    untold: bool,
    /// How much of the budget was spent when one was.
    told: f64,
    dice: Vec<f64>,
}

impl<L: Landscape> Search<'_, '_, '_, L> {
    fn over(&self) -> bool {
        self.meter.spent() >= 1.0 || self.best.cost <= self.enough
    }

    /// One move at a temperature; true if it was time to look at the clock.
    #[inline]
    fn step(&mut self, temperature: f64) -> bool {
        let side = self.chance.bits() as usize % self.dice.len();
        let limit = (temperature * self.dice[side]) as i64;
        let proposed = self.land.propose(self.chance, limit);
        match proposed {
            Some(delta) if delta <= limit => {
                self.land.accept();
                if delta < 0 && self.land.cost() < self.best.cost {
                    self.improved();
                }
            }
            Some(_) => self.land.undo(),
            None => {}
        }
        let looked = self.meter.tick(proposed.is_some());
        if looked {
            self.tell();
        }
        looked
    }

    fn improved(&mut self) {
        self.best.cost = self.land.cost();
        self.land.remember(&mut self.best.memory);
        self.untold = true;
    }

    /// Tells of a new best schedule, unless another was told of just now.
    fn tell(&mut self) {
        if self.untold && self.meter.spent() >= self.told + BETWEEN_NEWS {
            (self.heard)(self.meter, &self.best.memory);
            self.told = self.meter.spent();
            self.untold = false;
        }
    }

    /// Cools once through all temperatures and measures the fluctuation of the cost at each.
    fn pilot(&mut self) -> Cooling {
        let (hottest, coldest) = self.extremes();
        let ratio = libm::pow(coldest / hottest, 1.0 / (LEVELS - 1) as f64);
        let mut levels = Vec::with_capacity(LEVELS);
        let mut efforts = Vec::with_capacity(LEVELS);
        let mut temperature = hottest;
        let start = self.meter.spent();
        for level in 1..=LEVELS {
            let until = start + PILOT * level as f64 / LEVELS as f64;
            levels.push(temperature);
            efforts.push(self.fluctuation(temperature, until) / temperature);
            temperature *= ratio;
        }
        Cooling::new(levels, &efforts)
    }

    /// The hottest temperature worth trying, from the largest step of a few moves, and the
    /// coldest.
    fn extremes(&mut self) -> (f64, f64) {
        /// At this temperature a step of one is a rare accident.
        const COLDEST: f64 = 0.15;
        if let Start::Here(hottest) = self.start {
            return (hottest, COLDEST.min(hottest));
        }
        let mut largest = 1;
        for _ in 0..PROBES {
            if let Some(delta) = self.land.propose(self.chance, i64::MAX) {
                largest = largest.max(delta.abs());
                self.land.undo();
            }
            if self.meter.tick(true) && self.over() {
                break;
            }
        }
        (largest as f64, COLDEST)
    }

    /// The standard deviation of the cost at a temperature.
    fn fluctuation(&mut self, temperature: f64, until: f64) -> f64 {
        let (mut sum, mut squares, mut seen) = (0.0, 0.0, 0.0);
        let origin = self.land.cost();
        while self.meter.spent() < until && !self.over() {
            self.step(temperature);
            let cost = (self.land.cost() - origin) as f64;
            sum += cost;
            squares += cost * cost;
            seen += 1.0;
        }
        match seen > 0.0 {
            true => (squares / seen - sum / seen * (sum / seen)).max(0.0).sqrt(),
            false => 0.0,
        }
    }

    /// Annealings until the budget is spent: cold starts, each followed by reheatings of the best.
    fn rounds(&mut self, cooling: &Cooling) {
        let speed = self.meter.moves() as f64 / self.meter.spent().max(1e-9);
        let wanted = self.land.size() as f64 * MOVES_EACH / speed;
        let left = 1.0 - self.meter.spent();
        let count = libm::floor(left / wanted).max(1.0);
        let length = left / count;
        let mut round = 0_usize;
        while !self.over() {
            let until = match self.meter.spent() + 1.5 * length > 1.0 {
                true => 1.0,
                false => self.meter.spent() + length,
            };
            let from = match round % 4 {
                0 => 0.0,
                1 => 0.35,
                2 => 0.5,
                _ => 0.35,
            };
            if round > 0 {
                match (self.start, from == 0.0) {
                    (Start::Anywhere, true) => self.land.restart(self.chance),
                    _ => self.land.recall(&self.best.memory),
                }
            }
            self.cool(cooling, from, until);
            round += 1;
        }
    }

    /// Cools from a point of the scale to its end.
    fn cool(&mut self, cooling: &Cooling, from: f64, until: f64) {
        let start = self.meter.spent();
        let mut temperature = cooling.at(from);
        while !self.over() && self.meter.spent() < until {
            if self.step(temperature) {
                let done = (self.meter.spent() - start) / (until - start);
                temperature = cooling.at(from + (1.0 - from) * done);
            }
        }
    }
}

impl Cooling {
    /// Ends in proportion to efforts. Each level gets a little whatever was measured: the pilot
    /// is short, and may have been stuck where a longer search is not.
    fn new(levels: Vec<f64>, efforts: &[f64]) -> Self {
        let mean = efforts.iter().sum::<f64>() / efforts.len() as f64;
        let floor = 0.05 * mean + 1e-9;
        let all: f64 = efforts.iter().map(|effort| effort + floor).sum();
        let mut end = 0.0;
        let ends = efforts
            .iter()
            .map(|effort| {
                end += (effort + floor) / all;
                end
            })
            .collect();
        Self { levels, ends }
    }

    fn at(&self, point: f64) -> f64 {
        let level = self.ends.partition_point(|&end| end < point);
        self.levels[level.min(self.levels.len() - 1)]
    }
}
