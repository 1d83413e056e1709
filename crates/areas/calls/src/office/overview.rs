//! A call as the office sees it: how it stands, what looks wrong, what was done to it.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use wiec_kit::acts::ManageCall;
use wiec_kit::app::App;
use wiec_kit::dates;
use wiec_kit::error::PageError;
use wiec_kit::history::{Told, history_of};
use wiec_kit::office::OfficeFrame;
use wiec_kit::paths::Paths;
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::calls::{Access, Call};
use wiec_store::CallStanding;

use super::view::{self, Link};
use super::{hints, words};

#[derive(Template)]
#[template(path = "office_overview.html")]
struct OverviewPage {
    frame: OfficeFrame,
    kind: &'static str,
    gate: String,
    phase: &'static str,
    phases: Vec<(&'static str, String)>,
    access: &'static str,
    codes: Option<(u32, u32)>,
    members: usize,
    questions: usize,
    standing: CallStanding,
    hints: Vec<&'static str>,
    address: String,
    list: String,
    links: Vec<Link>,
    told: Told,
}

/// `GET /biuro/{congress}/nabory/{call}`
pub async fn get(
    permit: Permit<ManageCall>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let (congress, call) = (&permit.subject.congress, &permit.subject.call);
    let (setup, lang) = (&call.setup, visit.lang);
    let title = setup.title.words(lang);
    let place = |paths: &Paths| paths.office_call(congress, &call.slug);
    let frame = view::frame(&app, &visit, &permit.actor, congress, title, place).await?;
    let m = frame.m;
    let calls = app.store.calls();
    let standings = calls.standings(congress).await?;
    let members = calls.members(call.id).await?;
    let codes = calls.codes(call.id).await?;
    let used = codes.iter().map(|code| code.used).sum();
    let open = codes.iter().filter(|code| code.revoked_at.is_none());
    let uses: u32 = open.map(|code| code.uses).sum();
    let now = app.clock.now();
    let mut hints = hints::of_window(setup, now, m);
    hints.extend(hints::of_review(setup, m));
    if setup.access == Access::ByCode && uses == 0 {
        hints.push(m.calls_office_hint_no_codes());
    }
    let told = history_of(&app, lang, &frame.zone, congress, &subject(call)).await?;
    let mut phases = setup.review.phases.clone();
    phases.sort_by_key(|phased| phased.from);
    let page = OverviewPage {
        kind: words::kind(setup.kind, m),
        gate: words::gate(setup.gate(now), &frame.zone, m),
        phase: words::phase(setup.review.phase(now), m),
        phases: phases
            .iter()
            .map(|it| {
                let from = dates::moment(it.from, &frame.zone, lang);
                (words::phase(it.phase, m), from)
            })
            .collect(),
        access: words::access(setup.access, m),
        codes: (setup.access == Access::ByCode).then_some((used, uses)),
        members: members.iter().filter(|it| it.removed_at.is_none()).count(),
        questions: setup.questions.len(),
        standing: standings.get(&call.id).copied().unwrap_or_default(),
        hints,
        address: Paths::permanent(lang, congress.clone()).call(&call.slug),
        list: view::list(&frame.paths, congress),
        links: view::links(&frame.paths, call, m),
        told,
        frame,
    };
    Ok(respond::private(page.render()?))
}

/// How the history calls a call.
fn subject(call: &Call) -> String {
    format!("call {}", call.slug)
}
