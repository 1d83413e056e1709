//! One file per table: its row, and how a value of the model becomes one and is read back.
//!
//! Rows are SeaORM's classic entities without relations. A congress is always read and written
//! whole, table by table, so that the number of queries does not depend on what it holds.

pub(crate) mod accounts;
pub(crate) mod answers;
pub(crate) mod appearances;
pub(crate) mod availabilities;
pub(crate) mod ceremonies;
pub(crate) mod confirmations;
pub(crate) mod congresses;
pub(crate) mod consents;
pub(crate) mod contacts;
pub(crate) mod days;
pub(crate) mod exports;
pub(crate) mod favourite_lists;
pub(crate) mod favourites;
pub(crate) mod goals;
pub(crate) mod grants;
pub(crate) mod history;
pub(crate) mod identities;
pub(crate) mod jobs;
pub(crate) mod kinds;
pub(crate) mod logins;
pub(crate) mod mail_attachments;
pub(crate) mod mailings;
pub(crate) mod mails;
pub(crate) mod notices;
pub(crate) mod passkeys;
pub(crate) mod people;
pub(crate) mod phases;
pub(crate) mod proposals;
pub(crate) mod register_drafts;
pub(crate) mod register_files;
pub(crate) mod register_holds;
pub(crate) mod register_proposals;
pub(crate) mod register_reports;
pub(crate) mod register_suggestions;
pub(crate) mod register_uploads;
pub(crate) mod register_versions;
pub(crate) mod registration_forms;
pub(crate) mod registrations;
pub(crate) mod remarks;
pub(crate) mod rooms;
pub(crate) mod schedules;
pub(crate) mod sessions;
pub(crate) mod slots;
pub(crate) mod solutions;
pub(crate) mod stances;
pub(crate) mod stories;
pub(crate) mod talks;
pub(crate) mod tracks;
pub(crate) mod unsubscriptions;
