//! How people stand to an amendment, as a bar and in words.

use wiec_model::register::{Stance, Stances};

use super::setting::Setting;

/// The votes on a remark.
pub struct Votes {
    /// How many there are, in words.
    pub total: String,
    pub rows: [Vote; 3],
}

/// One of the three answers.
pub struct Vote {
    /// The word that a form sends.
    pub key: &'static str,
    /// The class of its colour.
    pub class: &'static str,
    pub icon: &'static str,
    /// What it is called in a list.
    pub name: &'static str,
    /// What its button says.
    pub button: &'static str,
    pub count: u32,
    pub percent: u32,
    /// Whether who is signed in stands so.
    pub is_mine: bool,
}

impl Votes {
    /// The votes on a remark, and how who is signed in stands to it.
    pub fn of(stances: Stances, mine: Option<Stance>, setting: &Setting<'_>) -> Self {
        let m = setting.m();
        let counts = [stances.supporters, stances.opponents, stances.abstentions];
        let [supporters, opponents, abstentions] = percents(counts);
        let vote = |stance: Stance, class, icon, name, button, count, percent| Vote {
            key: stance.key(),
            class,
            icon,
            name,
            button,
            count,
            percent,
            is_mine: mine == Some(stance),
        };
        Self {
            total: m.read_votes_total(stances.total()),
            rows: [
                vote(
                    Stance::For,
                    "f-za",
                    "check",
                    m.read_vote_for(),
                    m.read_button_for(),
                    counts[0],
                    supporters,
                ),
                vote(
                    Stance::Against,
                    "f-przeciw",
                    "close",
                    m.read_vote_against(),
                    m.read_button_against(),
                    counts[1],
                    opponents,
                ),
                vote(
                    Stance::Abstain,
                    "f-pas",
                    "minus",
                    m.read_vote_abstain(),
                    m.read_button_abstain(),
                    counts[2],
                    abstentions,
                ),
            ],
        }
    }
}

/// Shares in whole percents that add up to 100, if there is anything: the largest remainders are rounded
/// up. What is something is at least 1, taken from the largest.
pub fn percents<const N: usize>(counts: [u32; N]) -> [u32; N] {
    let total: u64 = counts.iter().copied().map(u64::from).sum();
    if total == 0 {
        return [0; N];
    }
    let share = |count: u32| u32::try_from(u64::from(count) * 100 / total).unwrap_or(100);
    let mut percents = counts.map(share);
    let missing = 100 - percents.iter().sum::<u32>();
    let mut by_remainder: Vec<usize> = (0..N).collect();
    by_remainder.sort_by_key(|&at| std::cmp::Reverse(u64::from(counts[at]) * 100 % total));
    for &at in by_remainder.iter().take(missing as usize) {
        percents[at] += 1;
    }
    for at in 0..N {
        if counts[at] > 0 && percents[at] == 0 {
            let most = (0..N).max_by_key(|&at| percents[at]).unwrap_or(at);
            percents[most] -= 1;
            percents[at] = 1;
        }
    }
    percents
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_add_up_to_a_hundred_and_nothing_said_is_hidden() {
        for (counts, shares) in [
            ([0, 0, 0], [0, 0, 0]),
            ([182, 41, 19], [75, 17, 8]),
            ([1, 1, 1], [34, 33, 33]),
            ([1000, 1, 0], [99, 1, 0]),
        ] {
            assert_eq!(percents(counts), shares, "{counts:?}");
        }
    }
}
