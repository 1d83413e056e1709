//! Words for roles and where they hold, for what becomes of letters, and for moments.

use wiec_kit::messages::Messages;
use wiec_model::Programme;
use wiec_model::rules::{Role, Scope};

/// What a role is for.
pub fn duty(role: Role, m: &Messages) -> &'static str {
    match role {
        Role::Organiser => m.office_role_organiser_duty(),
        Role::Editor => m.office_role_editor_duty(),
        Role::Committee => m.office_role_committee_duty(),
        Role::Chair => m.office_role_chair_duty(),
        Role::Rapporteur => m.office_role_rapporteur_duty(),
        Role::Expert => m.office_role_expert_duty(),
        Role::Observer => m.office_role_observer_duty(),
        Role::Speaker => m.office_role_speaker_duty(),
        Role::Facilitator => m.office_role_facilitator_duty(),
        Role::Volunteer => m.office_role_volunteer_duty(),
        Role::Participant => m.office_role_participant_duty(),
    }
}

/// Where a role holds, by the names that the draft has for its parts.
pub fn scope(scope: &Scope, draft: &Programme, m: &Messages) -> String {
    match scope {
        Scope::Installation => m.scope_installation().to_owned(),
        Scope::Congress { .. } => m.scope_congress().to_owned(),
        Scope::Call { call, .. } => m.scope_call(call.as_str()),
        Scope::Proposal { proposal, .. } => m.scope_proposal(proposal.as_str()),
        Scope::Session { session, .. } => {
            let known = draft.sessions.iter().find(|known| known.guid == *session);
            let title = known.map_or_else(String::new, |session| {
                format!("{} {}", session.code, session.title.words(m.lang()))
            });
            m.scope_session(title)
        }
    }
}

/// What became of a letter, by the word of its state.
pub fn state(word: &str, m: &Messages) -> &'static str {
    match word {
        "draft" => m.outbox_draft(),
        "queued" => m.outbox_queued(),
        "sent" => m.outbox_sent(),
        "failed" => m.outbox_failed(),
        _ => m.outbox_discarded(),
    }
}

/// What kind of letter it is; of one that was not foreseen here, its key.
pub fn template(key: &str, m: &Messages) -> String {
    let known = match key {
        "release" => m.outbox_kind_release(),
        "mailing" | "registration-mailing" => m.outbox_kind_mailing(),
        "registration-receipt" => m.outbox_kind_receipt(),
        "registration-decision" => m.outbox_kind_decision(),
        "registration-known" => m.outbox_kind_known(),
        other => return other.to_owned(),
    };
    known.to_owned()
}
