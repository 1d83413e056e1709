//! Facets of recommendations: each narrows the list by one value, and says how many each of its values
//! would leave if only the other facets were chosen.

use wiec_kit::address;
use wiec_kit::messages::Messages;
use wiec_model::challenge::{ADDRESSEES, COSTS, Challenge, HORIZONS, INSTRUMENTS, Recommendation};
use wiec_model::register::Proposal;
use wiec_model::{Lang, Programme};

use super::addresses;
use super::words;

/// A recommendation with where it comes from.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    pub proposal: &'a Proposal,
    pub challenge: &'a Challenge,
    pub recommendation: &'a Recommendation,
}

/// A way of narrowing the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Facet {
    Theme,
    Goal,
    Instrument,
    Addressee,
    Horizon,
    Priority,
    Cost,
}

/// What is chosen: at most one value a facet, in the order of [`Facet::ALL`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chosen(pub [Option<String>; 7]);

/// A facet as a page offers it.
pub struct FacetView {
    pub name: &'static str,
    pub options: Vec<OptionView>,
    pub is_open: bool,
}

/// One of its values.
pub struct OptionView {
    pub name: String,
    /// The line of the town plan, for themes.
    pub line: Option<&'static str>,
    pub count: usize,
    pub is_chosen: bool,
    pub href: String,
}

impl Facet {
    /// All of them, in the order in which pages offer them.
    pub const ALL: [Self; 7] = [
        Self::Theme,
        Self::Goal,
        Self::Instrument,
        Self::Addressee,
        Self::Horizon,
        Self::Priority,
        Self::Cost,
    ];

    /// What a recommendation has of it.
    pub fn values(self, row: Row<'_>) -> Vec<String> {
        let of = row.recommendation;
        match self {
            Self::Theme => vec![row.challenge.track.to_string()],
            Self::Goal if row.challenge.goals.is_empty() => {
                let goals = row.proposal.about.goals.iter();
                goals.map(ToString::to_string).collect()
            }
            Self::Goal => row
                .challenge
                .goals
                .iter()
                .map(ToString::to_string)
                .collect(),
            Self::Instrument => of.instrument.iter().cloned().collect(),
            Self::Addressee => of.addressee.iter().cloned().collect(),
            Self::Horizon => of.horizon.iter().cloned().collect(),
            Self::Priority => of.priority.iter().map(ToString::to_string).collect(),
            Self::Cost => of.cost.iter().cloned().collect(),
        }
    }

    fn name(self, m: &Messages) -> &'static str {
        match self {
            Self::Theme => m.read_facet_theme(),
            Self::Goal => m.read_facet_goal(),
            Self::Instrument => m.read_facet_instrument(),
            Self::Addressee => m.read_facet_addressee(),
            Self::Horizon => m.read_facet_horizon(),
            Self::Priority => m.read_facet_priority(),
            Self::Cost => m.read_facet_cost(),
        }
    }

    /// What one of its values is called.
    fn called(self, value: &str, programme: &Programme, lang: Lang, m: &Messages) -> String {
        let goal = |slug: &str| {
            programme
                .goals
                .iter()
                .find(|goal| goal.slug.as_str() == slug)
        };
        match self {
            Self::Theme => programme
                .track(value)
                .map_or(value, |track| track.name.words(lang))
                .to_owned(),
            Self::Goal => goal(value)
                .map_or(value, |goal| goal.name.words(lang))
                .to_owned(),
            Self::Instrument => words::instrument(value, m).to_owned(),
            Self::Addressee => words::addressee(value, m).to_owned(),
            Self::Horizon => words::horizon(value, m).to_owned(),
            Self::Priority => m.read_priority(value.to_owned()),
            Self::Cost => words::cost(value, m).to_owned(),
        }
    }

    /// The values that pages offer: those that a recommendation has, in the order of the programme or of
    /// the model, others behind them.
    fn options(self, rows: &[Row<'_>], programme: &Programme) -> Vec<String> {
        let mut found: Vec<String> = rows.iter().flat_map(|row| self.values(*row)).collect();
        found.sort_unstable();
        found.dedup();
        let order: Vec<&str> = match self {
            Self::Theme => programme.tracks.iter().map(|it| it.slug.as_str()).collect(),
            Self::Goal => programme.goals.iter().map(|it| it.slug.as_str()).collect(),
            Self::Instrument => INSTRUMENTS.to_vec(),
            Self::Addressee => ADDRESSEES.to_vec(),
            Self::Horizon => HORIZONS.to_vec(),
            Self::Priority => Vec::new(),
            Self::Cost => COSTS.to_vec(),
        };
        let place = |value: &String| {
            let known = order.iter().position(|known| known == value);
            let number = value.parse::<u32>().unwrap_or_default();
            (known.unwrap_or(usize::MAX), number)
        };
        found.sort_by_key(place);
        found
    }
}

impl Chosen {
    /// What an address asks for; values that no recommendation has are not asked for.
    pub fn asked(asks: impl Fn(&str) -> Option<String>, lang: Lang, rows: &[Row<'_>]) -> Self {
        let names = addresses::words(lang).facets;
        let mut chosen = Self::default();
        for (at, facet) in Facet::ALL.into_iter().enumerate() {
            chosen.0[at] = asks(names[at])
                .filter(|value| rows.iter().any(|row| facet.values(*row).contains(value)));
        }
        chosen
    }

    /// Whether a recommendation is among those that are wanted, whatever is chosen in the facet `but`.
    pub fn takes(&self, row: Row<'_>, but: Option<Facet>) -> bool {
        let mut facets = Facet::ALL.into_iter().zip(&self.0);
        facets.all(|(facet, value)| {
            Some(facet) == but
                || value
                    .as_ref()
                    .is_none_or(|value| facet.values(row).contains(value))
        })
    }

    /// The question that asks for this.
    pub fn query(&self, lang: Lang) -> String {
        let names = addresses::words(lang).facets;
        let pairs: Vec<(&str, &str)> = names
            .into_iter()
            .zip(&self.0)
            .map(|(name, value)| (name, value.as_deref().unwrap_or_default()))
            .collect();
        address::query(&pairs)
    }

    /// The same with another value in one facet; without any, if it is this already.
    fn turned(&self, at: usize, value: &str) -> Self {
        let mut turned = self.clone();
        let is_chosen = self.0[at].as_deref() == Some(value);
        turned.0[at] = (!is_chosen).then(|| value.to_owned());
        turned
    }

    /// What is chosen, with the address that takes it back.
    pub fn ways_out(
        &self,
        page: &str,
        programme: &Programme,
        lang: Lang,
        m: &Messages,
    ) -> Vec<(String, String)> {
        let way_out = |(at, facet): (usize, Facet)| {
            let value = self.0[at].as_deref()?;
            let name = facet.called(value, programme, lang, m);
            Some((name, page.to_owned() + &self.turned(at, value).query(lang)))
        };
        Facet::ALL
            .into_iter()
            .enumerate()
            .filter_map(way_out)
            .collect()
    }

    /// The facets with their values, counted.
    pub fn facets(
        &self,
        rows: &[Row<'_>],
        page: &str,
        programme: &Programme,
        lang: Lang,
        m: &Messages,
    ) -> Vec<FacetView> {
        let view = |(at, facet): (usize, Facet)| {
            let others: Vec<Row<'_>> = rows
                .iter()
                .copied()
                .filter(|row| self.takes(*row, Some(facet)))
                .collect();
            let option = |value: String| OptionView {
                name: facet.called(&value, programme, lang, m),
                line: (facet == Facet::Theme)
                    .then(|| programme.track(&value).map(|track| track.line.key()))
                    .flatten(),
                count: others
                    .iter()
                    .filter(|row| facet.values(**row).contains(&value))
                    .count(),
                is_chosen: self.0[at].as_ref() == Some(&value),
                href: page.to_owned() + &self.turned(at, &value).query(lang),
            };
            let options = facet.options(rows, programme);
            FacetView {
                name: facet.name(m),
                options: options.into_iter().map(option).collect(),
                is_open: at < 4 || self.0[at].is_some(),
            }
        };
        let all = Facet::ALL.into_iter().enumerate().map(view);
        all.filter(|facet| !facet.options.is_empty()).collect()
    }
}
