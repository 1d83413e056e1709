//! Jobs, letters, mailings, and who wants no more of them.

use jiff::{SignedDuration, ToSpan};
use wiec_model::Lang;
use wiec_model::jobs::Job;
use wiec_model::mail::{
    Attachment, Letter, MailId, Media, Need, Recipient, Secrecy, State, Subject,
};
use wiec_store::testing::TestStore;
use wiec_store::{
    Act, Actor, Claimed, JobsOf, MailEdit, MailEdited, NewMailing, Sight, StoreError,
    UnsubscribeMark, WantedMail,
};

use crate::drafts::save;
use crate::sample::{self, now, programme, slug};

const LEASE: SignedDuration = SignedDuration::from_mins(5);

fn letter(to: &str) -> Letter {
    Letter {
        congress: Some(slug(sample::SLUG)),
        to: Recipient::new(to.parse().unwrap(), Some("Anna Nowak")),
        account: None,
        lang: Lang::Pl,
        template: "notice".to_owned(),
        subject: Subject::of("Zmiana sali"),
        body: "Spotkanie **jest** w innej sali.".to_owned(),
        attachments: vec![Attachment {
            name: "zmiana.ics".parse().unwrap(),
            media: Media::Calendar,
            bytes: b"BEGIN:VCALENDAR".to_vec(),
        }],
        need: Need::Essential,
        secrecy: Secrecy::Open,
        key: None,
    }
}

fn mailing() -> NewMailing {
    NewMailing {
        congress: slug(sample::SLUG),
        template: "notice".to_owned(),
        name: "Zmiana sali".to_owned(),
        key: Some("release/2".to_owned()),
    }
}

async fn with_congress() -> TestStore {
    let store = TestStore::open().await;
    save(&store, &programme(1)).await;
    store
}

async fn claim(store: &TestStore, after: SignedDuration) -> Option<Claimed> {
    let at = now() + after;
    let mut tx = store.begin(Actor::System, at).await.unwrap();
    let claimed = tx.jobs().claim(LEASE).await.unwrap();
    tx.commit().await.unwrap();
    claimed
}

async fn post(store: &TestStore, letter: &Letter) -> Option<MailId> {
    let mut tx = store.begin(Actor::System, now()).await.unwrap();
    let mail = tx.mails().post(letter).await.unwrap();
    tx.commit().await.unwrap();
    mail
}

#[tokio::test]
async fn a_letter_that_is_posted_waits_with_its_job_until_a_server_took_it() {
    let store = with_congress().await;
    let written = letter("anna@kielce.example");
    let mail = post(&store, &written).await.unwrap();
    let found = store.mails().find(mail).await.unwrap().unwrap();
    assert_eq!(found.letter, written);
    assert_eq!(found.state, State::Queued { since: now() });

    let claimed = claim(&store, SignedDuration::ZERO).await.unwrap();
    let congress = Some(slug(sample::SLUG));
    assert_eq!(claimed.job, Job::SendMail { mail, congress });
    assert_eq!(claimed.attempt, 1);
    assert_eq!(
        claim(&store, SignedDuration::ZERO).await,
        None,
        "it is taken"
    );

    let mut tx = store.begin(Actor::System, now()).await.unwrap();
    tx.mails()
        .mark_sent(mail, "1@kongres.example")
        .await
        .unwrap();
    tx.jobs().done(&claimed).await.unwrap();
    tx.commit().await.unwrap();
    let sent = store.mails().find(mail).await.unwrap().unwrap();
    assert!(
        matches!(sent.state, State::Sent { message_id, .. } if message_id == "1@kongres.example")
    );
    assert_eq!(claim(&store, SignedDuration::from_hours(1)).await, None);
}

#[tokio::test]
async fn a_change_that_is_not_committed_leaves_neither_a_letter_nor_a_job() {
    let store = with_congress().await;
    let mut tx = store.begin(Actor::System, now()).await.unwrap();
    tx.mails()
        .post(&letter("anna@kielce.example"))
        .await
        .unwrap();
    drop(tx);
    assert_eq!(claim(&store, SignedDuration::ZERO).await, None);
    let counts = store
        .mails()
        .counts(&slug(sample::SLUG), Sight::All)
        .await
        .unwrap();
    assert_eq!(counts.values().sum::<u64>(), 0);
}

#[tokio::test]
async fn a_job_whose_runner_died_is_taken_over_when_its_lease_is_over() {
    let store = with_congress().await;
    post(&store, &letter("anna@kielce.example")).await;
    let first = claim(&store, SignedDuration::ZERO).await.unwrap();
    assert_eq!(claim(&store, SignedDuration::from_mins(4)).await, None);
    let second = claim(&store, SignedDuration::from_mins(5)).await.unwrap();
    assert_eq!((second.job.clone(), second.attempt), (first.job.clone(), 2));

    let mut tx = store.begin(Actor::System, now()).await.unwrap();
    let late = tx.jobs().done(&first).await;
    assert!(matches!(late, Err(StoreError::Stale)), "{late:?}");
}

#[tokio::test]
async fn a_job_that_failed_waits_and_one_that_was_given_up_is_tried_again_by_hand_only() {
    let store = with_congress().await;
    post(&store, &letter("anna@kielce.example")).await;
    let claimed = claim(&store, SignedDuration::ZERO).await.unwrap();
    let mut tx = store.begin(Actor::System, now()).await.unwrap();
    let again = now() + 10.minutes();
    tx.jobs().retry(&claimed, again, "451 later").await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(store.jobs().next_at().await.unwrap(), Some(again));
    assert_eq!(claim(&store, SignedDuration::from_mins(9)).await, None);

    let claimed = claim(&store, SignedDuration::from_mins(10)).await.unwrap();
    let mut tx = store.begin(Actor::System, again).await.unwrap();
    tx.jobs().give_up(&claimed, "550 no").await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(claim(&store, SignedDuration::from_hours(99)).await, None);
    let congress = slug(sample::SLUG);
    let of = JobsOf::Congress(&congress);
    let dead = store.jobs().dead(of, 9).await.unwrap();
    assert_eq!(
        (dead.len(), dead[0].attempts, dead[0].problem.as_str()),
        (1, 2, "550 no")
    );

    let mut tx = store.begin(Actor::Operator, now()).await.unwrap();
    assert!(tx.jobs().try_again(of, &dead[0].key).await.unwrap());
    assert!(!tx.jobs().try_again(of, "send_mail/99").await.unwrap());
    tx.commit().await.unwrap();
    let claimed = claim(&store, SignedDuration::ZERO).await.unwrap();
    assert_eq!(claimed.attempt, 1);
    let entries = store.history().list(&congress, 1).await.unwrap();
    assert_eq!(entries[0].act, Act::RetryJob);
}

#[tokio::test]
async fn the_same_letter_is_written_once() {
    let store = with_congress().await;
    let mut confirmed = letter("anna@kielce.example");
    confirmed.key = Some("registration/1/confirmed".to_owned());
    assert!(post(&store, &confirmed).await.is_some());
    assert_eq!(post(&store, &confirmed).await, None);
}

#[tokio::test]
async fn a_mailing_is_made_once_with_one_letter_for_each_address_and_goes_out_when_told() {
    let store = with_congress().await;
    let congress = slug(sample::SLUG);
    let mut tx = store.begin(Actor::Operator, now()).await.unwrap();
    let number = tx.mails().begin_mailing(&mailing()).await.unwrap().unwrap();
    assert_eq!(tx.mails().begin_mailing(&mailing()).await.unwrap(), None);
    let letters = [
        "anna@kielce.example",
        "ewa@kielce.example",
        "anna@kielce.example",
    ];
    let drafted = tx
        .mails()
        .draft_all(&congress, number, &letters.map(letter))
        .await;
    assert_eq!(drafted.unwrap(), 2);
    tx.commit().await.unwrap();
    assert_eq!(
        claim(&store, SignedDuration::ZERO).await,
        None,
        "drafts do not go out"
    );

    let mut tx = store.begin(Actor::Operator, now()).await.unwrap();
    assert_eq!(tx.mails().queue_all(&congress, number).await.unwrap(), 2);
    assert_eq!(tx.mails().queue_all(&congress, number).await.unwrap(), 0);
    tx.commit().await.unwrap();
    assert!(claim(&store, SignedDuration::ZERO).await.is_some());
    let page = store
        .mails()
        .page(&congress, &WantedMail::default(), 10)
        .await
        .unwrap();
    assert_eq!(page.mails.len(), 2);
}

#[tokio::test]
async fn a_draft_is_edited_by_the_one_who_saw_it_last_and_sent_letters_by_nobody() {
    let store = with_congress().await;
    let mut tx = store.begin(Actor::Operator, now()).await.unwrap();
    let mail = tx
        .mails()
        .draft(&letter("anna@kielce.example"))
        .await
        .unwrap()
        .unwrap();
    tx.commit().await.unwrap();
    let edit = async |revision| {
        let mut tx = store.begin(Actor::Operator, now()).await.unwrap();
        let words = MailEdit {
            subject: Subject::of("Nowa sala"),
            body: "Sala obok.".to_owned(),
        };
        let edited = tx.mails().edit(mail, revision, &words).await.unwrap();
        tx.commit().await.unwrap();
        edited
    };
    assert_eq!(edit(1).await, MailEdited::Done);
    assert_eq!(
        edit(1).await,
        MailEdited::Changed,
        "somebody else was faster"
    );
    assert_eq!(edit(2).await, MailEdited::Done);

    let mut tx = store.begin(Actor::Operator, now()).await.unwrap();
    assert!(tx.mails().queue(mail).await.unwrap());
    assert!(!tx.mails().queue(mail).await.unwrap());
    tx.commit().await.unwrap();
    assert_eq!(edit(3).await, MailEdited::Changed);
    let mut tx = store.begin(Actor::Operator, now()).await.unwrap();
    assert!(tx.mails().discard(mail).await.unwrap());
    assert!(!tx.mails().discard(mail).await.unwrap());
    tx.commit().await.unwrap();
    assert_eq!(claim(&store, SignedDuration::ZERO).await, None);
}

#[tokio::test]
async fn what_a_secret_letter_says_is_gone_once_it_is_sent_or_over() {
    let store = with_congress().await;
    let secret = || Letter {
        secrecy: Secrecy::Secret {
            until: now() + 15.minutes(),
        },
        ..letter("anna@kielce.example")
    };
    let sent = post(&store, &secret()).await.unwrap();
    let late = post(&store, &secret()).await.unwrap();
    let mut tx = store.begin(Actor::System, now()).await.unwrap();
    tx.mails()
        .mark_sent(sent, "1@kongres.example")
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let mut tx = store
        .begin(Actor::System, now() + 16.minutes())
        .await
        .unwrap();
    assert_eq!(tx.mails().expire_secrets().await.unwrap(), 1);
    tx.commit().await.unwrap();
    for mail in [sent, late] {
        let found = store.mails().find(mail).await.unwrap().unwrap();
        assert_eq!(found.letter.body, "");
        assert_eq!(found.letter.attachments, []);
        assert!(found.wiped_at.is_some());
    }
}

#[tokio::test]
async fn whoever_wants_no_more_letters_is_known_by_a_mark() {
    let store = TestStore::open().await;
    let (mine, other) = (UnsubscribeMark([1; 16]), UnsubscribeMark([2; 16]));
    for _ in 0..2 {
        let mut tx = store.begin(Actor::Visitor, now()).await.unwrap();
        tx.unsubscriptions().add(mine).await.unwrap();
        tx.commit().await.unwrap();
    }
    assert!(store.unsubscriptions().contains(mine).await.unwrap());
    assert!(!store.unsubscriptions().contains(other).await.unwrap());
    let among = store.unsubscriptions().among(&[other, mine]).await.unwrap();
    assert_eq!(among.into_iter().collect::<Vec<_>>(), [mine]);
}
