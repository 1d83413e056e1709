//! The register: proposals, the words that teams work on, and those that were published.

mod drafting;
mod find;
mod proposals;
mod reports;
mod suggestions;
mod uploads;

use wiec_model::Slug;
use wiec_model::register::{About, Discussion, Draft, Proposal, ProposalId, Version};

use crate::column::Row;
use crate::error::StoreError;
use crate::tables::{register_drafts, register_proposals, register_versions};

pub use drafting::{DraftSaved, Hold, HoldTaken, SectionSaved};
pub use find::{Register, VersionSummary};
pub use proposals::{NewProposal, RegisterWriter};
pub use reports::{Report, ReportFile};
pub use suggestions::{Suggestion, SuggestionState};
pub use uploads::{Upload, UploadId};

/// A proposal as the subject of an act.
pub(crate) fn subject(slug: &Slug) -> String {
    format!("proposal {slug}")
}

pub(crate) fn read(
    row: register_proposals::Model,
    congress: &Slug,
) -> Result<Proposal, StoreError> {
    let of = Row::new("register_proposals", row.id);
    let about: About = of.json("about", &row.about)?;
    let discussion = Discussion {
        opens_at: row
            .opens_at
            .map(|at| of.instant("opens_at", at))
            .transpose()?,
        closes_at: row
            .closes_at
            .map(|at| of.instant("closes_at", at))
            .transpose()?,
        moderation: of.word("moderation", &row.moderation)?,
        authors: of.word("authors", &row.authors)?,
    };
    Ok(Proposal {
        id: ProposalId(row.id),
        congress: congress.clone(),
        slug: of.parse("slug", &row.slug)?,
        about,
        discussion,
        consultation: of
            .json_opt("consultation", row.consultation.as_deref())?
            .unwrap_or_default(),
        current: of.number_opt("current", row.current)?,
        revision: of.number("revision", row.revision)?,
        created_at: of.instant("created_at", row.created_at)?,
    })
}

fn read_draft(row: &register_drafts::Model) -> Result<Draft, StoreError> {
    let of = Row::new("register_drafts", row.proposal_id);
    Ok(Draft {
        content: of.json("content", &row.content)?,
        base: of.number_opt("base", row.base)?,
        merged: of.json("merged", &row.merged)?,
        revision: of.number("revision", row.revision)?,
    })
}

fn read_version(row: register_versions::Model) -> Result<Version, StoreError> {
    let of = Row::new(
        "register_versions",
        format!("{}/{}", row.proposal_id, row.number),
    );
    Ok(Version {
        number: of.number("number", row.number)?,
        content: of.json("content", &row.content)?,
        note: of.json_opt("note", row.note.as_deref())?,
        merged: of.json("merged", &row.merged)?,
        published_at: of.instant("published_at", row.published_at)?,
        hash: row.hash,
    })
}
