//! Coming to the congress, from the form to the door.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use axum::http::StatusCode;
use jiff::Timestamp;
use wiec_kit::testing::{SAMPLE, another, slug};
use wiec_kit::ticket;
use wiec_model::rules::{Grant, Role};

use support::*;

#[tokio::test]
async fn a_newcomer_registers_and_gets_a_receipt_and_a_decision_with_the_ticket() {
    let door = Door::open(10).await;
    let mut anna = door.congress.visitor();
    let answer = register(&mut anna, "anna@kielce.example").await;
    answer.leads_to("/rejestracja/przyjete");
    anna.get("/rejestracja/przyjete")
        .await
        .says("Zgłoszenie przyjęte");

    let letters = door.letters(0).await;
    assert_eq!(letters.len(), 2);
    assert!(
        letters
            .iter()
            .all(|letter| letter.to == ["anna@kielce.example"])
    );
    let with_ticket = letters
        .iter()
        .filter(|letter| letter.message.contains("application/pdf"));
    assert_eq!(with_ticket.count(), 1);

    let all = door.all().await;
    assert_eq!((all.len(), all[0].number), (1, 1));
    let town = all[0].answers.town.as_ref().unwrap();
    assert_eq!(town.terc.as_deref().map(|terc| &terc[..2]), Some("26"));

    let mut anna = door.enter("anna@kielce.example").await;
    anna.get("/rejestracja").await.says("miejsce przyznane");
    anna.get("/bilet").await.says("<svg").says("Anna Żak");
    let pdf = anna.get("/bilet/pdf").await;
    assert_eq!(pdf.header("content-type"), "application/pdf");
    assert!(pdf.bytes().starts_with(b"%PDF"));
}

#[tokio::test]
async fn a_form_sent_twice_is_one_registration_and_a_known_address_is_answered_the_same() {
    let door = Door::open(10).await;
    let mut anna = door.congress.visitor();
    let key_of_form = key(&mut anna).await;
    let form = filled(&key_of_form, "anna@kielce.example");
    let first = anna.submit("/rejestracja", &form).await;
    let twice = anna.submit("/rejestracja", &form).await;
    assert_eq!(first.header("location"), twice.header("location"));
    let before = door.letters(0).await.len();

    let mut stranger = door.congress.visitor();
    let third = register(&mut stranger, "anna@kielce.example").await;
    assert_eq!((third.status, third.text()), (first.status, first.text()));
    assert_eq!(door.all().await.len(), 1);
    let told = door.letters(before).await;
    assert_eq!(told.len(), 1, "only the owner of the address is told");
}

#[tokio::test]
async fn what_is_missing_is_said_at_its_field_and_nothing_typed_is_lost() {
    let door = Door::open(10).await;
    let mut anna = door.congress.visitor();
    let key = key(&mut anna).await;
    let form = [
        ("key", key.as_str()),
        ("email", "anna"),
        ("town", "Chęciny <b>"),
    ];
    let page = anna.submit("/rejestracja", &form).await;
    page.is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("value=\"anna\"")
        .says("Chęciny &#60;b&#62;")
        .says(&format!("value=\"{key}\""))
        .says("aria-invalid=\"true\"");
    assert_eq!(door.all().await, []);
}

#[tokio::test]
async fn someone_who_gives_up_their_place_gives_it_to_the_next_who_is_told() {
    let door = Door::open(1).await;
    for email in ["anna@kielce.example", "ewa@kielce.example"] {
        register(&mut door.congress.visitor(), email).await;
    }
    let before = door.letters(0).await.len();
    let mut anna = door.enter("anna@kielce.example").await;
    let unsure = anna.submit("/rejestracja/rezygnacja", &[]).await;
    unsure.is(StatusCode::UNPROCESSABLE_ENTITY);
    anna.submit("/rejestracja/rezygnacja", &[("sure", "on")])
        .await
        .leads_to("/rejestracja");
    let again = anna
        .submit("/rejestracja/rezygnacja", &[("sure", "on")])
        .await;
    again.leads_to("/rejestracja");

    let told = door.letters(before).await;
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].to, ["ewa@kielce.example"]);
    assert!(told[0].message.contains("application/pdf"));
    let mut ewa = door.enter("ewa@kielce.example").await;
    ewa.get("/rejestracja").await.says("miejsce przyznane");
    anna.get("/rejestracja")
        .await
        .says("wycofane")
        .says("?anew");
}

#[tokio::test]
async fn one_changes_what_one_said_and_nobody_else_can() {
    let door = Door::open(10).await;
    register(&mut door.congress.visitor(), "anna@kielce.example").await;
    let mut anna = door.enter("anna@kielce.example").await;
    let form = [("name", "Anna Żak-Nowak"), ("environment", "media")];
    anna.submit("/rejestracja/dane", &form)
        .await
        .leads_to("/rejestracja?saved");
    anna.get("/rejestracja?saved")
        .await
        .says("Anna Żak-Nowak")
        .says("Dane zapisane");

    let mut stranger = door.congress.member().await;
    for path in ["/rejestracja/dane", "/rejestracja/rezygnacja", "/bilet/pdf"] {
        stranger.get(path).await.is(StatusCode::NOT_FOUND);
    }
    let mut visitor = door.congress.visitor();
    visitor
        .get("/rejestracja/dane")
        .await
        .is(StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn the_form_opens_and_closes_with_its_dates() {
    let door = Door::open(10).await;
    let mut visitor = door.congress.visitor();
    let key = key(&mut visitor).await;
    let closed: Timestamp = "2019-11-07T00:00:00+01:00".parse().unwrap();
    door.congress
        .advance(closed.duration_since(door.congress.now()));
    visitor
        .get("/rejestracja")
        .await
        .says("Rejestracja jest zamknięta");
    let late = visitor
        .submit("/rejestracja", &filled(&key, "anna@kielce.example"))
        .await;
    late.is(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(door.all().await, []);
    let early: Timestamp = "2019-07-01T00:00:00+02:00".parse().unwrap();
    door.congress
        .advance(early.duration_since(door.congress.now()));
    visitor
        .get("/en/registration")
        .await
        .says("Registration has not begun yet");
}

#[tokio::test]
async fn the_office_lists_decides_and_takes_the_list_out_and_nobody_else_sees_it() {
    let door = Door::open(1).await;
    for email in [
        "anna@kielce.example",
        "ewa@kielce.example",
        "ola@kielce.example",
    ] {
        register(&mut door.congress.visitor(), email).await;
    }
    let before = door.letters(0).await.len();
    let path = "/biuro/kpm-2019/rejestracje";
    let mut organiser = door.congress.organiser().await;
    organiser
        .get(path)
        .await
        .says("anna@kielce.example")
        .says("3 zgłoszenia");
    organiser
        .get(&format!("{path}?state=waitlisted&words=ewa"))
        .await
        .says("ewa@kielce.example")
        .does_not_say("ola@kielce.example");

    let all = door.all().await;
    let form = [
        ("step", "decline".to_owned()),
        ("registration", all[0].id.to_string()),
    ];
    let form: Vec<(&str, &str)> = form
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    organiser
        .submit(path, &form)
        .await
        .is(StatusCode::SEE_OTHER);
    organiser
        .submit(path, &form)
        .await
        .is(StatusCode::SEE_OTHER);
    let mut told: Vec<String> = door
        .letters(before)
        .await
        .into_iter()
        .flat_map(|letter| letter.to)
        .collect();
    told.sort();
    assert_eq!(told, ["anna@kielce.example", "ewa@kielce.example"]);

    let csv = organiser.get(&format!("{path}/csv")).await.text();
    assert_eq!(csv.lines().count(), 4);
    assert!(csv.contains("declined") && csv.contains("sign_language; step_free"));
    let history = door
        .congress
        .app
        .store
        .history()
        .list(&slug(SAMPLE), 1)
        .await
        .unwrap();
    assert_eq!(history[0].act, wiec_store::Act::ExportPeople);

    for role in Role::ALL
        .into_iter()
        .filter(|role| *role != Role::Organiser)
    {
        let mut other = door.congress.member_as(role).await;
        other.get(path).await.is(StatusCode::NOT_FOUND);
        other
            .get(&format!("{path}/csv"))
            .await
            .is(StatusCode::NOT_FOUND);
        other.submit(path, &form).await.is(StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn small_figures_are_hidden() {
    let door = Door::open(10).await;
    register(&mut door.congress.visitor(), "anna@kielce.example").await;
    let mut editor = door.congress.member_as(Role::Editor).await;
    let page = editor.get("/biuro/kpm-2019/statystyka").await;
    page.says("ukryte")
        .says("świętokrzyskie")
        .does_not_say("<td class=\"r\">1</td>");
}

#[tokio::test]
async fn a_ticket_opens_the_door_once_and_a_forged_one_never() {
    let door = Door::open(1).await;
    for email in ["anna@kielce.example", "ewa@kielce.example"] {
        register(&mut door.congress.visitor(), email).await;
    }
    let all = door.all().await;
    let secret = &door.congress.app.secret;
    let (mine, waiting) = (
        ticket::code(secret, all[0].id),
        ticket::code(secret, all[1].id),
    );
    let path = "/biuro/kpm-2019/wejscie";
    let mut volunteer = door.congress.member_as(Role::Volunteer).await;
    volunteer
        .submit(path, &[("code", &mine)])
        .await
        .says("wejście zapisane")
        .says("Na miejscu: 1 z 1");
    volunteer
        .submit(path, &[("code", &mine)])
        .await
        .says("zapisane już o 12:00");
    volunteer
        .submit(path, &[("code", &waiting)])
        .await
        .says("nie ma miejsca");

    let of_mine = all[0].id.to_string().to_uppercase();
    let of_waiting = all[1].id.to_string().to_uppercase();
    let swapped = waiting.replace(&of_waiting, &of_mine);
    for forged in [swapped.as_str(), "", "WIEC-1-2", &of_mine] {
        let refused = volunteer.submit(path, &[("code", forged)]).await;
        refused.is(StatusCode::UNPROCESSABLE_ENTITY);
    }
    let mut speaker = door.congress.member_as(Role::Speaker).await;
    speaker
        .submit(path, &[("code", &mine)])
        .await
        .is(StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_table_asks_the_same_of_the_store_at_one_row_and_at_three() {
    let door = Door::open(10).await;
    let mut organiser = door.congress.organiser().await;
    let mut counts = Vec::new();
    for email in [
        "anna@kielce.example",
        "ewa@kielce.example",
        "ola@kielce.example",
    ] {
        register(&mut door.congress.visitor(), email).await;
        let before = door.congress.queries();
        organiser
            .get("/biuro/kpm-2019/rejestracje")
            .await
            .is(StatusCode::OK);
        counts.push(door.congress.queries() - before);
    }
    assert_eq!(counts[0], counts[2]);
}

#[tokio::test]
async fn what_people_with_a_place_need_is_counted_and_listed_for_those_who_provide_it() {
    const NEEDS: &str = "/biuro/kpm-2019/rejestracje/potrzeby";
    let door = Door::open(1).await;
    let mut organiser = door.congress.organiser().await;
    organiser.get(NEEDS).await.says("Nikt z osób z miejscem");
    register(&mut door.congress.visitor(), "anna@kielce.example").await;
    register(&mut door.congress.visitor(), "ewa@kielce.example").await;

    organiser
        .get(NEEDS)
        .await
        .says("<th scope=\"row\">tłumaczenie na polski język migowy</th><td class=\"r\">1</td>")
        .says("Anna Żak");
    let mut editor = door.congress.member_as(Role::Editor).await;
    editor.get(NEEDS).await.is(StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_office_of_another_edition_decides_on_nobody_here() {
    let door = Door::open(10).await;
    door.congress.save(&another()).await;
    register(&mut door.congress.visitor(), "anna@kielce.example").await;
    let before = door.all().await;
    let id = before[0].id.to_string();
    let other = another().congress.slug;
    let of_other = Grant::of_congress(Role::Organiser, other.clone());
    let mut organiser = door.congress.member_with(&[of_other]).await;
    let fields = [("registration", id.as_str()), ("step", "decline")];
    for edition in [other.as_str(), SAMPLE] {
        let office = format!("/biuro/{edition}/rejestracje");
        organiser
            .submit(&office, &fields)
            .await
            .is(StatusCode::NOT_FOUND);
    }
    assert_eq!(door.all().await, before);
    organiser
        .get(&format!("/biuro/{other}/rejestracje"))
        .await
        .does_not_say("anna@kielce.example");
}
