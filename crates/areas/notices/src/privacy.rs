//! The privacy notice: who decides what people's data are used for, what that is, and what each of
//! them can ask for.
//!
//! What this program does with data is the same everywhere, and the page says it by itself; the
//! organisers add who they are and what else they do.

pub mod form;

use askama::Template;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use wiec_kit::acts::ReadProgramme;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::frame::{Frame, Reader, Section};
use wiec_kit::messages::messages;
use wiec_kit::permit::Permit;
use wiec_kit::said::Said;
use wiec_kit::visit::Visit;
use wiec_model::Text;
use wiec_model::notice::{NoticeKind, Privacy};

use crate::accessibility::lines;
use crate::send;

#[derive(Template)]
#[template(path = "privacy.html")]
struct PrivacyPage {
    frame: Frame,
    privacy: Option<Privacy>,
}

/// `GET /prywatnosc`
pub async fn get(
    permit: Permit<ReadProgramme>,
    State(app): State<App>,
    visit: Visit,
    asked: HeaderMap,
) -> Result<Response, PageError> {
    let edition = &permit.subject;
    let notices = app.store.notices();
    let found = notices.find(edition.slug(), NoticeKind::Privacy).await?;
    let title = messages(visit.lang).privacy_title();
    let reader = Reader::of(&visit);
    let frame = Frame::new(&app, Some(edition), &reader, title, |paths| paths.privacy())
        .within(Section::Aside);
    let page = PrivacyPage {
        privacy: found.map(|notice| notice.fields),
        frame,
    };
    Ok(send::public(page.render()?, &asked).await)
}

impl PrivacyPage {
    fn lines(&self, text: &Option<Text>) -> Vec<Said> {
        lines(text.as_ref(), self.frame.lang)
    }
}
