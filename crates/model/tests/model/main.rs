//! The congress as values: what holds for every programme and every history of releases.

#![expect(
    clippy::unwrap_used,
    reason = "the helpers of tests are tests too: by failing, an unwrap says enough"
)]

mod support;

mod addresses;
mod affected;
mod changes;
mod conflicts;
mod consultation;
mod days;
mod edits;
mod now;
mod problems;
mod programme;
mod release;
mod stored;
mod words;
