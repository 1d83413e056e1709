//! The form for everybody. Nobody has to sign in first: an address is enough, and the answer never
//! tells whether it was known.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use wiec_kit::acts::Register;
use wiec_kit::app::App;
use wiec_kit::dates::moment;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Form};
use wiec_kit::frame::Frame;
use wiec_kit::messages::messages;
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::Slug;
use wiec_model::registration::{Gate, Mode, RegistrationForm, State as Standing};

use crate::fields::{self, Choices};
use crate::own;
use crate::submit::{Submission, submit};
use crate::towns;
use crate::view::{below, frame};

#[derive(Template)]
#[template(path = "register.html")]
struct RegisterPage {
    frame: Frame,
    form: Form,
    choices: Choices,
    cities: &'static [towns::City],
    lead: &'static str,
    until: Option<String>,
    /// Set where one is signed in: the address is known.
    known: bool,
}

#[derive(Template)]
#[template(path = "gate.html")]
struct GatePage {
    frame: Frame,
    title: &'static str,
    what: String,
}

#[derive(Template)]
#[template(path = "received.html")]
struct ReceivedPage {
    frame: Frame,
}

/// `GET /rejestracja`: the form, or one's registration where there is one.
pub async fn get(
    permit: Permit<Register>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let congress = permit.subject.slug();
    if let Some(signed_in) = &permit.signed_in {
        let registrations = app.store.registrations();
        let theirs = registrations.of(congress, signed_in.account.id).await?;
        let is_over = |state| matches!(state, Standing::Withdrawn { .. });
        let wants_anew = visit.asks("anew");
        match theirs {
            Some(theirs) if !(is_over(theirs.state) && wants_anew) => {
                return own::page(&app, &visit, &theirs);
            }
            _ => {}
        }
    }
    let about = about(&app, congress).await?;
    let name = permit
        .signed_in
        .as_ref()
        .and_then(|signed_in| signed_in.account.name.clone());
    let form = Form::fresh(visit.lang)
        .keyed(&app.chance)
        .with("name", name.unwrap_or_default());
    page(&app, &visit, &permit, &about, form, StatusCode::OK)
}

/// `POST /rejestracja`
pub async fn post(
    permit: Permit<Register>,
    State(app): State<App>,
    visit: Visit,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    if !app.limits.admits_write(visit.peer) {
        return Err(PageError::TooMany);
    }
    let congress = permit.subject.slug();
    let about = about(&app, congress).await?;
    let mut form = Form::of(data, visit.lang);
    let Gate::Open { .. } = about.gate(app.clock.now()) else {
        return page(
            &app,
            &visit,
            &permit,
            &about,
            form,
            StatusCode::UNPROCESSABLE_ENTITY,
        );
    };
    let m = form.words();
    let known = reachable(&permit);
    let email = if known {
        None
    } else {
        form.typed("email", m.registration_email())
            .required()
            .email()
    };
    let answers = fields::read(&mut form, &about, visit.lang);
    let agreements = fields::agreements(&mut form, &about, visit.lang);
    let key = form.key().map(str::to_owned);
    if key.is_none() {
        form.fail_whole(m.registration_key_missing());
    }
    let (true, Some(answers), Some(key)) = (form.is_valid(), answers, key) else {
        let form = form.keyed(&app.chance);
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return page(&app, &visit, &permit, &about, form, status);
    };
    let submission = Submission {
        congress,
        account: permit
            .signed_in
            .as_ref()
            .filter(|_| known)
            .map(|signed_in| signed_in.account.id),
        email: email.as_ref(),
        key: &key,
        answers,
        agreements,
        lang: visit.lang,
    };
    submit(&app, permit.writer(), &submission, &about).await?;
    let paths = visit.paths();
    Ok(respond::to(&if known {
        paths.registration()
    } else {
        below(&paths, |words| words.received)
    }))
}

/// `GET /rejestracja/przyjete`
pub async fn received(
    permit: Permit<Register>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let _ = permit.subject;
    let m = messages(visit.lang);
    let frame = frame(&app, &visit, m.registration_thanks(), |paths| {
        below(paths, |words| words.received)
    });
    Ok(respond::private(ReceivedPage { frame }.render()?))
}

/// Whether letters reach the one who is signed in.
fn reachable(permit: &Permit<Register>) -> bool {
    permit
        .signed_in
        .as_ref()
        .is_some_and(|signed_in| signed_in.account.email.is_some())
}

/// The form of an edition.
async fn about(app: &App, congress: &Slug) -> Result<RegistrationForm, PageError> {
    let row = app.store.registrations().form(congress).await?;
    Ok(row.ok_or(PageError::NotFound)?.form)
}

fn page(
    app: &App,
    visit: &Visit,
    permit: &Permit<Register>,
    about: &RegistrationForm,
    form: Form,
    status: StatusCode,
) -> Result<Response, PageError> {
    let m = messages(visit.lang);
    let zone = &permit.subject.release.programme.congress.zone;
    let gate = |title: &'static str, what: String| -> Result<Response, PageError> {
        let frame = frame(app, visit, title, wiec_kit::paths::Paths::registration);
        send(status, GatePage { frame, title, what }.render()?)
    };
    let closes_at = match about.gate(app.clock.now()) {
        Gate::NotYet { opens_at } => {
            let when = moment(opens_at, zone, visit.lang);
            return gate(m.registration_not_yet(), m.registration_not_yet_when(when));
        }
        Gate::Closed { closed_at } => {
            let when = moment(closed_at, zone, visit.lang);
            return gate(m.registration_closed(), m.registration_closed_when(when));
        }
        Gate::Open { closes_at } => closes_at,
    };
    let title = form.titled(m.registration_title());
    let page = RegisterPage {
        frame: frame(app, visit, &title, wiec_kit::paths::Paths::registration),
        choices: Choices::of(about, m, visit.lang),
        cities: towns::cities(),
        lead: match about.mode {
            Mode::Automatic => m.registration_lead(),
            Mode::ByDecision => m.registration_lead_decided(),
        },
        until: closes_at.map(|at| m.registration_until(moment(at, zone, visit.lang))),
        known: reachable(permit),
        form,
    };
    send(status, page.render()?)
}

fn send(status: StatusCode, html: String) -> Result<Response, PageError> {
    Ok(if status == StatusCode::OK {
        respond::private(html)
    } else {
        respond::again(html)
    })
}
