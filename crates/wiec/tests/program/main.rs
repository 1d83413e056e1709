//! The real program, as operators and browsers meet it.
//!
//! One binary of tests, because linking costs more than running them. With `WIEC_TEST_DATABASE` the
//! databases are on that PostgreSQL server, except the demo's, which is always a folder.

#![expect(
    clippy::unwrap_used,
    reason = "a test that unwraps says enough by failing"
)]

mod allotment;
mod configuration;
mod demo;
mod doctor;
mod import;
mod invite;
mod killed;
mod opinion;
mod place;
mod registrations;
mod running;
mod sample;
mod serve;
mod timetable;
