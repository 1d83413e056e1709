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
use wiec_kit::office::{OfficeFrame, Part, saved};
use wiec_kit::paths::{Paths, words};
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::Slug;
use wiec_model::notice::{Controller, NoticeKind, Privacy};
use wiec_store::StoreError;

const KIND: NoticeKind = NoticeKind::Privacy;
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
    let notices = app.store.notices();
    let found = notices.find::<Privacy>(&permit.subject, KIND).await?;
    let form = Form::fresh(visit.lang);
    let form = match found {
        Some(notice) => filled(form, &notice.fields).with("revision", notice.revision),
        None => form,
    };
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
    let congress = &permit.subject;
    let mut form = Form::of(data, visit.lang);
    let seen = form.value("revision").parse().unwrap_or(0);
    if let Some(privacy) = read(&mut form) {
        let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
        match tx.notices().save(congress, KIND, &privacy, seen).await {
            Ok(()) => {
                tx.commit().await?;
                let path = Part::Notices.path(&visit.paths(), congress);
                return Ok(respond::to(&saved(&path)));
            }
            Err(StoreError::Stale) => {
                drop(tx);
                form = again(&app, congress, form).await?;
            }
            Err(error) => return Err(error.into()),
        }
    }
    let html = html(&app, &visit, &permit, form).await?;
    Ok(respond::again(html))
}

/// The same form, which says that somebody else was faster, and is sent over what they wrote.
async fn again(app: &App, congress: &Slug, form: Form) -> Result<Form, PageError> {
    let notices = app.store.notices();
    let found = notices.find::<Privacy>(congress, KIND).await?;
    let revision = found.map_or(0, |notice| notice.revision);
    let mut form = form.replacing("revision", revision);
    form.fail_whole(form.words().notices_changed_meanwhile());
    Ok(form)
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
        rows: (1..=CONTROLLERS).collect(),
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

fn name(row: usize) -> String {
    format!("name-{row}")
}

fn contact(row: usize) -> String {
    format!("contact-{row}")
}

fn filled(form: Form, it: &Privacy) -> Form {
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

/// Reads what was filled in; `None` if something is wrong with it, which the form then says.
fn read(form: &mut Form) -> Option<Privacy> {
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
    form.is_valid().then_some(Privacy {
        controllers,
        arrangement,
        officer,
        purposes,
        recipients,
    })
}
