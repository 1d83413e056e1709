//! One's ticket: on the page, and as a file.

use askama::Template;
use axum::body::Body;
use axum::extract::State;
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use wiec_kit::acts::OwnAccount;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::frame::Frame;
use wiec_kit::messages::messages;
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::ticket::{self, Facts};
use wiec_kit::visit::Visit;
use wiec_papers::{Ticket, TicketWords};

use crate::view::frame;

#[derive(Template)]
#[template(path = "ticket.html")]
struct TicketPage {
    frame: Frame,
    /// The ticket and its drawing, where there is a place.
    ticket: Option<(Facts, String)>,
    pdf: String,
}

/// `GET /bilet`
pub async fn get(
    permit: Permit<OwnAccount>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let m = messages(visit.lang);
    let ticket = facts(&app, &visit, &permit)
        .await?
        .map(|facts| {
            let label = m.registration_ticket_code(facts.number.as_str());
            let drawing = wiec_papers::qr_svg(&facts.code, &label)
                .map_err(|error| PageError::Internal(error.into()))?;
            Ok::<_, PageError>((facts, drawing))
        })
        .transpose()?;
    let page = TicketPage {
        frame: frame(&app, &visit, m.registration_ticket(), |paths| {
            paths.ticket()
        }),
        ticket,
        pdf: format!("{}/pdf", visit.paths().ticket()),
    };
    Ok(respond::private(page.render()?))
}

/// `GET /bilet/pdf`
pub async fn pdf(
    permit: Permit<OwnAccount>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let facts = facts(&app, &visit, &permit).await?;
    let paper = paper(facts.ok_or(PageError::NotFound)?);
    let made = tokio::task::spawn_blocking(move || wiec_papers::ticket(&paper)).await;
    let bytes = made
        .map_err(|error| PageError::Internal(error.into()))?
        .map_err(|error| PageError::Internal(error.into()))?;
    let name = messages(visit.lang).registration_file();
    let disposition = format!("attachment; filename=\"{name}\"");
    let mut response = Body::from(bytes).into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/pdf"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    if let Ok(disposition) = HeaderValue::from_str(&disposition) {
        headers.insert(CONTENT_DISPOSITION, disposition);
    }
    Ok(response)
}

async fn facts(
    app: &App,
    visit: &Visit,
    permit: &Permit<OwnAccount>,
) -> Result<Option<Facts>, PageError> {
    let edition = visit.edition.as_ref().ok_or(PageError::NotFound)?;
    let account = permit.subject.account.id;
    let theirs = app
        .store
        .registrations()
        .of(edition.slug(), account)
        .await?;
    Ok(theirs
        .filter(|it| it.state.takes_place())
        .map(|it| ticket::facts(&app.secret, edition, &it, visit.lang)))
}

fn paper(facts: Facts) -> Ticket {
    let m = messages(facts.lang);
    Ticket {
        lang: facts.lang,
        congress: facts.congress,
        dates: facts.dates,
        place: facts.place.into_iter().collect(),
        person: facts.person,
        words: TicketWords {
            ticket: m.registration_ticket().to_owned(),
            number: m.registration_ticket_number().to_owned(),
            when: m.registration_ticket_when().to_owned(),
            place: m.registration_ticket_place().to_owned(),
            notes: m.registration_ticket_notes().to_owned(),
            show: m.registration_ticket_show().to_owned(),
            code: m.registration_ticket_code(facts.number.as_str()),
            fold: m.registration_ticket_fold().to_owned(),
        },
        number: facts.number,
        code: facts.code,
        notes: facts.notes,
    }
}
