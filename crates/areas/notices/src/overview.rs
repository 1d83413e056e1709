//! The pages that the law asks for, as the office sees them: which are there, and which wait.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use wiec_kit::acts::EditNotices;
use wiec_kit::app::App;
use wiec_kit::dates;
use wiec_kit::error::PageError;
use wiec_kit::messages::messages;
use wiec_kit::office::{OfficeFrame, Part};
use wiec_kit::paths::Paths;
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::{Form, Visit};
use wiec_model::notice::{Accessibility, NoticeKind, Privacy};

use crate::{privacy, statement_form};

#[derive(Template)]
#[template(path = "overview.html")]
struct OverviewPage {
    frame: OfficeFrame,
    notices: Vec<Notice>,
    /// Where what is kept how long stands, once anybody can see it.
    retention: Option<String>,
}

/// One page.
struct Notice {
    title: &'static str,
    about: &'static str,
    state: Standing,
    edit: String,
    public: Option<String>,
}

/// How a page stands.
enum Standing {
    Missing,
    Due(String),
    There(String),
}

/// `GET /biuro/{congress}/dokumenty`
pub async fn get(
    permit: Permit<EditNotices>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let congress = &permit.subject;
    let m = messages(visit.lang);
    let place = |paths: &Paths| Part::Notices.path(paths, congress);
    let (actor, title) = (&permit.actor, m.office_notices());
    let frame =
        OfficeFrame::open(&app, &visit, actor, congress, Part::Notices, title, place).await?;
    let notices = app.store.notices();
    let statement = notices
        .find::<Accessibility>(congress, NoticeKind::Accessibility)
        .await?;
    let found = notices
        .find::<Privacy>(congress, NoticeKind::Privacy)
        .await?;
    let date = |at| dates::long_date(dates::date_of(at, &frame.zone), visit.lang);
    let today = dates::date_of(app.clock.now(), &frame.zone);
    let public = public(&app, &visit, congress);
    let notices = vec![
        Notice {
            title: m.accessibility_title(),
            about: m.accessibility_form_about(),
            state: match &statement {
                None => Standing::Missing,
                Some(notice) if notice.fields.is_overdue(today) => {
                    Standing::Due(dates::long_date(notice.fields.next_review(), visit.lang))
                }
                Some(notice) => Standing::There(date(notice.updated_at)),
            },
            edit: statement_form::path(&frame.paths, congress),
            public: public.as_ref().map(Paths::accessibility),
        },
        Notice {
            title: m.privacy_title(),
            about: m.privacy_form_about(),
            state: found.map_or(Standing::Missing, |notice| {
                Standing::There(date(notice.updated_at))
            }),
            edit: privacy::form::path(&frame.paths, congress),
            public: public.as_ref().map(Paths::privacy),
        },
    ];
    let page = OverviewPage {
        retention: public.as_ref().map(Paths::retention),
        notices,
        frame,
    };
    Ok(respond::private(page.render()?))
}

/// The addresses under which everybody reads what is written here, once the congress is released.
fn public(app: &App, visit: &Visit, congress: &wiec_model::Slug) -> Option<Paths> {
    let served = app.editions.served();
    let edition = served.edition(congress.as_str())?;
    let is_current = served
        .current()
        .is_some_and(|current| current.slug() == edition.slug());
    let paths = if is_current && visit.form == Form::Current {
        Paths::current(visit.lang)
    } else {
        Paths::permanent(visit.lang, edition.slug().clone())
    };
    Some(paths)
}
