//! Everything public of a proposal as JSON: `open-data.schema.json` beside this crate's README describes it.

use std::collections::BTreeMap;

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use jiff::Timestamp;
use serde::Serialize;
use wiec_kit::acts::ReadProposal;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::paths::Paths;
use wiec_kit::permit::Permit;
use wiec_kit::visit::Visit;
use wiec_model::challenge::Challenge;
use wiec_model::consultation::Consultation;
use wiec_model::register::{
    About, Answer, Author, Authors, Channel, Clause, Moderation, Position, Proposal, Remark,
    RemarkKind, RemarkState, RemovalReason, Version,
};
use wiec_model::{Lang, Slug, Text};
use wiec_store::VersionSummary;
use wiec_text::{Amendment, Anchor, Kind};

use super::clauses::markdown;
use super::facts::Facts;
use super::send::{self, JSON};

/// `GET /propozycje/{proposal}/propozycja.json`
#[tracing::instrument(name = "register.data", skip_all, fields(proposal.slug = %permit.subject.proposal.slug))]
pub async fn get(
    permit: Permit<ReadProposal>,
    State(app): State<App>,
    visit: Visit,
    asked: HeaderMap,
) -> Result<Response, PageError> {
    let of = permit.subject;
    let facts = Facts::read(&app, of.edition, of.proposal).await?;
    let paths = Paths::permanent(visit.lang, facts.edition.slug().clone());
    let paths = paths.absolute(&app.site.base);
    let text = serde_json::to_string(&Data::of(&facts, &paths));
    let text = text.map_err(|error| PageError::Internal(error.into()))?;
    Ok(send::open_data(JSON, text, &asked).await)
}

/// A proposal in the list of all.
#[derive(Serialize)]
pub struct Head<'a> {
    slug: &'a Slug,
    congress: &'a Slug,
    url: String,
    data_url: String,
    #[serde(flatten)]
    about: &'a About,
    discussion: DiscussionData,
    consultation: &'a Consultation,
    current: u32,
    hash: &'a str,
    published_at: Timestamp,
}

impl<'a> Head<'a> {
    /// The head of a proposal, with the newest of its versions.
    pub fn of(proposal: &'a Proposal, version: &'a Version, paths: &Paths) -> Self {
        let discussion = &proposal.discussion;
        let data = super::view::words(paths.lang()).data;
        Self {
            slug: &proposal.slug,
            congress: &proposal.congress,
            url: paths.proposal(proposal),
            data_url: paths.in_proposal(proposal, data),
            about: &proposal.about,
            discussion: DiscussionData {
                opens_at: discussion.opens_at,
                closes_at: discussion.closes_at,
                moderation: discussion.moderation,
                authors: discussion.authors,
            },
            consultation: &proposal.consultation,
            current: version.number,
            hash: &version.hash,
            published_at: version.published_at,
        }
    }
}

#[derive(Serialize)]
struct DiscussionData {
    opens_at: Option<Timestamp>,
    closes_at: Option<Timestamp>,
    moderation: Moderation,
    authors: Authors,
}

#[derive(Serialize)]
struct Data<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    blocks: Vec<BlockData>,
    translations: &'a BTreeMap<Lang, String>,
    easy: &'a BTreeMap<Lang, String>,
    challenges: &'a [Challenge],
    versions: Vec<VersionData<'a>>,
    remarks: Vec<RemarkData<'a>>,
    removed: Vec<RemovedData>,
}

#[derive(Serialize)]
struct BlockData {
    anchor: Anchor,
    kind: &'static str,
    level: u8,
    markdown: String,
}

#[derive(Serialize)]
struct VersionData<'a> {
    number: u32,
    url: String,
    hash: &'a str,
    published_at: Timestamp,
    note: Option<&'a Text>,
    merged: Vec<u32>,
}

#[derive(Serialize)]
struct RemarkData<'a> {
    number: u32,
    url: String,
    kind: RemarkKind,
    clause: &'a Clause,
    version: u32,
    body: &'a str,
    reasons: Option<&'a str>,
    wording: Option<&'a str>,
    amendment: Option<&'a Amendment>,
    reply_to: Option<u32>,
    same_as: Option<u32>,
    author: &'a Author,
    lang: Lang,
    channel: Channel,
    received_at: Timestamp,
    published_at: Option<Timestamp>,
    stances: StancesData,
    answer: Option<AnswerData<'a>>,
    merged_in: Option<u32>,
}

#[derive(Serialize)]
struct StancesData {
    r#for: u32,
    against: u32,
    abstain: u32,
}

#[derive(Serialize)]
struct AnswerData<'a> {
    position: Position,
    reasons: &'a str,
    lang: Lang,
    at: Timestamp,
    accepted: Option<&'a Amendment>,
}

#[derive(Serialize)]
struct RemovedData {
    number: u32,
    at: Timestamp,
    reason: RemovalReason,
}

impl<'a> Data<'a> {
    fn of(facts: &'a Facts, paths: &Paths) -> Self {
        let newest = facts.newest();
        let content = &newest.content;
        let of = &facts.proposal;
        Self {
            head: Head::of(of, newest, paths),
            blocks: blocks(newest),
            translations: &content.translations,
            easy: &content.easy,
            challenges: &content.challenges,
            versions: facts
                .versions
                .iter()
                .map(|one| version(facts, one, paths))
                .collect(),
            remarks: facts
                .public()
                .filter_map(|one| remark(facts, one, paths))
                .collect(),
            removed: facts.removed().filter_map(removed).collect(),
        }
    }
}

fn blocks(version: &Version) -> Vec<BlockData> {
    let document = &version.content.document;
    let block = |block: &wiec_text::Block| {
        let (kind, level) = match block.content.kind {
            Kind::Heading(level) => ("heading", level),
            Kind::Paragraph => ("paragraph", block.content.depth),
            Kind::Item(_) => ("item", block.content.depth),
            Kind::Quote => ("quote", block.content.depth),
            Kind::Code => ("code", block.content.depth),
            Kind::HeaderRow => ("header_row", block.content.depth),
            Kind::Row => ("row", block.content.depth),
            Kind::Rule => ("rule", block.content.depth),
        };
        BlockData {
            anchor: block.anchor,
            kind,
            level,
            markdown: markdown(document, block.anchor).unwrap_or_default(),
        }
    };
    document.blocks().iter().map(block).collect()
}

fn version<'a>(facts: &Facts, version: &'a VersionSummary, paths: &Paths) -> VersionData<'a> {
    let merged = version.merged.iter();
    VersionData {
        number: version.number,
        url: paths.version(&facts.proposal, version.number),
        hash: &version.hash,
        published_at: version.published_at,
        note: version.note.as_ref(),
        merged: merged.filter_map(|one| facts.number(*one)).collect(),
    }
}

fn remark<'a>(facts: &'a Facts, remark: &'a Remark, paths: &Paths) -> Option<RemarkData<'a>> {
    let number = remark.number?;
    let stances = facts.stances.get(&remark.id).copied().unwrap_or_default();
    let answer = facts.answer(remark).map(|answer: &Answer| AnswerData {
        position: answer.position,
        reasons: &answer.reasons,
        lang: answer.lang,
        at: answer.at,
        accepted: remark.accepted.as_ref(),
    });
    Some(RemarkData {
        number,
        url: paths.remark(&facts.proposal, number),
        kind: remark.kind,
        clause: &remark.clause,
        version: remark.version,
        body: &remark.body,
        reasons: remark.reasons.as_deref(),
        wording: remark.wording.as_deref(),
        amendment: remark.amendment.as_ref(),
        reply_to: remark.reply_to.and_then(|one| facts.number(one)),
        same_as: remark.same_as.and_then(|one| facts.number(one)),
        author: &remark.author,
        lang: remark.lang,
        channel: remark.channel,
        received_at: remark.received_at,
        published_at: remark.state.since(),
        stances: StancesData {
            r#for: stances.supporters,
            against: stances.opponents,
            abstain: stances.abstentions,
        },
        answer,
        merged_in: remark.merged_in,
    })
}

fn removed(remark: &Remark) -> Option<RemovedData> {
    let RemarkState::Removed { at, reason, .. } = remark.state else {
        return None;
    };
    Some(RemovedData {
        number: remark.number?,
        at,
        reason,
    })
}
