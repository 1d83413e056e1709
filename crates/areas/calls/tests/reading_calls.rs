//! The list of calls, and one of them: what is asked, by which rules, and how that came out.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "support/reading.rs"]
mod support;

use axum::http::StatusCode;
use jiff::SignedDuration;
use support::{Forum, question, text};
use wiec_kit::testing::{SAMPLE, slug};
use wiec_model::account::Means;
use wiec_model::calls::{
    Access, Anonymity, CallKind, Committee, Decision, Phased, QuestionKind, Quota, QuotaOf,
    Required, ReviewPhase, Tier, Visible,
};

#[tokio::test]
async fn calls_are_listed_by_how_they_stand_and_one_that_nobody_announced_is_not() {
    let forum = Forum::empty().await;
    let (now, day) = (forum.congress.now(), |days| forum.days(days));
    forum.call("otwarty", |_| {}).await;
    forum
        .call("konczy", |setup| {
            setup.window.closes_at = Some(now.checked_sub(SignedDuration::from_mins(5)).unwrap());
            setup.window.grace_minutes = 60;
        })
        .await;
    forum
        .call("wkrotce", |setup| {
            setup.window.opens_at = Some(day(3));
            setup.kind = CallKind::Poster;
        })
        .await;
    forum
        .call("dawny", |setup| setup.window.closes_at = Some(day(-3)))
        .await;
    forum
        .call("tajny", |setup| setup.window.opens_at = None)
        .await;
    let mut visitor = forum.congress.visitor();
    let page = visitor.get("/nabory").await;
    page.is(StatusCode::OK)
        .says("Nabór otwarty")
        .says("Zostało 10 dni")
        .says("href=\"/nabory/otwarty/zglos\"")
        .says("Zostało 55 minut")
        .does_not_say("/nabory/konczy/zglos")
        .does_not_say("tajny");
    let text = page.text();
    let places = ["trwaja", "koncza", "wkrotce", "zakonczone"]
        .map(|id| text.find(&format!("id=\"{id}\"")).unwrap());
    assert!(places.is_sorted());
    visitor.get("/nabory/tajny").await.is(StatusCode::NOT_FOUND);
    visitor
        .get("/nabory/tajny/teksty")
        .await
        .is(StatusCode::NOT_FOUND);
    visitor
        .get("/nabory/nie-ma")
        .await
        .is(StatusCode::NOT_FOUND);
    visitor
        .get("/en/calls")
        .await
        .is(StatusCode::OK)
        .says("10 days left")
        .says("href=\"/en/calls/otwarty/submit\"");
}

#[tokio::test]
async fn whoever_offered_something_is_told_and_others_are_not() {
    let (forum, call) = Forum::open().await;
    let account = forum.congress.account(&[]).await;
    forum.draft(&call, "Szkic", &account, |_| {}).await;
    let mut author = forum.congress.signed_in(account, Means::Mail).await;
    author
        .get("/nabory")
        .await
        .says("Czeka 1 szkic.")
        .says("href=\"/zgloszenia\"");
    let mut member = forum.congress.member().await;
    member.get("/nabory").await.does_not_say("/zgloszenia");
    let mut visitor = forum.congress.visitor();
    visitor.get("/nabory").await.does_not_say("/zgloszenia");
}

#[tokio::test]
async fn the_list_costs_the_same_queries_whatever_it_holds() {
    let forum = Forum::empty().await;
    let account = forum.congress.account(&[]).await;
    let mut author = forum.congress.signed_in(account.clone(), Means::Mail).await;
    forum
        .congress
        .same_queries_at_one_and_three(&mut author, "/nabory", async |number| {
            let call = forum.call(&format!("nabor-{number}"), |_| {}).await;
            forum.draft(&call, "Szkic", &account, |_| {}).await;
        })
        .await;
}

#[tokio::test]
async fn a_call_says_all_that_its_authors_have_to_know() {
    let forum = Forum::empty().await;
    forum
        .call("wtopy", |setup| {
            setup.kind = CallKind::Flop;
            setup.guide = Some(text("Pisz **wprost**. <script>alert(1)</script>"));
            setup.rules = Some(text("Wybieramy *jawnie*."));
            setup.window.extended_to = Some(forum.days(20));
            setup.access = Access::ByCode;
            setup.anonymity = Anonymity::Committee;
            setup.tracks = vec![slug("mie")];
            setup.tiers = vec![Tier::MidSize];
            let options = vec![text("Tak"), text("Nie wiem")];
            let (least, most) = (1, 1);
            let choice = QuestionKind::Choice {
                options,
                least,
                most,
            };
            let media = vec!["application/pdf".to_owned()];
            let size_bytes = 5 << 20;
            let slides = QuestionKind::File { media, size_bytes };
            let mut slides = question("slajdy", slides, Visible::Office);
            slides.required = Required::From(forum.days(30));
            setup.questions = vec![question("wybor", choice, Visible::Public), slides];
            setup.committee = Committee {
                people: vec!["Ewa Sowińska, urbanistka".to_owned()],
            };
            setup.review.phases = vec![Phased {
                phase: ReviewPhase::Reviewing,
                from: forum.days(21),
            }];
            setup.quotas = vec![Quota {
                of: QuotaOf::Tier(Tier::MidSize),
                least: Some(2),
                most: None,
            }];
        })
        .await;
    let mut visitor = forum.congress.visitor();
    visitor
        .get("/nabory/wtopy")
        .await
        .is(StatusCode::OK)
        .says("Pisz <strong>wprost</strong>.")
        .does_not_say("<script>alert")
        .says("<em>jawnie</em>")
        .says("<s><span class=\"vh\">Pierwszy termin: </span>25\u{a0}listopada 2019, 11:15</s>")
        .says("<strong>5\u{a0}grudnia 2019, 11:15</strong>")
        .says("Na kod dostępu")
        .says("nie zobaczy publiczność ani komisja")
        .says("Pytanie wybor?")
        .says("Wybierz jedną odpowiedź")
        .says("Nie wiem")
        .says("Plik PDF, do 5 MB")
        .says("Odpowiedź obowiązkowa od 15\u{a0}grudnia 2019, 11:15")
        .says("Odpowiedź przeczyta tylko biuro kongresu.")
        .says("CC BY 4.0")
        .says("Poziom merytoryczny")
        .says("3 z 9")
        .says("Ewa Sowińska, urbanistka")
        .says("recenzje")
        .says("Miasto średnie: co najmniej 2")
        .says("href=\"/nabory/wtopy/zglos\"")
        .says("href=\"/nabory/wtopy/kalendarz.ics\"")
        .does_not_say("Wybór w\u{a0}liczbach")
        .does_not_say("Wybór w liczbach");
    visitor
        .get("/en/calls/wtopy")
        .await
        .is(StatusCode::OK)
        .says("How we choose");
    let calendar = visitor.get("/nabory/wtopy/kalendarz.ics").await;
    calendar
        .is(StatusCode::OK)
        .says("DTSTART:20191205T101500Z")
        .says("URL:https://kongres.example/kpm-2019/nabory/wtopy");
    assert!(calendar.header("content-type").starts_with("text/calendar"));
}

#[tokio::test]
async fn how_it_was_chosen_is_told_in_numbers_once_something_was_told_and_not_before() {
    let (forum, call) = Forum::open().await;
    let mut all = Vec::new();
    for number in 0..5 {
        all.push(forum.sent(&call, &format!("Zgłoszenie {number}")).await);
    }
    let account = forum.congress.account(&[]).await;
    forum.draft(&call, "Szkic", &account, |_| {}).await;
    let mut visitor = forum.congress.visitor();
    let numbers = "Wybór w liczbach";
    forum.decide(&call, &all[0], Decision::Accept).await;
    let page = visitor.get("/nabory/kalejdoskopy").await;
    page.does_not_say(numbers);

    forum.tell(&call, &all[0], Decision::Accept).await;
    forum.tell(&call, &all[1], Decision::Reserve).await;
    forum.tell(&call, &all[2], Decision::Reject).await;
    let mut tx = forum.begin().await;
    tx.submissions().withdraw(&call, all[3].id).await.unwrap();
    tx.commit().await.unwrap();
    visitor
        .get("/nabory/kalejdoskopy")
        .await
        .says(numbers)
        .says("<dt>zgłoszono</dt><dd>5</dd>")
        .says("<dt>wybrano</dt><dd>1</dd>")
        .says("<dt>na liście rezerwowej</dt><dd>1</dd>")
        .says("<dt>nie wybrano</dt><dd>1</dd>")
        .says("<dt>czeka na decyzję</dt><dd>1</dd>")
        .says("<dt>wycofano</dt><dd>1</dd>")
        .says("<td class=\"r\">1 z 4</td>");
}

#[tokio::test]
async fn a_call_costs_the_same_queries_whatever_was_sent() {
    let (forum, call) = Forum::open().await;
    let mut visitor = forum.congress.visitor();
    for path in ["/nabory/kalejdoskopy", "/nabory/kalejdoskopy/teksty"] {
        forum
            .congress
            .same_queries_at_one_and_three(&mut visitor, path, async |number| {
                let sent = forum.sent(&call, &format!("Zgłoszenie {number}")).await;
                forum.tell(&call, &sent, Decision::Accept).await;
            })
            .await;
    }
}

#[tokio::test]
async fn another_edition_does_not_show_the_calls_of_this_one() {
    let (forum, _) = Forum::open().await;
    let mut other = wiec_kit::testing::another();
    other.congress.slug = slug("kpm-2021");
    forum.congress.save(&other).await;
    forum.congress.release_of(&slug("kpm-2021"), "1.0").await;
    let mut visitor = forum.congress.visitor();
    let here = format!("/{SAMPLE}/nabory/kalejdoskopy");
    visitor.get(&here).await.is(StatusCode::OK);
    visitor
        .get("/kpm-2021/nabory/kalejdoskopy")
        .await
        .is(StatusCode::NOT_FOUND);
}
