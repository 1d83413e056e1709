//! The words of the register's values, as the office reads them.

use wiec_documents::{Fault, Field as Column, Foreign, Kind, Refused};
use wiec_kit::messages::Messages;
use wiec_model::consultation::{Act, FormKind, Medium, NoticeItem, Phase, Profile};
use wiec_model::register::{
    Authors, Behalf, Channel, Moderation, Position, RemarkKind, RemovalReason, TeamPart,
};

/// How remarks become public.
pub fn moderation(it: Moderation, m: &Messages) -> &'static str {
    match it {
        Moderation::AtOnce => m.office_moderation_at_once(),
        Moderation::BeforeRead => m.office_moderation_before_read(),
    }
}

/// Who may write remarks.
pub fn authors(it: Authors, m: &Messages) -> &'static str {
    match it {
        Authors::Anybody => m.office_authors_anybody(),
        Authors::Members => m.office_authors_members(),
    }
}

/// What somebody is in a team.
pub fn team_part(it: TeamPart, m: &Messages) -> &'static str {
    match it {
        TeamPart::Leader => m.office_team_leader(),
        TeamPart::Expert => m.office_team_expert(),
        TeamPart::Observer => m.office_team_observer(),
    }
}

/// What a remark is.
pub fn remark_kind(it: RemarkKind, m: &Messages) -> &'static str {
    match it {
        RemarkKind::Comment => m.office_remark_comment(),
        RemarkKind::Support => m.office_remark_support(),
        RemarkKind::Question => m.office_remark_question(),
        RemarkKind::Objection => m.office_remark_objection(),
        RemarkKind::Amendment => m.office_remark_amendment(),
    }
}

/// On whose behalf somebody speaks.
pub fn behalf(it: Behalf, m: &Messages) -> &'static str {
    match it {
        Behalf::Person => m.office_behalf_person(),
        Behalf::City => m.office_behalf_city(),
        Behalf::Ngo => m.office_behalf_ngo(),
        Behalf::Company => m.office_behalf_company(),
        Behalf::Other => m.office_behalf_other(),
    }
}

/// How a remark came.
pub fn channel(it: Channel, m: &Messages) -> &'static str {
    match it {
        Channel::Page => m.office_channel_page(),
        Channel::Paper => m.office_channel_paper(),
        Channel::Mail => m.office_channel_mail(),
        Channel::Table => m.office_channel_table(),
        Channel::Spoken => m.office_channel_spoken(),
    }
}

/// Why a remark is not public.
pub fn removal(it: RemovalReason, m: &Messages) -> &'static str {
    match it {
        RemovalReason::OffTopic => m.office_removal_off_topic(),
        RemovalReason::Abuse => m.office_removal_abuse(),
        RemovalReason::PrivateData => m.office_removal_private_data(),
        RemovalReason::Advertising => m.office_removal_advertising(),
        RemovalReason::Unlawful => m.office_removal_unlawful(),
        RemovalReason::Repetition => m.office_removal_repetition(),
    }
}

/// What a team makes of a remark.
pub fn position(it: Position, m: &Messages) -> &'static str {
    match it {
        Position::Accepted => m.office_position_accepted(),
        Position::InPart => m.office_position_in_part(),
        Position::Rejected => m.office_position_rejected(),
        Position::Explained => m.office_position_explained(),
    }
}

/// Which law a consultation follows.
pub fn profile(it: Profile, m: &Messages) -> &'static str {
    match it {
        Profile::None => m.office_profile_none(),
        Profile::DevelopmentPolicy => m.office_profile_development_policy(),
        Profile::Revitalisation => m.office_profile_revitalisation(),
    }
}

/// How far a consultation has come.
pub fn phase(it: Phase, m: &Messages) -> &'static str {
    match it {
        Phase::Before => m.office_phase_before(),
        Phase::Open => m.office_phase_open(),
        Phase::AwaitingReport => m.office_phase_awaiting_report(),
        Phase::Over => m.office_phase_over(),
    }
}

/// A kind of place where a notice is published.
pub fn medium(it: Medium, m: &Messages) -> &'static str {
    match it {
        Medium::Website => m.office_medium_website(),
        Medium::Bulletin => m.office_medium_bulletin(),
        Medium::Press => m.office_medium_press(),
        Medium::Board => m.office_medium_board(),
        Medium::Customary => m.office_medium_customary(),
    }
}

/// What a notice has to tell.
pub fn notice_item(it: NoticeItem, m: &Messages) -> &'static str {
    match it {
        NoticeItem::Deadline => m.office_notice_deadline(),
        NoticeItem::WayOfSending => m.office_notice_way_of_sending(),
        NoticeItem::Meetings => m.office_notice_meetings(),
    }
}

/// A form of consultation.
pub fn form_kind(it: FormKind, m: &Messages) -> &'static str {
    match it {
        FormKind::Meeting => m.office_form_meeting(),
        FormKind::Debate => m.office_form_debate(),
        FormKind::Workshop => m.office_form_workshop(),
        FormKind::StudyWalk => m.office_form_study_walk(),
        FormKind::Survey => m.office_form_survey(),
        FormKind::Interview => m.office_form_interview(),
        FormKind::RepresentativeGroup => m.office_form_representative_group(),
        FormKind::OralRemarks => m.office_form_oral_remarks(),
    }
}

/// An act of law by its full name.
pub fn act(it: Act, m: &Messages) -> &'static str {
    match it {
        Act::DevelopmentPolicy => m.office_act_development_policy(),
        Act::Revitalisation => m.office_act_revitalisation(),
        Act::AdministrativeProcedure => m.office_act_administrative_procedure(),
    }
}

/// What a column of a table holds.
pub fn column(it: Column, m: &Messages) -> &'static str {
    match it {
        Column::Number => m.office_column_number(),
        Column::Body => m.office_column_body(),
        Column::About => m.office_column_about(),
        Column::CurrentWording => m.office_column_current_wording(),
        Column::Remark => m.office_column_remark(),
        Column::Reasons => m.office_column_reasons(),
        Column::ProposedWording => m.office_column_proposed_wording(),
        Column::Answer => m.office_column_answer(),
        Column::Contact => m.office_column_contact(),
    }
}

/// What is wrong with a row.
pub fn fault(it: &Fault, m: &Messages) -> String {
    match it {
        Fault::NoRemarkColumn => m.office_fault_no_remark_column().to_owned(),
        Fault::EmptyRemark => m.office_fault_empty_remark().to_owned(),
        Fault::UnreadableReference(words) => m.office_fault_unreadable_reference(words.as_str()),
        Fault::NumberTwice { number, first } => {
            m.office_fault_number_twice(*first, number.as_str())
        }
        Fault::BadContact(words) => m.office_fault_bad_contact(words.as_str()),
    }
}

/// Why a file is not read, and what would be.
pub fn refused(it: &Refused, m: &Messages) -> String {
    match it {
        Refused::Empty => m.office_refused_empty().to_owned(),
        Refused::FileTooLarge { most, .. } => too_large(*most, m),
        Refused::Program => m.office_refused_program().to_owned(),
        Refused::Foreign(what) => foreign(*what, m).to_owned(),
        Refused::Encrypted => m.office_refused_encrypted().to_owned(),
        Refused::Macros { .. } => m.office_refused_macros().to_owned(),
        Refused::NotAText(kind) => m.office_refused_not_a_text(kind_name(*kind)),
        Refused::Unknown => m.office_refused_unknown().to_owned(),
        Refused::Bomb { .. } | Refused::UnpackedTooLarge { .. } => {
            m.office_refused_unpacked().to_owned()
        }
        Refused::TooManyParts { most, .. } => m.office_refused_parts(*most),
        Refused::Entities { .. } => m.office_refused_entities().to_owned(),
        Refused::TooDeep { .. } => m.office_refused_too_deep().to_owned(),
        Refused::Damaged { .. } => m.office_refused_damaged().to_owned(),
        Refused::TooManyRows { most } => m.office_refused_rows(*most),
        Refused::TooManyColumns { row, most } => m.office_refused_columns(*most, *row),
        Refused::CellTooLong { row, column, most } => m.office_refused_cell(*column, *most, *row),
        Refused::TextTooLong { .. } => m.office_refused_text().to_owned(),
        Refused::NoSuchTable { .. } => m.office_refused_no_table().to_owned(),
    }
}

/// That a file is larger than what is read.
pub fn too_large(most: usize, m: &Messages) -> String {
    m.office_refused_too_large(most >> 20)
}

const fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Plain => "CSV",
        Kind::Docx => "DOCX",
        Kind::Xlsx => "XLSX",
        Kind::Odt => "ODT",
        Kind::Ods => "ODS",
    }
}

fn foreign(what: Foreign, m: &Messages) -> &'static str {
    match what {
        Foreign::Pdf => m.office_refused_pdf(),
        Foreign::OldOffice => m.office_refused_old_office(),
        Foreign::RichText => m.office_refused_rich_text(),
        Foreign::WebPage => m.office_refused_web_page(),
        Foreign::Picture => m.office_refused_picture(),
        Foreign::Archive => m.office_refused_archive(),
        Foreign::OtherOffice => m.office_refused_other_office(),
    }
}
