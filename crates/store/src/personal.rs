//! Where people's data are: every table that holds some, what of it leaves with its owner and what
//! stays, and why. The file of somebody's data and the erasure of an account go by this list alone.
//!
//! A column that names an account is called `account_id`, one with an address `email`; a test looks
//! for them in the schema and compares it with this list, so that no table is forgotten.

use jiff::Timestamp;
use sea_orm::sea_query::{Alias, Asterisk, Cond, Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryResult};
use serde_json::{Map, Value as Json};
use uuid::Uuid;
use wiec_model::account::Account;

use crate::error::StoreError;
use crate::store::Store;
use crate::tables::{register_proposals, remarks};
use crate::tx::Tx;

/// What happens to somebody's rows in a table when their account is erased.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Erasure {
    /// They are deleted.
    Deleted,
    /// They stay, emptied of everything that tells who it was: of the columns that are named.
    Emptied,
    /// They stay as they are, because they tell no more than the key of an emptied account.
    Kept,
}

/// What a column holds when it is emptied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Blank {
    /// Nothing.
    Null(&'static str),
    /// These words instead, where there has to be something: `{}`, an empty text.
    Words(&'static str, &'static str),
}

/// A table that holds people's data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PersonalTable {
    /// Its name.
    pub table: &'static str,
    /// What happens to it when an account is erased.
    pub erasure: Erasure,
    /// The column that names the account.
    pub account: &'static str,
    /// Whether a row may name its owner by their address, in the column `email`.
    pub has_email: bool,
    /// What becomes of the columns of a row that is emptied.
    pub blanks: &'static [Blank],
}

const fn table(table: &'static str, erasure: Erasure) -> PersonalTable {
    PersonalTable {
        table,
        erasure,
        account: "account_id",
        has_email: false,
        blanks: &[],
    }
}

impl PersonalTable {
    /// The same table, whose rows may name their owner by their address too.
    const fn or_email(mut self) -> Self {
        self.has_email = true;
        self
    }

    /// The same table, with what becomes of its columns.
    const fn blanking(mut self, blanks: &'static [Blank]) -> Self {
        self.blanks = blanks;
        self
    }

    const fn keyed(mut self, account: &'static str) -> Self {
        self.account = account;
        self
    }

    /// Somebody's rows.
    fn theirs(&self, account: &Account) -> Cond {
        let mut theirs = Cond::any().add(Expr::col(Alias::new(self.account)).eq(account.id.0));
        if self.has_email
            && let Some(email) = &account.email
        {
            theirs = theirs.add(Expr::col(Alias::new("email")).eq(email.as_str()));
        }
        theirs
    }
}

/// All tables that hold people's data. What refers to another table stands before it.
pub const TABLES: &[PersonalTable] = &[
    table("contacts", Erasure::Deleted).or_email(),
    table("grants", Erasure::Deleted),
    table("passkeys", Erasure::Deleted),
    table("identities", Erasure::Deleted),
    table("logins", Erasure::Deleted),
    table("ceremonies", Erasure::Deleted).or_email(),
    // The figures keep that somebody came, and nothing of who; their place comes free.
    table("registrations", Erasure::Emptied).blanking(&[
        Blank::Words("name", ""),
        Blank::Words("answers", r#"{"name":"–","environment":"other"}"#),
        Blank::Words("environment", "other"),
        Blank::Null("terc"),
        Blank::Words("state", "withdrawn"),
    ]),
    // What was said to a proposal is part of its record; who said it is not, once they are gone.
    table("remarks", Erasure::Emptied)
        .or_email()
        .blanking(&[Blank::Words("name", "–"), Blank::Null("email")]),
    // A count does not change because somebody left.
    table("stances", Erasure::Kept),
    table("answers", Erasure::Kept),
    table("register_suggestions", Erasure::Kept),
    table("register_holds", Erasure::Deleted),
    // A file that somebody began to take in; the daily sweep would delete it anyway.
    table("register_uploads", Erasure::Deleted),
    table("call_admissions", Erasure::Deleted),
    // Their reviews stay and need to be somebody's; where they worked does not.
    table("call_members", Erasure::Emptied).blanking(&[Blank::Null("body"), Blank::Null("town")]),
    // What was offered belongs to all its authors, and is part of the record; their names stand elsewhere.
    table("submissions", Erasure::Kept),
    table("submission_versions", Erasure::Kept),
    table("submission_authors", Erasure::Emptied)
        .or_email()
        .blanking(&[
            Blank::Null("email"),
            Blank::Null("token_hash"),
            Blank::Words("about", r#"{"name":"–"}"#),
        ]),
    table("submission_files", Erasure::Emptied).blanking(&[Blank::Words("name", "–")]),
    // What they need may tell of their health.
    table("speaker_preparations", Erasure::Deleted),
    table("review_bids", Erasure::Deleted),
    // That there was one tells why they did not judge; which one it was is theirs.
    table("review_interests", Erasure::Emptied).blanking(&[Blank::Null("words")]),
    // Reviews are never lost, whoever leaves.
    table("review_assignments", Erasure::Kept),
    table("reviews", Erasure::Kept),
    table("review_messages", Erasure::Kept),
    // That and when something was agreed to has to be shown as long as what was done by it.
    table("consents", Erasure::Kept),
    // What was written to somebody is theirs and goes with them.
    table("mails", Erasure::Deleted).or_email(),
    // Who did what to a congress is its record; after erasure it names an empty account.
    table("history", Erasure::Kept),
    // Emptied and kept: what was done keeps its doer.
    table("accounts", Erasure::Emptied)
        .keyed("id")
        .or_email()
        .blanking(&[
            Blank::Null("email"),
            Blank::Null("name"),
            Blank::Null("salutation"),
            Blank::Words("preferences", "{}"),
        ]),
];

/// Reads people's data.
#[derive(Debug)]
pub struct Personal<'a>(pub(crate) &'a Store);

impl Personal<'_> {
    /// Everything that is kept about an account, as an object: rows by table, in the order of
    /// [`TABLES`]. Digests and keys are left out: they are not about anybody.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.personal.export", skip_all)]
    pub async fn export(&self, account: &Account) -> Result<Json, StoreError> {
        let view = self.0.snapshot().await?;
        let mut tables = Map::new();
        for table in TABLES {
            let wanted = Query::select()
                .column(Asterisk)
                .from(Alias::new(table.table))
                .cond_where(table.theirs(account))
                .to_owned();
            let rows = view.query_all(&wanted).await?;
            let rows = rows.iter().map(read).collect();
            tables.insert(table.table.to_owned(), Json::Array(rows));
        }
        view.commit().await?;
        Ok(Json::Object(tables))
    }
}

/// Erases people's data.
#[derive(Debug)]
pub struct PersonalWriter<'a>(pub(crate) &'a mut Tx);

impl PersonalWriter<'_> {
    /// Takes from every table what leads to the owner of an account.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.personal.erase", skip_all)]
    pub async fn erase(&mut self, account: &Account) -> Result<(), StoreError> {
        self.stir(account).await?;
        for table in TABLES {
            match table.erasure {
                Erasure::Kept => {}
                Erasure::Deleted => self.delete(table, account).await?,
                Erasure::Emptied => self.empty(table, account).await?,
            }
        }
        self.0.accounts().erase(account.id).await
    }

    /// Pages of proposals on which somebody remarked name them, and are made anew: see
    /// [`crate::Register::stirred`].
    async fn stir(&mut self, account: &Account) -> Result<(), StoreError> {
        let stirred = register_proposals::Column::Stirred;
        let remarked = Query::select()
            .column(remarks::Column::ProposalId)
            .from(remarks::Entity)
            .and_where(remarks::Column::AccountId.eq(account.id.0))
            .to_owned();
        register_proposals::Entity::update_many()
            .col_expr(stirred, Expr::col(stirred).add(1))
            .filter(register_proposals::Column::Id.in_subquery(remarked))
            .exec(&self.0.tx)
            .await?;
        Ok(())
    }

    async fn delete(&mut self, table: &PersonalTable, account: &Account) -> Result<(), StoreError> {
        let gone = Query::delete()
            .from_table(Alias::new(table.table))
            .cond_where(table.theirs(account))
            .to_owned();
        self.0.tx.execute(&gone).await?;
        Ok(())
    }

    async fn empty(&mut self, table: &PersonalTable, account: &Account) -> Result<(), StoreError> {
        let mut emptied = Query::update();
        emptied
            .table(Alias::new(table.table))
            .cond_where(table.theirs(account));
        for blank in table.blanks {
            match *blank {
                Blank::Null(column) => emptied.value(Alias::new(column), Option::<String>::None),
                Blank::Words(column, words) => emptied.value(Alias::new(column), words),
            };
        }
        self.0.tx.execute(&emptied).await?;
        Ok(())
    }
}

/// A row as an object. Times are written as people's programs read them.
fn read(row: &QueryResult) -> Json {
    let names = row.column_names();
    let fields = names
        .into_iter()
        .filter_map(|name| value(row, &name).map(|value| (name, value)));
    Json::Object(fields.collect())
}

/// A column by whichever type it has; digests, which have none of these, are left out.
fn value(row: &QueryResult, name: &str) -> Option<Json> {
    if name.ends_with("_hash") || name == "credential" || name == "credential_id" {
        return None;
    }
    if let Ok(words) = row.try_get::<Option<String>>("", name) {
        // Objects are kept as text.
        return Some(words.map_or(Json::Null, |words| {
            serde_json::from_str(&words).unwrap_or(Json::String(words))
        }));
    }
    if let Ok(number) = row.try_get::<Option<i64>>("", name) {
        return Some(number.map_or(Json::Null, |number| instant_or_number(name, number)));
    }
    if let Ok(truth) = row.try_get::<Option<bool>>("", name) {
        return Some(truth.map_or(Json::Null, Json::Bool));
    }
    let key = row.try_get::<Option<Uuid>>("", name).ok()?;
    Some(key.map_or(Json::Null, |key| Json::String(key.to_string())))
}

fn instant_or_number(name: &str, number: i64) -> Json {
    let is_instant = name == "at" || name.ends_with("_at");
    let instant = Timestamp::from_microsecond(number)
        .ok()
        .filter(|_| is_instant);
    instant.map_or(Json::from(number), |instant| {
        Json::String(instant.to_string())
    })
}
