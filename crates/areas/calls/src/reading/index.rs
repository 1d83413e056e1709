//! All announced calls of an edition, by how they stand.

use askama::Template;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use wiec_kit::acts::ReadCalls;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::frame::Frame;
use wiec_kit::permit::Permit;
use wiec_kit::said::Said;
use wiec_kit::visit::Visit;
use wiec_model::calls::{Access, Call, Gate, State as Stands};

use super::here::Here;
use super::words::{self, Standing};
use super::{questions, send};

#[derive(Template)]
#[template(path = "reading_index.html")]
struct IndexPage {
    frame: Frame,
    groups: Vec<Group>,
    /// What the reader offered themselves, where they offered anything.
    mine: Option<String>,
}

/// Calls that stand alike.
struct Group {
    id: &'static str,
    name: &'static str,
    calls: Vec<Item>,
}

/// A call in the list.
struct Item {
    icon: &'static str,
    kind: &'static str,
    title: Said,
    lead: Option<Said>,
    href: String,
    standing: Standing,
    asks: String,
    by_code: bool,
    /// Where one offers something, while one can.
    submit: Option<String>,
}

/// `GET /nabory`
#[tracing::instrument(name = "calls.index", skip_all)]
pub async fn get(
    permit: Permit<ReadCalls>,
    State(app): State<App>,
    visit: Visit,
    asked: HeaderMap,
) -> Result<Response, PageError> {
    let here = Here::of(&app, &visit, &permit.subject);
    let calls = app.store.calls().list(here.edition.slug()).await?;
    let mine = mine(&here, &permit).await?;
    let m = here.m();
    let frame = here.frame(m.calls_title(), |paths| paths.calls());
    let page = IndexPage {
        frame: frame.about(m.calls_read_index_lead()),
        groups: groups(&here, &calls),
        mine,
    };
    Ok(send(page.render()?, &asked).await)
}

/// How much the reader offered, in a sentence.
async fn mine(here: &Here<'_>, permit: &Permit<ReadCalls>) -> Result<Option<String>, PageError> {
    let Some(signed_in) = &permit.signed_in else {
        return Ok(None);
    };
    let submissions = here.app.store.submissions();
    let congress = here.edition.slug();
    let all = submissions
        .of_account(congress, signed_in.account.id)
        .await?;
    let drafts = all.iter().filter(|it| it.state == Stands::Draft).count();
    let m = here.m();
    Ok(match all.len() - drafts {
        0 if drafts == 0 => None,
        0 => Some(m.calls_read_mine_drafts(drafts)),
        sent if drafts == 0 => Some(m.calls_read_mine_sent(sent)),
        sent => Some(format!(
            "{} {}",
            m.calls_read_mine_sent(sent),
            m.calls_read_mine_drafts(drafts)
        )),
    })
}

/// Those that are open come first, the nearest deadline before all others; then those in grace, those that
/// open soon, and those that are over, the newest first.
fn groups(here: &Here<'_>, calls: &[Call]) -> Vec<Group> {
    let m = here.m();
    let announced = || calls.iter().filter(|call| call.is_announced());
    let group = |id, name, wanted: fn(Gate) -> bool| {
        let mut found: Vec<&Call> = announced()
            .filter(|call| wanted(call.setup.gate(here.now)))
            .collect();
        let window = |call: &Call| {
            let window = &call.setup.window;
            (window.deadline().is_none(), window.deadline())
        };
        match id {
            "trwaja" | "koncza" => found.sort_by_key(|call| window(call)),
            "wkrotce" => found.sort_by_key(|call| call.setup.window.opens_at),
            _ => found.sort_by_key(|call| std::cmp::Reverse(window(call))),
        }
        let calls = found.into_iter().map(|call| item(here, call)).collect();
        Group { id, name, calls }
    };
    let mut groups = vec![
        group("trwaja", m.calls_read_group_open(), |gate| {
            matches!(gate, Gate::Open { .. })
        }),
        group("koncza", m.calls_read_group_grace(), |gate| {
            matches!(gate, Gate::Grace { .. })
        }),
        group("wkrotce", m.calls_read_group_soon(), |gate| {
            matches!(gate, Gate::NotYet { .. })
        }),
        group("zakonczone", m.calls_read_group_over(), |gate| {
            matches!(gate, Gate::Closed { .. })
        }),
    ];
    groups.retain(|group| !group.calls.is_empty());
    groups
}

fn item(here: &Here<'_>, call: &Call) -> Item {
    let setup = &call.setup;
    let (icon, kind) = words::kind(setup.kind, here.m());
    let gate = setup.gate(here.now);
    let submit = here.paths().in_call(&call.slug, here.words().submit);
    Item {
        icon,
        kind,
        title: here.said(&setup.title),
        lead: setup.lead.as_ref().map(|lead| here.said(lead)),
        href: here.paths().call(&call.slug),
        standing: words::standing(gate, here),
        asks: questions::in_a_line(setup, here.m()),
        by_code: setup.access == Access::ByCode,
        submit: matches!(gate, Gate::Open { .. }).then_some(submit),
    }
}
