//! A visitor's own programme, without an account.

mod support;

use axum::http::StatusCode;

#[tokio::test]
async fn a_star_is_kept_without_script_and_leads_back_to_its_page() {
    let congress = support::open().await;
    let mut visitor = congress.visitor();
    let from = [
        ("sec-fetch-site", "same-origin"),
        (
            "referer",
            "https://kongres.example/program/15-listopada?temat=kli",
        ),
    ];

    let answer = visitor.post_with("/moje", "add=S39", &from).await;

    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_eq!(answer.header("location"), "/program/15-listopada?temat=kli");
    visitor
        .get("/program/15-listopada")
        .await
        .says("name=\"remove\" value=\"S39\"")
        .says("<meta name=\"mine\" content=\"S39\">");
    visitor
        .get("/moje")
        .await
        .says("Zieleń miejska")
        .says("1 zaznaczone spotkanie");
    visitor
        .get("/program/15-listopada?moje=1")
        .await
        .says("Zieleń miejska")
        .does_not_say("/sesje/kalejdoskop-iii-klimat-i-przyroda");
}

#[tokio::test]
async fn doing_it_again_changes_nothing() {
    let congress = support::open().await;
    let mut visitor = congress.visitor();
    let json = [
        ("sec-fetch-site", "same-origin"),
        ("accept", "application/json"),
    ];

    visitor.post_with("/moje", "add=S39", &json).await;
    let again = visitor.post_with("/moje", "add=S39", &json).await;
    assert_eq!(again.text(), r#"{"count":1,"mine":["S39"]}"#);

    visitor.post_with("/moje", "remove=S39", &json).await;
    let again = visitor.post_with("/moje", "remove=S39", &json).await;
    assert_eq!(again.text(), r#"{"count":0,"mine":[]}"#);
}

#[tokio::test]
async fn nobody_else_sees_my_marks() {
    let congress = support::open().await;
    let (mut visitor, mut stranger) = (congress.visitor(), congress.visitor());

    visitor.post("/moje", "add=S39").await;

    stranger.get("/moje").await.does_not_say("Zieleń miejska");
    stranger
        .get("/program/15-listopada")
        .await
        .says("name=\"add\" value=\"S39\"")
        .does_not_say("name=\"mine\"");
    assert_eq!(
        visitor
            .get("/program/15-listopada")
            .await
            .header("cache-control"),
        "private, no-cache"
    );
}

#[tokio::test]
async fn my_calendar_has_an_address_that_reads_but_cannot_write() {
    let congress = support::open().await;
    let mut visitor = congress.visitor();
    visitor.post("/moje", "add=S39").await;
    let page = visitor.get("/moje").await.text();
    let address = page
        .split("value=\"https://kongres.example")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap()
        .to_owned();

    let calendar = congress.visitor().get(&address).await;

    assert_eq!(
        calendar.header("content-type"),
        "text/calendar; charset=utf-8"
    );
    assert_eq!(calendar.header("x-robots-tag"), "noindex");
    assert_eq!(calendar.text().matches("BEGIN:VEVENT").count(), 1);
    let secret = address.split('/').nth(2).unwrap();
    let mut thief = congress.visitor();
    thief
        .post_with(
            "/moje",
            "remove=S39",
            &[
                ("sec-fetch-site", "same-origin"),
                ("cookie", &format!("mine={secret}")),
            ],
        )
        .await;
    assert_eq!(
        congress.visitor().get(&address).await.text(),
        calendar.text()
    );
    assert_eq!(
        congress
            .visitor()
            .get("/moje/0123456789abcdef/kalendarz.ics")
            .await
            .status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn marks_from_another_site_are_refused_and_nonsense_is_named() {
    let congress = support::open().await;
    let mut visitor = congress.visitor();

    let foreign = visitor
        .post_with("/moje", "add=S39", &[("sec-fetch-site", "cross-site")])
        .await;
    assert_eq!(foreign.status, StatusCode::FORBIDDEN);
    foreign.says("Żądanie przyszło z innej strony");
    for form in ["", "add=S39&remove=S40", "add=NIC", "add=&remove=", "x=1"] {
        assert_eq!(
            visitor.post("/moje", form).await.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "{form:?}"
        );
    }
    visitor
        .get("/moje")
        .await
        .says("Nic jeszcze nie jest zaznaczone");
}

#[tokio::test]
async fn sessions_at_the_same_time_are_pointed_out() {
    let congress = support::open().await;
    let mut visitor = congress.visitor();

    visitor.post("/moje", "add=S38").await;
    visitor.post("/moje", "add=S39").await;

    visitor
        .get("/moje")
        .await
        .says("Te spotkania trwają w tym samym czasie");
}

#[tokio::test]
async fn machines_hear_of_a_problem_in_their_own_format() {
    let congress = support::open().await;
    let headers = [
        ("sec-fetch-site", "same-origin"),
        ("accept", "application/json"),
    ];

    let refused = congress
        .visitor()
        .post_with("/moje", "add=NIC", &headers)
        .await;

    assert_eq!(refused.header("content-type"), "application/problem+json");
    refused.says("\"status\":422");
}

#[tokio::test]
async fn too_many_marks_from_one_address_are_asked_to_wait() {
    let congress = support::open().await;
    let mut visitor = congress.visitor();

    let mut last = visitor.post("/moje", "remove=S39").await;
    for _ in 0..3000 {
        if last.status == StatusCode::TOO_MANY_REQUESTS {
            break;
        }
        last = visitor.post("/moje", "add=NIC").await;
    }

    assert_eq!(last.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(last.header("retry-after"), "10");
}

#[tokio::test]
async fn only_mine_without_any_mark_is_empty_even_of_breaks() {
    let congress = support::open().await;
    congress
        .visitor()
        .get("/program/15-listopada?moje=1")
        .await
        .says("nic jeszcze nie jest zaznaczone")
        .does_not_say("is-break");
}

#[tokio::test]
async fn pages_that_never_asked_for_marks_say_so() {
    let congress = support::open().await;
    let mut visitor = congress.visitor();
    for path in ["/nie-ma-takiej-strony", "/offline"] {
        visitor
            .get(path)
            .await
            .says("data-unasked")
            .does_not_say("aria-current");
    }
    visitor
        .get("/program/15-listopada")
        .await
        .does_not_say("data-unasked");
}
