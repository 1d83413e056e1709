#![doc = include_str!("../README.md")]

mod fonts;
mod qr;
mod report;
mod template;
mod ticket;

pub use qr::qr_svg;
pub use report::{Flow, Look, Report, Span, report};
pub use ticket::{Ticket, TicketWords, ticket};

/// Why a paper could not be made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PaperError {
    /// A QR code has an end: 2331 bytes at the correction that we ask for.
    #[error("{bytes} bytes do not fit into a QR code; it should hold a short code or an address")]
    CodeTooLong {
        /// How long the text was.
        bytes: usize,
    },
    /// The template asks for what is not there, or breaks a rule of accessible PDF.
    #[error("a paper could not be set: {0}")]
    NotSet(String),
}
