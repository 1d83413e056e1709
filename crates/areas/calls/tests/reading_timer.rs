//! The clock of a session's talks: without the script, the plan.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use axum::http::StatusCode;
use wiec_kit::testing::{TestCongress, session};

#[tokio::test]
async fn the_clock_of_a_session_is_its_plan_with_the_time_of_each_talk() {
    let congress = TestCongress::open(wiec_calls::routes).await;
    let draft = congress.draft().await;
    let talks = draft.sessions.iter().find(|it| it.talks.len() > 2).unwrap();
    let stories = draft
        .sessions
        .iter()
        .find(|it| !it.stories.is_empty())
        .unwrap();
    let plain = draft
        .sessions
        .iter()
        .find(|it| it.talks.is_empty() && it.stories.is_empty() && it.phases.is_empty());
    let mut visitor = congress.visitor();
    let clock = |slug: &str| format!("/sesje/{slug}/zegar");
    let page = visitor.get(&clock(talks.slug.pl.as_str())).await;
    page.is(StatusCode::OK)
        .says("<stage-timer")
        .says("data-seconds=\"240\"")
        .says("data-timer-now hidden");
    assert_eq!(
        page.text().matches("data-seconds").count(),
        talks.talks.len()
    );
    let page = visitor.get(&clock(stories.slug.pl.as_str())).await;
    assert_eq!(
        page.text().matches("data-seconds").count(),
        stories.stories.len()
    );
    let nothing = clock(plain.unwrap().slug.pl.as_str());
    visitor.get(&nothing).await.is(StatusCode::NOT_FOUND);
    visitor
        .get(&clock("nie-ma"))
        .await
        .is(StatusCode::NOT_FOUND);
    let english = format!("/en/sessions/{}/timer", talks.slug.en);
    visitor
        .get(&english)
        .await
        .is(StatusCode::OK)
        .says("Start over");
}

#[tokio::test]
async fn the_clock_says_who_tells_a_talk_as_it_says_who_tells_a_story() {
    let congress = TestCongress::open(wiec_calls::routes).await;
    congress
        .edit(|draft| {
            let [first, second] = [0, 1].map(|at| draft.people[at].guid);
            draft.people[0].name = Some("Anna Nowak".to_owned());
            draft.people[1].name = Some("Jan Kowal".to_owned());
            let told = session(draft, "S13");
            let appearance = told.people[0].clone();
            told.people = [first, second]
                .map(|person| wiec_model::session::Appearance {
                    person,
                    ..appearance.clone()
                })
                .into();
            for talk in &mut told.talks {
                talk.people.clear();
            }
            told.talks[2].people = vec![second, first];
        })
        .await;
    congress.release("1.1").await;
    let mut visitor = congress.visitor();

    let page = visitor
        .get("/sesje/kalejdoskop-i-przestrzen-i-mieszkanie/zegar")
        .await;

    page.says("<small data-timer-who>Jan Kowal, Anna Nowak</small>");
    assert_eq!(page.text().matches("data-timer-who").count(), 1);
    let page = visitor
        .get("/sesje/noc-wtop-nielatwe-drogi-do-sukcesu/zegar")
        .await;
    page.says("data-timer-who");
}
