//! Amendments: typed into the text, previewed, amended, refused where they cannot be made.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use axum::http::StatusCode;
use wiec_kit::testing::Visitor;
use wiec_model::register::{Remark, RemarkKind};
use wiec_text::{Document, Scope, compare, notation};

use support::*;

const FORM: &str = "/propozycje/najem/akapit/p6/poprawka";
const NEW: &str =
    "Co najmniej 20 proc. mieszkań przeznacza się na najem o czynszu regulowanym przez 25 lat.";
const REASONS: (&str, &str) = ("reasons", "Bez terminu udział znika.");

/// What an amendment changes, in plain letters.
fn changes(remark: &Remark, base: &Document) -> String {
    let after = remark.amendment.as_ref().unwrap().apply(base).unwrap();
    notation(&compare(base, &after), Scope::ChangesOnly)
}

fn base() -> Document {
    Document::from_markdown(TEXT)
}

/// Sends an amendment of the form at `path`.
async fn amend(
    visitor: &mut Visitor,
    path: &str,
    fields: &[(&str, &str)],
) -> wiec_kit::testing::Page {
    let mut all = vec![REASONS];
    all.extend(fields);
    let fields = filled(visitor, path, &all).await;
    let action = path.split('?').next().unwrap();
    send(visitor, action, &fields).await
}

#[tokio::test]
async fn a_wording_is_typed_into_the_clause_previewed_and_stored_as_a_change() {
    let register = Register::open().await;
    let mut anna = register.congress.member().await;
    let page = anna.get(FORM).await;
    page.says("<amend-text preview=\"/propozycje/najem/akapit/p6/poprawka/podglad\"")
        .says(&format!("data-original=\"{SHARE}\""));

    let preview = anna
        .submit(
            &format!("{FORM}/podglad"),
            &[("scope", "reword"), ("wording-p6", NEW)],
        )
        .await;
    preview
        .is(StatusCode::OK)
        .says("<del><span class=\"vh\"> usunięto: </span>15")
        .says("<ins><span class=\"vh\"> dodano: </span>20")
        .does_not_say("Cel")
        .does_not_say("<html");

    let form = [("scope", "reword"), ("wording-p6", NEW)];
    amend(&mut anna, FORM, &form)
        .await
        .leads_to("/propozycje/najem/uwaga/1#uwaga-1");
    let remark = &register.remarks().await[0];
    assert_eq!(remark.kind, RemarkKind::Amendment);
    assert_eq!(remark.wording.as_deref(), Some(NEW));
    assert_eq!(remark.reasons.as_deref(), Some(REASONS.1));
    assert_eq!(
        changes(remark, &base()),
        "p6: Co najmniej [-15-]{+20+} proc. mieszkań przeznacza się na najem o czynszu regulowanym{+ przez 25 lat+}.\n"
    );
}

#[tokio::test]
async fn a_clause_can_be_struck_and_something_put_behind_it() {
    let register = Register::open().await;
    let mut anna = register.congress.member().await;
    let path = format!("{FORM}?scope=delete");
    anna.get(&path).await.says("To zniknie z tekstu");
    amend(&mut anna, &path, &[("scope", "delete")]).await;
    let path = format!("{FORM}?scope=insert");
    let form = [("scope", "insert"), ("insertion", "Gmina ogłasza wynik.")];
    amend(&mut anna, &path, &form).await;
    let all = register.remarks().await;
    assert_eq!(changes(&all[0], &base()), format!("p6: [-{SHARE}-]\n"));
    assert_eq!(all[0].wording, None);
    assert_eq!(changes(&all[1], &base()), "p11: {+Gmina ogłasza wynik.+}\n");
}

#[tokio::test]
async fn a_section_several_clauses_or_the_whole_text_can_be_amended_at_once() {
    let register = Register::open().await;
    let mut anna = register.congress.member().await;
    // A heading stands for its section; rows of tables are amended with the whole text only.
    let section = "/propozycje/najem/akapit/p5/poprawka";
    anna.get(section)
        .await
        .says("name=\"wording-p5\"")
        .says("name=\"wording-p8\"")
        .does_not_say("name=\"wording-p9\"");
    let form = [
        ("scope", "section"),
        ("wording-p5", "Mieszkania"),
        ("wording-p6", SHARE),
        ("wording-p7", "plan zasobu"),
        ("wording-p8", "ocena co dwa lata"),
    ];
    amend(&mut anna, section, &form).await;

    let several = format!("{FORM}?scope=several&of=p3&of=p6");
    anna.get(&several)
        .await
        .says("name=\"wording-p3\"")
        .says("name=\"wording-p6\"")
        .does_not_say("name=\"wording-p4\"");
    let form = [
        ("scope", "several"),
        ("of", "p3"),
        ("of", "p6"),
        (
            "wording-p3",
            "Do 2030 roku każde miasto prowadzi program dostępnego najmu.",
        ),
        ("wording-p6", NEW),
    ];
    amend(&mut anna, &several, &form).await;

    let whole = "/propozycje/najem/akapit/all/poprawka";
    let typed = base()
        .to_markdown()
        .replace("| duże | 20 |", "| duże | 25 |");
    amend(&mut anna, whole, &[("scope", "whole"), ("whole", &typed)]).await;

    let all = register.remarks().await;
    assert_eq!(
        changes(&all[0], &base()),
        "p5: ## Mieszkania[- w nowych inwestycjach-]\np8: - ocena co [-roku-]{+dwa lata+}\n"
    );
    assert!(changes(&all[1], &base()).starts_with("p3: Do [-2035-]{+2030+} roku"));
    let after = all[2].amendment.as_ref().unwrap().apply(&base()).unwrap();
    assert_eq!(after, base().revise(&typed));
}

#[tokio::test]
async fn an_amendment_can_be_amended_and_the_whole_is_one_amendment_to_the_version() {
    let register = Register::open().await;
    let mut anna = register.congress.member().await;
    amend(&mut anna, FORM, &[("scope", "reword"), ("wording-p6", NEW)]).await;
    let path = format!("{FORM}?do=1");
    anna.get(&path)
        .await
        .says("Poprawka do poprawki nr 1")
        .says(&format!("data-original=\"{NEW}\""));
    let mut ewa = register.congress.member().await;
    let longer = NEW.replace("25 lat", "30 lat");
    let form = [
        ("scope", "several"),
        ("do", "1"),
        ("of", "p6"),
        ("wording-p6", longer.as_str()),
    ];
    let preview = ewa.submit(&format!("{FORM}/podglad"), &form).await;
    preview.says("25").says("30").does_not_say("15");
    amend(&mut ewa, &path, &form).await;
    let all = register.remarks().await;
    assert_eq!(all[1].reply_to, Some(all[0].id));
    assert_eq!(
        changes(&all[1], &base()),
        "p6: Co najmniej [-15-]{+20+} proc. mieszkań przeznacza się na najem o czynszu regulowanym{+ przez 30 lat+}.\n"
    );
    // Amending it back to the text of the version leaves nothing to propose.
    let back = [
        ("scope", "several"),
        ("do", "1"),
        ("of", "p6"),
        ("wording-p6", SHARE),
    ];
    let refused = amend(&mut ewa, &path, &back).await;
    refused
        .is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("nie ma czego proponować");
}

#[tokio::test]
async fn what_changes_nothing_says_nothing_or_too_much_is_refused_at_its_field() {
    let register = Register::open().await;
    let mut anna = register.congress.member().await;
    let long = "a".repeat(20_001);
    for (wording, says) in [
        (SHARE, "Tekst jest taki sam jak teraz."),
        ("", "Uzupełnij to pole."),
        ("  \n ", "Uzupełnij to pole."),
        (long.as_str(), "Skróć do 20000 znaków"),
    ] {
        let form = [("scope", "reword"), ("wording-p6", wording)];
        let page = amend(&mut anna, FORM, &form).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY)
            .says(says)
            .says("id=\"f-wording-p6-error\"")
            .says("href=\"#f-wording-p6\"")
            .says(REASONS.1);
    }
    let form = [("scope", "reword"), ("wording-p6", NEW), ("reasons", "")];
    let page = anna.submit(FORM, &form).await;
    page.is(StatusCode::UNPROCESSABLE_ENTITY).says("25 lat");
    assert_eq!(register.remarks().await, []);
    for wrong in [
        "/propozycje/najem/akapit/p99/poprawka",
        "/propozycje/najem/akapit/W01/poprawka",
    ] {
        anna.get(wrong).await.is(StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn a_clause_that_changed_meanwhile_is_shown_with_what_was_typed_and_another_one_does_not_matter()
 {
    let register = Register::open().await;
    let mut anna = register.congress.member().await;
    let form = [REASONS, ("scope", "reword"), ("wording-p6", NEW)];
    let fields = filled(&mut anna, FORM, &form).await;
    let elsewhere = "/propozycje/najem/akapit/p3/poprawka";
    let other = [
        REASONS,
        ("scope", "reword"),
        ("wording-p3", "Do 2030 roku."),
    ];
    let other = filled(&mut anna, elsewhere, &other).await;
    register
        .revise(|text| text.replace("15 proc.", "17 proc."))
        .await;

    let page = send(&mut anna, FORM, &fields).await;
    page.is(StatusCode::CONFLICT)
        .says("To miejsce zmieniło się w wersji 2")
        .says("<ins><span class=\"vh\"> dodano: </span>17")
        .says("przez 25 lat")
        .says("data-original=\"Co najmniej 17 proc.");
    assert_eq!(hidden(&page, "version"), "2");
    assert_eq!(register.remarks().await, []);
    let mut again = fields.clone();
    again.retain(|(name, _)| name != "version");
    again.push(("version".to_owned(), "2".to_owned()));
    send(&mut anna, FORM, &again)
        .await
        .is(StatusCode::SEE_OTHER);
    send(&mut anna, elsewhere, &other)
        .await
        .is(StatusCode::SEE_OTHER);
    let all = register.remarks().await;
    assert_eq!(all.iter().map(|it| it.version).collect::<Vec<_>>(), [2, 2]);
}

#[tokio::test]
async fn a_clause_that_is_gone_keeps_what_was_typed_and_takes_remarks_still() {
    let register = Register::open().await;
    let mut anna = register.congress.member().await;
    let form = [REASONS, ("scope", "reword"), ("wording-p6", NEW)];
    let amendment = filled(&mut anna, FORM, &form).await;
    let remark = "/propozycje/najem/akapit/p6/uwaga";
    let form = [("kind", "support"), ("body", "Dobrze.")];
    let support = filled(&mut anna, remark, &form).await;
    register.revise(|text| text.replace(SHARE, "")).await;
    let page = send(&mut anna, FORM, &amendment).await;
    page.is(StatusCode::CONFLICT)
        .says("W wersji 2 nie ma już tego miejsca")
        .says("przez 25 lat");
    anna.get(FORM).await.is(StatusCode::NOT_FOUND);
    send(&mut anna, remark, &support)
        .await
        .is(StatusCode::SEE_OTHER);
    assert_eq!(register.remarks().await[0].version, 1);
}

#[tokio::test]
async fn hostile_texts_become_letters() {
    let register = Register::open().await;
    let mut anna = register.congress.member().await;
    let hostile = "<script>alert(1)</script> [x](javascript:alert(1)) \"><img src=x onerror=y>\n\n\u{202e}|a|b|\n|-|-|\n> # p4\n\n```\n</textarea><script>";
    let form = [("scope", "reword"), ("wording-p6", hostile)];
    let preview = anna.submit(&format!("{FORM}/podglad"), &form).await;
    preview
        .is(StatusCode::OK)
        .does_not_say("<script")
        .does_not_say("href=\"javascript")
        .does_not_say("<img");
    amend(&mut anna, FORM, &form)
        .await
        .is(StatusCode::SEE_OTHER);
    let remark = &register.remarks().await[0];
    let after = remark.amendment.as_ref().unwrap().apply(&base()).unwrap();
    assert!(after.to_markdown().contains("script"));
    // In a refused form it stands as it was typed, and ends no field.
    let page = anna.submit(FORM, &form).await;
    page.is(StatusCode::UNPROCESSABLE_ENTITY)
        .does_not_say("<script>alert")
        .does_not_say("</textarea><script");
}

mod properties {
    use super::*;
    use proptest::prelude::*;
    use proptest::test_runner::{Config, TestRunner};

    /// Sentences of words that also mean something in Markdown.
    fn wordings() -> impl Strategy<Value = Vec<String>> {
        let words = prop::sample::select(vec![
            "gmina",
            "15",
            "proc.",
            "*najem*",
            "1.",
            "-",
            "„plan”",
            "i",
            "#",
            "w",
            "[x](/y)",
            "a_b_c",
            "<b>",
        ]);
        let sentence = prop::collection::vec(words, 1..8).prop_map(|words| words.join(" "));
        prop::collection::vec(sentence, 1..3)
    }

    #[test]
    fn a_stored_amendment_applied_to_its_version_gives_what_was_typed() {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        let _within = runtime.enter();
        let (register, anna) = runtime.block_on(async {
            let register = Register::open().await;
            let anna = register.congress.member().await;
            (register, anna)
        });
        let mut runner = TestRunner::new(Config {
            cases: 48,
            failure_persistence: None,
            ..Config::default()
        });
        let done = runner.run(&wordings(), |sentences| {
            let typed = sentences.join("\n\n");
            let form = [("scope", "reword"), ("wording-p3", typed.as_str())];
            let path = "/propozycje/najem/akapit/p3/poprawka";
            let answer = runtime.block_on(amend(&mut anna.clone(), path, &form));
            let read = Document::from_markdown(&typed);
            if read.blocks().is_empty() {
                // A dash alone is an item that says nothing.
                prop_assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
                return Ok(());
            }
            prop_assert_eq!(answer.status, StatusCode::SEE_OTHER);
            let all = runtime.block_on(register.remarks());
            let last = all.last().unwrap();
            let after = last.amendment.as_ref().unwrap().apply(&base()).unwrap();
            let rest = base().blocks().len() - 1;
            let place = after
                .blocks()
                .iter()
                .position(|it| it.anchor.to_string() == "p3")
                .unwrap();
            let count = after.blocks().len() - rest;
            let became = &after.blocks()[place..place + count];
            let letters = |blocks: &[wiec_text::Block]| {
                blocks
                    .iter()
                    .map(|it| it.content.text.clone())
                    .collect::<Vec<_>>()
            };
            prop_assert_eq!(letters(became), letters(read.blocks()));
            Ok(())
        });
        done.unwrap();
    }
}
