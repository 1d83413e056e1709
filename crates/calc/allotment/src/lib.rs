#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

mod error;
mod flow;
mod relaxed;

pub mod draw;
pub mod exact;
pub mod places;
pub mod reviews;
pub mod serial;

pub use error::Malformed;
