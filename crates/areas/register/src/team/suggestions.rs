//! Suggestions: the team reads what members and observers would write instead, and decides.
//!
//! What is taken goes the way of every saving: it is compared, and never written over what somebody else
//! saved meanwhile.

pub mod make;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use uuid::Uuid;
use wiec_kit::acts::{ReadProposalDraft, WriteProposal};
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Form};
use wiec_kit::frame::Frame;
use wiec_kit::messages::messages;
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::register::{Draft, Proposal};
use wiec_model::rules::Actor;
use wiec_store::{HoldTaken, SectionSaved, Suggestion, SuggestionState};

use super::{clash, hold, section, view};

#[derive(Template)]
#[template(path = "team_suggestions.html")]
struct SuggestionsPage {
    frame: Frame,
    desk: String,
    is_saved: bool,
    may_write: bool,
    form: Form,
    rows: Vec<Row>,
}

struct Row {
    id: Uuid,
    who: String,
    at: String,
    heading: String,
    reasons: Option<String>,
    /// What it would change in the section as it is now.
    change: Option<String>,
    /// What it says, once decided or when the section is gone.
    wording: String,
    state: SuggestionState,
    /// The form by which it is taken; none where there is no such section any more.
    form: Option<Form>,
}

/// `GET …/zespol/sugestie`
pub async fn get(
    permit: Permit<ReadProposalDraft>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let proposal = &permit.subject.proposal;
    let form = Form::fresh(visit.lang);
    let html = html(&app, &visit, &permit.actor, proposal, form).await?;
    Ok(respond::private(html))
}

/// `POST …/zespol/sugestie`: takes one into its section, or declines it.
#[tracing::instrument(name = "register.decide_suggestion", skip_all, fields(proposal.slug = %permit.subject.proposal.slug))]
pub async fn post(
    permit: Permit<WriteProposal>,
    State(app): State<App>,
    visit: Visit,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let proposal = &permit.subject.proposal;
    let mut form = Form::of(data, visit.lang);
    let m = form.words();
    let wording = form
        .typed("wording", m.team_wording())
        .lines(section::LETTERS);
    let id: Uuid = form
        .value("suggestion")
        .parse()
        .map_err(|_| PageError::Invalid)?;
    let all = app.store.register().suggestions(proposal.id).await?;
    let one = all
        .iter()
        .find(|it| it.id == id)
        .ok_or(PageError::NotFound)?;
    let list = view::saved(&view::at(&visit.paths(), proposal, |words| {
        words.suggestions
    }));
    if one.state != SuggestionState::Open {
        return Ok(respond::to(&list));
    }
    let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
    if form.value("act") != "take" {
        let declined = SuggestionState::Declined;
        tx.register()
            .decide_suggestion(proposal, id, declined)
            .await?;
        tx.commit().await?;
        return Ok(respond::to(&list));
    }
    let wording = wording.unwrap_or_default();
    let draft = view::draft(&app, proposal).await?;
    let seen = section::seen(&form, hold::find(&draft, &one.section).as_ref());
    let me = permit.signed_in()?.account.id;
    if let HoldTaken::Taken(_) = tx.register().hold(proposal, &one.section, me).await? {
        drop(tx);
        form.fail_whole(m.team_suggestion_held());
        let html = html(&app, &visit, &permit.actor, proposal, form).await?;
        return Ok(respond::clash(html));
    }
    let mut register = tx.register();
    let saved = register.save_section(proposal, &one.section, &seen, &wording);
    match saved.await? {
        SectionSaved::Saved(_) => {
            let taken = SuggestionState::Taken;
            tx.register().decide_suggestion(proposal, id, taken).await?;
            tx.register().let_go(proposal, &one.section, me).await?;
            tx.commit().await?;
            Ok(respond::to(&list))
        }
        SectionSaved::Clash(theirs) => {
            tx.commit().await?;
            let html = clash::html(&app, &visit, proposal, &seen, &theirs, &wording)?;
            Ok(respond::clash(html))
        }
        SectionSaved::Gone => {
            drop(tx);
            form.fail_whole(m.team_suggestion_gone());
            let html = html(&app, &visit, &permit.actor, proposal, form).await?;
            Ok(respond::clash(html))
        }
    }
}

async fn html(
    app: &App,
    visit: &Visit,
    actor: &Actor,
    proposal: &Proposal,
    form: Form,
) -> Result<String, PageError> {
    let m = messages(visit.lang);
    let draft = view::draft(app, proposal).await?;
    let all = app.store.register().suggestions(proposal.id).await?;
    let title = form.titled(m.team_suggestions());
    let frame = view::frame(app, visit, &title, |paths| {
        view::at(paths, proposal, |words| words.suggestions)
    });
    let page = SuggestionsPage {
        desk: frame.paths.team(proposal, ""),
        is_saved: visit.asks("saved"),
        may_write: view::may_write(actor, proposal),
        rows: all.iter().map(|it| row(it, &draft, &frame)).collect(),
        form,
        frame,
    };
    Ok(page.render()?)
}

fn row(one: &Suggestion, draft: &Draft, frame: &Frame) -> Row {
    let m = frame.m;
    let section = hold::find(draft, &one.section);
    let open = section
        .as_ref()
        .filter(|_| one.state == SuggestionState::Open);
    Row {
        id: one.id,
        who: one
            .name
            .clone()
            .unwrap_or_else(|| m.team_nameless().to_owned()),
        at: view::moment(one.made_at, frame),
        heading: section.as_ref().map_or_else(
            || m.team_section_gone_title().to_owned(),
            |section| view::heading(section, m),
        ),
        reasons: one.reasons.clone(),
        change: open.map(|section| view::marked_words(&section.markdown, &one.wording, m)),
        wording: view::shown(&one.wording),
        state: one.state,
        form: open.map(|section| {
            Form::fresh(frame.lang)
                .with("wording", &one.wording)
                .with("seen", &section.markdown)
        }),
    }
}

impl SuggestionsPage {
    /// The words that a form carries, to be escaped by the page.
    fn value(&self, form: &Form, name: &str) -> String {
        form.value(name).to_owned()
    }
}
