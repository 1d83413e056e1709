//! What is said of a call: texts, when it takes what and from whom, limits, consents, quotas.
//!
//! Consents and quotas are rows, which buttons move without storing anything.

mod fill;
mod read;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use wiec_kit::acts::ManageCall;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Choice, Form, in_language};
use wiec_kit::markdown;
use wiec_kit::messages::messages;
use wiec_kit::office::{OfficeFrame, saved};
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::calls::{Access, Anonymity, Call, Tier};
use wiec_model::{Lang, Programme};

use super::change::{Changed, change};
use super::rows::{self, Row};
use super::view::{self, Link};
use super::{hints, words};

pub(super) use fill::{local, number};

/// The rows of texts to agree to.
pub(super) const CONSENTS: &str = "consent";
/// The rows of quotas.
pub(super) const QUOTAS: &str = "quota";

#[derive(Template)]
#[template(path = "office_settings.html")]
struct SettingsPage {
    frame: OfficeFrame,
    form: Form,
    accesses: Vec<Choice>,
    tracks: Vec<Choice>,
    tiers: Vec<Choice>,
    anonymities: Vec<Choice>,
    counted: Vec<Choice>,
    consents: Vec<Row>,
    quotas: Vec<Row>,
    /// What was typed as Markdown, as it will look, where somebody asked to see it.
    previews: Vec<(String, String)>,
    hints: Vec<&'static str>,
    about: String,
    list: String,
    links: Vec<Link>,
}

/// `GET /biuro/{congress}/nabory/{call}/ustawienia`
pub async fn get(
    permit: Permit<ManageCall>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let call = &permit.subject.call;
    let zone = view::zone(&app, &call.congress).await?;
    let form = fill::filled(Form::fresh(visit.lang), &call.setup, &zone);
    let form = form.with("revision", call.revision);
    let html = html(&app, &visit, &permit, form, call).await?;
    Ok(respond::private(html))
}

/// `POST /biuro/{congress}/nabory/{call}/ustawienia`
///
/// Whoever writes over a change that they did not see is told so first, and may send the form again.
#[tracing::instrument(name = "calls.set", skip_all, fields(call.slug = %permit.subject.call.slug))]
pub async fn post(
    permit: Permit<ManageCall>,
    State(app): State<App>,
    visit: Visit,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let call = &permit.subject.call;
    let moved = rows::moved(&data, &[CONSENTS, QUOTAS]);
    let only_shown = moved.is_some() || data.get("act") == Some("preview");
    let mut form = Form::of(moved.unwrap_or(data), visit.lang);
    if only_shown {
        let html = html(&app, &visit, &permit, form, call).await?;
        return Ok(respond::private(html));
    }
    let draft = view::draft(&app, &call.congress).await?;
    let zone = view::zone(&app, &call.congress).await?;
    let Some(setup) = read::read(&mut form, &call.setup, &draft, &zone) else {
        let html = html(&app, &visit, &permit, form, call).await?;
        return Ok(respond::again(html));
    };
    match change(&app, &permit, form, &setup).await? {
        Changed::Done => {
            let path = view::of(&visit.paths(), call, |words| words.settings);
            Ok(respond::to(&saved(&path)))
        }
        Changed::Clash(clash) => {
            let (form, now) = *clash;
            let html = html(&app, &visit, &permit, form, &now).await?;
            Ok(respond::clash(html))
        }
    }
}

async fn html(
    app: &App,
    visit: &Visit,
    permit: &Permit<ManageCall>,
    form: Form,
    call: &Call,
) -> Result<String, PageError> {
    let (m, lang) = (messages(visit.lang), visit.lang);
    let title = form.titled(m.calls_office_settings());
    let place = |paths: &_| view::of(paths, call, |words| words.settings);
    let frame = view::frame(app, visit, &permit.actor, &call.congress, &title, place).await?;
    let draft = view::draft(app, &call.congress).await?;
    let page = SettingsPage {
        accesses: [Access::Open, Access::ByCode]
            .map(|it| Choice::new(words::access_key(it), words::access(it, m)))
            .to_vec(),
        tracks: view::tracks(&draft, &[], lang),
        tiers: Tier::ALL
            .map(|it| Choice::new(it.key(), words::tier(it, m)))
            .to_vec(),
        anonymities: Anonymity::ALL
            .map(|it| Choice::new(it.key(), words::anonymity(it, m)))
            .to_vec(),
        counted: counted(&draft, &frame),
        consents: rows::rows(&form, CONSENTS, "text-pl"),
        quotas: rows::rows(&form, QUOTAS, "of"),
        previews: previews(&form),
        hints: hints::of_window(&call.setup, app.clock.now(), m),
        about: call.setup.title.words(lang).to_owned(),
        list: view::list(&frame.paths, &call.congress),
        links: view::links(&frame.paths, call, m),
        frame,
        form,
    };
    Ok(page.render()?)
}

/// What a quota can count.
fn counted(draft: &Programme, frame: &OfficeFrame) -> Vec<Choice> {
    let m = frame.m;
    let all = Choice::new("all", m.calls_office_quota_all());
    let tracks = draft.tracks.iter().map(|track| {
        let key = format!("track:{}", track.slug);
        Choice::new(key, track.name.words(frame.lang))
    });
    let tiers = Tier::ALL.map(|tier| {
        let key = format!("tier:{}", tier.key());
        Choice::new(key, words::tier(tier, m))
    });
    std::iter::once(all).chain(tracks).chain(tiers).collect()
}

fn previews(form: &Form) -> Vec<(String, String)> {
    if form.value("act") != "preview" {
        return Vec::new();
    }
    let m = form.words();
    let fields = [
        ("guide", m.calls_office_guide()),
        ("rules", m.calls_office_rules()),
    ];
    let shown = fields.into_iter().flat_map(|(name, label)| {
        Lang::ALL.map(|lang| {
            let html = markdown::html(form.value(&in_language(name, lang)));
            (format!("{label} ({lang})"), html)
        })
    });
    shown.filter(|(_, html)| !html.trim().is_empty()).collect()
}
