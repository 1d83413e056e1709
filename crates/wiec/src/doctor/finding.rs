//! One thing that was looked at.

use std::fmt;

/// What was found, and how to mend it where something is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Finding {
    pub(crate) verdict: Verdict,
    what: String,
    mend: Option<String>,
}

/// How it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// As it should be.
    Good,
    /// Not as it should be.
    Wrong,
    /// It could not be looked at, or is worth a thought.
    Note,
}

impl Finding {
    pub(super) fn good(what: impl Into<String>) -> Self {
        Self {
            verdict: Verdict::Good,
            what: what.into(),
            mend: None,
        }
    }

    pub(super) fn note(what: impl Into<String>) -> Self {
        Self {
            verdict: Verdict::Note,
            what: what.into(),
            mend: None,
        }
    }

    pub(super) fn wrong(what: impl Into<String>, mend: impl Into<String>) -> Self {
        Self {
            verdict: Verdict::Wrong,
            what: what.into(),
            mend: Some(mend.into()),
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mark = match self.verdict {
            Verdict::Good => '✓',
            Verdict::Wrong => '✗',
            Verdict::Note => '–',
        };
        write!(f, "{mark} {}", self.what)?;
        self.mend
            .as_ref()
            .map_or(Ok(()), |mend| write!(f, "\n  → {mend}"))
    }
}
