//! All that somebody offered, in all calls of an edition: where each stands, and what is asked.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use wiec_kit::acts::OwnSubmissions;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::frame::Frame;
use wiec_kit::messages::messages;
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::calls::{Call, CallId, Submission};

use super::notes::Standing;
use super::view;

#[derive(Template)]
#[template(path = "submitting_mine.html")]
struct MinePage {
    frame: Frame,
    rows: Vec<Row>,
    calls: String,
    is_deleted: bool,
}

/// A submission of one's own.
struct Row {
    title: String,
    href: String,
    call: String,
    kind: &'static str,
    state: (&'static str, &'static str),
    says: String,
    asks: Vec<String>,
}

/// `GET /zgloszenia`
pub(super) async fn get(
    permit: Permit<OwnSubmissions>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let edition = &permit.subject;
    let account = permit.signed_in()?.account.id;
    let (m, paths) = (messages(visit.lang), visit.paths());
    let submissions = app.store.submissions();
    let all = submissions.of_account(edition.slug(), account).await?;
    let ids: Vec<_> = all.iter().map(|one| one.id).collect();
    let files = submissions.files_of(&ids).await?;
    let calls = app.store.calls().list(edition.slug()).await?;
    let calls: BTreeMap<CallId, Call> = calls.into_iter().map(|call| (call.id, call)).collect();
    let row = |submission: &Submission| {
        let call = calls.get(&submission.call)?;
        let standing = Standing {
            m,
            edition,
            call,
            submission,
            files: files.get(&submission.id).map_or(&[], Vec::as_slice),
            now: app.clock.now(),
        };
        Some(Row {
            title: view::title(&submission.words.title, m),
            href: paths.submission(&submission.code),
            call: call.setup.title.words(visit.lang).to_owned(),
            kind: view::kind(m, call.setup.kind),
            state: view::state(m, &submission.state),
            says: standing.note().text,
            asks: standing.asks(),
        })
    };
    let page = MinePage {
        rows: all.iter().filter_map(row).collect(),
        calls: paths.calls(),
        is_deleted: visit.asks("deleted"),
        frame: view::frame(&app, &visit, m.submitting_mine(), |paths| {
            paths.submissions()
        }),
    };
    Ok(respond::private(page.render()?))
}
