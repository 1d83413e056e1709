#![doc = include_str!("../README.md")]

mod consultation;
mod remark;

mod wording;
mod words;

mod summary;
mod told;

mod csv;
mod grid;
mod office;
mod page;
mod paper;

mod akoma;

pub use akoma::{
    Agent, AgentKind, AmendmentStatus, LegalAmendment, LegalProposal, Version, akoma_ntoso,
};
pub use consultation::{Clause, ConsultationReport, Dates, Held};
pub use csv::csv;
pub use office::{docx, xlsx};
pub use page::html;
pub use paper::pdf;
pub use remark::{
    About, Answer, Behalf, Channel, Decision, Proposed, Published, RemarkKind, ReportedRemark,
    Standing,
};

/// Why a report could not be written in a format.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReportError {
    /// The table does not fit the rules of a spreadsheet.
    #[error("the table of remarks could not be written: {0}")]
    Table(#[from] wiec_documents::Unwritable),
    /// The PDF could not be set.
    #[error(transparent)]
    Paper(#[from] wiec_papers::PaperError),
}
