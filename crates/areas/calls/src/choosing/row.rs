//! A row of the table, in words.

use std::collections::BTreeMap;

use wiec_kit::messages::Messages;
use wiec_model::calls::{Author, Decision, MayDecide, Pending, Recommendation};
use wiec_model::{AccountId, Programme};
use wiec_store::DecisionRow;

use super::wanted::Seen;
use super::{view, words};

/// Where the scale of a picture begins, and how long it is, in units of its width of 104.
const SCALE: (f64, f64) = (6.0, 92.0);

/// A row on the page.
pub struct Line {
    /// Its key, with the decision that is shown: what a form names it by.
    pub tick: String,
    pub is_ticked: bool,
    pub code: String,
    pub title: String,
    pub href: String,
    pub authors: String,
    pub track: String,
    pub tier: &'static str,
    pub environment: String,
    /// Whether the reader is an author of it.
    pub is_own: bool,
    pub score: Option<Score>,
    /// Whether its reviews lie far apart.
    pub is_apart: bool,
    pub given: u32,
    pub assigned: u32,
    pub recommendations: String,
    pub state: &'static str,
    pub decisions: Vec<Button>,
    pub pending: Option<Decided>,
}

/// What a row's reviews say, as numbers and as a picture.
pub struct Score {
    pub mean: String,
    pub median: String,
    pub spread: String,
    pub agreement: String,
    pub outliers: usize,
    pub says: String,
    /// Where the mean, and the ends of what lies within the spread, stand in the picture.
    pub at: String,
    pub from: String,
    pub to: String,
}

/// A button of a row.
pub struct Button {
    pub value: String,
    pub icon: &'static str,
    pub label: &'static str,
    pub class: &'static str,
    pub is_pressed: bool,
}

/// What is decided and not told yet.
pub struct Decided {
    pub says: &'static str,
    pub class: &'static str,
    pub by: String,
    pub reason: Option<String>,
    pub waits: bool,
}

/// How a form names a row: by its key, and the decision that its reader saw.
pub fn tick(row: &DecisionRow) -> String {
    let seen = row
        .pending
        .as_ref()
        .map_or("none", |pending| pending.decision.key());
    format!("{}.{seen}", row.id)
}

/// A row as its reader may see it.
pub fn line(
    seen: &Seen<'_>,
    href: String,
    is_ticked: bool,
    draft: &Programme,
    names: &BTreeMap<AccountId, String>,
    m: &Messages,
) -> Line {
    let row = seen.row;
    let pending = row.pending.as_ref().filter(|_| !seen.is_own);
    let environment = view::environment(&row.authors);
    Line {
        tick: tick(row),
        is_ticked,
        code: row.code.to_string(),
        title: row.title.clone(),
        href,
        authors: authors(&row.authors),
        track: view::track(draft, row.track.as_ref(), m),
        tier: words::tier(row.tier, m),
        environment: environment.map_or_else(String::new, |one| m.environment(one).to_owned()),
        is_own: seen.is_own,
        score: (!seen.is_own).then(|| score(row, m)).flatten(),
        is_apart: seen.is_apart(),
        given: row.figures.given,
        assigned: row.assigned,
        recommendations: if seen.is_own {
            String::new()
        } else {
            recommendations(&row.recommendations, m)
        },
        state: words::state(row.state.word(), m),
        decisions: buttons(row, pending, m),
        pending: pending.map(|pending| decided(pending, names, m)),
    }
}

/// Authors with what they belong to: `Anna Żak (Politechnika, Kielce), Jan Lis`.
pub fn authors(authors: &[Author]) -> String {
    let standing = authors.iter().filter(|author| author.counts());
    let named = standing.map(|author| {
        let of: Vec<&str> = [&author.about.body, &author.about.town]
            .into_iter()
            .filter_map(|it| it.as_deref())
            .collect();
        match of.as_slice() {
            [] => author.about.name.clone(),
            of => format!("{} ({})", author.about.name, of.join(", ")),
        }
    });
    named.collect::<Vec<_>>().join(", ")
}

/// What is recommended, how often each: `przyjąć 2, odrzucić 1`.
pub fn recommendations(counts: &BTreeMap<Recommendation, u32>, m: &Messages) -> String {
    let said = counts.iter().filter(|(_, count)| **count > 0);
    said.map(|(one, count)| format!("{} {count}", words::recommendation(*one, m)))
        .collect::<Vec<_>>()
        .join(", ")
}

/// What was decided, with how it looks.
pub fn decided(pending: &Pending, names: &BTreeMap<AccountId, String>, m: &Messages) -> Decided {
    let name = |id: &AccountId| names.get(id).map_or("–", String::as_str);
    let by = match &pending.seconded_by {
        Some(second) => m.choosing_decided_both(name(&pending.by), name(second)),
        None => m.choosing_decided_by(name(&pending.by)),
    };
    Decided {
        says: words::decision(pending.decision, m),
        class: match pending.decision {
            Decision::Accept => "is-ok",
            Decision::Reserve => "is-warn",
            Decision::Reject => "is-bad",
        },
        by,
        reason: pending.reason.clone(),
        waits: pending.may == MayDecide::WithSecond && !pending.is_ready(),
    }
}

fn buttons(row: &DecisionRow, pending: Option<&Pending>, m: &Messages) -> Vec<Button> {
    let looks = [
        (Decision::Accept, "check", ""),
        (Decision::Reserve, "clock", "may"),
        (Decision::Reject, "close", "no"),
    ];
    looks
        .map(|(decision, icon, class)| Button {
            value: format!("{}.{}", decision.key(), tick(row)),
            icon,
            label: words::decision(decision, m),
            class,
            is_pressed: pending.is_some_and(|it| it.decision == decision),
        })
        .into()
}

fn score(row: &DecisionRow, m: &Messages) -> Option<Score> {
    let figures = &row.figures;
    let mean = figures.mean?;
    let whole =
        |figure: Option<f64>| figure.map_or_else(|| "–".to_owned(), |it| format!("{it:.0}"));
    let (begin, length) = SCALE;
    let at = |figure: f64| format!("{:.1}", begin + length * figure.clamp(0.0, 100.0) / 100.0);
    let spread = figures.spread.unwrap_or(0.0);
    let agreement = figures.agreement.map(|it| format!("{:.0}%", it * 100.0));
    let agreement = agreement.unwrap_or_else(|| "–".to_owned());
    let outliers = figures.outliers.len();
    Some(Score {
        mean: whole(Some(mean)),
        median: whole(figures.median),
        spread: whole(figures.spread),
        outliers,
        says: m.choosing_score_says(
            agreement.clone(),
            whole(Some(mean)),
            whole(figures.median),
            whole(figures.spread),
        ),
        agreement,
        at: at(mean),
        from: at(mean - spread),
        to: at(mean + spread),
    })
}
