//! Making a suggestion: another wording of a section, with reasons.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use uuid::Uuid;
use wiec_kit::acts::ReadProposalDraft;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Form};
use wiec_kit::frame::Frame;
use wiec_kit::messages::messages;
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::register::Section;
use wiec_store::{Suggestion, SuggestionState};

use super::super::{hold, section, view};

/// The longest reasons, in letters.
const REASONS: usize = 4_000;

#[derive(Template)]
#[template(path = "team_suggest.html")]
struct SuggestPage {
    frame: Frame,
    desk: String,
    action: String,
    owner: String,
    version: String,
    form: Form,
}

/// `GET …/zespol/sekcja/{section}/sugestia`
pub async fn get(
    permit: Permit<ReadProposalDraft>,
    State(app): State<App>,
    visit: Visit,
    Path((_, key)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let draft = view::draft(&app, &permit.subject.proposal).await?;
    let section = hold::find(&draft, &key).ok_or(PageError::NotFound)?;
    let form = Form::fresh(visit.lang)
        .with("wording", &section.markdown)
        .keyed(&app.chance);
    Ok(respond::private(html(
        &app, &visit, &permit, &section, form,
    )?))
}

/// `POST …/zespol/sekcja/{section}/sugestia`
#[tracing::instrument(name = "register.suggest", skip_all, fields(proposal.slug = %permit.subject.proposal.slug))]
pub async fn post(
    permit: Permit<ReadProposalDraft>,
    State(app): State<App>,
    visit: Visit,
    Path((_, key)): Path<(String, String)>,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let proposal = &permit.subject.proposal;
    let draft = view::draft(&app, proposal).await?;
    let section = hold::find(&draft, &key).ok_or(PageError::NotFound)?;
    let mut form = Form::of(data, visit.lang).keyed(&app.chance);
    let m = form.words();
    let wording = form.typed("wording", m.team_wording()).required();
    let wording = wording.lines(section::LETTERS);
    let reasons = form.typed("reasons", m.team_reasons()).lines(REASONS);
    if wording.as_deref() == Some(section.markdown.trim()) {
        form.fail("wording", m.team_wording(), m.team_suggest_same());
    }
    let Some(wording) = wording.filter(|_| form.is_valid()) else {
        return Ok(respond::again(html(&app, &visit, &permit, &section, form)?));
    };
    let key_with_words = form.key_with_words().unwrap_or_default();
    let suggestion = Suggestion {
        id: id(&app, "suggestion", &key_with_words),
        section: key,
        account: permit.signed_in()?.account.id,
        name: None,
        wording,
        reasons,
        state: SuggestionState::Open,
        made_at: app.clock.now(),
    };
    let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
    tx.register().suggest(proposal, &suggestion).await?;
    tx.commit().await?;
    let list = view::at(&visit.paths(), proposal, |words| words.suggestions);
    Ok(respond::to(&view::saved(&list)))
}

/// A row's key that follows from what a form carried: sent twice, it is one row.
pub fn id(app: &App, purpose: &str, words: &str) -> Uuid {
    let signed = app.secret.sign(purpose, words);
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&signed[..16]);
    uuid::Builder::from_random_bytes(bytes).into_uuid()
}

fn html(
    app: &App,
    visit: &Visit,
    permit: &Permit<ReadProposalDraft>,
    section: &Section,
    form: Form,
) -> Result<String, PageError> {
    let m = messages(visit.lang);
    let proposal = &permit.subject.proposal;
    let key = section.key();
    let place = |paths: &wiec_kit::paths::Paths| {
        view::of_section(paths, proposal, &key, |words| words.suggestion)
    };
    let heading = view::heading(section, m);
    let title = form.titled(&m.team_suggest_title(heading.as_str()));
    let frame = view::frame(app, visit, &title, place);
    let page = SuggestPage {
        desk: frame.paths.team(proposal, ""),
        action: place(&frame.paths),
        owner: view::owner(app, permit.signed_in()?.account.id),
        version: view::state(app, &section.markdown),
        form,
        frame,
    };
    Ok(page.render()?)
}
