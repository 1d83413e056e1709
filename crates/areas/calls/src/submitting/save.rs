//! Saving what was typed, and what is wrong with it.

use jiff::Timestamp;
use wiec_kit::acts::Mine;
use wiec_kit::error::PageError;
use wiec_kit::form::Form;
use wiec_model::AccountId;
use wiec_model::calls::{
    Author, Call, Entry, Fault, Field, FileInfo, Moment, Offered, Problem, State, Submission,
    problems,
};
use wiec_store::{Rewritten, Saved, Tx};

use super::fields::{Typed, own_author};
use super::questions::is_late_question;

/// Saves what was typed over the revision that the form showed, with what the one who types says of
/// themselves.
pub(super) async fn save(
    tx: &mut Tx,
    mine: &Mine,
    account: AccountId,
    typed: &Typed,
    seen: u32,
) -> Result<Saved, PageError> {
    let own = own_author(&mine.submission, account);
    let wanted = Rewritten {
        words: &typed.words,
        anonymity: typed.anonymity,
        about: own.map(|author| (author.id, &typed.about)),
    };
    let mut writer = tx.submissions();
    let saved = writer.save(&mine.call, mine.submission.id, seen, wanted);
    Ok(saved.await?)
}

/// The revision that a form showed.
pub(super) fn seen(form: &Form) -> Result<u32, PageError> {
    form.value("revision")
        .parse()
        .map_err(|_| PageError::Invalid)
}

/// What a submission would say with what was typed.
pub(super) fn with_typed(of: &Submission, typed: &Typed, account: AccountId) -> Submission {
    let own = own_author(of, account).map(|author| author.id);
    let describe = |author: &Author| Author {
        about: if Some(author.id) == own {
            typed.about.clone()
        } else {
            author.about.clone()
        },
        ..author.clone()
    };
    Submission {
        words: typed.words.clone(),
        anonymity: typed.anonymity,
        authors: of.authors.iter().map(describe).collect(),
        ..of.clone()
    }
}

/// What is wrong with a submission before it is kept, sent, or changed after that.
pub(super) fn wrong(
    of: &Submission,
    call: &Call,
    (typed, files): (&Typed, &[FileInfo]),
    (moment, now): (Moment, Timestamp),
) -> Vec<Problem> {
    let authors: Vec<Author> = of.standing_authors().cloned().collect();
    let files: Vec<_> = files.iter().map(|file| file.question.clone()).collect();
    let is_sent = !matches!(of.state, State::Draft | State::Withdrawn { .. });
    let offered = Offered {
        words: &of.words,
        authors: &authors,
        anonymity: of.anonymity,
        agreed: &typed.agreed,
        files: &files,
        entry: if is_sent {
            Entry::Submitted
        } else {
            Entry::Draft(of.begun_at)
        },
    };
    let mut all = problems(&offered, &call.setup, now, moment);
    if is_sent {
        // Whether it can be changed at all the store says, and what was agreed to was so when it was sent.
        // Slides that are late bar nobody from mending a word.
        let is_late = |problem: &Problem| match &problem.field {
            Field::Reply(key) => {
                let question = call.setup.question(key);
                problem.fault == Fault::Missing
                    && question.is_some_and(|it| is_late_question(it, &of.state))
            }
            Field::Whole | Field::Consent(_) => true,
            _ => false,
        };
        all.retain(|problem| !is_late(problem));
    }
    all
}

/// The place of somebody among the authors who count.
pub(super) fn place_of(of: &Submission, account: AccountId) -> Option<usize> {
    let mut authors = of.standing_authors();
    authors.position(|author| author.account == Some(account))
}
