//! The register: the public proposals of an edition by theme, with the stage of their discussion.

use std::collections::BTreeMap;
use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use jiff::Timestamp;
use wiec_kit::acts::ReadProgramme;
use wiec_kit::app::App;
use wiec_kit::dates;
use wiec_kit::edition::Edition;
use wiec_kit::error::PageError;
use wiec_kit::frame::{Frame, Reader, Section};
use wiec_kit::messages::messages;
use wiec_kit::permit::Permit;
use wiec_kit::said::Said;
use wiec_kit::visit::Visit;
use wiec_model::MapLine;
use wiec_model::register::{Proposal, ProposalId};
use wiec_store::Standing;

use super::{send, setting};

#[derive(Template)]
#[template(path = "reading_index.html")]
struct IndexPage {
    frame: Frame,
    themes: Vec<Theme>,
    count: String,
}

/// A theme with its proposals.
struct Theme {
    line: &'static str,
    name: Option<Said>,
    proposals: Vec<Item>,
}

/// A proposal in the list.
struct Item {
    title: Said,
    lead: Option<Said>,
    href: String,
    gate: (&'static str, String),
    version: String,
    remarks: String,
    amendments: Option<String>,
}

/// `GET /propozycje`
pub async fn get(
    permit: Permit<ReadProgramme>,
    State(app): State<App>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Response, PageError> {
    let edition = &permit.subject;
    let register = app.store.register();
    let proposals = register.list(edition.slug()).await?;
    let published = register.published_at(edition.slug()).await?;
    let standings = app.store.remarks().standings(edition.slug()).await?;
    let index = Index {
        edition,
        reader: Reader::of(&visit),
        now: app.clock.now(),
        published,
        standings,
    };
    let m = messages(visit.lang);
    let reader = &index.reader;
    let frame = Frame::new(&app, Some(edition), reader, m.proposals_title(), |paths| {
        paths.proposals()
    })
    .within(Section::Proposals)
    .about(m.read_index_about());
    let themes = index.themes(&proposals);
    let count = themes
        .iter()
        .map(|theme| theme.proposals.len())
        .sum::<usize>();
    let page = IndexPage {
        frame,
        count: m.read_index_lead(count),
        themes,
    };
    Ok(send(page.render()?, &headers).await)
}

/// What the list is made of.
struct Index<'a> {
    edition: &'a Arc<Edition>,
    reader: Reader,
    now: Timestamp,
    published: BTreeMap<ProposalId, Timestamp>,
    standings: BTreeMap<ProposalId, Standing>,
}

impl Index<'_> {
    /// In the order of the themes; what belongs to a theme that was dropped comes last.
    fn themes(&self, proposals: &[Proposal]) -> Vec<Theme> {
        let lang = self.reader.lang();
        let tracks = &self.edition.release.programme.tracks;
        let public = || proposals.iter().filter(|proposal| proposal.is_public());
        let mut themes: Vec<Theme> = tracks
            .iter()
            .map(|track| Theme {
                line: track.line.key(),
                name: Some(Said::of(&track.name, lang)),
                proposals: public()
                    .filter(|proposal| proposal.about.track == track.slug)
                    .map(|proposal| self.item(proposal))
                    .collect(),
            })
            .collect();
        let known = |proposal: &Proposal| {
            tracks
                .iter()
                .any(|track| track.slug == proposal.about.track)
        };
        themes.push(Theme {
            line: MapLine::Brak.key(),
            name: None,
            proposals: public()
                .filter(|proposal| !known(proposal))
                .map(|proposal| self.item(proposal))
                .collect(),
        });
        themes.retain(|theme| !theme.proposals.is_empty());
        themes
    }

    fn item(&self, proposal: &Proposal) -> Item {
        let lang = self.reader.lang();
        let m = messages(lang);
        let zone = &self.edition.release.programme.congress.zone;
        let day = |at| dates::long_date(dates::date_of(at, zone), lang);
        let moment = |at| format!("{}, {}", day(at), dates::hour(at, zone));
        let standing = self
            .standings
            .get(&proposal.id)
            .copied()
            .unwrap_or_default();
        let number = proposal.current.unwrap_or_default();
        let remarks = standing.published - standing.amendments;
        Item {
            title: Said::of(&proposal.about.title, lang),
            lead: proposal
                .about
                .lead
                .as_ref()
                .map(|lead| Said::of(lead, lang)),
            href: self.reader.paths.proposal(proposal),
            gate: setting::gate(proposal, self.now, m, moment),
            version: match self.published.get(&proposal.id) {
                Some(at) => m.read_version_of(day(*at), number),
                None => m.read_version(number),
            },
            remarks: m.read_remarks_count(remarks),
            amendments: (standing.amendments > 0)
                .then(|| m.read_amendments_count(standing.amendments)),
        }
    }
}
