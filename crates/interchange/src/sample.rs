//! Made-up congresses of any size, for tests and for measuring.
//!
//! Chance comes from a seed: the same arguments give the same congress on every machine.

mod chance;
mod congress;
mod parts;
mod schedule;
mod script;
mod session;
mod words;

pub use congress::generated_congress;
pub use schedule::large_event;
