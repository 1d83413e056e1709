//! What somebody decided on remarks: read from the form, and carried out in one transaction.

use std::collections::BTreeMap;

use wiec_kit::error::PageError;
use wiec_kit::form::Form;
use wiec_model::Slug;
use wiec_model::jobs::AboutRemark;
use wiec_model::register::{Proposal, ProposalId, RemarkId, RemovalReason};
use wiec_store::{StoreError, Tx};

use crate::telling::tell;

/// The longest words beside a reason, which everybody can read in the log.
const WORDS: usize = 500;

/// Remarks by their proposal, in the order in which they were ticked.
type Ticked = Vec<(Proposal, Vec<RemarkId>)>;

/// A decision.
pub enum Act {
    /// They become public.
    Publish(Ticked),
    /// They are not public, for a reason.
    Remove {
        /// Which.
        ticked: Ticked,
        /// Why.
        reason: RemovalReason,
        /// What else there is to say.
        words: Option<String>,
    },
    /// They say the same: the last one stands for all.
    Join {
        /// Of which proposal.
        proposal: Proposal,
        /// Which.
        remarks: Vec<RemarkId>,
        /// Which one stands for them.
        into: RemarkId,
    },
    /// It stands for itself again.
    Part {
        /// Of which proposal.
        proposal: Proposal,
        /// Which.
        remark: RemarkId,
    },
}

/// Reads a decision; `None` if something is lacking, which the form then says.
///
/// # Errors
///
/// [`PageError::Invalid`] if it names what no page of ours names.
pub fn read(form: &mut Form, proposals: &[Proposal]) -> Result<Option<Act>, PageError> {
    if let Some(raw) = form.data().get("join") {
        let (proposal, ids) = named(raw, proposals)?;
        let [remark, into] = ids[..] else {
            return Err(PageError::Invalid);
        };
        return Ok(Some(Act::Join {
            proposal,
            remarks: vec![remark],
            into,
        }));
    }
    if let Some(raw) = form.data().get("part") {
        let (proposal, ids) = named(raw, proposals)?;
        let [remark] = ids[..] else {
            return Err(PageError::Invalid);
        };
        return Ok(Some(Act::Part { proposal, remark }));
    }
    let ticked = ticked(form, proposals)?;
    let m = form.words();
    if ticked.is_empty() {
        form.fail_whole(m.office_moderation_none_ticked());
        return Ok(None);
    }
    match form.value("act") {
        "publish" => Ok(Some(Act::Publish(ticked))),
        "remove" => {
            let reason = form
                .typed("reason", m.office_moderation_reason())
                .required()
                .choice(RemovalReason::of);
            let words = form.typed("words", m.office_moderation_words()).text(WORDS);
            Ok(reason
                .filter(|_| form.is_valid())
                .map(|reason| Act::Remove {
                    ticked,
                    reason,
                    words,
                }))
        }
        "join" => Ok(join(form, ticked)),
        _ => Err(PageError::Invalid),
    }
}

/// All that are ticked become one: the first of them stands for all.
fn join(form: &mut Form, ticked: Ticked) -> Option<Act> {
    let m = form.words();
    let mut ticked = ticked.into_iter();
    let (Some((proposal, mut remarks)), None) = (ticked.next(), ticked.next()) else {
        form.fail_whole(m.office_moderation_join_one_proposal());
        return None;
    };
    if remarks.len() < 2 {
        form.fail_whole(m.office_moderation_join_two());
        return None;
    }
    let into = remarks.remove(0);
    Some(Act::Join {
        proposal,
        remarks,
        into,
    })
}

fn ticked(form: &Form, proposals: &[Proposal]) -> Result<Ticked, PageError> {
    let mut by_proposal: BTreeMap<ProposalId, (Proposal, Vec<RemarkId>)> = BTreeMap::new();
    for raw in form.data().all("remark") {
        let (proposal, ids) = named(raw, proposals)?;
        let entry = by_proposal.entry(proposal.id);
        entry
            .or_insert_with(|| (proposal, Vec::new()))
            .1
            .extend(ids);
    }
    Ok(by_proposal.into_values().collect())
}

/// A proposal and remarks of it: `mieszkanie.0195….0196…`.
fn named(raw: &str, proposals: &[Proposal]) -> Result<(Proposal, Vec<RemarkId>), PageError> {
    let mut parts = raw.split('.');
    let slug = parts.next().unwrap_or_default();
    let proposal = proposals.iter().find(|it| it.slug.as_str() == slug);
    let ids: Result<Vec<RemarkId>, _> = parts.map(str::parse).collect();
    match (proposal, ids) {
        (Some(proposal), Ok(ids)) if !ids.is_empty() => Ok((proposal.clone(), ids)),
        _ => Err(PageError::Invalid),
    }
}

/// Carries a decision out. Those whom it concerns are told once it is committed.
pub async fn carry_out(tx: &mut Tx, congress: &Slug, act: &Act) -> Result<(), StoreError> {
    match act {
        Act::Publish(ticked) => {
            for (proposal, remarks) in ticked {
                for remark in tx.remarks().publish(proposal, remarks).await? {
                    tell(tx, congress, remark.id, AboutRemark::Published).await?;
                }
            }
        }
        Act::Remove {
            ticked,
            reason,
            words,
        } => {
            for (proposal, remarks) in ticked {
                let words = words.as_deref();
                let mut writer = tx.remarks();
                let removed = writer.remove(proposal, remarks, *reason, words).await?;
                for remark in removed {
                    tell(tx, congress, remark.id, AboutRemark::Removed).await?;
                }
            }
        }
        Act::Join {
            proposal,
            remarks,
            into,
        } => {
            for remark in tx.remarks().join(proposal, remarks, *into).await? {
                if let Some(answer) = remark.answer {
                    tell(tx, congress, remark.id, AboutRemark::Answered { answer }).await?;
                }
            }
        }
        Act::Part { proposal, remark } => tx.remarks().part(proposal, *remark).await?,
    }
    Ok(())
}
