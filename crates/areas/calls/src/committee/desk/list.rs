//! The list of the desk: which rows, in which order, and what each says.

use wiec_kit::acts::InCommittee;
use wiec_kit::form::{Choice, Form};
use wiec_kit::messages::Messages;
use wiec_kit::visit::Visit;
use wiec_model::calls::{Bid, Own, ReviewState, Tier};
use wiec_model::digest::sha256;
use wiec_model::{MapLine, Slug};

use crate::committee::item::{Bar, Item};
use crate::committee::view;

/// What can be chosen in the filter.
pub(super) struct Filters {
    pub shows: Vec<Choice>,
    pub tracks: Vec<Choice>,
    pub tiers: Vec<Choice>,
    pub sorts: Vec<Choice>,
}

/// A submission in the list.
pub(super) struct Row {
    pub code: String,
    pub title: String,
    pub lang: String,
    pub href: String,
    pub track: Option<(String, Option<MapLine>)>,
    pub tier: Option<&'static str>,
    pub state: Option<(&'static str, &'static str)>,
    pub bid: String,
    pub is_bid_on: bool,
}

pub(super) fn is_to_do(item: &Item) -> bool {
    let waits = matches!(item.own, Own::Assigned | Own::Review(ReviewState::Draft));
    item.bar == Bar::No && waits
}

/// Each member has an order of their own, the same every time: nobody's submission is judged by all when they
/// are fresh, or when they are tired.
pub(super) fn in_own_order(items: &mut [Item], account: &str) {
    items.sort_by_cached_key(|item| sha256(format!("{account}{}", item.submission.code)));
}

pub(super) fn is_wanted(filter: &Form, item: &Item) -> bool {
    let key = |name| Some(filter.value(name)).filter(|value| !value.is_empty());
    let show = match filter.value("show") {
        "todo" => is_to_do(item),
        "given" => matches!(item.own, Own::Review(ReviewState::Given { .. })),
        _ => true,
    };
    let track = item.track.as_ref().map(Slug::as_str);
    let tier = item.tier.map(Tier::key);
    show && key("track").is_none_or(|it| track == Some(it))
        && key("tier").is_none_or(|it| tier == Some(it))
}

pub(super) fn filters(m: &Messages, of: &InCommittee, items: &[Item]) -> Filters {
    let programme = &of.edition.release.programme;
    let any = || Choice::new("", m.committee_filter_any());
    let known = |key: &str| {
        items
            .iter()
            .any(|it| it.track.as_ref().is_some_and(|it| it.as_str() == key))
    };
    let tracks = programme
        .tracks
        .iter()
        .filter(|track| known(track.slug.as_str()));
    let tracks = tracks.map(|track| Choice::new(&track.slug, track.name.words(m.lang())));
    let tiers = Tier::ALL
        .into_iter()
        .filter(|tier| items.iter().any(|it| it.tier == Some(*tier)));
    let tiers = tiers.map(|tier| Choice::new(tier.key(), view::tier(m, tier)));
    Filters {
        shows: vec![
            Choice::new("", m.committee_show_all()),
            Choice::new("todo", m.committee_show_to_do()),
            Choice::new("given", m.committee_show_given()),
        ],
        tracks: std::iter::once(any()).chain(tracks).collect(),
        tiers: std::iter::once(any()).chain(tiers).collect(),
        sorts: vec![
            Choice::new("", m.committee_sort_own()),
            Choice::new("sent", m.committee_sort_sent()),
            Choice::new("title", m.committee_sort_title()),
        ],
    }
}

pub(super) fn bid_choices(m: &Messages) -> Vec<Choice> {
    let none = Choice::new("", m.committee_bid_none());
    let bids = Bid::ALL.map(|bid| Choice::new(bid.key(), view::bid(m, bid)));
    std::iter::once(none).chain(bids).collect()
}

pub(super) fn row(
    m: &Messages,
    of: &InCommittee,
    (visit, takes_bids): (&Visit, bool),
    item: Item,
) -> Row {
    let state = match (item.bar, item.own) {
        (Bar::Declared, _) => Some((m.committee_is_declared(), "is-warn")),
        (_, Own::Review(ReviewState::Given { .. })) => Some((m.committee_is_given(), "is-ok")),
        (_, Own::Review(ReviewState::Draft)) => Some((m.committee_is_begun(), "is-warn")),
        (_, Own::Assigned) if !takes_bids => Some((m.committee_is_to_do(), "")),
        _ => None,
    };
    let programme = &of.edition.release.programme;
    Row {
        href: visit.paths().judged(&of.call.slug, &item.submission.code),
        code: item.submission.code.to_string(),
        lang: item.submission.words.lang.to_string(),
        title: item.title,
        track: item
            .track
            .map(|key| view::track(programme, &key, visit.lang)),
        tier: item.tier.map(|tier| view::tier(m, tier)),
        state,
        bid: item.bid.map(|bid| bid.key().to_owned()).unwrap_or_default(),
        is_bid_on: takes_bids && item.bar == Bar::No,
    }
}
