//! Publishing the draft as the next version: first a look at what the public gets to see, then it is
//! public for good.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use wiec_kit::acts::WriteProposal;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Form};
use wiec_kit::frame::Frame;
use wiec_kit::messages::messages;
use wiec_kit::paths::Paths;
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::jobs::AboutRemark;
use wiec_model::register::{Content, Draft, Proposal, Version};
use wiec_store::StoreError;

use super::view;
use crate::telling;

/// The longest note on a version, in letters.
const NOTE: usize = 600;

#[derive(Template)]
#[template(path = "team_publish.html")]
struct PublishPage {
    frame: Frame,
    desk: String,
    form: Form,
    number: u32,
    /// The hash of the draft, in pieces between which a line may break.
    hash: Vec<String>,
    merged: Vec<(u32, String)>,
    /// What is new against the version that the public reads; of a first version, the text.
    change: Option<String>,
    is_first: bool,
    can_publish: Readiness,
}

/// Whether a draft can be published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Readiness {
    Ready,
    /// It has no words.
    Empty,
    /// It says what the public reads already.
    Same,
}

/// `GET …/zespol/publikacja`
pub async fn get(
    permit: Permit<WriteProposal>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let proposal = &permit.subject.proposal;
    let draft = view::draft(&app, proposal).await?;
    let form = Form::fresh(visit.lang).with("revision", draft.revision);
    let html = html(&app, &visit, proposal, &draft, form).await?;
    Ok(respond::private(html))
}

/// `POST …/zespol/publikacja`: the authors of what was merged are told in the same transaction. Pressed
/// twice it is one version.
#[tracing::instrument(name = "register.publish", skip_all, fields(proposal.slug = %permit.subject.proposal.slug))]
pub async fn post(
    permit: Permit<WriteProposal>,
    State(app): State<App>,
    visit: Visit,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let proposal = &permit.subject.proposal;
    let mut form = Form::of(data, visit.lang);
    let m = form.words();
    let note = form.typed("note", m.team_note()).bilingual(NOTE, None);
    let seen: u32 = form
        .value("revision")
        .parse()
        .map_err(|_| PageError::Invalid)?;
    let draft = view::draft(&app, proposal).await?;
    let version = view::published(&app, proposal).await?;
    if was_published(&draft, version.as_ref(), seen) {
        return Ok(respond::to(&view::saved(&visit.paths().team(proposal, ""))));
    }
    if !form.is_valid() || readiness(&draft.content, version.as_ref()) != Readiness::Ready {
        let html = html(&app, &visit, proposal, &draft, form).await?;
        return Ok(respond::again(html));
    }
    let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
    let version = match tx.register().publish(proposal, seen, note.as_ref()).await {
        Ok(version) => version,
        Err(StoreError::Stale) => {
            drop(tx);
            let draft = view::draft(&app, proposal).await?;
            let mut form = form.replacing("revision", draft.revision);
            form.fail_whole(m.team_publish_clash());
            let html = html(&app, &visit, proposal, &draft, form).await?;
            return Ok(respond::clash(html));
        }
        Err(error) => return Err(error.into()),
    };
    let about = AboutRemark::Merged {
        version: version.number,
    };
    for remark in &version.merged {
        telling::tell(&mut tx, &proposal.congress, *remark, about).await?;
    }
    tx.commit().await?;
    Ok(respond::to(&view::saved(&visit.paths().team(proposal, ""))))
}

/// Whether this very form was sent before: publishing is the only writing since, and the public reads
/// those words.
fn was_published(draft: &Draft, version: Option<&Version>, seen: u32) -> bool {
    draft.revision == seen + 1
        && version.is_some_and(|version| {
            Some(version.number) == draft.base && version.hash == draft.content.hash()
        })
}

fn readiness(content: &Content, version: Option<&Version>) -> Readiness {
    if content.document.blocks().is_empty() {
        Readiness::Empty
    } else if version.is_some_and(|version| version.content == *content) {
        Readiness::Same
    } else {
        Readiness::Ready
    }
}

fn pieces(hash: &str) -> Vec<String> {
    let letters: Vec<char> = hash.chars().collect();
    letters
        .chunks(16)
        .map(|piece| piece.iter().collect())
        .collect()
}

async fn html(
    app: &App,
    visit: &Visit,
    proposal: &Proposal,
    draft: &Draft,
    form: Form,
) -> Result<String, PageError> {
    let m = messages(visit.lang);
    let version = view::published(app, proposal).await?;
    let remarks = app.store.remarks().all(proposal.id, &["published"]).await?;
    let number = proposal.current.map_or(1, |current| current + 1);
    let title = form.titled(&m.team_publish_title(number));
    let place = |paths: &Paths| view::at(paths, proposal, |words| words.publish);
    let frame = view::frame(app, visit, &title, place);
    let merged = remarks
        .iter()
        .filter(|remark| draft.merged.contains(&remark.id));
    let merged = merged.filter_map(|remark| remark.number);
    let document = &draft.content.document;
    let page = PublishPage {
        desk: frame.paths.team(proposal, ""),
        hash: pieces(&draft.content.hash()),
        merged: merged
            .map(|number| (number, frame.paths.remark(proposal, number)))
            .collect(),
        change: match &version {
            Some(version) => view::excerpt(&version.content.document, document, m),
            None => Some(view::html(document)),
        },
        is_first: version.is_none(),
        can_publish: readiness(&draft.content, version.as_ref()),
        number,
        form,
        frame,
    };
    Ok(page.render()?)
}
