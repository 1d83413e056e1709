//! One's own registration: how it stands, changing what one said, giving the place up.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use wiec_kit::acts::OwnAccount;
use wiec_kit::app::App;
use wiec_kit::dates::moment;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Form};
use wiec_kit::frame::Frame;
use wiec_kit::messages::messages;
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::registration::{Registration, RegistrationForm, State as Standing, Step};
use wiec_store::Stepped;

use crate::fields::{self, Choices};
use crate::towns;
use crate::view::{below, frame};

#[derive(Template)]
#[template(path = "own.html")]
struct OwnPage {
    frame: Frame,
    state: &'static str,
    number: u32,
    name: String,
    since: Option<String>,
    services: Vec<&'static str>,
    note: Option<&'static str>,
    ticket: Option<String>,
    change: Option<String>,
    withdraw: Option<String>,
    anew: Option<String>,
    changed: bool,
}

#[derive(Template)]
#[template(path = "change.html")]
struct ChangePage {
    frame: Frame,
    form: Form,
    choices: Choices,
    cities: &'static [towns::City],
}

#[derive(Template)]
#[template(path = "withdraw.html")]
struct WithdrawPage {
    frame: Frame,
    form: Form,
}

/// The page of a registration.
pub fn page(app: &App, visit: &Visit, it: &Registration) -> Result<Response, PageError> {
    let m = messages(visit.lang);
    let paths = visit.paths();
    let edition = visit.edition.as_ref().ok_or(PageError::NotFound)?;
    let zone = &edition.release.programme.congress.zone;
    let is_alive = matches!(
        it.state,
        Standing::Submitted | Standing::Confirmed { .. } | Standing::Waitlisted { .. }
    );
    let is_withdrawn = matches!(it.state, Standing::Withdrawn { .. });
    let page = OwnPage {
        frame: frame(app, visit, m.registration_mine(), |paths| {
            paths.registration()
        }),
        state: m.state_of_registration(it.state.word()),
        number: it.number,
        name: it.answers.name.clone(),
        since: it
            .state
            .since()
            .map(|at| m.registration_since(moment(at, zone, visit.lang))),
        services: it
            .answers
            .services
            .iter()
            .map(|service| m.service(*service))
            .collect(),
        note: match it.state {
            Standing::Waitlisted { .. } => Some(m.registration_waitlisted_what()),
            Standing::Withdrawn { .. } => Some(m.registration_withdrawn_what()),
            _ => None,
        },
        ticket: it.state.takes_place().then(|| paths.ticket()),
        change: is_alive.then(|| below(&paths, |words| words.change)),
        withdraw: is_alive.then(|| below(&paths, |words| words.withdraw)),
        anew: is_withdrawn.then(|| format!("{}?anew", paths.registration())),
        changed: visit.asks("saved"),
    };
    Ok(respond::private(page.render()?))
}

/// `GET /rejestracja/dane`
pub async fn get(
    permit: Permit<OwnAccount>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let (it, about) = theirs(&app, &visit, &permit).await?;
    let form = fields::filled(Form::fresh(visit.lang), &it.answers);
    let html = change_page(&app, &visit, &about, form)?;
    Ok(respond::private(html))
}

/// `POST /rejestracja/dane`: changes what one said. Sending it twice is sending it once.
pub async fn post(
    permit: Permit<OwnAccount>,
    State(app): State<App>,
    visit: Visit,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let (it, about) = theirs(&app, &visit, &permit).await?;
    let mut form = Form::of(data, visit.lang);
    let Some(answers) = fields::read(&mut form, &about, visit.lang) else {
        return Ok(respond::again(change_page(&app, &visit, &about, form)?));
    };
    let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
    tx.registrations()
        .change(&it.congress, it.id, &answers)
        .await?;
    tx.commit().await?;
    Ok(respond::to(&format!(
        "{}?saved",
        visit.paths().registration()
    )))
}

/// `GET /rejestracja/rezygnacja`
pub async fn ask_to_withdraw(
    permit: Permit<OwnAccount>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    theirs(&app, &visit, &permit).await?;
    let html = withdraw_page(&app, &visit, Form::fresh(visit.lang))?;
    Ok(respond::private(html))
}

/// `POST /rejestracja/rezygnacja`: gives the place up; the next who waits has it at once.
pub async fn withdraw(
    permit: Permit<OwnAccount>,
    State(app): State<App>,
    visit: Visit,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let (it, about) = theirs(&app, &visit, &permit).await?;
    let mut form = Form::of(data, visit.lang);
    let m = form.words();
    if form.value("sure").is_empty() {
        form.fail(
            "sure",
            m.registration_withdraw_sure(),
            m.registration_withdraw_unsure(),
        );
        return Ok(respond::again(withdraw_page(&app, &visit, form)?));
    }
    let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
    let stepped = tx
        .registrations()
        .step(&it.congress, it.id, Step::Withdraw, &about)
        .await?;
    if let Stepped::Done { promoted, .. } = &stepped {
        tx.jobs().tell_promoted(promoted).await?;
    }
    tx.commit().await?;
    match stepped {
        Stepped::Done { .. } | Stepped::Already(_) => {
            Ok(respond::to(&visit.paths().registration()))
        }
        Stepped::Refused(_) => Err(PageError::Conflict),
        Stepped::Missing => Err(PageError::NotFound),
    }
}

/// One's registration for the edition of the address, and its form; none, and there is no such page.
async fn theirs(
    app: &App,
    visit: &Visit,
    permit: &Permit<OwnAccount>,
) -> Result<(Registration, RegistrationForm), PageError> {
    let edition = visit.edition.as_ref().ok_or(PageError::NotFound)?;
    let registrations = app.store.registrations();
    let account = permit.subject.account.id;
    let it = registrations.of(edition.slug(), account).await?;
    let about = registrations.form(edition.slug()).await?;
    let (Some(it), Some(about)) = (it, about) else {
        return Err(PageError::NotFound);
    };
    Ok((it, about.form))
}

fn change_page(
    app: &App,
    visit: &Visit,
    about: &RegistrationForm,
    form: Form,
) -> Result<String, PageError> {
    let m = messages(visit.lang);
    let title = form.titled(m.registration_change());
    let page = ChangePage {
        frame: frame(app, visit, &title, |paths| {
            below(paths, |words| words.change)
        }),
        choices: Choices::of(about, m, visit.lang),
        cities: towns::cities(),
        form,
    };
    Ok(page.render()?)
}

fn withdraw_page(app: &App, visit: &Visit, form: Form) -> Result<String, PageError> {
    let m = messages(visit.lang);
    let title = form.titled(m.registration_withdraw());
    let page = WithdrawPage {
        frame: frame(app, visit, &title, |paths| {
            below(paths, |words| words.withdraw)
        }),
        form,
    };
    Ok(page.render()?)
}
