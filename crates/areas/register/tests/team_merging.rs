//! Accepted amendments come into the draft, and the draft before the public.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "support/team.rs"]
mod support;

use axum::http::StatusCode;
use wiec_kit::testing::{Page, Visitor, filled};
use wiec_model::register::Remark;

use support::*;

const MERGE: &str = "/propozycje/najem/zespol/scalanie";
const PUBLISH: &str = "/propozycje/najem/zespol/publikacja";

/// The look at what merging these gives.
async fn look(expert: &mut Visitor, remarks: &[&Remark]) -> Page {
    let ids: Vec<String> = remarks.iter().map(|remark| remark.id.to_string()).collect();
    let mut form: Vec<(&str, &str)> = ids.iter().map(|id| ("remark", id.as_str())).collect();
    form.push(("act", "look"));
    expert.submit(MERGE, &form).await
}

#[tokio::test]
async fn amendments_are_merged_by_one_action_and_again_harmlessly() {
    let team = Team::open().await;
    let mut expert = team.expert().await;
    let share = team
        .amend(
            "p6",
            "Co najmniej 20 proc. mieszkań przeznacza się na najem.",
        )
        .await;
    let goal = team.amend("p4", "Program ma plan, budżet i ocenę.").await;
    let other = team.amend("p7", "Gmina nie ogłasza wyniku.").await;
    team.accept(&[&share, &goal]).await;
    let list = expert.get(MERGE).await;
    list.is(StatusCode::OK)
        .says("Poprawka nr 1")
        .says("Poprawka nr 2")
        .does_not_say("Poprawka nr 3");
    let page = look(&mut expert, &[&share, &goal, &other]).await;
    page.is(StatusCode::OK)
        .says("<ins")
        .does_not_say("Co się nie zgadza");
    assert_eq!(team.draft().await.merged, [], "a look writes nothing");
    let form = page.form("value=\"merge\"");
    for _ in 0..2 {
        let merged = expert
            .submit(MERGE, &filled(&form, &[("act", "merge")]))
            .await;
        merged.leads_to(&format!("{TEAM}?saved"));
    }
    let draft = team.draft().await;
    assert_eq!((draft.revision, draft.merged), (2, vec![share.id, goal.id]));
    let text = draft.content.document.to_markdown();
    assert!(
        text.contains("20 proc.") && text.contains("ocenę") && text.contains("Gmina ogłasza"),
        "{text}"
    );
    expert.get(TEAM).await.says("jeszcze nieopublikowane");
}

#[tokio::test]
async fn what_contradicts_each_other_is_decided_by_hand() {
    let team = Team::open().await;
    let mut expert = team.expert().await;
    let more = team
        .amend(
            "p6",
            "Co najmniej 20 proc. mieszkań przeznacza się na najem.",
        )
        .await;
    let fewer = team
        .amend(
            "p6",
            "Co najmniej 10 proc. mieszkań przeznacza się na najem.",
        )
        .await;
    team.accept(&[&more, &fewer]).await;
    let page = look(&mut expert, &[&more, &fewer]).await;
    page.says("Co się nie zgadza: poprawka nr 2")
        .says("Obie strony zmieniają te same słowa.");
    let form = page.form("value=\"merge\"");
    let open = expert
        .submit(MERGE, &filled(&form, &[("act", "merge")]))
        .await;
    open.is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("Wybierz jedno brzmienie.");
    let own = "Co najmniej 17 proc. mieszkań przeznacza się na najem.";
    let chosen = [
        ("act", "look"),
        ("conflict-2-0", "own"),
        ("conflict-2-0-own", own),
    ];
    let look = expert.submit(MERGE, &filled(&form, &chosen)).await;
    look.is(StatusCode::OK).says("17");
    let form = look.form("value=\"merge\"");
    expert
        .submit(MERGE, &filled(&form, &[("act", "merge")]))
        .await
        .is(StatusCode::SEE_OTHER);
    assert!(team.text().await.contains("17 proc."));
}

#[tokio::test]
async fn each_of_the_three_wordings_can_be_chosen() {
    for (choice, expected) in [("right", "10"), ("left", "20"), ("base", "15")] {
        let team = Team::open().await;
        let mut expert = team.expert().await;
        let wording =
            |share: u8| format!("Co najmniej {share} proc. mieszkań przeznacza się na najem.");
        let more = team.amend("p6", &wording(20)).await;
        let fewer = team.amend("p6", &wording(10)).await;
        team.accept(&[&more, &fewer]).await;
        let form = look(&mut expert, &[&more, &fewer])
            .await
            .form("value=\"merge\"");
        let chosen = [("act", "merge"), ("conflict-2-0", choice)];
        expert
            .submit(MERGE, &filled(&form, &chosen))
            .await
            .is(StatusCode::SEE_OTHER);
        let text = team.text().await;
        assert!(
            text.contains(&format!("{expected} proc.")),
            "{choice}: {text}"
        );
        assert_eq!(team.draft().await.merged.len(), 2);
    }
}

#[tokio::test]
async fn of_two_who_merge_at_once_the_second_is_told_and_nothing_is_lost() {
    let team = Team::open().await;
    let (mut one, mut other) = (team.expert().await, team.expert().await);
    let share = team
        .amend(
            "p6",
            "Co najmniej 20 proc. mieszkań przeznacza się na najem.",
        )
        .await;
    let goal = team.amend("p4", "Program ma plan, budżet i ocenę.").await;
    team.accept(&[&share, &goal]).await;
    let first = look(&mut one, &[&share]).await.form("value=\"merge\"");
    let second = look(&mut other, &[&goal]).await.form("value=\"merge\"");
    let (first_form, second_form) = (
        filled(&first, &[("act", "merge")]),
        filled(&second, &[("act", "merge")]),
    );
    let (a, b) = tokio::join!(
        one.submit(MERGE, &first_form),
        other.submit(MERGE, &second_form)
    );
    let mut statuses = [a.status, b.status];
    statuses.sort();
    assert_eq!(statuses, [StatusCode::SEE_OTHER, StatusCode::CONFLICT]);
    let (told, who) = if a.status == StatusCode::CONFLICT {
        (a, &mut one)
    } else {
        (b, &mut other)
    };
    told.says("w tym czasie ktoś zmienił tekst roboczy");
    let again = told.form("value=\"merge\"");
    who.submit(MERGE, &filled(&again, &[("act", "merge")]))
        .await
        .is(StatusCode::SEE_OTHER);
    let draft = team.draft().await;
    assert_eq!(draft.merged.len(), 2);
    let text = draft.content.document.to_markdown();
    assert!(
        text.contains("20 proc.") && text.contains("ocenę"),
        "{text}"
    );
}

#[tokio::test]
async fn an_amendment_to_an_older_version_comes_into_a_newer_text_whose_anchors_hold() {
    let team = Team::open().await;
    let mut expert = team.expert().await;
    let share = team
        .amend(
            "p6",
            "Co najmniej 20 proc. mieszkań przeznacza się na najem.\n\nPróg rośnie co rok.",
        )
        .await;
    // The team adds a paragraph of its own, which becomes p8.
    let goal = "/propozycje/najem/zespol/sekcja/p2";
    let form = expert.get(goal).await.form("name=\"wording\"");
    let words = "## Cel\n\nZespół dodaje ten akapit o celach.\n\nKażde miasto prowadzi program najmu.\n\nProgram ma plan i budżet.";
    expert
        .submit(goal, &filled(&form, &[("wording", words)]))
        .await
        .is(StatusCode::SEE_OTHER);
    let before = team.draft().await.content.document;
    team.accept(&[&share]).await;
    let form = look(&mut expert, &[&share]).await.form("value=\"merge\"");
    expert
        .submit(MERGE, &filled(&form, &[("act", "merge")]))
        .await
        .is(StatusCode::SEE_OTHER);
    let after = team.draft().await.content.document;
    for block in before.blocks() {
        let now = after.find(block.anchor).unwrap();
        let is_amended = block.anchor.to_string() == "p6";
        assert_eq!(
            now.content == block.content,
            !is_amended,
            "{}",
            block.anchor
        );
    }
    let new: Vec<String> = after
        .blocks()
        .iter()
        .filter(|block| before.find(block.anchor).is_none())
        .map(|block| format!("{} {}", block.anchor, block.content.text.letters()))
        .collect();
    assert_eq!(new, ["p9 Próg rośnie co rok."]);
}

#[tokio::test]
async fn a_version_is_published_once_with_its_note_and_the_authors_are_told() {
    let team = Team::open().await;
    let mut expert = team.expert().await;
    expert
        .get(PUBLISH)
        .await
        .is(StatusCode::OK)
        .says("taki sam jak ten");
    let share = team
        .amend(
            "p6",
            "Co najmniej 20 proc. mieszkań przeznacza się na najem.",
        )
        .await;
    team.accept(&[&share]).await;
    let form = look(&mut expert, &[&share]).await.form("value=\"merge\"");
    expert
        .submit(MERGE, &filled(&form, &[("act", "merge")]))
        .await
        .is(StatusCode::SEE_OTHER);

    let page = expert.get(PUBLISH).await;
    let hash = team.draft().await.content.hash();
    page.says("Opublikuj wersję 2")
        .says("<ins")
        .says(&hash[48..])
        .says("nr 1");
    let form = page.form("name=\"revision\"");
    let note = [("note-pl", "Wyższy próg."), ("note-en", "A higher share.")];
    for _ in 0..2 {
        let published = expert.submit(PUBLISH, &filled(&form, &note)).await;
        published.leads_to(&format!("{TEAM}?saved"));
    }
    let version = team.version(2).await;
    assert_eq!((version.hash, version.merged), (hash, vec![share.id]));
    assert_eq!(
        team.proposal().await.current,
        Some(2),
        "pressed twice it is one version"
    );
    assert_eq!(team.remarks().await[0].merged_in, Some(2));
    let merged: Vec<String> = team
        .told()
        .await
        .into_iter()
        .filter(|key| key.ends_with("merged/2"))
        .collect();
    assert_eq!(merged.len(), 1);
    let anchors = |number| {
        let team = &team;
        async move {
            let document = team.version(number).await.content.document;
            document
                .blocks()
                .iter()
                .map(|block| block.anchor)
                .collect::<Vec<_>>()
        }
    };
    assert_eq!(anchors(1).await, anchors(2).await, "anchors hold");
    expert.get(MERGE).await.says("Żadna przyjęta poprawka");
}

#[tokio::test]
async fn what_somebody_wrote_after_the_look_is_not_published_unseen() {
    let team = Team::drafting(TEXT).await;
    let mut expert = team.expert().await;
    let form = expert.get(PUBLISH).await.form("name=\"revision\"");
    let goal = "/propozycje/najem/zespol/sekcja/p2";
    let section = expert.get(goal).await.form("name=\"wording\"");
    expert
        .submit(
            goal,
            &filled(&section, &[("wording", "## Cel\n\nInny cel.")]),
        )
        .await
        .is(StatusCode::SEE_OTHER);
    let more = [("note-pl", "Pierwsza wersja.")];
    let told = expert.submit(PUBLISH, &filled(&form, &more)).await;
    told.is(StatusCode::CONFLICT)
        .says("Pierwsza wersja.")
        .says("Inny cel.");
    assert_eq!(team.proposal().await.current, None);
    let form = told.form("name=\"revision\"");
    expert
        .submit(PUBLISH, &filled(&form, &[]))
        .await
        .is(StatusCode::SEE_OTHER);
    assert_eq!(team.proposal().await.current, Some(1));
    let empty = Team::drafting("").await;
    let mut expert = empty.expert().await;
    expert.get(PUBLISH).await.says("jeszcze pusty");
    expert
        .submit(PUBLISH, &[("revision", "0")])
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY);
}
