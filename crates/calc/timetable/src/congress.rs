//! The timetable of a congress, in the words of a congress: sessions of any length into rooms
//! and minutes, by rules that are hard or weighed.
//!
//! Times are minutes from midnight before the first day: 9:00 on the second day is 1980. A stretch
//! of time holds its beginning and not its end.

mod check;
mod costs;
mod file;
mod frame;
mod moves;
mod names;
mod problem;
mod read;
mod rules;
mod schedule;
mod schedule_file;
mod solve;
mod state;
mod tables;
mod tracks;
mod write;

pub use costs::{Breach, Costs, breaches, evaluate};
pub use problem::{Day, Person, Pin, Precedence, Problem, Room, Session, Span, Track};
pub use read::read;
pub use rules::{Language, Rule, Rules, Strength};
pub use schedule::{Place, Schedule};
pub use schedule_file::{read_schedule, write_schedule};
pub use solve::{Solution, improve, solve};
pub use write::write;

pub(crate) use frame::{Frame, kept_alone};
pub(crate) use problem::{run_at_most, within};
pub(crate) use rules::HARD;
pub(crate) use state::State;
pub(crate) use tables::Tables;

#[cfg(test)]
pub(crate) mod tests;
