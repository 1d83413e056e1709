#![doc = include_str!("../README.md")]

// The templates name things of this crate as the templates of the areas do.
extern crate self as wiec_kit;

pub mod chance;
pub mod clock;

pub mod acts;
pub mod app;
pub mod demo;
pub mod front;
pub mod permit;
pub mod proposals;
pub mod upload;
pub mod visit;

pub mod form;

pub mod edition;
pub mod paths;

pub mod address;
pub mod assets;
pub mod collate;
pub mod conflict_words;
pub mod dates;
pub mod frame;
pub mod grid;
pub mod history;
pub mod icon;
pub mod letter;
pub mod markdown;
pub mod marks;
pub mod member;
pub mod messages;
pub mod office;
mod registration_words;
pub mod said;

pub mod cookies;
pub mod error;
mod error_page;
pub mod limits;
mod minimal;
pub mod rendered;
pub mod repeats;
pub mod respond;
pub mod secret;
mod security;
pub mod serve;
pub mod ticket;

#[cfg(feature = "testing")]
pub mod testing;
