//! The office's list of calls: whether each takes anything, what the committee does, how much came.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use wiec_kit::acts::ManageCalls;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::messages::messages;
use wiec_kit::office::OfficeFrame;
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::calls::Call;
use wiec_store::CallStanding;

use super::view::{self, Link};
use super::words;

#[derive(Template)]
#[template(path = "office_list.html")]
struct ListPage {
    frame: OfficeFrame,
    lines: Vec<Line>,
    new: String,
}

/// A call in the list.
struct Line {
    title: String,
    href: String,
    kind: &'static str,
    gate: String,
    phase: &'static str,
    standing: CallStanding,
    links: Vec<Link>,
}

/// `GET /biuro/{congress}/nabory`
pub async fn get(
    permit: Permit<ManageCalls>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let congress = &permit.subject;
    let title = messages(visit.lang).office_calls();
    let place = |paths: &_| view::list(paths, congress);
    let frame = view::frame(&app, &visit, &permit.actor, congress, title, place).await?;
    let calls = app.store.calls().list(congress).await?;
    let standings = app.store.calls().standings(congress).await?;
    let now = app.clock.now();
    let line = |call: &Call| {
        let mut links = view::links(&frame.paths, call, frame.m);
        let overview = links.remove(0);
        Line {
            title: call.setup.title.words(visit.lang).to_owned(),
            href: overview.href,
            kind: words::kind(call.setup.kind, frame.m),
            gate: words::gate(call.setup.gate(now), &frame.zone, frame.m),
            phase: words::phase(call.setup.review.phase(now), frame.m),
            standing: standings.get(&call.id).copied().unwrap_or_default(),
            links,
        }
    };
    let page = ListPage {
        lines: calls.iter().map(line).collect(),
        new: view::new(&frame.paths, congress),
        frame,
    };
    Ok(respond::private(page.render()?))
}
