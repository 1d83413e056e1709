//! All recommendations of the public proposals of an edition, narrowed by facets that are links.

use askama::Template;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use wiec_kit::acts::ReadProgramme;
use wiec_kit::app::App;
use wiec_kit::edition::Edition;
use wiec_kit::error::PageError;
use wiec_kit::frame::{Frame, Reader, Section};
use wiec_kit::messages::messages;
use wiec_kit::paths::Paths;
use wiec_kit::permit::Permit;
use wiec_kit::said::Said;
use wiec_kit::visit::Visit;
use wiec_model::MapLine;
use wiec_model::register::{Proposal, Version};

use super::facets::{Chosen, FacetView, Row};
use super::proposal::{RecommendationView, recommendation};
use super::send;
use super::setting::asked;

#[derive(Template)]
#[template(path = "reading_recommendations.html")]
struct RecommendationsPage {
    frame: Frame,
    count: String,
    facets: Vec<FacetView>,
    chosen: Vec<(String, String)>,
    all: String,
    rows: Vec<RowView>,
    is_empty: bool,
}

/// A recommendation with where it comes from.
struct RowView {
    line: &'static str,
    track: Option<Said>,
    view: RecommendationView,
    href: String,
    challenge: Said,
    challenge_code: String,
    challenge_href: String,
    proposal: Said,
    proposal_href: String,
}

/// `GET /rekomendacje`
pub async fn get(
    permit: Permit<ReadProgramme>,
    State(app): State<App>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Response, PageError> {
    let edition = &permit.subject;
    let public = app.store.register().current(edition.slug()).await?;
    let rows = rows(&public);
    let question = asked(&visit);
    let asks = |word: &str| question.get(word).map(ToOwned::to_owned);
    let chosen = Chosen::asked(asks, visit.lang, &rows);
    let reader = Reader::of(&visit);
    let m = messages(visit.lang);
    let place = |paths: &Paths| paths.recommendations() + &chosen.query(paths.lang());
    let title = m.read_recommendations();
    let mut frame = Frame::new(&app, Some(edition), &reader, title, place)
        .within(Section::Proposals)
        .about(m.read_recommendations_about());
    let ways_out = {
        let programme = &edition.release.programme;
        chosen.ways_out(&reader.paths.recommendations(), programme, visit.lang, m)
    };
    if !ways_out.is_empty() {
        frame = frame.unlisted();
    }
    let wanted = rows.iter().copied().filter(|row| chosen.takes(*row, None));
    let shown: Vec<RowView> = wanted
        .map(|row| view(&rows, row, edition, &reader))
        .collect();
    let page = reader.paths.recommendations();
    let page = RecommendationsPage {
        count: m.read_recommendations_count(shown.len()),
        facets: chosen.facets(&rows, &page, &edition.release.programme, visit.lang, m),
        chosen: ways_out,
        all: page,
        rows: shown,
        is_empty: rows.is_empty(),
        frame,
    };
    Ok(send(page.render()?, &headers).await)
}

fn rows(public: &[(Proposal, Version)]) -> Vec<Row<'_>> {
    let challenges = public.iter().flat_map(|(proposal, version)| {
        let all = version.content.challenges.iter();
        all.map(move |challenge| (proposal, challenge))
    });
    let rows = challenges.flat_map(|(proposal, challenge)| {
        let all = challenge.solutions.iter();
        all.map(move |recommendation| Row {
            proposal,
            challenge,
            recommendation,
        })
    });
    rows.collect()
}

fn view(rows: &[Row<'_>], row: Row<'_>, edition: &Edition, reader: &Reader) -> RowView {
    let (lang, paths) = (reader.lang(), &reader.paths);
    let track = edition
        .release
        .programme
        .track(row.challenge.track.as_str());
    let page = paths.proposal(row.proposal);
    // One that is not in the list as it is narrowed stands with its proposal.
    let leads = |code: &str| {
        let other = rows.iter().find(|other| other.recommendation.code == code);
        other.map_or_else(
            || paths.recommendations(),
            |other| format!("{}#{code}", paths.proposal(other.proposal)),
        )
    };
    RowView {
        line: track.map_or(MapLine::Brak, |track| track.line).key(),
        track: track.map(|track| Said::of(&track.name, lang)),
        view: recommendation(row.recommendation, reader, leads),
        href: format!("{page}#{}", row.recommendation.code),
        challenge: Said::of(&row.challenge.challenge, lang),
        challenge_code: row.challenge.code.clone(),
        challenge_href: format!("{page}#{}", row.challenge.code),
        proposal: Said::of(&row.proposal.about.title, lang),
        proposal_href: page,
    }
}
