//! A matrix with the votes that came in since.

use std::collections::BTreeMap;

use crate::conversation::{Conversation, column_of};
use crate::matrix::Matrix;

impl Matrix {
    /// This matrix, of the first `known` events, with all others. Where somebody or something is
    /// new, or an event came in late, nothing can be kept in its place and the matrix is made
    /// anew. Otherwise only the rows of those who voted change.
    pub(crate) fn merged(mut self, conversation: &Conversation, known: usize) -> Self {
        self.out = (self.statements.iter())
            .map(|&id| conversation.statement(id).is_out())
            .collect();
        if known == conversation.len() {
            return self;
        }
        let Some(changed) = changed_rows(&self, conversation, known) else {
            drop(self);
            return Self::of(conversation);
        };
        self.replaced(&changed)
    }
}

/// The cells of each row with a new vote; `None` if the matrix has no place for one.
fn changed_rows(
    matrix: &Matrix,
    conversation: &Conversation,
    known: usize,
) -> Option<BTreeMap<usize, Vec<u32>>> {
    if conversation.times.disordered() {
        return None;
    }
    let mut changed: BTreeMap<usize, Vec<u32>> = BTreeMap::new();
    for event in known..conversation.len() {
        let participant = conversation.participants.id(conversation.rows[event]);
        let statement = conversation
            .statements
            .id(column_of(conversation.cells.get(event)));
        let row = matrix.participants.binary_search(&participant).ok()?;
        let column = matrix.statements.binary_search(&statement).ok()? as u32;
        let cells = changed
            .entry(row)
            .or_insert_with(|| matrix.row(row).iter().collect());
        let cell = (column << 2) | (conversation.cells.get(event) & 3);
        match cells.binary_search_by_key(&column, |&cell| column_of(cell)) {
            Ok(at) => cells[at] = cell,
            Err(at) => cells.insert(at, cell),
        }
    }
    Some(changed)
}
