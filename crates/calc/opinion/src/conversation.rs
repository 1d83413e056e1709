//! Everything that was said: statements, and the log of votes on them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::vote::VoteEvent;

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
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Conversation {
    statements: BTreeMap<u64, Statement>,
    events: Vec<VoteEvent>,
}

impl Conversation {
    /// Nothing said yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Describes a statement; a later description replaces an earlier one.
    pub fn describe(&mut self, statement: Statement) {
        self.statements.insert(statement.id, statement);
    }

    /// Adds a vote at the end of the log.
    pub fn push(&mut self, event: VoteEvent) {
        self.events.push(event);
    }

    /// The log.
    #[must_use]
    pub fn events(&self) -> &[VoteEvent] {
        &self.events
    }

    /// The statement with this id, described or not.
    #[must_use]
    pub fn statement(&self, id: u64) -> Statement {
        self.statements.get(&id).copied().unwrap_or(Statement {
            id,
            moderation: Moderation::default(),
            is_meta: false,
        })
    }

    /// The statements that were described, by id.
    pub fn statements(&self) -> impl Iterator<Item = &Statement> {
        self.statements.values()
    }
}

impl Extend<VoteEvent> for Conversation {
    fn extend<T: IntoIterator<Item = VoteEvent>>(&mut self, events: T) {
        self.events.extend(events);
    }
}

impl FromIterator<VoteEvent> for Conversation {
    fn from_iter<T: IntoIterator<Item = VoteEvent>>(events: T) -> Self {
        let mut conversation = Self::new();
        conversation.extend(events);
        conversation
    }
}
