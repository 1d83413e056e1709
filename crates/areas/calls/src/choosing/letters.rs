//! Letters about what was decided: drafts, one for each author whose the submission is, in the language of
//! their account. Somebody reads them before they go out.

use std::collections::{BTreeMap, BTreeSet};

use wiec_kit::acts::InOfficeCall;
use wiec_kit::app::App;
use wiec_kit::dates;
use wiec_kit::error::PageError;
use wiec_kit::messages::{Messages, messages};
use wiec_kit::paths::Paths;
use wiec_model::calls::{
    Author, Barred, Decision, Interest, ReviewState, State as Standing, Submission, SubmissionId,
};
use wiec_model::mail::{Letter, Need, Recipient, Secrecy, Subject};
use wiec_model::{Account, AccountId, Email, Lang, Zone};
use wiec_store::Applied;

/// What lists call letters of the kind.
pub const TEMPLATE: &str = "call-decision";

/// What reviewers would tell the authors, by submission.
pub type Comments = BTreeMap<SubmissionId, Vec<String>>;

/// Somebody who is written to.
pub struct Reached<'a> {
    author: &'a Author,
    email: Email,
    lang: Lang,
}

/// What reviewers of a call would tell the authors, without who they are, in an order that tells nothing. A
/// review that does not count, because its member declared an interest, tells them nothing either.
pub async fn comments(app: &App, of: &InOfficeCall) -> Result<Comments, PageError> {
    let reviews = app.store.reviews();
    let is_barred = of.call.setup.review.bars(&[Interest::Declared].into());
    let declared = reviews.interests(of.call.id).await?.into_iter();
    let declared = declared.map(|it| (it.submission, it.account));
    let excluded: BTreeSet<_> = declared.filter(|_| is_barred == Barred::Yes).collect();
    let mut all = Comments::new();
    for review in reviews.of_call(of.call.id).await? {
        let is_given = matches!(review.state, ReviewState::Given { .. })
            && !excluded.contains(&(review.submission, review.account));
        if is_given && !review.for_authors.trim().is_empty() {
            let of = all.entry(review.submission).or_default();
            of.push(review.for_authors);
        }
    }
    Ok(all)
}

/// The accounts of the authors of a submission.
pub fn accounts_of(submission: &Submission) -> impl Iterator<Item = AccountId> {
    submission
        .authors
        .iter()
        .filter_map(|author| author.account)
}

/// Who of the authors of a submission can be written to: those whose it is, each once.
pub fn reached<'a>(
    submission: &'a Submission,
    accounts: &BTreeMap<AccountId, Account>,
) -> Vec<Reached<'a>> {
    let mut found: Vec<Reached<'a>> = Vec::new();
    for author in submission.authors.iter().filter(|author| author.owns()) {
        let account = author.account.and_then(|id| accounts.get(&id));
        let email = account
            .and_then(|account| account.email.clone())
            .or_else(|| author.email.clone());
        let Some(email) = email else { continue };
        if found.iter().any(|known| known.email == email) {
            continue;
        }
        let spoken = match submission.words.lang.as_str() {
            "en" => Lang::En,
            _ => Lang::Pl,
        };
        let lang = account.map_or(spoken, |account| account.lang);
        found.push(Reached {
            author,
            email,
            lang,
        });
    }
    found
}

/// The letters about what was applied.
pub async fn write(
    app: &App,
    of: &InOfficeCall,
    applied: &[Applied],
    comments: &Comments,
) -> Result<Vec<Letter>, PageError> {
    let ids: Vec<AccountId> = applied
        .iter()
        .flat_map(|it| accounts_of(&it.submission))
        .collect();
    let accounts = app.store.accounts().list(ids).await?;
    let congress = app.store.congresses().find(&of.congress).await?;
    let zone = congress.ok_or(PageError::NotFound)?.zone;
    let letters = applied.iter().flat_map(|one| {
        let reached = reached(&one.submission, &accounts);
        let said = comments.get(&one.submission.id);
        let said = said.map_or(&[][..], Vec::as_slice);
        let zone = &zone;
        reached
            .into_iter()
            .map(move |reader| letter(app, of, one, &reader, said, zone))
    });
    Ok(letters.collect())
}

fn letter(
    app: &App,
    of: &InOfficeCall,
    applied: &Applied,
    reader: &Reached<'_>,
    comments: &[String],
    zone: &Zone,
) -> Letter {
    let m = messages(reader.lang);
    let call = of.call.setup.title.words(reader.lang);
    let subject = match applied.decision {
        Decision::Accept => m.choosing_letter_accept_subject(call),
        Decision::Reserve => m.choosing_letter_reserve_subject(call),
        Decision::Reject => m.choosing_letter_reject_subject(call),
    };
    let submission = &applied.submission;
    let since = submission.state.since();
    let since = since.map_or(0, |since| since.as_microsecond());
    Letter {
        congress: Some(of.congress.clone()),
        to: Recipient::new(reader.email.clone(), Some(&reader.author.about.name)),
        account: reader.author.account,
        lang: reader.lang,
        template: TEMPLATE.to_owned(),
        subject: Subject::of(&subject),
        body: body(app, of, applied, comments, zone, m),
        attachments: Vec::new(),
        need: Need::Essential,
        secrecy: Secrecy::Open,
        key: Some(format!(
            "submission/{}/decided/{since}/{}",
            submission.id, reader.author.id
        )),
    }
}

fn body(
    app: &App,
    of: &InOfficeCall,
    applied: &Applied,
    comments: &[String],
    zone: &Zone,
    m: &Messages,
) -> String {
    let submission = &applied.submission;
    let lang = m.lang();
    let call = plain(of.call.setup.title.words(lang));
    let title = plain(&submission.words.title);
    let link = Paths::permanent(lang, of.congress.clone())
        .absolute(&app.site.base)
        .submission(&submission.code);
    let first = match (applied.decision, submission.state) {
        (Decision::Accept, Standing::Accepted { confirm_by, .. }) => {
            let by = dates::moment(confirm_by, zone, lang);
            m.choosing_letter_accept(by, call, link.as_str(), title)
        }
        (Decision::Reserve, _) => m.choosing_letter_reserve(call, link.as_str(), title),
        _ => m.choosing_letter_reject(call, link.as_str(), title),
    };
    let mut paragraphs = vec![first];
    if let Some(reason) = &submission.reason {
        paragraphs.push(m.choosing_letter_reason(plain(reason)));
    }
    if !comments.is_empty() {
        paragraphs.push(m.choosing_letter_comments().to_owned());
        paragraphs.extend(comments.iter().map(|words| quoted(words)));
    }
    paragraphs.join("\n\n")
}

/// Words as a quotation, with their lines.
fn quoted(words: &str) -> String {
    let lines = words
        .trim()
        .lines()
        .map(|line| format!("> {}", plain(line)));
    lines.collect::<Vec<_>>().join("\n")
}

/// Words that Markdown leaves as they are.
fn plain(words: &str) -> String {
    let mut plain = String::with_capacity(words.len());
    for letter in words.chars() {
        if matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '#' | '>') {
            plain.push('\\');
        }
        plain.push(letter);
    }
    plain
}
