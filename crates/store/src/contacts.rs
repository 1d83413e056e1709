//! Contacts: where letters to people of a programme go. Addresses never enter the history.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect};
use serde_json::{Map, Value as Json, json};
use uuid::Uuid;
use wiec_model::contact::{Contact, Reachable};
use wiec_model::{AccountId, Email, Slug};

use crate::column::Row;
use crate::error::StoreError;
use crate::history::{self, Act};
use crate::store::Store;
use crate::tables::contacts::{Column, Entity, Model};
use crate::tables::{accounts, congresses, people};
use crate::tx::Tx;
use crate::{availabilities, confirmations, id};

/// Reads contacts.
#[derive(Debug)]
pub struct Contacts<'a>(pub(crate) &'a Store);

impl Contacts<'_> {
    /// All contacts of an edition, by the guids of their people.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`], or [`StoreError::Inconsistent`] if one cannot be read.
    #[tracing::instrument(name = "store.contacts.list", skip_all, fields(congress.slug = %congress))]
    pub async fn list(&self, congress: &Slug) -> Result<BTreeMap<Uuid, Contact>, StoreError> {
        let rows = Entity::find()
            .filter(Column::CongressId.eq(id::congress(congress)))
            .all(self.0.reader())
            .await?;
        let contacts = rows.into_iter().map(Model::read);
        contacts
            .map(|contact| contact.map(|contact| (contact.person, contact)))
            .collect()
    }

    /// How one person is reached.
    ///
    /// # Errors
    ///
    /// As [`Contacts::list`].
    #[tracing::instrument(name = "store.contacts.find", skip_all, fields(congress.slug = %congress))]
    pub async fn find(&self, congress: &Slug, person: Uuid) -> Result<Option<Contact>, StoreError> {
        let row = Entity::find_by_id((id::congress(congress), person))
            .one(self.0.reader())
            .await?;
        row.map(Model::read).transpose()
    }

    /// As whom an account appears, in all editions: their addresses with the contact in each.
    ///
    /// # Errors
    ///
    /// As [`Contacts::list`].
    #[tracing::instrument(name = "store.contacts.of_account", skip_all)]
    pub async fn of_account(&self, account: AccountId) -> Result<Vec<(Slug, Contact)>, StoreError> {
        let view = self.0.snapshot().await?;
        let rows = Entity::find()
            .filter(Column::AccountId.eq(account.0))
            .order_by_asc(Column::CongressId)
            .order_by_asc(Column::PersonGuid)
            .all(&view)
            .await?;
        let ids: Vec<Uuid> = rows.iter().map(|row| row.congress_id).collect();
        let editions = congresses::Entity::find()
            .filter(congresses::Column::Id.is_in(ids))
            .all(&view)
            .await?;
        view.commit().await?;
        let slugs: BTreeMap<Uuid, String> = editions
            .into_iter()
            .map(|edition| (edition.id, edition.slug))
            .collect();
        rows.into_iter()
            .map(|row| {
                let wrong = || Row::new("contacts", row.person_guid).wrong("congress_id");
                let slug = slugs.get(&row.congress_id).ok_or_else(wrong)?;
                let slug = Row::new("congresses", row.congress_id).parse("slug", slug)?;
                Ok((slug, row.read()?))
            })
            .collect()
    }
}

/// Writes contacts.
#[derive(Debug)]
pub struct ContactWriter<'a>(pub(crate) &'a mut Tx);

impl ContactWriter<'_> {
    /// Says how a person of the draft is reached; an empty contact is forgotten.
    ///
    /// The history says that it changed, and not from which address to which.
    ///
    /// # Errors
    ///
    /// [`StoreError::Conflict`] by `contacts_person_guid_fkey` if there is no such person in the
    /// draft, or by `contacts_account_id_fkey` if there is no such account; [`StoreError::Driver`].
    #[tracing::instrument(name = "store.contacts.save", skip_all, fields(congress.slug = %congress))]
    pub async fn save(&mut self, congress: &Slug, contact: &Contact) -> Result<(), StoreError> {
        let congress_id = id::congress(congress);
        let subject = subject(self.0, congress_id, contact.person, "contacts").await?;
        let key = (congress_id, contact.person);
        let before = Entity::find_by_id(key).one(&self.0.tx).await?;
        let before = before.map(Model::read).transpose()?;
        if contact.is_empty() {
            Entity::delete_by_id(key).exec(&self.0.tx).await?;
        } else {
            let row = Model::of(congress_id, contact).into_active_model();
            Entity::insert(row)
                .on_conflict(
                    OnConflict::columns([Column::CongressId, Column::PersonGuid])
                        .update_columns([Column::Email, Column::AccountId, Column::Lang])
                        .to_owned(),
                )
                .exec_without_returning(&self.0.tx)
                .await?;
        }
        let changed = changed(before.as_ref(), contact);
        if changed.is_empty() {
            return Ok(());
        }
        let details = Json::Object(changed);
        history::append(self.0, congress_id, Act::SetContact, subject, &details).await
    }

    /// As [`ContactWriter::save`], over the contact that was `seen`; its account is not compared, since
    /// nobody sees that.
    ///
    /// # Errors
    ///
    /// [`StoreError::Stale`] if somebody changed it meanwhile; else as there.
    pub async fn save_over(
        &mut self,
        congress: &Slug,
        contact: &Contact,
        seen: &Contact,
    ) -> Result<(), StoreError> {
        let congress_id = id::congress(congress);
        lock(self.0, congress_id).await?;
        let key = (congress_id, contact.person);
        let now = Entity::find_by_id(key).one(&self.0.tx).await?;
        let now = now.map(Model::read).transpose()?;
        let is_seen = match &now {
            Some(now) => (&now.email, now.lang) == (&seen.email, seen.lang),
            None => seen.email.is_none(),
        };
        if !is_seen {
            return Err(StoreError::Stale);
        }
        self.save(congress, contact).await
    }

    /// Those of these people who can be written to, in the order of their guids; by their own address,
    /// or else by that of their account.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`], or [`StoreError::Inconsistent`] if one cannot be read.
    #[tracing::instrument(name = "store.contacts.reachable", skip_all, fields(congress.slug = %congress))]
    pub async fn reachable(
        &mut self,
        congress: &Slug,
        people: &BTreeSet<Uuid>,
    ) -> Result<Vec<Reachable>, StoreError> {
        let rows = Entity::find()
            .filter(Column::CongressId.eq(id::congress(congress)))
            .order_by_asc(Column::PersonGuid)
            .all(&self.0.tx)
            .await?;
        let rows = rows.into_iter().map(Model::read);
        let mut contacts = rows.collect::<Result<Vec<Contact>, _>>()?;
        contacts.retain(|contact| people.contains(&contact.person));
        let ids = contacts.iter().filter_map(|contact| contact.account);
        let known = accounts::Entity::find()
            .filter(accounts::Column::Id.is_in(ids.map(|account| account.0)))
            .filter(accounts::Column::ErasedAt.is_null())
            .all(&self.0.tx)
            .await?;
        let known = known.into_iter().map(crate::accounts::read);
        let known: BTreeMap<AccountId, _> = known
            .map(|account| account.map(|account| (account.id, account.email)))
            .collect::<Result<_, _>>()?;
        let found = contacts.into_iter().filter_map(|contact| {
            let of_account = contact.account.and_then(|account| known.get(&account));
            let email = contact.email.clone();
            let email = email.or_else(|| of_account.cloned().flatten())?;
            Some(Reachable { contact, email })
        });
        Ok(found.collect())
    }

    /// Gives an account to the people who are reached at its address, proved to be its owner's; those
    /// who have one keep it.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.contacts.claim", skip_all)]
    pub async fn claim(&mut self, account: AccountId, email: &Email) -> Result<(), StoreError> {
        Entity::update_many()
            .col_expr(Column::AccountId, Expr::value(Some(account.0)))
            .filter(Column::Email.eq(email.as_str()))
            .filter(Column::AccountId.is_null())
            .exec(&self.0.tx)
            .await?;
        Ok(())
    }

    /// Takes an account, and its address, from all contacts; those of which nothing is left go.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.contacts.erase", skip_all)]
    pub async fn erase(&mut self, account: AccountId) -> Result<(), StoreError> {
        Entity::delete_many()
            .filter(Column::AccountId.eq(account.0))
            .exec(&self.0.tx)
            .await?;
        Ok(())
    }

    /// Forgets how people are reached, when they can, and what they answered, except of those in the
    /// draft and of `released`: the others are of no programme any more, and have been told so.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.contacts.keep_only", skip_all, fields(congress.slug = %congress))]
    pub async fn keep_only(
        &mut self,
        congress: &Slug,
        released: &BTreeSet<Uuid>,
    ) -> Result<(), StoreError> {
        let congress_id = id::congress(congress);
        let drafted = people::Entity::find()
            .filter(people::Column::CongressId.eq(congress_id))
            .all(&self.0.tx)
            .await?;
        let mut people = released.clone();
        people.extend(drafted.iter().map(|row| row.guid));
        let known = Entity::find()
            .filter(Column::CongressId.eq(congress_id))
            .all(&self.0.tx)
            .await?;
        let strangers = known
            .iter()
            .map(|row| row.person_guid)
            .filter(|guid| !people.contains(guid));
        let strangers: Vec<Uuid> = strangers.collect();
        if !strangers.is_empty() {
            Entity::delete_many()
                .filter(Column::CongressId.eq(congress_id))
                .filter(Column::PersonGuid.is_in(strangers))
                .exec(&self.0.tx)
                .await?;
        }
        availabilities::keep_only(self.0, congress_id, &people).await?;
        confirmations::keep_only(self.0, congress_id, &people).await
    }
}

fn changed(before: Option<&Contact>, after: &Contact) -> Map<String, Json> {
    let mut changed = Map::new();
    if before.and_then(|it| it.email.as_ref()) != after.email.as_ref() {
        changed.insert("email".to_owned(), Json::Bool(true));
    }
    if before.and_then(|it| it.account) != after.account {
        changed.insert("account".to_owned(), Json::Bool(true));
    }
    let lang = before.map(|it| it.lang);
    if lang.is_some_and(|lang| lang != after.lang) {
        changed.insert("lang".to_owned(), json!({ "from": lang, "to": after.lang }));
    }
    changed
}

/// A person of the draft as the subject of an act; a conflict of `table` if there is no such person.
pub(crate) async fn subject(
    tx: &Tx,
    congress_id: Uuid,
    person: Uuid,
    table: &str,
) -> Result<String, StoreError> {
    let row = people::Entity::find_by_id(people::key(congress_id, person))
        .one(&tx.tx)
        .await?;
    let missing = || StoreError::Conflict {
        constraint: format!("{table}_person_guid_fkey"),
    };
    row.map(|row| format!("person {}", row.slug_pl))
        .ok_or_else(missing)
}

/// Makes everybody else who writes over what they saw of this edition wait until this transaction is
/// over. On `SQLite` it has the database to itself already, and the lock is no statement.
pub(crate) async fn lock(tx: &Tx, congress_id: Uuid) -> Result<(), StoreError> {
    congresses::Entity::find_by_id(congress_id)
        .lock_exclusive()
        .one(&tx.tx)
        .await?;
    Ok(())
}
