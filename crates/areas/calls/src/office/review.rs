//! How a call is judged: phases by date, criteria, who sees what, loads. Phases and criteria are rows.

mod read;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use wiec_kit::acts::ManageCall;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Choice, Form};
use wiec_kit::messages::messages;
use wiec_kit::office::{OfficeFrame, saved};
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::calls::{Call, CallSetup, Interest, ReviewPhase, Sight};

use super::change::{Changed, change};
use super::rows::{self, Row};
use super::view::{self, Link};
use super::{hints, words};

/// The rows of phases.
pub(super) const PHASES: &str = "phase";
/// The rows of criteria.
pub(super) const CRITERIA: &str = "criterion";

#[derive(Template)]
#[template(path = "office_review.html")]
struct ReviewPage {
    frame: OfficeFrame,
    form: Form,
    sights: Vec<Choice>,
    interests: Vec<Choice>,
    phases: Vec<Choice>,
    phase_rows: Vec<Row>,
    criteria: Vec<Row>,
    hints: Vec<&'static str>,
    about: String,
    list: String,
    links: Vec<Link>,
}

/// `GET /biuro/{congress}/nabory/{call}/ocena`
pub async fn get(
    permit: Permit<ManageCall>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let call = &permit.subject.call;
    let zone = view::zone(&app, &call.congress).await?;
    let form = read::filled(Form::fresh(visit.lang), &call.setup.review, &zone);
    let form = form.with("revision", call.revision);
    let html = html(&app, &visit, &permit, form, call).await?;
    Ok(respond::private(html))
}

/// `POST /biuro/{congress}/nabory/{call}/ocena`
///
/// Whoever writes over a change that they did not see is told so first, and may send the form again.
#[tracing::instrument(name = "calls.set_review", skip_all, fields(call.slug = %permit.subject.call.slug))]
pub async fn post(
    permit: Permit<ManageCall>,
    State(app): State<App>,
    visit: Visit,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let call = &permit.subject.call;
    if let Some(moved) = rows::moved(&data, &[PHASES, CRITERIA]) {
        let form = Form::of(moved, visit.lang);
        let html = html(&app, &visit, &permit, form, call).await?;
        return Ok(respond::private(html));
    }
    let mut form = Form::of(data, visit.lang);
    let zone = view::zone(&app, &call.congress).await?;
    let Some(review) = read::read(&mut form, &call.setup.review, &zone) else {
        let html = html(&app, &visit, &permit, form, call).await?;
        return Ok(respond::again(html));
    };
    let setup = CallSetup {
        review,
        ..call.setup.clone()
    };
    match change(&app, &permit, form, &setup).await? {
        Changed::Done => {
            let path = view::of(&visit.paths(), call, |words| words.review);
            Ok(respond::to(&saved(&path)))
        }
        Changed::Clash(clash) => {
            let (form, now) = *clash;
            let html = html(&app, &visit, &permit, form, &now).await?;
            Ok(respond::clash(html))
        }
    }
}

async fn html(
    app: &App,
    visit: &Visit,
    permit: &Permit<ManageCall>,
    form: Form,
    call: &Call,
) -> Result<String, PageError> {
    let m = messages(visit.lang);
    let title = form.titled(m.calls_office_review());
    let place = |paths: &_| view::of(paths, call, |words| words.review);
    let frame = view::frame(app, visit, &permit.actor, &call.congress, &title, place).await?;
    let form = with_defaults(form);
    let page = ReviewPage {
        sights: [Sight::Blind, Sight::Open]
            .map(|it| Choice::new(words::sight_key(it), words::sight(it, m)))
            .to_vec(),
        interests: Interest::ALL
            .map(|it| Choice::new(it.key(), words::interest(it, m)))
            .to_vec(),
        phases: ReviewPhase::ALL
            .map(|it| Choice::new(it.key(), words::phase(it, m)))
            .to_vec(),
        phase_rows: rows::rows(&form, PHASES, "from"),
        criteria: rows::rows(&form, CRITERIA, "name-pl"),
        hints: hints::of_review(&call.setup, m),
        about: call.setup.title.words(visit.lang).to_owned(),
        list: view::list(&frame.paths, &call.congress),
        links: view::links(&frame.paths, call, m),
        frame,
        form,
    };
    Ok(page.render()?)
}

/// What a criterion that was just added begins with.
fn with_defaults(mut form: Form) -> Form {
    for row in rows::ids(form.data(), CRITERIA) {
        for (name, value) in [("weight", 1), ("least", 1), ("most", 5)] {
            form = form.with(&rows::field(CRITERIA, row, name), value);
        }
    }
    form
}
