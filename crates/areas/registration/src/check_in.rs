//! The door: a code is read or typed, and its owner is here. Reading it again says since when.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use wiec_kit::acts::CheckIn;
use wiec_kit::app::App;
use wiec_kit::dates;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Form};
use wiec_kit::messages::messages;
use wiec_kit::office::{OfficeFrame, Part};
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::ticket;
use wiec_kit::visit::Visit;
use wiec_model::registration::{Registration, Step};
use wiec_store::Stepped;

#[derive(Template)]
#[template(path = "check_in.html")]
struct CheckInPage {
    frame: OfficeFrame,
    form: Form,
    said: Option<Said>,
    here: u64,
    expected: u64,
}

/// What is said of a code.
struct Said {
    kind: &'static str,
    words: String,
    /// What its owner asked for.
    services: Vec<&'static str>,
}

/// `GET /biuro/{congress}/wejscie`
pub async fn get(
    permit: Permit<CheckIn>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let form = Form::fresh(visit.lang);
    Ok(respond::private(
        page(&app, &visit, &permit, form, None).await?,
    ))
}

/// `POST /biuro/{congress}/wejscie`
pub async fn post(
    permit: Permit<CheckIn>,
    State(app): State<App>,
    visit: Visit,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let congress = &permit.subject;
    let mut form = Form::of(data, visit.lang);
    let m = form.words();
    let Some(registration) = ticket::read(&app.secret, form.value("code")) else {
        form.fail("code", m.check_in_code(), m.check_in_wrong());
        return Ok(respond::again(
            page(&app, &visit, &permit, form, None).await?,
        ));
    };
    let about = app.store.registrations().form(congress).await?;
    let about = about.ok_or(PageError::NotFound)?.form;
    let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
    let stepped = tx
        .registrations()
        .step(congress, registration, Step::CheckIn, &about)
        .await?;
    tx.commit().await?;
    let zone = wiec_model::Zone::default();
    let said = |kind, words: String, it: Option<&Registration>| Said {
        kind,
        words,
        services: it
            .map(|it| &it.answers.services)
            .into_iter()
            .flatten()
            .map(|service| m.service(*service))
            .collect(),
    };
    let said = match &stepped {
        Stepped::Done { registration, .. } => said(
            "ok",
            m.check_in_done(&registration.answers.name, registration.number),
            Some(registration),
        ),
        Stepped::Already(it) => {
            let since = it.state.since().unwrap_or_default();
            let hour = dates::hour(since, &zone);
            said("warn", m.check_in_already(hour, &it.answers.name), Some(it))
        }
        Stepped::Refused(it) => said(
            "bad",
            m.check_in_refused(&it.answers.name, m.state_of_registration(it.state.word())),
            None,
        ),
        Stepped::Missing => said("bad", m.check_in_elsewhere().to_owned(), None),
    };
    let fresh = Form::fresh(visit.lang);
    Ok(respond::private(
        page(&app, &visit, &permit, fresh, Some(said)).await?,
    ))
}

async fn page(
    app: &App,
    visit: &Visit,
    permit: &Permit<CheckIn>,
    form: Form,
    said: Option<Said>,
) -> Result<String, PageError> {
    let congress = &permit.subject;
    let m = messages(visit.lang);
    let counts = app.store.registrations().counts(congress).await?;
    let count = |word: &str| counts.get(word).copied().unwrap_or_default();
    let title = form.titled(m.check_in_title());
    let part = Part::CheckIn;
    let place = |paths: &wiec_kit::paths::Paths| part.path(paths, congress);
    let page = CheckInPage {
        frame: OfficeFrame::open(app, visit, &permit.actor, congress, part, &title, place).await?,
        form,
        said,
        here: count("checked_in"),
        expected: count("checked_in") + count("confirmed"),
    };
    Ok(page.render()?)
}
