//! The benchmark of Kheiri, Jacko and Pylyavskyy (CoSPLib) in the form `cosp-json/1`: tracks of
//! submissions into sessions and rooms, sixteen weighted terms, four hard rules.
//!
//! A *cell* is a session in a room. It belongs to one track at most; a submission takes
//! consecutive slots of one cell.

mod bound;
mod construct;
mod exchange;
mod moves;
mod objective;
mod order;
mod polish;
mod problem;
mod read;
mod single;
mod solve;
mod state;
mod tables;
mod whole;

pub use objective::{Breach, Scores, evaluate};
pub use problem::{
    Conflicts, Pair, Penalties, Place, Plan, Problem, Room, Session, Submission, TERMS, Track,
    Triple, Weights,
};
pub use read::{read, read_plan, write_plan};
pub use solve::{Solution, solve};

#[cfg(test)]
mod tests;
