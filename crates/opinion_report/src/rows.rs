//! Rows of tables: statements with the shares that they got, as they are written.

use wiec_opinion::{For, GroupStatistics, Share, StatementResult, Tally};

use crate::dots::Dots;
use crate::figures::{decimal, interval, percent, whole};
use crate::subject::Subject;
use crate::text::Text;

/// A share, its interval, and of how many votes.
pub(crate) struct Figure {
    pub(crate) share: String,
    pub(crate) interval: String,
    pub(crate) votes: String,
}

/// A statement, and for everybody or for each group what is said of it.
pub(crate) struct Row {
    pub(crate) id: u64,
    pub(crate) text: Text,
    pub(crate) figures: Vec<Option<Figure>>,
    pub(crate) dots: Option<Dots>,
    /// The number that the table is ordered by, if it has one.
    pub(crate) score: String,
}

/// A statement that distinguishes a group.
pub(crate) struct Distinguishing {
    pub(crate) text: Text,
    pub(crate) side: For,
    pub(crate) group: Figure,
    pub(crate) others: Option<Figure>,
}

/// Everything about a statement, in one row.
pub(crate) struct Whole {
    pub(crate) id: u64,
    pub(crate) text: Text,
    pub(crate) out: bool,
    pub(crate) votes: String,
    pub(crate) agree: String,
    pub(crate) disagree: String,
    pub(crate) pass: String,
    pub(crate) groups: Vec<Option<Figure>>,
    pub(crate) across: String,
    pub(crate) divisiveness: String,
    pub(crate) bridging: String,
}

/// A share as it is written; `None` if nobody was asked.
pub(crate) fn figure(subject: &Subject<'_>, share: Share, of: u32) -> Option<Figure> {
    (of > 0).then(|| Figure {
        share: percent(share.value),
        interval: interval(share),
        votes: whole(of as usize, subject.lang),
    })
}

/// What each group says, agreeing.
pub(crate) fn by_group(subject: &Subject<'_>, statement: &StatementResult) -> Vec<Option<Figure>> {
    let of = |it: &GroupStatistics| figure(subject, it.agree, it.votes.seen);
    statement.groups.iter().map(of).collect()
}

/// A statement with the share of each group and a number.
pub(crate) fn row(subject: &Subject<'_>, statement: &StatementResult, score: String) -> Row {
    let map = subject.map();
    Row {
        id: statement.id,
        text: Text::of(subject, statement.id),
        figures: by_group(subject, statement),
        dots: Some(Dots::of(&map.groups, &statement.groups)),
        score,
    }
}

/// What distinguishes the group in this place of the list.
pub(crate) fn distinguishing(subject: &Subject<'_>, place: usize) -> Vec<Distinguishing> {
    let map = subject.map();
    let row = |it: &wiec_opinion::Representative| {
        let found = map
            .statements
            .binary_search_by_key(&it.statement, |it| it.id);
        let statement = &map.statements[found.ok()?];
        let own = statement.groups.get(place)?;
        let share = match it.side {
            For::Agree => own.agree,
            For::Disagree => own.disagree,
        };
        Some(Distinguishing {
            text: Text::of(subject, it.statement),
            side: it.side,
            group: figure(subject, share, own.votes.seen)?,
            others: others(subject, statement, own.votes, it.side),
        })
    };
    map.groups[place]
        .representative
        .iter()
        .filter_map(row)
        .collect()
}

/// What all who are not in the group say, those in no group included.
fn others(
    subject: &Subject<'_>,
    statement: &StatementResult,
    own: Tally,
    side: For,
) -> Option<Figure> {
    let all = statement.votes;
    let (count, own_count) = match side {
        For::Agree => (all.agrees, own.agrees),
        For::Disagree => (all.disagrees, own.disagrees),
    };
    let of = all.seen.checked_sub(own.seen)?;
    let share = Share::of(count.checked_sub(own_count)?, of);
    figure(subject, share, of)
}

/// All that is known of a statement.
pub(crate) fn whole_row(subject: &Subject<'_>, statement: &StatementResult) -> Whole {
    let lang = subject.lang;
    Whole {
        id: statement.id,
        text: Text::of(subject, statement.id),
        out: statement.out,
        votes: whole(statement.votes.seen as usize, lang),
        agree: percent(statement.agree.value),
        disagree: percent(statement.disagree.value),
        pass: percent(statement.pass.value),
        groups: by_group(subject, statement),
        across: decimal(statement.group_aware_consensus, lang),
        divisiveness: decimal(statement.divisiveness, lang),
        bridging: statement
            .bridging
            .map_or(String::new(), |it| decimal(it.value, lang)),
    }
}
