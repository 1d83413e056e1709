//! Submissions: saved as typed, sent once, decided on together, moved up in turn.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::Timestamp;
use tokio::sync::Semaphore;
use uuid::Uuid;
use wiec_model::AccountId;
use wiec_model::calls::{
    AboutAuthor, Access, AccessCode, Anonymity, AuthorId, AuthorStanding, Call, Decision, FileId,
    Gate, MayDecide, RedactedField, Redaction, State, Submission, SubmissionCode, SubmissionId,
    Tier, Unchangeable, Words,
};
use wiec_store::{
    Actor, Begun, DecisionRefused, InvitationAnswered, Left, NewAuthor, NewCode, NewFile,
    NewSubmission, Rewritten, Saved, Store, Submitted, Taken,
};

use crate::calls::{account, begin, people, with_call};
use crate::sample::{self, at, now, slug};

pub fn words(title: &str) -> Words {
    Words {
        title: title.to_owned(),
        summary: "O czym to jest.".to_owned(),
        lang: "pl".parse().unwrap(),
        track: Some(slug("mieszkanie")),
        tier: Some(Tier::SmallTown),
        links: vec!["https://miasto.example".to_owned()],
        replies: BTreeMap::from([(slug("po-co"), vec!["Bo tak.".to_owned()])]),
    }
}

pub fn new(number: u128, of: AccountId) -> NewSubmission {
    let mut chance = [0; 16];
    for (at, byte) in chance.iter_mut().enumerate() {
        *byte = ((number >> (5 * at.min(9))) & 31) as u8;
    }
    NewSubmission {
        id: SubmissionId(Uuid::from_u128(number)),
        code: SubmissionCode::from_chance(chance),
        key: format!("key-{number}"),
        account: Some(of),
        email: None,
        author: AuthorId(Uuid::from_u128(number)),
        about: AboutAuthor {
            name: format!("Osoba {number}"),
            body: Some("Politechnika".to_owned()),
            ..AboutAuthor::default()
        },
        words: words(&format!("Zgłoszenie {number}")),
        anonymity: Anonymity::None,
    }
}

pub async fn draft(store: &Store, call: &Call, number: u128, of: AccountId) -> Submission {
    let mut tx = begin(store).await;
    let begun = tx
        .submissions()
        .begin(call, &new(number, of))
        .await
        .unwrap();
    tx.commit().await.unwrap();
    match begun {
        Begun::New(submission) => submission,
        Begun::Again(_) => panic!("{number} was begun before"),
    }
}

async fn submit_at(store: &Store, call: &Call, of: &Submission, when: Timestamp) -> Submitted {
    let mut tx = store.begin(Actor::Operator, when).await.unwrap();
    let agreed = &call.setup.consents[..1];
    let sent = tx
        .submissions()
        .submit(call, of.id, of.revision, agreed)
        .await;
    tx.commit().await.unwrap();
    sent.unwrap()
}

/// A submission that is sent, each by the person of the same number.
pub async fn sent(store: &Store, call: &Call, number: u128) -> Submission {
    let draft = draft(store, call, number, account(number)).await;
    match submit_at(store, call, &draft, now()).await {
        Submitted::Now(submission) => submission,
        other => panic!("{other:?}"),
    }
}

async fn find(store: &Store, of: &Submission) -> Submission {
    let congress = slug(sample::SLUG);
    let found = store.submissions().find(&congress, &of.code).await.unwrap();
    found.unwrap()
}

async fn save(store: &Store, call: &Call, of: &Submission, seen: u32, title: &str) -> Saved {
    let mut tx = begin(store).await;
    let words = words(title);
    let wanted = Rewritten {
        words: &words,
        anonymity: Anonymity::None,
        about: None,
    };
    let saved = tx.submissions().save(call, of.id, seen, wanted).await;
    tx.commit().await.unwrap();
    saved.unwrap()
}

#[tokio::test]
async fn a_draft_is_begun_once_saved_as_typed_and_nobodys_words_are_overwritten_unseen() {
    let (store, call) = with_call().await;
    people(&store, 1..=1).await;
    let begun = draft(&store, &call, 1, account(1)).await;
    assert_eq!(find(&store, &begun).await, begun);
    let mut tx = begin(&store).await;
    let mut again = new(2, account(1));
    again.key = "key-1".to_owned();
    let twice = tx.submissions().begin(&call, &again).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(twice, Begun::Again(begun.clone()));

    let Saved::Saved(saved) = save(&store, &call, &begun, 0, "Nowy tytuł").await else {
        panic!("a draft can be saved");
    };
    assert_eq!(
        (saved.revision, saved.words.title.as_str()),
        (1, "Nowy tytuł")
    );
    // The same typed again is no clash, whichever revision was seen.
    let same = save(&store, &call, &begun, 0, "Nowy tytuł").await;
    assert_eq!(same, Saved::Saved(saved.clone()));
    let clash = save(&store, &call, &begun, 0, "Inny").await;
    assert_eq!(clash, Saved::Clash(saved.clone()));
    assert_eq!(find(&store, &begun).await, saved);
    assert_eq!(store.submissions().versions(begun.id).await.unwrap(), []);
}

#[tokio::test]
async fn a_deadline_that_passes_between_form_and_post_keeps_the_draft() {
    let (store, call) = with_call().await;
    people(&store, 1..=1).await;
    let draft = draft(&store, &call, 1, account(1)).await;
    let closed_at = at("2019-11-02T00:00:00Z");
    let late = at("2019-11-02T01:00:00Z");
    let refused = submit_at(&store, &call, &draft, late).await;
    assert_eq!(refused, Submitted::NotTaken(Gate::Closed { closed_at }));
    assert_eq!(find(&store, &draft).await, draft);
    // Within the grace of an hour it still comes in, once.
    let graceful = at("2019-11-02T00:59:59Z");
    let Submitted::Now(sent) = submit_at(&store, &call, &draft, graceful).await else {
        panic!("it was begun in time");
    };
    assert_eq!(sent.state, State::Submitted { at: graceful });
    assert_eq!(find(&store, &draft).await, sent);
    let twice = submit_at(&store, &call, &sent, graceful).await;
    assert_eq!(twice, Submitted::Before(sent));
    let agreed = store.registrations().consents(account(1)).await.unwrap();
    assert_eq!(agreed.len(), 1);
}

#[tokio::test]
async fn a_call_by_code_keeps_a_draft_of_whoever_brought_none_and_takes_it_when_they_did() {
    let (store, call) = with_call().await;
    people(&store, 1..=1).await;
    let mut setup = call.setup.clone();
    setup.access = Access::ByCode;
    let code = NewCode {
        id: AccessCode(Uuid::from_u128(1)),
        secret: "KOD".to_owned(),
        label: "Uczelnie".to_owned(),
        uses: 1,
    };
    let mut tx = begin(&store).await;
    let call = tx.calls().change(&call, &setup).await.unwrap();
    tx.calls().make_code(&call, &code).await.unwrap();
    tx.commit().await.unwrap();

    let draft = draft(&store, &call, 1, account(1)).await;
    let refused = submit_at(&store, &call, &draft, now()).await;
    assert_eq!(refused, Submitted::NotAdmitted);
    assert_eq!(find(&store, &draft).await, draft);
    let mut tx = begin(&store).await;
    tx.calls().redeem(&call, "KOD", account(1)).await.unwrap();
    tx.commit().await.unwrap();
    let taken = submit_at(&store, &call, &draft, now()).await;
    assert!(matches!(taken, Submitted::Now(_)));
}

#[tokio::test]
async fn what_the_office_types_in_for_somebody_without_an_account_needs_no_code() {
    let (store, mut call) = with_call().await;
    call.setup.access = Access::ByCode;
    let mut tx = begin(&store).await;
    let mut typed = new(1, account(1));
    typed.account = None;
    let begun = tx.submissions().begin(&call, &typed).await.unwrap();
    tx.commit().await.unwrap();
    let Begun::New(draft) = begun else {
        panic!("nobody began it before");
    };
    let taken = submit_at(&store, &call, &draft, now()).await;
    assert!(matches!(taken, Submitted::Now(_)));
}

#[tokio::test]
async fn nobody_sends_more_than_they_may_however_many_at_once() {
    let (store, call) = with_call().await;
    people(&store, 1..=1).await;
    let mut drafts = Vec::new();
    for number in 1..=12 {
        drafts.push(draft(&store, &call, number, account(1)).await);
    }
    let door = Arc::new(Semaphore::new(6));
    let mut coming = tokio::task::JoinSet::new();
    for draft in drafts {
        let (store, call, door) = (Store::clone(&store), call.clone(), Arc::clone(&door));
        coming.spawn(async move {
            let _within = door.acquire().await.unwrap();
            submit_at(&store, &call, &draft, now()).await
        });
    }
    let sent = coming.join_all().await;
    let is_sent = |one: &&Submitted| matches!(one, Submitted::Now(_));
    assert_eq!(sent.iter().filter(is_sent).count(), 2);
    let refused = sent.iter().filter(|one| **one == Submitted::TooMany(2));
    assert_eq!(refused.count(), 10);
}

fn invited(number: u128) -> NewAuthor {
    NewAuthor {
        id: AuthorId(Uuid::from_u128(100 + number)),
        email: format!("gosc-{number}@kongres.example").parse().unwrap(),
        about: AboutAuthor {
            name: format!("Gość {number}"),
            ..AboutAuthor::default()
        },
        token: format!("sekret-{number}"),
    }
}

#[tokio::test]
async fn an_invited_author_confirms_by_their_own_account_or_leaves_without_one() {
    let (store, call) = with_call().await;
    people(&store, 1..=2).await;
    let of = sent(&store, &call, 1).await;
    let mut tx = begin(&store).await;
    for number in [2, 3] {
        let done = tx
            .submissions()
            .invite(&call, of.id, &invited(number))
            .await;
        assert!(matches!(done.unwrap(), InvitationAnswered::Now(_)));
    }
    let twice = tx.submissions().invite(&call, of.id, &invited(2)).await;
    assert!(matches!(twice.unwrap(), InvitationAnswered::Before(_)));
    tx.commit().await.unwrap();

    let congress = slug(sample::SLUG);
    let invitation = store.submissions().invitation(&congress, "sekret-2").await;
    let invitation = invitation.unwrap().unwrap();
    assert_eq!(invitation.author, invited(2).id);
    assert_eq!(
        store
            .submissions()
            .invitation(&congress, "x")
            .await
            .unwrap(),
        None
    );

    let mut tx = begin(&store).await;
    let theirs = |answer| matches!(answer, Ok(InvitationAnswered::Now(_)));
    let author = invited(2).id;
    assert!(theirs(
        tx.submissions()
            .confirm_author(&call, of.id, author, account(2))
            .await
    ));
    let again = tx
        .submissions()
        .confirm_author(&call, of.id, author, account(2))
        .await;
    assert!(matches!(again, Ok(InvitationAnswered::Before(_))));
    let stolen = tx
        .submissions()
        .confirm_author(&call, of.id, author, account(1))
        .await;
    assert!(matches!(stolen, Ok(InvitationAnswered::Gone)));
    assert!(theirs(
        tx.submissions()
            .remove_author(&call, of.id, invited(3).id)
            .await
    ));
    let back = tx.submissions().invite(&call, of.id, &invited(3)).await;
    assert!(matches!(back, Ok(InvitationAnswered::Gone)));
    let submitter = tx
        .submissions()
        .remove_author(&call, of.id, of.authors[0].id)
        .await;
    assert!(matches!(submitter, Ok(InvitationAnswered::Gone)));
    tx.commit().await.unwrap();

    let found = find(&store, &of).await;
    let standings: Vec<_> = found
        .authors
        .iter()
        .map(|author| (author.standing, author.about.name.as_str()))
        .collect();
    use AuthorStanding::{Confirmed, Removed, Submitter};
    assert_eq!(
        standings,
        [
            (Submitter, "Osoba 1"),
            (Confirmed, "Gość 2"),
            (Removed, "–")
        ]
    );
    let theirs = store.submissions().of_account(&congress, account(2)).await;
    assert_eq!(theirs.unwrap(), std::slice::from_ref(&found));
    let all = store.submissions().authors(&congress).await.unwrap();
    assert_eq!(all, BTreeMap::from([(of.id, found.authors)]));
}

async fn decide(store: &Store, call: &Call, of: &Submission, decision: Decision) {
    let mut tx = begin(store).await;
    let by = (account(900), MayDecide::Alone);
    let done = tx
        .submissions()
        .decide(call, of.id, decision, None, by)
        .await;
    assert!(done.unwrap().is_ok());
    tx.commit().await.unwrap();
}

async fn apply(store: &Store, call: &Call, of: &[&Submission]) -> Vec<State> {
    let ids: Vec<SubmissionId> = of.iter().map(|one| one.id).collect();
    let mut tx = begin(store).await;
    let applied = tx.submissions().apply(call, &ids).await.unwrap();
    tx.commit().await.unwrap();
    applied
        .into_iter()
        .map(|one| one.submission.state)
        .collect()
}

#[tokio::test]
async fn decisions_are_pending_until_all_are_applied_and_the_reserve_moves_up() {
    let (store, call) = with_call().await;
    people(&store, 1..=4).await;
    let mut all = Vec::new();
    for number in 1..=4 {
        all.push(sent(&store, &call, number).await);
    }
    use Decision::{Accept, Reject, Reserve};
    for (of, decision) in all.iter().zip([Accept, Reserve, Reserve, Reject]) {
        decide(&store, &call, of, decision).await;
    }
    let pending = find(&store, &all[0]).await;
    assert_eq!(pending.state, all[0].state);
    assert_eq!(pending.pending.map(|it| it.decision), Some(Accept));

    let at = now();
    let confirm_by = wiec_model::calls::confirm_by(&call.setup.confirmation, at);
    let order = [&all[0], &all[2], &all[1], &all[3]];
    assert_eq!(
        apply(&store, &call, &order).await,
        [
            State::Accepted { at, confirm_by },
            State::Reserve { at, rank: 1 },
            State::Reserve { at, rank: 2 },
            State::Rejected { at },
        ]
    );
    assert_eq!(apply(&store, &call, &order).await, []);

    let mut tx = begin(&store).await;
    let turned = [all[1].id, all[2].id];
    tx.submissions()
        .order_reserve(&call, &turned)
        .await
        .unwrap();
    let confirmed = tx.submissions().confirm(&call, all[0].id).await.unwrap();
    assert!(matches!(confirmed, Taken::Now(_)));
    let left = tx.submissions().withdraw(&call, all[0].id).await.unwrap();
    tx.commit().await.unwrap();
    let Left::Now(gone, Some(moved)) = left else {
        panic!("one was in reserve");
    };
    assert_eq!(gone.state, State::Withdrawn { at });
    assert_eq!(
        (moved.id, moved.state),
        (all[1].id, State::Accepted { at, confirm_by })
    );
    assert_eq!(find(&store, &all[1]).await, *moved);

    // Who does not answer in time is out, and the next moves up, with time of their own.
    let late = confirm_by
        .saturating_add(jiff::SignedDuration::from_secs(1))
        .unwrap();
    let mut tx = store.begin(Actor::System, late).await.unwrap();
    let left = tx.submissions().expire(&call).await.unwrap();
    let again = tx.submissions().expire(&call).await.unwrap();
    tx.commit().await.unwrap();
    let [Left::Now(gone, Some(moved))] = left.as_slice() else {
        panic!("{left:?}");
    };
    assert_eq!(
        (gone.id, gone.state),
        (all[1].id, State::Declined { at: late })
    );
    assert_eq!(moved.id, all[2].id);
    assert_eq!(again, []);
}

#[tokio::test]
async fn of_two_places_that_come_free_at_once_no_reserve_is_given_twice() {
    let (store, call) = with_call().await;
    people(&store, 1..=8).await;
    let mut all = Vec::new();
    for number in 1..=8 {
        let of = sent(&store, &call, number).await;
        let decision = if number <= 4 {
            Decision::Accept
        } else {
            Decision::Reserve
        };
        decide(&store, &call, &of, decision).await;
        all.push(of);
    }
    apply(&store, &call, &all.iter().collect::<Vec<_>>()).await;
    let mut leaving = tokio::task::JoinSet::new();
    for of in all[..4].iter().cloned() {
        let (store, call) = (Store::clone(&store), call.clone());
        leaving.spawn(async move {
            let mut tx = begin(&store).await;
            let left = tx.submissions().decline(&call, of.id).await.unwrap();
            tx.commit().await.unwrap();
            left
        });
    }
    let left = leaving.join_all().await;
    let mut moved: Vec<SubmissionId> = left
        .into_iter()
        .filter_map(|left| match left {
            Left::Now(_, moved) => moved.map(|moved| moved.id),
            Left::Not(_) => None,
        })
        .collect();
    moved.sort();
    assert_eq!(moved, all[4..].iter().map(|of| of.id).collect::<Vec<_>>());
}

#[tokio::test]
async fn one_person_does_not_decide_where_they_have_an_interest() {
    let (store, call) = with_call().await;
    people(&store, 1..=1).await;
    let of = sent(&store, &call, 1).await;
    let mut tx = begin(&store).await;
    let own = (account(1), MayDecide::NotAtAll);
    let accept = Decision::Accept;
    let refused = tx
        .submissions()
        .decide(&call, of.id, accept, None, own)
        .await;
    assert_eq!(refused.unwrap(), Err(DecisionRefused::Own));
    let colleague = (account(7), MayDecide::WithSecond);
    let noted = tx
        .submissions()
        .decide(&call, of.id, accept, None, colleague)
        .await;
    assert!(noted.unwrap().is_ok());
    tx.commit().await.unwrap();
    assert_eq!(apply(&store, &call, &[&of]).await, []);

    let second = |who: u128, may| {
        let store = Store::clone(&store);
        let (call, id) = (call.clone(), of.id);
        async move {
            let mut tx = begin(&store).await;
            let by = (account(who), may);
            let done = tx
                .submissions()
                .second(&call, id, accept, by)
                .await
                .unwrap();
            tx.commit().await.unwrap();
            done
        }
    };
    assert!(!second(7, MayDecide::Alone).await);
    assert!(!second(8, MayDecide::WithSecond).await);
    assert!(second(9, MayDecide::Alone).await);
    assert_eq!(apply(&store, &call, &[&of]).await.len(), 1);
}

#[tokio::test]
async fn what_is_changed_after_the_choice_is_on_record() {
    let (store, call) = with_call().await;
    people(&store, 1..=1).await;
    let of = sent(&store, &call, 1).await;
    decide(&store, &call, &of, Decision::Accept).await;
    apply(&store, &call, &[&of]).await;
    let saved = save(&store, &call, &of, 0, "Po wyborze").await;
    assert!(matches!(saved, Saved::Saved(_)));
    let versions = store.submissions().versions(of.id).await.unwrap();
    let said: Vec<(&str, &str)> = versions
        .iter()
        .map(|it| (it.state.as_str(), it.words.title.as_str()))
        .collect();
    assert_eq!(
        said,
        [("submitted", "Zgłoszenie 1"), ("accepted", "Po wyborze")]
    );
}

fn file(number: u128, bytes: &[u8]) -> NewFile {
    NewFile {
        id: FileId(Uuid::from_u128(number)),
        question: slug("slajdy"),
        name: "anna.pdf".to_owned(),
        media: "application/pdf".to_owned(),
        bytes: bytes.to_vec(),
    }
}

#[tokio::test]
async fn a_file_replaces_the_one_before_and_is_not_clean_until_somebody_looked() {
    let (store, call) = with_call().await;
    people(&store, 1..=1).await;
    let of = draft(&store, &call, 1, account(1)).await;
    let mut tx = begin(&store).await;
    let first = tx
        .submissions()
        .put_file(&call, of.id, &file(1, b"jeden"))
        .await
        .unwrap()
        .unwrap();
    let twice = tx
        .submissions()
        .put_file(&call, of.id, &file(2, b"jeden"))
        .await
        .unwrap()
        .unwrap();
    assert_eq!(twice, first);
    let other = tx
        .submissions()
        .put_file(&call, of.id, &file(3, b"dwa"))
        .await
        .unwrap()
        .unwrap();
    tx.submissions()
        .clear_file(&call, of.id, other.id)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let mut clean = other;
    clean.is_clean = true;
    let files = store.submissions().files(of.id).await.unwrap();
    let of_all = store.submissions().files_of(&[of.id]).await.unwrap();
    assert_eq!(of_all, BTreeMap::from([(of.id, files.clone())]));
    assert_eq!(files, [clean.clone()]);
    let of_call = store.submissions().files_of_call(call.id).await.unwrap();
    assert_eq!(of_call[&of.id], [clean.clone()]);
    let read = store.submissions().file(of.id, clean.id).await.unwrap();
    assert_eq!(read, Some((clean, b"dwa".to_vec())));

    let mut tx = begin(&store).await;
    assert!(tx.submissions().delete_draft(&call, of.id).await.unwrap());
    tx.commit().await.unwrap();
    let congress = slug(sample::SLUG);
    assert_eq!(
        store.submissions().find(&congress, &of.code).await.unwrap(),
        None
    );
}

/// What came of inviting, describing, sending a file and taking one out, at a moment.
async fn change_all(
    store: &Store,
    call: &Call,
    of: &Submission,
    when: Timestamp,
) -> [Result<(), Unchangeable>; 4] {
    // Keys of their own for each submission.
    let number = 10 + of.id.0.as_u128();
    let (guest, slides) = (invited(number), file(number, b"dwa"));
    let mut tx = store.begin(Actor::Operator, when).await.unwrap();
    let mut submissions = tx.submissions();
    let about = AboutAuthor {
        name: "Inaczej".to_owned(),
        ..AboutAuthor::default()
    };
    let guest = submissions.invite(call, of.id, &guest).await.unwrap();
    let author = of.authors[0].id;
    let wanted = Rewritten {
        words: &of.words,
        anonymity: of.anonymity,
        about: Some((author, &about)),
    };
    let described = submissions.save(call, of.id, of.revision, wanted).await;
    let described = match described.unwrap() {
        Saved::Saved(_) => Ok(()),
        Saved::NotTaken(gate, _) => Err(Unchangeable::NotTaken(gate)),
        Saved::Over(now) => Err(Unchangeable::Over {
            state: now.state.word(),
        }),
        Saved::Clash(now) => panic!("{now:?}"),
    };
    let put = submissions.put_file(call, of.id, &slides).await;
    let removed = submissions.remove_file(call, of.id, &slug("slajdy")).await;
    tx.commit().await.unwrap();
    let guest = match guest {
        InvitationAnswered::Now(_) => Ok(()),
        InvitationAnswered::NotTaken(why) => Err(why),
        other => panic!("{other:?}"),
    };
    [guest, described, put.unwrap().map(drop), removed.unwrap()]
}

#[tokio::test]
async fn a_deadline_that_passes_lets_neither_authors_nor_files_into_what_was_sent() {
    let (store, call) = with_call().await;
    people(&store, 1..=1).await;
    let of = sent(&store, &call, 1).await;
    let mut tx = begin(&store).await;
    let first = file(1, b"jeden");
    let kept = tx.submissions().put_file(&call, of.id, &first).await;
    let kept = kept.unwrap().unwrap();
    tx.commit().await.unwrap();

    let closed = at("2019-11-02T00:00:00Z");
    let shut = Unchangeable::NotTaken(call.setup.gate(closed));
    assert_eq!(change_all(&store, &call, &of, closed).await, [Err(shut); 4]);
    assert_eq!(find(&store, &of).await, of);
    let files = store.submissions().files(of.id).await.unwrap();
    assert_eq!(files, std::slice::from_ref(&kept));
    // What came in time and is sent again after a network that broke is there already.
    let mut tx = store.begin(Actor::Operator, closed).await.unwrap();
    let again = tx.submissions().put_file(&call, of.id, &first).await;
    assert_eq!(again.unwrap(), Ok(kept));
    drop(tx);

    let just_before = at("2019-11-01T23:59:59Z");
    assert_eq!(
        change_all(&store, &call, &of, just_before).await,
        [Ok(()); 4]
    );
}

#[tokio::test]
async fn what_is_said_of_an_author_is_not_overwritten_unseen_either() {
    let (store, call) = with_call().await;
    people(&store, 1..=1).await;
    let of = draft(&store, &call, 1, account(1)).await;
    let describe = async |name: &str, seen: u32| {
        let about = AboutAuthor {
            name: name.to_owned(),
            ..AboutAuthor::default()
        };
        let wanted = Rewritten {
            words: &of.words,
            anonymity: of.anonymity,
            about: Some((of.authors[0].id, &about)),
        };
        let mut tx = begin(&store).await;
        let saved = tx.submissions().save(&call, of.id, seen, wanted).await;
        tx.commit().await.unwrap();
        saved.unwrap()
    };
    let name = |of: &Submission| of.authors[0].about.name.clone();
    let Saved::Saved(first) = describe("Anna", of.revision).await else {
        panic!("it is a draft");
    };
    assert_eq!(name(&first), "Anna");
    assert_eq!(first.revision, of.revision + 1);
    assert_eq!(find(&store, &of).await, first);
    // The answer was lost, and the form comes again.
    assert_eq!(
        describe("Anna", of.revision).await,
        Saved::Saved(first.clone())
    );
    // A window that was open before says something else.
    let Saved::Clash(stands) = describe("Hanna", of.revision).await else {
        panic!("it was described meanwhile");
    };
    assert_eq!(stands, first);
}

#[tokio::test]
async fn authors_and_files_of_what_is_chosen_change_after_the_deadline_and_of_what_is_out_never() {
    let (store, call) = with_call().await;
    people(&store, 1..=3).await;
    let draft = draft(&store, &call, 3, account(3)).await;
    let (chosen, other) = (sent(&store, &call, 1).await, sent(&store, &call, 2).await);
    decide(&store, &call, &chosen, Decision::Accept).await;
    decide(&store, &call, &other, Decision::Reject).await;
    apply(&store, &call, &[&chosen, &other]).await;
    let late = at("2019-12-01T00:00:00Z");
    let state = "rejected";
    for (of, expected) in [
        (&draft, Ok(())),
        (&chosen, Ok(())),
        (&other, Err(Unchangeable::Over { state })),
    ] {
        let done = change_all(&store, &call, of, late).await;
        assert_eq!(done, [expected; 4], "{:?}", of.state);
    }
}

#[tokio::test]
async fn redactions_are_kept_and_a_sent_submission_is_not_deleted() {
    let (store, call) = with_call().await;
    people(&store, 1..=1).await;
    let of = sent(&store, &call, 1).await;
    let redactions = vec![Redaction {
        field: RedactedField::Reply(slug("po-co")),
        start: 0,
        end: 2,
        words: "Bo".to_owned(),
    }];
    let mut tx = begin(&store).await;
    tx.submissions()
        .redact(&call, of.id, &redactions)
        .await
        .unwrap();
    assert!(!tx.submissions().delete_draft(&call, of.id).await.unwrap());
    tx.commit().await.unwrap();
    assert_eq!(find(&store, &of).await.redactions, redactions);
}

#[tokio::test]
async fn lists_take_as_many_queries_for_three_as_for_one() {
    let (store, call) = with_call().await;
    people(&store, 1..=3).await;
    let congress = slug(sample::SLUG);
    let mut counts = Vec::new();
    for number in 1..=3 {
        sent(&store, &call, number).await;
        if number == 2 {
            continue;
        }
        let before = store.queries();
        let listed = store
            .submissions()
            .list(&congress, call.id, &State::JUDGED)
            .await;
        assert_eq!(listed.unwrap().len(), usize::try_from(number).unwrap());
        store.reviews().table(&call).await.unwrap();
        store.submissions().authors(&congress).await.unwrap();
        counts.push(store.queries() - before);
    }
    assert_eq!(counts[0], counts[1]);
}

#[tokio::test]
async fn what_was_not_chosen_is_forgotten_with_its_reviews_and_what_was_stays() {
    let (store, call) = with_call().await;
    people(&store, 1..=2).await;
    let (chosen, other) = (sent(&store, &call, 1).await, sent(&store, &call, 2).await);
    decide(&store, &call, &chosen, Decision::Accept).await;
    apply(&store, &call, &[&chosen]).await;
    let mut counts = Vec::new();
    for day in ["2019-11-01", "2030-01-01", "2030-01-01"] {
        let mut tx = begin(&store).await;
        let words = wiec_store::ReviewWords::default();
        if counts.is_empty() {
            let key = wiec_model::calls::ReviewId(Uuid::nil());
            tx.reviews()
                .save(&other, account(1), key, 0, &words)
                .await
                .unwrap();
        }
        counts.push(
            tx.sweep()
                .unused_submissions(day.parse().unwrap())
                .await
                .unwrap(),
        );
        tx.commit().await.unwrap();
    }
    assert_eq!(counts, [0, 1, 0]);
    let left = store
        .submissions()
        .list(&call.congress, call.id, &State::WORDS)
        .await;
    assert_eq!(left.unwrap().len(), 1);
    assert_eq!(store.reviews().of_call(call.id).await.unwrap(), []);
}

#[tokio::test]
async fn what_was_sent_is_counted_by_state_track_and_tier_and_drafts_are_not() {
    let (store, call) = with_call().await;
    people(&store, 1..=5).await;
    for number in 1..=3 {
        sent(&store, &call, number).await;
    }
    draft(&store, &call, 4, account(4)).await;
    let mut elsewhere = new(5, account(5));
    elsewhere.words.track = None;
    elsewhere.words.tier = None;
    let mut tx = begin(&store).await;
    let begun = tx.submissions().begin(&call, &elsewhere).await.unwrap();
    tx.commit().await.unwrap();
    let Begun::New(other) = begun else {
        panic!("it was begun before");
    };
    submit_at(&store, &call, &other, now()).await;
    let mut tx = begin(&store).await;
    let first = SubmissionId(Uuid::from_u128(1));
    tx.submissions().withdraw(&call, first).await.unwrap();
    tx.commit().await.unwrap();
    let tally = store.submissions().tally(call.id).await.unwrap();
    let mut counts: Vec<_> = tally
        .iter()
        .map(|it| (it.state.as_str(), it.track.is_some(), it.tier, it.count))
        .collect();
    counts.sort_by_key(|it| (it.0, it.1));
    let town = Some(Tier::SmallTown);
    let expected = [
        ("submitted", false, None, 1),
        ("submitted", true, town, 2),
        ("withdrawn", true, town, 1),
    ];
    assert_eq!(counts, expected);
}
