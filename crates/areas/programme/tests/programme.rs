//! The day of the programme, through HTTP.

mod support;

use axum::http::StatusCode;
use jiff::SignedDuration;
use wiec_kit::testing::session;

#[tokio::test]
async fn a_day_lists_its_sessions_by_the_hour_in_both_languages() {
    let congress = support::open().await;
    let mut visitor = congress.visitor();

    let polish = visitor.get("/program/15-listopada").await;
    let english = visitor.get("/en/programme/15-november").await;

    assert_eq!(polish.status, StatusCode::OK);
    polish
        .says("Zieleń miejska")
        .says("/sesje/zielen-miejska")
        .does_not_say("Otwarcie kongresu");
    english
        .says("/en/sessions/")
        .says("<html lang=\"en\"")
        .does_not_say("Otwarcie kongresu");
}

#[tokio::test]
async fn the_programme_leads_to_the_day_that_it_is() {
    let congress = support::open().await;

    let page = congress.visitor().get("/program?temat=mie").await;

    assert_eq!(page.status, StatusCode::TEMPORARY_REDIRECT);
    assert_eq!(page.header("location"), "/program/15-listopada?temat=mie");
}

#[tokio::test]
async fn what_is_in_session_is_marked_until_it_ends() {
    let congress = support::open().await;
    let mut visitor = congress.visitor();

    visitor
        .get("/program/15-listopada")
        .await
        .says("is-live")
        .says("Trwa do 12:05");
    congress.advance(SignedDuration::from_mins(60));
    visitor
        .get("/program/15-listopada")
        .await
        .does_not_say("is-live\" data-starts=\"1573811400\"");
}

#[tokio::test]
async fn filters_stand_in_the_address_and_need_no_script() {
    let congress = support::open().await;
    let mut visitor = congress.visitor();

    let housing = visitor.get("/program/15-listopada?temat=mie").await;
    let english = visitor.get("/en/programme/15-november?theme=mie").await;
    let kaleidoscopes = visitor
        .get("/program/15-listopada?rodzaj=kaleidoscope")
        .await;
    let signed = visitor.get("/program/15-listopada?dostepnosc=pjm").await;
    let nothing = visitor
        .get("/program/15-listopada?temat=nic&rodzaj=nic")
        .await;

    housing
        .says("Mieszkania, które")
        .does_not_say("Zieleń miejska")
        .says("noindex")
        .says("/en/programme/15-november?theme=mie");
    english
        .says("aria-current=\"true\"")
        .does_not_say("Urban greenery");
    kaleidoscopes
        .says("/sesje/kalejdoskop-iii-klimat-i-przyroda")
        .does_not_say("Zieleń miejska");
    signed
        .says("Miasto dostępne dla")
        .does_not_say("Zieleń miejska");
    nothing.says("żadne spotkanie nie pasuje");
}

#[tokio::test]
async fn a_day_that_is_none_and_a_day_of_another_edition_do_not_exist() {
    let congress = support::open().await;
    let mut visitor = congress.visitor();

    for path in [
        "/program/13-listopada",
        "/program/x",
        "/en/programme/32-november",
        "/kpm-2018/program/15-listopada",
    ] {
        assert_eq!(
            visitor.get(path).await.status,
            StatusCode::NOT_FOUND,
            "{path}"
        );
    }
}

#[tokio::test]
async fn a_draft_is_nowhere_until_it_is_released() {
    let congress = support::open().await;
    let mut visitor = congress.visitor();
    congress
        .edit(|draft| {
            session(draft, "S39").title =
                wiec_model::Text::in_language(wiec_model::Lang::Pl, "Tajny zamiar").unwrap();
            let mut secret = session(draft, "S41").clone();
            secret.code = "X99".parse().unwrap();
            secret.guid = uuid::Uuid::from_u128(99);
            secret.slug = wiec_model::Slugs {
                pl: "tajna-sesja".parse().unwrap(),
                en: "secret-session".parse().unwrap(),
            };
            secret.title =
                wiec_model::Text::in_language(wiec_model::Lang::Pl, "Tajna sesja").unwrap();
            draft.sessions.push(secret);
        })
        .await;

    for path in [
        "/",
        "/program/15-listopada",
        "/osoby",
        "/sala/karczowka",
        "/drzwi/karczowka",
        "/zmiany",
        "/moje",
        "/offline/pl.json",
        "/schedule.xml",
        "/schedule.json",
        "/schedule.csv",
        "/schedule.jsonld",
        "/schedule.ics",
        "/kalendarz.ics",
        "/program/15-listopada/kalendarz.ics",
        "/sala/karczowka/kalendarz.ics",
        "/changes.atom",
        "/sitemap.xml",
    ] {
        let page = visitor.get(path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        page.does_not_say("Tajny zamiar")
            .does_not_say("Tajna sesja")
            .does_not_say("tajna-sesja");
    }
    assert_eq!(
        visitor.get("/sesje/tajna-sesja").await.status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(
        visitor.get("/sesje/tajna-sesja/kalendarz.ics").await.status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(
        visitor.post("/moje", "add=X99").await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
}

#[tokio::test]
async fn every_edition_keeps_its_own_addresses_for_ever() {
    let congress = support::open().await;
    let mut next = wiec_kit::testing::sample();
    next.congress.slug = "kpm-2021".parse().unwrap();
    next.sessions
        .retain(|session| session.code.as_str() != "S39");
    for day in &mut next.days {
        day.date = day.date.saturating_add(jiff::ToSpan::years(2));
    }
    for session in &mut next.sessions {
        session.guid = uuid::Uuid::from_u128(session.guid.as_u128() + 1);
        let slot = session.slot.as_mut().unwrap();
        let years = SignedDuration::from_hours(24 * 731);
        slot.starts_at = slot.starts_at.saturating_add(years).unwrap();
        slot.ends_at = slot.ends_at.saturating_add(years).unwrap();
    }
    congress.save(&next).await;
    congress
        .release_of(&"kpm-2021".parse().unwrap(), "1.0")
        .await;
    let mut visitor = congress.visitor();
    let address = "sesje/zielen-miejska-kto-ja-liczy-kto-podlewa";

    assert_eq!(
        visitor.get(&format!("/{address}")).await.status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(
        visitor.get(&format!("/kpm-2021/{address}")).await.status,
        StatusCode::NOT_FOUND
    );
    let old = visitor.get(&format!("/kpm-2019/{address}")).await;
    assert_eq!(old.status, StatusCode::OK);
    old.says(&format!(
        "<link rel=\"canonical\" href=\"https://kongres.example/kpm-2019/{address}\">"
    ));
    old.says("href=\"/kpm-2019/program/15-listopada\"");
    assert_eq!(
        visitor
            .get("/en/kpm-2019/programme/15-november")
            .await
            .status,
        StatusCode::OK
    );
}

#[tokio::test]
async fn a_page_costs_no_query_however_many_sessions_there_are() {
    let congress = support::open().await;
    let mut visitor = congress.visitor();
    let before = congress.queries();

    for path in [
        "/",
        "/program/15-listopada",
        "/osoby",
        "/sala/wielka",
        "/sesje/zielen-miejska-kto-ja-liczy-kto-podlewa",
    ] {
        assert_eq!(visitor.get(path).await.status, StatusCode::OK, "{path}");
    }

    assert_eq!(congress.queries(), before);
}
