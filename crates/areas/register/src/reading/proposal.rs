//! The page of a proposal: its text in clauses with the talk about each, and all there is around it.

mod around;
mod clauses;
mod head;
mod items;

use askama::Template;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use wiec_kit::acts::ReadProposal;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::frame::Frame;
use wiec_kit::permit::Permit;
use wiec_kit::rendered::Ready;
use wiec_kit::respond::{self, Keep};
use wiec_kit::said::Said;
use wiec_kit::visit::Visit;
use wiec_model::Lang;
use wiec_model::register::Version;

use super::line::Lines;
use super::news::{News, Since};
use super::setting::Setting;
use super::talk::Talk;
use super::text_page::{self, Words};
use super::{HTML, send};
use crate::parts::parts;

use around::{FileLine, Member, VersionLine, files, members, versions};
use clauses::{Column, Para, columns, paras};
use head::{Meeting, Share, meetings, shares};
pub use items::{ChallengeView, RecommendationView, challenges, recommendation};

#[derive(Template)]
#[template(path = "reading_proposal.html")]
struct ProposalPage {
    frame: Frame,
    line: &'static str,
    track: Option<Said>,
    title: Said,
    lead: Option<Said>,
    gate: (&'static str, String),
    version: u32,
    published: String,
    meetings: Vec<Meeting>,
    amendments: String,
    shares: Vec<Share>,
    columns: Vec<Column>,
    total: String,
    remarks_href: String,
    whole_href: String,
    whole: String,
    add_whole: Option<String>,
    news: Option<News>,
    since: Since,
    spoken: Option<&'static str>,
    other_texts: Vec<(String, String, &'static str)>,
    paras: Vec<Para>,
    challenges: Vec<ChallengeView>,
    members: Vec<Member>,
    disclaimer: Option<Said>,
    versions: Vec<VersionLine>,
    compare: Option<Compare>,
    files: Vec<FileLine>,
    rules: String,
    feed: String,
}

/// The form that compares two versions.
pub struct Compare {
    pub action: String,
    pub from: (&'static str, Vec<(u32, bool)>),
    pub to: (&'static str, Vec<(u32, bool)>),
}

/// `GET /propozycje/{proposal}`
///
/// With `?jezyk=en` or `?latwy=pl` it is a translation or the version that is easy to read, and with
/// `?od=…` it says first what changed since.
pub async fn get(
    permit: Permit<ReadProposal>,
    State(app): State<App>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Response, PageError> {
    let setting = Setting::of(&app, &visit, &permit);
    let shelf = shelf(&setting, &visit, &headers).await?;
    if let Some(ready) = shelf.as_ref().and_then(|key| app.rendered.find(key)) {
        return Ok(respond::ready(ready, &headers, Keep::AskPrivately).await);
    }
    let talk = Talk::of(&app, setting.proposal, setting.account).await?;
    let html = match asked_words(&setting, &talk.version) {
        Some(words) => text_page::other_words(&setting, &talk.version, &words)?,
        None => page(&setting, &talk)?,
    };
    let Some(key) = shelf else {
        return Ok(send(html, &headers).await);
    };
    let ready = respond::settled(Ready::new(HTML, html), &headers).await;
    let ready = app.rendered.keep(key, ready);
    Ok(respond::ready(ready, &headers, Keep::AskPrivately).await)
}

/// Where the page stands until somebody writes anything about the proposal, or the minute is over. A page that
/// shows how its reader stands to remarks is kept nowhere, nor one whose address asks for something: of those
/// there is no end.
async fn shelf(
    setting: &Setting<'_>,
    visit: &Visit,
    asked: &HeaderMap,
) -> Result<Option<String>, PageError> {
    if setting.account.is_some() || visit.address != visit.path() {
        return Ok(None);
    }
    let proposal = setting.proposal;
    let stirred = setting.app.store.register().stirred(proposal.id).await?;
    // The proposal was read a moment before: what is made of an older one is kept under its own key.
    let (revision, version) = (proposal.revision, proposal.current.unwrap_or_default());
    let minute = setting.now.as_second() / 60;
    let page = visit.shelf(setting.edition);
    let encoding = respond::best_encoding(asked);
    Ok(Some(format!(
        "proposal {stirred} {revision} {version} {minute} {encoding:?} {page}"
    )))
}

/// The other words of the same that an address asks for.
fn asked_words<'a>(setting: &Setting<'_>, version: &'a Version) -> Option<Words<'a>> {
    let lang = |word| {
        let code = setting.asks(word)?;
        Lang::ALL.into_iter().find(|lang| lang.code() == code)
    };
    let content = &version.content;
    if let Some(lang) = lang(setting.words().easy) {
        return content.easy.get(&lang).map(|text| Words::Easy(lang, text));
    }
    let lang = lang(setting.words().language)?;
    let text = content.translations.get(&lang)?;
    Some(Words::Translation(lang, text))
}

fn page(setting: &Setting<'_>, talk: &Talk) -> Result<String, PageError> {
    let (proposal, m, paths) = (setting.proposal, setting.m(), setting.paths());
    let (about, document) = (&proposal.about, &talk.version.content.document);
    let parts = parts(document);
    let lines = Lines {
        setting,
        talk,
        parts: &parts,
    };
    let title = setting.title();
    let mut frame = setting.frame(title.words(), |paths| paths.proposal(proposal));
    if let Some(lead) = &about.lead {
        frame = frame.about(lead.words(setting.lang()));
    }
    let whole = wiec_model::register::Clause::Whole;
    let (amendments, shares) = shares(setting, talk);
    let page = ProposalPage {
        line: setting.line().key(),
        track: setting.track().map(|track| setting.said(&track.name)),
        lead: about.lead.as_ref().map(|lead| setting.said(lead)),
        gate: setting.gate(),
        version: talk.version.number,
        published: setting.day(talk.version.published_at),
        meetings: meetings(setting),
        amendments,
        shares,
        columns: columns(&lines),
        total: m.read_remarks_count(talk.remarks.len()),
        remarks_href: super::addresses::remarks(paths, proposal),
        whole_href: paths.clause(proposal, &whole),
        whole: m.read_whole_count(clauses::count(&lines, &whole)),
        add_whole: setting
            .is_open()
            .then(|| super::addresses::new_remark(paths, proposal, &whole)),
        news: News::asked(&lines)?,
        since: Since::of(setting, talk, &frame.here),
        spoken: super::line::spoken(about.lang, setting.lang()),
        other_texts: around::other_texts(setting, &talk.version),
        paras: paras(&lines),
        challenges: challenges(&lines),
        members: members(setting),
        disclaimer: about.disclaimer.as_ref().map(|text| setting.said(text)),
        versions: versions(&lines),
        compare: around::compare(setting, talk),
        files: files(setting),
        rules: paths.in_proposal(proposal, wiec_kit::paths::words(setting.lang()).rules),
        feed: paths.in_proposal(proposal, "atom.xml"),
        title,
        frame,
    };
    Ok(page.render()?)
}
