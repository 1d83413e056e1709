//! Pages that the law asks for: filled in in the office, read by everybody.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use axum::http::StatusCode;
use wiec_kit::testing::{TestCongress, Visitor};
use wiec_model::retention::Kept;
use wiec_model::rules::Role;
use wiec_store::Act;

const OFFICE: &str = "/biuro/kpm-2019/dokumenty";
const FORM: &str = "/biuro/kpm-2019/dokumenty/deklaracja-dostepnosci";
const PRIVACY_FORM: &str = "/biuro/kpm-2019/dokumenty/prywatnosc";
const PUBLIC: &str = "/deklaracja-dostepnosci";

/// The ids by which the monitoring of the technical conditions 2.0 finds what it looks for.
const IDS: [&str; 17] = [
    "a11y-wstep",
    "a11y-podmiot",
    "a11y-url",
    "a11y-data-publikacja",
    "a11y-data-aktualizacja",
    "a11y-status",
    "a11y-tresci-niedostepne",
    "a11y-wylaczenia",
    "a11y-data-sporzadzenie",
    "a11y-data-przeglad",
    "a11y-kontakt",
    "a11y-osoba",
    "a11y-email",
    "a11y-telefon",
    "a11y-procedura",
    "a11y-architektura",
    "a11y-aplikacje",
];

const FIELDS: [(&str, &str); 14] = [
    ("revision", ""),
    ("body-pl", "Miasto Kielce"),
    ("body-en", "The City of Kielce"),
    ("url", "https://kongres.example"),
    ("published", "2019-07-01"),
    ("updated", "2019-10-14"),
    ("status", "partial"),
    (
        "failures-pl",
        "Nagrania sprzed 2018 roku bez napisów\nMapa dojazdu",
    ),
    ("prepared", "2019-07-01"),
    ("reviewed", "2019-10-15"),
    ("person", "Sekretariat kongresu"),
    ("email", "dostepnosc@kongres.example"),
    ("phone", "+48 41 367 60 00"),
    ("building-pl", "Wejście bez stopni od ulicy Bodzentyńskiej"),
];

async fn open() -> TestCongress {
    TestCongress::open(wiec_notices::routes).await
}

/// The fields of a statement, one of them as `change` says.
fn with<'a>(change: (&'a str, &'a str)) -> Vec<(&'a str, &'a str)> {
    let mut fields: Vec<_> = FIELDS.to_vec();
    fields.retain(|(name, _)| *name != change.0);
    fields.push(change);
    fields
}

async fn fill_in(visitor: &mut Visitor) {
    visitor
        .submit(FORM, &FIELDS)
        .await
        .leads_to("/biuro/kpm-2019/dokumenty?saved");
}

#[tokio::test]
async fn the_statement_carries_the_official_ids_in_both_languages() {
    let congress = open().await;
    fill_in(&mut congress.organiser().await).await;

    for path in [PUBLIC, "/en/accessibility-statement"] {
        let page = congress.visitor().get(path).await;
        let text = page.text();
        for id in IDS {
            assert_eq!(
                text.matches(&format!("id=\"{id}\"")).count(),
                1,
                "{id} in {path}"
            );
        }
        page.says("<time id=\"a11y-data-przeglad\" datetime=\"2019-10-15\">")
            .says("<a id=\"a11y-email\" href=\"mailto:dostepnosc@kongres.example\">")
            .says("href=\"tel:+48413676000\"");
    }
    let mut visitor = congress.visitor();
    visitor
        .get(PUBLIC)
        .await
        .says("Miasto Kielce")
        .says("częściowo zgodna")
        .says("<li>Mapa dojazdu</li>")
        .says("15\u{a0}października 2019");
    visitor
        .get("/en/accessibility-statement")
        .await
        .says("The City of Kielce")
        .says("<li><span lang=\"pl\">Mapa dojazdu</span></li>");
}

#[tokio::test]
async fn before_anybody_filled_them_in_the_pages_say_so_and_what_holds_anyway() {
    let congress = open().await;
    let mut visitor = congress.visitor();

    visitor
        .get(PUBLIC)
        .await
        .is(StatusCode::OK)
        .says("nie uzupełnił jeszcze deklaracji");
    visitor
        .get("/prywatnosc")
        .await
        .says("nie uzupełnił jeszcze informacji o administratorach")
        .says("art. 6 ust. 1 lit. e")
        .says("<th scope=\"row\">theme</th>");
    visitor.get("/en/privacy").await.says("Article 6(1)(e)");
}

#[tokio::test]
async fn a_page_asked_for_again_is_unchanged_until_somebody_changes_it() {
    let congress = open().await;
    let mut visitor = congress.visitor();
    let tag = visitor.get(PUBLIC).await.etag().to_owned();
    let known = [("if-none-match", tag.as_str())];

    let same = visitor.get_with(PUBLIC, &known).await;
    assert_eq!(same.status, StatusCode::NOT_MODIFIED);

    fill_in(&mut congress.organiser().await).await;
    let changed = visitor.get_with(PUBLIC, &known).await;
    assert_eq!(changed.status, StatusCode::OK);
}

#[tokio::test]
async fn what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost() {
    let congress = open().await;
    let mut organiser = congress.organiser().await;
    let wrong = [
        ("body-pl", ""),
        ("url", "javascript:alert(1)"),
        ("published", "31.02.2019"),
        ("status", "perfect"),
        ("failures-pl", ""),
        ("person", " "),
        ("email", "nikt"),
        ("phone", "<b>1</b>"),
    ];
    for (name, value) in wrong {
        let mut fields = with((name, value));
        if name == "body-pl" {
            fields.retain(|(name, _)| *name != "body-en");
        }
        let page = organiser.submit(FORM, &fields).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY)
            .says(&format!("<a href=\"#f-{name}\">"))
            .says("Wejście bez stopni od ulicy Bodzentyńskiej")
            .does_not_say("<b>1</b>");
    }
    congress
        .visitor()
        .get(PUBLIC)
        .await
        .says("nie uzupełnił jeszcze deklaracji");
}

#[tokio::test]
async fn the_second_of_two_is_told_keeps_what_they_typed_and_may_save_over_it() {
    let congress = open().await;
    let (mut first, mut second) = (congress.organiser().await, congress.organiser().await);
    fill_in(&mut first).await;
    first
        .submit(FORM, &with(("person", "Biuro prasowe")))
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY);
    let mut fields = with(("person", "Biuro prasowe"));
    fields.retain(|(name, _)| *name != "revision");
    fields.push(("revision", "1"));
    first.submit(FORM, &fields).await.is(StatusCode::SEE_OTHER);

    let mut mine = with(("person", "Recepcja"));
    mine.retain(|(name, _)| *name != "revision");
    mine.push(("revision", "1"));
    let page = second.submit(FORM, &mine).await;

    page.is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("Ktoś zapisał w międzyczasie inną wersję")
        .says("value=\"Recepcja\"")
        .says("<del><span class=\"vh\">było: </span>Sekretariat kongresu</del>")
        .says("name=\"revision\" value=\"2\"");
    mine.retain(|(name, _)| *name != "revision");
    mine.push(("revision", "2"));
    second.submit(FORM, &mine).await.is(StatusCode::SEE_OTHER);
    congress.visitor().get(PUBLIC).await.says("Recepcja");
}

#[tokio::test]
async fn several_controllers_are_joint_ones_and_say_what_they_agreed() {
    let congress = open().await;
    let mut organiser = congress.organiser().await;
    let mut fields = vec![
        ("name-1", "Miasto Kielce"),
        ("contact-1", "Rynek 1, 25-303 Kielce"),
        ("name-2", "Ministerstwo"),
        ("contact-2", "Wspólna 2/4, Warszawa"),
        ("officer", "iod@kongres.example"),
    ];
    organiser
        .submit(PRIVACY_FORM, &fields)
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("<a href=\"#f-arrangement-pl\">")
        .says("Wspólna 2/4, Warszawa");
    fields.push(("arrangement-pl", "Na wnioski odpowiada Miasto Kielce."));

    organiser
        .submit(PRIVACY_FORM, &fields)
        .await
        .is(StatusCode::SEE_OTHER);

    congress
        .visitor()
        .get("/prywatnosc")
        .await
        .says("współadministratorami (art. 26 RODO)")
        .says("<dt>Ministerstwo</dt>")
        .says("Na wnioski odpowiada Miasto Kielce.")
        .says("iod@kongres.example");
    let history = congress.app.store.history();
    let entries = history.list(&"kpm-2019".parse().unwrap(), 1).await.unwrap();
    assert_eq!(
        (entries[0].act, entries[0].subject.as_str()),
        (Act::EditNotice, "notice privacy")
    );
    organiser
        .get(PRIVACY_FORM)
        .await
        .says("value=\"Ministerstwo\"");
}

#[tokio::test]
async fn the_office_says_which_pages_wait_and_from_when_a_review_is_due() {
    let congress = open().await;
    let mut organiser = congress.organiser().await;
    let page = organiser.get(OFFICE).await;
    assert_eq!(page.text().matches("is-bad").count(), 2);

    fill_in(&mut organiser).await;
    organiser
        .get(OFFICE)
        .await
        .says("zmieniono 15\u{a0}listopada 2019");

    congress.advance(jiff::SignedDuration::from_hours(24 * 150));
    let mut later = congress.organiser().await;
    later
        .get(OFFICE)
        .await
        .says("przegląd minął 31\u{a0}marca 2020");
}

#[tokio::test]
async fn what_is_kept_how_long_stands_there_with_its_reasons() {
    let congress = open().await;
    congress
        .visitor()
        .get("/przechowywanie")
        .await
        .says("Potrzeby związane z dostępnością")
        .says("14 dni po zakończeniu kongresu");
    let english = congress.visitor().get("/en/retention").await;
    let rows = english.text().matches("<tr><th scope=\"row\">").count();
    assert_eq!(rows, Kept::ALL.len());
}

#[tokio::test]
async fn nobody_but_organisers_and_editors_writes_these_pages() {
    let congress = open().await;
    for role in [Role::Volunteer, Role::Committee, Role::Participant] {
        let mut other = congress.member_as(role).await;
        for path in [OFFICE, FORM, PRIVACY_FORM] {
            other.get(path).await.is(StatusCode::NOT_FOUND);
        }
        other.submit(FORM, &FIELDS).await.is(StatusCode::NOT_FOUND);
    }
    fill_in(&mut congress.member_as(Role::Editor).await).await;
    congress
        .visitor()
        .submit(FORM, &FIELDS)
        .await
        .leads_to("/wejdz");
}
