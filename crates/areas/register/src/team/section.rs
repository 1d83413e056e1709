//! Writing one section of the draft.
//!
//! The form carries the words that it showed. Whoever saves over somebody else's change is shown both,
//! and what is typed is never lost.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use wiec_kit::acts::WriteProposal;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Form, FormData};
use wiec_kit::frame::Frame;
use wiec_kit::messages::messages;
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::register::Section;
use wiec_store::{Hold, HoldTaken, SectionSaved};

use super::{clash, hold, view};

/// The longest section, in letters: a hundred pages.
pub const LETTERS: usize = 300_000;

#[derive(Template)]
#[template(path = "team_section.html")]
struct SectionPage {
    frame: Frame,
    desk: String,
    heading: String,
    action: String,
    hold: String,
    release: String,
    take_over: String,
    owner: String,
    version: String,
    form: Form,
    state: Shown,
}

/// How somebody stands to the section that they want to write.
enum Shown {
    /// They may write.
    Free,
    /// Somebody else writes; this is the text so far.
    Held {
        who: String,
        at: String,
        text: String,
    },
    /// Somebody else writes, and this was typed nevertheless.
    Typed { who: String, at: String },
    /// There is no such section any more, and this was typed.
    Gone,
}

/// `GET …/zespol/sekcja/{section}`
pub async fn get(
    permit: Permit<WriteProposal>,
    State(app): State<App>,
    visit: Visit,
    Path((_, key)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let proposal = &permit.subject.proposal;
    let draft = view::draft(&app, proposal).await?;
    let section = hold::find(&draft, &key).ok_or(PageError::NotFound)?;
    let me = permit.signed_in()?.account.id;
    let held = hold::holder(&app, proposal, &key, me).await?;
    let state = match &held {
        Some(hold) => Standing::Held(hold),
        None => Standing::Free,
    };
    let form = Form::fresh(visit.lang)
        .with("wording", &section.markdown)
        .with("seen", &section.markdown);
    Ok(respond::private(html(
        &app,
        &visit,
        &permit,
        &key,
        Some(&section),
        form,
        state,
    )?))
}

/// `POST …/zespol/sekcja/{section}`: saves it, unless somebody else holds it or saved it meanwhile.
#[tracing::instrument(name = "register.save_section", skip_all, fields(proposal.slug = %permit.subject.proposal.slug))]
pub async fn post(
    permit: Permit<WriteProposal>,
    State(app): State<App>,
    visit: Visit,
    Path((_, key)): Path<(String, String)>,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let proposal = &permit.subject.proposal;
    let me = permit.signed_in()?.account.id;
    let mut form = Form::of(data, visit.lang);
    let m = form.words();
    let draft = view::draft(&app, proposal).await?;
    let section = hold::find(&draft, &key);
    let wording = form.typed("wording", m.team_wording()).lines(LETTERS);
    if !form.is_valid() {
        let html = html(
            &app,
            &visit,
            &permit,
            &key,
            section.as_ref(),
            form,
            Standing::Free,
        )?;
        return Ok(respond::again(html));
    }
    let wording = wording.unwrap_or_default();
    let seen = seen(&form, section.as_ref());
    let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
    if form.value("act") == "take" {
        tx.register().take_over(proposal, &key, me).await?;
    } else if let HoldTaken::Taken(_) = tx.register().hold(proposal, &key, me).await? {
        drop(tx);
        let held = hold::holder(&app, proposal, &key, me).await?;
        let state = held.as_ref().map_or(Standing::Free, Standing::Typed);
        let html = html(&app, &visit, &permit, &key, section.as_ref(), form, state)?;
        return Ok(respond::clash(html));
    }
    let mut register = tx.register();
    let saved = register.save_section(proposal, &key, &seen, &wording);
    match saved.await? {
        SectionSaved::Saved(_) => {
            tx.register().let_go(proposal, &key, me).await?;
            tx.commit().await?;
            let desk = visit.paths().team(proposal, "");
            Ok(respond::to(&format!("{}#{key}", view::saved(&desk))))
        }
        SectionSaved::Clash(theirs) => {
            // It stays theirs to decide: the hold is kept while they read both.
            tx.commit().await?;
            let html = clash::html(&app, &visit, proposal, &seen, &theirs, &wording)?;
            Ok(respond::clash(html))
        }
        SectionSaved::Gone => {
            let html = html(&app, &visit, &permit, &key, None, form, Standing::Gone)?;
            Ok(respond::clash(html))
        }
    }
}

/// The words that the form showed. What comes back of a form is trimmed and cleaned, so words that
/// differ from those of now by that alone are those of now.
pub fn seen(form: &Form, now: Option<&Section>) -> String {
    let typed = form.value("seen");
    let is_now = |section: &&Section| {
        let sent = FormData::of(&[("seen", &section.markdown)]);
        sent.get("seen") == Some(typed)
    };
    let same = now.filter(is_now);
    same.map_or_else(|| typed.to_owned(), |section| section.markdown.clone())
}

/// As [`Shown`], of what is stored.
enum Standing<'a> {
    Free,
    Held(&'a Hold),
    Typed(&'a Hold),
    Gone,
}

fn html(
    app: &App,
    visit: &Visit,
    permit: &Permit<WriteProposal>,
    key: &str,
    section: Option<&Section>,
    form: Form,
    standing: Standing<'_>,
) -> Result<String, PageError> {
    let m = messages(visit.lang);
    let proposal = &permit.subject.proposal;
    let heading = section.map_or_else(
        || m.team_section_gone_title().to_owned(),
        |section| view::heading(section, m),
    );
    let title = form.titled(&m.team_section_title(heading.as_str()));
    let frame = view::frame(app, visit, &title, |paths| {
        view::section(paths, proposal, key)
    });
    let who = |hold: &Hold| (hold::name(hold, m), view::moment(hold.held_at, &frame));
    let state = match standing {
        Standing::Free => Shown::Free,
        Standing::Held(hold) => {
            let (who, at) = who(hold);
            let text = section.map_or("", |section| &section.markdown);
            Shown::Held {
                who,
                at,
                text: view::shown(text),
            }
        }
        Standing::Typed(hold) => {
            let (who, at) = who(hold);
            Shown::Typed { who, at }
        }
        Standing::Gone => Shown::Gone,
    };
    let of =
        |word: fn(view::Words) -> &'static str| view::of_section(&frame.paths, proposal, key, word);
    let page = SectionPage {
        desk: frame.paths.team(proposal, ""),
        action: view::section(&frame.paths, proposal, key),
        hold: of(|words| words.hold),
        release: of(|words| words.release),
        take_over: of(|words| words.take_over),
        owner: view::owner(app, permit.signed_in()?.account.id),
        version: view::state(app, form.value("seen")),
        heading,
        form,
        state,
        frame,
    };
    Ok(page.render()?)
}
