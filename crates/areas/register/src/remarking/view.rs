//! What the pages of this part share: addresses, frames, moments, words of kinds.

use wiec_kit::app::App;
use wiec_kit::frame::{Frame, Reader, Section};
use wiec_kit::messages::Messages;
use wiec_kit::paths::Paths;
use wiec_kit::visit::Visit;
use wiec_model::Lang;
use wiec_model::register::{Behalf, Clause, Proposal, RemarkKind, RemovalReason};

/// The words of this part's own addresses.
pub(super) struct Words {
    /// Offering another wording of a clause.
    pub amendment: &'static str,
    /// What it changes, while it is typed.
    pub preview: &'static str,
    /// Where one is led who has to open a letter first.
    pub sent: &'static str,
    /// How one stands to a remark.
    pub stance: &'static str,
    /// Taking one's remark back.
    pub withdraw: &'static str,
    /// One's own remarks.
    pub mine: &'static str,
}

/// The words of addresses in `lang`.
pub(super) const fn words(lang: Lang) -> Words {
    match lang {
        Lang::Pl => Words {
            amendment: "poprawka",
            preview: "podglad",
            sent: "wyslane",
            stance: "glos",
            withdraw: "wycofaj",
            mine: "moje",
        },
        Lang::En => Words {
            amendment: "amendment",
            preview: "preview",
            sent: "sent",
            stance: "stance",
            withdraw: "withdraw",
            mine: "mine",
        },
    }
}

/// Where a remark on a clause is written.
pub(super) fn remark_form(paths: &Paths, proposal: &Proposal, clause: &Clause) -> String {
    let word = wiec_kit::paths::words(paths.lang()).remark;
    format!("{}/{word}", paths.clause(proposal, clause))
}

/// Where another wording of a clause is written.
pub(super) fn amendment_form(paths: &Paths, proposal: &Proposal, clause: &Clause) -> String {
    let word = words(paths.lang()).amendment;
    format!("{}/{word}", paths.clause(proposal, clause))
}

/// Where one takes a remark back.
pub(super) fn withdrawal(paths: &Paths, proposal: &Proposal, number: u32) -> String {
    let word = words(paths.lang()).withdraw;
    format!("{}/{word}", paths.remark(proposal, number))
}

/// One's own remarks.
pub(super) fn mine(paths: &Paths, proposal: &Proposal) -> String {
    paths.in_proposal(proposal, words(paths.lang()).mine)
}

/// The rules of the discussion.
pub(super) fn rules(paths: &Paths, proposal: &Proposal) -> String {
    paths.in_proposal(proposal, wiec_kit::paths::words(paths.lang()).rules)
}

/// A remark on its own page, where the browser goes right to it.
pub(super) fn at_remark(paths: &Paths, proposal: &Proposal, number: u32) -> String {
    format!("{}#uwaga-{number}", paths.remark(proposal, number))
}

/// The frame of a page of this part. It is made without asking for the visitor's marks: it is one reader's,
/// and no page to come back to.
pub(super) fn frame(
    app: &App,
    visit: &Visit,
    title: &str,
    place: impl Fn(&Paths) -> String,
) -> Frame {
    let reader = Reader::of(visit);
    Frame::new(app, visit.edition.as_ref(), &reader, title, place)
        .within(Section::Aside)
        .unlisted()
}

/// What a proposal is called for this visitor.
pub(super) fn title(proposal: &Proposal, lang: Lang) -> String {
    proposal.about.title.words(lang).to_owned()
}

/// A kind of remark, as its author chooses it.
pub(super) fn kind(m: &Messages, kind: RemarkKind) -> &'static str {
    match kind {
        RemarkKind::Comment => m.remarking_kind_comment(),
        RemarkKind::Support => m.remarking_kind_support(),
        RemarkKind::Question => m.remarking_kind_question(),
        RemarkKind::Objection => m.remarking_kind_objection(),
        RemarkKind::Amendment => m.remarking_kind_amendment(),
    }
}

/// On whose behalf somebody speaks.
pub(super) fn behalf(m: &Messages, behalf: Behalf) -> &'static str {
    match behalf {
        Behalf::Person => m.remarking_behalf_person(),
        Behalf::City => m.remarking_behalf_city(),
        Behalf::Ngo => m.remarking_behalf_ngo(),
        Behalf::Company => m.remarking_behalf_company(),
        Behalf::Other => m.remarking_behalf_other(),
    }
}

/// Why a remark is not public.
pub(super) fn removal(m: &Messages, reason: RemovalReason) -> &'static str {
    match reason {
        RemovalReason::OffTopic => m.remarking_removal_off_topic(),
        RemovalReason::Abuse => m.remarking_removal_abuse(),
        RemovalReason::PrivateData => m.remarking_removal_private_data(),
        RemovalReason::Advertising => m.remarking_removal_advertising(),
        RemovalReason::Unlawful => m.remarking_removal_unlawful(),
        RemovalReason::Repetition => m.remarking_removal_repetition(),
    }
}
