//! Taking in a table of remarks, as offices and associations send them.
//!
//! The file is sent once and kept for a day. Then somebody says which column is which, looks at what
//! would come of it (every row with its place, every bad row with its fault), and takes it in: in one
//! transaction, and each row once however often the table is sent.

mod author;
mod mapping;
mod rows;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use wiec_documents::{Field as Column, NameSays, Refused, Table, Which, read_table};
use wiec_kit::acts::ManageRegister;
use wiec_kit::app::App;
use wiec_kit::dates;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Choice, Form, FormData};
use wiec_kit::messages::{Messages, messages};
use wiec_kit::office::{OfficeFrame, saved};
use wiec_kit::paths::Paths;
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::upload::{self, FILE_BYTES, NoUpload};
use wiec_kit::visit::Visit;
use wiec_model::Lang;
use wiec_model::register::Proposal;
use wiec_store::{Upload, UploadId};

use super::typing::published;
use super::view::{self, Link};
use super::words;
use mapping::Wanted;
use rows::{Look, Taken};

#[derive(Template)]
#[template(path = "office_import.html")]
struct ImportPage {
    frame: OfficeFrame,
    form: Form,
    about: String,
    list: String,
    links: Vec<Link>,
}

#[derive(Template)]
#[template(path = "office_mapping.html")]
struct MappingPage {
    frame: OfficeFrame,
    form: Form,
    about: String,
    list: String,
    file: String,
    /// Whether its name says something else than what it is.
    is_misnamed: bool,
    tables: Vec<Choice>,
    columns: Vec<mapping::ColumnRow>,
    fields: Vec<Choice>,
    languages: Vec<Choice>,
    look: Option<Look>,
}

/// `GET /biuro/{congress}/propozycje/{proposal}/wczytaj`
pub async fn get(
    permit: Permit<ManageRegister>,
    State(app): State<App>,
    visit: Visit,
    Path((_, word)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let (proposal, _) = published(&app, &permit, &word).await?;
    let form = Form::fresh(visit.lang);
    let html = asking(&app, &visit, &permit, form, &proposal).await?;
    Ok(respond::private(html))
}

/// `POST /biuro/{congress}/propozycje/{proposal}/wczytaj`: keeps a file that can be read, and leads to
/// what is in it.
pub async fn upload(
    permit: Permit<ManageRegister>,
    State(app): State<App>,
    visit: Visit,
    Path((_, word)): Path<(String, String)>,
    file: Result<upload::Upload, NoUpload>,
) -> Result<Response, PageError> {
    let (proposal, _) = published(&app, &permit, &word).await?;
    let mut form = Form::fresh(visit.lang);
    let m = form.words();
    let refused = match file {
        Err(NoUpload::Missing) => m.office_table_no_file().to_owned(),
        Err(NoUpload::TooLarge) => words::too_large(FILE_BYTES, m),
        Err(NoUpload::Unreadable) => return Err(PageError::Invalid),
        Ok(upload::Upload { name, bytes }) => {
            let upload = Upload { name, bytes };
            match table(&upload, Which::First).await? {
                Ok(_) => return keep(&app, &visit, &permit, &proposal, &upload).await,
                Err(refused) => words::refused(&refused, m),
            }
        }
    };
    form.fail("file", m.office_table_file(), refused);
    let html = asking(&app, &visit, &permit, form, &proposal).await?;
    Ok(respond::again(html))
}

async fn keep(
    app: &App,
    visit: &Visit,
    permit: &Permit<ManageRegister>,
    proposal: &Proposal,
    upload: &Upload,
) -> Result<Response, PageError> {
    let now = app.clock.now();
    let id = UploadId(app.chance.uuid(now));
    let account = permit.signed_in()?.account.id;
    let mut tx = app.store.begin(permit.writer(), now).await?;
    let mut register = tx.register();
    register
        .keep_upload(id, proposal.id, account, upload)
        .await?;
    tx.commit().await?;
    let path = view::of(&visit.paths(), proposal, |words| words.import);
    Ok(respond::to(&format!("{path}/{id}")))
}

/// `GET /biuro/{congress}/propozycje/{proposal}/wczytaj/{upload}`
pub async fn mapping(
    permit: Permit<ManageRegister>,
    State(app): State<App>,
    visit: Visit,
    Path((_, word, id)): Path<(String, String, String)>,
) -> Result<Response, PageError> {
    let (proposal, _) = published(&app, &permit, &word).await?;
    let kept = kept(&app, &permit, &proposal, &id).await?;
    let kept = kept.ok_or(PageError::NotFound)?;
    let first = FormData::of(&[("table", "1")]);
    let form = Form::of(first, visit.lang);
    let shown = Shown {
        proposal: &proposal,
        upload: &kept,
        id: &id,
    };
    show(&app, &visit, &permit, form, shown).await
}

/// `POST /biuro/{congress}/propozycje/{proposal}/wczytaj/{upload}`: another table of the file, a look at
/// what would come of it, or the remarks themselves.
pub async fn post(
    permit: Permit<ManageRegister>,
    State(app): State<App>,
    visit: Visit,
    Path((_, word, id)): Path<(String, String, String)>,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let (proposal, version) = published(&app, &permit, &word).await?;
    let asking = view::of(&visit.paths(), &proposal, |words| words.import);
    let Some(kept) = kept(&app, &permit, &proposal, &id).await? else {
        // It was taken in already, or given up: there is nothing left to be done with it.
        return Ok(respond::to(&asking));
    };
    let mut form = Form::of(data, visit.lang);
    let shown = Shown {
        proposal: &proposal,
        upload: &kept,
        id: &id,
    };
    if form.value("act") == "table" {
        let chosen = FormData::of(&[("table", form.value("table"))]);
        let form = Form::of(chosen, visit.lang);
        return show(&app, &visit, &permit, form, shown).await;
    }
    let which = mapping::which(&form);
    let Ok(table) = table(&kept, which).await? else {
        return Err(PageError::Invalid);
    };
    let zone = view::zone(&app, &permit.subject).await?;
    let wanted = mapping::read(&mut form, &table, app.clock.now(), &zone);
    let Some(wanted) = wanted else {
        let html = mapped(&app, &visit, &permit, form, shown, &table, None).await?;
        return Ok(respond::again(html));
    };
    let taken = rows::take(&app, &proposal, &version, &table, &wanted, form.words());
    if form.value("act") != "write" || taken.remarks.is_empty() {
        let look = Some(taken.look);
        let html = mapped(&app, &visit, &permit, form, shown, &table, look).await?;
        return Ok(respond::private(html));
    }
    write(&app, &permit, &proposal, &id, taken, &wanted).await?;
    let queue = view::moderation_of(&visit.paths(), &proposal);
    Ok(respond::to(&saved(&format!("{queue}&state=published"))))
}

/// Takes the remarks in, with the answers that they came with, and forgets the file.
async fn write(
    app: &App,
    permit: &Permit<ManageRegister>,
    proposal: &Proposal,
    id: &str,
    taken: Taken,
    wanted: &Wanted,
) -> Result<(), PageError> {
    let account = permit.signed_in()?.account.id;
    let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
    let fresh = tx.remarks().receive_table(proposal, &taken.remarks).await?;
    let ids = fresh.iter().map(|new| new.id).collect();
    for (answer, answered) in rows::answers(app, tx.at(), &taken.answers, &ids, wanted.lang) {
        let no_part = std::collections::BTreeMap::new();
        let mut remarks = tx.remarks();
        remarks
            .answer(proposal, &answered, &answer, &no_part)
            .await?;
    }
    if let Ok(upload) = id.parse() {
        tx.register().drop_upload(upload, account).await?;
    }
    tx.commit().await?;
    Ok(())
}

async fn kept(
    app: &App,
    permit: &Permit<ManageRegister>,
    proposal: &Proposal,
    id: &str,
) -> Result<Option<Upload>, PageError> {
    let Ok(id) = id.parse::<UploadId>() else {
        return Err(PageError::NotFound);
    };
    let account = permit.signed_in()?.account.id;
    let register = app.store.register();
    Ok(register.upload(id, proposal.id, account).await?)
}

/// Reads a table off the async threads: unpacking is work.
async fn table(upload: &Upload, which: Which) -> Result<Result<Table, Refused>, PageError> {
    let Upload { name, bytes } = upload.clone();
    tokio::task::spawn_blocking(move || read_table(&bytes, &name, which))
        .await
        .map_err(|error| PageError::Internal(error.into()))
}

/// What a page of a kept file is about.
#[derive(Clone, Copy)]
struct Shown<'a> {
    proposal: &'a Proposal,
    upload: &'a Upload,
    id: &'a str,
}

/// A table of the file, with its columns guessed.
async fn show(
    app: &App,
    visit: &Visit,
    permit: &Permit<ManageRegister>,
    form: Form,
    shown: Shown<'_>,
) -> Result<Response, PageError> {
    let which = mapping::which(&form);
    let Ok(table) = table(shown.upload, which).await? else {
        return Err(PageError::NotFound);
    };
    let zone = view::zone(app, &permit.subject).await?;
    let today = dates::date_of(app.clock.now(), &zone);
    let form = mapping::guessed(form, &table)
        .with("received", today)
        .with("lang", Lang::Pl);
    let html = mapped(app, visit, permit, form, shown, &table, None).await?;
    Ok(respond::private(html))
}

async fn mapped(
    app: &App,
    visit: &Visit,
    permit: &Permit<ManageRegister>,
    form: Form,
    shown: Shown<'_>,
    table: &Table,
    look: Option<Look>,
) -> Result<String, PageError> {
    let m = messages(visit.lang);
    let title = form.titled(m.office_table_columns());
    let place = |paths: &Paths| {
        let asking = view::of(paths, shown.proposal, |words| words.import);
        format!("{asking}/{}", shown.id)
    };
    let frame = view::frame(app, visit, permit, &title, place).await?;
    let page = MappingPage {
        about: shown.proposal.about.title.words(visit.lang).to_owned(),
        list: view::of(&frame.paths, shown.proposal, |words| words.import),
        file: shown.upload.name.clone(),
        is_misnamed: table.name_says == NameSays::SomethingElse,
        tables: tables(table, m),
        columns: mapping::columns(&form, table),
        fields: std::iter::once(Choice::new("", m.office_table_unused()))
            .chain(Column::ALL.map(|it| Choice::new(mapping::key(it), words::column(it, m))))
            .collect(),
        languages: vec![
            Choice::new(Lang::Pl, m.office_lang_pl()),
            Choice::new(Lang::En, m.office_lang_en()),
        ],
        look,
        form,
        frame,
    };
    Ok(page.render()?)
}

/// The tables of a file, where there are several.
fn tables(table: &Table, m: &Messages) -> Vec<Choice> {
    if table.names.len() < 2 {
        return Vec::new();
    }
    let named = table.names.iter().zip(1_usize..);
    named
        .map(|(name, number)| {
            let label = match name.as_str() {
                "" => m.office_table_number(number),
                name => name.to_owned(),
            };
            Choice::new(number, label)
        })
        .collect()
}

async fn asking(
    app: &App,
    visit: &Visit,
    permit: &Permit<ManageRegister>,
    form: Form,
    proposal: &Proposal,
) -> Result<String, PageError> {
    let m = messages(visit.lang);
    let title = form.titled(m.office_table_title());
    let place = |paths: &Paths| view::of(paths, proposal, |words| words.import);
    let frame = view::frame(app, visit, permit, &title, place).await?;
    let page = ImportPage {
        about: proposal.about.title.words(visit.lang).to_owned(),
        list: view::list(&frame.paths, &permit.subject),
        links: view::links(&frame.paths, proposal, m),
        form,
        frame,
    };
    Ok(page.render()?)
}
