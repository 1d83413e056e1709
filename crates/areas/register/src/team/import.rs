//! Taking the text in from a file: first a look at what would become of it, then it is written.
//!
//! The file itself is kept nowhere. The look is a form that carries what was read of it, so that what is
//! written is what was looked at.

mod refusal;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use wiec_documents::{LeftOut, NameSays, Read, read_text};
use wiec_kit::acts::WriteProposal;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Form};
use wiec_kit::frame::Frame;
use wiec_kit::messages::{Messages, messages};
use wiec_kit::paths::Paths;
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::upload::{NoUpload, Upload};
use wiec_kit::visit::Visit;
use wiec_model::register::{Content, Draft, Proposal};
use wiec_store::DraftSaved;
use wiec_text::{Document, Kind};

use super::view;

/// The longest text, in letters: four hundred pages. What is longer is no proposal.
const LETTERS: usize = 1_200_000;
/// How much of a paragraph is shown in the list of them, in letters.
const BEGINNING: usize = 90;

#[derive(Template)]
#[template(path = "team_import.html")]
struct ImportPage {
    frame: Frame,
    desk: String,
    action: String,
    save: String,
    form: Form,
    look: Option<Look>,
}

/// What would become of a text.
struct Look {
    /// Says that the file is something else than its name says.
    is_misnamed: bool,
    left_out: Vec<String>,
    paragraphs: Vec<Paragraph>,
    kept: usize,
    new: usize,
    gone: usize,
    change: String,
}

struct Paragraph {
    anchor: String,
    beginning: String,
    is_heading: bool,
    is_new: bool,
}

/// `GET …/zespol/wczytaj`
pub async fn get(
    permit: Permit<WriteProposal>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let form = Form::fresh(visit.lang);
    let proposal = &permit.subject.proposal;
    Ok(respond::private(html(&app, &visit, proposal, form, None)?))
}

/// `POST …/zespol/wczytaj`: a look at a file.
#[tracing::instrument(name = "register.read_text", skip_all, fields(proposal.slug = %permit.subject.proposal.slug))]
pub async fn post(
    permit: Permit<WriteProposal>,
    State(app): State<App>,
    visit: Visit,
    upload: Result<Upload, NoUpload>,
) -> Result<Response, PageError> {
    let proposal = &permit.subject.proposal;
    let mut form = Form::fresh(visit.lang);
    let m = form.words();
    let is_too_large = matches!(upload, Err(NoUpload::TooLarge));
    let read = match upload {
        Ok(file) => read(file).await?.map_err(|why| refusal::says(&why, m)),
        Err(why) => Err(no_file(why, m)),
    };
    let read = match read.and_then(|read| fits(read, m)) {
        Ok(read) => read,
        Err(says) => {
            form.fail("file", m.team_import_file(), says);
            let mut response = respond::again(html(&app, &visit, proposal, form, None)?);
            if is_too_large {
                *response.status_mut() = StatusCode::PAYLOAD_TOO_LARGE;
            }
            return Ok(response);
        }
    };
    let draft = view::draft(&app, proposal).await?;
    let look = look(&draft, &read.markdown, m, Some(&read));
    let form = form
        .with("markdown", &read.markdown)
        .with("revision", draft.revision);
    let html = html(&app, &visit, proposal, form, Some(look))?;
    Ok(respond::private(html))
}

/// `POST …/zespol/wczytaj/zapisz`: the text that was looked at becomes the draft's, if nobody wrote
/// meanwhile. Sent twice it is written once.
#[tracing::instrument(name = "register.import_text", skip_all, fields(proposal.slug = %permit.subject.proposal.slug))]
pub async fn save(
    permit: Permit<WriteProposal>,
    State(app): State<App>,
    visit: Visit,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let proposal = &permit.subject.proposal;
    let mut form = Form::of(data, visit.lang);
    let m = form.words();
    let markdown = form.typed("markdown", m.team_wording()).required();
    let markdown = markdown.lines(LETTERS).ok_or(PageError::Invalid)?;
    let seen = form
        .value("revision")
        .parse()
        .map_err(|_| PageError::Invalid)?;
    let draft = view::draft(&app, proposal).await?;
    let content = Content {
        document: draft.content.document.revise(&markdown),
        ..draft.content.clone()
    };
    let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
    let saved = tx.register().save_draft(proposal, seen, &content).await?;
    match saved {
        DraftSaved::Saved(_) => {
            tx.commit().await?;
            Ok(respond::to(&view::saved(&visit.paths().team(proposal, ""))))
        }
        DraftSaved::Clash(theirs) => {
            drop(tx);
            let mut form = form.replacing("revision", theirs.revision);
            form.fail_whole(m.team_import_clash());
            let look = look(&theirs, &markdown, m, None);
            let html = html(&app, &visit, proposal, form, Some(look))?;
            Ok(respond::clash(html))
        }
    }
}

/// Reads a file beside the requests of others: a large one takes its time.
async fn read(file: Upload) -> Result<Result<Read, wiec_documents::Refused>, PageError> {
    let reading = tokio::task::spawn_blocking(move || read_text(&file.bytes, &file.name));
    reading
        .await
        .map_err(|broken| PageError::Internal(broken.into()))
}

fn no_file(why: NoUpload, m: &Messages) -> String {
    match why {
        NoUpload::Missing => m.team_import_none().to_owned(),
        NoUpload::TooLarge => m.team_refused_large().to_owned(),
        NoUpload::Unreadable => m.team_import_broken().to_owned(),
    }
}

/// A text that a proposal can have: some words, and not too many.
fn fits(read: Read, m: &Messages) -> Result<Read, String> {
    if read.markdown.chars().count() > LETTERS {
        return Err(m.team_refused_long().to_owned());
    }
    if Document::from_markdown(&read.markdown).blocks().is_empty() {
        return Err(m.team_refused_empty().to_owned());
    }
    Ok(read)
}

fn look(draft: &Draft, markdown: &str, m: &'static Messages, read: Option<&Read>) -> Look {
    let before = &draft.content.document;
    let after = before.revise(markdown);
    let is_kept = |anchor| before.find(anchor).is_some();
    let kept = after
        .blocks()
        .iter()
        .filter(|it| is_kept(it.anchor))
        .count();
    let paragraph = |block: &wiec_text::Block| Paragraph {
        anchor: block.anchor.to_string(),
        beginning: beginning(&block.content.text.letters()),
        is_heading: matches!(block.content.kind, Kind::Heading(_)),
        is_new: !is_kept(block.anchor),
    };
    let left_out = read.map_or(&[][..], |read| &read.left_out);
    Look {
        is_misnamed: read.is_some_and(|read| read.name_says == NameSays::SomethingElse),
        left_out: left_out
            .iter()
            .map(|(what, count)| left_out_words(*what, *count, m))
            .collect(),
        paragraphs: after.blocks().iter().map(paragraph).collect(),
        kept,
        new: after.blocks().len() - kept,
        gone: before.blocks().len() - kept,
        change: view::marked(before, &after, m),
    }
}

fn beginning(words: &str) -> String {
    let mut short: String = words.chars().take(BEGINNING).collect();
    if words.chars().count() > BEGINNING {
        short.push('…');
    }
    short
}

fn left_out_words(what: LeftOut, count: usize, m: &Messages) -> String {
    match what {
        LeftOut::Picture => m.team_left_pictures(count),
        LeftOut::TextBox => m.team_left_boxes(count),
        LeftOut::Object => m.team_left_objects(count),
        LeftOut::Formula => m.team_left_formulas(count),
        LeftOut::Comment => m.team_left_comments(count),
        LeftOut::HiddenText => m.team_left_hidden(count),
        LeftOut::StruckText => m.team_left_struck(count),
        LeftOut::StruckRow => m.team_left_struck_rows(count),
        LeftOut::Contents => m.team_left_contents(count),
        LeftOut::HeaderOrFooter => m.team_left_headers(count),
        LeftOut::NestedTable => m.team_left_nested(count),
        LeftOut::UnsafeLink => m.team_left_links(count),
    }
}

fn html(
    app: &App,
    visit: &Visit,
    proposal: &Proposal,
    form: Form,
    look: Option<Look>,
) -> Result<String, PageError> {
    let m = messages(visit.lang);
    let title = form.titled(m.team_import_title());
    let place = |paths: &Paths| view::at(paths, proposal, |words| words.import);
    let frame = view::frame(app, visit, &title, place);
    let action = place(&frame.paths);
    let page = ImportPage {
        desk: frame.paths.team(proposal, ""),
        save: format!("{action}/{}", view::words(visit.lang).save),
        action,
        form,
        look,
        frame,
    };
    Ok(page.render()?)
}
