//! The form behind the accessibility statement.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use wiec_kit::acts::EditNotices;
use wiec_kit::app::App;
use wiec_kit::dates;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Choice, Form};
use wiec_kit::history::{Told, history_of};
use wiec_kit::messages::{Messages, messages};
use wiec_kit::office::{OfficeFrame, Part};
use wiec_kit::paths::{Paths, words};
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::Slug;
use wiec_model::notice::{Accessibility, Conformity, NoticeKind};

use crate::editing::{self, Editable, Outcome};

/// Lists of barriers can be long, and no longer than anybody reads.
const LONG: usize = 6000;
const SHORT: usize = 200;

#[derive(Template)]
#[template(path = "statement_form.html")]
struct FormPage {
    frame: OfficeFrame,
    form: Form,
    statuses: Vec<Choice>,
    told: Told,
}

/// `GET /biuro/{congress}/dokumenty/deklaracja-dostepnosci`
pub async fn get(
    permit: Permit<EditNotices>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let form = editing::open::<Accessibility>(&app, &visit, &permit.subject).await?;
    let html = html(&app, &visit, &permit, form).await?;
    Ok(respond::private(html))
}

/// `POST /biuro/{congress}/dokumenty/deklaracja-dostepnosci`
pub async fn post(
    permit: Permit<EditNotices>,
    State(app): State<App>,
    visit: Visit,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    match editing::save::<Accessibility>(&app, &visit, &permit, data).await? {
        Outcome::Written(response) => Ok(response),
        Outcome::Again(form) => {
            let html = html(&app, &visit, &permit, form).await?;
            Ok(respond::again(html))
        }
    }
}

async fn html(
    app: &App,
    visit: &Visit,
    permit: &Permit<EditNotices>,
    form: Form,
) -> Result<String, PageError> {
    let m = messages(visit.lang);
    let congress = &permit.subject;
    let title = form.titled(m.accessibility_title());
    let place = |paths: &Paths| path(paths, congress);
    let part = Part::Notices;
    let frame = OfficeFrame::open(app, visit, &permit.actor, congress, part, &title, place).await?;
    let subject = "notice accessibility";
    let page = FormPage {
        told: history_of(app, visit.lang, &frame.zone, congress, subject).await?,
        statuses: Conformity::ALL
            .map(|status| Choice::new(status.key(), status_name(status, m)))
            .to_vec(),
        frame,
        form,
    };
    Ok(page.render()?)
}

/// The address of the form.
pub fn path(paths: &Paths, congress: &Slug) -> String {
    let words = words(paths.lang());
    let part = format!("{}/{}", words.notices, words.accessibility);
    paths.in_office(congress, &part)
}

fn status_name(status: Conformity, m: &Messages) -> &'static str {
    match status {
        Conformity::Full => m.accessibility_is_full(),
        Conformity::Partial => m.accessibility_is_partial(),
        Conformity::None => m.accessibility_is_none(),
    }
}

impl Editable for Accessibility {
    const KIND: NoticeKind = NoticeKind::Accessibility;

    /// Where the site is, and what day it is.
    fn fresh(app: &App, form: Form) -> Form {
        let today = dates::date_of(app.clock.now(), &wiec_model::Zone::default());
        form.with("url", &app.site.base)
            .with("prepared", today)
            .with("reviewed", today)
    }

    fn filled(&self, form: Form) -> Form {
        let it = self;
        form.with_text("body", Some(&it.body))
            .with("url", &it.url)
            .with("published", it.published_on)
            .with("updated", it.updated_on)
            .with("status", it.status.key())
            .with_text("failures", it.failures.as_ref())
            .with_text("exemptions", it.exemptions.as_ref())
            .with("prepared", it.prepared_on)
            .with("reviewed", it.reviewed_on)
            .with("auditor", it.auditor.as_deref().unwrap_or_default())
            .with("person", &it.person)
            .with("email", &it.email)
            .with("phone", &it.phone)
            .with_text("building", it.architecture.as_ref())
            .with_text("apps", it.apps.as_ref())
    }

    fn read(form: &mut Form) -> Option<Self> {
        let m = form.words();
        let body = form
            .typed("body", m.accessibility_body())
            .required()
            .bilingual(SHORT, None);
        let url = form
            .typed("url", m.accessibility_url())
            .required()
            .parse(m.accessibility_url_wrong(), web_address);
        let published = form
            .typed("published", m.accessibility_published())
            .required()
            .date();
        let updated = form
            .typed("updated", m.accessibility_updated())
            .required()
            .date();
        let status = form
            .typed("status", m.accessibility_status())
            .required()
            .choice(|key| {
                Conformity::ALL
                    .into_iter()
                    .find(|status| status.key() == key)
            });
        let failures = form
            .typed("failures", m.accessibility_failures())
            .bilingual(LONG, None);
        let exemptions = form
            .typed("exemptions", m.accessibility_exemptions())
            .bilingual(LONG, None);
        let prepared = form
            .typed("prepared", m.accessibility_prepared_on())
            .required()
            .date();
        let reviewed = form
            .typed("reviewed", m.accessibility_reviewed_on())
            .required()
            .date();
        let auditor = form.typed("auditor", m.accessibility_auditor()).text(SHORT);
        let person = form
            .typed("person", m.accessibility_person())
            .required()
            .text(SHORT);
        let email = form
            .typed("email", m.accessibility_email())
            .required()
            .email();
        let phone = form
            .typed("phone", m.accessibility_phone())
            .required()
            .parse(m.accessibility_phone_wrong(), telephone);
        let architecture = form
            .typed("building", m.accessibility_building())
            .bilingual(LONG, None);
        let apps = form
            .typed("apps", m.accessibility_apps())
            .bilingual(LONG, None);
        if status == Some(Conformity::Partial) && failures.is_none() && exemptions.is_none() {
            form.fail(
                "failures-pl",
                m.accessibility_failures(),
                m.accessibility_partial_of_what(),
            );
        }
        if !form.is_valid() {
            return None;
        }
        Some(Self {
            body: body?,
            url: url?,
            published_on: published?,
            updated_on: updated?,
            status: status?,
            failures,
            exemptions,
            prepared_on: prepared?,
            reviewed_on: reviewed?,
            auditor,
            person: person?,
            email: email?,
            phone: phone?,
            architecture,
            apps,
        })
    }
}

/// An address that a link can have without doing anything but leading there.
fn web_address(typed: &str) -> Option<String> {
    let is_web = typed.starts_with("https://") || typed.starts_with("http://");
    let is_one = !typed.contains(char::is_whitespace) && typed.len() <= SHORT;
    (is_web && is_one).then(|| typed.to_owned())
}

fn telephone(typed: &str) -> Option<String> {
    let digits = typed.chars().filter(char::is_ascii_digit).count();
    let is_plain = typed
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, '+' | ' ' | '-' | '(' | ')' | '.'));
    (is_plain && (5..=20).contains(&digits)).then(|| typed.to_owned())
}
