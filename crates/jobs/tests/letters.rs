//! Letters on their way to a real mail server, over a real socket.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use axum::Router;
use axum::routing::get;
use jiff::{SignedDuration, ToSpan};
use wiec_jobs::testing::{Mood, Sink};
use wiec_jobs::{Post, PostOffice, Runner};
use wiec_kit::letter::unsubscribe_mark;
use wiec_kit::testing::{SAMPLE, TestCongress, slug};
use wiec_model::Lang;
use wiec_model::jobs::ATTEMPTS;
use wiec_model::mail::{
    Attachment, Discard, Letter, MailId, Media, Need, Recipient, Secrecy, State, Subject,
};
use wiec_store::{Actor, JobsOf, Kind};

struct Office {
    congress: TestCongress,
    sink: Sink,
    runner: Runner,
}

impl Office {
    async fn open() -> Self {
        let sink = Sink::open().await;
        let runner = Runner::new(Some(post(&sink.address())));
        Self {
            // No page is asked for here, but a door wants one behind it.
            congress: TestCongress::open(|_| Router::new().route("/", get(async || ""))).await,
            sink,
            runner,
        }
    }

    async fn post(&self, letter: &Letter) -> MailId {
        let app = &self.congress.app;
        let mut tx = app
            .store
            .begin(Actor::System, app.clock.now())
            .await
            .unwrap();
        let mail = tx.mails().post(letter).await.unwrap().unwrap();
        tx.commit().await.unwrap();
        mail
    }

    async fn run(&self) {
        self.runner.run_due(&self.congress.app).await.unwrap();
    }

    async fn state(&self, mail: MailId) -> State {
        let found = self.congress.app.store.mails().find(mail).await.unwrap();
        found.unwrap().state
    }
}

fn post(address: &str) -> Post {
    Post::open(&PostOffice {
        server: address.to_owned(),
        sender: "Kongres Polityki Miejskiej <kongres@kongres.example>"
            .parse()
            .unwrap(),
        per_second: 1000,
        dkim: None,
    })
    .unwrap()
}

fn letter(to: &str) -> Letter {
    Letter {
        congress: Some(slug(SAMPLE)),
        to: Recipient::new(to.parse().unwrap(), Some("Łucja Żak")),
        account: None,
        lang: Lang::Pl,
        template: "notice".to_owned(),
        subject: Subject::of("Zażółć gęślą jaźń"),
        body:
            "Szanowni Państwo,\n\nspotkanie **jest** w [innej sali](https://kongres.example/sala)."
                .to_owned(),
        attachments: Vec::new(),
        need: Need::Essential,
        secrecy: Secrecy::Open,
        key: None,
    }
}

#[tokio::test]
async fn a_letter_arrives_with_both_parts_its_file_and_a_subject_in_polish() {
    let office = Office::open().await;
    let mut written = letter("lucja@kielce.example");
    written.attachments.push(Attachment {
        name: "zmiana.ics".parse().unwrap(),
        media: Media::Calendar,
        bytes: b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n".to_vec(),
    });
    let mail = office.post(&written).await;
    office.run().await;

    let letters = office.sink.letters().await;
    assert_eq!(letters.len(), 1);
    assert_eq!(letters[0].to, ["lucja@kielce.example"]);
    let message = &letters[0].message;
    for part in [
        "Subject: =?utf-8?b?WmHFvMOzxYLEhyBnxJnFm2zEhSBqYcW6xYQ=?=",
        &format!("Message-ID: <wiec-{mail}@kongres.example>"),
        "Auto-Submitted: auto-generated",
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "text/html",
        "method=PUBLISH",
        "zmiana.ics",
    ] {
        assert!(message.contains(part), "{part} is not in\n{message}");
    }
    assert!(!message.contains("List-Unsubscribe"));
    assert!(matches!(office.state(mail).await, State::Sent { .. }));
}

#[tokio::test]
async fn a_letter_is_sent_once_however_often_its_job_runs() {
    let office = Office::open().await;
    let mail = office.post(&letter("lucja@kielce.example")).await;
    office.run().await;
    let app = &office.congress.app;
    let mut tx = app
        .store
        .begin(Actor::System, app.clock.now())
        .await
        .unwrap();
    let congress = Some(slug(SAMPLE));
    let job = wiec_model::jobs::Job::SendMail { mail, congress };
    tx.jobs().enqueue(&job).await.unwrap();
    tx.commit().await.unwrap();
    office.run().await;
    assert_eq!(office.sink.letters().await.len(), 1);
}

#[tokio::test]
async fn a_busy_server_is_asked_again_later_and_less_and_less_often_until_it_is_given_up() {
    let office = Office::open().await;
    office.sink.be(Mood::Busy).await;
    let mail = office.post(&letter("lucja@kielce.example")).await;
    office.run().await;
    assert!(matches!(office.state(mail).await, State::Queued { .. }));
    office.congress.advance(SignedDuration::from_secs(9));
    office.run().await;
    office.sink.be(Mood::Willing).await;
    office.run().await;
    assert_eq!(office.sink.letters().await, [], "it is not time yet");
    office.congress.advance(SignedDuration::from_secs(1));
    office.run().await;
    assert_eq!(office.sink.letters().await.len(), 1);

    office.sink.be(Mood::Busy).await;
    let mail = office.post(&letter("lucja@kielce.example")).await;
    for _ in 0..ATTEMPTS {
        office.run().await;
        office.congress.advance(SignedDuration::from_hours(24));
    }
    assert!(
        matches!(office.state(mail).await, State::Failed { reason, .. } if reason.contains("451"))
    );
    let dead = office
        .congress
        .app
        .store
        .jobs()
        .dead(JobsOf::Everyone, 9)
        .await
        .unwrap();
    assert_eq!((dead.len(), dead[0].attempts), (1, ATTEMPTS));
}

#[tokio::test]
async fn what_a_server_refuses_for_good_is_given_up_at_once() {
    let office = Office::open().await;
    office.sink.be(Mood::Closed).await;
    let mail = office.post(&letter("nobody@kielce.example")).await;
    office.run().await;
    assert!(
        matches!(office.state(mail).await, State::Failed { reason, .. } if reason.contains("550"))
    );
    let dead = office
        .congress
        .app
        .store
        .jobs()
        .dead(JobsOf::Everyone, 9)
        .await
        .unwrap();
    assert_eq!((dead.len(), dead[0].attempts), (1, 1));
}

#[tokio::test]
async fn whoever_wants_no_more_letters_gets_only_those_that_matter() {
    let office = Office::open().await;
    let app = &office.congress.app;
    let news = Letter {
        need: Need::Unsubscribable,
        ..letter("lucja@kielce.example")
    };
    office.post(&news).await;
    office.run().await;
    let message = office.sink.letters().await[0].message.clone();
    let mark = unsubscribe_mark(&app.secret, &slug(SAMPLE), news.to.email());
    let words = wiec_kit::letter::mark_words(&app.secret, mark);
    let unfolded = message.replace("\r\n ", " ");
    assert!(
        unfolded.contains(&format!(
            "List-Unsubscribe: <https://kongres.example/wypisz/{words}>"
        )),
        "{unfolded}"
    );
    assert!(message.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"));

    let mut tx = app
        .store
        .begin(Actor::Visitor, app.clock.now())
        .await
        .unwrap();
    tx.unsubscriptions().add(mark).await.unwrap();
    tx.commit().await.unwrap();
    let unwanted = office.post(&news).await;
    let essential = office.post(&letter("lucja@kielce.example")).await;
    office.run().await;
    let state = office.state(unwanted).await;
    assert!(
        matches!(
            state,
            State::Discarded {
                why: Discard::Unsubscribed,
                ..
            }
        ),
        "{state:?}"
    );
    assert!(matches!(office.state(essential).await, State::Sent { .. }));
    assert_eq!(office.sink.letters().await.len(), 2);
}

#[tokio::test]
async fn a_way_in_that_is_shut_is_not_sent_any_more() {
    let office = Office::open().await;
    let until = office.congress.now() + 15.minutes();
    let secret = Letter {
        secrecy: Secrecy::Secret { until },
        ..letter("lucja@kielce.example")
    };
    let mail = office.post(&secret).await;
    office.congress.advance(SignedDuration::from_mins(15));
    office.run().await;
    assert_eq!(office.sink.letters().await, []);
    let found = office
        .congress
        .app
        .store
        .mails()
        .find(mail)
        .await
        .unwrap()
        .unwrap();
    assert!(matches!(
        found.state,
        State::Discarded {
            why: Discard::Expired,
            ..
        }
    ));
    assert_eq!(found.letter.body, "");
}

#[tokio::test]
async fn without_a_post_office_letters_wait_until_there_is_one() {
    let office = Office::open().await;
    let app = &office.congress.app;
    let mail = office.post(&letter("lucja@kielce.example")).await;
    Runner::new(None).run_due(app).await.unwrap();
    assert!(matches!(office.state(mail).await, State::Queued { .. }));

    let running = tokio::spawn(Runner::new(Some(post(&office.sink.address()))).run(app.clone()));
    office.sink.wait_for(1).await;
    office.post(&letter("ewa@kielce.example")).await;
    let letters = office.sink.wait_for(2).await;
    assert_eq!(
        letters[1].to,
        ["ewa@kielce.example"],
        "the bell woke the runner"
    );
    running.abort();
}

#[tokio::test]
async fn what_a_killed_server_had_in_hand_is_taken_over() {
    let office = Office::open().await;
    let app = &office.congress.app;
    let mail = office.post(&letter("lucja@kielce.example")).await;
    let now = office.congress.now();
    let mut tx = app.store.begin(Actor::System, now).await.unwrap();
    let lease = SignedDuration::from_mins(5);
    assert!(tx.jobs().claim(lease).await.unwrap().is_some());
    tx.commit().await.unwrap();

    office.runner.begin(app).await.unwrap();
    office.run().await;
    let is_sent = matches!(office.state(mail).await, State::Sent { .. });
    // Another server of the same database may be at it: it has the time of its lease.
    assert_eq!(is_sent, app.store.kind() == Kind::Sqlite);
    office.congress.advance(SignedDuration::from_mins(6));
    office.run().await;
    assert!(matches!(office.state(mail).await, State::Sent { .. }));
}

#[tokio::test]
async fn the_daily_chores_are_done_and_due_again_the_next_night() {
    let office = Office::open().await;
    let app = &office.congress.app;
    office.runner.begin(app).await.unwrap();
    let mail = office.post(&letter("lucja@kielce.example")).await;
    office.run().await;
    let next = app.store.jobs().next_at().await.unwrap().unwrap();
    assert_eq!(next.to_string(), "2019-11-16T02:00:00Z");
    office.congress.advance(SignedDuration::from_hours(24 * 91));
    office.run().await;
    let found = app.store.mails().find(mail).await.unwrap();
    assert_eq!(
        found, None,
        "a letter that was sent is kept for ninety days"
    );
}
