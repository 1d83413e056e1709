//! After a release exactly those hear of it whose session, room or time is another.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use jiff::SignedDuration;
use uuid::Uuid;
use wiec_kit::testing::{TestCongress, session, slug};
use wiec_model::contact::Contact;
use wiec_model::mail::{Letter, Media, Need, State};
use wiec_model::{Lang, Programme, Text};
use wiec_programme::release::{Released, Releasing, ReleasingError, preview, release};
use wiec_store::{Actor, WantedMail};

const SAMPLE: &str = "kpm-2019";
/// A panel with a moderator and three guests.
const PANEL: &str = "S39";

/// Everybody of the sample can be written to, every other one in English.
async fn reachable(congress: &TestCongress) {
    let draft = congress.draft().await;
    let begun = congress
        .app
        .store
        .begin(Actor::Operator, congress.now())
        .await;
    let mut tx = begun.unwrap();
    for (number, person) in draft.people.iter().enumerate() {
        let contact = Contact {
            person: person.guid,
            email: Some(address(person.guid)),
            account: None,
            lang: Lang::ALL[number % 2],
        };
        tx.contacts().save(&slug(SAMPLE), &contact).await.unwrap();
    }
    tx.commit().await.unwrap();
}

fn address(person: Uuid) -> wiec_model::Email {
    format!("{person}@example.org").parse().unwrap()
}

async fn open() -> TestCongress {
    let congress = support::open().await;
    reachable(&congress).await;
    congress.advance(SignedDuration::from_mins(5));
    congress
}

/// Releases the draft with a note.
async fn release_it(congress: &TestCongress) -> Released {
    let releasing = Releasing {
        note: Text::in_language(Lang::Pl, "Sala *Wielka* jest w remoncie."),
        ..Releasing::named("1.1")
    };
    let made = release(&congress.app, &slug(SAMPLE), Actor::Operator, &releasing).await;
    let made = made.unwrap();
    let editions = &congress.app.editions;
    editions.refresh(&congress.app.store, None).await.unwrap();
    made
}

/// All letters in the outbox, in the order of their addresses.
async fn letters(congress: &TestCongress) -> Vec<Letter> {
    let mails = congress.app.store.mails();
    let page = mails.page(&slug(SAMPLE), &WantedMail::default(), 500).await;
    let mut letters = Vec::new();
    for summary in page.unwrap().mails {
        let mail = mails.find(summary.id).await.unwrap().unwrap();
        assert_eq!(mail.state, State::Draft);
        letters.push(mail.letter);
    }
    letters.sort_by(|a, b| a.to.email().cmp(b.to.email()));
    letters
}

fn people_of(draft: &Programme, code: &str) -> Vec<wiec_model::Email> {
    let people = &draft.session(code).unwrap().people;
    let mut all: Vec<_> = people.iter().map(|one| address(one.person)).collect();
    all.sort();
    all.dedup();
    all
}

fn readers(letters: &[Letter]) -> Vec<wiec_model::Email> {
    letters.iter().map(|one| one.to.email().clone()).collect()
}

fn calendar(letter: &Letter, media: Media) -> String {
    let file = letter.attachments.iter().find(|it| it.media == media);
    let text = String::from_utf8(file.unwrap().bytes.clone()).unwrap();
    assert!(text.split("\r\n").all(|line| line.len() <= 75), "{text}");
    text.replace("\r\n ", "")
}

#[tokio::test]
async fn those_of_a_session_that_moved_get_one_letter_with_its_entry_and_nobody_else_does() {
    let congress = open().await;
    congress
        .edit(|draft| {
            let slot = session(draft, PANEL).slot.as_mut().unwrap();
            slot.room = slug("silnica");
            slot.starts_at += SignedDuration::from_mins(15);
            // What is only worded otherwise concerns nobody by letter.
            session(draft, "S31").title = Text::in_language(Lang::Pl, "Inny tytuł").unwrap();
        })
        .await;

    let made = release_it(&congress).await;

    let letters = letters(&congress).await;
    let draft = congress.draft().await;
    assert_eq!(readers(&letters), people_of(&draft, PANEL));
    assert_eq!((made.letters, made.unreachable), (4, vec![]));
    let moved = draft.session(PANEL).unwrap();
    for letter in &letters {
        assert_eq!(letter.need, Need::Essential);
        assert_eq!(letter.attachments.len(), 1);
        let calendar = calendar(letter, Media::Calendar);
        for line in [
            "METHOD:PUBLISH",
            &format!("UID:{}", moved.guid),
            "SEQUENCE:1",
            "STATUS:CONFIRMED",
            "DTSTART;TZID=Europe/Warsaw:20191115T110500",
        ] {
            assert!(calendar.lines().any(|it| it == line), "{line}\n{calendar}");
        }
        assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 1);
        assert!(calendar.contains("ORGANIZER;CN="), "{calendar}");
        let said = match letter.lang {
            Lang::Pl => [
                "zmiana w Państwa udziale",
                "Zieleń miejska",
                "10:50–12:05, Karczówka",
                "11:05–12:05, Silnica",
            ],
            Lang::En => [
                "a change to your part",
                "Urban greenery",
                "10:50–12:05, Karczówka",
                "11:05–12:05, Silnica",
            ],
        };
        let whole = format!("{}\n{}", letter.subject, letter.body);
        for words in said {
            assert!(whole.contains(words), "{words}\n{whole}");
        }
        assert!(
            whole.contains("Sala \\*Wielka\\* jest w remoncie."),
            "{whole}"
        );
    }
    let mut languages: Vec<_> = letters.iter().map(|one| one.lang).collect();
    languages.sort();
    languages.dedup();
    assert_eq!(languages, Lang::ALL, "each in their own language");
}

#[tokio::test]
async fn those_of_a_cancelled_session_get_an_entry_that_strikes_it_out() {
    let congress = open().await;
    let people = people_of(&congress.draft().await, PANEL);
    let guid = congress.draft().await.session(PANEL).unwrap().guid;
    congress
        .edit(|draft| draft.sessions.retain(|one| one.code.as_str() != PANEL))
        .await;

    release_it(&congress).await;

    let letters = letters(&congress).await;
    assert_eq!(readers(&letters), people);
    for letter in &letters {
        assert_eq!(letter.attachments.len(), 1);
        let calendar = calendar(letter, Media::CalendarCancel);
        for line in [
            "METHOD:CANCEL",
            &format!("UID:{guid}"),
            "SEQUENCE:1",
            "STATUS:CANCELLED",
        ] {
            assert!(calendar.lines().any(|it| it == line), "{line}\n{calendar}");
        }
    }
}

#[tokio::test]
async fn who_leaves_a_session_and_joins_another_gets_one_letter_with_both_calendars() {
    let congress = open().await;
    let gardener = congress.draft().await.session(PANEL).unwrap().people[1].clone();
    congress
        .edit(|draft| {
            session(draft, PANEL).people.retain(|one| *one != gardener);
            session(draft, "S31").people.push(gardener.clone());
        })
        .await;

    release_it(&congress).await;

    let letters = letters(&congress).await;
    assert_eq!(readers(&letters), [address(gardener.person)]);
    let joined = calendar(&letters[0], Media::Calendar);
    let left = calendar(&letters[0], Media::CalendarCancel);
    let draft = congress.draft().await;
    let guid = |code| draft.session(code).unwrap().guid;
    assert!(joined.contains(&guid("S31").to_string()) && joined.contains("STATUS:CONFIRMED"));
    // The session goes on; in the calendar of the one who left it does not.
    assert!(left.contains(&guid(PANEL).to_string()) && left.contains("STATUS:CANCELLED"));
}

#[tokio::test]
async fn a_first_release_and_one_of_words_only_write_to_nobody() {
    let congress = support::empty().await;
    congress.save(&wiec_kit::testing::sample()).await;
    reachable(&congress).await;
    congress.release("1.0").await;
    assert_eq!(letters(&congress).await, []);
    congress
        .edit(|draft| {
            session(draft, PANEL).lead = Text::in_language(Lang::Pl, "Inny opis");
        })
        .await;
    let made = release_it(&congress).await;
    assert_eq!((made.letters, made.unreachable), (0, vec![]));
    assert_eq!(letters(&congress).await, []);
}

#[tokio::test]
async fn who_cannot_be_written_to_is_named_to_the_organisers() {
    let congress = support::open().await;
    congress
        .edit(|draft| session(draft, PANEL).slot = None)
        .await;
    let made = release_it(&congress).await;
    let mut people: Vec<_> = congress
        .draft()
        .await
        .session(PANEL)
        .unwrap()
        .people
        .iter()
        .map(|one| one.person)
        .collect();
    people.sort();
    assert_eq!((made.letters, made.unreachable), (0, people));
}

#[tokio::test]
async fn a_note_stands_on_the_page_of_changes_and_in_the_feed() {
    let congress = open().await;
    congress
        .edit(|draft| session(draft, PANEL).slot.as_mut().unwrap().room = slug("silnica"))
        .await;
    release_it(&congress).await;
    let mut visitor = congress.visitor();
    visitor.get("/zmiany").await.says("Sala *Wielka*");
    visitor.get("/changes.atom").await.says("Sala *Wielka*");
}

#[tokio::test]
async fn a_draft_that_changed_since_it_was_looked_at_is_not_released() {
    let congress = open().await;
    let looked = preview(&congress.app, &slug(SAMPLE))
        .await
        .unwrap()
        .unwrap();
    congress
        .edit(|draft| session(draft, PANEL).slot.as_mut().unwrap().room = slug("silnica"))
        .await;
    let releasing = Releasing {
        seen: Some(looked.fingerprint()),
        ..Releasing::named("1.1")
    };
    let refused = release(&congress.app, &slug(SAMPLE), Actor::Operator, &releasing).await;
    assert!(matches!(refused, Err(ReleasingError::DraftChanged)));
    let looked = preview(&congress.app, &slug(SAMPLE))
        .await
        .unwrap()
        .unwrap();
    assert_eq!(looked.affected().len(), 4);
    assert_eq!(looked.changes().len(), 1);
    let releasing = Releasing {
        seen: Some(looked.fingerprint()),
        ..Releasing::named("1.1")
    };
    release(&congress.app, &slug(SAMPLE), Actor::Operator, &releasing)
        .await
        .unwrap();
}
