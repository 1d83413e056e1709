//! Making a call: what is submitted, its title and address. The rest begins as most calls do.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use wiec_kit::acts::ManageCalls;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Choice, Form};
use wiec_kit::messages::messages;
use wiec_kit::office::{OfficeFrame, saved};
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::calls::{CallId, CallKind, CallSetup};
use wiec_model::digest::hex;
use wiec_model::{Lang, Slug, Text};
use wiec_store::{NewCall, StoreError};

use super::{view, words};

const TITLE: usize = 200;
/// The longest word of an address.
const SLUG: usize = 60;
/// What the key of a call follows from the secret for.
const PURPOSE: &str = "call";

#[derive(Template)]
#[template(path = "office_new.html")]
struct NewPage {
    frame: OfficeFrame,
    form: Form,
    kinds: Vec<Choice>,
    list: String,
}

/// `GET /biuro/{congress}/nabory/nowy`
pub async fn get(
    permit: Permit<ManageCalls>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let form = Form::fresh(visit.lang);
    Ok(respond::private(html(&app, &visit, &permit, form).await?))
}

/// `POST /biuro/{congress}/nabory/nowy`
///
/// Sent twice, it is made once: its key follows from the form's.
#[tracing::instrument(name = "calls.create", skip_all, fields(congress.slug = %permit.subject))]
pub async fn post(
    permit: Permit<ManageCalls>,
    State(app): State<App>,
    visit: Visit,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let congress = &permit.subject;
    let mut form = Form::of(data, visit.lang);
    let key = form.key().ok_or(PageError::Invalid)?.to_owned();
    let Some((kind, title, slug)) = read(&mut form) else {
        return Ok(respond::again(html(&app, &visit, &permit, form).await?));
    };
    let signed = app.secret.sign(PURPOSE, &format!("{congress}/{key}"));
    let id: CallId = hex(&signed[..16]).parse().map_err(|_| PageError::Invalid)?;
    let new = NewCall {
        id,
        congress: congress.clone(),
        slug,
        setup: CallSetup::usual(kind, title),
    };
    let overview = |slug: &Slug| respond::to(&saved(&visit.paths().office_call(congress, slug)));
    let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
    match tx.calls().create(&new).await {
        Ok(_) => {
            tx.commit().await?;
            Ok(overview(&new.slug))
        }
        Err(StoreError::Conflict { .. }) => {
            drop(tx);
            if let Some(made) = app.store.calls().get(congress, id).await? {
                return Ok(overview(&made.slug));
            }
            taken(&mut form, &new.slug);
            Ok(respond::again(html(&app, &visit, &permit, form).await?))
        }
        Err(error) => Err(error.into()),
    }
}

fn taken(form: &mut Form, slug: &Slug) {
    let m = form.words();
    let says = m.calls_office_slug_taken(slug.as_str());
    form.fail("slug", m.calls_office_slug(), says);
}

fn read(form: &mut Form) -> Option<(CallKind, Text, Slug)> {
    let m = form.words();
    let kind = form
        .typed("kind", m.calls_office_kind())
        .required()
        .choice(CallKind::of);
    let title = form
        .typed("title", m.calls_office_title())
        .required()
        .bilingual(TITLE, None);
    let slug = slug(form, title.as_ref());
    form.is_valid().then_some(())?;
    Some((kind?, title?, slug?))
}

/// The word of its address: as typed, or made of its title.
fn slug(form: &mut Form, title: Option<&Text>) -> Option<Slug> {
    let m = form.words();
    let slug = if form.value("slug").is_empty() {
        let made = Slug::from_words(title?.words(Lang::Pl));
        if made.is_none() {
            form.fail("slug", m.calls_office_slug(), m.calls_office_slug_needed());
        }
        made
    } else {
        form.typed("slug", m.calls_office_slug())
            .parse(m.calls_office_slug_wrong(), |typed| {
                let slug: Slug = typed.parse().ok()?;
                (slug.as_str().len() <= SLUG).then_some(slug)
            })
    };
    if let Some(slug) = slug.as_ref().filter(|slug| view::is_taken(slug)) {
        taken(form, slug);
    }
    slug
}

async fn html(
    app: &App,
    visit: &Visit,
    permit: &Permit<ManageCalls>,
    form: Form,
) -> Result<String, PageError> {
    let congress = &permit.subject;
    let m = messages(visit.lang);
    let title = form.titled(m.calls_office_new());
    let place = |paths: &_| view::new(paths, congress);
    let frame = view::frame(app, visit, &permit.actor, congress, &title, place).await?;
    let page = NewPage {
        kinds: CallKind::ALL
            .map(|it| Choice::new(it.key(), words::kind(it, m)))
            .to_vec(),
        list: view::list(&frame.paths, congress),
        form: form.keyed(&app.chance),
        frame,
    };
    Ok(page.render()?)
}
