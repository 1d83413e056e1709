//! How the choice looks so far: what is chosen, and what would be once everything that is pending is
//! applied, by theme, tier and where authors come from, beside what there should be.

use std::collections::BTreeMap;

use wiec_kit::messages::Messages;
use wiec_model::calls::{Call, Decision, Quota, QuotaOf, Tier};
use wiec_model::registration::Environment;
use wiec_model::{Account, Programme, Slug};
use wiec_store::DecisionRow;

use super::decider::is_own;
use super::{view, words};

/// How the choice looks.
pub struct Balance {
    /// Heads of the columns: the tiers.
    pub tiers: Vec<&'static str>,
    /// A row for each track.
    pub tracks: Vec<Line>,
    /// All tracks together.
    pub all: Line,
    /// How many of each tier there should be.
    pub wanted: Vec<Hint>,
    /// Whether anything is said of how many of a tier there should be.
    pub wants_tiers: bool,
    /// Where authors come from.
    pub environments: Vec<(&'static str, u32)>,
}

/// A row of the balance.
pub struct Line {
    /// What it counts.
    pub name: String,
    /// By tier.
    pub counts: Vec<u32>,
    /// In all.
    pub total: u32,
    /// How many there should be.
    pub hint: Hint,
}

/// How a count stands to what there should be.
#[derive(Clone)]
pub struct Hint {
    /// What there should be: `8–24`; nothing where nobody said so.
    pub range: String,
    /// In words: too few, too many, as it should be.
    pub says: &'static str,
    /// How it looks.
    pub class: &'static str,
}

impl Hint {
    fn none() -> Self {
        Self {
            range: String::new(),
            says: "",
            class: "",
        }
    }

    fn of(quota: Option<&Quota>, count: u32, m: &Messages) -> Self {
        let Some(quota) = quota else {
            return Self::none();
        };
        let range = match (quota.least, quota.most) {
            (Some(least), Some(most)) => format!("{least}–{most}"),
            (Some(least), None) => m.choosing_quota_least(least),
            (None, Some(most)) => m.choosing_quota_most(most),
            (None, None) => return Self::none(),
        };
        let (says, class) = if quota.least.is_some_and(|least| count < least) {
            (m.choosing_quota_under(), "is-warn")
        } else if quota.most.is_some_and(|most| most < count) {
            (m.choosing_quota_over(), "is-bad")
        } else {
            (m.choosing_quota_within(), "is-ok")
        };
        Self { range, says, class }
    }
}

/// Whether a submission is chosen, or would be. What is pending on somebody's own is not for them: it counts
/// as it stands.
fn is_chosen(row: &DecisionRow, account: &Account) -> bool {
    let pending = row.pending.as_ref();
    let pending = pending.filter(|_| !is_own(account, &row.authors));
    pending.map_or_else(
        || row.state.is_chosen(),
        |pending| pending.decision == Decision::Accept,
    )
}

/// The balance of a call, as somebody may see it.
pub fn balance(
    rows: &[DecisionRow],
    account: &Account,
    call: &Call,
    draft: &Programme,
    m: &Messages,
) -> Balance {
    let setup = &call.setup;
    let chosen: Vec<&DecisionRow> = rows.iter().filter(|row| is_chosen(row, account)).collect();
    let tiers = tiers(&setup.tiers, &chosen);
    let mut by_track: BTreeMap<Option<Slug>, Vec<&DecisionRow>> = BTreeMap::new();
    for track in &setup.tracks {
        by_track.entry(Some(track.clone())).or_default();
    }
    for quota in &setup.quotas {
        if let QuotaOf::Track(track) = &quota.of {
            by_track.entry(Some(track.clone())).or_default();
        }
    }
    for row in &chosen {
        by_track.entry(row.track.clone()).or_default().push(row);
    }
    let quota = |of: &QuotaOf| setup.quotas.iter().find(|quota| quota.of == *of);
    let line = |name: String, rows: &[&DecisionRow], of: Option<QuotaOf>| {
        let count = |tier: &Option<Tier>| number(rows.iter().filter(|row| row.tier == *tier));
        let total = number(rows.iter());
        Line {
            name,
            counts: tiers.iter().map(count).collect(),
            total,
            hint: Hint::of(of.as_ref().and_then(quota), total, m),
        }
    };
    let tracks = by_track.iter().map(|(track, rows)| {
        let of = track.clone().map(QuotaOf::Track);
        line(view::track(draft, track.as_ref(), m), rows, of)
    });
    let tracks = tracks.collect();
    let all = line(
        m.choosing_all().to_owned(),
        chosen.as_slice(),
        Some(QuotaOf::All),
    );
    let wanted: Vec<Hint> = tiers
        .iter()
        .zip(&all.counts)
        .map(|(tier, count)| Hint::of(tier.map(QuotaOf::Tier).as_ref().and_then(quota), *count, m))
        .collect();
    Balance {
        tiers: tiers.iter().map(|tier| words::tier(*tier, m)).collect(),
        wants_tiers: wanted.iter().any(|hint| !hint.range.is_empty()),
        environments: environments(&chosen, m),
        tracks,
        all,
        wanted,
    }
}

/// The tiers that are offered or chosen, in their order; what is about no place last.
fn tiers(offered: &[Tier], chosen: &[&DecisionRow]) -> Vec<Option<Tier>> {
    let is_there = |tier: Option<Tier>| chosen.iter().any(|row| row.tier == tier);
    let known = Tier::ALL.into_iter().map(Some);
    let known =
        known.filter(|tier| tier.is_some_and(|it| offered.contains(&it)) || is_there(*tier));
    known.chain(is_there(None).then_some(None)).collect()
}

fn environments(chosen: &[&DecisionRow], m: &Messages) -> Vec<(&'static str, u32)> {
    let of = |row: &&&DecisionRow| view::environment(&row.authors);
    let known = Environment::ALL.into_iter().map(|environment| {
        let count = number(chosen.iter().filter(|row| of(row) == Some(environment)));
        (m.environment(environment), count)
    });
    let unknown = number(chosen.iter().filter(|row| of(row).is_none()));
    known
        .chain([(m.choosing_environment_none(), unknown)])
        .filter(|(_, count)| *count > 0)
        .collect()
}

fn number(of: impl Iterator) -> u32 {
    u32::try_from(of.count()).unwrap_or(u32::MAX)
}
