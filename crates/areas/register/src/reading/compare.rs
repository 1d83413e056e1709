//! Two published versions, compared.

use askama::Template;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use wiec_kit::acts::ReadProposal;
use wiec_kit::address;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::frame::Frame;
use wiec_kit::marks;
use wiec_kit::permit::Permit;
use wiec_kit::said::Said;
use wiec_kit::visit::Visit;
use wiec_model::register::Version;
use wiec_text::{compare, comparison_html};

use super::amendment::{Tab, tabs, view};
use super::proposal::Compare;
use super::setting::Setting;
use super::{addresses, line, send};
use crate::parts::first_heading;

#[derive(Template)]
#[template(path = "reading_compare.html")]
struct ComparePage {
    frame: Frame,
    line: &'static str,
    proposal: Said,
    proposal_href: String,
    heading: String,
    /// What there is to see, in a sentence.
    summary: String,
    tabs: Vec<Tab>,
    compare: Compare,
    spoken: Option<&'static str>,
    html: String,
}

/// `GET /propozycje/{proposal}/porownaj?z=1&do=2`
///
/// Without versions, the newest with the one before it.
pub async fn get(
    permit: Permit<ReadProposal>,
    State(app): State<App>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Response, PageError> {
    let setting = Setting::of(&app, &visit, &permit);
    let register = app.store.register();
    let id = setting.proposal.id;
    let (from, to) = asked(&setting)?;
    let before = register
        .version(id, from)
        .await?
        .ok_or(PageError::NotFound)?;
    let after = register.version(id, to).await?.ok_or(PageError::NotFound)?;
    let known = register.versions(id).await?;
    let known = known.into_iter().map(|version| version.number).collect();
    Ok(send(page(&setting, &before, &after, known)?, &headers).await)
}

fn asked(setting: &Setting<'_>) -> Result<(u32, u32), PageError> {
    let current = setting.proposal.current.ok_or(PageError::NotFound)?;
    let number = |word, otherwise| match setting.asks(word) {
        Some(typed) => typed.parse().map_err(|_| PageError::NotFound),
        None => Ok(otherwise),
    };
    let words = setting.words();
    let to = number(words.to, current)?;
    let from = number(words.from, to.saturating_sub(1).max(1))?;
    Ok((from, to))
}

fn page(
    setting: &Setting<'_>,
    before: &Version,
    after: &Version,
    known: Vec<u32>,
) -> Result<String, PageError> {
    let (m, proposal) = (setting.m(), setting.proposal);
    let comparison = compare(&before.content.document, &after.content.document);
    let view = view(setting);
    let heading = m.read_compared(before.number, after.number);
    let title = format!("{}: {heading}", setting.title().words());
    let place = |paths: &wiec_kit::paths::Paths| {
        let words = addresses::words(paths.lang());
        let (from, to) = (before.number.to_string(), after.number.to_string());
        let pair = [(words.from, from.as_str()), (words.to, to.as_str())];
        addresses::compare(paths, proposal) + &address::query(&pair)
    };
    let changed = comparison
        .entries()
        .iter()
        .filter(|entry| !matches!(entry, wiec_text::Entry::Kept(_)))
        .count();
    let options = |chosen: u32| known.iter().map(|it| (*it, *it == chosen)).collect();
    let frame = setting.frame(&title, place).unlisted();
    let page = ComparePage {
        line: setting.line().key(),
        proposal: setting.title(),
        proposal_href: setting.paths().proposal(proposal),
        heading,
        summary: if changed == 0 {
            m.read_compared_same().to_owned()
        } else {
            m.read_compared_changed(changed)
        },
        tabs: tabs(setting, view, &frame.here),
        compare: Compare {
            action: addresses::compare(setting.paths(), proposal),
            from: (setting.words().from, options(before.number)),
            to: (setting.words().to, options(after.number)),
        },
        spoken: line::spoken(proposal.about.lang, setting.lang()),
        html: comparison_html(
            &comparison,
            view,
            &marks::words(m),
            first_heading(&after.content.document),
        ),
        frame,
    };
    Ok(page.render()?)
}
