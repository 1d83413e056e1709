//! The form behind the privacy notice: the controllers, and what they do beside what the program does.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use wiec_kit::acts::EditNotices;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Form};
use wiec_kit::history::{Told, history_of};
use wiec_kit::messages::messages;
use wiec_kit::office::{OfficeFrame, Part};
use wiec_kit::paths::{Paths, words};
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::Slug;
use wiec_model::notice::{Controller, NoticeKind, Privacy};

use crate::editing::{self, Editable, Outcome};

const LONG: usize = 6000;
const SHORT: usize = 300;
/// More hosts than this have one of them speak for the others.
const CONTROLLERS: usize = 6;

#[derive(Template)]
#[template(path = "privacy_form.html")]
struct FormPage {
    frame: OfficeFrame,
    form: Form,
    /// The rows of controllers, counted from 1.
    rows: Vec<usize>,
    told: Told,
}

/// `GET /biuro/{congress}/dokumenty/prywatnosc`
pub async fn get(
    permit: Permit<EditNotices>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let form = editing::open::<Privacy>(&app, &visit, &permit.subject).await?;
    let html = html(&app, &visit, &permit, form).await?;
    Ok(respond::private(html))
}

/// `POST /biuro/{congress}/dokumenty/prywatnosc`
pub async fn post(
    permit: Permit<EditNotices>,
    State(app): State<App>,
    visit: Visit,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    match editing::save::<Privacy>(&app, &visit, &permit, data).await? {
        Outcome::Written(response) => Ok(response),
        Outcome::Again(form) => {
            let html = html(&app, &visit, &permit, form).await?;
            Ok(respond::again(html))
        }
    }
}

async fn html(
    app: &App,
    visit: &Visit,
    permit: &Permit<EditNotices>,
    form: Form,
) -> Result<String, PageError> {
    let congress = &permit.subject;
    let title = form.titled(messages(visit.lang).privacy_title());
    let place = |paths: &Paths| path(paths, congress);
    let part = Part::Notices;
    let frame = OfficeFrame::open(app, visit, &permit.actor, congress, part, &title, place).await?;
    let page = FormPage {
        told: history_of(app, visit.lang, &frame.zone, congress, "notice privacy").await?,
        rows: (1..=rows(&form)).collect(),
        frame,
        form,
    };
    Ok(page.render()?)
}

/// The address of the form.
pub fn path(paths: &Paths, congress: &Slug) -> String {
    let words = words(paths.lang());
    let part = format!("{}/{}", words.notices, words.privacy);
    paths.in_office(congress, &part)
}

impl FormPage {
    fn name(&self, row: &usize) -> String {
        name(*row)
    }

    fn contact(&self, row: &usize) -> String {
        contact(*row)
    }
}

/// So many rows as are filled in, and one more; two at least, because most congresses have several hosts.
fn rows(form: &Form) -> usize {
    let is_filled =
        |row: &usize| !form.value(&name(*row)).is_empty() || !form.value(&contact(*row)).is_empty();
    let filled = (1..=CONTROLLERS).rev().find(is_filled).unwrap_or(0);
    (filled + 1).clamp(2, CONTROLLERS)
}

fn name(row: usize) -> String {
    format!("name-{row}")
}

fn contact(row: usize) -> String {
    format!("contact-{row}")
}

impl Editable for Privacy {
    const KIND: NoticeKind = NoticeKind::Privacy;

    fn fresh(_: &App, form: Form) -> Form {
        form
    }

    fn filled(&self, form: Form) -> Form {
        let it = self;
        let form = it
            .controllers
            .iter()
            .zip(1..)
            .fold(form, |form, (controller, row)| {
                form.with(&name(row), &controller.name)
                    .with(&contact(row), &controller.contact)
            });
        form.with_text("arrangement", it.arrangement.as_ref())
            .with("officer", it.officer.as_deref().unwrap_or_default())
            .with_text("purposes", it.purposes.as_ref())
            .with_text("recipients", it.recipients.as_ref())
    }

    fn read(form: &mut Form) -> Option<Self> {
        let m = form.words();
        let mut controllers = Vec::new();
        for row in 1..=CONTROLLERS {
            let (name, contact) = (name(row), contact(row));
            if row > 1 && form.value(&name).is_empty() && form.value(&contact).is_empty() {
                continue;
            }
            let typed = form
                .typed(&name, m.privacy_controller())
                .required()
                .text(SHORT);
            let reached = form
                .typed(&contact, m.privacy_controller_contact())
                .required()
                .lines(SHORT);
            if let (Some(name), Some(contact)) = (typed, reached) {
                controllers.push(Controller { name, contact });
            }
        }
        let arrangement = form
            .typed("arrangement", m.privacy_arrangement())
            .bilingual(LONG, None);
        if controllers.len() > 1 && arrangement.is_none() {
            form.fail(
                "arrangement-pl",
                m.privacy_arrangement(),
                m.privacy_arrangement_needed(),
            );
        }
        let officer = form.typed("officer", m.privacy_officer()).lines(SHORT);
        let purposes = form
            .typed("purposes", m.privacy_more_purposes())
            .bilingual(LONG, None);
        let recipients = form
            .typed("recipients", m.privacy_recipients())
            .bilingual(LONG, None);
        form.is_valid().then_some(Self {
            controllers,
            arrangement,
            officer,
            purposes,
            recipients,
        })
    }
}
