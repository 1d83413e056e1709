//! Who may do what: one table, asked by every handler through its permit.

/// Someone acting in a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Actor {
    /// Anybody, not signed in.
    Visitor,
    /// Whoever runs the program from its command line.
    Operator,
}

/// Something that can be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Read what has been released.
    ReadReleased,
    /// Read what has not.
    ReadDraft,
    /// Change what has not.
    EditDraft,
    /// Make a release.
    Release,
    /// Mark sessions as one's own.
    KeepMarks,
}

impl Action {
    /// All actions, for tables over them.
    pub const ALL: [Self; 5] = [
        Self::ReadReleased,
        Self::ReadDraft,
        Self::EditDraft,
        Self::Release,
        Self::KeepMarks,
    ];
}

/// Whether `actor` may do `action`.
#[must_use]
pub const fn may(actor: Actor, action: Action) -> bool {
    match (actor, action) {
        (_, Action::ReadReleased) | (Actor::Visitor, Action::KeepMarks) => true,
        (Actor::Operator, Action::ReadDraft | Action::EditDraft | Action::Release) => true,
        (Actor::Visitor, Action::ReadDraft | Action::EditDraft | Action::Release) => false,
        // Marks belong to a browser, and the command line has none.
        (Actor::Operator, Action::KeepMarks) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_visitor_reads_what_is_released_and_keeps_marks_and_nothing_else() {
        let allowed: Vec<Action> = Action::ALL
            .into_iter()
            .filter(|&action| may(Actor::Visitor, action))
            .collect();
        assert_eq!(allowed, [Action::ReadReleased, Action::KeepMarks]);
    }

    #[test]
    fn the_operator_does_everything_but_keep_marks() {
        let refused: Vec<Action> = Action::ALL
            .into_iter()
            .filter(|&action| !may(Actor::Operator, action))
            .collect();
        assert_eq!(refused, [Action::KeepMarks]);
    }
}
