//! The words of the history: acts, fields and things as people call them.

use wiec_store::Act;

use crate::messages::Messages;

/// What was done.
pub fn act(act: Act, m: &Messages) -> &'static str {
    match act {
        Act::SaveDraft => m.history_act_save_draft(),
        Act::CreatePart => m.history_act_create_part(),
        Act::EditPart => m.history_act_edit_part(),
        Act::DeletePart => m.history_act_delete_part(),
        Act::Release => m.history_act_release(),
        Act::ReplaceExports => m.history_act_replace_exports(),
        Act::Confirm => m.history_act_confirm(),
        Act::SetAvailability => m.history_act_set_availability(),
        Act::SetContact => m.history_act_set_contact(),
        Act::CreateAccount => m.history_act_create_account(),
        Act::ChangeAccount => m.history_act_change_account(),
        Act::EraseAccount => m.history_act_erase_account(),
        Act::SignIn => m.history_act_sign_in(),
        Act::EndLogin => m.history_act_end_login(),
        Act::AddKey => m.history_act_add_key(),
        Act::RemoveKey => m.history_act_remove_key(),
        Act::Grant => m.history_act_grant(),
        Act::Revoke => m.history_act_revoke(),
        Act::SetRegistration => m.history_act_set_registration(),
        Act::Register => m.history_act_register(),
        Act::ChangeRegistration => m.history_act_change_registration(),
        Act::Decide => m.history_act_decide(),
        Act::Withdraw => m.history_act_withdraw(),
        Act::CheckIn => m.history_act_check_in(),
        Act::ExportPeople => m.history_act_export_people(),
        Act::ImportPeople => m.history_act_import_people(),
        Act::GiveConsent => m.history_act_give_consent(),
        Act::WithdrawConsent => m.history_act_withdraw_consent(),
        Act::WriteMail => m.history_act_write_mail(),
        Act::SendMail => m.history_act_send_mail(),
        Act::DiscardMail => m.history_act_discard_mail(),
        Act::RetryJob => m.history_act_retry_job(),
        Act::EditNotice => m.history_act_edit_notice(),
        Act::Sweep => m.history_act_sweep(),
    }
}

/// What a field is called; its own name where nobody gave it another.
pub fn field(key: &str, m: &Messages) -> String {
    let known = match key {
        "title" => m.history_field_title(),
        "subtitle" => m.history_field_subtitle(),
        "name" => m.history_field_name(),
        "description" => m.history_field_description(),
        "abstract" => m.history_field_abstract(),
        "starts_at" => m.history_field_starts_at(),
        "ends_at" => m.history_field_ends_at(),
        "room" => m.history_field_room(),
        "slot" => m.history_field_slot(),
        "kind" => m.history_field_kind(),
        "track" => m.history_field_track(),
        "language" => m.history_field_language(),
        "lang" => m.history_field_lang(),
        "email" => m.history_field_email(),
        "role" => m.history_field_role(),
        "scope" => m.history_field_scope(),
        "state" => m.history_field_state(),
        "capacity" => m.history_field_capacity(),
        "sessions" => m.history_field_sessions(),
        "cancelled" => m.history_field_cancelled(),
        "exports" => m.history_field_exports(),
        "proposals" => m.history_field_proposals(),
        "people" => m.history_field_people(),
        "rooms" => m.history_field_rooms(),
        "days" => m.history_field_days(),
        "tracks" => m.history_field_tracks(),
        "kinds" => m.history_field_kinds(),
        "features" => m.history_field_features(),
        "recorded" => m.history_field_recorded(),
        "booking" => m.history_field_booking(),
        "appearances" => m.history_field_appearances(),
        "talks" => m.history_field_talks(),
        "note" => m.history_field_note(),
        "note_pl" => m.history_field_note_pl(),
        "note_en" => m.history_field_note_en(),
        "means" => m.history_field_means(),
        "device" => m.history_field_device(),
        "count" => m.history_field_count(),
        "rows" => m.history_field_rows(),
        "format" => m.history_field_format(),
        "reason" => m.history_field_reason(),
        "subject" => m.history_field_subject(),
        "template" => m.history_field_template(),
        "recipients" => m.history_field_recipients(),
        "minutes" => m.history_field_minutes(),
        "key" => m.history_field_key(),
        "places" => m.history_field_places(),
        "opens_at" => m.history_field_opens_at(),
        "closes_at" => m.history_field_closes_at(),
        _ => return key.replace(['_', '-'], " "),
    };
    known.to_owned()
}

/// What kind of thing something was done to.
pub fn kind(word: &str, m: &Messages) -> String {
    let known = match word {
        "draft" => m.history_subject_draft(),
        "release" => m.history_subject_release(),
        "session" => m.history_subject_session(),
        "person" => m.history_subject_person(),
        "room" => m.history_subject_room(),
        "track" => m.history_subject_track(),
        "kind" => m.history_subject_kind(),
        "day" => m.history_subject_day(),
        "congress" => m.history_subject_congress(),
        "account" => m.history_subject_account(),
        "registration" => m.history_subject_registration(),
        "mailing" => m.history_subject_mailing(),
        "letter" => m.history_subject_letter(),
        "job" => m.history_subject_job(),
        "notice" => m.history_subject_notice(),
        "talk" => m.history_subject_talk(),
        "goal" => m.history_subject_goal(),
        _ => return word.replace('_', " "),
    };
    known.to_owned()
}
