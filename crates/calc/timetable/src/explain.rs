//! Explanations: which rules contradict one another, and why a session is where it is.

mod contradiction;
mod demand;
mod exact;
mod filter;
mod neighbours;
mod sentences;
mod why;

pub use contradiction::{Contradiction, Finding, contradiction};
pub use demand::Demand;
pub(crate) use neighbours::Ties;
pub use why::{Elsewhere, Why, why};

#[cfg(test)]
mod tests;
