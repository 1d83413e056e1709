//! What can be wrong with what is handed to this crate.

use crate::document::Anchor;

/// A link to where no reader should be led.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("links may lead to http, https, mailto, tel and our own pages, not to {0:?}")]
pub struct UnsafeAddress(pub String);

/// Why an amendment or a comparison cannot be applied to a text.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ApplyError {
    /// The text has no such block, or has it no longer.
    #[error(
        "there is no {0} in this text: compare with the revision that the amendment was made for"
    )]
    Gone(Anchor),
    /// The block reads otherwise than when the amendment was made.
    #[error("{0} was changed since: merge the amendment with the newer revision")]
    Changed(Anchor),
    /// The comparison was made from another text.
    #[error("the comparison was made from another text than the one it is applied to")]
    OtherText,
    /// An amendment that puts nothing in place of something is a deletion.
    #[error("the new wording is empty: to strike a block, delete it")]
    EmptyWording,
}

/// An anchor that does not read `p` and a number.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an anchor reads `p` and a number from 1 on, such as p4, not {0:?}")]
pub struct NotAnAnchor(pub String);
