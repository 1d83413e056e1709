//! Calls in the office, with people who offer something and who judge it.

#![allow(dead_code, reason = "each file of tests uses a part of it")]

use wiec_kit::testing::{Fields, Page, SAMPLE, TestCongress, Visitor, slug};
use wiec_model::account::Account;
use wiec_model::calls::{
    AboutAuthor, Anonymity, AuthorId, Call, CallId, CallKind, CallSetup, Submission,
    SubmissionCode, SubmissionId, Words,
};
use wiec_model::{AccountId, Lang, Text};
use wiec_store::{
    Actor, Begun, CommitteeMember, NewCall, NewSubmission, ReviewWords, Submitted, Tx,
};

pub const OFFICE: &str = "/biuro/kpm-2019/nabory";
pub const CALL: &str = "/biuro/kpm-2019/nabory/kalejdoskopy";

/// A congress to which nobody is called yet.
pub async fn empty() -> TestCongress {
    TestCongress::open(wiec_calls::routes).await
}

/// A congress with a call that is open.
pub async fn with_call() -> TestCongress {
    let congress = empty().await;
    make(&congress, "kalejdoskopy").await;
    congress
}

/// Makes a call that opened yesterday and closes in ten days.
pub async fn make(congress: &TestCongress, word: &str) -> Call {
    let title = Text::in_language(Lang::Pl, &format!("Nabór {word}")).unwrap();
    let mut setup = CallSetup::usual(CallKind::Kaleidoscope, title);
    setup.window.opens_at = Some("2019-11-01T00:00:00Z".parse().unwrap());
    setup.window.closes_at = Some("2019-11-25T00:00:00Z".parse().unwrap());
    setup.limits.per_person = None;
    let new = NewCall {
        id: CallId(congress.app.chance.uuid(congress.now())),
        congress: slug(SAMPLE),
        slug: slug(word),
        setup,
    };
    let mut tx = begin(congress).await;
    let call = tx.calls().create(&new).await.unwrap();
    tx.commit().await.unwrap();
    call
}

pub async fn begin(congress: &TestCongress) -> Tx {
    let store = &congress.app.store;
    store.begin(Actor::Operator, congress.now()).await.unwrap()
}

pub async fn call(congress: &TestCongress) -> Call {
    let calls = congress.app.store.calls();
    let found = calls.find(&slug(SAMPLE), &slug("kalejdoskopy")).await;
    found.unwrap().unwrap()
}

/// Changes what the call says.
pub async fn set(congress: &TestCongress, change: impl FnOnce(&mut CallSetup)) -> Call {
    let before = call(congress).await;
    let mut setup = before.setup.clone();
    change(&mut setup);
    let mut tx = begin(congress).await;
    let changed = tx.calls().change(&before, &setup).await.unwrap();
    tx.commit().await.unwrap();
    changed
}

pub fn words(title: &str) -> Words {
    Words {
        title: title.to_owned(),
        summary: "Ulica Sienkiewicza bez aut, zmierzona.".to_owned(),
        lang: "pl".parse().unwrap(),
        track: None,
        tier: None,
        links: Vec::new(),
        replies: std::collections::BTreeMap::new(),
    }
}

pub fn about(name: &str) -> AboutAuthor {
    AboutAuthor {
        name: name.to_owned(),
        body: Some("Zarząd Dróg".to_owned()),
        town: Some("Kielce".to_owned()),
        ..AboutAuthor::default()
    }
}

/// Sends something in a transaction.
pub async fn offer(
    tx: &mut Tx,
    congress: &TestCongress,
    call: &Call,
    of: Option<AccountId>,
    words: Words,
    about: AboutAuthor,
) -> Submission {
    let chance = &congress.app.chance;
    let id = chance.uuid(congress.now());
    let mut code = [0; 16];
    code.copy_from_slice(&chance.bytes()[..16]);
    let new = NewSubmission {
        id: SubmissionId(id),
        code: SubmissionCode::from_chance(code),
        key: id.to_string(),
        account: of,
        email: None,
        author: AuthorId(chance.uuid(congress.now())),
        about,
        words,
        anonymity: Anonymity::None,
    };
    let begun = tx.submissions().begin(call, &new).await.unwrap();
    let (Begun::New(begun) | Begun::Again(begun)) = begun;
    let mut submissions = tx.submissions();
    let sent = submissions.submit(call, begun.id, begun.revision, &[]);
    match sent.await.unwrap() {
        Submitted::Now(sent) => sent,
        other => panic!("{other:?}"),
    }
}

/// Something that a new member of the site sent.
pub async fn sent(congress: &TestCongress, title: &str) -> Submission {
    let author = congress.account(&[]).await;
    sent_by(congress, &author, title).await
}

pub async fn sent_by(congress: &TestCongress, author: &Account, title: &str) -> Submission {
    let call = call(congress).await;
    let mut tx = begin(congress).await;
    let about = about("Anna Maj");
    let sent = offer(
        &mut tx,
        congress,
        &call,
        Some(author.id),
        words(title),
        about,
    )
    .await;
    tx.commit().await.unwrap();
    sent
}

/// Puts somebody new on the committee.
pub async fn member(congress: &TestCongress, town: &str) -> Account {
    let account = congress.account(&[]).await;
    let call = call(congress).await;
    let member = CommitteeMember {
        account: account.id,
        load: None,
        body: None,
        town: Some(town.to_owned()),
        removed_at: None,
    };
    let mut tx = begin(congress).await;
    tx.calls().set_member(&call, &member).await.unwrap();
    tx.commit().await.unwrap();
    account
}

/// A review that a member gives.
pub async fn review(congress: &TestCongress, of: &Submission, by: AccountId, says: &str) {
    let fresh = wiec_model::calls::ReviewId(congress.app.chance.uuid(congress.now()));
    let words = ReviewWords {
        for_committee: says.to_owned(),
        ..ReviewWords::default()
    };
    let mut tx = begin(congress).await;
    let mut reviews = tx.reviews();
    reviews.give(of, by, fresh, 0, &words).await.unwrap();
    tx.commit().await.unwrap();
}

pub async fn reload(congress: &TestCongress, of: &Submission) -> Submission {
    let submissions = congress.app.store.submissions();
    submissions
        .get(&slug(SAMPLE), of.id)
        .await
        .unwrap()
        .unwrap()
}

/// The fields of the first form that saves something, as a browser would send them.
pub async fn fields_of(visitor: &mut Visitor, path: &str) -> Fields {
    fields(&visitor.get(path).await)
}

/// The fields of the form of a page.
pub fn fields(page: &Page) -> Fields {
    page.form(" class=\"form")
}
