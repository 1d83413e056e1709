//! The door of the office: the congresses that one may work on.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use wiec_kit::acts::OwnAccount;
use wiec_kit::app::App;
use wiec_kit::dates;
use wiec_kit::error::PageError;
use wiec_kit::messages::messages;
use wiec_kit::office::OfficeFrame;
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::Lang;
use wiec_model::rules::{Action, On, may};
use wiec_store::CongressSummary;

#[derive(Template)]
#[template(path = "congresses.html")]
struct CongressesPage {
    frame: OfficeFrame,
    editions: Vec<Edition>,
    /// Where a new one is made, for those who may.
    new: Option<String>,
}

/// One congress in the list.
struct Edition {
    name: String,
    dates: Option<String>,
    release: Option<u32>,
    href: String,
}

/// `GET /biuro`
///
/// For those who may work on nothing there is no office.
pub async fn get(
    permit: Permit<OwnAccount>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let actor = &permit.actor;
    let may_create = may(actor, Action::CreateCongress, &On::Site);
    let all = app.store.congresses().list().await?;
    let mine: Vec<CongressSummary> = all
        .into_iter()
        .filter(|known| {
            may(
                actor,
                Action::EnterOffice,
                &On::Congress(known.slug.clone()),
            )
        })
        .collect();
    if mine.is_empty() && !may_create {
        return Err(PageError::NotFound);
    }
    let m = messages(visit.lang);
    let frame = OfficeFrame::site(&app, &visit, m.office_congresses(), |paths| paths.office());
    let editions = mine
        .iter()
        .map(|summary| edition(summary, visit.lang, &frame))
        .collect();
    let page = CongressesPage {
        new: may_create.then(|| frame.paths.new_congress()),
        editions,
        frame,
    };
    Ok(respond::private(page.render()?))
}

fn edition(summary: &CongressSummary, lang: Lang, frame: &OfficeFrame) -> Edition {
    let dates = summary
        .first_day
        .zip(summary.last_day)
        .map(|(first, last)| format!("{} {}", dates::date_range(first, last, lang), last.year()));
    Edition {
        name: summary.name.words(lang).to_owned(),
        dates,
        release: summary.newest_release,
        href: frame.paths.office_of(&summary.slug),
    }
}
