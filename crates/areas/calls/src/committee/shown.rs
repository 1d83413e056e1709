//! What a page says of a submission: nothing of whose it is where its reader is blind.

use wiec_kit::acts::{Judged, Seen};
use wiec_kit::messages::{Messages, messages};
use wiec_kit::visit::Visit;
use wiec_model::calls::{
    Barred, BlindFile, Blinded, Call, FileId, FileInfo, Question, QuestionKind, Submission,
    SubmissionCode, SubmissionId, Tier, Visible,
};
use wiec_model::{MapLine, Slug};

use super::{neutral, plain, view};

/// What a page says of a submission.
pub(super) struct Shown {
    /// What it is called.
    pub title: String,
    /// What it says, as HTML.
    pub summary: String,
    /// In which language it is told.
    pub lang: String,
    /// What its track is called, and the line that it is drawn with.
    pub track: Option<(String, Option<MapLine>)>,
    /// The size of place it is about.
    pub tier: Option<&'static str>,
    /// Questions with replies to them.
    pub replies: Vec<(String, Vec<String>)>,
    /// Its files.
    pub files: Vec<ShownFile>,
    /// Who its authors are; nothing for a blind member.
    pub authors: Vec<ShownAuthor>,
    /// Where more can be read; nothing for a blind member.
    pub links: Vec<String>,
    /// Whether its reader is blind.
    pub is_blind: bool,
}

/// A file as it is offered.
pub(super) struct ShownFile {
    /// What it is called here.
    pub name: String,
    /// Where it is; nowhere if it may tell whose it is.
    pub href: Option<String>,
    /// How large it is, in kilobytes.
    pub kilobytes: u64,
}

/// Somebody who stands behind a submission, for those who may know.
pub(super) struct ShownAuthor {
    /// Their name.
    pub name: String,
    /// Their body and town.
    pub from: String,
    /// Who they are, as HTML.
    pub biography: Option<String>,
}

/// The key of a submission, whatever is seen of it.
pub(super) const fn id(seen: &Seen) -> SubmissionId {
    match seen {
        Seen::Blind(blinded) => blinded.id(),
        Seen::Open(submission, _) => submission.id,
    }
}

/// Its word in addresses.
pub(super) const fn code(seen: &Seen) -> &SubmissionCode {
    match seen {
        Seen::Blind(blinded) => blinded.code(),
        Seen::Open(submission, _) => &submission.code,
    }
}

impl Shown {
    /// What the page says to whoever asked for it.
    pub fn of(judged: &Judged, visit: &Visit) -> Self {
        match &judged.seen {
            Seen::Blind(blinded) => blind(judged, visit, blinded),
            Seen::Open(submission, files) => open(judged, visit, submission, files),
        }
    }
}

fn blind(judged: &Judged, visit: &Visit, of: &Blinded) -> Shown {
    let m = messages(visit.lang);
    let files = of.files().iter().zip(1..);
    Shown {
        title: of.title().to_owned(),
        summary: plain::html(of.summary()),
        lang: of.lang().to_string(),
        track: track(judged, visit, of.track()),
        tier: of.tier().map(|tier: Tier| view::tier(m, tier)),
        replies: replies(m, &judged.call, |key| of.replies().get(key).cloned()),
        files: files
            .map(|(file, number)| blind_file(judged, visit, file, number))
            .collect(),
        authors: Vec::new(),
        links: Vec::new(),
        is_blind: true,
    }
}

fn blind_file(judged: &Judged, visit: &Visit, file: &BlindFile, number: u32) -> ShownFile {
    ShownFile {
        name: neutral::name(messages(visit.lang), number, &file.media),
        href: href(judged, visit, file.id).filter(|_| neutral::can_be(&file.media)),
        kilobytes: kilobytes(file.size_bytes),
    }
}

fn open(judged: &Judged, visit: &Visit, of: &Submission, files: &[FileInfo]) -> Shown {
    let (m, words) = (messages(visit.lang), &of.words);
    let authors = of.standing_authors().map(|author| {
        let about = &author.about;
        let from: Vec<&str> = [about.body.as_deref(), about.town.as_deref()]
            .into_iter()
            .flatten()
            .collect();
        ShownAuthor {
            name: about.name.clone(),
            from: from.join(", "),
            biography: about.biography.as_deref().map(wiec_kit::markdown::html),
        }
    });
    let files = files
        .iter()
        .filter(|file| is_for_committee(&judged.call, file));
    Shown {
        title: words.title.clone(),
        summary: wiec_kit::markdown::html(&words.summary),
        lang: words.lang.to_string(),
        track: track(judged, visit, words.track.as_ref()),
        tier: words.tier.map(|tier| view::tier(m, tier)),
        replies: replies(m, &judged.call, |key| words.replies.get(key).cloned()),
        files: files
            .map(|file| ShownFile {
                name: file.name.clone(),
                href: href(judged, visit, file.id),
                kilobytes: kilobytes(file.size_bytes),
            })
            .collect(),
        authors: authors.collect(),
        links: words.links.clone(),
        is_blind: false,
    }
}

/// Whether the committee reads a file.
pub(super) fn is_for_committee(call: &Call, file: &FileInfo) -> bool {
    let question = call.setup.question(&file.question);
    question.is_some_and(|question| question.visible != Visible::Office)
}

/// Where a file is; nowhere for a member with an interest.
fn href(judged: &Judged, visit: &Visit, file: FileId) -> Option<String> {
    let files = view::words(visit.lang).files;
    let rest = format!("{files}/{file}");
    let of = || view::of_judged(&visit.paths(), &judged.call.slug, code(&judged.seen), &rest);
    (judged.barred == Barred::No).then(of)
}

const fn kilobytes(size_bytes: u64) -> u64 {
    size_bytes.div_ceil(1024)
}

fn track(judged: &Judged, visit: &Visit, key: Option<&Slug>) -> Option<(String, Option<MapLine>)> {
    let programme = &judged.edition.release.programme;
    key.map(|key| view::track(programme, key, visit.lang))
}

/// Replies to what the committee reads, in the order of the questions; files stand elsewhere.
fn replies(
    m: &Messages,
    call: &Call,
    given: impl Fn(&Slug) -> Option<Vec<String>>,
) -> Vec<(String, Vec<String>)> {
    let asked = call.setup.questions.iter().filter(|question| {
        question.visible != Visible::Office && !matches!(question.kind, QuestionKind::File { .. })
    });
    let with_replies = asked.filter_map(|question| {
        let replies = given(&question.key).filter(|replies| !replies.is_empty())?;
        let label = question.label.words(m.lang()).to_owned();
        let replies = replies.into_iter().map(|reply| said(m, question, reply));
        Some((label, replies.collect()))
    });
    with_replies.collect()
}

/// A reply in words: that of a choice is the place of an answer.
fn said(m: &Messages, question: &Question, reply: String) -> String {
    let QuestionKind::Choice { options, .. } = &question.kind else {
        return reply;
    };
    let chosen = reply.parse::<usize>().ok().and_then(|at| options.get(at));
    chosen.map_or(reply, |option| option.words(m.lang()).to_owned())
}
