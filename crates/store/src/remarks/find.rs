//! Reading remarks: one, a page, or all that the public may read, each in one query.

use std::collections::BTreeMap;

use jiff::Timestamp;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;
use wiec_model::register::{
    Answer, AnswerId, Clause, Position, ProposalId, Remark, RemarkId, RemarkKind, Stance, Stances,
};
use wiec_model::{AccountId, Email, Slug};

use super::{read, read_answer};
use crate::column::{Micros, Row, holding, word};
use crate::error::StoreError;
use crate::id;
use crate::store::Store;
use crate::tables::{answers, register_proposals, remarks, stances};

/// Which remarks of a proposal are wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WantedRemarks {
    /// Only those in a state of one of these words.
    pub states: Vec<&'static str>,
    /// Only those about this.
    pub clause: Option<Clause>,
    /// Only those of this kind.
    pub kind: Option<RemarkKind>,
    /// Only those that are answered so.
    pub answered: Option<Answered>,
    /// Only this account's.
    pub account: Option<AccountId>,
    /// Only those whose answer this account sees to.
    pub owner: Option<AccountId>,
    /// Only those that hold these words, or whose author's name does.
    pub words: Option<String>,
    /// Only those that became what they are after this.
    pub since: Option<Timestamp>,
    /// Only those after this number.
    pub after: u32,
}

impl Default for WantedRemarks {
    /// All that everybody may read.
    fn default() -> Self {
        Self {
            states: vec!["published"],
            clause: None,
            kind: None,
            answered: None,
            account: None,
            owner: None,
            words: None,
            since: None,
            after: 0,
        }
    }
}

/// How a remark is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answered {
    /// Not at all, and nobody found that another one stands for it.
    NotYet,
    /// With this position.
    With(Position),
}

/// Some remarks, in the order of their numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RemarkPage {
    /// The remarks.
    pub rows: Vec<Remark>,
    /// The number to go on after; none at the end.
    pub next: Option<u32>,
    /// How many there are of the wanted ones in all.
    pub total: u64,
}

/// How the discussion of a proposal stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Remarks that everybody may read, amendments too.
    pub published: u32,
    /// Amendments among them.
    pub amendments: u32,
    /// Remarks that wait to be read by the office.
    pub waiting: u32,
    /// Published ones that nobody answered, but for replies and those for which another one stands.
    pub unanswered: u32,
}

/// Reads remarks.
#[derive(Debug)]
pub struct Remarks<'a>(pub(crate) &'a Store);

impl Remarks<'_> {
    /// A remark by its number.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`], or [`StoreError::Inconsistent`] if it cannot be read.
    #[tracing::instrument(name = "store.remarks.find", skip_all, fields(remark.number = number))]
    pub async fn find(
        &self,
        proposal: ProposalId,
        number: u32,
    ) -> Result<Option<Remark>, StoreError> {
        let row = remarks::Entity::find()
            .filter(remarks::Column::ProposalId.eq(proposal.0))
            .filter(remarks::Column::Number.eq(i64::from(number)))
            .one(self.0.reader())
            .await?;
        row.map(read).transpose()
    }

    /// A remark by its key.
    ///
    /// # Errors
    ///
    /// As [`Remarks::find`].
    #[tracing::instrument(name = "store.remarks.get", skip_all)]
    pub async fn get(&self, remark: RemarkId) -> Result<Option<Remark>, StoreError> {
        let row = remarks::Entity::find_by_id(remark.0)
            .one(self.0.reader())
            .await?;
        row.map(read).transpose()
    }

    /// Whether a form of this key was received for a proposal.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.remarks.is_received", skip_all)]
    pub async fn is_received(&self, proposal: ProposalId, key: &str) -> Result<bool, StoreError> {
        let count = remarks::Entity::find()
            .filter(remarks::Column::ProposalId.eq(proposal.0))
            .filter(remarks::Column::Key.eq(key))
            .count(self.0.reader())
            .await?;
        Ok(count > 0)
    }

    /// Where its author is reached, if they have no account: while they have not confirmed it, and for
    /// what came on paper.
    ///
    /// # Errors
    ///
    /// As [`Remarks::find`].
    #[tracing::instrument(name = "store.remarks.email", skip_all)]
    pub async fn email(&self, remark: RemarkId) -> Result<Option<Email>, StoreError> {
        let email: Option<Option<String>> = remarks::Entity::find_by_id(remark.0)
            .select_only()
            .column(remarks::Column::Email)
            .into_tuple()
            .one(self.0.reader())
            .await?;
        let of = Row::new("remarks", remark);
        email
            .flatten()
            .map(|email| of.parse("email", &email))
            .transpose()
    }

    /// All remarks of a proposal in a state of one of these words, in the order of their numbers.
    ///
    /// # Errors
    ///
    /// As [`Remarks::find`].
    #[tracing::instrument(name = "store.remarks.all", skip_all)]
    pub async fn all(
        &self,
        proposal: ProposalId,
        states: &[&str],
    ) -> Result<Vec<Remark>, StoreError> {
        let rows = remarks::Entity::find()
            .filter(remarks::Column::ProposalId.eq(proposal.0))
            .filter(remarks::Column::State.is_in(states.iter().copied()))
            .order_by_asc(remarks::Column::Number)
            .all(self.0.reader())
            .await?;
        rows.into_iter().map(read).collect()
    }

    /// A page of at most `size` of the wanted remarks.
    ///
    /// # Errors
    ///
    /// As [`Remarks::find`].
    #[tracing::instrument(name = "store.remarks.page", skip_all)]
    pub async fn page(
        &self,
        proposal: ProposalId,
        wanted: &WantedRemarks,
        size: u64,
    ) -> Result<RemarkPage, StoreError> {
        let view = self.0.snapshot().await?;
        let query = remarks::Entity::find().filter(condition(proposal, wanted));
        let total = query.clone().count(&view).await?;
        let mut rows = query
            .filter(remarks::Column::Number.gt(i64::from(wanted.after)))
            .order_by_asc(remarks::Column::Number)
            .limit(size + 1)
            .all(&view)
            .await?;
        view.commit().await?;
        let fit = usize::try_from(size).unwrap_or(usize::MAX);
        let has_more = rows.len() > fit;
        rows.truncate(fit);
        let rows: Vec<Remark> = rows.into_iter().map(read).collect::<Result<_, _>>()?;
        let next = rows
            .last()
            .filter(|_| has_more)
            .and_then(|last| last.number);
        Ok(RemarkPage { rows, next, total })
    }

    /// How many stand how to each remark of a proposal.
    ///
    /// # Errors
    ///
    /// As [`Remarks::find`].
    #[tracing::instrument(name = "store.remarks.stances", skip_all)]
    pub async fn stances(
        &self,
        proposal: ProposalId,
    ) -> Result<BTreeMap<RemarkId, Stances>, StoreError> {
        let rows: Vec<(Uuid, String, i64)> = stances::Entity::find()
            .select_only()
            .columns([stances::Column::RemarkId, stances::Column::Stance])
            .column_as(stances::Column::AccountId.count(), "count")
            .filter(stances::Column::RemarkId.in_subquery(of_proposal(proposal)))
            .group_by(stances::Column::RemarkId)
            .group_by(stances::Column::Stance)
            .into_tuple()
            .all(self.0.reader())
            .await?;
        let mut all: BTreeMap<RemarkId, Stances> = BTreeMap::new();
        for (remark, stance, count) in rows {
            let of = Row::new("stances", remark);
            let count = of.number("count", count)?;
            let counts = all.entry(RemarkId(remark)).or_default();
            match of.word("stance", &stance)? {
                Stance::For => counts.supporters = count,
                Stance::Against => counts.opponents = count,
                Stance::Abstain => counts.abstentions = count,
            }
        }
        Ok(all)
    }

    /// How an account stands to the remarks of a proposal.
    ///
    /// # Errors
    ///
    /// As [`Remarks::find`].
    #[tracing::instrument(name = "store.remarks.stances_of", skip_all)]
    pub async fn stances_of(
        &self,
        proposal: ProposalId,
        account: AccountId,
    ) -> Result<BTreeMap<RemarkId, Stance>, StoreError> {
        let rows = stances::Entity::find()
            .filter(stances::Column::AccountId.eq(account.0))
            .filter(stances::Column::RemarkId.in_subquery(of_proposal(proposal)))
            .all(self.0.reader())
            .await?;
        let one = |row: stances::Model| {
            let of = Row::new("stances", row.remark_id);
            Ok((RemarkId(row.remark_id), of.word("stance", &row.stance)?))
        };
        rows.into_iter().map(one).collect()
    }

    /// The answers given to remarks of a proposal.
    ///
    /// # Errors
    ///
    /// As [`Remarks::find`].
    #[tracing::instrument(name = "store.remarks.answers", skip_all)]
    pub async fn answers(
        &self,
        proposal: ProposalId,
    ) -> Result<BTreeMap<AnswerId, Answer>, StoreError> {
        let rows = answers::Entity::find()
            .filter(answers::Column::ProposalId.eq(proposal.0))
            .all(self.0.reader())
            .await?;
        let one = |row: answers::Model| read_answer(row).map(|answer| (answer.id, answer));
        rows.into_iter().map(one).collect()
    }

    /// How the discussions of all proposals of an edition stand.
    ///
    /// # Errors
    ///
    /// As [`Remarks::find`].
    #[tracing::instrument(name = "store.remarks.standings", skip_all, fields(congress.slug = %congress))]
    pub async fn standings(
        &self,
        congress: &Slug,
    ) -> Result<BTreeMap<ProposalId, Standing>, StoreError> {
        let theirs = sea_orm::sea_query::Query::select()
            .column(register_proposals::Column::Id)
            .from(register_proposals::Entity)
            .and_where(register_proposals::Column::CongressId.eq(id::congress(congress)))
            .to_owned();
        // No value is bound in what is grouped by: PostgreSQL takes two parameters for two expressions.
        let is_free = Expr::col(remarks::Column::AnswerId)
            .is_null()
            .and(Expr::col(remarks::Column::SameAs).is_null());
        let is_reply = Expr::col(remarks::Column::ReplyTo).is_not_null();
        let rows: Vec<(Uuid, String, String, bool, bool, i64)> = remarks::Entity::find()
            .select_only()
            .column(remarks::Column::ProposalId)
            .column(remarks::Column::State)
            .column(remarks::Column::Kind)
            .column_as(is_free.clone(), "is_free")
            .column_as(is_reply.clone(), "is_reply")
            .column_as(remarks::Column::Id.count(), "count")
            .filter(remarks::Column::ProposalId.in_subquery(theirs))
            .group_by(remarks::Column::ProposalId)
            .group_by(remarks::Column::State)
            .group_by(remarks::Column::Kind)
            .group_by(is_free)
            .group_by(is_reply)
            .into_tuple()
            .all(self.0.reader())
            .await?;
        let mut all: BTreeMap<ProposalId, Standing> = BTreeMap::new();
        for (proposal, state, kind, is_free, is_reply, count) in rows {
            let of = Row::new("remarks", proposal);
            let count: u32 = of.number("count", count)?;
            let is_amendment = kind == RemarkKind::Amendment.key();
            let standing = all.entry(ProposalId(proposal)).or_default();
            match state.as_str() {
                "waiting" => standing.waiting += count,
                "published" => {
                    standing.published += count;
                    if is_amendment {
                        standing.amendments += count;
                    }
                    if is_free && (is_amendment || !is_reply) {
                        standing.unanswered += count;
                    }
                }
                _ => {}
            }
        }
        Ok(all)
    }
}

/// Whether a team owes an answer: to everything but replies in a thread. An amendment to an amendment
/// is one too.
fn needs_answer() -> sea_orm::sea_query::SimpleExpr {
    Expr::col(remarks::Column::ReplyTo)
        .is_null()
        .or(Expr::col(remarks::Column::Kind).eq(RemarkKind::Amendment.key()))
}

fn of_proposal(proposal: ProposalId) -> sea_orm::sea_query::SelectStatement {
    sea_orm::sea_query::Query::select()
        .column(remarks::Column::Id)
        .from(remarks::Entity)
        .and_where(remarks::Column::ProposalId.eq(proposal.0))
        .to_owned()
}

fn condition(proposal: ProposalId, wanted: &WantedRemarks) -> Condition {
    let mut all = Condition::all()
        .add(remarks::Column::ProposalId.eq(proposal.0))
        .add(remarks::Column::State.is_in(wanted.states.iter().copied()));
    if let Some(clause) = &wanted.clause {
        all = all.add(remarks::Column::Clause.eq(clause.to_string()));
    }
    if let Some(kind) = wanted.kind {
        all = all.add(remarks::Column::Kind.eq(kind.key()));
    }
    if let Some(account) = wanted.account {
        all = all.add(remarks::Column::AccountId.eq(account.0));
    }
    if let Some(owner) = wanted.owner {
        all = all.add(remarks::Column::OwnerId.eq(owner.0));
    }
    if let Some(since) = wanted.since {
        all = all.add(remarks::Column::StateAt.gt(Micros::from(since)));
    }
    if let Some(words) = &wanted.words {
        all = all.add(
            Condition::any()
                .add(holds(remarks::Column::Body, words))
                .add(holds(remarks::Column::Wording, words))
                .add(holds(remarks::Column::Name, words))
                .add(holds(remarks::Column::Organisation, words)),
        );
    }
    match wanted.answered {
        None => all,
        Some(Answered::NotYet) => all
            .add(remarks::Column::AnswerId.is_null())
            .add(remarks::Column::SameAs.is_null())
            .add(needs_answer()),
        Some(Answered::With(position)) => {
            let with = sea_orm::sea_query::Query::select()
                .column(answers::Column::Id)
                .from(answers::Entity)
                .and_where(answers::Column::Position.eq(word(&position)))
                .to_owned();
            all.add(remarks::Column::AnswerId.in_subquery(with))
        }
    }
}

/// Whether a column holds these words, whichever letters are capital. Both databases fold A to Z only,
/// which is why the words are tried as typed too.
fn holds(column: remarks::Column, words: &str) -> Condition {
    let lower = sea_orm::sea_query::Func::lower(Expr::col(column));
    Condition::any()
        .add(Expr::expr(lower).like(holding(&words.to_lowercase())))
        .add(Expr::col(column).like(holding(words)))
}
