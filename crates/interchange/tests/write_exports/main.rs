//! The exports of a release: what they hold, and what other people's validators say of them.
// `cfg(test)` tells clippy that helpers, too, may unwrap here.
#![cfg(test)]

mod outside;
mod sample;

mod frab;
mod ical;
mod web;
