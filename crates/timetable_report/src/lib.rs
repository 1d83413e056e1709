#![doc = include_str!("../README.md")]

mod benchmarks;
mod congress;
mod sheet;

pub use benchmarks::{cosp, enrolment, favourites};
pub use congress::{Names, congress};
pub use sheet::{Cell, Cost, Day, Item, Row, Sheet};
