//! The store, on a real database: `SQLite`, or `PostgreSQL` with `WIEC_TEST_DATABASE`.

#![expect(
    clippy::unwrap_used,
    reason = "the helpers of tests are tests too: by failing, an unwrap says enough"
)]

mod sample;

mod calls;
mod chosen;
mod drafts;
mod editions;
mod edits;
mod exports;
mod favourites;
mod history;
mod killed;
mod letters;
mod notices;
mod opening;
mod people;
mod register;
mod registrations;
mod releases;
mod remarks;
mod retention;
mod reviews;
mod speakers;
mod speed;
mod submissions;
mod tables;
