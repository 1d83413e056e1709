//! Reading registrations: one, or a page of them, with the same number of queries whatever they hold.

use std::collections::BTreeMap;

use jiff::Timestamp;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use wiec_model::registration::{Registration, RegistrationId, State};
use wiec_model::{AccountId, Email, Slug, Text};

use crate::column::{Row, holding};
use crate::error::StoreError;
use crate::id;
use crate::registrations::read;
use crate::store::Store;
use crate::tables::registrations::{Column, Entity};
use crate::tables::{accounts, consents};

/// Which registrations of an edition are wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Only those in the state of this word.
    pub state: Option<String>,
    /// Only those of this environment, by its key.
    pub environment: Option<String>,
    /// Only those whose name or address holds this.
    pub words: Option<String>,
    /// Only those after this number.
    pub after: u32,
}

/// A registration in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The registration.
    pub registration: Registration,
    /// The address of its account, unless that was erased.
    pub email: Option<Email>,
}

/// Some registrations, in the order of receipt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegistrationPage {
    /// The registrations.
    pub rows: Vec<Listed>,
    /// The number to go on after; none at the end.
    pub next: Option<u32>,
    /// How many there are of the wanted ones in all.
    pub total: u64,
}

/// Something that an account agreed to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreed {
    /// Its key.
    pub id: i64,
    /// The key of the text.
    pub key: String,
    /// Its version.
    pub version: u32,
    /// The text itself.
    pub words: Text,
    /// When it was agreed to.
    pub given_at: Timestamp,
    /// When that was taken back, if it was.
    pub withdrawn_at: Option<Timestamp>,
}

/// Reads registrations.
#[derive(Debug)]
pub struct Registrations<'a>(pub(crate) &'a Store);

impl Registrations<'_> {
    /// A registration of an edition.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`], or [`StoreError::Inconsistent`] if it cannot be read.
    #[tracing::instrument(name = "store.registrations.find", skip_all, fields(congress.slug = %congress))]
    pub async fn find(
        &self,
        congress: &Slug,
        registration: RegistrationId,
    ) -> Result<Option<Registration>, StoreError> {
        let row = Entity::find_by_id(registration.0)
            .filter(Column::CongressId.eq(id::congress(congress)))
            .one(self.0.reader())
            .await?;
        row.map(|row| read(row, congress)).transpose()
    }

    /// The registration of an account for an edition.
    ///
    /// # Errors
    ///
    /// As [`Registrations::find`].
    #[tracing::instrument(name = "store.registrations.of", skip_all, fields(congress.slug = %congress))]
    pub async fn of(
        &self,
        congress: &Slug,
        account: AccountId,
    ) -> Result<Option<Registration>, StoreError> {
        let row = Entity::find()
            .filter(Column::CongressId.eq(id::congress(congress)))
            .filter(Column::AccountId.eq(account.0))
            .one(self.0.reader())
            .await?;
        row.map(|row| read(row, congress)).transpose()
    }

    /// A page of at most `size` of the wanted registrations.
    ///
    /// # Errors
    ///
    /// As [`Registrations::find`].
    #[tracing::instrument(name = "store.registrations.page", skip_all, fields(congress.slug = %congress))]
    pub async fn page(
        &self,
        congress: &Slug,
        wanted: &Wanted,
        size: u64,
    ) -> Result<RegistrationPage, StoreError> {
        let view = self.0.snapshot().await?;
        let query = Entity::find().filter(condition(congress, wanted));
        let total = query.clone().count(&view).await?;
        let mut rows = query
            .filter(Column::Number.gt(i64::from(wanted.after)))
            .order_by_asc(Column::Number)
            .limit(size + 1)
            .all(&view)
            .await?;
        let fit = usize::try_from(size).unwrap_or(usize::MAX);
        let has_more = rows.len() > fit;
        rows.truncate(fit);
        let owners: Vec<_> = rows.iter().map(|row| row.account_id).collect();
        let emails: Vec<(uuid::Uuid, Option<String>)> = accounts::Entity::find()
            .select_only()
            .columns([accounts::Column::Id, accounts::Column::Email])
            .filter(accounts::Column::Id.is_in(owners))
            .into_tuple()
            .all(&view)
            .await?;
        view.commit().await?;
        let emails: BTreeMap<_, _> = emails.into_iter().collect();
        let listed = |row: crate::tables::registrations::Model| {
            let email = emails.get(&row.account_id).cloned().flatten();
            Ok(Listed {
                email: email
                    .map(|email| Row::new("accounts", row.account_id).parse("email", &email))
                    .transpose()?,
                registration: read(row, congress)?,
            })
        };
        let rows: Vec<Listed> = rows
            .into_iter()
            .map(listed)
            .collect::<Result<_, StoreError>>()?;
        let next = rows
            .last()
            .filter(|_| has_more)
            .map(|last| last.registration.number);
        Ok(RegistrationPage { rows, next, total })
    }

    /// How many registrations of an edition are in which state, by its word.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.registrations.counts", skip_all, fields(congress.slug = %congress))]
    pub async fn counts(&self, congress: &Slug) -> Result<BTreeMap<String, u64>, StoreError> {
        let counts: Vec<(String, i64)> = Entity::find()
            .select_only()
            .column(Column::State)
            .column_as(Column::Id.count(), "count")
            .filter(Column::CongressId.eq(id::congress(congress)))
            .group_by(Column::State)
            .into_tuple()
            .all(self.0.reader())
            .await?;
        Ok(counts
            .into_iter()
            .map(|(state, count)| (state, u64::try_from(count).unwrap_or_default()))
            .collect())
    }

    /// Environment and TERC of everybody who has a place, for figures.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.registrations.figures", skip_all, fields(congress.slug = %congress))]
    pub async fn figures(
        &self,
        congress: &Slug,
    ) -> Result<Vec<(String, Option<String>)>, StoreError> {
        Ok(Entity::find()
            .select_only()
            .columns([Column::Environment, Column::Terc])
            .filter(Column::CongressId.eq(id::congress(congress)))
            .filter(Column::State.is_in(State::WITH_A_PLACE))
            .into_tuple()
            .all(self.0.reader())
            .await?)
    }

    /// What an account agreed to, the latest first.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`], or [`StoreError::Inconsistent`] if one cannot be read.
    #[tracing::instrument(name = "store.consents.list", skip_all)]
    pub async fn consents(&self, account: AccountId) -> Result<Vec<Agreed>, StoreError> {
        let rows = consents::Entity::find()
            .filter(consents::Column::AccountId.eq(account.0))
            .order_by_desc(consents::Column::Id)
            .all(self.0.reader())
            .await?;
        rows.into_iter().map(agreed).collect()
    }
}

fn condition(congress: &Slug, wanted: &Wanted) -> Condition {
    let mut all = Condition::all().add(Column::CongressId.eq(id::congress(congress)));
    if let Some(state) = &wanted.state {
        all = all.add(Column::State.eq(state));
    }
    if let Some(environment) = &wanted.environment {
        all = all.add(Column::Environment.eq(environment));
    }
    if let Some(words) = &wanted.words {
        let words = words.to_lowercase();
        let theirs = sea_orm::sea_query::Query::select()
            .column(accounts::Column::Id)
            .from(accounts::Entity)
            .and_where(holds(accounts::Column::Email, &words))
            .to_owned();
        all = all.add(
            Condition::any()
                .add(holds(Column::Name, &words))
                .add(Column::AccountId.in_subquery(theirs)),
        );
    }
    all
}

/// Whether a column holds these words.
fn holds(column: impl ColumnTrait, words: &str) -> sea_orm::sea_query::SimpleExpr {
    Expr::col(column.as_column_ref()).like(holding(words))
}

fn agreed(consent: consents::Model) -> Result<Agreed, StoreError> {
    let row = Row::new("consents", consent.id);
    Ok(Agreed {
        id: consent.id,
        version: row.number("version", consent.version)?,
        words: row.json("words", &consent.words)?,
        given_at: row.instant("given_at", consent.given_at)?,
        withdrawn_at: consent
            .withdrawn_at
            .map(|at| row.instant("withdrawn_at", at))
            .transpose()?,
        key: consent.key,
    })
}
