//! The reviewers that one submission could have together, at given prices.

/// A reviewer that a submission may have.
#[derive(Clone, Copy)]
pub(crate) struct Offer {
    pub(crate) reviewer: usize,
    pub(crate) score: i64,
    /// What is lost by having them, compared with others at the prices; may be negative.
    pub(crate) loss: i128,
}

/// The combinations of so many reviewers whose scores reach `left` and that lose at most `limit`
/// more than the cheapest do whose scores need not reach it; what they have beyond is lost too,
/// `weight` for each.
pub(crate) struct Combinations<'a> {
    offers: &'a [Offer],
    number: usize,
    weight: i128,
    limit: i128,
    only_best: bool,
    /// How many more steps the search may take.
    effort: u32,
    taken: Vec<usize>,
    count: u32,
    uses: Vec<u32>,
    best: Option<(i128, Vec<usize>)>,
}

/// Steps beyond which combinations are too many to be of use.
const EFFORT: u32 = 20_000;

/// Which offers all combinations have in common.
pub(crate) enum Common {
    /// For each offer, in how many of so many combinations it is.
    Uses(Vec<u32>, u32),
    TooMany,
}

impl<'a> Combinations<'a> {
    /// Offers by loss, lowest first.
    pub(crate) fn new(offers: &'a [Offer], number: usize, weight: i128, limit: i128) -> Self {
        Self {
            offers,
            number,
            weight,
            limit,
            only_best: false,
            effort: EFFORT,
            taken: Vec::new(),
            count: 0,
            uses: vec![0; offers.len()],
            best: None,
        }
    }

    /// The least loss, and who loses it; nothing if no combination is within the limit. When that
    /// takes too long, no loss by nobody: a bound too low is still a bound.
    pub(crate) fn least(mut self, left: i64) -> Option<(i128, Vec<usize>)> {
        self.only_best = true;
        self.start(left);
        if self.effort == 0 {
            return Some((0, Vec::new()));
        }
        self.best
    }

    /// What all of them have in common.
    pub(crate) fn common(mut self, left: i64) -> Common {
        self.start(left);
        if self.effort == 0 {
            return Common::TooMany;
        }
        Common::Uses(self.uses, self.count)
    }

    fn start(&mut self, left: i64) {
        if self.number <= self.offers.len() {
            self.extend(0, 0, left);
        }
    }

    /// Adds each offer that may come next. `lost` is what those taken lose more than the cheapest
    /// as many do, so offers in order of loss can only make it more.
    fn extend(&mut self, from: usize, lost: i128, left: i64) {
        let at = self.taken.len();
        if at == self.number {
            if left <= 0 {
                self.meet(lost - i128::from(left) * self.weight);
            }
            return;
        }
        let rest = self.number - at - 1;
        for next in from..self.offers.len() - rest {
            self.effort = self.effort.saturating_sub(1);
            // If this one is next, those that follow lose at least what those behind it do.
            let each =
                (0..=rest).map(|more| self.offers[next + more].loss - self.offers[at + more].loss);
            if self.effort == 0 || lost + each.sum::<i128>() > self.limit {
                break;
            }
            let Offer { score, loss, .. } = self.offers[next];
            self.taken.push(next);
            self.extend(next + 1, lost + loss - self.offers[at].loss, left - score);
            self.taken.pop();
        }
    }

    fn meet(&mut self, lost: i128) {
        if lost > self.limit {
            return;
        }
        self.count += 1;
        for &offer in &self.taken {
            self.uses[offer] += 1;
        }
        if self.only_best {
            let reviewers = self.taken.iter().map(|&offer| self.offers[offer].reviewer);
            self.best = Some((lost, reviewers.collect()));
            self.limit = lost - 1;
        }
    }
}
