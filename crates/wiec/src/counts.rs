//! How much a programme holds, in words.

use std::fmt;

use wiec_model::Programme;

/// How many of everything a programme holds, each with its word in the singular and the plural.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Counts([(usize, &'static str, &'static str); 5]);

impl Counts {
    /// Counts a programme.
    pub(crate) fn of(programme: &Programme) -> Self {
        Self([
            (programme.days.len(), "day", "days"),
            (programme.rooms.len(), "room", "rooms"),
            (programme.sessions.len(), "session", "sessions"),
            (programme.people.len(), "person", "people"),
            (programme.proposals.len(), "proposal", "proposals"),
        ])
    }

    /// What there is more or less of than before: `1 room fewer, 3 sessions more`; the same counts give `None`.
    pub(crate) fn since(&self, before: &Self) -> Option<String> {
        let changes: Vec<String> = self
            .0
            .iter()
            .zip(&before.0)
            .filter_map(|(now, before)| change(*now, before.0))
            .collect();
        (!changes.is_empty()).then(|| changes.join(", "))
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counts: Vec<String> = self
            .0
            .iter()
            .map(|&(count, one, many)| counted(count, one, many))
            .collect();
        f.write_str(&counts.join(", "))
    }
}

fn change((now, one, many): (usize, &str, &str), before: usize) -> Option<String> {
    let direction = if now > before { "more" } else { "fewer" };
    (now != before).then(|| format!("{} {direction}", counted(now.abs_diff(before), one, many)))
}

fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(sessions: usize, people: usize) -> Counts {
        Counts([
            (3, "day", "days"),
            (1, "room", "rooms"),
            (sessions, "session", "sessions"),
            (people, "person", "people"),
            (0, "proposal", "proposals"),
        ])
    }

    #[test]
    fn counts_are_words() {
        assert_eq!(
            counts(45, 1).to_string(),
            "3 days, 1 room, 45 sessions, 1 person, 0 proposals"
        );
    }

    #[test]
    fn only_what_differs_is_said() {
        assert_eq!(
            counts(45, 7).since(&counts(46, 5)).as_deref(),
            Some("1 session fewer, 2 people more")
        );
        assert_eq!(counts(45, 7).since(&counts(45, 7)), None);
    }
}
