//! What the page of a submission says of it, part by part.

use std::collections::BTreeMap;

use wiec_kit::app::App;
use wiec_kit::dates;
use wiec_kit::error::PageError;
use wiec_kit::form::Choice;
use wiec_kit::messages::Messages;
use wiec_kit::office::OfficeFrame;
use wiec_model::account::Account;
use wiec_model::calls::{
    Call, CallSetup, FileInfo, Question, QuestionKind, Review, ReviewState, Submission,
    SubmissionCode, weighted_mean,
};
use wiec_model::registration::Environment;
use wiec_model::{AccountId, Programme};

use super::super::assignments::Table;
use super::super::{view, words};

/// A question with what was replied.
pub struct Reply {
    /// How a form names the text: see [`super::blind::key_of`].
    pub field: String,
    /// What was asked.
    pub question: String,
    /// Who reads it.
    pub visible: &'static str,
    /// What was replied.
    pub replies: Vec<String>,
}

/// A file.
pub struct FileLine {
    /// To which question it replies.
    pub question: String,
    /// What its author calls it.
    pub name: String,
    /// Its type and size.
    pub about: String,
    /// Whether the office looked into it.
    pub is_clean: bool,
    /// Where it is fetched, and said that nothing in it tells whose it is.
    pub href: String,
}

/// An author.
pub struct OfAuthor {
    /// Their name.
    pub name: String,
    /// Where they come from.
    pub from: String,
    /// Where they are reached.
    pub email: String,
    /// What they say of themselves, as HTML.
    pub biography: Option<String>,
    /// How they came to it.
    pub standing: &'static str,
    /// Whether they count as one.
    pub counts: bool,
}

/// A member, as far as they have to do with it.
pub struct OfMember {
    /// Their name.
    pub name: String,
    /// What they have to do.
    pub stands: &'static str,
    /// Why they should not judge it.
    pub interests: Vec<String>,
    /// What they said, as percent of what is possible.
    pub mean: Option<String>,
    /// What they wrote for the committee and for the authors.
    pub wrote: Vec<String>,
}

/// What is known of it in a word each.
pub fn facts(
    submission: &Submission,
    draft: &Programme,
    frame: &OfficeFrame,
) -> Vec<(&'static str, String)> {
    let (m, said) = (frame.m, &submission.words);
    let moment = |at| dates::moment(at, &frame.zone, frame.lang);
    let mut facts = vec![
        (
            m.calls_office_sent_at(),
            submission.submitted_at.map(moment).unwrap_or_default(),
        ),
        (
            m.calls_office_track(),
            view::track_name(draft, said.track.as_ref(), frame.lang).unwrap_or_default(),
        ),
        (
            m.calls_office_tier(),
            said.tier
                .map(|it| words::tier(it, m).to_owned())
                .unwrap_or_default(),
        ),
        (
            m.calls_office_anonymity(),
            words::anonymity(submission.anonymity, m).to_owned(),
        ),
        (m.calls_office_links(), said.links.join(", ")),
    ];
    facts.retain(|(_, words)| !words.is_empty());
    facts
}

/// The replies to the questions of the call, and those to questions that it asks no more.
pub fn replies(submission: &Submission, setup: &CallSetup, m: &Messages) -> Vec<Reply> {
    let given = &submission.words.replies;
    let asked = setup
        .questions
        .iter()
        .filter(|it| !matches!(it.kind, QuestionKind::File { .. }));
    let asked = asked.filter_map(|question| {
        let replies = given.get(&question.key)?;
        Some(Reply {
            field: format!("reply:{}", question.key),
            question: question.label.words(m.lang()).to_owned(),
            visible: words::visible(question.visible, m),
            replies: replies.iter().map(|it| in_words(question, it, m)).collect(),
        })
    });
    let unasked = given
        .iter()
        .filter(|(key, _)| setup.question(key).is_none())
        .map(|(key, replies)| Reply {
            field: String::new(),
            question: key.to_string(),
            visible: m.calls_office_asked_no_more(),
            replies: replies.clone(),
        });
    asked.chain(unasked).collect()
}

/// A reply as it is read: of a choice the answer, not its place.
pub fn in_words(question: &Question, reply: &str, m: &Messages) -> String {
    let QuestionKind::Choice { options, .. } = &question.kind else {
        return reply.to_owned();
    };
    let option = reply.parse().ok().and_then(|at: usize| options.get(at));
    option.map_or_else(
        || reply.to_owned(),
        |option| option.words(m.lang()).to_owned(),
    )
}

/// Its files.
pub fn files(
    files: &[FileInfo],
    call: &Call,
    code: &SubmissionCode,
    frame: &OfficeFrame,
) -> Vec<FileLine> {
    let folder = view::of_submission(&frame.paths, call, code, |words| words.files);
    let line = |file: &FileInfo| {
        let question = call.setup.question(&file.question);
        FileLine {
            question: question.map_or_else(
                || file.question.to_string(),
                |it| it.label.words(frame.lang).to_owned(),
            ),
            name: file.name.clone(),
            about: frame
                .m
                .calls_office_file_about(file.size_bytes.div_ceil(1024), file.media.as_str()),
            is_clean: file.is_clean,
            href: format!("{folder}/{}", file.id),
        }
    };
    files.iter().map(line).collect()
}

/// Its authors, those who were removed last.
pub fn authors(
    submission: &Submission,
    accounts: &BTreeMap<AccountId, Account>,
    m: &Messages,
) -> Vec<OfAuthor> {
    let mut authors: Vec<OfAuthor> = submission
        .authors
        .iter()
        .map(|author| {
            let about = &author.about;
            let environment = about.environment.map(|it| m.environment(it));
            let from = [about.body.as_deref(), about.town.as_deref(), environment];
            let from: Vec<&str> = from.into_iter().flatten().collect();
            let account = author.account.and_then(|account| accounts.get(&account));
            let email = account.and_then(|account| account.email.as_ref());
            let email = email.or(author.email.as_ref());
            OfAuthor {
                name: about.name.clone(),
                from: from.join(", "),
                email: email.map(ToString::to_string).unwrap_or_default(),
                biography: about.biography.as_deref().map(wiec_kit::markdown::html),
                standing: words::standing(author.standing, m),
                counts: author.counts(),
            }
        })
        .collect();
    authors.sort_by_key(|author| !author.counts);
    authors
}

/// Where authors can come from.
pub fn environments(m: &Messages) -> Vec<Choice> {
    let none = Choice::new("", m.office_choose());
    let all = Environment::ALL
        .into_iter()
        .map(|it| Choice::new(it.key(), m.environment(it)));
    std::iter::once(none).chain(all).collect()
}

/// The members who are to judge it, have, or should not, with what they said.
pub async fn members(
    app: &App,
    table: &Table,
    call: &Call,
    submission: &Submission,
    m: &Messages,
) -> Result<Vec<OfMember>, PageError> {
    let reviews = app.store.reviews().of_submission(submission.id).await?;
    let said = |account| reviews.iter().find(|review| review.account == account);
    let mut known: Vec<OfMember> = Vec::new();
    for member in &table.members {
        let interests = table.interests(member, submission);
        let pair = (submission.id, member.account);
        let is_assigned = table.assigned.contains_key(&pair);
        let review = said(member.account);
        if interests.is_empty() && !is_assigned && review.is_none() {
            continue;
        }
        let why = interests.iter().map(|interest| {
            let declared = table.declares(submission.id, member.account);
            let words = declared.and_then(|it| it.words.as_deref());
            let is_declared = *interest == wiec_model::calls::Interest::Declared;
            let name = words::interest(*interest, m);
            match words.filter(|_| is_declared) {
                Some(words) => format!("{name}: {words}"),
                None => name.to_owned(),
            }
        });
        let name = view::name(&table.accounts, member.account, m);
        known.push(of_member(name, is_assigned, why.collect(), review, call, m));
    }
    let gone = reviews
        .iter()
        .filter(|review| table.members.iter().all(|it| it.account != review.account));
    known.extend(gone.map(|review| {
        let name = view::name(&table.accounts, review.account, m);
        of_member(name, false, Vec::new(), Some(review), call, m)
    }));
    Ok(known)
}

fn of_member(
    name: String,
    is_assigned: bool,
    interests: Vec<String>,
    review: Option<&Review>,
    call: &Call,
    m: &Messages,
) -> OfMember {
    // What is not given yet is their own.
    let given = review.filter(|review| matches!(review.state, ReviewState::Given { .. }));
    let mean = given.and_then(|it| weighted_mean(&it.marks, &call.setup.review.criteria));
    let wrote = given.map(|it| [it.for_committee.clone(), it.for_authors.clone()]);
    OfMember {
        name,
        stands: match (review.map(|review| review.state), is_assigned) {
            (Some(ReviewState::Given { .. }), _) => m.calls_office_cell_given(),
            (Some(ReviewState::Draft), _) => m.calls_office_cell_begun(),
            (None, true) => m.calls_office_cell_to(),
            (None, false) => m.calls_office_cell_none(),
        },
        interests,
        mean: mean.map(|mean| format!("{mean:.0}")),
        wrote: wrote
            .into_iter()
            .flatten()
            .filter(|words| !words.is_empty())
            .collect(),
    }
}
