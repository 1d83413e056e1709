//! Real conversations: reading them, and comparing maps of them with what is expected.

pub mod check;
pub mod data;
pub mod likeness;
