//! The accessibility statement, one in each language of the site.
//!
//! Its elements carry the ids of the technical conditions 2.0 of 31 July 2024, by which the
//! monitoring finds them. They stand in the template and nowhere else.

use askama::Template;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use jiff::civil::Date;
use wiec_kit::acts::ReadProgramme;
use wiec_kit::app::App;
use wiec_kit::dates;
use wiec_kit::error::PageError;
use wiec_kit::frame::{Frame, Reader, Section};
use wiec_kit::messages::messages;
use wiec_kit::permit::Permit;
use wiec_kit::said::Said;
use wiec_kit::visit::Visit;
use wiec_model::Text;
use wiec_model::notice::{Accessibility, Conformity, NoticeKind};

use crate::send;

#[derive(Template)]
#[template(path = "accessibility.html")]
struct StatementPage {
    frame: Frame,
    statement: Option<Accessibility>,
}

/// `GET /deklaracja-dostepnosci`
pub async fn get(
    permit: Permit<ReadProgramme>,
    State(app): State<App>,
    visit: Visit,
    asked: HeaderMap,
) -> Result<Response, PageError> {
    let edition = &permit.subject;
    let notices = app.store.notices();
    let found = notices
        .find(edition.slug(), NoticeKind::Accessibility)
        .await?;
    let title = messages(visit.lang).accessibility_title();
    let reader = Reader::of(&visit);
    let frame = Frame::new(&app, Some(edition), &reader, title, |paths| {
        paths.accessibility()
    })
    .within(Section::Aside);
    let page = StatementPage {
        statement: found.map(|notice| notice.fields),
        frame,
    };
    Ok(send::public(page.render()?, &asked).await)
}

impl StatementPage {
    fn date(&self, date: &Date) -> String {
        dates::long_date(*date, self.frame.lang)
    }

    /// The lines of a text, each marked where it is in another language.
    fn lines(&self, text: &Option<Text>) -> Vec<Said> {
        lines(text.as_ref(), self.frame.lang)
    }

    /// The body within the sentence about the act.
    fn intro(&self, statement: &Accessibility) -> Said {
        self.frame.said(&statement.body)
    }

    fn status(&self, statement: &Accessibility) -> &'static str {
        let m = self.frame.m;
        match statement.status {
            Conformity::Full => m.accessibility_full(),
            Conformity::Partial => m.accessibility_partial(),
            Conformity::None => m.accessibility_none(),
        }
    }

    /// The address that a telephone calls: digits and a plus.
    fn dial(&self, phone: &str) -> String {
        phone
            .chars()
            .filter(|c| c.is_ascii_digit() || *c == '+')
            .collect()
    }
}

/// The lines of a text, each by itself.
pub fn lines(text: Option<&Text>, lang: wiec_model::Lang) -> Vec<Said> {
    let Some(text) = text else {
        return Vec::new();
    };
    let shown = text.show(lang);
    let tag = shown.fallback.cloned().unwrap_or_else(|| lang.into());
    shown
        .words
        .lines()
        .filter_map(|line| Text::in_language(tag.clone(), line))
        .map(|line| Said::of(&line, lang))
        .collect()
}
