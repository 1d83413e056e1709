//! What was chosen: where it stands in the programme, and what its speakers say on the way there.

use wiec_model::calls::{Preparation, RecordingConsent};
use wiec_store::{PreparationSaved, SubmissionPlace};

use crate::calls::{account, begin, people, with_call};
use crate::submissions::sent;

#[tokio::test]
async fn a_place_in_the_programme_is_noted_moved_and_taken_out() {
    let (store, call) = with_call().await;
    people(&store, 1..=2).await;
    let (one, other) = (sent(&store, &call, 1).await, sent(&store, &call, 2).await);
    let places = async || store.submissions().places(&call.congress).await.unwrap();
    let of = |submission, session: &str, position| SubmissionPlace {
        submission,
        session: session.parse().unwrap(),
        position,
    };
    let mut tx = begin(&store).await;
    for (submission, session, at) in [(&one, "S1", 0), (&other, "S1", 1), (&one, "S2", 3)] {
        tx.submissions()
            .place(&call, submission, &session.parse().unwrap(), at)
            .await
            .unwrap();
    }
    let expected = [of(other.id, "S1", 1), of(one.id, "S2", 3)];
    let within = tx.submissions().placed(&call).await.unwrap();
    assert_eq!(within, expected, "and so it is before it is committed");
    tx.commit().await.unwrap();
    assert_eq!(places().await, expected);

    let mut tx = begin(&store).await;
    let mut displaced = Vec::new();
    for _ in 0..2 {
        displaced.push(tx.submissions().displace(&call, &one).await.unwrap());
    }
    tx.commit().await.unwrap();
    assert_eq!(displaced, [true, false]);
    assert_eq!(places().await, expected[..1]);
}

#[tokio::test]
async fn speakers_say_what_they_need_and_it_is_forgotten_after_the_congress() {
    let (store, call) = with_call().await;
    people(&store, 1..=1).await;
    let of = sent(&store, &call, 1).await;
    let said = Preparation {
        needs: "Scena bez stopni".to_owned(),
        recording: RecordingConsent::Yes,
        ..Preparation::default()
    };
    let other = Preparation {
        needs: "Pulpit".to_owned(),
        ..said.clone()
    };
    let mut saved = Vec::new();
    for (seen, words) in [(0, &said), (0, &said), (0, &other), (1, &other)] {
        let mut tx = begin(&store).await;
        let mut submissions = tx.submissions();
        let done = submissions.prepare(&call, &of, account(1), seen, words);
        saved.push(done.await.unwrap());
        tx.commit().await.unwrap();
    }
    let clash = PreparationSaved::Clash(said.clone());
    use PreparationSaved::Saved;
    assert_eq!(saved, [Saved, Saved, clash, Saved]);

    let words = async || {
        let all = store.submissions().prepared_of_call(call.id).await.unwrap();
        assert_eq!(all, store.submissions().prepared(of.id).await.unwrap());
        all.into_iter().map(|it| it.words).collect::<Vec<_>>()
    };
    assert_eq!(words().await, std::slice::from_ref(&other));
    let mut counts = Vec::new();
    for day in ["2019-11-01", "2030-01-01", "2030-01-01"] {
        let mut tx = begin(&store).await;
        let day = day.parse().unwrap();
        counts.push(tx.sweep().needs_of_speakers(day).await.unwrap());
        tx.commit().await.unwrap();
    }
    assert_eq!(counts, [0, 1, 0]);
    let kept = Preparation {
        needs: String::new(),
        ..other
    };
    assert_eq!(
        words().await,
        [kept],
        "the recordings stay, and so does this"
    );
}
