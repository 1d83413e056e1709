//! Remarks: received once, numbered without gaps, moderated step by step, and each one answered.

use std::collections::BTreeMap;

use jiff::SignedDuration;
use serde_json::json;
use tokio::sync::Barrier;
use uuid::Uuid;
use wiec_model::register::{
    Answer, AnswerId, Author, Behalf, Channel, Clause, Moderation, Position, Proposal, Remark,
    RemarkId, RemarkKind, RemarkState, RemovalReason, Stance, Stances,
};
use wiec_model::{AccountId, Email, Lang};
use wiec_store::testing::TestStore;
use wiec_store::{
    Act, Actor, Answered, ConfirmedRemark, DraftSaved, NewRemark, ReceivedRemark, Standing, Store,
    Suggestion, SuggestionState, WantedRemarks,
};
use wiec_text::{Amendment, Document};

use crate::register::{TEXT, account, acts, content, found, make, publish, with_people, write};
use crate::sample::{self, now, slug};

const ALL: [&str; 5] = RemarkState::WORDS;

fn id(number: u128) -> RemarkId {
    RemarkId(Uuid::from_u128(number))
}

/// What somebody signed in says.
fn new(number: u128) -> NewRemark {
    NewRemark {
        id: id(number),
        key: format!("key-{number}"),
        version: 1,
        clause: "p3".parse().unwrap(),
        kind: RemarkKind::Comment,
        body: format!("Uwaga {number}"),
        reasons: None,
        wording: None,
        amendment: None,
        reply_to: None,
        author: Author {
            name: format!("Osoba {number}"),
            behalf: Behalf::Person,
            body: None,
        },
        account: Some(account(1)),
        email: None,
        lang: Lang::Pl,
        channel: Channel::Page,
        received_at: now(),
    }
}

/// What somebody unknown says.
fn unknown(number: u128) -> NewRemark {
    NewRemark {
        account: None,
        email: Some(address(number)),
        ..new(number)
    }
}

fn address(number: u128) -> Email {
    let address = format!("osoba-{number}@kongres.example");
    address.parse().unwrap()
}

fn amendment(number: u128) -> NewRemark {
    let base = Document::from_markdown(TEXT);
    let p3 = "p3".parse().unwrap();
    let change = Amendment::rewording(&base, &[(p3, "Każda gmina i powiat ma plan.")]);
    NewRemark {
        kind: RemarkKind::Amendment,
        wording: Some("Każda gmina i powiat ma plan.".to_owned()),
        amendment: Some(change.unwrap()),
        reasons: Some("Powiaty też planują.".to_owned()),
        ..new(number)
    }
}

async fn with_proposal(moderation: Moderation) -> (TestStore, Proposal) {
    let store = with_people().await;
    let before = make(&store, "mieszkania").await;
    let mut after = before.clone();
    after.discussion.moderation = moderation;
    let mut tx = write(&store).await;
    tx.register().change(&before, &after).await.unwrap();
    tx.commit().await.unwrap();
    publish(&store, &before).await;
    let proposal = found(&store, "mieszkania").await;
    (store, proposal)
}

async fn receive(store: &Store, proposal: &Proposal, new: &NewRemark) -> ReceivedRemark {
    let mut tx = store.begin(Actor::Visitor, now()).await.unwrap();
    let received = tx.remarks().receive(proposal, new).await.unwrap();
    tx.commit().await.unwrap();
    received
}

async fn received(store: &Store, proposal: &Proposal, new: &NewRemark) -> Remark {
    match receive(store, proposal, new).await {
        ReceivedRemark::New(remark) => remark,
        other => panic!("{other:?}"),
    }
}

/// A proposal with `count` public remarks, numbered from 1 as their keys are.
async fn with_remarks(count: u128) -> (TestStore, Proposal) {
    let (store, proposal) = with_proposal(Moderation::AtOnce).await;
    for number in 1..=count {
        received(&store, &proposal, &new(number)).await;
    }
    (store, proposal)
}

async fn confirm(store: &Store, proposal: &Proposal, number: u128) -> ConfirmedRemark {
    let mut tx = write(store).await;
    let mut remarks = tx.remarks();
    let confirmed = remarks.confirm(proposal, id(number), account(2)).await;
    tx.commit().await.unwrap();
    confirmed.unwrap()
}

async fn get(store: &Store, number: u128) -> Remark {
    store.remarks().get(id(number)).await.unwrap().unwrap()
}

async fn join(store: &Store, proposal: &Proposal, chosen: &[u128], into: u128) -> Vec<Remark> {
    let chosen: Vec<RemarkId> = chosen.iter().copied().map(id).collect();
    let mut tx = write(store).await;
    let joined = tx.remarks().join(proposal, &chosen, id(into)).await;
    tx.commit().await.unwrap();
    joined.unwrap()
}

fn answer(number: u128, position: Position) -> Answer {
    Answer {
        id: AnswerId(Uuid::from_u128(number)),
        position,
        reasons: "Tak robią inne miasta.".to_owned(),
        lang: Lang::Pl,
        at: now(),
    }
}

async fn give(
    store: &Store,
    proposal: &Proposal,
    chosen: &[u128],
    answer: &Answer,
    accepted: &BTreeMap<RemarkId, Amendment>,
) -> Vec<u32> {
    let chosen: Vec<RemarkId> = chosen.iter().copied().map(id).collect();
    let mut tx = store
        .begin(Actor::Account(account(2)), now())
        .await
        .unwrap();
    let mut remarks = tx.remarks();
    let answered = remarks.answer(proposal, &chosen, answer, accepted).await;
    tx.commit().await.unwrap();
    let mut numbers: Vec<u32> = answered
        .unwrap()
        .into_iter()
        .map(|one| one.number.unwrap())
        .collect();
    numbers.sort_unstable();
    numbers
}

#[tokio::test]
async fn a_remark_is_found_as_it_was_received_and_the_same_form_again_is_the_same_remark() {
    let (store, proposal) = with_proposal(Moderation::AtOnce).await;
    let sent = amendment(1);
    let remark = received(&store, &proposal, &sent).await;
    let expected = Remark {
        id: sent.id,
        proposal: proposal.id,
        number: Some(1),
        version: 1,
        clause: sent.clause.clone(),
        kind: sent.kind,
        body: sent.body.clone(),
        reasons: sent.reasons.clone(),
        wording: sent.wording.clone(),
        amendment: sent.amendment.clone(),
        reply_to: None,
        author: sent.author.clone(),
        account: Some(account(1)),
        lang: Lang::Pl,
        channel: Channel::Page,
        received_at: now(),
        state: RemarkState::Published { at: now() },
        same_as: None,
        owner: None,
        answer: None,
        accepted: None,
        merged_in: None,
    };
    assert_eq!(remark, expected);
    let found = store.remarks().find(proposal.id, 1).await.unwrap();
    assert_eq!(found, Some(expected.clone()));
    assert_eq!(get(&store, 1).await, expected);
    assert_eq!(store.remarks().find(proposal.id, 2).await.unwrap(), None);

    let twice = NewRemark { id: id(99), ..sent };
    let again = receive(&store, &proposal, &twice).await;
    assert_eq!(again, ReceivedRemark::Again(expected));
    let last = acts(&store).await.pop().unwrap();
    assert_eq!(last, (Act::Remark, "remark mieszkania/1".to_owned()));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn fifty_who_come_at_once_are_numbered_without_gaps_and_keys_sent_twice_count_once() {
    let (store, proposal) = with_proposal(Moderation::AtOnce).await;
    let start = std::sync::Arc::new(Barrier::new(60));
    let mut coming = tokio::task::JoinSet::new();
    // Ten of them press the button twice.
    for number in (1..=50).chain(1..=10) {
        let (store, proposal, start) = (Store::clone(&store), proposal.clone(), start.clone());
        coming.spawn(async move {
            start.wait().await;
            receive(&store, &proposal, &new(number)).await
        });
    }
    let received = coming.join_all().await;
    let is_again = |one: &&ReceivedRemark| matches!(one, ReceivedRemark::Again(_));
    assert_eq!(received.iter().filter(is_again).count(), 10);
    let all = store.remarks().all(proposal.id, &ALL).await.unwrap();
    let numbers: Vec<u32> = all.iter().filter_map(|one| one.number).collect();
    assert_eq!(numbers, (1..=50).collect::<Vec<_>>());
    let keys: std::collections::BTreeSet<_> = all.iter().map(|one| one.id).collect();
    assert_eq!(keys.len(), 50);
}

#[tokio::test]
async fn whoever_is_unknown_gets_a_number_when_they_confirm_and_only_once() {
    let (store, proposal) = with_proposal(Moderation::AtOnce).await;
    let waiting = received(&store, &proposal, &unknown(1)).await;
    assert_eq!((waiting.number, waiting.account), (None, None));
    assert_eq!(waiting.state, RemarkState::Unconfirmed);
    let email = store.remarks().email(id(1)).await.unwrap();
    assert_eq!(email, Some(address(1)));
    // Nobody else's number waits for it.
    let other = received(&store, &proposal, &new(2)).await;
    assert_eq!(other.number, Some(1));
    let before = acts(&store).await.len();

    let confirmed = confirm(&store, &proposal, 1).await;
    let expected = Remark {
        number: Some(2),
        account: Some(account(2)),
        state: RemarkState::Published { at: now() },
        ..waiting
    };
    assert_eq!(confirmed, ConfirmedRemark::Now(expected.clone()));
    assert_eq!(get(&store, 1).await, expected);
    // An address that has an account is kept there, and once.
    assert_eq!(store.remarks().email(id(1)).await.unwrap(), None);
    let again = confirm(&store, &proposal, 1).await;
    assert_eq!(again, ConfirmedRemark::Before(expected));
    assert_eq!(confirm(&store, &proposal, 9).await, ConfirmedRemark::Gone);
    assert_eq!(acts(&store).await.len(), before + 1);
}

#[tokio::test]
async fn where_remarks_are_read_first_they_wait_but_not_those_that_the_office_brings() {
    let (store, proposal) = with_proposal(Moderation::BeforeRead).await;
    let waiting = received(&store, &proposal, &new(1)).await;
    assert_eq!(waiting.state, RemarkState::Waiting { at: now() });
    received(&store, &proposal, &unknown(2)).await;
    let ConfirmedRemark::Now(confirmed) = confirm(&store, &proposal, 2).await else {
        panic!("it was not confirmed before")
    };
    assert_eq!(confirmed.state, RemarkState::Waiting { at: now() });
    let paper = NewRemark {
        channel: Channel::Paper,
        received_at: now() - SignedDuration::from_hours(48),
        ..unknown(3)
    };
    let paper = received(&store, &proposal, &paper).await;
    assert_eq!(paper.state, RemarkState::Published { at: now() });
    assert_eq!(paper.number, Some(3));
    assert_eq!(paper.received_at, now() - SignedDuration::from_hours(48));
    // They are written to at the address on the paper.
    let email = store.remarks().email(id(3)).await.unwrap();
    assert_eq!(email, Some(address(3)));
}

#[tokio::test]
async fn moderation_goes_from_state_to_state_and_leaves_alone_what_is_elsewhere() {
    let (store, proposal) = with_proposal(Moderation::BeforeRead).await;
    for number in [1, 2] {
        received(&store, &proposal, &new(number)).await;
    }
    received(&store, &proposal, &unknown(3)).await;
    let chosen = [id(1), id(2), id(3)];
    let numbers = |remarks: Vec<Remark>| -> Vec<Option<u32>> {
        remarks.into_iter().map(|one| one.number).collect()
    };
    let mut tx = write(&store).await;
    let mut remarks = tx.remarks();
    let published = remarks.publish(&proposal, &chosen).await.unwrap();
    assert_eq!(numbers(published), [Some(1), Some(2)]);
    assert_eq!(remarks.publish(&proposal, &chosen).await.unwrap(), []);
    let why = Some("Reklama firmy.");
    let removed = remarks.remove(&proposal, &chosen[..1], RemovalReason::Advertising, why);
    assert_eq!(numbers(removed.await.unwrap()), [Some(1)]);
    tx.commit().await.unwrap();
    let state = RemarkState::Removed {
        at: now(),
        reason: RemovalReason::Advertising,
        words: why.map(str::to_owned),
    };
    assert_eq!(get(&store, 1).await.state, state);
    assert_eq!(get(&store, 3).await.state, RemarkState::Unconfirmed);
    let entries = store.history().list(&slug(sample::SLUG), 1).await.unwrap();
    assert_eq!(entries[0].act, Act::ModerateRemark);
    assert_eq!(entries[0].subject, "remark mieszkania/1");
    assert_eq!(
        entries[0].details,
        json!({
            "state": { "from": "published", "to": "removed" },
            "reason": "advertising",
        })
    );

    // What was taken down by mistake is put back, without the reason.
    let mut tx = write(&store).await;
    let back = tx.remarks().publish(&proposal, &chosen[..1]).await;
    assert_eq!(back.unwrap().len(), 1);
    tx.commit().await.unwrap();
    assert_eq!(
        get(&store, 1).await.state,
        RemarkState::Published { at: now() }
    );
}

#[tokio::test]
async fn only_its_author_takes_a_remark_back_and_it_does_not_return() {
    let (store, proposal) = with_remarks(1).await;
    let before = acts(&store).await.len();
    for (who, expected) in [(2, false), (1, true), (1, false)] {
        let mut tx = write(&store).await;
        let mut remarks = tx.remarks();
        let done = remarks.withdraw(&proposal, id(1), account(who)).await;
        assert_eq!(done.unwrap(), expected, "{who}");
        tx.commit().await.unwrap();
    }
    assert_eq!(
        get(&store, 1).await.state,
        RemarkState::Withdrawn { at: now() }
    );
    assert_eq!(acts(&store).await.len(), before + 1);
    let mut tx = write(&store).await;
    assert_eq!(tx.remarks().publish(&proposal, &[id(1)]).await.unwrap(), []);
}

#[tokio::test]
async fn whoever_is_joined_with_an_answered_remark_is_answered_by_the_same() {
    let (store, proposal) = with_remarks(3).await;
    let same = answer(1, Position::Accepted);
    give(&store, &proposal, &[1], &same, &BTreeMap::new()).await;
    let other = answer(2, Position::Rejected);
    give(&store, &proposal, &[3], &other, &BTreeMap::new()).await;

    let heirs = join(&store, &proposal, &[2, 3], 1).await;
    let told: Vec<(RemarkId, Option<AnswerId>)> =
        heirs.into_iter().map(|one| (one.id, one.answer)).collect();
    assert_eq!(told, [(id(2), Some(same.id))]);
    assert_eq!(get(&store, 2).await.answer, Some(same.id));
    assert_eq!(get(&store, 3).await.answer, Some(other.id));
    assert_eq!(join(&store, &proposal, &[2], 1).await, []);
}

#[tokio::test]
async fn who_stands_for_another_stands_for_itself_however_they_are_joined() {
    let (store, proposal) = with_remarks(4).await;
    assert_eq!(join(&store, &proposal, &[1, 2], 2).await, []);
    // Into one that is stood for means into the one that stands for it.
    assert_eq!(join(&store, &proposal, &[3], 1).await, []);
    let same_as = async |number| get(&store, number).await.same_as;
    assert_eq!(same_as(1).await, Some(id(2)));
    assert_eq!(same_as(2).await, None);
    assert_eq!(same_as(3).await, Some(id(2)));
    // The one that stands for others takes them along.
    assert_eq!(join(&store, &proposal, &[2], 4).await, []);
    for number in [1, 2, 3] {
        assert_eq!(same_as(number).await, Some(id(4)), "{number}");
    }
    assert_eq!(same_as(4).await, None);
    // There and back again is no circle.
    assert_eq!(join(&store, &proposal, &[4], 2).await, []);
    assert_eq!(same_as(4).await, None);
    assert_eq!(join(&store, &proposal, &[1], 99).await, []);

    let mut tx = write(&store).await;
    tx.remarks().part(&proposal, id(3)).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(same_as(3).await, None);
    let authors: Vec<String> = store
        .remarks()
        .all(proposal.id, &["published"])
        .await
        .unwrap()
        .into_iter()
        .map(|one| one.author.name)
        .collect();
    assert_eq!(authors, ["Osoba 1", "Osoba 2", "Osoba 3", "Osoba 4"]);
}

#[tokio::test]
async fn an_answer_reaches_all_for_which_the_answered_ones_stand_and_counts_once() {
    let (store, proposal) = with_remarks(4).await;
    join(&store, &proposal, &[2, 3], 1).await;
    let accepted = answer(7, Position::Accepted);
    let none = BTreeMap::new();
    let answered = give(&store, &proposal, &[1], &accepted, &none).await;
    assert_eq!(answered, [1, 2, 3]);
    let before = acts(&store).await;
    assert_eq!(before.len() - 3, index_of_first(&before, Act::AnswerRemark));
    // The form sent again answers nobody again.
    assert!(
        give(&store, &proposal, &[1], &accepted, &none)
            .await
            .is_empty()
    );
    assert_eq!(acts(&store).await.len(), before.len());
    for number in 1..=4 {
        let expected = (number < 4).then_some(accepted.id);
        assert_eq!(get(&store, number).await.answer, expected);
    }
    let answers = store.remarks().answers(proposal.id).await.unwrap();
    assert_eq!(answers, BTreeMap::from([(accepted.id, accepted.clone())]));

    // Another answer takes the place of the first, which stays in the database.
    let rejected = answer(8, Position::Rejected);
    give(&store, &proposal, &[2], &rejected, &none).await;
    assert_eq!(get(&store, 2).await.answer, Some(rejected.id));
    assert_eq!(get(&store, 1).await.answer, Some(accepted.id));
    assert_eq!(store.remarks().answers(proposal.id).await.unwrap().len(), 2);
}

fn index_of_first(acts: &[(Act, String)], wanted: Act) -> usize {
    acts.iter().position(|(act, _)| *act == wanted).unwrap()
}

#[tokio::test]
async fn what_is_taken_of_an_amendment_is_kept_and_the_version_it_went_into_too() {
    let (store, proposal) = with_proposal(Moderation::AtOnce).await;
    received(&store, &proposal, &amendment(1)).await;
    let base = Document::from_markdown(TEXT);
    let p3 = "p3".parse().unwrap();
    let part = Amendment::rewording(&base, &[(p3, "Każdy powiat ma plan.")]).unwrap();
    let accepted = BTreeMap::from([(id(1), part.clone())]);
    let in_part = answer(7, Position::InPart);
    give(&store, &proposal, &[1], &in_part, &accepted).await;
    let remark = get(&store, 1).await;
    assert_eq!(remark.accepted.as_ref(), Some(&part));
    assert_eq!(remark.taken(), Some(&part));

    let mut words = content("");
    words.document = part.apply(&base).unwrap();
    let mut tx = write(&store).await;
    let merged = tx.register().merge(&proposal, 1, &[id(1)], &words).await;
    assert_eq!(merged.unwrap(), DraftSaved::Saved(2));
    tx.commit().await.unwrap();
    assert_eq!(get(&store, 1).await.merged_in, None);
    let second = publish(&store, &proposal).await;
    assert_eq!((second.number, second.merged), (2, vec![id(1)]));
    assert_eq!(get(&store, 1).await.merged_in, Some(2));
}

#[tokio::test]
async fn owners_are_given_and_taken_and_each_change_is_one_entry() {
    let (store, proposal) = with_remarks(2).await;
    let before = acts(&store).await.len();
    for owner in [Some(account(2)), Some(account(2)), None] {
        let mut tx = write(&store).await;
        let mut remarks = tx.remarks();
        let assigned = remarks.assign(&proposal, &[id(1), id(2)], owner).await;
        assigned.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(get(&store, 1).await.owner, owner);
    }
    assert_eq!(acts(&store).await.len(), before + 4);
}

async fn stand(store: &Store, proposal: &Proposal, who: u128, stance: Stance) -> bool {
    let mut tx = write(store).await;
    let mut remarks = tx.remarks();
    let done = remarks.stand(proposal, id(1), account(who), stance).await;
    tx.commit().await.unwrap();
    done.unwrap()
}

#[tokio::test]
async fn everybody_has_one_stance_to_a_public_remark_and_can_change_it() {
    let (store, proposal) = with_remarks(2).await;
    let before = acts(&store).await.len();
    for (who, stance) in [
        (1, Stance::For),
        (2, Stance::For),
        (2, Stance::Against),
        (2, Stance::Against),
    ] {
        assert!(stand(&store, &proposal, who, stance).await);
    }
    let counts = |supporters, opponents| Stances {
        supporters,
        opponents,
        abstentions: 0,
    };
    let stances = store.remarks().stances(proposal.id).await.unwrap();
    assert_eq!(stances, BTreeMap::from([(id(1), counts(1, 1))]));
    let theirs = store.remarks().stances_of(proposal.id, account(2)).await;
    assert_eq!(theirs.unwrap(), BTreeMap::from([(id(1), Stance::Against)]));

    let mut tx = write(&store).await;
    let back = tx.remarks().step_back(&proposal, id(1), account(2)).await;
    assert!(back.unwrap());
    let ghost = tx.remarks().step_back(&proposal, id(9), account(2)).await;
    assert!(!ghost.unwrap());
    tx.commit().await.unwrap();
    let stances = store.remarks().stances(proposal.id).await.unwrap();
    assert_eq!(stances, BTreeMap::from([(id(1), counts(1, 0))]));
    // How often somebody changed their mind is nobody's business.
    assert_eq!(acts(&store).await.len(), before);

    let mut tx = write(&store).await;
    let why = RemovalReason::Abuse;
    let removed = tx.remarks().remove(&proposal, &[id(1)], why, None).await;
    removed.unwrap();
    tx.commit().await.unwrap();
    assert!(!stand(&store, &proposal, 2, Stance::For).await);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn many_clicks_of_one_person_at_once_are_one_stance() {
    let (store, proposal) = with_remarks(1).await;
    let mut coming = tokio::task::JoinSet::new();
    for number in 0..20 {
        let (store, proposal) = (Store::clone(&store), proposal.clone());
        coming.spawn(async move {
            let stance = Stance::ALL[number % 3];
            assert!(stand(&store, &proposal, 2, stance).await);
        });
    }
    coming.join_all().await;
    let stances = store.remarks().stances(proposal.id).await.unwrap();
    assert_eq!(stances[&id(1)].total(), 1);
}

async fn numbers(store: &TestStore, proposal: &Proposal, wanted: &WantedRemarks) -> Vec<u32> {
    let page = store.remarks().page(proposal.id, wanted, 99).await.unwrap();
    assert_eq!(page.next, None);
    assert_eq!(page.total, page.rows.len() as u64);
    page.rows.iter().filter_map(|one| one.number).collect()
}

#[tokio::test]
async fn a_page_holds_what_is_wanted_and_says_where_it_goes_on() {
    let (store, proposal) = with_proposal(Moderation::AtOnce).await;
    received(&store, &proposal, &new(1)).await;
    received(&store, &proposal, &amendment(2)).await;
    let city = NewRemark {
        clause: Clause::Whole,
        kind: RemarkKind::Question,
        body: "Ile to kosztuje? 100% gmin pyta".to_owned(),
        author: Author {
            name: "Urząd Miasta Łodzi".to_owned(),
            behalf: Behalf::City,
            body: Some("Łódź".to_owned()),
        },
        account: Some(account(2)),
        ..new(3)
    };
    received(&store, &proposal, &city).await;
    received(&store, &proposal, &unknown(4)).await;
    let reply = NewRemark {
        reply_to: Some(id(1)),
        ..new(5)
    };
    received(&store, &proposal, &reply).await;
    let accepted = answer(7, Position::Accepted);
    give(&store, &proposal, &[2], &accepted, &BTreeMap::new()).await;

    let wanted = WantedRemarks::default();
    let find = async |wanted: WantedRemarks| numbers(&store, &proposal, &wanted).await;
    assert_eq!(find(wanted.clone()).await, [1, 2, 3, 4]);
    let with = |change: &dyn Fn(&mut WantedRemarks)| {
        let mut wanted = wanted.clone();
        change(&mut wanted);
        wanted
    };
    let p3: Clause = "p3".parse().unwrap();
    let cases: [(WantedRemarks, &[u32]); 11] = [
        (with(&|it| it.clause = Some(p3.clone())), &[1, 2, 4]),
        (with(&|it| it.clause = Some(Clause::Whole)), &[3]),
        (with(&|it| it.kind = Some(RemarkKind::Amendment)), &[2]),
        (with(&|it| it.account = Some(account(2))), &[3]),
        // A reply waits for no answer.
        (with(&|it| it.answered = Some(Answered::NotYet)), &[1, 3]),
        (
            with(&|it| it.answered = Some(Answered::With(Position::Accepted))),
            &[2],
        ),
        (
            with(&|it| it.answered = Some(Answered::With(Position::Rejected))),
            &[],
        ),
        (with(&|it| it.words = Some("KOSZTUJE".to_owned())), &[3]),
        (with(&|it| it.words = Some("Łodzi".to_owned())), &[3]),
        (with(&|it| it.words = Some("100%".to_owned())), &[3]),
        (with(&|it| it.states = vec!["waiting", "removed"]), &[]),
    ];
    for (wanted, expected) in cases {
        assert_eq!(find(wanted.clone()).await, expected, "{wanted:?}");
    }
    let page = async |after| {
        let wanted = with(&|it| it.after = after);
        let page = store.remarks().page(proposal.id, &wanted, 3).await.unwrap();
        let numbers: Vec<u32> = page.rows.iter().filter_map(|one| one.number).collect();
        (numbers, page.next, page.total)
    };
    assert_eq!(page(0).await, (vec![1, 2, 3], Some(3), 4));
    assert_eq!(page(3).await, (vec![4], None, 4));
}

#[tokio::test]
async fn what_is_new_since_a_moment_is_found_by_when_it_became_public() {
    let (store, proposal) = with_proposal(Moderation::BeforeRead).await;
    received(&store, &proposal, &new(1)).await;
    received(&store, &proposal, &new(2)).await;
    for (number, minutes) in [(1, 10), (2, 20)] {
        let when = now() + SignedDuration::from_mins(minutes);
        let mut tx = store.begin(Actor::Operator, when).await.unwrap();
        let published = tx.remarks().publish(&proposal, &[id(number)]).await;
        published.unwrap();
        tx.commit().await.unwrap();
    }
    for (minutes, expected) in [(0, &[1, 2][..]), (10, &[2]), (20, &[])] {
        let wanted = WantedRemarks {
            since: Some(now() + SignedDuration::from_mins(minutes)),
            ..WantedRemarks::default()
        };
        assert_eq!(numbers(&store, &proposal, &wanted).await, expected);
    }
}

#[tokio::test]
async fn the_standing_counts_what_is_public_waits_and_is_owed_an_answer() {
    let (store, proposal) = with_proposal(Moderation::AtOnce).await;
    let congress = slug(sample::SLUG);
    let none = store.remarks().standings(&congress).await.unwrap();
    assert_eq!(none, BTreeMap::new());
    for remark in [new(1), amendment(2), new(3), unknown(4), new(5)] {
        received(&store, &proposal, &remark).await;
    }
    let reply = NewRemark {
        reply_to: Some(id(1)),
        ..new(6)
    };
    received(&store, &proposal, &reply).await;
    // An amendment to an amendment is one too.
    let amending = NewRemark {
        reply_to: Some(id(2)),
        ..amendment(7)
    };
    received(&store, &proposal, &amending).await;
    join(&store, &proposal, &[3], 1).await;
    let explained = answer(9, Position::Explained);
    give(&store, &proposal, &[5], &explained, &BTreeMap::new()).await;
    let standings = store.remarks().standings(&congress).await.unwrap();
    let expected = Standing {
        published: 6,
        amendments: 2,
        waiting: 0,
        unanswered: 3,
    };
    assert_eq!(standings, BTreeMap::from([(proposal.id, expected)]));
}

#[tokio::test]
async fn what_waits_to_be_read_is_counted_apart() {
    let (store, proposal) = with_proposal(Moderation::BeforeRead).await;
    received(&store, &proposal, &new(1)).await;
    received(&store, &proposal, &amendment(2)).await;
    let standings = store.remarks().standings(&slug(sample::SLUG)).await;
    let expected = Standing {
        waiting: 2,
        ..Standing::default()
    };
    assert_eq!(standings.unwrap()[&proposal.id], expected);
}

#[tokio::test]
async fn each_question_is_the_same_number_of_queries_with_one_and_three_remarks() {
    let (store, proposal) = with_remarks(0).await;
    let congress = slug(sample::SLUG);
    let wanted = WantedRemarks::default();
    let mut taken = Vec::new();
    for more in [1..=1, 2..=3] {
        for number in more {
            received(&store, &proposal, &new(number)).await;
            stand(&store, &proposal, number % 2 + 1, Stance::For).await;
            let given = answer(100 + number, Position::Accepted);
            give(&store, &proposal, &[number], &given, &BTreeMap::new()).await;
        }
        let mut counts = Vec::new();
        let mut last = store.queries();
        let mut count = || {
            let now = store.queries();
            counts.push(now - last);
            last = now;
        };
        let remarks = store.remarks();
        remarks.all(proposal.id, &ALL).await.unwrap();
        count();
        remarks.page(proposal.id, &wanted, 2).await.unwrap();
        count();
        remarks.stances(proposal.id).await.unwrap();
        count();
        remarks.stances_of(proposal.id, account(1)).await.unwrap();
        count();
        remarks.answers(proposal.id).await.unwrap();
        count();
        remarks.standings(&congress).await.unwrap();
        count();
        store.register().versions(proposal.id).await.unwrap();
        count();
        store.register().suggestions(proposal.id).await.unwrap();
        count();
        store.register().reports(proposal.id).await.unwrap();
        count();
        taken.push(counts);
    }
    assert_eq!(taken[0], taken[1]);
}

#[tokio::test]
async fn what_nobody_confirmed_for_long_is_deleted_and_nothing_else() {
    let (store, proposal) = with_remarks(1).await;
    received(&store, &proposal, &unknown(2)).await;
    let sweep = async |seconds| {
        let mut tx = store.begin(Actor::System, now()).await.unwrap();
        let before = now() + SignedDuration::from_secs(seconds);
        let gone = tx.sweep().unconfirmed_remarks(before).await.unwrap();
        tx.commit().await.unwrap();
        gone
    };
    assert_eq!(sweep(0).await, 0);
    assert_eq!(sweep(1).await, 1);
    assert_eq!(confirm(&store, &proposal, 2).await, ConfirmedRemark::Gone);
    let left = store.remarks().all(proposal.id, &ALL).await.unwrap();
    assert_eq!(left.len(), 1);
}

#[tokio::test]
async fn the_file_of_somebody_s_data_has_what_they_said_and_erasure_leaves_the_words_only() {
    let (store, proposal) = with_remarks(1).await;
    received(&store, &proposal, &unknown(2)).await;
    let of_another = NewRemark {
        account: Some(account(1)),
        ..new(3)
    };
    received(&store, &proposal, &of_another).await;
    stand(&store, &proposal, 2, Stance::For).await;
    let suggestion = Suggestion {
        id: Uuid::from_u128(7),
        section: "p2".to_owned(),
        account: account(2),
        name: None,
        wording: "Krócej.".to_owned(),
        reasons: None,
        state: SuggestionState::Open,
        made_at: now(),
    };
    let mut tx = write(&store).await;
    let mut register = tx.register();
    register.suggest(&proposal, &suggestion).await.unwrap();
    register.hold(&proposal, "p2", account(2)).await.unwrap();
    tx.commit().await.unwrap();
    let given = answer(9, Position::Explained);
    give(&store, &proposal, &[1], &given, &BTreeMap::new()).await;

    let theirs: AccountId = account(2);
    let owner = store.accounts().find(theirs).await.unwrap().unwrap();
    let told = store.personal().export(&owner).await.unwrap();
    // Not confirmed yet, and theirs by the address.
    assert_eq!(told["remarks"][0]["body"], "Uwaga 2");
    assert_eq!(told["remarks"].as_array().unwrap().len(), 1);
    assert_eq!(told["stances"][0]["stance"], "for");
    assert_eq!(told["register_suggestions"][0]["wording"], "Krócej.");
    assert_eq!(told["answers"][0]["reasons"], "Tak robią inne miasta.");
    assert_eq!(told["register_holds"][0]["section"], "p2");

    confirm(&store, &proposal, 2).await;
    let mut tx = write(&store).await;
    tx.personal().erase(&owner).await.unwrap();
    tx.commit().await.unwrap();
    let left = get(&store, 2).await;
    assert_eq!(
        (left.author.name.as_str(), left.body.as_str()),
        ("–", "Uwaga 2")
    );
    assert_eq!(store.remarks().email(id(2)).await.unwrap(), None);
    let stances = store.remarks().stances(proposal.id).await.unwrap();
    assert_eq!(stances[&id(1)].supporters, 1);
    let register = store.register();
    assert_eq!(register.holds(proposal.id).await.unwrap(), []);
    let suggestions = register.suggestions(proposal.id).await.unwrap();
    assert_eq!((suggestions.len(), &suggestions[0].name), (1, &None));
    assert_eq!(get(&store, 3).await.author.name, "Osoba 3");
}

#[tokio::test]
async fn whatever_is_written_about_a_proposal_stirs_it_and_nothing_else() {
    let (store, proposal) = with_remarks(1).await;
    let other = make(&store, "transport").await;
    let stirred = async |of: &Proposal| store.register().stirred(of.id).await.unwrap();
    let (mut before, still) = (stirred(&proposal).await, stirred(&other).await);
    for step in 0..5 {
        let mut tx = write(&store).await;
        let mut remarks = tx.remarks();
        match step {
            0 => drop(remarks.receive(&proposal, &new(2)).await.unwrap()),
            1 => {
                let stance = Stance::For;
                let stands = remarks.stand(&proposal, id(1), account(2), stance).await;
                assert!(stands.unwrap());
            }
            2 => drop(
                remarks
                    .step_back(&proposal, id(1), account(2))
                    .await
                    .unwrap(),
            ),
            3 => drop(
                remarks
                    .withdraw(&proposal, id(2), account(1))
                    .await
                    .unwrap(),
            ),
            _ => {
                let mut after = proposal.clone();
                after.discussion.moderation = Moderation::BeforeRead;
                tx.register().change(&proposal, &after).await.unwrap();
            }
        }
        tx.commit().await.unwrap();
        let after = stirred(&proposal).await;
        assert!(before < after, "step {step}");
        before = after;
    }
    assert_eq!(stirred(&other).await, still);
}
