#![doc = include_str!("../README.md")]

pub mod digest;
pub mod slug;
pub mod text;

pub mod account;

pub mod challenge;
pub mod congress;
pub mod notice;
pub mod person;
pub mod place;
pub mod session;
pub mod theme;

pub mod problems;
pub mod programme;

pub mod availability;
pub mod confirmation;
pub mod conflicts;
pub mod contact;

pub mod addresses;
pub mod calls;
pub mod changes;
pub mod consultation;
pub mod edit;
pub mod now;
pub mod register;
pub mod registration;
pub mod release;
pub mod retention;
pub mod rules;

pub mod jobs;
pub mod mail;

pub use account::{Account, AccountId, Email};
pub use congress::{Congress, Day, Zone};
pub use person::{Part, Person};
pub use place::{Feature, Room};
pub use programme::Programme;
pub use release::Release;
pub use session::{Booking, Session, SessionCode, Slot};
pub use slug::{Slug, Slugs};
pub use text::{Lang, LanguageTag, Text};
pub use theme::{Goal, Kind, MapLine, Track};
