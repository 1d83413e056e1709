//! Reviews: one's own until given, never lost, and summed up for the choice.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use uuid::Uuid;
use wiec_model::Slug;
use wiec_model::calls::{
    Bid, Call, Decision, Mark, MayDecide, Recommendation, ReviewId, ReviewState, Submission,
    SubmissionId,
};
use wiec_store::{
    Assigned, AssignmentOrigin, CallStanding, DeclaredInterest, Reassigned, ReviewSaved,
    ReviewWords, Store,
};

use crate::calls::{account, begin, member, people, with_call};
use crate::sample::now;
use crate::submissions::{draft, sent};

fn says(call: &Call, points: u32) -> ReviewWords {
    let criteria = call.setup.review.criteria.iter();
    ReviewWords {
        marks: criteria
            .map(|criterion| (criterion.key.clone(), Mark::Points(points)))
            .collect::<BTreeMap<Slug, Mark>>(),
        for_committee: "Dobre.".to_owned(),
        for_authors: String::new(),
        recommendation: Some(Recommendation::Accept),
    }
}

fn fresh(of: &Submission, who: u128) -> ReviewId {
    ReviewId(Uuid::from_u128(of.id.0.as_u128() * 1000 + who))
}

async fn give(store: &Store, call: &Call, of: &Submission, who: u128, points: u32) {
    let mut tx = begin(store).await;
    let given = tx
        .reviews()
        .give(of, account(who), fresh(of, who), 0, &says(call, points))
        .await;
    assert!(matches!(given.unwrap(), ReviewSaved::Saved(_)));
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_review_is_a_draft_until_given_and_two_windows_do_not_overwrite_each_other() {
    let (store, call) = with_call().await;
    people(&store, 1..=2).await;
    let of = sent(&store, &call, 1).await;
    let save = |seen, points| {
        let (store, call, of) = (Store::clone(&store), call.clone(), of.clone());
        async move {
            let mut tx = begin(&store).await;
            let (who, key) = (account(2), fresh(&of, 2));
            let saved = tx
                .reviews()
                .save(&of, who, key, seen, &says(&call, points))
                .await;
            tx.commit().await.unwrap();
            saved.unwrap()
        }
    };
    let ReviewSaved::Saved(first) = save(0, 3).await else {
        panic!("nobody else wrote");
    };
    assert_eq!((first.state, first.revision), (ReviewState::Draft, 1));
    assert_eq!(save(0, 3).await, ReviewSaved::Saved(first.clone()));
    assert_eq!(save(0, 4).await, ReviewSaved::Clash(first.clone()));
    assert_eq!(
        store.reviews().table(&call).await.unwrap()[0].figures.given,
        0
    );

    let mut tx = begin(&store).await;
    let words = says(&call, 3);
    let given = tx
        .reviews()
        .give(&of, account(2), first.id, 1, &words)
        .await;
    tx.commit().await.unwrap();
    let ReviewSaved::Saved(given) = given.unwrap() else {
        panic!("nobody else wrote");
    };
    assert_eq!(given.state, ReviewState::Given { at: now() });
    let own = store.reviews().own(of.id, account(2)).await.unwrap();
    assert_eq!(own, Some(given));
    let row = &store.reviews().table(&call).await.unwrap()[0];
    assert_eq!((row.figures.given, row.figures.mean), (1, Some(50.0)));
    assert_eq!(row.recommendations[&Recommendation::Accept], 1);
}

#[tokio::test]
async fn bids_interests_and_messages_are_kept_once() {
    let (store, call) = with_call().await;
    people(&store, 1..=2).await;
    let of = sent(&store, &call, 1).await;
    let who = account(2);
    let mut tx = begin(&store).await;
    for bid in [Bid::No, Bid::Yes] {
        tx.reviews().bid(&of, who, bid).await.unwrap();
    }
    for words in [None, Some("Brat".to_owned())] {
        tx.reviews()
            .declare_interest(&of, who, words)
            .await
            .unwrap();
    }
    for _ in 0..2 {
        tx.reviews()
            .say(&of, who, Uuid::nil(), "Zgoda.")
            .await
            .unwrap();
    }
    tx.commit().await.unwrap();
    let bids = store.reviews().bids(call.id).await.unwrap();
    assert_eq!(bids, BTreeMap::from([((of.id, who), Bid::Yes)]));
    let declared = DeclaredInterest {
        submission: of.id,
        account: who,
        words: Some("Brat".to_owned()),
    };
    assert_eq!(
        store.reviews().interests(call.id).await.unwrap(),
        [declared]
    );
    let messages = store.reviews().messages(of.id).await.unwrap();
    assert_eq!(messages.len(), 1);
    let mut tx = begin(&store).await;
    tx.reviews().withdraw_interest(&of, who).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(store.reviews().interests(call.id).await.unwrap(), []);
}

#[tokio::test]
async fn a_new_calculation_keeps_what_was_given_by_hand_and_what_was_begun() {
    let (store, call) = with_call().await;
    people(&store, 1..=5).await;
    let of = sent(&store, &call, 1).await;
    let assign = |accounts: Vec<u128>| {
        let (store, call, id) = (Store::clone(&store), call.clone(), of.id);
        async move {
            let wanted: Vec<_> = accounts.into_iter().map(|who| (id, account(who))).collect();
            let mut tx = begin(&store).await;
            let done = tx.reviews().assign(&call, &wanted).await.unwrap();
            tx.commit().await.unwrap();
            done
        }
    };
    let done = assign(vec![2, 3]).await;
    assert_eq!(
        done,
        Reassigned {
            added: 2,
            removed: 0
        }
    );
    give(&store, &call, &of, 2, 4).await;
    let mut tx = begin(&store).await;
    tx.reviews()
        .assign_by_hand(&of, account(4), "Zna temat.")
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let done = assign(vec![5]).await;
    assert_eq!(
        done,
        Reassigned {
            added: 1,
            removed: 1
        }
    );
    let assigned = |who, origin, reason: Option<&str>| Assigned {
        submission: of.id,
        account: account(who),
        origin,
        reason: reason.map(str::to_owned),
    };
    use AssignmentOrigin::{ByHand, Calculated};
    assert_eq!(
        store.reviews().assignments(call.id).await.unwrap(),
        [
            assigned(2, Calculated, None),
            assigned(4, ByHand, Some("Zna temat.")),
            assigned(5, Calculated, None),
        ]
    );
    let mut tx = begin(&store).await;
    assert!(
        !tx.reviews()
            .unassign(&of, account(2), "Chora")
            .await
            .unwrap()
    );
    assert!(
        tx.reviews()
            .unassign(&of, account(4), "Chora")
            .await
            .unwrap()
    );
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn reviews_stay_when_their_member_is_removed_or_erased() {
    let (store, call) = with_call().await;
    people(&store, 1..=3).await;
    let (judged, left) = (sent(&store, &call, 1).await, sent(&store, &call, 3).await);
    let mut tx = begin(&store).await;
    tx.calls().set_member(&call, &member(2)).await.unwrap();
    let wanted = [(judged.id, account(2)), (left.id, account(2))];
    tx.reviews().assign(&call, &wanted).await.unwrap();
    tx.commit().await.unwrap();
    give(&store, &call, &judged, 2, 5).await;
    let before = store.reviews().of_call(call.id).await.unwrap();

    let erased = store.accounts().find(account(2)).await.unwrap().unwrap();
    let mut tx = begin(&store).await;
    tx.calls().remove_member(&call, account(2)).await.unwrap();
    tx.personal().erase(&erased).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(before.len(), 1);
    assert_eq!(store.reviews().of_call(call.id).await.unwrap(), before);
    let kept = store.reviews().assignments(call.id).await.unwrap();
    let kept: Vec<SubmissionId> = kept.iter().map(|one| one.submission).collect();
    assert_eq!(kept, [judged.id]);
}

#[tokio::test]
async fn a_review_of_somebody_with_an_interest_stays_and_does_not_count_while_it_stands() {
    let (store, call) = with_call().await;
    people(&store, 1..=3).await;
    let of = sent(&store, &call, 1).await;
    give(&store, &call, &of, 2, 5).await;
    give(&store, &call, &of, 3, 1).await;
    let mut tx = begin(&store).await;
    let declared = tx.reviews().declare_interest(&of, account(2), None).await;
    declared.unwrap();
    tx.commit().await.unwrap();
    let row = &store.reviews().table(&call).await.unwrap()[0];
    assert_eq!((row.figures.given, row.figures.mean), (1, Some(0.0)));
    assert_eq!(store.reviews().of_submission(of.id).await.unwrap().len(), 2);

    let mut tx = begin(&store).await;
    let taken_back = tx.reviews().withdraw_interest(&of, account(2)).await;
    taken_back.unwrap();
    tx.commit().await.unwrap();
    let row = &store.reviews().table(&call).await.unwrap()[0];
    assert_eq!((row.figures.given, row.figures.mean), (2, Some(50.0)));
}

/// Six hundred submissions with three reviews each, in the time that a page has. In an optimised build
/// that is 100 ms; without optimisation it takes several times as long, which is what is allowed here.
#[tokio::test]
async fn the_table_of_a_large_call_is_there_at_once() {
    let (store, call) = with_call().await;
    people(&store, 1..=628).await;
    for number in 1..=600 {
        let of = sent(&store, &call, number).await;
        let mut tx = begin(&store).await;
        for reviewer in 0..3 {
            let who = 601 + (number + 9 * reviewer) % 25;
            let words = says(&call, 1 + u32::try_from(who % 5).unwrap());
            let (judge, key) = (account(who), fresh(&of, who));
            tx.reviews().give(&of, judge, key, 0, &words).await.unwrap();
        }
        tx.commit().await.unwrap();
    }
    let mut best = Duration::MAX;
    for _ in 0..5 {
        let started = Instant::now();
        let table = store.reviews().table(&call).await.unwrap();
        best = best.min(started.elapsed());
        assert_eq!(table.len(), 600);
        assert!(table.iter().all(|row| row.figures.given == 3));
    }
    println!("the table of 600 submissions: {best:?}");
    assert!(best < Duration::from_secs(1), "{best:?}");
}

#[tokio::test]
async fn how_a_call_stands_is_counted_by_what_was_sent_judged_and_decided() {
    let (store, call) = with_call().await;
    people(&store, 1..=5).await;
    let congress = &call.congress;
    let standings = store.calls().standings(congress).await.unwrap();
    assert!(standings.is_empty());
    draft(&store, &call, 4, account(4)).await;
    let judged = sent(&store, &call, 1).await;
    sent(&store, &call, 2).await;
    let decided = sent(&store, &call, 3).await;
    for who in [4, 5] {
        give(&store, &call, &judged, who, 3).await;
    }
    let mut tx = begin(&store).await;
    let by = (account(5), MayDecide::Alone);
    let reject = Decision::Reject;
    let mut submissions = tx.submissions();
    let noted = submissions.decide(&call, decided.id, reject, None, by);
    assert!(noted.await.unwrap().is_ok());
    tx.submissions().apply(&call, &[decided.id]).await.unwrap();
    tx.commit().await.unwrap();
    let standings = store.calls().standings(congress).await.unwrap();
    let expected = CallStanding {
        drafts: 1,
        sent: 3,
        judged: 1,
        decided: 1,
    };
    assert_eq!(standings.get(&call.id), Some(&expected));
}
