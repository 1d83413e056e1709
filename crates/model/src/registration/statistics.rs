//! Figures for the funder, in which nobody can be found.
//!
//! A figure below [`FEWEST`] is hidden. One hidden figure alone would follow from the total, so then
//! the smallest of the others is hidden too; and if what is hidden adds up to less than [`FEWEST`]
//! still, the next one. Zero is hidden like any other small figure: that nobody came tells as much.

use std::collections::BTreeMap;

/// The smallest figure that is shown.
pub const FEWEST: u32 = 5;

/// A figure in a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    /// So many.
    Shown(u32),
    /// Fewer than are shown, or one that would tell of those.
    Hidden,
}

/// A table of figures with their sum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table<K> {
    /// The figures, by what they count.
    pub rows: Vec<(K, Figure)>,
    /// All together; hidden where they are few.
    pub total: Figure,
}

/// Makes a table in which no figure below [`FEWEST`] can be seen or calculated.
#[must_use]
pub fn table<K: Ord + Clone>(counts: &BTreeMap<K, u32>) -> Table<K> {
    let total: u32 = counts.values().sum();
    let mut by_size: Vec<(&K, u32)> = counts.iter().map(|(key, count)| (key, *count)).collect();
    by_size.sort_by_key(|(_, count)| *count);
    let small = by_size.iter().filter(|(_, count)| *count < FEWEST).count();
    let mut hidden = small;
    // One hidden figure, or several that add up to fewer than may be seen, follow from the total.
    while hidden > 0 && hidden < by_size.len() && (hidden == 1 || sum(&by_size[..hidden]) < FEWEST)
    {
        hidden += 1;
    }
    let shown = |key: &K| {
        by_size[hidden..]
            .iter()
            .find(|(known, _)| *known == key)
            .map_or(Figure::Hidden, |(_, count)| Figure::Shown(*count))
    };
    Table {
        rows: counts.keys().map(|key| (key.clone(), shown(key))).collect(),
        total: if total < FEWEST {
            Figure::Hidden
        } else {
            Figure::Shown(total)
        },
    }
}

fn sum<K>(figures: &[(&K, u32)]) -> u32 {
    figures.iter().map(|(_, count)| count).sum()
}

/// How large a town is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TownSize {
    /// Below 20,000 inhabitants.
    Small,
    /// From 20,000 to 100,000.
    Middle,
    /// Above 100,000.
    Large,
    /// Not known.
    Unknown,
}

impl TownSize {
    /// All of them, in the order of tables.
    pub const ALL: [Self; 4] = [Self::Small, Self::Middle, Self::Large, Self::Unknown];

    /// The size of a town with so many inhabitants.
    #[must_use]
    pub const fn of(inhabitants: Option<u32>) -> Self {
        match inhabitants {
            None => Self::Unknown,
            Some(..20_000) => Self::Small,
            Some(20_000..=100_000) => Self::Middle,
            Some(_) => Self::Large,
        }
    }
}

/// The sixteen voivodeships by the first two digits of TERC, and what they are called.
pub const VOIVODESHIPS: [(&str, &str); 16] = [
    ("02", "dolnośląskie"),
    ("04", "kujawsko-pomorskie"),
    ("06", "lubelskie"),
    ("08", "lubuskie"),
    ("10", "łódzkie"),
    ("12", "małopolskie"),
    ("14", "mazowieckie"),
    ("16", "opolskie"),
    ("18", "podkarpackie"),
    ("20", "podlaskie"),
    ("22", "pomorskie"),
    ("24", "śląskie"),
    ("26", "świętokrzyskie"),
    ("28", "warmińsko-mazurskie"),
    ("30", "wielkopolskie"),
    ("32", "zachodniopomorskie"),
];

/// The voivodeship of a TERC code.
#[must_use]
pub fn voivodeship(terc: &str) -> Option<&'static str> {
    let code = terc.get(..2)?;
    VOIVODESHIPS
        .iter()
        .find(|(known, _)| *known == code)
        .map(|(_, name)| *name)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn figures(counts: &[u32]) -> Table<usize> {
        table(&counts.iter().copied().enumerate().collect())
    }

    #[test]
    fn large_figures_are_shown_as_they_are() {
        let shown = figures(&[5, 9, 300]);
        assert_eq!(
            shown.rows,
            [
                (0, Figure::Shown(5)),
                (1, Figure::Shown(9)),
                (2, Figure::Shown(300))
            ]
        );
        assert_eq!(shown.total, Figure::Shown(314));
    }

    #[test]
    fn a_small_figure_takes_the_next_one_with_it() {
        let shown = figures(&[3, 12, 300]);
        assert_eq!(
            shown.rows,
            [
                (0, Figure::Hidden),
                (1, Figure::Hidden),
                (2, Figure::Shown(300))
            ]
        );
    }

    proptest! {
        /// Whoever knows the total and what is shown learns of the hidden figures their sum. It is
        /// that of at least two, and of at least as many people as may be seen, unless all is hidden.
        #[test]
        fn no_hidden_figure_can_be_calculated(counts in prop::collection::vec(0_u32..40, 1..12)) {
            let shown = figures(&counts);
            let hidden: Vec<usize> = shown
                .rows
                .iter()
                .filter(|(_, figure)| *figure == Figure::Hidden)
                .map(|(row, _)| *row)
                .collect();
            for (row, count) in counts.iter().enumerate() {
                prop_assert!(*count >= FEWEST || hidden.contains(&row));
            }
            let sum: u32 = hidden.iter().map(|row| counts[*row]).sum();
            if !hidden.is_empty() && hidden.len() < counts.len() {
                prop_assert!(hidden.len() > 1);
                prop_assert!(sum >= FEWEST);
            }
            if hidden.len() == counts.len() && shown.total != Figure::Hidden {
                prop_assert!(counts.len() == 1 || sum >= FEWEST);
            }
        }
    }

    #[test]
    fn a_town_is_as_large_as_its_inhabitants_and_lies_where_its_code_says() {
        assert_eq!(TownSize::of(Some(19_999)), TownSize::Small);
        assert_eq!(TownSize::of(Some(100_000)), TownSize::Middle);
        assert_eq!(TownSize::of(Some(100_001)), TownSize::Large);
        assert_eq!(TownSize::of(None), TownSize::Unknown);
        assert_eq!(voivodeship("2661011"), Some("świętokrzyskie"));
        assert_eq!(voivodeship("99"), None);
        assert_eq!(voivodeship("ż"), None);
    }
}
