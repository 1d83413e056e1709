//! An amendment of the file as one of the text.

use std::fmt;

use wiec_text::{Amendment, Anchor, ApplyError, Document, Place};

use super::{AmendmentEntry, Change, ProposalEntry, Spot};

/// Why an amendment of the file cannot be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AmendmentError {
    /// The text has no such block.
    NoSuchBlock(Spot),
    /// The amendment that it amends is not in the file, or comes after it.
    NoSuchAmendment(u32),
    /// It cannot be applied.
    Unfit(ApplyError),
    /// It changes nothing.
    Nothing,
}

impl fmt::Display for AmendmentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoSuchBlock(spot) => write!(f, "there is no {spot} in the newest version"),
            Self::NoSuchAmendment(number) => {
                write!(f, "there is no amendment {number} before this one to amend")
            }
            Self::Unfit(error) => error.fmt(f),
            Self::Nothing => f.write_str("changes nothing: the wording is the one there is"),
        }
    }
}

impl ProposalEntry {
    /// An amendment of this proposal, made for `newest`, its newest version. One that amends another
    /// is made for the text as it reads after that one; `amendment` is then the whole of both.
    ///
    /// # Errors
    ///
    /// [`AmendmentError`], if it does not fit.
    pub fn amendment(
        &self,
        asked: &AmendmentEntry,
        newest: &Document,
    ) -> Result<Amendment, AmendmentError> {
        let made = match asked.amends {
            None => asked.change.amendment(newest)?,
            Some(number) => {
                let mut earlier = self.amendments.iter().take_while(|it| *it != asked);
                let amended = earlier.find(|it| it.number == number);
                let amended = amended.ok_or(AmendmentError::NoSuchAmendment(number))?;
                let amended = self.amendment(amended, newest)?;
                let after = amended.apply(newest).map_err(AmendmentError::Unfit)?;
                let change = asked.change.amendment(&after)?;
                let whole = amended.amended(newest, &change);
                whole.map_err(AmendmentError::Unfit)?
            }
        };
        match made.apply(newest).map_err(AmendmentError::Unfit)? {
            same if same == *newest => Err(AmendmentError::Nothing),
            _ => Ok(made),
        }
    }
}

impl Change {
    fn amendment(&self, text: &Document) -> Result<Amendment, AmendmentError> {
        let find = |spot: &Spot| spot.find(text).ok_or(AmendmentError::NoSuchBlock(*spot));
        let made = match self {
            Self::Reword(wordings) => {
                let wordings = wordings
                    .iter()
                    .map(|(spot, text)| Ok((find(spot)?, &**text)));
                let wordings: Vec<(Anchor, &str)> = wordings.collect::<Result<_, _>>()?;
                Amendment::rewording(text, &wordings)
            }
            Self::Insert { after, text: new } => {
                Amendment::inserting(text, Place::After(find(after)?), new)
            }
            Self::Delete(spots) => {
                let anchors: Vec<Anchor> = spots.iter().map(find).collect::<Result<_, _>>()?;
                Amendment::deleting(text, &anchors)
            }
        };
        made.map_err(AmendmentError::Unfit)
    }
}
