//! Words by themselves: an old version, a translation, the text in easy words.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use wiec_kit::acts::ReadProposal;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::frame::Frame;
use wiec_kit::permit::Permit;
use wiec_kit::said::Said;
use wiec_kit::visit::Visit;
use wiec_model::Lang;
use wiec_model::register::Version;
use wiec_text::{Document, html};

use super::setting::Setting;
use super::{addresses, line, send};
use crate::parts::first_heading;

/// Words that stand beside those that count.
pub enum Words<'a> {
    /// In another language.
    Translation(Lang, &'a str),
    /// In words that are easy to read.
    Easy(Lang, &'a str),
}

#[derive(Template)]
#[template(path = "reading_text.html")]
struct TextPage {
    frame: Frame,
    line: &'static str,
    proposal: Said,
    proposal_href: String,
    heading: String,
    /// What one should know of these words.
    notes: Vec<String>,
    said: Option<Said>,
    hash: Option<String>,
    /// The comparison with the version that counts.
    compare: Option<String>,
    spoken: Option<&'static str>,
    html: String,
}

/// `GET /propozycje/{proposal}/wersje/{number}`
pub async fn get(
    permit: Permit<ReadProposal>,
    State(app): State<App>,
    visit: Visit,
    Path(path): Path<Vec<(String, String)>>,
    headers: HeaderMap,
) -> Result<Response, PageError> {
    let setting = Setting::of(&app, &visit, &permit);
    let number = super::number(&path)?;
    let register = app.store.register();
    let version = register.version(setting.proposal.id, number).await?;
    let version = version.ok_or(PageError::NotFound)?;
    Ok(send(version_page(&setting, &version)?, &headers).await)
}

fn version_page(setting: &Setting<'_>, version: &Version) -> Result<String, PageError> {
    let (m, proposal) = (setting.m(), setting.proposal);
    let is_current = proposal.current == Some(version.number);
    let published = m.read_version_published(setting.day(version.published_at));
    let standing = if is_current {
        m.read_version_current()
    } else {
        m.read_version_old()
    };
    let compare = proposal.current.filter(|_| !is_current).map(|current| {
        let (from, to) = (version.number.to_string(), current.to_string());
        let words = setting.words();
        let pair = [(words.from, from.as_str()), (words.to, to.as_str())];
        addresses::compare(setting.paths(), proposal) + &wiec_kit::address::query(&pair)
    });
    let heading = m.read_version(version.number);
    let title = format!("{}: {heading}", setting.title().words());
    let page = TextPage {
        notes: vec![published, standing.to_owned()],
        said: version.note.as_ref().map(|note| setting.said(note)),
        hash: Some(version.hash.clone()),
        compare,
        spoken: line::spoken(proposal.about.lang, setting.lang()),
        html: html(
            &version.content.document,
            wiec_text::Frame {
                first_heading: first_heading(&version.content.document),
                lines: wiec_text::Lines::Free,
            },
        ),
        ..page(setting, &title, heading, |paths| {
            paths.version(proposal, version.number)
        })
    };
    Ok(page.render()?)
}

/// The page of a translation, or of the text in easy words.
///
/// # Errors
///
/// [`PageError::Internal`] if it cannot be rendered.
pub fn other_words(
    setting: &Setting<'_>,
    version: &Version,
    words: &Words<'_>,
) -> Result<String, PageError> {
    let (m, proposal) = (setting.m(), setting.proposal);
    let (heading, note, word, lang, text) = match words {
        Words::Translation(lang, text) => (
            m.read_translation(),
            m.read_translation_note(version.number),
            setting.words().language,
            *lang,
            text,
        ),
        Words::Easy(lang, text) => (
            m.read_easy(),
            m.read_easy_note(version.number),
            setting.words().easy,
            *lang,
            text,
        ),
    };
    let title = format!("{}: {heading}", setting.title().words());
    let document = Document::from_markdown(text);
    let page = TextPage {
        notes: vec![note],
        spoken: line::spoken(lang, setting.lang()),
        html: html(
            &document,
            wiec_text::Frame {
                first_heading: first_heading(&document),
                lines: wiec_text::Lines::Free,
            },
        ),
        ..page(setting, &title, heading.to_owned(), |paths| {
            // The word of the question is another one in each language.
            let names = addresses::words(paths.lang());
            let word = if word == setting.words().easy {
                names.easy
            } else {
                names.language
            };
            paths.proposal(proposal) + &wiec_kit::address::query(&[(word, lang.code())])
        })
    };
    Ok(page.render()?)
}

fn page(
    setting: &Setting<'_>,
    title: &str,
    heading: String,
    place: impl Fn(&wiec_kit::paths::Paths) -> String,
) -> TextPage {
    TextPage {
        frame: setting.frame(title, place),
        line: setting.line().key(),
        proposal: setting.title(),
        proposal_href: setting.paths().proposal(setting.proposal),
        heading,
        notes: Vec::new(),
        said: None,
        hash: None,
        compare: None,
        spoken: None,
        html: String::new(),
    }
}
