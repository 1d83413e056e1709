//! The groups of `Standard` maps: flat k-means on positions, at a cost that does not grow with
//! the number of people, with ids and number that outlive small changes.

mod choose;
mod grid;
mod k_means;
mod matching;
mod spread;
mod straight;

pub(crate) use choose::choose;
pub(crate) use straight::straight_lining;
