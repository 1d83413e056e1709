//! What states, decisions, tiers and recommendations are called on the pages of this part.

use wiec_kit::messages::Messages;
use wiec_model::calls::{Decision, Recommendation, RecordingConsent, Tier};

/// What a state is called, by its word.
pub fn state(word: &str, m: &Messages) -> &'static str {
    match word {
        "draft" => m.choosing_state_draft(),
        "submitted" => m.choosing_state_submitted(),
        "withdrawn" => m.choosing_state_withdrawn(),
        "accepted" => m.choosing_state_accepted(),
        "rejected" => m.choosing_state_rejected(),
        "reserve" => m.choosing_state_reserve(),
        "confirmed" => m.choosing_state_confirmed(),
        _ => m.choosing_state_declined(),
    }
}

/// What a decision is called.
pub fn decision(decision: Decision, m: &Messages) -> &'static str {
    match decision {
        Decision::Accept => m.choosing_decision_accept(),
        Decision::Reserve => m.choosing_decision_reserve(),
        Decision::Reject => m.choosing_decision_reject(),
    }
}

/// What a recommendation is called.
pub fn recommendation(one: Recommendation, m: &Messages) -> &'static str {
    match one {
        Recommendation::Accept => m.choosing_recommend_accept(),
        Recommendation::Maybe => m.choosing_recommend_maybe(),
        Recommendation::Reject => m.choosing_recommend_reject(),
    }
}

/// What a size of place is called; what says nothing of it is about no place in particular.
pub fn tier(tier: Option<Tier>, m: &Messages) -> &'static str {
    match tier {
        None => m.choosing_tier_none(),
        Some(Tier::Metropolis) => m.choosing_tier_metropolis(),
        Some(Tier::Agglomeration) => m.choosing_tier_agglomeration(),
        Some(Tier::MidSize) => m.choosing_tier_mid_size(),
        Some(Tier::SmallTown) => m.choosing_tier_small_town(),
        Some(Tier::Region) => m.choosing_tier_region(),
    }
}

/// What a speaker said about being recorded.
pub fn recording(consent: RecordingConsent, m: &Messages) -> &'static str {
    match consent {
        RecordingConsent::Unsaid => m.choosing_recording_unsaid(),
        RecordingConsent::Yes => m.choosing_recording_yes(),
        RecordingConsent::No => m.choosing_recording_no(),
    }
}
