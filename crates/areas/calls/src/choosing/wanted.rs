//! Which rows of the table are asked for, and in which order: all of it stands in the address.

use std::cmp::Ordering;

use wiec_kit::address;
use wiec_kit::form::FormData;
use wiec_model::calls::{Decision, State, Tier};
use wiec_model::{Account, Slug};
use wiec_store::DecisionRow;

use super::decider::is_own;

/// Marks that lie further apart than this are worth talking about: one step of a scale from 1 to 5.
pub const APART: f64 = 25.0;

/// No call has more pages.
const LAST_PAGE: usize = 10_000;

/// By what rows are put in order.
pub const SORTS: [&str; 6] = ["mean", "spread", "agreement", "reviews", "title", "sent"];

/// What rows of some kind have in common.
pub const ONLY: [&str; 3] = ["apart", "few", "own"];

/// What can be asked of a pending decision, beside which one it is.
pub const PENDING: [&str; 5] = ["none", "accept", "reserve", "reject", "second"];

/// Which rows an address asks for.
pub struct Wanted {
    words: String,
    track: Option<Slug>,
    tier: Option<Tier>,
    state: Option<&'static str>,
    pending: Option<&'static str>,
    only: Option<&'static str>,
    sort: &'static str,
    /// The page, counted from 0.
    pub page: usize,
}

/// A row, as somebody may see it: nobody sees what was said of their own, nor in the order of the rows.
pub struct Seen<'a> {
    /// The row.
    pub row: &'a DecisionRow,
    /// Whether it is theirs.
    pub is_own: bool,
}

impl<'a> Seen<'a> {
    /// A row as this account may see it.
    pub fn by(account: &Account, row: &'a DecisionRow) -> Self {
        Self {
            is_own: is_own(account, &row.authors),
            row,
        }
    }

    fn figure(&self, figure: Option<f64>) -> Option<f64> {
        figure.filter(|_| !self.is_own)
    }

    /// Whether its marks lie far apart.
    pub fn is_apart(&self) -> bool {
        let far = self.figure(self.row.figures.spread);
        !self.is_own
            && (far.is_some_and(|spread| spread > APART) || !self.row.figures.outliers.is_empty())
    }
}

impl Wanted {
    /// What the address asks for; what it should not say counts for nothing.
    pub fn of(query: &FormData) -> Self {
        let among = |name: &str, all: &[&'static str]| {
            let asked = query.get(name).unwrap_or_default();
            all.iter().copied().find(|one| *one == asked)
        };
        Self {
            words: query.get("q").unwrap_or_default().to_lowercase(),
            track: query.get("track").and_then(|slug| slug.parse().ok()),
            tier: query.get("tier").and_then(Tier::of),
            state: among("state", &State::JUDGED),
            pending: among("pending", &PENDING),
            only: among("only", &ONLY),
            sort: among("sort", &SORTS).unwrap_or(SORTS[0]),
            page: query
                .get("page")
                .and_then(|page| page.parse::<usize>().ok())
                .map_or(0, |page| page.min(LAST_PAGE)),
        }
    }

    /// The same question for another page: the rest of an address.
    pub fn at(&self, page: usize) -> String {
        let page = match page {
            0 => String::new(),
            page => page.to_string(),
        };
        address::query(&[
            ("q", &self.words),
            ("track", self.track.as_ref().map_or("", Slug::as_str)),
            ("tier", self.tier.map_or("", Tier::key)),
            ("state", self.state.unwrap_or_default()),
            ("pending", self.pending.unwrap_or_default()),
            ("only", self.only.unwrap_or_default()),
            ("sort", if self.sort == SORTS[0] { "" } else { self.sort }),
            ("page", &page),
        ])
    }

    /// The rows that are asked for, in their order; `each` is how many reviews every one should have.
    pub fn choose<'a>(
        &self,
        rows: &'a [DecisionRow],
        account: &Account,
        each: u32,
    ) -> Vec<Seen<'a>> {
        let seen = rows.iter().map(|row| Seen::by(account, row));
        let mut found: Vec<_> = seen.filter(|seen| self.holds(seen, each)).collect();
        match self.sort {
            "sent" => {}
            "title" => found.sort_by_cached_key(|seen| seen.row.title.to_lowercase()),
            "reviews" => found.sort_by_key(|seen| seen.row.figures.given),
            "spread" => found.sort_by(|a, b| {
                let key = |seen: &Seen<'_>| seen.figure(seen.row.figures.spread);
                highest(key(a), key(b))
            }),
            "agreement" => found.sort_by(|a, b| {
                let key = |seen: &Seen<'_>| seen.figure(seen.row.figures.agreement).map(|it| -it);
                highest(key(a), key(b))
            }),
            _ => found.sort_by(|a, b| {
                let key = |seen: &Seen<'_>| seen.figure(seen.row.figures.mean);
                highest(key(a), key(b))
            }),
        }
        found
    }

    fn holds(&self, seen: &Seen<'_>, each: u32) -> bool {
        let row = seen.row;
        let track = || self.track.as_ref().is_none_or(|_| row.track == self.track);
        let tier = || self.tier.is_none_or(|_| row.tier == self.tier);
        let state = || self.state.is_none_or(|word| row.state.word() == word);
        let pending = || self.pending.is_none_or(|word| is_pending(seen, word));
        let only = || match self.only {
            Some("apart") => seen.is_apart(),
            Some("few") => row.figures.given < each,
            Some(_) => seen.is_own,
            None => true,
        };
        let words = || row.title.to_lowercase().contains(&self.words);
        track() && tier() && state() && pending() && only() && words()
    }
}

fn is_pending(seen: &Seen<'_>, word: &str) -> bool {
    // What is decided of one's own is not to be found out by asking for it.
    let pending = seen.row.pending.as_ref().filter(|_| !seen.is_own);
    match word {
        "none" => pending.is_none(),
        "second" => pending.is_some_and(|pending| !pending.is_ready()),
        word => pending.is_some_and(|pending| Decision::of(word) == Some(pending.decision)),
    }
}

/// The highest first; what has no figure last.
fn highest(a: Option<f64>, b: Option<f64>) -> Ordering {
    let key = |figure: Option<f64>| figure.unwrap_or(f64::NEG_INFINITY);
    key(b).total_cmp(&key(a))
}
