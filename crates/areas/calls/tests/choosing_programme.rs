//! From what was chosen to the programme: grouped, ordered, made into sessions, released; and mended.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use std::collections::BTreeSet;

use axum::http::StatusCode;
use support::choosing::{Choosing, Offer, PROGRAMME, titled, values};
use wiec_kit::testing::{Page, Visitor};
use wiec_model::account::Means;
use wiec_model::availability::{Availability, Whose};
use wiec_model::calls::{Anonymity, CallKind, Decision, Submission, Tier};
use wiec_model::{Part, Session};

const EIGHT: [&str; 8] = [
    "Raz", "Dwa", "Trzy", "Cztery", "Pięć", "Sześć", "Siedem", "Osiem",
];

async fn chosen(choosing: &Choosing, offer: &Offer) -> Submission {
    let sent = choosing.sent(offer).await;
    choosing.settled(&sent, Decision::Accept).await
}

/// What a browser sends of the suggested groups, with a button.
async fn form(office: &mut Visitor, path: &str, act: &str) -> Vec<(String, String)> {
    let page = office.get(path).await;
    page.is(StatusCode::OK);
    fields_of(&page, act)
}

/// The fields of the page's form with groups.
fn fields_of(page: &Page, act: &str) -> Vec<(String, String)> {
    let html = page.text();
    let start = html.find("name=\"least\" value").unwrap_or(0);
    let forms = html
        .split("<form")
        .find(|form| form.contains("name=\"talk\""));
    let form = forms.unwrap_or(&html[start..]);
    let form = form.split("</form>").next().unwrap();
    let mut fields = vec![("act".to_owned(), act.to_owned())];
    let mut select = None;
    for tag in form.split('<').skip(1) {
        let attribute = |name: &str| {
            let value = tag.split_once(&format!(" {name}=\""))?.1;
            Some(value.split_once('"')?.0.to_owned())
        };
        if tag.starts_with("select") {
            select = attribute("name");
        } else if tag.starts_with("option") && tag.contains(" selected") {
            if let Some(name) = select.take() {
                fields.push((name, attribute("value").unwrap_or_default()));
            }
        } else if tag.starts_with("input")
            && let Some(name) = attribute("name")
        {
            fields.push((name, attribute("value").unwrap_or_default()));
        }
    }
    fields
}

async fn send(office: &mut Visitor, fields: &[(String, String)]) -> Page {
    support::choosing::send(office, PROGRAMME, fields).await
}

async fn session(choosing: &Choosing, title: &str) -> Session {
    let draft = choosing.congress.draft().await;
    let mut all = draft.sessions.into_iter();
    let found = all.find(|session| session.title.words(wiec_model::Lang::Pl) == title);
    found.unwrap_or_else(|| panic!("no session {title}"))
}

fn talks(session: &Session) -> Vec<&str> {
    let talks = session.talks.iter();
    talks
        .map(|talk| talk.title.words(wiec_model::Lang::Pl))
        .collect()
}

/// Who tells the talk of a session that is called so.
fn told_by(session: &Session, title: &str) -> Vec<uuid::Uuid> {
    let at = talks(session).iter().position(|talk| *talk == title);
    session.talks[at.unwrap()].people.clone()
}

/// Puts all that is chosen into the session with this code.
async fn join(choosing: &Choosing, code: &str) -> Session {
    let mut office = choosing.congress.organiser().await;
    let mut fields = form(&mut office, PROGRAMME, "make").await;
    fields.retain(|(name, _)| !name.starts_with("into-"));
    fields.push(("into-1".to_owned(), code.to_owned()));
    send(&mut office, &fields)
        .await
        .leads_to(&format!("{PROGRAMME}?saved"));
    let draft = choosing.congress.draft().await;
    draft.session(code).unwrap().clone()
}

#[tokio::test]
async fn a_talk_whose_author_is_kept_from_the_public_is_told_by_nobody() {
    let choosing = Choosing::open().await;
    let secret = Offer {
        anonymity: Anonymity::Public,
        ..titled("Ukryte")
    };
    chosen(&choosing, &secret).await;
    chosen(&choosing, &titled("Raz")).await;

    let joined = join(&choosing, "S13").await;

    assert!(told_by(&joined, "Ukryte").is_empty());
    assert_eq!(told_by(&joined, "Raz").len(), 1);
}

#[tokio::test]
async fn of_two_talks_with_one_title_the_one_that_stands_in_its_place_goes_with_those_who_tell_it()
{
    let choosing = Choosing::open().await;
    for title in ["Raz", "Raz"] {
        chosen(&choosing, &titled(title)).await;
    }
    let joined = join(&choosing, "S13").await;
    let store = &choosing.congress.app.store;
    let places = store.submissions().places(&choosing.call.congress).await;
    let second = places.unwrap().pop().unwrap();
    let at = usize::try_from(second.position).unwrap();
    // Somebody who was added by hand tells it, too.
    let helper = joined.people[0].person;
    choosing
        .congress
        .edit(|draft| {
            let session = draft.sessions.iter_mut().find(|it| it.code == joined.code);
            let session = session.unwrap();
            session.people[0].part = Part::Speaker;
            session.talks[at].people.push(helper);
        })
        .await;
    let mut tx = choosing.begin().await;
    let mut submissions = tx.submissions();
    let declined = submissions.decline(&choosing.call, second.submission).await;
    declined.unwrap();
    tx.commit().await.unwrap();

    let mut office = choosing.congress.organiser().await;
    let out = format!("out.{}", second.submission);
    office
        .submit(PROGRAMME, &[("act", &out)])
        .await
        .leads_to(&format!("{PROGRAMME}?saved"));

    let draft = choosing.congress.draft().await;
    let left = draft.session("S13").unwrap();
    let mut expected = joined.clone();
    expected.talks.remove(at);
    let gone = &joined.talks[at].people;
    expected
        .people
        .retain(|one| one.person != helper && !gone.contains(&one.person));
    assert_eq!(*left, expected);
}

#[tokio::test]
async fn eight_talks_make_a_kaleidoscope_in_the_order_given_by_hand_and_it_is_released() {
    let choosing = Choosing::open().await;
    for title in EIGHT {
        chosen(&choosing, &titled(title)).await;
    }
    let hidden = Offer {
        anonymity: Anonymity::Public,
        track: "tra",
        ..titled("Ukryte")
    };
    let hidden = chosen(&choosing, &hidden).await;
    let mut office = choosing.congress.organiser().await;
    office
        .get(PROGRAMME)
        .await
        .says("9 wybranych zgłoszeń nie ma jeszcze miejsca")
        .says("Jeden temat: Mieszkalnictwo.")
        .says("Ta sama wielkość miejscowości: małe miasto.")
        .says("Mniej wystąpień niż 6: 1.");
    let fields = form(&mut office, PROGRAMME, "arrange").await;
    let order: Vec<String> = fields
        .iter()
        .filter(|(name, _)| name == "talk")
        .map(|(_, id)| id.clone())
        .collect();
    assert_eq!(order.len(), 9);
    // The second of the first group goes up; the one that stands alone waits.
    let mut moved = form(&mut office, PROGRAMME, &format!("up.{}", order[1])).await;
    for (name, value) in &mut moved {
        if *name == format!("in-{}", hidden.id) {
            "0".clone_into(value);
        }
    }
    let page = send(&mut office, &moved).await;
    page.is(StatusCode::OK).says("Poza grupami");
    let make = fields_of(&page, "make");
    send(&mut office, &make)
        .await
        .leads_to(&format!("{PROGRAMME}?saved"));
    let made = session(&choosing, "Kalejdoskop: Mieszkalnictwo").await;
    assert_eq!(made.kind.as_str(), "kaleidoscope");
    assert_eq!(made.track.as_ref().unwrap().as_str(), "mie");
    assert_eq!(made.talks.len(), 8);
    assert!(made.talks.iter().all(|talk| talk.minutes == 4));
    let appear: Vec<_> = made.people.iter().map(|one| vec![one.person]).collect();
    let tell: Vec<_> = made.talks.iter().map(|talk| talk.people.clone()).collect();
    assert_eq!((appear.len(), appear), (8, tell));
    let places = choosing.congress.app.store.submissions();
    let places = places.places(&choosing.call.congress).await.unwrap();
    let first: Vec<String> = places
        .iter()
        .map(|place| place.submission.to_string())
        .collect();
    assert_eq!(first[..2], [order[1].clone(), order[0].clone()]);
    assert_eq!(places.len(), 8);

    // Sent twice, it is made once.
    let before = choosing.congress.draft().await.sessions.len();
    let answer = send(&mut office, &make).await;
    assert!(!answer.status.is_server_error());
    assert_eq!(choosing.congress.draft().await.sessions.len(), before);
    office
        .get(PROGRAMME)
        .await
        .says("W programie")
        .says("1 wybrane zgłoszenie nie ma jeszcze miejsca")
        .says("bez sali i godziny");

    choosing
        .congress
        .edit(|draft| {
            let slot = draft.sessions[0].slot.clone();
            let made = draft.sessions.iter_mut().find(|it| it.code == made.code);
            made.unwrap().slot = slot;
        })
        .await;
    let release = choosing.congress.release("2.0").await;
    let released = release.programme.sessions.iter();
    let released = released.clone().find(|it| it.code == made.code).unwrap();
    assert_eq!(talks(released), talks(&made));
    let people = &release.programme.people;
    assert!(
        people
            .iter()
            .any(|it| it.name.as_deref() == Some("Osoba 1"))
    );
}

#[tokio::test]
async fn a_group_without_a_title_is_not_made_and_says_so() {
    let choosing = Choosing::open().await;
    chosen(&choosing, &titled("Raz")).await;
    let mut office = choosing.congress.organiser().await;
    let fields = form(&mut office, PROGRAMME, "make").await;
    let blank: Vec<(String, String)> = fields
        .iter()
        .map(|(name, value)| match name.strip_prefix("g-") {
            Some(_) => (name.clone(), String::new()),
            None => (name.clone(), value.clone()),
        })
        .collect();
    send(&mut office, &blank)
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("Tytuł sesji");
    let empty = [("act".to_owned(), "make".to_owned())];
    send(&mut office, &empty)
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn talks_join_a_session_that_is_there_and_what_is_chosen_no_more_is_swapped_or_taken_out() {
    let choosing = Choosing::open().await;
    let mut all = Vec::new();
    for title in ["Raz", "Dwa"] {
        all.push(chosen(&choosing, &titled(title)).await);
    }
    let mut office = choosing.congress.organiser().await;
    let mut fields = form(&mut office, PROGRAMME, "make").await;
    fields.retain(|(name, _)| !name.starts_with("into-"));
    fields.push(("into-1".to_owned(), "S13".to_owned()));
    send(&mut office, &fields)
        .await
        .leads_to(&format!("{PROGRAMME}?saved"));
    let find = async || {
        let draft = choosing.congress.draft().await;
        draft.session("S13").unwrap().clone()
    };
    let joined = find().await;
    assert_eq!(joined.talks.len(), 10);
    let names = |session: &Session| session.people.len();
    let people = names(&joined);
    let next = chosen(&choosing, &titled("Następne")).await;
    let mut tx = choosing.begin().await;
    for gone in &all {
        let mut submissions = tx.submissions();
        submissions.decline(&choosing.call, gone.id).await.unwrap();
    }
    tx.commit().await.unwrap();
    office
        .get(PROGRAMME)
        .await
        .says("W programie stoją 2 zgłoszenia, które nie są już wybrane");
    let swap = format!("swap.{}", all[0].id);
    office
        .submit(PROGRAMME, &[("act", &swap)])
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY);
    let (field, other) = (format!("swap-{}", all[0].id), next.id.to_string());
    for _ in 0..2 {
        office
            .submit(PROGRAMME, &[("act", &swap), (&field, &other)])
            .await
            .leads_to(&format!("{PROGRAMME}?saved"));
    }
    let swapped = find().await;
    assert!(talks(&swapped).contains(&"Następne") && !talks(&swapped).contains(&"Raz"));
    assert_eq!((swapped.talks.len(), names(&swapped)), (10, people));
    assert_eq!(
        told_by(&swapped, "Następne"),
        [swapped.people.last().unwrap().person]
    );
    assert_eq!(told_by(&swapped, "Dwa"), told_by(&joined, "Dwa"));
    let out = format!("out.{}", all[1].id);
    for _ in 0..2 {
        office
            .submit(PROGRAMME, &[("act", &out)])
            .await
            .leads_to(&format!("{PROGRAMME}?saved"));
    }
    let left = find().await;
    assert!(!talks(&left).contains(&"Dwa"));
    assert_eq!((left.talks.len(), names(&left)), (9, people - 1));
    assert!(
        left.people
            .iter()
            .all(|one| told_by(&joined, "Dwa") != [one.person])
    );
    let places = choosing.congress.app.store.submissions();
    let places = places.places(&choosing.call.congress).await.unwrap();
    assert_eq!(places.len(), 1);
    assert_eq!(
        talks(&left)[usize::try_from(places[0].position).unwrap()],
        "Następne"
    );
}

#[tokio::test]
async fn two_groups_that_go_into_one_session_keep_all_their_talks() {
    let choosing = Choosing::open().await;
    for track in ["mie", "tra"] {
        for title in ["Raz", "Dwa"] {
            let offer = Offer {
                track,
                ..titled(title)
            };
            chosen(&choosing, &offer).await;
        }
    }
    let mut office = choosing.congress.organiser().await;
    let mut fields = form(&mut office, PROGRAMME, "make").await;
    fields.retain(|(name, _)| !name.starts_with("into-"));
    for group in ["into-1", "into-2"] {
        fields.push((group.to_owned(), "S13".to_owned()));
    }
    let before = choosing.congress.draft().await;
    let before = before.session("S13").unwrap().talks.len();
    send(&mut office, &fields)
        .await
        .leads_to(&format!("{PROGRAMME}?saved"));
    let draft = choosing.congress.draft().await;
    let session = draft.session("S13").unwrap();
    assert_eq!(session.talks.len(), before + 4);
    let places = choosing.congress.app.store.submissions();
    let places = places.places(&choosing.call.congress).await.unwrap();
    let at: BTreeSet<u32> = places.iter().map(|place| place.position).collect();
    let first = u32::try_from(before).unwrap();
    assert_eq!(at, (first..first + 4).collect());
}

#[tokio::test]
async fn when_a_speaker_can_holds_in_the_timetable_until_the_office_says_otherwise() {
    let choosing = Choosing::open().await;
    let account = choosing.congress.account(&[]).await;
    let sent = choosing.sent_by(&account, &titled("Raz")).await;
    let sent = choosing.settled(&sent, Decision::Accept).await;
    let mut speaker = choosing.congress.signed_in(account, Means::Mail).await;
    let mut says = async |revision: &str, from: &str| {
        let fields = [
            ("revision", revision),
            ("needs", ""),
            ("recording", "yes"),
            ("from.0", from),
            ("to.0", "18:00"),
        ];
        let path = format!("/zgloszenia/{}/przygotowanie", sent.code);
        let saved = speaker.submit(&path, &fields).await;
        saved.is(StatusCode::SEE_OTHER);
    };
    says("0", "10:00").await;
    let mut office = choosing.congress.organiser().await;
    let fields = form(&mut office, PROGRAMME, "make").await;
    send(&mut office, &fields).await.is(StatusCode::SEE_OTHER);
    let person = session(&choosing, "Kalejdoskop: Mieszkalnictwo")
        .await
        .people[0]
        .person;
    let can_from = async || {
        let availabilities = choosing.congress.app.store.availabilities();
        let all = availabilities.list(&choosing.call.congress).await.unwrap();
        let windows = all.of(&Whose::Person(person)).windows().to_vec();
        windows.first().map(|window| window.starts_at().to_string())
    };
    // Ten in the morning in Kielce.
    assert_eq!(can_from().await.unwrap(), "2019-11-14T09:00:00Z");
    says("1", "11:00").await;
    assert_eq!(can_from().await.unwrap(), "2019-11-14T10:00:00Z");

    let mut tx = choosing.begin().await;
    let (always, whose) = (Availability::default(), Whose::Person(person));
    let mut availabilities = tx.availabilities();
    let said = availabilities.save(&choosing.call.congress, &whose, &always);
    said.await.unwrap();
    tx.commit().await.unwrap();
    says("2", "12:00").await;
    assert_eq!(can_from().await, None);
}

#[tokio::test]
async fn flops_go_into_their_night_and_nobody_is_named_who_asked_for_it() {
    let choosing = Choosing::with(|setup| setup.kind = CallKind::Flop).await;
    let secret = Offer {
        anonymity: Anonymity::Committee,
        tier: Tier::Region,
        ..titled("Park, który został parkingiem")
    };
    chosen(&choosing, &secret).await;
    let mut office = choosing.congress.organiser().await;
    let chosen_session = values(&mut office, PROGRAMME, "group").await;
    assert_eq!(chosen_session, ["1"]);
    let fields = form(&mut office, PROGRAMME, "make").await;
    assert!(fields.contains(&("into-1".to_owned(), "S27".to_owned())));
    let before = choosing.congress.draft().await;
    send(&mut office, &fields)
        .await
        .leads_to(&format!("{PROGRAMME}?saved"));
    let draft = choosing.congress.draft().await;
    let night = draft.session("S27").unwrap();
    let story = night.stories.last().unwrap();
    let said = |text: &wiec_model::Text| text.words(wiec_model::Lang::Pl).to_owned();
    assert_eq!(said(&story.title), "Park, który został parkingiem");
    assert_eq!(story.role.as_ref().map(said).as_deref(), Some("nauka"));
    assert_eq!(draft.people.len(), before.people.len());
    assert!(!format!("{draft:?}").contains("Osoba 1"));
}
