//! Where people's data are: every table that holds some, what of it leaves with its owner and what
//! stays, and why.
//!
//! A column that names an account is called `account_id`, one with an address `email`; a test looks
//! for them in the schema and compares it with this list, so that no table is forgotten.

/// What happens to somebody's rows in a table when their account is erased.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Erasure {
    /// They are deleted.
    Deleted,
    /// They stay, emptied of everything that tells who it was.
    Emptied,
    /// They stay as they are, because they tell no more than the key of an emptied account.
    Kept,
}

/// A table that holds people's data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PersonalTable {
    /// Its name.
    pub table: &'static str,
    /// What happens to it when an account is erased.
    pub erasure: Erasure,
}

const fn table(table: &'static str, erasure: Erasure) -> PersonalTable {
    PersonalTable { table, erasure }
}

/// All tables that hold people's data.
pub const TABLES: &[PersonalTable] = &[
    // Emptied and kept: what was done keeps its doer.
    table("accounts", Erasure::Emptied),
    table("contacts", Erasure::Deleted),
    table("grants", Erasure::Deleted),
    table("passkeys", Erasure::Deleted),
    table("identities", Erasure::Deleted),
    table("logins", Erasure::Deleted),
    table("ceremonies", Erasure::Deleted),
    // What was written to somebody is theirs and goes with them.
    table("mails", Erasure::Deleted),
    // Who did what to a congress is its record; after erasure it names an empty account.
    table("history", Erasure::Kept),
];
