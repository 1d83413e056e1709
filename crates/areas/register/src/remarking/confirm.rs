//! Confirming a remark by the link of a letter. Programs open links of letters too, to look for dangers, so
//! opening it shows the remark, and only the button confirms it.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use wiec_kit::acts::{ConfirmRemark, OwnRemark, REMARK_PROOF};
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::CheckedForm;
use wiec_kit::frame::Frame;
use wiec_kit::messages::messages;
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::register::{Proposal, Remark, RemarkState};
use wiec_model::{AccountId, Email};
use wiec_store::{Actor, ConfirmedRemark, StoreError};

use super::preview::marked;
use super::view::{at_remark, frame, kind, mine, title};

/// Two who confirm with one new address at the same moment: the second finds the account of the first.
const TRIES: usize = 3;

#[derive(Template)]
#[template(path = "remarking_confirm.html")]
struct ConfirmPage {
    frame: Frame,
    name: String,
    proposal: String,
    kind: &'static str,
    remark: Remark,
    change: Option<String>,
    stands: Stands,
    is_new: bool,
    was_known: bool,
    mine: String,
}

#[derive(Template)]
#[template(path = "remarking_gone.html")]
struct GonePage {
    frame: Frame,
}

/// How a remark stands, as its author reads it.
enum Stands {
    /// It waits for the button.
    Unconfirmed,
    /// It waits to be read.
    Waiting,
    /// Everybody reads it.
    Published {
        /// Where.
        href: String,
    },
    /// It was taken down, or back.
    Over,
}

/// `GET /propozycje/potwierdz/{remark}/{proof}`
pub(super) async fn get(
    permit: Permit<ConfirmRemark>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let Some((proposal, remark)) = &permit.subject.found else {
        return gone(&app, &visit, &permit.subject);
    };
    let m = messages(visit.lang);
    let paths = visit.paths();
    let change = change(&app, &visit, remark).await?;
    let stands = match (&remark.state, remark.number) {
        (RemarkState::Unconfirmed, _) => Stands::Unconfirmed,
        (RemarkState::Published { .. }, Some(number)) => Stands::Published {
            href: at_remark(&paths, proposal, number),
        },
        (RemarkState::Waiting { .. }, _) => Stands::Waiting,
        _ => Stands::Over,
    };
    let heading = match stands {
        Stands::Unconfirmed => m.remarking_confirm(),
        _ => m.remarking_confirmed(),
    };
    let page = ConfirmPage {
        frame: place(&app, &visit, &permit.subject, heading),
        name: title(proposal, visit.lang),
        proposal: paths.proposal(proposal),
        kind: kind(m, remark.kind),
        remark: remark.clone(),
        change,
        stands,
        is_new: visit.asks("new"),
        was_known: visit.asks("known"),
        mine: paths.sign_in_for(&mine(&paths, proposal)),
    };
    Ok(respond::private(page.render()?))
}

/// `POST /propozycje/potwierdz/{remark}/{proof}`: the remark becomes its author's, and public unless it has
/// to be read first. The account of the address is made if there is none.
pub(super) async fn post(
    permit: Permit<ConfirmRemark>,
    State(app): State<App>,
    visit: Visit,
    CheckedForm(_): CheckedForm,
) -> Result<Response, PageError> {
    let path = visit.path().to_owned();
    let Some((proposal, remark)) = &permit.subject.found else {
        return gone(&app, &visit, &permit.subject);
    };
    let email = app.store.remarks().email(remark.id).await?;
    let (RemarkState::Unconfirmed, Some(email)) = (&remark.state, email) else {
        return Ok(respond::to(&format!("{path}?known")));
    };
    match confirm(&app, permit.writer(), (proposal, remark), &email).await? {
        ConfirmedRemark::Now(_) => Ok(respond::to(&format!("{path}?new"))),
        ConfirmedRemark::Before(_) => Ok(respond::to(&format!("{path}?known"))),
        ConfirmedRemark::Gone => gone(&app, &visit, &permit.subject),
    }
}

async fn confirm(
    app: &App,
    writer: Actor,
    of: (&Proposal, &Remark),
    email: &Email,
) -> Result<ConfirmedRemark, PageError> {
    for _ in 1..TRIES {
        match attempt(app, writer, of, email).await {
            Err(StoreError::Conflict { .. }) => {}
            done => return Ok(done?),
        }
    }
    Ok(attempt(app, writer, of, email).await?)
}

async fn attempt(
    app: &App,
    writer: Actor,
    (proposal, remark): (&Proposal, &Remark),
    email: &Email,
) -> Result<ConfirmedRemark, StoreError> {
    let now = app.clock.now();
    let mut tx = app.store.begin(writer, now).await?;
    let fresh = AccountId(app.chance.uuid(now));
    let account = tx.accounts().ensure(email, remark.lang, fresh).await?;
    let confirmed = tx
        .remarks()
        .confirm(proposal, remark.id, account.id)
        .await?;
    tx.commit().await?;
    Ok(confirmed)
}

/// What an amendment changes, marked.
async fn change(app: &App, visit: &Visit, remark: &Remark) -> Result<Option<String>, PageError> {
    let Some(amendment) = &remark.amendment else {
        return Ok(None);
    };
    let versions = app.store.register();
    let version = versions.version(remark.proposal, remark.version).await?;
    let before = version.map(|version| version.content.document);
    Ok(before.and_then(|before| {
        let after = amendment.apply(&before).ok()?;
        Some(marked(&before, &after, visit.lang))
    }))
}

/// The frame of the page that a letter leads to.
fn place(app: &App, visit: &Visit, of: &OwnRemark, title: &str) -> Frame {
    let proof = app.secret.code(REMARK_PROOF, &of.remark.to_string());
    frame(app, visit, title, |paths| {
        paths.confirm_remark(of.remark, &proof)
    })
}

fn gone(app: &App, visit: &Visit, of: &OwnRemark) -> Result<Response, PageError> {
    let m = messages(visit.lang);
    let page = GonePage {
        frame: place(app, visit, of, m.remarking_gone()),
    };
    Ok(respond::private(page.render()?))
}
