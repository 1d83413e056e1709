//! Judging: a draft, a review that is given, two windows, interests, what others said, and talking about it.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "support/committee.rs"]
mod support;

use axum::http::StatusCode;
use wiec_kit::testing::{SAMPLE, slug};
use wiec_model::calls::{Mark, Recommendation, ReviewPhase, ReviewState};
use wiec_model::rules::{Grant, Role, Scope};

use support::*;

#[tokio::test]
async fn a_draft_is_kept_as_it_is_and_a_review_says_something_by_each_criterion() {
    let committee = Committee::open(ReviewPhase::Reviewing).await;
    let of = committee.sent("Rowery").await;
    let mut member = committee.member().await;
    let some = [
        ("seen", "0"),
        ("mark-poziom", "4"),
        ("for_committee", "Zacznę."),
        ("act", "save"),
    ];
    for _ in 0..2 {
        member
            .submit(&at(&of), &some)
            .await
            .leads_to(&format!("{}?saved", at(&of)));
    }
    let draft = &committee.reviews(&of).await[0];
    assert_eq!((draft.state, draft.revision), (ReviewState::Draft, 1));
    assert_eq!(draft.marks[&slug("poziom")], Mark::Points(4));
    let page = member.get(&at(&of)).await;
    page.says("Zacznę.")
        .says("recenzja rozpoczęta")
        .says("name=\"seen\" value=\"1\"");

    let too_early = [
        ("seen", "1"),
        ("mark-poziom", "4"),
        ("for_committee", "Nowe słowa."),
        ("act", "give"),
    ];
    let page = member.submit(&at(&of), &too_early).await;
    page.is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("Uzupełnij to pole.")
        .says("Nowe słowa.");
    let wrong = [
        ("seen", "1"),
        ("mark-poziom", "9"),
        ("for_committee", "Inne."),
        ("act", "save"),
    ];
    let page = member.submit(&at(&of), &wrong).await;
    page.is(StatusCode::UNPROCESSABLE_ENTITY).says("Inne.");

    for _ in 0..2 {
        let given = member.submit(&at(&of), &whole("1", "4", "Dobre.")).await;
        given.leads_to(&format!("{}?given", at(&of)));
    }
    let given = &committee.reviews(&of).await[0];
    assert_eq!(
        given.state,
        ReviewState::Given {
            at: committee.congress.now()
        }
    );
    assert_eq!(given.recommendation, Some(Recommendation::Accept));
    let mut changed = whole("2", "5", "Lepsze.");
    changed[1] = ("mark-zgodnosc", "cannot");
    member
        .submit(&at(&of), &changed)
        .await
        .is(StatusCode::SEE_OTHER);
    let now = &committee.reviews(&of).await[0];
    assert_eq!(
        (now.marks[&slug("zgodnosc")], now.revision),
        (Mark::CannotJudge, 3)
    );
    // What is given cannot become half a review again.
    let half = [("seen", "3"), ("mark-poziom", "1"), ("act", "save")];
    let page = member.submit(&at(&of), &half).await;
    page.is(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(&committee.reviews(&of).await[0], now);
}

#[tokio::test]
async fn two_windows_do_not_overwrite_each_other_and_show_both() {
    let committee = Committee::open(ReviewPhase::Reviewing).await;
    let of = committee.sent("Rowery").await;
    let mut member = committee.member().await;
    member
        .submit(&at(&of), &whole("0", "5", "Z pierwszego okna."))
        .await;
    let page = member
        .submit(&at(&of), &whole("0", "2", "Z drugiego okna."))
        .await;
    page.is(StatusCode::CONFLICT)
        .says("zapisano też w innym oknie")
        .says("Z pierwszego okna.")
        .says("Z drugiego okna.")
        .says("name=\"seen\" value=\"1\"");
    assert_eq!(
        committee.reviews(&of).await[0].for_committee,
        "Z pierwszego okna."
    );
    let again = member
        .submit(&at(&of), &whole("1", "2", "Z drugiego okna."))
        .await;
    again.is(StatusCode::SEE_OTHER);
    assert_eq!(
        committee.reviews(&of).await[0].for_committee,
        "Z drugiego okna."
    );
}

/// Rows: phases. Columns: nothing to do with it, to judge it, begun, given, barred.
#[tokio::test]
async fn what_others_said_is_seen_as_the_phase_and_one_s_own_review_allow() {
    use ReviewPhase::{Bids, Discussion, Over, Reviewing};
    let committee = Committee::open(Reviewing).await;
    let of = committee.sent("Rowery").await;
    let other = committee.sent("Parki").await;
    let mut author = committee.member().await;
    let mut people = Vec::new();
    for _ in 0..5 {
        people.push(committee.member().await);
    }
    let of_these = [&author, &people[1], &people[2], &people[3], &people[4]];
    committee.assign(&of, &of_these).await;
    committee.assign(&other, &[&people[0]]).await;
    author
        .submit(&at(&of), &whole("0", "4", "Słowa cudze."))
        .await;
    let draft = [("seen", "0"), ("mark-poziom", "4"), ("act", "save")];
    people[2]
        .submit(&at(&of), &draft)
        .await
        .is(StatusCode::SEE_OTHER);
    people[3]
        .submit(&at(&of), &whole("0", "4", "Słowa własne."))
        .await;
    let declare = format!("{}/zwiazek", at(&of));
    people[4]
        .submit(&declare, &[("act", "declare")])
        .await
        .is(StatusCode::SEE_OTHER);
    let rows = [
        (Bids, "...+."),
        (Reviewing, "...+."),
        (Discussion, "+..+."),
        (Over, "+..+."),
    ];
    for (phase, row) in rows {
        committee.turn_to(phase).await;
        for (person, mark) in people.iter_mut().zip(row.chars()) {
            let text = person.get(&at(&of)).await.is(StatusCode::OK).text();
            let is_seen = text.contains("Słowa cudze.");
            assert_eq!(is_seen, mark == '+', "{phase:?} {row}");
        }
    }
}

#[tokio::test]
async fn figures_say_how_far_members_agree_and_who_stands_apart() {
    let committee = Committee::open(ReviewPhase::Reviewing).await;
    let of = committee.sent("Rowery").await;
    let mut last = committee.member().await;
    for (points, words) in [("5", "Tak."), ("5", "Owszem."), ("1", "Skąd.")] {
        let mut member = committee.member().await;
        member.submit(&at(&of), &whole("0", points, words)).await;
    }
    last.get(&at(&of))
        .await
        .says("po oddaniu swojej")
        .does_not_say("Skąd.");
    last.submit(&at(&of), &whole("0", "5", "Jak inni.")).await;
    let page = last.get(&at(&of)).await;
    page.says("75 na 100")
        .says("odstaje")
        .says("brak zgodności (r wg = 0,00)")
        .says("<th scope=\"row\">Ty</th>")
        .says("Osoba ")
        .says("Skąd.");
}

#[tokio::test]
async fn after_the_last_phase_reviews_are_read_and_what_is_typed_is_given_back() {
    let committee = Committee::open(ReviewPhase::Reviewing).await;
    let of = committee.sent("Rowery").await;
    let (mut given, mut begun) = (committee.member().await, committee.member().await);
    given.submit(&at(&of), &whole("0", "4", "Oddane.")).await;
    let draft = [
        ("seen", "0"),
        ("for_committee", "Niedokończone."),
        ("act", "save"),
    ];
    begun.submit(&at(&of), &draft).await;
    committee.turn_to(ReviewPhase::Over).await;
    given
        .get(&at(&of))
        .await
        .says("Oddane.")
        .does_not_say("name=\"act\"");
    let page = begun.get(&at(&of)).await;
    page.says("Niedokończone.").does_not_say("Oddane.");
    let page = begun.submit(&at(&of), &whole("1", "4", "Za późno.")).await;
    page.is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("ocena się skończyła")
        .says("Za późno.");
    let talk = format!("{}/rozmowa", at(&of));
    let page = given.submit(&talk, &[("message", "Jeszcze jedno.")]).await;
    page.is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("Jeszcze jedno.");
}

#[tokio::test]
async fn an_interest_is_declared_on_top_of_a_review_which_then_does_not_count_and_taken_back() {
    let committee = Committee::open(ReviewPhase::Reviewing).await;
    let of = committee.sent("Rowery").await;
    let (mut one, mut two) = (committee.member().await, committee.member().await);
    one.submit(&at(&of), &whole("0", "5", "Świetne.")).await;
    two.submit(&at(&of), &whole("0", "1", "Słabe.")).await;
    let path = format!("{}/zwiazek", at(&of));
    for _ in 0..2 {
        let declared = one
            .submit(&path, &[("act", "declare"), ("words", "To mój brat")])
            .await;
        declared.leads_to(&format!("{}?declared", at(&of)));
    }
    let page = one.get(&at(&of)).await;
    page.says("Masz zgłoszony związek")
        .says("To mój brat")
        .does_not_say("Słabe.")
        .does_not_say("Moja recenzja");
    let refused = one
        .submit(&at(&of), &whole("1", "5", "Jednak ocenię."))
        .await;
    refused
        .is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("Jednak ocenię.");
    let page = two.get(&at(&of)).await;
    page.says("nie liczy się: związek")
        .says("Świetne.")
        .says("0 na 100");
    assert_eq!(committee.reviews(&of).await.len(), 2);

    let back = one.submit(&path, &[("act", "back")]).await;
    back.leads_to(&format!("{}?back", at(&of)));
    one.get(&at(&of)).await.says("Moja recenzja").says("Słabe.");
    two.get(&at(&of)).await.says("50 na 100");
}

#[tokio::test]
async fn members_talk_once_they_have_judged_and_a_message_sent_twice_stands_once() {
    let committee = Committee::open(ReviewPhase::Reviewing).await;
    let of = committee.sent("Rowery").await;
    let (mut one, mut two) = (committee.member().await, committee.member().await);
    let path = format!("{}/rozmowa", at(&of));
    let key = "a".repeat(26);
    let words = [("key", key.as_str()), ("message", "A koszty?")];
    let early = one.submit(&path, &words).await;
    early.is(StatusCode::UNPROCESSABLE_ENTITY).says("A koszty?");
    one.submit(&at(&of), &whole("0", "4", "Dobre.")).await;
    for _ in 0..2 {
        let said = one.submit(&path, &words).await;
        said.leads_to(&format!("{}?said#rozmowa", at(&of)));
    }
    let empty = one
        .submit(&path, &[("key", key.as_str()), ("message", " ")])
        .await;
    empty.is(StatusCode::UNPROCESSABLE_ENTITY);
    let keyless = one.submit(&path, &[("message", "Bez numeru.")]).await;
    keyless
        .is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("Bez numeru.");
    two.get(&at(&of)).await.does_not_say("A koszty?");
    two.submit(&at(&of), &whole("0", "4", "Też.")).await;
    let text = two.get(&at(&of)).await.text();
    assert_eq!(text.matches("A koszty?").count(), 1);
    // The same key of somebody else is another message.
    two.submit(
        &path,
        &[("key", key.as_str()), ("message", "Są w tekście.")],
    )
    .await;
    let text = one.get(&at(&of)).await.text();
    assert!(text.find("A koszty?").unwrap() < text.find("Są w tekście.").unwrap());
}

#[tokio::test]
async fn the_reviews_of_a_removed_member_stay_and_they_are_let_in_no_more() {
    let committee = Committee::open(ReviewPhase::Reviewing).await;
    let of = committee.sent("Rowery").await;
    let (mut gone, mut stays) = (committee.member().await, committee.member().await);
    gone.submit(&at(&of), &whole("0", "5", "Zostanie.")).await;
    stays.submit(&at(&of), &whole("0", "4", "Dobre.")).await;
    let scope = Scope::Call {
        congress: slug(SAMPLE),
        call: slug("kalejdoskopy"),
    };
    let role = Role::Committee;
    let call = committee.call().await;
    let mut tx = committee.begin().await;
    tx.calls().remove_member(&call, gone.id()).await.unwrap();
    tx.grants()
        .revoke(gone.id(), &Grant { role, scope })
        .await
        .unwrap();
    tx.commit().await.unwrap();
    gone.get(&at(&of)).await.is(StatusCode::NOT_FOUND);
    gone.submit(&at(&of), &whole("1", "1", "Zmiana."))
        .await
        .is(StatusCode::NOT_FOUND);
    stays.get(&at(&of)).await.says("Zostanie.");
}

#[tokio::test]
async fn a_page_costs_the_same_with_one_review_and_message_as_with_three() {
    let committee = Committee::open(ReviewPhase::Reviewing).await;
    let of = committee.sent("Rowery").await;
    let mut member = committee.member().await;
    member.submit(&at(&of), &whole("0", "4", "Moje.")).await;
    let path = format!("{}/rozmowa", at(&of));
    let add = async |_: usize| {
        let mut other = committee.member().await;
        other.submit(&at(&of), &whole("0", "4", "Cudze.")).await;
        let key = "b".repeat(26);
        let words = [("key", key.as_str()), ("message", "Słowo.")];
        other.submit(&path, &words).await.is(StatusCode::SEE_OTHER);
    };
    let congress = &committee.congress;
    congress
        .same_queries_at_one_and_three(&mut member, &at(&of), add)
        .await;
}
