//! What is known of a consultation as its report tells it: the one place where rows become a report.

use jiff::Timestamp;
use wiec_kit::dates::long_date;
use wiec_kit::messages::{Messages, messages};
use wiec_model::Lang;
use wiec_model::consultation::{FormKind, HeldForm, Profile, days};
use wiec_model::register::{Clause, Remark, RemarkState};
use wiec_register_report::{
    About, Answer, ConsultationReport, Dates, Held, Proposed, Published, ReportedRemark, Standing,
};
use wiec_store::VersionSummary;
use wiec_text::{Document, Edit};

use super::clauses::{clauses, markdown};
use super::facts::Facts;
use super::view::{self, day, reported};

/// The report as of `now`.
pub fn of(facts: &Facts, lang: Lang, now: Timestamp) -> ConsultationReport {
    let m = messages(lang);
    let proposal = &facts.proposal;
    let about = &proposal.about;
    let programme = &facts.edition.release.programme;
    let theme = programme.track(about.track.as_str());
    let consultation = &proposal.consultation;
    let mut versions: Vec<String> = facts
        .versions
        .iter()
        .map(|version| told_version(m, facts, version, lang))
        .collect();
    versions.reverse();
    ConsultationReport {
        lang,
        congress: programme.name(lang).to_owned(),
        proposal: about.title.words(lang).to_owned(),
        theme: theme.map_or_else(String::new, |track| track.name.words(lang).to_owned()),
        versions,
        legal_basis: law(m, consultation.profile).to_owned(),
        dates: dates(facts, now),
        held: consultation
            .forms
            .iter()
            .map(|form| held(m, form))
            .collect(),
        team: about.team.iter().map(|one| view::member(m, one)).collect(),
        disclaimer: about
            .disclaimer
            .as_ref()
            .map_or_else(String::new, |words| words.words(lang).to_owned()),
        figures: figures(m, facts),
        clauses: clauses(&facts.newest().content.document),
        remarks: facts
            .remarks
            .iter()
            .filter_map(|one| remark(m, facts, one, lang))
            .collect(),
    }
}

fn told_version(m: &Messages, facts: &Facts, version: &VersionSummary, lang: Lang) -> String {
    let on = long_date(day(&facts.edition, version.published_at), lang);
    m.files_version(on, version.hash.as_str(), version.number)
}

fn law(m: &Messages, profile: Profile) -> &'static str {
    match profile {
        Profile::None => "",
        Profile::DevelopmentPolicy => m.files_law_development_policy(),
        Profile::Revitalisation => m.files_law_revitalisation(),
    }
}

fn dates(facts: &Facts, now: Timestamp) -> Dates {
    let consultation = &facts.proposal.consultation;
    let discussion = &facts.proposal.discussion;
    let on = |at: Option<Timestamp>| at.map(|at| day(&facts.edition, at));
    let due = consultation.closes_on.zip(consultation.report_days());
    Dates {
        notice: consultation.notice.as_ref().map(|notice| notice.on),
        opened: consultation.opens_on.or(on(discussion.opens_at)),
        closed: consultation.closes_on.or(on(discussion.closes_at)),
        report_due: due.map(|(last, count)| days::last_day(last, count)),
        report_made: day(&facts.edition, now),
    }
}

fn held(m: &Messages, form: &HeldForm) -> Held {
    let parts = [form.place.as_deref(), form.note.as_deref()];
    let mut words = vec![form_kind(m, form.kind)];
    words.extend(parts.into_iter().flatten().filter(|part| !part.is_empty()));
    Held {
        on: form.on,
        words: words.join(", "),
    }
}

fn form_kind(m: &Messages, kind: FormKind) -> &'static str {
    match kind {
        FormKind::Meeting => m.files_form_meeting(),
        FormKind::Debate => m.files_form_debate(),
        FormKind::Workshop => m.files_form_workshop(),
        FormKind::StudyWalk => m.files_form_study_walk(),
        FormKind::Survey => m.files_form_survey(),
        FormKind::Interview => m.files_form_interview(),
        FormKind::RepresentativeGroup => m.files_form_representative_group(),
        FormKind::OralRemarks => m.files_form_oral_remarks(),
    }
}

fn figures(m: &Messages, facts: &Facts) -> Vec<(String, String)> {
    let sum = |part: fn(&wiec_model::register::Stances) -> u32| -> u32 {
        facts.stances.values().map(part).sum()
    };
    [
        (m.files_figure_for(), sum(|it| it.supporters)),
        (m.files_figure_against(), sum(|it| it.opponents)),
        (m.files_figure_abstain(), sum(|it| it.abstentions)),
    ]
    .into_iter()
    .map(|(words, count)| (words.to_owned(), count.to_string()))
    .collect()
}

fn remark(m: &Messages, facts: &Facts, remark: &Remark, lang: Lang) -> Option<ReportedRemark> {
    let standing = match &remark.state {
        RemarkState::Removed { at, reason, words } => Standing::Removed {
            on: day(&facts.edition, *at),
            reason: match words {
                Some(words) => format!("{}. {words}", view::removal(m, *reason)),
                None => view::removal(m, *reason).to_owned(),
            },
        },
        _ => Standing::Published(Box::new(published(facts, remark, lang))),
    };
    Some(ReportedRemark {
        number: remark.number?,
        received_on: day(&facts.edition, remark.received_at),
        channel: reported::channel(remark.channel),
        standing,
    })
}

fn published(facts: &Facts, remark: &Remark, lang: Lang) -> Published {
    let about = match &remark.clause {
        Clause::Block(anchor) => About::Clause(*anchor),
        Clause::Whole | Clause::Item(_) => About::Whole,
    };
    let answer = facts.answer(remark).map(|answer| Answer {
        decision: reported::decision(answer.position),
        reasons: answer.reasons.clone(),
    });
    Published {
        kind: reported::kind(remark.kind),
        about,
        who: remark.author.name.clone(),
        behalf: reported::behalf(&remark.author),
        current: current(facts, remark, lang),
        proposed: proposed(remark),
        body: remark.body.clone(),
        reasons: remark.reasons.clone().unwrap_or_default(),
        answer,
        same_as: same_as(facts, remark),
    }
}

/// The words that a remark is about, in the version that it was made for.
fn current(facts: &Facts, remark: &Remark, lang: Lang) -> String {
    let Some(version) = facts.texts.get(&remark.version) else {
        return String::new();
    };
    let document = &version.content.document;
    if let Some(amendment) = &remark.amendment {
        let before = amendment.edits().iter().filter_map(|edit| match edit {
            Edit::Reword { before, .. } | Edit::Delete { before, .. } => Some(before.clone()),
            Edit::Put { .. } => None,
        });
        let before = Document::new(before.collect()).to_markdown();
        return before.trim().to_owned();
    }
    match &remark.clause {
        Clause::Whole => String::new(),
        Clause::Block(anchor) => markdown(document, *anchor).unwrap_or_default(),
        Clause::Item(_) => view::item(&version.content, &remark.clause, lang).unwrap_or_default(),
    }
}

fn proposed(remark: &Remark) -> Proposed {
    let only_deletes = remark.amendment.as_ref().is_some_and(|amendment| {
        let mut edits = amendment.edits().iter();
        edits.all(|edit| matches!(edit, Edit::Delete { .. }))
    });
    match remark.wording.as_deref().map(str::trim) {
        _ if only_deletes => Proposed::Deletion,
        None | Some("") => Proposed::Nothing,
        Some(wording) => Proposed::Wording(wording.to_owned()),
    }
}

/// The numbers of the others that say the same.
fn same_as(facts: &Facts, remark: &Remark) -> Vec<u32> {
    let main = facts.main(remark).id;
    let says_so =
        |one: &&Remark| one.id != remark.id && (one.id == main || one.same_as == Some(main));
    let others = facts.public().filter(says_so);
    others.filter_map(|one| one.number).collect()
}
