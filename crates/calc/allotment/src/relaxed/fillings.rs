//! The whole parties that can fill one event, and what the best of them gain.

/// The parties of one size: the fewest and the most that the event may take, and what so many of
/// them gain at best, from none to all.
pub(super) struct Choice {
    pub(super) size: usize,
    pub(super) parties: (usize, usize),
    pub(super) gains: Vec<i128>,
}

/// What fills a room best.
pub(super) struct Fillings<'a> {
    choices: &'a [Choice],
    /// For each number of choices, for each room, the highest gain with only the first so many.
    first: Vec<Vec<Option<i128>>>,
    /// The same without the first so many.
    others: Vec<Vec<Option<i128>>>,
}

impl<'a> Fillings<'a> {
    pub(super) fn new(room: usize, choices: &'a [Choice]) -> Self {
        let mut first = vec![vec![Some(0); room + 1]];
        for choice in choices {
            first.push(with(&first[first.len() - 1], choice));
        }
        let mut others = vec![vec![Some(0); room + 1]];
        for choice in choices.iter().rev() {
            others.push(with(&others[others.len() - 1], choice));
        }
        others.reverse();
        Self {
            choices,
            first,
            others,
        }
    }

    /// The highest gain, unless more parties must come than fit.
    pub(super) fn best(&self) -> Option<i128> {
        self.others[0].last().copied().flatten()
    }

    /// The fewest and the most parties of a choice in fillings that gain so much.
    pub(super) fn range(&self, choice: usize, gain: i128) -> Option<(usize, usize)> {
        let (least, most) = self.choices[choice].parties;
        let enough = |number: &usize| self.at(choice, *number).is_some_and(|it| it >= gain);
        let low = (least..=most).find(enough)?;
        Some((low, (low..=most).rev().find(enough)?))
    }

    /// The highest gain with so many parties of a choice.
    fn at(&self, choice: usize, number: usize) -> Option<i128> {
        let Choice { size, gains, .. } = &self.choices[choice];
        let room = (self.first[choice].len() - 1).checked_sub(number * size)?;
        let split = |of_first| {
            Some(self.first[choice][of_first]? + self.others[choice + 1][room - of_first]?)
        };
        Some((0..=room).filter_map(split).max()? + gains.get(number)?)
    }
}

/// For each room, the highest gain once a choice is allowed too.
fn with(best: &[Option<i128>], choice: &Choice) -> Vec<Option<i128>> {
    let (least, most) = choice.parties;
    let most = most.min(choice.gains.len() - 1);
    let of_room = |room: usize| {
        let numbers = least..=most.min(room / choice.size);
        let gain = |number: usize| Some(best[room - number * choice.size]? + choice.gains[number]);
        numbers.filter_map(gain).max()
    };
    (0..best.len()).map(of_room).collect()
}
