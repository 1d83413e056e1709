//! The values of calls in words, as the office reads them.

use jiff::Timestamp;
use wiec_kit::dates;
use wiec_kit::messages::Messages;
use wiec_model::Zone;
use wiec_model::calls::{
    Access, Anonymity, AuthorStanding, Bid, CallKind, Gate, Interest, ReviewPhase, Sight, Tier,
    Visible,
};

/// What is submitted.
pub fn kind(it: CallKind, m: &Messages) -> &'static str {
    match it {
        CallKind::Kaleidoscope => m.calls_office_kind_kaleidoscope(),
        CallKind::Practice => m.calls_office_kind_practice(),
        CallKind::Poster => m.calls_office_kind_poster(),
        CallKind::Flop => m.calls_office_kind_flop(),
    }
}

/// Whom a call takes submissions from.
pub fn access(it: Access, m: &Messages) -> &'static str {
    match it {
        Access::Open => m.calls_office_access_open(),
        Access::ByCode => m.calls_office_access_code(),
    }
}

/// The key of that in forms.
pub const fn access_key(it: Access) -> &'static str {
    match it {
        Access::Open => "open",
        Access::ByCode => "by_code",
    }
}

/// A size of place.
pub fn tier(it: Tier, m: &Messages) -> &'static str {
    match it {
        Tier::Metropolis => m.calls_office_tier_metropolis(),
        Tier::Agglomeration => m.calls_office_tier_agglomeration(),
        Tier::MidSize => m.calls_office_tier_mid_size(),
        Tier::SmallTown => m.calls_office_tier_small_town(),
        Tier::Region => m.calls_office_tier_region(),
    }
}

/// From whom names are kept.
pub fn anonymity(it: Anonymity, m: &Messages) -> &'static str {
    match it {
        Anonymity::None => m.calls_office_anonymity_none(),
        Anonymity::Public => m.calls_office_anonymity_public(),
        Anonymity::Committee => m.calls_office_anonymity_committee(),
    }
}

/// Whether members know whose submissions they judge.
pub fn sight(it: Sight, m: &Messages) -> &'static str {
    match it {
        Sight::Open => m.calls_office_sight_open(),
        Sight::Blind => m.calls_office_sight_blind(),
    }
}

/// The key of that in forms.
pub const fn sight_key(it: Sight) -> &'static str {
    match it {
        Sight::Open => "open",
        Sight::Blind => "blind",
    }
}

/// What the committee does.
pub fn phase(it: ReviewPhase, m: &Messages) -> &'static str {
    match it {
        ReviewPhase::Waiting => m.calls_office_phase_waiting(),
        ReviewPhase::Bids => m.calls_office_phase_bids(),
        ReviewPhase::Reviewing => m.calls_office_phase_reviewing(),
        ReviewPhase::Discussion => m.calls_office_phase_discussion(),
        ReviewPhase::Over => m.calls_office_phase_over(),
    }
}

/// Why somebody should not judge something.
pub fn interest(it: Interest, m: &Messages) -> &'static str {
    match it {
        Interest::Own => m.calls_office_interest_own(),
        Interest::SameBody => m.calls_office_interest_same_body(),
        Interest::CoAuthor => m.calls_office_interest_co_author(),
        Interest::SameTown => m.calls_office_interest_same_town(),
        Interest::Declared => m.calls_office_interest_declared(),
    }
}

/// How gladly somebody would judge something.
pub fn bid(it: Bid, m: &Messages) -> &'static str {
    match it {
        Bid::Yes => m.calls_office_bid_yes(),
        Bid::Maybe => m.calls_office_bid_maybe(),
        Bid::No => m.calls_office_bid_no(),
    }
}

/// Who reads replies.
pub fn visible(it: Visible, m: &Messages) -> &'static str {
    match it {
        Visible::Office => m.calls_office_visible_office(),
        Visible::Committee => m.calls_office_visible_committee(),
        Visible::Public => m.calls_office_visible_public(),
    }
}

/// How somebody came to be an author.
pub fn standing(it: AuthorStanding, m: &Messages) -> &'static str {
    match it {
        AuthorStanding::Submitter => m.calls_office_standing_submitter(),
        AuthorStanding::Invited => m.calls_office_standing_invited(),
        AuthorStanding::Confirmed => m.calls_office_standing_confirmed(),
        AuthorStanding::Removed => m.calls_office_standing_removed(),
    }
}

/// What became of a submission, by the word of its state, with the class of its tag.
pub fn state(word: &str, m: &Messages) -> (&'static str, &'static str) {
    match word {
        "draft" => (m.calls_office_state_draft(), ""),
        "submitted" => (m.calls_office_state_submitted(), "is-info"),
        "withdrawn" => (m.calls_office_state_withdrawn(), ""),
        "accepted" => (m.calls_office_state_accepted(), "is-ok"),
        "rejected" => (m.calls_office_state_rejected(), "is-bad"),
        "reserve" => (m.calls_office_state_reserve(), "is-warn"),
        "confirmed" => (m.calls_office_state_confirmed(), "is-ok"),
        _ => (m.calls_office_state_declined(), "is-bad"),
    }
}

/// Whether a call takes anything.
pub fn gate(it: Gate, zone: &Zone, m: &Messages) -> String {
    let moment = |at: Timestamp| dates::moment(at, zone, m.lang());
    match it {
        Gate::NotYet { opens_at: None } => m.calls_office_gate_hidden().to_owned(),
        Gate::NotYet { opens_at: Some(at) } => m.calls_office_gate_not_yet(moment(at)),
        Gate::Open { closes_at: None } => m.calls_office_gate_open().to_owned(),
        Gate::Open {
            closes_at: Some(at),
        } => m.calls_office_gate_open_until(moment(at)),
        Gate::Grace { until, .. } => m.calls_office_gate_grace(moment(until)),
        Gate::Closed { closed_at } => m.calls_office_gate_closed(moment(closed_at)),
    }
}
