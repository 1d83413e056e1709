//! Columns under all the names that exports have given them.

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Column {
    /// What it is called in a complaint that it is missing.
    pub(super) what: &'static str,
    /// Its names: ours first, then those of Polis' exports, new and old, then those of its database.
    names: &'static [&'static str],
}

pub(super) const PARTICIPANT: Column = Column {
    what: "the participant",
    names: &["participant", "participant-id", "voter-id", "voter", "pid"],
};
pub(super) const STATEMENT: Column = Column {
    what: "the statement",
    names: &["statement", "statement-id", "comment-id", "tid"],
};
pub(super) const VOTE: Column = Column {
    what: "the vote",
    names: &["vote"],
};
pub(super) const TIME: Column = Column {
    what: "the time",
    names: &["timestamp", "time", "created"],
};
/// In a table of statements the word for the statement may also be its text, so `id` goes first.
pub(super) const ID: Column = Column {
    what: "the statement's id",
    names: &["id", "statement-id", "comment-id", "tid", "statement"],
};
pub(super) const TEXT: Column = Column {
    what: "the statement's text",
    names: &["text", "comment-body", "comment", "txt"],
};
pub(super) const MODERATION: Column = Column {
    what: "the moderation",
    names: &["moderation", "moderated", "mod"],
};
pub(super) const IS_META: Column = Column {
    what: "whether it is meta",
    names: &["is-meta", "meta"],
};
pub(super) const IS_SEED: Column = Column {
    what: "whether it is a seed",
    names: &["is-seed", "seed"],
};
pub(super) const AUTHOR: Column = Column {
    what: "the author",
    names: &["author", "author-id", "pid"],
};
/// Polis' spreadsheets have two g.
pub(super) const AGREES: Column = Column {
    what: "how many agreed",
    names: &["agrees", "aggrees"],
};
pub(super) const DISAGREES: Column = Column {
    what: "how many disagreed",
    names: &["disagrees"],
};

impl Column {
    /// Where it stands among names that were [`folded`].
    pub(super) fn place(self, header: &[String]) -> Option<usize> {
        let known = |name: &&str| header.iter().position(|other| other == name);
        self.names.iter().find_map(known)
    }

    /// The name under which it stands there.
    pub(super) fn name(self, header: &[String]) -> Option<&str> {
        self.place(header).map(|place| header[place].as_str())
    }

    /// Its names, for a complaint.
    pub(super) fn known_as(self) -> String {
        let quoted: Vec<String> = self.names.iter().map(|name| format!("{name:?}")).collect();
        quoted.join(", ")
    }
}

/// `Comment ID`, `comment_id` and `comment-id` are one name.
pub(super) fn folded(name: &str) -> String {
    name.trim().to_lowercase().replace(['_', ' '], "-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_found_under_any_of_its_names() {
        for name in ["statement", "Comment ID", "comment_id", "comment-id", "tid"] {
            assert_eq!(STATEMENT.place(&["vote".to_owned(), folded(name)]), Some(1));
        }
        assert_eq!(STATEMENT.place(&["vote".to_owned()]), None);
    }
}
