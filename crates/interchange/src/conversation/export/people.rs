//! Everybody who voted or wrote a statement.

use std::collections::BTreeMap;

use wiec_opinion::Conversation;

use crate::conversation::statements::Statements;

/// How many statements each of them wrote, by their ids.
pub(super) struct People(BTreeMap<u64, u32>);

impl People {
    pub(super) fn of(known: &Statements, conversation: &Conversation) -> Self {
        let mut people = BTreeMap::new();
        for author in known.values().filter_map(|it| it.author) {
            *people.entry(author).or_insert(0) += 1;
        }
        for event in conversation.events() {
            people.entry(event.participant).or_insert(0);
        }
        Self(people)
    }

    pub(super) fn count(&self) -> usize {
        self.0.len()
    }

    pub(super) fn authors(&self) -> usize {
        self.0.values().filter(|&&written| written > 0).count()
    }

    pub(super) fn written_by(&self, participant: u64) -> u32 {
        self.0.get(&participant).copied().unwrap_or(0)
    }
}
