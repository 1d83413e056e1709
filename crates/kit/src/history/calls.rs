//! The words of the history for calls, and for what is offered to them.

use crate::messages::Messages;

/// What a field is called, if a call or something offered to one has it.
pub fn field(key: &str, m: &Messages) -> Option<&'static str> {
    Some(match key {
        "window" => m.history_field_window(),
        "extended_to" => m.history_field_extended_to(),
        "grace_minutes" => m.history_field_grace_minutes(),
        "guide" => m.history_field_guide(),
        "rules" => m.history_field_rules(),
        "limits" => m.history_field_limits(),
        "per_person" => m.history_field_per_person(),
        "summary" => m.history_field_summary(),
        "tiers" => m.history_field_tiers(),
        "licence" => m.history_field_licence(),
        "consents" => m.history_field_consents(),
        "questions" => m.history_field_questions(),
        "anonymity" => m.history_field_anonymity(),
        "review" => m.history_field_review(),
        "criteria" => m.history_field_criteria(),
        "weight" => m.history_field_weight(),
        "least" => m.history_field_least(),
        "most" => m.history_field_most(),
        "phase" => m.history_field_phase(),
        "from" => m.history_field_from_when(),
        "sight" => m.history_field_sight(),
        "each" => m.history_field_each(),
        "load" => m.history_field_load(),
        "barred" => m.history_field_barred(),
        "quotas" => m.history_field_quotas(),
        "of" => m.history_field_of_what(),
        "all" => m.history_field_all(),
        "tier" => m.history_field_tier(),
        "remind_days" => m.history_field_remind_days(),
        "latest" => m.history_field_latest(),
        "committee" => m.history_field_committee(),
        "label" => m.history_field_label(),
        "hint" => m.history_field_hint(),
        "required" => m.history_field_required(),
        "visible" => m.history_field_visible(),
        "options" => m.history_field_options(),
        "text" => m.history_field_text(),
        "url" => m.history_field_url(),
        "uses" => m.history_field_uses(),
        "code_revoked" => m.history_field_code_revoked(),
        "call" => m.history_field_call(),
        "member" => m.history_field_member(),
        "member_removed" => m.history_field_member_removed(),
        "freed" => m.history_field_freed(),
        "assigned" => m.history_field_assigned(),
        "unassigned" => m.history_field_unassigned(),
        "added" => m.history_field_added(),
        "removed" => m.history_field_removed(),
        "decision" => m.history_field_decision(),
        "seconded" => m.history_field_seconded(),
        "reserve" => m.history_field_reserve(),
        "redactions" => m.history_field_redactions(),
        "file" => m.history_field_file(),
        "size_bytes" => m.history_field_size_bytes(),
        "file_removed" => m.history_field_file_removed(),
        "file_cleared" => m.history_field_file_cleared(),
        "session" => m.history_field_session(),
        "revision" => m.history_field_revision(),
        "prepared" => m.history_field_prepared(),
        "interest" => m.history_field_interest(),
        "given" => m.history_field_given(),
        "author" => m.history_field_author(),
        _ => return None,
    })
}

/// What a field of this thing is called, where the same key means something else in the programme.
pub fn field_of(subject: &str, key: &str, m: &Messages) -> Option<&'static str> {
    let kind = subject.split(' ').next()?;
    Some(match (kind, key) {
        ("call", "access") => m.history_field_call_access(),
        ("submission", "position") => m.history_field_running_place(),
        _ => return None,
    })
}

/// Whether a field names an account.
pub fn names_an_account(key: &str) -> bool {
    matches!(key, "member" | "member_removed" | "assigned" | "unassigned")
}

/// Whether a field says only that something was done, to what nobody knows by its key.
pub fn is_done(key: &str) -> bool {
    matches!(key, "code_revoked" | "file_cleared")
}

/// A value as people call it, if it is one of a few.
pub fn value(key: &str, word: &str, m: &Messages) -> Option<&'static str> {
    Some(match (key, word) {
        ("kind", "kaleidoscope") => m.history_value_kaleidoscope(),
        ("kind", "practice") => m.history_value_practice(),
        ("kind", "poster") => m.history_value_poster(),
        ("kind", "flop") => m.history_value_flop(),
        ("access", "open") => m.history_value_open(),
        ("access", "by_code") => m.history_value_by_code(),
        ("anonymity", "none") => m.history_value_not_anonymous(),
        ("anonymity", "public") => m.history_value_from_public(),
        ("anonymity", "committee") => m.history_value_from_committee(),
        ("sight", "open") => m.history_value_sight_open(),
        ("sight", "blind") => m.history_value_sight_blind(),
        ("phase", "waiting") => m.history_value_phase_waiting(),
        ("phase", "bids") => m.history_value_phase_bids(),
        ("phase", "reviewing") => m.history_value_phase_reviewing(),
        ("phase", "discussion") => m.history_value_phase_discussion(),
        ("phase", "over") => m.history_value_phase_over(),
        ("state", "draft") => m.history_value_draft(),
        ("state", "submitted") => m.history_value_submitted(),
        ("state", "withdrawn") => m.history_value_withdrawn(),
        ("state", "accepted") => m.history_value_state_accepted(),
        ("state", "rejected") => m.history_value_state_rejected(),
        ("state", "reserve") => m.history_value_in_reserve(),
        ("state", "confirmed") => m.history_value_confirmed(),
        ("state", "declined") => m.history_value_declined(),
        ("decision" | "seconded", "accept") => m.history_value_accept(),
        ("decision" | "seconded", "reserve") => m.history_value_to_reserve(),
        ("decision" | "seconded", "reject") => m.history_value_reject(),
        ("interest", "declared") => m.history_value_interest_declared(),
        ("interest", "withdrawn") => m.history_value_interest_withdrawn(),
        ("author", "invited") => m.history_value_author_invited(),
        ("author", "confirmed") => m.history_value_author_confirmed(),
        ("author", "removed") => m.history_value_author_removed(),
        ("author", "changed") => m.history_value_author_changed(),
        ("tier" | "tiers", "metropolis") => m.history_value_metropolis(),
        ("tier" | "tiers", "agglomeration") => m.history_value_agglomeration(),
        ("tier" | "tiers", "mid_size") => m.history_value_mid_size(),
        ("tier" | "tiers", "small_town") => m.history_value_small_town(),
        ("tier" | "tiers", "region") => m.history_value_region(),
        _ => return None,
    })
}
