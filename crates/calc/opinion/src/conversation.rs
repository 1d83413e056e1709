//! Everything that was said: statements, and the log of votes on them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::cells::Cells;
use crate::ids::Interner;
use crate::times::Times;
use crate::vote::{Vote, VoteEvent};

/// What the moderators decided about a statement.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Moderation {
    /// Rejected; −1 in Polis.
    Rejected,
    /// Not looked at; 0.
    #[default]
    Unseen,
    /// Let through; 1.
    Accepted,
}

/// A statement. Its text is the caller's business.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// The caller's id.
    pub id: u64,
    /// What the moderators decided.
    pub moderation: Moderation,
    /// It asks about the person ("I live here"), not about the matter.
    pub is_meta: bool,
}

impl Statement {
    /// Whether it moves nobody: it was rejected, or is no matter of opinion.
    #[must_use]
    pub fn is_out(&self) -> bool {
        self.is_meta || self.moderation == Moderation::Rejected
    }
}

/// Statements and the log of votes on them. A vote on a statement that was never described is
/// one on an unmoderated statement.
///
/// An event takes ten bytes, or twelve once there are more than 16 384 statements. The log only grows; what counts is worked out when a map is drawn.
#[derive(Debug, Clone, Default)]
pub struct Conversation {
    described: BTreeMap<u64, Statement>,
    pub(crate) participants: Interner,
    pub(crate) statements: Interner,
    /// Of each event: whose, by place in `participants`.
    pub(crate) rows: Vec<u32>,
    /// Of each event: the statement, by place in `statements`, and the vote beneath it.
    pub(crate) cells: Cells,
    pub(crate) times: Times,
}

impl Conversation {
    /// Nothing said yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Describes a statement; a later description replaces an earlier one.
    pub fn describe(&mut self, statement: Statement) {
        self.described.insert(statement.id, statement);
    }

    /// Adds a vote at the end of the log.
    pub fn push(&mut self, event: VoteEvent) {
        let column = self.statements.place(event.statement);
        self.rows.push(self.participants.place(event.participant));
        self.cells.push(cell(column, event.vote));
        self.times.push(event.at_ms);
    }

    /// How many events there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether nobody said anything.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The log, in the order in which it was added.
    pub fn events(&self) -> impl Iterator<Item = VoteEvent> + '_ {
        (0..self.len()).map(|at| VoteEvent {
            participant: self.participants.id(self.rows[at]),
            statement: self.statements.id(column_of(self.cells.get(at))),
            vote: vote_of(self.cells.get(at)),
            at_ms: self.times.get(at),
        })
    }

    /// The statement with this id, described or not.
    #[must_use]
    pub fn statement(&self, id: u64) -> Statement {
        self.described.get(&id).copied().unwrap_or(Statement {
            id,
            moderation: Moderation::default(),
            is_meta: false,
        })
    }

    /// The statements that were described, by id.
    pub fn statements(&self) -> impl Iterator<Item = &Statement> {
        self.described.values()
    }
}

impl Extend<VoteEvent> for Conversation {
    fn extend<T: IntoIterator<Item = VoteEvent>>(&mut self, events: T) {
        for event in events {
            self.push(event);
        }
    }
}

impl FromIterator<VoteEvent> for Conversation {
    fn from_iter<T: IntoIterator<Item = VoteEvent>>(events: T) -> Self {
        let mut conversation = Self::new();
        conversation.extend(events);
        conversation
    }
}

/// A vote and its column in one word: the vote's sign + 1 in the two lowest bits, so that a cell
/// is at once the place in a table with four entries a column.
pub(crate) fn cell(column: u32, vote: Vote) -> u32 {
    (column << 2) | u32::from((vote.sign() + 1).unsigned_abs())
}

pub(crate) fn column_of(cell: u32) -> u32 {
    cell >> 2
}

pub(crate) fn vote_of(cell: u32) -> Vote {
    match cell & 3 {
        0 => Vote::Disagree,
        1 => Vote::Pass,
        _ => Vote::Agree,
    }
}
