//! Where letters to a person of the programme go, and whether they confirmed each of their parts.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use wiec_kit::acts::EditDraft;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Choice, Form};
use wiec_kit::messages::{Messages, messages};
use wiec_kit::office::{OfficeFrame, Part, saved};
use wiec_kit::paths::words;
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::confirmation::{Confirmation, Question};
use wiec_model::contact::Contact;
use wiec_model::{Lang, Person, Slug};
use wiec_store::StoreError;

use crate::context::Context;
use crate::list::sent;
use crate::save::draft;
use crate::thing::find;

#[derive(Template)]
#[template(path = "contact.html")]
struct ContactPage {
    frame: OfficeFrame,
    form: Form,
    langs: Vec<Choice>,
    parts: Vec<PartLine>,
    here: String,
    person: String,
}

/// A part of the person in a session.
struct PartLine {
    session: String,
    title: String,
    href: String,
    part: &'static str,
    state: &'static str,
    choices: Vec<(&'static str, &'static str)>,
}

/// `GET /biuro/{congress}/osoby/{key}/poczta`
pub async fn get(
    permit: Permit<EditDraft>,
    State(app): State<App>,
    visit: Visit,
    Path((_, key)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let programme = draft(&app, &permit.subject).await?;
    let context = Context::of(&programme, visit.lang);
    let person = find::<Person>(&programme, &key).ok_or(PageError::NotFound)?;
    let contact = app
        .store
        .contacts()
        .find(&permit.subject, person.guid)
        .await?;
    let email = contact.as_ref().and_then(|contact| contact.email.as_ref());
    let lang = contact.as_ref().map_or(visit.lang, |contact| contact.lang);
    let form = Form::fresh(visit.lang)
        .with("email", email.map(ToString::to_string).unwrap_or_default())
        .with("lang", lang)
        .with(
            "seen-email",
            email.map(ToString::to_string).unwrap_or_default(),
        )
        .with("seen-lang", lang);
    let html = page(&app, &visit, &permit, &context, person, form).await?;
    Ok(respond::private(html))
}

/// `POST /biuro/{congress}/osoby/{key}/poczta`: keeps an address, or an answer about a part.
pub async fn post(
    permit: Permit<EditDraft>,
    State(app): State<App>,
    visit: Visit,
    Path((_, key)): Path<(String, String)>,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let programme = draft(&app, &permit.subject).await?;
    let context = Context::of(&programme, visit.lang);
    let person = find::<Person>(&programme, &key).ok_or(PageError::NotFound)?;
    let mut form = sent(data, &visit);
    let (congress, now, m) = (&permit.subject, app.clock.now(), context.m);
    if form.value("act") == "confirm" {
        let session = programme.session(form.value("session"));
        let session = session.ok_or(PageError::Invalid)?;
        let answer = answer_of(form.value("answer"), now).ok_or(PageError::Invalid)?;
        let question = Question {
            session: session.guid,
            person: person.guid,
        };
        let mut tx = app.store.begin(permit.writer(), now).await?;
        tx.confirmations().save(congress, question, &answer).await?;
        tx.commit().await?;
        return Ok(respond::to(&saved(&address(congress, &visit, &key))));
    }
    let email = form
        .typed("email", m.plan_email())
        .parse(m.form_email(), |typed| typed.parse().ok());
    let lang = form.typed("lang", m.plan_letter_lang()).choice(lang_of);
    if !form.is_valid() {
        let html = page(&app, &visit, &permit, &context, person, form).await?;
        return Ok(respond::again(html));
    }
    let before = app.store.contacts().find(congress, person.guid).await?;
    let account = before
        .filter(|before| before.email == email)
        .and_then(|before| before.account);
    let contact = Contact {
        person: person.guid,
        email,
        account,
        lang: lang.unwrap_or(visit.lang),
    };
    let mut tx = app.store.begin(permit.writer(), now).await?;
    let saw = Contact {
        email: form.value("seen-email").parse().ok(),
        lang: lang_of(form.value("seen-lang")).unwrap_or(visit.lang),
        ..contact.clone()
    };
    match tx.contacts().save_over(congress, &contact, &saw).await {
        Ok(()) => tx.commit().await?,
        Err(StoreError::Stale) => {
            drop(tx);
            let now = app.store.contacts().find(congress, person.guid).await?;
            let email = now.as_ref().and_then(|now| now.email.as_ref());
            let email = email.map(ToString::to_string).unwrap_or_default();
            let lang = now.as_ref().map_or(visit.lang, |now| now.lang);
            let says = m.plan_contact_changed(email.as_str());
            let mut form = form
                .replacing("seen-email", &email)
                .replacing("seen-lang", lang);
            form.fail_whole(says);
            let html = page(&app, &visit, &permit, &context, person, form).await?;
            return Ok(respond::clash(html));
        }
        Err(error) => return Err(error.into()),
    }
    Ok(respond::to(&saved(&address(congress, &visit, &key))))
}

fn lang_of(code: &str) -> Option<Lang> {
    Lang::ALL.into_iter().find(|lang| lang.code() == code)
}

fn answer_of(key: &str, now: jiff::Timestamp) -> Option<Confirmation> {
    let unasked = Confirmation::Unasked;
    Some(match key {
        "asked" => unasked.ask(now),
        "confirmed" => unasked.confirm(now),
        "declined" => unasked.decline(now, None),
        _ => return None,
    })
}

fn address(congress: &Slug, visit: &Visit, key: &str) -> String {
    let words = words(visit.lang);
    let people = visit.paths().in_office(congress, words.people);
    format!("{people}/{key}/{}", words.mail)
}

fn state(confirmation: &Confirmation, m: &'static Messages) -> &'static str {
    match confirmation {
        Confirmation::Unasked => m.release_unasked(),
        Confirmation::Asked { .. } => m.release_asked(),
        Confirmation::Confirmed { .. } => m.release_confirmed(),
        Confirmation::Declined { .. } => m.release_declined(),
    }
}

async fn page(
    app: &App,
    visit: &Visit,
    permit: &Permit<EditDraft>,
    context: &Context<'_>,
    person: &Person,
    form: Form,
) -> Result<String, PageError> {
    let (m, slug) = (messages(visit.lang), &permit.subject);
    let key = person.guid.to_string();
    let title = form.titled(&context.person(person));
    let frame = OfficeFrame::open(
        app,
        visit,
        &permit.actor,
        slug,
        Part::People,
        &title,
        |paths| {
            let words = words(paths.lang());
            format!(
                "{}/{key}/{}",
                paths.in_office(slug, words.people),
                words.mail
            )
        },
    )
    .await?;
    let confirmations = app.store.confirmations().list(slug).await?;
    let sessions = frame.part(words(visit.lang).sessions);
    let mut parts = Vec::new();
    for session in &context.programme.sessions {
        for appearance in session
            .people
            .iter()
            .filter(|one| one.person == person.guid)
        {
            let question = Question {
                session: session.guid,
                person: person.guid,
            };
            parts.push(PartLine {
                session: session.code.to_string(),
                title: context.words(&session.title).to_owned(),
                href: format!("{sessions}/{}", session.code),
                part: context.part(appearance.part),
                state: state(confirmations.of(question), m),
                choices: vec![
                    ("asked", m.plan_mark_asked()),
                    ("confirmed", m.plan_mark_confirmed()),
                    ("declined", m.plan_mark_declined()),
                ],
            });
        }
    }
    let people = frame.part(words(visit.lang).people);
    let page = ContactPage {
        langs: vec![
            Choice::new("pl", m.language_pl()),
            Choice::new("en", m.language_en()),
        ],
        here: address(slug, visit, &key),
        person: format!("{people}/{key}"),
        parts,
        form,
        frame,
    };
    Ok(page.render()?)
}
