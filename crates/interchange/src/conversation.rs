//! Conversations as tables and tables as conversations: statements, votes on them, Polis' export.
//!
//! Unlike a schedule, a table of votes is read row by row: what is wrong in a row does not spoil
//! the others. Readers return what they understood together with every row that they did not,
//! and whoever called them decides whether that is good enough.

mod columns;
mod export;
mod matrix;
mod sign;
mod statements;
mod table;
mod votes;

pub use export::{About, EXPORT_FILES, export};
pub use sign::{AgreeIs, Contradiction, contradiction};
pub use statements::{Counted, Described, Statements, read_statements};
pub use table::Unreadable;
pub use votes::read_votes;
