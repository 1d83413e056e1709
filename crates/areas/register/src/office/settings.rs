//! Making a proposal, and changing what is known of it and the rules of its discussion.
//!
//! The team is rows. A row is added, moved and taken away by buttons that send the form and get it back:
//! nothing is stored before somebody saves it all. Who may write the text is a matter of roles.

mod read;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use wiec_kit::acts::ManageRegister;
use wiec_kit::app::App;
use wiec_kit::dates;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Choice, Form};
use wiec_kit::history::{Told, history_of};
use wiec_kit::messages::messages;
use wiec_kit::office::{OfficeFrame, Part, saved};
use wiec_kit::paths::Paths;
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::digest::hex;
use wiec_model::register::{Authors, Content, Moderation, Proposal, ProposalId, TeamPart};
use wiec_model::{Lang, Programme, Slug};
use wiec_store::{NewProposal, StoreError};

use super::change::{Changed, change};
use super::rows::{self, Row};
use super::view::{self, Link};
use super::words;

/// The rows of the team.
pub(super) const TEAM: &str = "team";
/// What the key of a proposal follows from the secret for.
const PURPOSE: &str = "proposal";

#[derive(Template)]
#[template(path = "office_settings.html")]
struct SettingsPage {
    frame: OfficeFrame,
    form: Form,
    tracks: Vec<Choice>,
    goals: Vec<Choice>,
    sessions: Vec<Choice>,
    languages: Vec<Choice>,
    moderations: Vec<Choice>,
    authors: Vec<Choice>,
    parts: Vec<Choice>,
    team: Vec<Row>,
    list: String,
    roles: String,
    /// What there is of a proposal that is made already.
    made: Option<Made>,
}

/// What only a proposal that is made has.
struct Made {
    address: String,
    links: Vec<Link>,
    told: Told,
    /// Where its hours are set, if its consultation says on which days remarks are taken.
    opens_by: Option<String>,
    closes_by: Option<String>,
}

/// `GET /biuro/{congress}/propozycje/nowa`
pub async fn new(
    permit: Permit<ManageRegister>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let form = Form::fresh(visit.lang)
        .with("lang", Lang::Pl)
        .with("moderation", Moderation::AtOnce.key())
        .with("authors", Authors::Anybody.key());
    Ok(respond::private(
        html(&app, &visit, &permit, form, None).await?,
    ))
}

/// `POST /biuro/{congress}/propozycje/nowa`
///
/// The challenges of its theme that came with the programme become the proposal's. Sent twice, it is
/// made once: its key follows from the form's.
pub async fn create(
    permit: Permit<ManageRegister>,
    State(app): State<App>,
    visit: Visit,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let congress = &permit.subject;
    if let Some(moved) = rows::moved(&data, &[TEAM]) {
        let form = Form::of(moved, visit.lang);
        let html = html(&app, &visit, &permit, form, None).await?;
        return Ok(respond::private(html));
    }
    let mut form = Form::of(data, visit.lang);
    let key = form.key().ok_or(PageError::Invalid)?.to_owned();
    let draft = draft(&app, congress).await?;
    let zone = view::zone(&app, congress).await?;
    let wanted = read::read(&mut form, &draft, None, &zone);
    let slug = read::slug(&mut form, wanted.as_ref().map(|(about, _)| about));
    let (Some((about, discussion)), Some(slug)) = (wanted, slug) else {
        return Ok(respond::again(
            html(&app, &visit, &permit, form, None).await?,
        ));
    };
    let mut content = Content::empty();
    let theirs = draft.proposals.into_iter();
    content.challenges = theirs.filter(|it| it.track == about.track).collect();
    let new = NewProposal {
        id: key_of(&app, congress, &key)?,
        congress: congress.clone(),
        slug,
        about,
        discussion,
        content,
    };
    let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
    match tx.register().create(&new).await {
        Ok(()) => {
            tx.commit().await?;
            let made = view::proposal(&app, congress, new.slug.as_str()).await?;
            let path = view::of(&visit.paths(), &made, |words| words.settings);
            Ok(respond::to(&saved(&path)))
        }
        Err(StoreError::Conflict { .. }) => {
            drop(tx);
            if let Some(made) = app.store.register().get(new.id).await? {
                let path = view::of(&visit.paths(), &made, |words| words.settings);
                return Ok(respond::to(&saved(&path)));
            }
            let m = form.words();
            form.fail(
                "slug",
                m.office_proposal_slug(),
                m.office_proposal_slug_taken(new.slug.as_str()),
            );
            Ok(respond::again(
                html(&app, &visit, &permit, form, None).await?,
            ))
        }
        Err(error) => Err(error.into()),
    }
}

/// `GET /biuro/{congress}/propozycje/{proposal}/ustawienia`
pub async fn get(
    permit: Permit<ManageRegister>,
    State(app): State<App>,
    visit: Visit,
    Path((_, word)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let proposal = view::proposal(&app, &permit.subject, &word).await?;
    let zone = view::zone(&app, &permit.subject).await?;
    let form = read::filled(Form::fresh(visit.lang), &proposal, &zone);
    let form = form.with("revision", proposal.revision);
    let html = html(&app, &visit, &permit, form, Some(&proposal)).await?;
    Ok(respond::private(html))
}

/// `POST /biuro/{congress}/propozycje/{proposal}/ustawienia`
///
/// Whoever writes over a change that they did not see is told so first, and may send the form again.
pub async fn post(
    permit: Permit<ManageRegister>,
    State(app): State<App>,
    visit: Visit,
    Path((_, word)): Path<(String, String)>,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let congress = &permit.subject;
    let before = view::proposal(&app, congress, &word).await?;
    if let Some(moved) = rows::moved(&data, &[TEAM]) {
        let form = Form::of(moved, visit.lang);
        let html = html(&app, &visit, &permit, form, Some(&before)).await?;
        return Ok(respond::private(html));
    }
    let mut form = Form::of(data, visit.lang);
    let draft = draft(&app, congress).await?;
    let zone = view::zone(&app, congress).await?;
    let Some((about, discussion)) = read::read(&mut form, &draft, Some(&before), &zone) else {
        let html = html(&app, &visit, &permit, form, Some(&before)).await?;
        return Ok(respond::again(html));
    };
    let after = Proposal {
        about,
        discussion: discussion.within(&before.consultation, &zone),
        ..before.clone()
    };
    match change(&app, &permit, form, &before, &after).await? {
        Changed::Done => {
            let path = view::of(&visit.paths(), &before, |words| words.settings);
            Ok(respond::to(&saved(&path)))
        }
        Changed::Clash(clash) => {
            let (form, now) = *clash;
            let html = html(&app, &visit, &permit, form, Some(&now)).await?;
            Ok(respond::clash(html))
        }
    }
}

async fn draft(app: &App, congress: &Slug) -> Result<Programme, PageError> {
    let draft = app.store.drafts().find(congress).await?;
    draft.ok_or(PageError::NotFound)
}

/// The key that a proposal made by this form has.
fn key_of(app: &App, congress: &Slug, key: &str) -> Result<ProposalId, PageError> {
    let signed = app.secret.sign(PURPOSE, &format!("{congress}/{key}"));
    hex(&signed[..16]).parse().map_err(|_| PageError::Invalid)
}

async fn html(
    app: &App,
    visit: &Visit,
    permit: &Permit<ManageRegister>,
    form: Form,
    proposal: Option<&Proposal>,
) -> Result<String, PageError> {
    let congress = &permit.subject;
    let m = messages(visit.lang);
    let title = proposal.map_or(m.office_proposal_new(), |it| {
        it.about.title.words(visit.lang)
    });
    let place = |paths: &Paths| match proposal {
        Some(proposal) => view::of(paths, proposal, |words| words.settings),
        None => view::beside(paths, congress, |words| words.new),
    };
    let frame = view::frame(app, visit, permit, &form.titled(title), place).await?;
    let draft = draft(app, congress).await?;
    let form = form.keyed(&app.chance);
    let made = match proposal {
        Some(proposal) => Some(made(app, &frame, proposal).await?),
        None => None,
    };
    let lang = visit.lang;
    let mut sessions: Vec<_> = draft
        .sessions
        .iter()
        .filter(|session| !draft.is_service(session))
        .collect();
    sessions.sort_by(|a, b| a.code.cmp(&b.code));
    let page = SettingsPage {
        tracks: std::iter::once(Choice::new("", m.office_choose()))
            .chain(
                draft
                    .tracks
                    .iter()
                    .map(|it| Choice::new(&it.slug, it.name.words(lang))),
            )
            .collect(),
        goals: draft
            .goals
            .iter()
            .map(|it| Choice::new(&it.slug, it.name.words(lang)))
            .collect(),
        sessions: sessions
            .into_iter()
            .map(|it| Choice::new(it.guid, format!("{} {}", it.code, it.title.words(lang))))
            .collect(),
        languages: vec![
            Choice::new(Lang::Pl, m.office_lang_pl()),
            Choice::new(Lang::En, m.office_lang_en()),
        ],
        moderations: Moderation::ALL
            .map(|it| Choice::new(it.key(), words::moderation(it, m)))
            .to_vec(),
        authors: Authors::ALL
            .map(|it| Choice::new(it.key(), words::authors(it, m)))
            .to_vec(),
        parts: TeamPart::ALL
            .map(|it| Choice::new(it.key(), words::team_part(it, m)))
            .to_vec(),
        team: rows::rows(&form, TEAM, "name"),
        list: view::list(&frame.paths, congress),
        roles: Part::Roles.path(&frame.paths, congress),
        made,
        frame,
        form,
    };
    Ok(page.render()?)
}

async fn made(app: &App, frame: &OfficeFrame, proposal: &Proposal) -> Result<Made, PageError> {
    let (m, lang) = (frame.m, frame.lang);
    let subject = format!("proposal {}", proposal.slug);
    let congress = &proposal.congress;
    let moment = |at| dates::moment(at, &frame.zone, lang);
    let by = |has_day: bool, at: Option<jiff::Timestamp>| at.filter(|_| has_day).map(moment);
    let (discussion, days) = (&proposal.discussion, &proposal.consultation);
    Ok(Made {
        address: view::public(&frame.paths, proposal).proposal(proposal),
        links: view::links(&frame.paths, proposal, m),
        told: history_of(app, lang, &frame.zone, congress, &subject).await?,
        opens_by: by(days.opens_on.is_some(), discussion.opens_at),
        closes_by: by(days.closes_on.is_some(), discussion.closes_at),
    })
}

impl SettingsPage {
    /// When it opens, if its consultation says so.
    fn opens_by(&self) -> Option<&str> {
        self.made.as_ref()?.opens_by.as_deref()
    }

    /// When it closes, if its consultation says so.
    fn closes_by(&self) -> Option<&str> {
        self.made.as_ref()?.closes_by.as_deref()
    }
}
