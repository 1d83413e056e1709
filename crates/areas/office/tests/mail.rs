//! Letters in the office: the outbox, one letter, mailings to groups, jobs that were given up.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use axum::http::StatusCode;
use jiff::SignedDuration;
use wiec_kit::letter::unsubscribe_mark;
use wiec_kit::testing::{SAMPLE, TestCongress, Visitor, another, slug};
use wiec_model::Lang;
use wiec_model::contact::Contact;
use wiec_model::jobs::Job;
use wiec_model::mail::{
    Attachment, Letter, MailId, Media, Need, Recipient, Secrecy, State, Subject,
};
use wiec_model::rules::{Grant, Role};
use wiec_store::{Act, Actor, NewMailing, Tx, WantedMail};

const OUTBOX: &str = "/biuro/kpm-2019/poczta";
const NEW: &str = "/biuro/kpm-2019/poczta/nowa-wysylka";
const JOBS: &str = "/biuro/kpm-2019/zadania";

async fn open() -> TestCongress {
    TestCongress::open(wiec_office::routes).await
}

async fn begin(congress: &TestCongress) -> Tx {
    let app = &congress.app;
    app.store
        .begin(Actor::Operator, app.clock.now())
        .await
        .unwrap()
}

fn letter(to: &str) -> Letter {
    Letter {
        congress: Some(slug(SAMPLE)),
        to: Recipient::new(to.parse().unwrap(), Some("Łucja Żak")),
        account: None,
        lang: Lang::Pl,
        template: "mailing".to_owned(),
        subject: Subject::of("Zmiana sali"),
        body: "Spotkanie **jest** obok. <script>alert(1)</script>".to_owned(),
        attachments: Vec::new(),
        need: Need::Essential,
        secrecy: Secrecy::Open,
        key: None,
    }
}

async fn draft(congress: &TestCongress, letter: &Letter) -> MailId {
    let mut tx = begin(congress).await;
    let mail = tx.mails().draft(letter).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    mail
}

fn at(mail: MailId) -> String {
    format!("{OUTBOX}/{mail}")
}

async fn state(congress: &TestCongress, mail: MailId) -> State {
    let found = congress.app.store.mails().find(mail).await.unwrap();
    found.unwrap().state
}

/// Everybody who appears in these sessions can be written to, at `osoba-{n}@miasto.pl`; the last of
/// them in English.
async fn reach(congress: &TestCongress, codes: &[&str]) -> usize {
    let programme = congress.draft().await;
    let mut people: Vec<_> = codes
        .iter()
        .flat_map(|code| &programme.session(code).unwrap().people)
        .map(|appearance| appearance.person)
        .collect();
    people.sort_unstable();
    people.dedup();
    let mut tx = begin(congress).await;
    for (number, person) in people.iter().enumerate() {
        let contact = Contact {
            person: *person,
            email: Some(format!("osoba-{number}@miasto.pl").parse().unwrap()),
            account: None,
            lang: if number + 1 == people.len() {
                Lang::En
            } else {
                Lang::Pl
            },
        };
        tx.contacts().save(&slug(SAMPLE), &contact).await.unwrap();
    }
    tx.commit().await.unwrap();
    people.len()
}

/// A form for a new mailing; later fields stand in for earlier ones of the same name.
async fn send(
    visitor: &mut Visitor,
    more: &[(&'static str, &'static str)],
) -> wiec_kit::testing::Page {
    let mut fields = vec![
        ("key", "abcdefghijkmnpqrstuvwxyz23"),
        ("group", "speakers"),
        ("need", "news"),
        ("subject-pl", "Do {imie}"),
        ("body-pl", "Spotkania: {tytul} ({kiedy})."),
        ("subject-en", "To {imie}"),
        ("body-en", "Sessions: {tytul}. {link}"),
    ];
    fields.retain(|(name, _)| more.iter().all(|(other, _)| other != name));
    fields.extend(more);
    visitor.submit(NEW, &fields).await
}

async fn letters(congress: &TestCongress) -> Vec<Letter> {
    let mails = congress.app.store.mails();
    let page = mails
        .page(&slug(SAMPLE), &WantedMail::default(), 1000)
        .await
        .unwrap();
    let mut letters = Vec::new();
    for mail in page.mails.iter().rev() {
        letters.push(mails.find(mail.id).await.unwrap().unwrap().letter);
    }
    letters
}

#[tokio::test]
async fn a_letter_is_shown_as_its_reader_gets_it_and_its_markup_stays_words() {
    let congress = open().await;
    let mut organiser = congress.organiser().await;
    let mut written = letter("lucja@miasto.pl");
    written.attachments.push(Attachment {
        name: "zmiana.ics".parse().unwrap(),
        media: Media::Calendar,
        bytes: b"BEGIN:VCALENDAR".to_vec(),
    });
    let mail = draft(&congress, &written).await;

    organiser
        .get(OUTBOX)
        .await
        .says("Zmiana sali")
        .says("lucja@miasto.pl")
        .says("szkic");
    let page = organiser.get(&at(mail)).await;
    page.says("Łucja Żak &#60;lucja@miasto.pl&#62;")
        .says("<strong>jest</strong>")
        .does_not_say("<script>alert")
        .says("zmiana.ics");
    let file = organiser.get(&format!("{}/0", at(mail))).await;
    assert_eq!(file.text(), "BEGIN:VCALENDAR");
    assert!(file.header("content-type").starts_with("text/calendar"));
    organiser
        .get(&format!("{}/1", at(mail)))
        .await
        .is(StatusCode::NOT_FOUND);
    organiser
        .get("/en/office/kpm-2019/mail")
        .await
        .says("<h1>Mail</h1>");
}

#[tokio::test]
async fn a_draft_is_changed_sent_and_then_neither_changed_nor_sent_again() {
    let congress = open().await;
    let mut organiser = congress.organiser().await;
    let mail = draft(&congress, &letter("lucja@miasto.pl")).await;
    let save = |revision| {
        [
            ("act", "save"),
            ("revision", revision),
            ("subject", "Nowa sala"),
            ("body", "Sala Kadzielnia."),
        ]
    };

    organiser
        .submit(&at(mail), &save("1"))
        .await
        .leads_to(&format!("{}?saved", at(mail)));
    organiser
        .submit(&at(mail), &save("1"))
        .await
        .is(StatusCode::CONFLICT)
        .says("zmienił się w międzyczasie")
        .says("Sala Kadzielnia.");
    organiser
        .submit(
            &at(mail),
            &[
                ("act", "save"),
                ("revision", "2"),
                ("subject", " "),
                ("body", "x"),
            ],
        )
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("#f-subject");

    organiser
        .submit(&at(mail), &[("act", "send"), ("revision", "1")])
        .await
        .is(StatusCode::CONFLICT)
        .says("Sala Kadzielnia.");
    let send = [("act", "send"), ("revision", "2")];
    organiser
        .submit(&at(mail), &send)
        .await
        .is(StatusCode::SEE_OTHER);
    assert!(matches!(state(&congress, mail).await, State::Queued { .. }));
    organiser
        .submit(&at(mail), &save("2"))
        .await
        .is(StatusCode::CONFLICT)
        .says("Wpisany tekst, niezapisany");
    organiser
        .submit(&at(mail), &send)
        .await
        .is(StatusCode::CONFLICT);
    let history = congress.app.store.history();
    let entries = history.list(&slug(SAMPLE), 2).await.unwrap();
    let acts: Vec<(Act, Actor)> = entries.iter().map(|it| (it.act, it.actor)).collect();
    let me = Actor::Account(organiser.id());
    assert_eq!(acts, [(Act::SendMail, me), (Act::WriteMail, me)]);
}

#[tokio::test]
async fn a_letter_that_was_thrown_away_does_not_go_out() {
    let congress = open().await;
    let mut organiser = congress.organiser().await;
    let mail = draft(&congress, &letter("lucja@miasto.pl")).await;
    organiser
        .submit(&at(mail), &[("act", "discard")])
        .await
        .is(StatusCode::SEE_OTHER);
    organiser
        .get(&at(mail))
        .await
        .says("Ktoś z biura zdecydował")
        .does_not_say("value=\"send\"");
    organiser
        .submit(&at(mail), &[("act", "send"), ("revision", "1")])
        .await
        .is(StatusCode::CONFLICT);
}

#[tokio::test]
async fn a_mailing_is_one_draft_for_each_address_filled_in_for_each() {
    let congress = open().await;
    let mut organiser = congress.organiser().await;
    let count = reach(&congress, &["S39"]).await;
    assert!(count > 1, "the sample has a panel there");

    let page = send(&mut organiser, &[("act", "look")]).await;
    page.is(StatusCode::OK).says("Podgląd");
    assert_eq!(letters(&congress).await, [], "a look writes nothing");

    let page = send(&mut organiser, &[("act", "write")]).await;
    page.leads_to(&format!("{OUTBOX}?mailing=1&saved"));
    send(&mut organiser, &[("act", "write")])
        .await
        .leads_to(OUTBOX);
    let written = letters(&congress).await;
    assert_eq!(written.len(), count, "pressing twice writes once");
    let title = congress.draft().await;
    let title = title.session("S39").unwrap().title.clone();
    for letter in &written {
        assert_eq!(letter.need, Need::Unsubscribable);
        assert!(
            letter.body.contains(title.words(letter.lang)),
            "{}",
            letter.body
        );
        assert!(!letter.body.contains('{') && !letter.subject.as_str().contains('{'));
    }
    // Another mailing, whatever its number: PostgreSQL leaves out that of the one that was not made.
    let other = send(&mut organiser, &[("act", "write"), ("subject-pl", "Inny")]).await;
    let path = other.header("location");
    assert!(path.starts_with(&format!("{OUTBOX}?mailing=")) && !path.contains("=1&"));
    let english: Vec<_> = written.iter().filter(|it| it.lang == Lang::En).collect();
    assert_eq!(english.len(), 1);
    assert!(
        english[0]
            .body
            .ends_with("https://kongres.example/en/kpm-2019/my-congress"),
        "{}",
        english[0].body
    );

    organiser
        .get(&format!("{OUTBOX}?mailing=1"))
        .await
        .says(&format!("Wyślij {count} szkic"));
    organiser
        .submit(&format!("{OUTBOX}/wysylka/1"), &[("act", "send")])
        .await
        .leads_to(&format!("{OUTBOX}?mailing=1&saved"));
    let counts = congress.app.store.mails();
    let mailing = counts
        .mailing(
            &slug(SAMPLE),
            wiec_store::Sight::All,
            wiec_model::mail::MailingId(1),
        )
        .await
        .unwrap()
        .unwrap();
    assert_eq!(mailing.count("queued"), count as u64);
}

#[tokio::test]
async fn whoever_wants_no_news_gets_none_but_what_is_essential() {
    let congress = open().await;
    let mut organiser = congress.organiser().await;
    let count = reach(&congress, &["S39"]).await;
    let email = "osoba-0@miasto.pl".parse().unwrap();
    let mark = unsubscribe_mark(&congress.app.secret, &slug(SAMPLE), &email);
    let mut tx = begin(&congress).await;
    tx.unsubscriptions().add(mark).await.unwrap();
    tx.commit().await.unwrap();

    send(&mut organiser, &[("act", "look")])
        .await
        .says("1 osoba nie chce wiadomości.");
    send(&mut organiser, &[("act", "write")]).await;
    assert_eq!(letters(&congress).await.len(), count - 1);
    let another = [
        ("act", "write"),
        ("need", "essential"),
        ("key", "bbcdefghijkmnpqrstuvwxyz23"),
    ];
    send(&mut organiser, &another).await;
    assert_eq!(letters(&congress).await.len(), 2 * count - 1);
}

#[tokio::test]
async fn what_is_wrong_with_a_mailing_is_said_at_its_field_and_nothing_typed_is_lost() {
    let congress = open().await;
    let mut organiser = congress.organiser().await;
    reach(&congress, &["S39"]).await;
    let cases: [(&[(&str, &str)], &str); 7] = [
        (&[("body-pl", "{ktos}")], "#f-body-pl"),
        (&[("group", "role"), ("role", "editor")], "#f-body-pl"),
        (&[("group", "everybody")], "#f-group"),
        (&[("group", "session"), ("session", "NIC")], "#f-session"),
        (&[("body-en", "")], "#f-body-en"),
        (&[("subject-pl", ""), ("subject-en", "")], "#f-subject-pl"),
        (&[("need", "")], "#f-need"),
    ];
    for (more, leads_to) in cases {
        let more: Vec<(&'static str, &'static str)> = more.to_vec();
        send(&mut organiser, &more)
            .await
            .is(StatusCode::UNPROCESSABLE_ENTITY)
            .says(&format!("<a href=\"{leads_to}\">"))
            .says("abcdefghijkmnpqrstuvwxyz23");
    }
    send(&mut organiser, &[("body-pl", "{ktos}")])
        .await
        .says("{ktos}")
        .says("{imie}, {kongres}, {tytul}, {kiedy}, {link}");
    let nobody = [("group", "session"), ("session", "S01")];
    send(&mut organiser, &nobody)
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("Nie ma nikogo");
    assert_eq!(letters(&congress).await, []);
}

#[tokio::test]
async fn a_role_or_a_session_is_written_to_and_nobody_else() {
    let congress = open().await;
    let mut organiser = congress.organiser().await;
    let editor = congress.member_as(Role::Editor).await;
    let count = reach(&congress, &["S39", "S31"]).await;
    let plain = [("body-pl", "Do {imie}."), ("body-en", "To {imie}.")];

    let mut to_editors = plain.to_vec();
    to_editors.extend([("act", "write"), ("group", "role"), ("role", "editor")]);
    send(&mut organiser, &to_editors)
        .await
        .is(StatusCode::SEE_OTHER);
    let written = letters(&congress).await;
    let to: Vec<String> = written.iter().map(|it| it.to.email().to_string()).collect();
    assert_eq!(to, [editor.email()]);

    let mut to_session = plain.to_vec();
    to_session.extend([
        ("act", "write"),
        ("group", "session"),
        ("session", "S39"),
        ("key", "bbcdefghijkmnpqrstuvwxyz23"),
    ]);
    send(&mut organiser, &to_session)
        .await
        .is(StatusCode::SEE_OTHER);
    let of_session = congress.draft().await.session("S39").unwrap().people.len();
    let written = letters(&congress).await.len() - 1;
    assert!(written == of_session && written < count, "{written}");
}

#[tokio::test]
async fn a_way_into_an_account_is_shown_to_nobody_but_its_reader() {
    let congress = open().await;
    let mut organiser = congress.organiser().await;
    let until = congress.now() + SignedDuration::from_mins(15);
    let secret = Letter {
        body: "Kod 123456".to_owned(),
        secrecy: Secrecy::Secret { until },
        ..letter("lucja@miasto.pl")
    };
    let mail = draft(&congress, &secret).await;
    organiser
        .get(&at(mail))
        .await
        .says("Jego treść widzi tylko adresat")
        .does_not_say("123456");
    let edit = [
        ("act", "save"),
        ("revision", "1"),
        ("subject", "Wejście"),
        ("body", "Kod 654321"),
    ];
    organiser
        .submit(&at(mail), &edit)
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY)
        .does_not_say("123456");
}

#[tokio::test]
async fn letters_to_those_who_registered_are_for_those_who_may_see_them() {
    let congress = open().await;
    let mut editor = congress.member_as(Role::Editor).await;
    let receipt = Letter {
        template: "registration-receipt".to_owned(),
        attachments: vec![Attachment {
            name: "bilet.pdf".parse().unwrap(),
            media: Media::Pdf,
            bytes: b"%PDF".to_vec(),
        }],
        ..letter("zgloszona@miasto.pl")
    };
    let mail = draft(&congress, &receipt).await;
    let mut tx = begin(&congress).await;
    let mailing = NewMailing {
        congress: slug(SAMPLE),
        template: "registration-mailing".to_owned(),
        name: "Do zgłoszonych".to_owned(),
        key: None,
    };
    let mailing = tx.mails().begin_mailing(&mailing).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    draft(&congress, &letter("lucja@miasto.pl")).await;

    editor
        .get(OUTBOX)
        .await
        .says("lucja@miasto.pl")
        .does_not_say("zgloszona@miasto.pl");
    let file = format!("{}/0", at(mail));
    for path in [&at(mail), &file] {
        editor.get(path).await.is(StatusCode::NOT_FOUND);
    }
    editor
        .submit(&format!("{OUTBOX}/wysylka/{mailing}"), &[("act", "send")])
        .await
        .is(StatusCode::NOT_FOUND);
    for act in ["send", "save", "discard"] {
        let fields = [
            ("act", act),
            ("revision", "1"),
            ("subject", "x"),
            ("body", "x"),
        ];
        editor
            .submit(&at(mail), &fields)
            .await
            .is(StatusCode::NOT_FOUND);
    }
    send(&mut editor, &[("group", "confirmed")])
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("#f-group");
    let mut organiser = congress.organiser().await;
    organiser.get(OUTBOX).await.says("zgloszona@miasto.pl");
    let ticket = organiser.get(&file).await;
    assert_eq!(ticket.bytes(), b"%PDF");
    assert_eq!(ticket.header("content-type"), "application/pdf");
    assert_eq!(
        ticket.header("content-disposition"),
        "attachment; filename=\"bilet.pdf\""
    );
}

#[tokio::test]
async fn a_job_that_was_given_up_is_tried_again_with_its_letter() {
    let congress = open().await;
    let mut organiser = congress.organiser().await;
    let mail = draft(&congress, &letter("lucja@miasto.pl")).await;
    let mut tx = begin(&congress).await;
    tx.mails().queue(mail).await.unwrap();
    let claimed = tx.jobs().claim(SignedDuration::from_mins(5)).await.unwrap();
    let claimed = claimed.unwrap();
    tx.mails().mark_failed(mail, "550 nie ma").await.unwrap();
    tx.jobs().give_up(&claimed, "550 nie ma").await.unwrap();
    tx.commit().await.unwrap();

    organiser
        .get(JOBS)
        .await
        .says("550 nie ma")
        .says(&format!("Wysłanie listu {mail}"));
    let job = Job::SendMail {
        mail,
        congress: Some(slug(SAMPLE)),
    };
    let key = job.key();
    let again = [("job", key.as_str())];
    organiser
        .submit(JOBS, &again)
        .await
        .leads_to(&format!("{JOBS}?saved"));
    assert!(matches!(state(&congress, mail).await, State::Queued { .. }));
    organiser
        .submit(JOBS, &again)
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY);
    organiser.get(JOBS).await.says("Nie ma porzuconych zadań");
}

#[tokio::test]
async fn nobody_else_comes_near_letters_or_jobs() {
    let congress = open().await;
    congress.save(&another()).await;
    let mail = draft(&congress, &letter("lucja@miasto.pl")).await;
    let of_another = Grant::of_congress(Role::Organiser, slug("kpm-2021"));
    let mut others = vec![congress.member_with(&[of_another]).await];
    for role in [Role::Volunteer, Role::Speaker, Role::Participant] {
        others.push(congress.member_as(role).await);
    }
    for other in &mut others {
        for path in [OUTBOX, NEW, JOBS, &at(mail)] {
            other.get(path).await.is(StatusCode::NOT_FOUND);
        }
        other
            .submit(&at(mail), &[("act", "send")])
            .await
            .is(StatusCode::NOT_FOUND);
    }
    // By the address of the other congress the letter is none of its letters.
    others[0]
        .get(&format!("/biuro/kpm-2021/poczta/{mail}"))
        .await
        .is(StatusCode::NOT_FOUND);
    let mut editor = congress.member_as(Role::Editor).await;
    editor.get(OUTBOX).await.is(StatusCode::OK);
    editor.get(JOBS).await.is(StatusCode::NOT_FOUND);
    assert_eq!(state(&congress, mail).await, State::Draft);
}

#[tokio::test]
async fn the_outbox_costs_the_same_queries_however_many_letters_it_holds() {
    let congress = open().await;
    let mut organiser = congress.organiser().await;
    let add = async |number: usize| {
        draft(&congress, &letter(&format!("a{number}@miasto.pl"))).await;
    };
    congress
        .same_queries_at_one_and_three(&mut organiser, OUTBOX, add)
        .await;
}

#[tokio::test]
async fn the_outbox_is_filtered_by_state_and_reader_and_goes_on_page_by_page() {
    let congress = open().await;
    let mut organiser = congress.organiser().await;
    for number in 0..101 {
        draft(&congress, &letter(&format!("a{number}@miasto.pl"))).await;
    }
    organiser.get(OUTBOX).await.says("before=2").says("Starsze");
    organiser
        .get(&format!("{OUTBOX}?before=2"))
        .await
        .says("a0@miasto.pl")
        .does_not_say("a1@miasto.pl");
    organiser
        .get(&format!("{OUTBOX}?to=a77%40&state=draft"))
        .await
        .says("a77@miasto.pl")
        .does_not_say("a76@miasto.pl");
    organiser
        .get(&format!("{OUTBOX}?state=sent"))
        .await
        .says("Nie ma tu takich listów");
}
