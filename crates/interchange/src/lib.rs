#![doc = include_str!("../README.md")]

pub mod calls_file;
pub mod congress_file;
pub mod conversation;
pub mod read;
pub mod register_file;

pub mod write;

pub mod allotment;
pub mod timetable;

pub mod names;
pub mod sample;
