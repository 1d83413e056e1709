#![doc = include_str!("../README.md")]

mod error;
mod location;
mod lock;
mod store;
mod tx;

mod accounts;
mod availabilities;
mod bell;
mod calls;
mod ceremonies;
mod confirmations;
mod congresses;
mod contacts;
mod drafts;
mod exports;
mod favourites;
mod grants;
mod health;
mod history;
mod jobs;
mod logins;
mod mails;
mod notices;
mod passkeys;
pub mod personal;
mod register;
mod registrations;
mod releases;
mod remarks;
mod reviews;
mod sight;
mod submissions;
mod sweep;
mod unsubscriptions;

mod column;
mod id;
mod insert;
mod migrations;
mod postgres;
mod sqlite;
mod tables;

#[cfg(feature = "testing")]
pub mod testing;

pub use accounts::{AccountWriter, Accounts};
pub use availabilities::{AvailabilityReader, AvailabilityWriter};
pub use bell::{Bell, Listener, Topic};
pub use calls::{
    CallStanding, CallWriter, Calls, CodeRow, CommitteeMember, NewCall, NewCode, Redeemed,
};
pub use ceremonies::{Ceremonies, Ceremony, CeremonyKind, CeremonyWriter, Tried};
pub use confirmations::{ConfirmationReader, ConfirmationWriter};
pub use congresses::{CongressSummary, Congresses};
pub use contacts::{ContactWriter, Contacts};
pub use drafts::{Changed, DraftWriter, Drafts, EditError, Edited, EditsError};
pub use error::{OpenError, StoreError};
pub use exports::{Export, ExportForm, ExportWriter, Exports, Form};
pub use favourites::{FavouriteWriter, Favourites, TokenHash};
pub use grants::{GrantWriter, Granted, Grants};
pub use health::Health;
pub use history::{Act, Actor, Entry, History, Page, Wanted};
pub use jobs::{Claimed, DeadJob, JobCounts, JobWriter, Jobs, JobsOf};
pub use location::{Kind, Location};
pub use logins::{Login, LoginWriter, Logins, NewLogin, SignedIn};
pub use mails::{
    MailEdit, MailEdited, MailPage, MailSummary, MailWriter, MailingSummary, Mails, NewMailing,
    WantedMail,
};
pub use notices::{Notice, NoticeWriter, Notices};
pub use passkeys::{Identity, PasskeyRow, PasskeyWriter, Passkeys};
pub use personal::{Personal, PersonalWriter};
pub use register::{
    DraftSaved, Hold, HoldTaken, NewProposal, Register, RegisterWriter, Report, ReportFile,
    SectionSaved, Suggestion, SuggestionState, Upload, UploadId, VersionSummary,
};
pub use registrations::{
    Agreed, Agreement, FormRow, Listed, NewRegistration, Received, RegistrationPage,
    RegistrationWriter, Registrations, SavedForm, Stepped, WantedRegistrations,
};
pub use releases::{ReleaseSummary, ReleaseWriter, Releases};
pub use remarks::{
    Answered, ConfirmedRemark, ModeratedPage, NewRemark, ReceivedRemark, RemarkPage, RemarkWriter,
    Remarks, Standing, WantedRemarks,
};
pub use reviews::{
    Assigned, AssignmentOrigin, DecisionRow, DeclaredInterest, Message, Reassigned, ReviewSaved,
    ReviewWords, ReviewWriter, Reviews,
};
pub use sight::{REGISTERED, Sight};
pub use store::Store;
pub use submissions::{
    Applied, Begun, DecisionRefused, Invitation, InvitationAnswered, Left, NewAuthor, NewFile,
    NewSubmission, PreparationSaved, Prepared, Rewritten, Saved, SubmissionPlace, SubmissionWriter,
    Submissions, Submitted, Taken, Tally as SubmissionTally, VersionOfWords,
};
pub use sweep::Sweep;
pub use tx::Tx;
pub use unsubscriptions::{UnsubscribeMark, UnsubscriptionWriter, Unsubscriptions};
