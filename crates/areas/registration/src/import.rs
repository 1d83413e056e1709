//! Taking in a list of people who registered elsewhere. It is looked at first: what would come in, and
//! which rows are wrong and why. Then it is written, in one transaction, through the same act by which
//! a form is received; whoever is registered already stays as they are, so sending it twice is sending
//! it once.

mod list;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use wiec_kit::acts::ManageRegistrations;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Form};
use wiec_kit::messages::{Messages, messages};
use wiec_kit::office::{OfficeFrame, Part, saved};
use wiec_kit::paths::Paths;
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::AccountId;
use wiec_model::Slug;
use wiec_model::jobs::About;
use wiec_model::registration::{RegistrationForm, RegistrationId};
use wiec_store::{Act, NewRegistration, Received, StoreError, Tx};

use crate::submit::tell;
use crate::view::in_office;
use list::{Column, List, Person, Wrong};

/// The longest list, in letters: some thousands of rows.
pub const LETTERS: usize = 1 << 20;
/// What the key of an imported registration follows from the secret for.
const PURPOSE: &str = "import";

#[derive(Template)]
#[template(path = "import.html")]
struct ImportPage {
    frame: OfficeFrame,
    form: Form,
    columns: Vec<(&'static str, &'static str)>,
    look: Option<Look>,
    list: String,
}

/// What would come of a list.
struct Look {
    people: usize,
    wrong: Vec<(u64, String)>,
}

/// `GET /biuro/{congress}/rejestracje/wczytaj`
pub async fn get(
    permit: Permit<ManageRegistrations>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let form = Form::fresh(visit.lang);
    let html = html(&app, &visit, &permit, form, None).await?;
    Ok(respond::private(html))
}

/// `POST /biuro/{congress}/rejestracje/wczytaj`: a look, or the people whose rows are right.
pub async fn post(
    permit: Permit<ManageRegistrations>,
    State(app): State<App>,
    visit: Visit,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let congress = &permit.subject;
    let mut form = Form::of(data, visit.lang);
    let m = form.words();
    let typed = form.typed("list", m.import_list()).required();
    let list = typed.lines(LETTERS).map(|words| list::read(&words));
    let list = match list {
        Some(Ok(list)) => list,
        Some(Err(columns)) => {
            let missing: Vec<&str> = columns.iter().map(|it| column_name(m, *it)).collect();
            let says = m.import_columns_missing(missing.join(", "));
            form.fail("list", m.import_list(), says);
            return Ok(respond::again(
                html(&app, &visit, &permit, form, None).await?,
            ));
        }
        None => {
            return Ok(respond::again(
                html(&app, &visit, &permit, form, None).await?,
            ));
        }
    };
    if form.value("act") != "write" {
        let look = Some(look(&list, m));
        let html = html(&app, &visit, &permit, form, look).await?;
        return Ok(respond::private(html));
    }
    let about = app.store.registrations().form(congress).await?;
    let about = about.ok_or(PageError::NotFound)?.form;
    let tells = !form.value("tell").is_empty();
    let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
    let written = write(&app, &mut tx, congress, &about, list.people, tells).await?;
    if written > 0 {
        let mut registrations = tx.registrations();
        let noted = registrations.note_list(congress, Act::ImportPeople, written);
        noted.await?;
    }
    tx.commit().await?;
    let list = Part::Registrations.path(&visit.paths(), congress);
    Ok(respond::to(&saved(&list)))
}

/// Receives everybody who is not registered yet, and says how many those are.
async fn write(
    app: &App,
    tx: &mut Tx,
    congress: &Slug,
    about: &RegistrationForm,
    people: Vec<Person>,
    tells: bool,
) -> Result<usize, StoreError> {
    let mut written = 0;
    for person in people {
        let now = tx.at();
        let fresh = AccountId(app.chance.uuid(now));
        let mut accounts = tx.accounts();
        let account = accounts.ensure(&person.email, person.lang, fresh).await?.id;
        let new = NewRegistration {
            id: RegistrationId(app.chance.uuid(now)),
            congress: congress.clone(),
            account,
            // An address in plain words would outlive the account that it belongs to.
            key: app.secret.code(PURPOSE, person.email.as_str()),
            answers: person.answers,
            lang: person.lang,
            agreements: Vec::new(),
        };
        if let Received::New(registration) = tx.registrations().receive(&new, about).await? {
            written += 1;
            if tells {
                tell(tx, &registration, About::Decision).await?;
            }
        }
    }
    Ok(written)
}

async fn html(
    app: &App,
    visit: &Visit,
    permit: &Permit<ManageRegistrations>,
    form: Form,
    look: Option<Look>,
) -> Result<String, PageError> {
    let congress = &permit.subject;
    let m = messages(visit.lang);
    let (actor, part) = (&permit.actor, Part::Registrations);
    let title = form.titled(m.import_title());
    let place = |paths: &Paths| in_office(paths, congress, |words| words.import);
    let frame = OfficeFrame::open(app, visit, actor, congress, part, &title, place).await?;
    let page = ImportPage {
        columns: Column::ALL
            .map(|column| (column.key(), column_name(m, column)))
            .to_vec(),
        list: part.path(&frame.paths, congress),
        look,
        form,
        frame,
    };
    Ok(page.render()?)
}

fn look(list: &List, m: &Messages) -> Look {
    Look {
        people: list.people.len(),
        wrong: list
            .wrong
            .iter()
            .map(|(line, wrong)| (*line, says(wrong, m)))
            .collect(),
    }
}

fn says(wrong: &Wrong, m: &Messages) -> String {
    match wrong {
        Wrong::Missing(column) => m.import_missing(column_name(m, *column)),
        Wrong::Unknown(column, words) => m.import_unknown(column_name(m, *column), words.as_str()),
        Wrong::Long(column) => m.import_long(column_name(m, *column)),
        Wrong::Twice(line) => m.import_twice(*line),
        Wrong::Broken => m.import_broken().to_owned(),
    }
}

fn column_name(m: &Messages, column: Column) -> &'static str {
    match column {
        Column::Name => m.registration_name(),
        Column::Email => m.registration_email(),
        Column::Salutation => m.registration_salutation(),
        Column::Environment => m.registration_environment(),
        Column::Body => m.registration_body(),
        Column::Town => m.registration_town(),
        Column::Services => m.registrations_services(),
        Column::OtherService => m.registration_other_service(),
        Column::Lang => m.import_lang(),
    }
}
