//! Versions and their comparison.

#[path = "support/reading.rs"]
mod support;

use axum::http::StatusCode;
use support::{Forum, TEXT};

#[tokio::test]
async fn every_version_is_kept_with_its_hash() {
    let (forum, proposal) = Forum::open().await;
    forum
        .revise("mieszkanie", &TEXT.replace("15 proc.", "20 proc."), &[])
        .await;
    let register = forum.congress.app.store.register();
    let first = register.version(proposal.id, 1).await.unwrap().unwrap();
    let mut visitor = forum.congress.visitor();
    let page = visitor.get("/propozycje/mieszkanie/wersje/1").await;
    page.is(StatusCode::OK)
        .says("15 proc.")
        .says(&first.hash)
        .says("To wersja dawna.")
        .says("Nowa wersja.")
        .says("href=\"/propozycje/mieszkanie/porownaj?z=1&#38;do=2\"");
    let page = visitor.get("/en/proposals/mieszkanie/versions/2").await;
    page.says("20 proc.")
        .says("This is the current version.")
        .says("lang=\"pl\"");
    for wrong in ["0", "3", "x"] {
        let path = format!("/propozycje/mieszkanie/wersje/{wrong}");
        visitor.get(&path).await.is(StatusCode::NOT_FOUND);
    }
    let page = visitor.get("/propozycje/mieszkanie").await;
    page.says("href=\"/propozycje/mieszkanie/wersje/1\"")
        .says("action=\"/propozycje/mieszkanie/porownaj\"");
}

#[tokio::test]
async fn two_versions_are_compared_so_that_it_can_be_heard() {
    let (forum, _) = Forum::open().await;
    let mut visitor = forum.congress.visitor();
    let page = visitor.get("/propozycje/mieszkanie").await;
    page.does_not_say("/porownaj");
    forum
        .revise("mieszkanie", &TEXT.replace("15 proc.", "20 proc."), &[])
        .await;
    forum.revise("mieszkanie", TEXT, &[]).await;
    let page = visitor
        .get("/propozycje/mieszkanie/porownaj?z=1&do=2")
        .await;
    page.is(StatusCode::OK)
        .says("Zmienił się 1 akapit.")
        .says("<del><span class=\"vh\"> usunięto: </span>15")
        .says("<ins><span class=\"vh\"> dodano: </span>20")
        .says("<option value=\"1\" selected>");
    let page = visitor.get("/propozycje/mieszkanie/porownaj").await;
    page.says("Wersja 2 i wersja 3");
    let page = visitor
        .get("/propozycje/mieszkanie/porownaj?z=1&do=3")
        .await;
    page.says("Te wersje mówią to samo.");
    let page = visitor
        .get("/en/proposals/mieszkanie/compare?from=1&to=2")
        .await;
    page.says("1 paragraph changed.").says(" deleted: ");
    for wrong in ["z=1&do=9", "z=x", "z=0&do=1"] {
        let path = format!("/propozycje/mieszkanie/porownaj?{wrong}");
        visitor.get(&path).await.is(StatusCode::NOT_FOUND);
    }
}
