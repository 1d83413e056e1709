//! Rows of the form: the organisers' questions, and what people agree to.

use wiec_kit::form::{FormData, rows};

/// More of either would be a survey, and nobody would register.
const MOST: usize = 20;

/// What there are rows of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// The organisers' questions.
    Questions,
    /// What people agree to.
    Consents,
}

impl Group {
    const ALL: [Self; 2] = [Self::Questions, Self::Consents];

    /// The name of the field that lists its rows.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Questions => "question",
            Self::Consents => "consent",
        }
    }

    /// The name of a field of one of its rows.
    pub fn field(self, row: u32, field: &str) -> String {
        format!("{}-{row}-{field}", self.key())
    }
}

/// The rows of a group, in their order.
pub fn ids(data: &FormData, group: Group) -> Vec<u32> {
    rows::ids(data, group.key(), MOST)
}

/// The same form after the button of a row: `up.question.3`, `add.consent`. None if none was pressed.
pub fn moved(data: &FormData) -> Option<FormData> {
    let is_group = |key: &str| Group::ALL.into_iter().any(|group| group.key() == key);
    rows::moved(data, MOST, is_group)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(act: &str) -> Vec<u32> {
        let rows = ["4", "0", "2"].map(|id| ("question", id));
        let mut fields = rows.to_vec();
        fields.push(("act", act));
        let data = FormData::of(&fields);
        ids(&moved(&data).unwrap_or(data), Group::Questions)
    }

    #[test]
    fn a_row_goes_up_and_down_and_away_and_a_new_one_comes_last() {
        assert_eq!(after("up.question.0"), [0, 4, 2]);
        assert_eq!(after("down.question.0"), [4, 2, 0]);
        assert_eq!(after("remove.question.0"), [4, 2]);
        assert_eq!(after("add.question"), [4, 0, 2, 5]);
    }

    #[test]
    fn what_cannot_be_moved_stays() {
        for act in [
            "up.question.4",
            "down.question.2",
            "up.question.9",
            "add.consent",
            "x.question.0",
            "save",
            "",
        ] {
            assert_eq!(after(act), [4, 0, 2], "{act}");
        }
    }
}
