//! What a member works on: the phase, the list, bids, the next one, the file, and who is let in.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "support/committee.rs"]
mod support;

use axum::http::StatusCode;
use wiec_kit::testing::SAMPLE;
use wiec_model::calls::{Bid, ReviewPhase, Sight};
use wiec_model::rules::{Grant, Role, Scope};

use support::*;

const BIDS: &str = "/nabory/kalejdoskopy/komisja/preferencje";
const NEXT: &str = "/nabory/kalejdoskopy/komisja/nastepne";

#[tokio::test]
async fn only_members_of_this_call_s_committee_are_let_in() {
    let committee = Committee::open(ReviewPhase::Reviewing).await;
    let of = committee.sent("Rowery").await;
    let mut member = committee.member().await;
    let mut other = committee.member_of("plakaty", None).await;
    let mut organiser = committee.congress.organiser().await;
    let mut nobody = committee.congress.member().await;
    let mut visitor = committee.congress.visitor();
    for path in [
        DESK.to_owned(),
        NEXT.to_owned(),
        format!("{DESK}/recenzje.csv"),
        format!("{DESK}/recenzje.json"),
        at(&of),
        format!("/en/calls/kalejdoskopy/committee/{}", of.code),
    ] {
        for stranger in [&mut other, &mut organiser, &mut nobody] {
            stranger.get(&path).await.is(StatusCode::NOT_FOUND);
        }
        visitor.get(&path).await.is(StatusCode::SEE_OTHER);
        let page = member.get(&path).await;
        assert!(page.status.is_success() || path == NEXT, "{path}");
    }
    // What was sent to another call does not stand in this one.
    let elsewhere = format!("/nabory/plakaty/komisja/{}", of.code);
    other.get(&elsewhere).await.is(StatusCode::NOT_FOUND);
    for path in [at(&of), format!("{}/zwiazek", at(&of)), BIDS.to_owned()] {
        other
            .post(&path, "act=give")
            .await
            .is(StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn before_the_first_phase_the_page_says_when_it_begins_and_nothing_else() {
    let committee = Committee::open(ReviewPhase::Waiting).await;
    let of = committee.sent("Rowery").await;
    let mut member = committee.member().await;
    let page = member.get(DESK).await;
    page.is(StatusCode::OK)
        .says("Ocena jeszcze się nie zaczęła")
        .says("2019-11-17T11:15:00+01:00")
        .does_not_say("Rowery");
    member.get(&at(&of)).await.leads_to(DESK);
    // Nor are its words given back to who sends a form nevertheless.
    let mut changed = member.submit(&at(&of), &whole("7", "3", "Nic.")).await;
    changed
        .does_not_say("Rowery")
        .does_not_say(&of.words.summary);
    changed = member
        .submit(&at(&of), &[("seen", "7"), ("act", "save")])
        .await;
    changed
        .does_not_say("Rowery")
        .does_not_say(&of.words.summary);
    let export = member.get(&format!("{DESK}/recenzje.json")).await;
    export.is(StatusCode::OK).does_not_say("Rowery");
}

#[tokio::test]
async fn bids_are_saved_together_and_a_second_window_undoes_nothing() {
    let committee = Committee::open(ReviewPhase::Bids).await;
    let (one, two) = (
        committee.sent("Rowery").await,
        committee.sent("Parki").await,
    );
    let mut member = committee.member().await;
    member
        .get(DESK)
        .await
        .says("Rowery")
        .says("Parki")
        .says("chętnie");
    let [bid_one, seen_one] = ["bid", "seen"].map(|it| format!("{it}-{}", one.code));
    let [bid_two, seen_two] = ["bid", "seen"].map(|it| format!("{it}-{}", two.code));
    for _ in 0..2 {
        let fields = [
            (bid_one.as_str(), "yes"),
            (&seen_one, ""),
            (&bid_two, ""),
            (&seen_two, ""),
        ];
        let saved = member.submit(BIDS, &fields).await;
        saved.leads_to(&format!("{DESK}?saved"));
    }
    // The other window was opened before and shows nothing yet for the first.
    let fields = [
        (bid_one.as_str(), ""),
        (&seen_one, ""),
        (&bid_two, "no"),
        (&seen_two, ""),
    ];
    member.submit(BIDS, &fields).await;
    let call = committee.call().await;
    let bids = committee
        .congress
        .app
        .store
        .reviews()
        .bids(call.id)
        .await
        .unwrap();
    let mine = |of: &wiec_model::calls::Submission| bids.get(&(of.id, member.id())).copied();
    assert_eq!((mine(&one), mine(&two)), (Some(Bid::Yes), Some(Bid::No)));

    committee.turn_to(ReviewPhase::Reviewing).await;
    let late = [(bid_one.as_str(), "no"), (&seen_one, "yes")];
    member.submit(BIDS, &late).await.leads_to(DESK);
    let bids = committee
        .congress
        .app
        .store
        .reviews()
        .bids(call.id)
        .await
        .unwrap();
    assert_eq!(bids[&(one.id, member.id())], Bid::Yes);
}

#[tokio::test]
async fn what_is_theirs_is_counted_and_what_an_interest_was_found_in_is_not_even_named() {
    let committee = Committee::open(ReviewPhase::Bids).await;
    let mut member = committee
        .member_of("kalejdoskopy", Some("Fundacja Rower"))
        .await;
    let own = committee
        .offered_by(member.id(), Offer::titled("Mój tekst"))
        .await;
    let found = committee
        .offered(Offer::titled("Ich tekst").of_body("ROWER"))
        .await;
    committee.sent("Inny tekst").await;
    let page = member.get(DESK).await;
    page.says("Twoje zgłoszenie: 1.")
        .says("Masz związek z 1 zgłoszeniem")
        .says("Inny tekst")
        .does_not_say("Mój tekst")
        .does_not_say("Ich tekst")
        .does_not_say(own.code.as_str())
        .does_not_say(found.code.as_str());
    let page = member.get(&at(&own)).await;
    page.is(StatusCode::OK)
        .says("To Twoje zgłoszenie")
        .does_not_say("Mój tekst");
    let page = member.get(&at(&found)).await;
    page.is(StatusCode::OK)
        .says("Masz związek z tym zgłoszeniem")
        .does_not_say("Ich tekst")
        .does_not_say("<textarea");
    // A bid for it changes nothing.
    let bid = format!("bid-{}", found.code);
    member.submit(BIDS, &[(bid.as_str(), "yes")]).await;
    let call = committee.call().await;
    let bids = committee
        .congress
        .app
        .store
        .reviews()
        .bids(call.id)
        .await
        .unwrap();
    assert!(bids.is_empty());
}

#[tokio::test]
async fn in_an_open_call_the_words_and_their_authors_are_shown() {
    let committee = Committee::seeing(ReviewPhase::Reviewing, Sight::Open).await;
    let of = committee.sent("Rowery").await;
    let mut member = committee.member().await;
    member
        .get(&at(&of))
        .await
        .is(StatusCode::OK)
        .says("Brzęczyszczykiewicz")
        .says("https://strona.example")
        .does_not_say("600100200");
}

#[tokio::test]
async fn assignments_come_first_and_the_next_one_leads_through_them() {
    let committee = Committee::open(ReviewPhase::Reviewing).await;
    let (mine, rest) = (
        committee.sent("Rowery").await,
        committee.sent("Parki").await,
    );
    let (mut member, other) = (committee.member().await, committee.member().await);
    committee.assign(&mine, &[&member]).await;
    committee.assign(&rest, &[&other]).await;
    let page = member.get(DESK).await;
    page.says("Oddano 0 recenzji; rozpoczęte: 0, do oceny: 1");
    let text = page.text();
    let place = |words: &str| text.find(words).unwrap();
    assert!(place("Przydzielone mi") < place("Rowery"));
    assert!(place("Rowery") < place("Pozostałe zgłoszenia"));
    assert!(place("Pozostałe zgłoszenia") < place("Parki"));
    member
        .get(&format!("{DESK}?show=todo"))
        .await
        .says("Rowery")
        .does_not_say("Parki");
    member
        .get(&format!("{DESK}?show=given"))
        .await
        .does_not_say("Rowery");
    member
        .get(&format!("{DESK}?tier=metropolis"))
        .await
        .does_not_say("Rowery");
    member
        .get(&format!("{DESK}?track=mieszkanie&sort=title"))
        .await
        .says("Rowery");
    member.get(NEXT).await.leads_to(&at(&mine));
    let given = member.submit(&at(&mine), &whole("0", "4", "Dobre.")).await;
    given.leads_to(&format!("{}?given", at(&mine)));
    member.get(NEXT).await.leads_to(&format!("{DESK}?done"));
    member
        .get(DESK)
        .await
        .says("Oddano 1 recenzję; rozpoczęte: 0, do oceny: 0");
    // What was given to somebody else is read and not judged.
    let refused = member
        .submit(&at(&rest), &whole("0", "4", "Też dobre."))
        .await;
    refused
        .is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("nie masz wśród przydzielonych")
        .says("Też dobre.");
    assert!(committee.reviews(&rest).await.is_empty());
}

#[tokio::test]
async fn own_reviews_are_taken_along_as_a_table_and_as_data() {
    let committee = Committee::open(ReviewPhase::Reviewing).await;
    let of = committee.sent("Rowery").await;
    let mut member = committee.member().await;
    member.submit(&at(&of), &whole("0", "5", "=1+1")).await;
    let table = member.get(&format!("{DESK}/recenzje.csv")).await;
    let text = table.is(StatusCode::OK).text();
    assert!(text.contains(&format!(
        "{},Rowery,recenzja oddana,5,5,5,5,\"100,0\"",
        of.code
    )));
    assert!(text.contains("'=1+1"), "{text}");
    let data = member
        .get("/en/calls/kalejdoskopy/committee/reviews.json")
        .await;
    let data: serde_json::Value = serde_json::from_slice(data.is(StatusCode::OK).bytes()).unwrap();
    assert_eq!(data["reviews"][0]["marks"]["poziom"]["points"], 5);
    assert_eq!(data["reviews"][0]["mean"], 100.0);
}

#[tokio::test]
async fn lists_and_files_cost_the_same_with_one_and_with_three() {
    for phase in [ReviewPhase::Bids, ReviewPhase::Reviewing] {
        let committee = Committee::open(phase).await;
        let mut member = committee.member().await;
        for path in [DESK.to_owned(), format!("{DESK}/recenzje.json")] {
            let add = async |number: usize| {
                committee.sent(&format!("Tekst {number}")).await;
            };
            let congress = &committee.congress;
            congress
                .same_queries_at_one_and_three(&mut member, &path, add)
                .await;
        }
    }
}

#[tokio::test]
async fn somebody_with_the_role_who_is_on_no_list_judges_too() {
    let committee = Committee::open(ReviewPhase::Reviewing).await;
    let of = committee.sent("Rowery").await;
    let scope = Scope::Call {
        congress: SAMPLE.parse().unwrap(),
        call: "kalejdoskopy".parse().unwrap(),
    };
    let role = Role::Committee;
    let mut member = committee
        .congress
        .member_with(&[Grant { role, scope }])
        .await;
    member.get(&at(&of)).await.says("Moja recenzja");
}
