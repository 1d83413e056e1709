#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

mod anneal;
mod assignment;
mod budget;
mod chance;
mod error;

pub mod congress;
pub mod cosp;
pub mod enrolment;
pub mod explain;
pub mod favourites;
pub mod repair;

pub use budget::{Budget, News};
pub use error::Malformed;
