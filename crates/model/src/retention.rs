//! How long what is kept of people, and from when: one table, which the daily job carries out and the
//! public page shows. The reasons stand beside it, in `crates/jobs/README.md` and on that page.

/// A kind of data about people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kept {
    /// What somebody needs at the congress: an interpreter, a seat without steps.
    Needs,
    /// Answers to the organisers' own questions.
    Answers,
    /// Registrations that led to no place: declined, withdrawn, still waiting at the end.
    UnusedRegistrations,
    /// Registrations that led to a place, with their consents.
    Registrations,
    /// What letters said, and to whom.
    Letters,
    /// Jobs that are done or given up.
    Jobs,
    /// Ceremonies of signing in that nobody finished.
    Ceremonies,
    /// Tables of remarks that were sent to the office's pages, while somebody says what is in them.
    Uploads,
    /// Remarks that their authors never confirmed.
    UnconfirmedRemarks,
    /// Logins that have ended.
    Logins,
    /// Sessions marked in a browser without an account.
    Favourites,
    /// Submissions that led to no place in the programme, drafts too, with their files and reviews.
    UnusedSubmissions,
    /// Accounts that nobody has used since.
    Accounts,
}

/// The moment from which a period is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Since {
    /// The end of the last day of the congress.
    CongressEnd,
    /// When it was made, or sent, or came to its end.
    Done,
    /// When it was last used.
    LastUse,
}

impl Kept {
    /// The whole table, from what goes first.
    pub const ALL: [Self; 13] = [
        Self::Ceremonies,
        Self::Uploads,
        Self::UnconfirmedRemarks,
        Self::Needs,
        Self::Logins,
        Self::Jobs,
        Self::Answers,
        Self::UnusedRegistrations,
        Self::Letters,
        Self::Favourites,
        Self::UnusedSubmissions,
        Self::Accounts,
        Self::Registrations,
    ];

    /// How many days it is kept.
    #[must_use]
    pub const fn days(self) -> u16 {
        match self {
            Self::Ceremonies | Self::Uploads => 1,
            Self::UnconfirmedRemarks => 7,
            Self::Needs => 14,
            Self::Logins | Self::Jobs => 30,
            Self::Answers | Self::UnusedRegistrations | Self::Letters => 90,
            Self::Favourites | Self::UnusedSubmissions => 400,
            Self::Accounts => 730,
            // Five years, as public funders ask for their lists of participants.
            Self::Registrations => 1826,
        }
    }

    /// From when the days are counted.
    #[must_use]
    pub const fn since(self) -> Since {
        match self {
            Self::Needs
            | Self::Answers
            | Self::UnusedRegistrations
            | Self::UnusedSubmissions
            | Self::Registrations => Since::CongressEnd,
            Self::Letters
            | Self::Jobs
            | Self::Ceremonies
            | Self::Uploads
            | Self::UnconfirmedRemarks
            | Self::Logins => Since::Done,
            Self::Favourites | Self::Accounts => Since::LastUse,
        }
    }

    /// The key in logs and in the history: `needs`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Needs => "needs",
            Self::Answers => "answers",
            Self::UnusedRegistrations => "unused_registrations",
            Self::Registrations => "registrations",
            Self::Letters => "letters",
            Self::Jobs => "jobs",
            Self::Ceremonies => "ceremonies",
            Self::Uploads => "uploads",
            Self::UnconfirmedRemarks => "unconfirmed_remarks",
            Self::Logins => "logins",
            Self::Favourites => "favourites",
            Self::UnusedSubmissions => "unused_submissions",
            Self::Accounts => "accounts",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_lists_everything_once_and_what_goes_first_stands_first() {
        let days: Vec<u16> = Kept::ALL.into_iter().map(Kept::days).collect();
        assert!(days.is_sorted());
        let mut keys: Vec<&str> = Kept::ALL.into_iter().map(Kept::key).collect();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), Kept::ALL.len());
    }
}
