//! Remarks on proposals: received once, numbered in the order of receipt, moderated, answered.

mod answer;
mod find;
mod moderate;
mod moderated;
mod receive;
mod stance;
mod table;

use wiec_model::AccountId;
use wiec_model::register::{
    Answer, AnswerId, Author, ProposalId, Remark, RemarkId, RemarkState, RemovalReason,
};

use crate::column::Row;
use crate::error::StoreError;
use crate::tables::{answers, remarks};

pub use find::{Answered, RemarkPage, Remarks, Standing, WantedRemarks};
pub use moderated::ModeratedPage;
pub use receive::{ConfirmedRemark, NewRemark, ReceivedRemark, RemarkWriter};

fn read(row: remarks::Model) -> Result<Remark, StoreError> {
    let of = Row::new("remarks", row.id);
    let state = state(&of, &row)?;
    Ok(Remark {
        id: RemarkId(row.id),
        proposal: ProposalId(row.proposal_id),
        number: of.number_opt("number", row.number)?,
        version: of.number("version", row.version)?,
        clause: of.parse("clause", &row.clause)?,
        kind: of.word("kind", &row.kind)?,
        amendment: of.json_opt("amendment", row.amendment.as_deref())?,
        reply_to: row.reply_to.map(RemarkId),
        author: Author {
            behalf: of.word("behalf", &row.behalf)?,
            name: row.name,
            body: row.organisation,
        },
        account: row.account_id.map(AccountId),
        lang: of.word("lang", &row.lang)?,
        channel: of.word("channel", &row.channel)?,
        received_at: of.instant("received_at", row.received_at)?,
        state,
        same_as: row.same_as.map(RemarkId),
        owner: row.owner_id.map(AccountId),
        answer: row.answer_id.map(AnswerId),
        accepted: of.json_opt("accepted", row.accepted.as_deref())?,
        merged_in: of.number_opt("merged_in", row.merged_in)?,
        body: row.body,
        reasons: row.reasons,
        wording: row.wording,
    })
}

fn state(of: &Row, row: &remarks::Model) -> Result<RemarkState, StoreError> {
    let at = of.instant("state_at", row.state_at)?;
    Ok(match row.state.as_str() {
        "unconfirmed" => RemarkState::Unconfirmed,
        "waiting" => RemarkState::Waiting { at },
        "published" => RemarkState::Published { at },
        "withdrawn" => RemarkState::Withdrawn { at },
        "removed" => RemarkState::Removed {
            at,
            reason: row
                .removal
                .as_deref()
                .and_then(RemovalReason::of)
                .ok_or_else(|| of.wrong("removal"))?,
            words: row.removal_words.clone(),
        },
        _ => return Err(of.wrong("state")),
    })
}

fn read_answer(row: answers::Model) -> Result<Answer, StoreError> {
    let of = Row::new("answers", row.id);
    Ok(Answer {
        id: AnswerId(row.id),
        position: of.word("position", &row.position)?,
        lang: of.word("lang", &row.lang)?,
        at: of.instant("at", row.at)?,
        reasons: row.reasons,
    })
}
