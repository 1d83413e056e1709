//! The link of a letter. Programs that look through mail follow links, so opening one does nothing;
//! the button on its page does.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use wiec_kit::acts::SignIn;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::frame::Frame;
use wiec_kit::permit::Permit;
use wiec_kit::visit::Visit;
use wiec_store::{Actor, Ceremony, CeremonyKind, TokenHash, Tried};

use crate::browser;
use crate::code::{enter, over, whose};
use crate::letters::words;
use crate::view;

#[derive(Template)]
#[template(path = "link.html")]
struct LinkPage {
    frame: Frame,
    email: String,
    action: String,
}

/// `GET /wejdz/list/{link}`
pub async fn get(
    permit: Permit<SignIn>,
    State(app): State<App>,
    visit: Visit,
    Path(link): Path<String>,
) -> Result<Response, PageError> {
    let () = permit.subject;
    if !app.limits.admits_asking(visit.peer) {
        return Err(PageError::TooMany);
    }
    let Some(ceremony) = find(&app, &link).await? else {
        return over(&app, &visit);
    };
    let title = words(visit.lang).people_link_title();
    let page = LinkPage {
        frame: view::frame(&app, &visit, title, |paths| paths.sign_in_link(&link)),
        email: ceremony.email.map(String::from).unwrap_or_default(),
        action: visit.paths().sign_in_link(&link),
    };
    view::send(StatusCode::OK, &page)
}

/// `POST /wejdz/list/{link}`
pub async fn post(
    permit: Permit<SignIn>,
    State(app): State<App>,
    visit: Visit,
    headers: HeaderMap,
    Path(link): Path<String>,
) -> Result<Response, PageError> {
    let () = permit.subject;
    if !app.limits.admits_asking(visit.peer) {
        return Err(PageError::TooMany);
    }
    let Some(ceremony) = find(&app, &link).await? else {
        return over(&app, &visit);
    };
    let account = whose(&app, ceremony.email.as_ref()).await?;
    let mut tx = app
        .store
        .begin(Actor::Account(account), app.clock.now())
        .await?;
    match tx.ceremonies().take(ceremony.id).await? {
        Tried::Taken(ceremony) => {
            let mut response = enter(&app, &visit, &headers, tx, &ceremony, account).await?;
            browser::forget(CeremonyKind::Mail, &app.site, &mut response);
            Ok(response)
        }
        Tried::Gone => over(&app, &visit),
    }
}

async fn find(app: &App, link: &str) -> Result<Option<Ceremony>, PageError> {
    let found = app
        .store
        .ceremonies()
        .find_by_link(&TokenHash::of(link), app.clock.now())
        .await?;
    Ok(found.filter(|ceremony| ceremony.kind == CeremonyKind::Mail))
}
