//! A conversation that goes on: votes come in one by one or in bulk, and now and then a map is
//! drawn, after the one before.
//!
//! Taking a vote in costs a few dozen nanoseconds and decides nothing. Drawing a map merges what
//! came in since into the matrix that is kept. What the matrix is depends on the events alone,
//! and not on the order in which they came (of equal times on one cell, the later to come wins)
//! nor on when maps were drawn.

use serde::{Deserialize, Serialize};

use crate::conversation::{Conversation, Statement};
use crate::draw::drawn;
use crate::map::OpinionMap;
use crate::matrix::Matrix;
use crate::previous::Previous;
use crate::settings::Settings;
use crate::vote::VoteEvent;

/// A conversation with its last map.
#[derive(Debug, Clone, Default)]
pub struct Live {
    conversation: Conversation,
    matrix: Option<Matrix>,
    /// How many events the matrix knows.
    merged: usize,
    last: Option<OpinionMap>,
}

/// Everything that a [`Live`] knows, to be kept elsewhere, in a format that keeps every bit of a
/// number if maps after it are to be the same to the last bit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Snapshot {
    /// The statements that were described.
    pub statements: Vec<Statement>,
    /// The log.
    pub events: Vec<VoteEvent>,
    /// The last map.
    pub map: Option<OpinionMap>,
}

impl Live {
    /// Nothing said yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Describes a statement; it counts from the next map on.
    pub fn describe(&mut self, statement: Statement) {
        self.conversation.describe(statement);
    }

    /// Takes a vote in.
    pub fn push(&mut self, event: VoteEvent) {
        self.conversation.push(event);
    }

    /// The statements and the log.
    #[must_use]
    pub fn conversation(&self) -> &Conversation {
        &self.conversation
    }

    /// The last map that was drawn.
    #[must_use]
    pub fn last(&self) -> Option<&OpinionMap> {
        self.last.as_ref()
    }

    /// Draws the map of everything said so far, after the last one.
    pub fn map(&mut self, settings: &Settings) -> &OpinionMap {
        let matrix = match self.matrix.take() {
            Some(matrix) => matrix.merged(&self.conversation, self.merged),
            None => Matrix::of(&self.conversation),
        };
        self.merged = self.conversation.len();
        let previous = Previous(self.last.as_ref());
        let map = drawn(&self.conversation, &matrix, settings, previous);
        self.matrix = Some(matrix);
        self.last.insert(map)
    }

    /// Everything that is known.
    #[must_use]
    pub fn snapshot(&self) -> Snapshot {
        Snapshot {
            statements: self.conversation.statements().copied().collect(),
            events: self.conversation.events().collect(),
            map: self.last.clone(),
        }
    }

    /// What a snapshot knew: it goes on as if it had never been away.
    #[must_use]
    pub fn restore(snapshot: Snapshot) -> Self {
        let mut conversation: Conversation = snapshot.events.into_iter().collect();
        snapshot
            .statements
            .into_iter()
            .for_each(|it| conversation.describe(it));
        Self {
            conversation,
            last: snapshot.map,
            ..Self::default()
        }
    }
}

impl From<Conversation> for Live {
    fn from(conversation: Conversation) -> Self {
        Self {
            conversation,
            ..Self::default()
        }
    }
}

impl Extend<VoteEvent> for Live {
    fn extend<T: IntoIterator<Item = VoteEvent>>(&mut self, events: T) {
        self.conversation.extend(events);
    }
}
