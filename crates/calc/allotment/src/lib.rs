#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

mod clashes;
mod combinations;
mod error;
mod fairness;
mod flow;
mod matching;
mod narrow;
mod relaxed;
mod repair;
mod search;
mod threshold;
mod tree;
mod worths;

pub mod draw;
pub mod exact;
pub mod places;
pub mod reviews;
pub mod serial;

pub use error::Malformed;
