//! Setting up the form of an edition: when it is open, how many places there are and who decides,
//! what is asked, and what is agreed to.
//!
//! Questions and consents are rows. A row is added, moved and taken away by buttons that send the
//! form and get it back: nothing is stored before somebody saves it all.

mod read;
mod rows;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use wiec_kit::acts::ManageRegistrations;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Choice, Form};
use wiec_kit::history::{Told, history_of};
use wiec_kit::messages::{Messages, messages};
use wiec_kit::office::{OfficeFrame, Part, saved};
use wiec_kit::paths::Paths;
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::registration::Mode;
use wiec_model::{Lang, Slug};
use wiec_store::{FormRow, SavedForm};

use crate::view::in_office;
use read::Kind;
use rows::Group;

#[derive(Template)]
#[template(path = "set_up.html")]
struct SetUpPage {
    frame: OfficeFrame,
    form: Form,
    modes: Vec<Choice>,
    kinds: Vec<Choice>,
    questions: Vec<Row>,
    consents: Vec<Row>,
    told: Told,
    list: String,
}

/// A row on the page.
struct Row {
    id: u32,
    /// Where it stands, counted from 1.
    number: usize,
    is_first: bool,
    is_last: bool,
}

/// `GET /biuro/{congress}/rejestracje/formularz`
pub async fn get(
    permit: Permit<ManageRegistrations>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let now = stored(&app, &permit.subject).await?;
    let zone = zone(&app, &permit.subject).await?;
    let form = read::filled(Form::fresh(visit.lang), &now.form, &zone);
    let form = form.with("revision", now.revision);
    Ok(respond::private(html(&app, &visit, &permit, form).await?))
}

/// `POST /biuro/{congress}/rejestracje/formularz`
///
/// More places than before go to those who wait, who are told. Whoever writes over a change that they
/// did not see is told so first, and may send the form again.
pub async fn post(
    permit: Permit<ManageRegistrations>,
    State(app): State<App>,
    visit: Visit,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let congress = &permit.subject;
    if let Some(moved) = rows::moved(&data) {
        let form = Form::of(moved, visit.lang);
        return Ok(respond::private(html(&app, &visit, &permit, form).await?));
    }
    let mut form = Form::of(data, visit.lang);
    let now = stored(&app, congress).await?;
    let zone = zone(&app, congress).await?;
    let Some(wanted) = read::read(&mut form, &now.form, &zone) else {
        return Ok(respond::again(html(&app, &visit, &permit, form).await?));
    };
    let seen = form.value("revision").parse().unwrap_or_default();
    let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
    let stored_form = tx
        .registrations()
        .save_form(congress, &wanted, seen)
        .await?;
    match stored_form {
        SavedForm::Saved(promoted) => {
            tx.jobs().tell_promoted(&promoted).await?;
            tx.commit().await?;
            Ok(respond::to(&saved(&in_office(
                &visit.paths(),
                congress,
                |words| words.form,
            ))))
        }
        SavedForm::Changed => {
            drop(tx);
            let revision = stored(&app, congress).await?.revision;
            let mut form = form.replacing("revision", revision);
            form.fail_whole(form.words().set_up_changed_meanwhile());
            Ok(respond::clash(html(&app, &visit, &permit, form).await?))
        }
    }
}

async fn stored(app: &App, congress: &Slug) -> Result<FormRow, PageError> {
    let form = app.store.registrations().form(congress).await?;
    form.ok_or(PageError::NotFound)
}

/// On whose clocks the form opens and closes.
async fn zone(app: &App, congress: &Slug) -> Result<wiec_model::Zone, PageError> {
    let found = app.store.congresses().find(congress).await?;
    Ok(found.ok_or(PageError::NotFound)?.zone)
}

async fn html(
    app: &App,
    visit: &Visit,
    permit: &Permit<ManageRegistrations>,
    form: Form,
) -> Result<String, PageError> {
    let congress = &permit.subject;
    let m = messages(visit.lang);
    let (actor, part) = (&permit.actor, Part::Registrations);
    let title = form.titled(m.set_up_title());
    let place = |paths: &Paths| in_office(paths, congress, |words| words.form);
    let frame = OfficeFrame::open(app, visit, actor, congress, part, &title, place).await?;
    let page = SetUpPage {
        modes: [Mode::Automatic, Mode::ByDecision]
            .map(|mode| Choice::new(read::mode_key(mode), mode_name(m, mode)))
            .to_vec(),
        kinds: Kind::ALL
            .map(|kind| Choice::new(kind.key(), kind_name(m, kind)))
            .to_vec(),
        questions: rows(&form, Group::Questions),
        consents: rows(&form, Group::Consents),
        told: history_of(app, visit.lang, &frame.zone, congress, "registration form").await?,
        list: part.path(&frame.paths, congress),
        frame,
        form,
    };
    Ok(page.render()?)
}

fn rows(form: &Form, group: Group) -> Vec<Row> {
    let ids = rows::ids(form.data(), group);
    let last = ids.len().saturating_sub(1);
    let rows = ids.into_iter().enumerate().map(|(at, id)| Row {
        id,
        number: at + 1,
        is_first: at == 0,
        is_last: at == last,
    });
    rows.collect()
}

fn mode_name(m: &'static Messages, mode: Mode) -> &'static str {
    match mode {
        Mode::Automatic => m.set_up_automatic(),
        Mode::ByDecision => m.set_up_by_decision(),
    }
}

fn kind_name(m: &'static Messages, kind: Kind) -> &'static str {
    match kind {
        Kind::Line => m.set_up_line(),
        Kind::Yes => m.set_up_yes(),
        Kind::Choice => m.set_up_choice(),
    }
}

impl SetUpPage {
    /// The name of a field of a question.
    fn question(&self, row: &Row, field: &str) -> String {
        Group::Questions.field(row.id, field)
    }

    /// The name of a field of a consent.
    fn consent(&self, row: &Row, field: &str) -> String {
        Group::Consents.field(row.id, field)
    }

    /// What a question is called where it is moved: its words, or its place.
    fn name(&self, row: &Row, group: &str, field: &str) -> String {
        let label = format!("{group}-{}-{field}-{}", row.id, Lang::Pl);
        match self.form.value(&label) {
            "" => row.number.to_string(),
            words => words.chars().take(60).collect(),
        }
    }
}
