//! The team answers: one by one, many at once, again, and of an amendment a part.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "support/team.rs"]
mod support;

use axum::http::StatusCode;
use wiec_kit::testing::filled;
use wiec_model::register::{Position, Remark};

use support::*;

const QUEUE: &str = "/propozycje/najem/zespol/odpowiedzi";
const SAVE: &str = "/propozycje/najem/zespol/odpowiedzi/zapisz";
const SAME: &str = "Próg piętnastu procent mieszkań na najem jest za niski dla dużych miast, potrzeba co najmniej dwudziestu procent.";

fn answered(remarks: &[Remark]) -> Vec<bool> {
    remarks
        .iter()
        .map(|remark| remark.answer.is_some())
        .collect()
}

#[tokio::test]
async fn remarks_that_say_the_same_are_found_ticked_and_answered_together_once() {
    let team = Team::open().await;
    let mut expert = team.expert().await;
    team.remark("p6", SAME).await;
    team.remark("p3", "Kto za to zapłaci?").await;
    let copy = team.remark("p6", &format!("{SAME} Dziękuję.")).await;
    let page = expert.get(QUEUE).await;
    page.is(StatusCode::OK)
        .says("3 uwagi bez odpowiedzi")
        .says("2 mówią to samo")
        .says("is-like")
        .says("§\u{a0}2 Plan (p6)");
    let picked = expert.get(&format!("{QUEUE}?pick=1%2C3")).await;
    let ticked = picked.form("class=\"rowcheck\"");
    let form = expert
        .submit(QUEUE, &filled(&ticked, &[("act", "answer")]))
        .await;
    form.is(StatusCode::OK).says("Jedna odpowiedź na 2 uwagi");

    let fields = form.form("name=\"reasons\"");
    let more = [
        ("position", "explained"),
        ("reasons", "Próg jest wynikiem analizy."),
    ];
    let empty = expert.submit(SAVE, &filled(&fields, &[])).await;
    empty
        .is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("Uzupełnij to pole.");
    for _ in 0..2 {
        let given = expert.submit(SAVE, &filled(&fields, &more)).await;
        given.leads_to(&format!("{QUEUE}?saved"));
    }
    let remarks = team.remarks().await;
    assert_eq!(answered(&remarks), [true, false, true]);
    assert_eq!(remarks[0].answer, remarks[2].answer, "it is one answer");
    let told = team.told().await;
    assert_eq!(told.len(), 2, "each author is told once");
    let of_the_copy = copy.id.to_string();
    assert!(told.iter().any(|key| key.contains(&of_the_copy)));
    expert
        .get(QUEUE)
        .await
        .says("1 uwaga bez odpowiedzi")
        .says("Kto za to zapłaci?");
}

#[tokio::test]
async fn a_remark_for_which_another_stands_is_answered_with_it() {
    let team = Team::open().await;
    let mut expert = team.expert().await;
    let first = team.remark("p6", SAME).await;
    let copy = team.remark("p6", SAME).await;
    let proposal = team.proposal().await;
    let mut tx = team.begin().await;
    tx.remarks()
        .join(&proposal, &[copy.id], first.id)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let one = format!("{QUEUE}/1");
    let form = expert.get(&one).await.form("name=\"reasons\"");
    let more = [("position", "accepted"), ("reasons", "Słusznie.")];
    expert
        .submit(&one, &filled(&form, &more))
        .await
        .is(StatusCode::SEE_OTHER);
    assert_eq!(answered(&team.remarks().await), [true, true]);
    assert_eq!(team.told().await.len(), 2);
}

#[tokio::test]
async fn of_an_amendment_a_part_is_taken_and_kept_as_it_was_typed() {
    let team = Team::open().await;
    let mut expert = team.expert().await;
    let wording =
        "Co najmniej 20 proc. mieszkań przeznacza się na najem, także w gminach wiejskich.";
    team.amend("p6", wording).await;
    let one = format!("{QUEUE}/1");
    let page = expert.get(&one).await;
    page.is(StatusCode::OK).says("<ins").says("data-amended");
    let form = page.form("name=\"reasons\"");
    let text = |words: &str| format!("## Plan\n\n{words}\n\nGmina ogłasza wynik.");
    let part = text("Co najmniej 18 proc. mieszkań przeznacza się na najem.");
    let answer = [("position", "in_part"), ("reasons", "Nie tak dużo.")];
    let all = expert.submit(&one, &filled(&form, &answer)).await;
    all.is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("To cała poprawka.");
    let none = text("Co najmniej 15 proc. mieszkań przeznacza się na najem.");
    let more = [answer[0], answer[1], ("taken", none.as_str())];
    let nothing = expert.submit(&one, &filled(&form, &more)).await;
    nothing
        .is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("To tekst bez poprawki.");
    let more = [answer[0], answer[1], ("taken", part.as_str())];
    let preview = expert
        .submit(&format!("{one}/podglad"), &filled(&form, &more))
        .await;
    preview.is(StatusCode::OK).says("18").does_not_say("<html");
    expert
        .submit(&one, &filled(&form, &more))
        .await
        .is(StatusCode::SEE_OTHER);

    let remark = team.remarks().await.remove(0);
    let base = team.version(1).await.content.document;
    let taken = remark.accepted.unwrap().apply(&base).unwrap();
    assert!(taken.to_markdown().contains("18 proc."));
    expert
        .get(&one)
        .await
        .says("Dotychczasowa odpowiedź")
        .says("18 proc.");
    // Many at once cannot be taken in part.
    let bulk = [("remark", remark.id.to_string())];
    let bulk: Vec<(&str, &str)> = bulk.iter().map(|(name, id)| (*name, id.as_str())).collect();
    let more = [bulk[0], answer[0], answer[1]];
    let refused = expert.submit(SAVE, &more).await;
    refused
        .is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("na jej stronie");
}

#[tokio::test]
async fn an_answer_is_given_again_and_its_author_is_told_again() {
    let team = Team::open().await;
    let mut expert = team.expert().await;
    team.remark("all", "Brakuje źródła pieniędzy.").await;
    let one = format!("{QUEUE}/1");
    for reasons in ["Jest w budżecie.", "Jest w budżecie i w funduszu."] {
        let form = expert.get(&one).await.form("name=\"reasons\"");
        let more = [("position", "explained"), ("reasons", reasons)];
        expert
            .submit(&one, &filled(&form, &more))
            .await
            .is(StatusCode::SEE_OTHER);
    }
    assert_eq!(team.told().await.len(), 2);
    let proposal = team.proposal().await;
    let remarks = team.congress.app.store.remarks();
    let answers = remarks.answers(proposal.id).await.unwrap();
    assert_eq!(answers.len(), 2, "the earlier one is kept");
    let counts = &answers[&team.remarks().await[0].answer.unwrap()];
    assert_eq!(
        (counts.position, counts.reasons.as_str()),
        (Position::Explained, "Jest w budżecie i w funduszu.")
    );
}

#[tokio::test]
async fn those_that_say_the_same_are_offered_beside_one_answer() {
    let team = Team::open().await;
    let mut expert = team.expert().await;
    team.remark("p6", SAME).await;
    let copy = team.remark("all", &format!("{SAME} Dziękuję.")).await;
    let one = format!("{QUEUE}/1");
    let page = expert.get(&one).await;
    page.says("Te mówią to samo");
    let form = page.form("name=\"reasons\"");
    let id = copy.id.to_string();
    let more = [
        ("position", "rejected"),
        ("reasons", "Nie."),
        ("remark", id.as_str()),
    ];
    expert
        .submit(&one, &filled(&form, &more))
        .await
        .is(StatusCode::SEE_OTHER);
    assert_eq!(answered(&team.remarks().await), [true, true]);
}

#[tokio::test]
async fn remarks_are_given_to_somebody_of_the_team_and_found_by_that() {
    let team = Team::open().await;
    let (mut one, mut other) = (team.expert().await, team.expert().await);
    let first = team.remark("p6", SAME).await;
    team.remark("p3", "Kto za to zapłaci?").await;
    let owner = other.account.as_ref().unwrap().id.to_string();
    let id = first.id.to_string();
    let given = one
        .submit(
            QUEUE,
            &[("remark", &id), ("act", "assign"), ("owner", &owner)],
        )
        .await;
    given.leads_to(&format!("{QUEUE}?saved"));
    let mine = other.get(&format!("{QUEUE}?owner=me")).await;
    mine.says("1 uwaga bez odpowiedzi")
        .says("Osoba 3")
        .does_not_say("Kto za to zapłaci?");
    one.get(&format!("{QUEUE}?owner=me"))
        .await
        .says("Żadna uwaga");
    one.get(&format!("{QUEUE}?q=zapłaci"))
        .await
        .says("1 uwaga bez odpowiedzi");
    one.get(&format!("{QUEUE}?clause=p3&kind=comment"))
        .await
        .says("Kto za to zapłaci?");
    one.get(&format!("{QUEUE}?kind=objection"))
        .await
        .says("Żadna uwaga");
    let stranger = team.congress.member().await.account.unwrap().id.to_string();
    let refused = one
        .submit(
            QUEUE,
            &[("remark", &id), ("act", "assign"), ("owner", &stranger)],
        )
        .await;
    refused.is(StatusCode::UNPROCESSABLE_ENTITY);
    one.submit(QUEUE, &[("act", "answer")])
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("Zaznacz co najmniej jedną");
}

#[tokio::test]
async fn the_queue_costs_the_same_with_one_remark_and_with_three() {
    let team = Team::open().await;
    let mut expert = team.expert().await;
    for path in [QUEUE, TEAM] {
        team.congress
            .same_queries_at_one_and_three(&mut expert, path, async |at: usize| {
                team.remark("p6", &format!("Uwaga {at}")).await;
            })
            .await;
    }
}
