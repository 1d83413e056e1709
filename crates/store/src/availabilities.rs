//! Availabilities: when people of a programme, and its rooms, can.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::json;
use uuid::Uuid;
use wiec_model::availability::{Availabilities, Availability, Whose, Window};
use wiec_model::{AccountId, Slug};

use crate::contacts::{lock, subject};
use crate::error::StoreError;
use crate::history::{self, Act};
use crate::store::Store;
use crate::tables::availabilities::{Column, Entity, Model, words};
use crate::tables::{contacts, people, rooms};
use crate::tx::Tx;
use crate::{id, insert};

/// Reads availabilities.
#[derive(Debug)]
pub struct AvailabilityReader<'a>(pub(crate) &'a Store);

impl AvailabilityReader<'_> {
    /// Everything that was said of an edition's people and rooms.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`], or [`StoreError::Inconsistent`] if a row cannot be read.
    #[tracing::instrument(name = "store.availabilities.list", skip_all, fields(congress.slug = %congress))]
    pub async fn list(&self, congress: &Slug) -> Result<Availabilities, StoreError> {
        let rows = Entity::find()
            .filter(Column::CongressId.eq(id::congress(congress)))
            .order_by_asc(Column::StartsAt)
            .all(self.0.reader())
            .await?;
        let mut windows: BTreeMap<Whose, Vec<Window>> = BTreeMap::new();
        for row in rows {
            let (whose, window) = row.read()?;
            windows.entry(whose).or_default().push(window);
        }
        let said = windows.into_iter();
        Ok(Availabilities(
            said.map(|(whose, windows)| (whose, Availability::of(windows)))
                .collect(),
        ))
    }
}

/// Writes availabilities.
#[derive(Debug)]
pub struct AvailabilityWriter<'a>(pub(crate) &'a mut Tx);

impl AvailabilityWriter<'_> {
    /// Says when a person or a room of the draft can; without windows, always.
    ///
    /// # Errors
    ///
    /// [`StoreError::Conflict`] by `availabilities_person_guid_fkey` or `availabilities_room_fkey` if
    /// there is no such person or room in the draft; [`StoreError::Driver`].
    #[tracing::instrument(name = "store.availabilities.save", skip_all, fields(congress.slug = %congress))]
    pub async fn save(
        &mut self,
        congress: &Slug,
        whose: &Whose,
        availability: &Availability,
    ) -> Result<(), StoreError> {
        let congress_id = id::congress(congress);
        let subject = self.subject(congress_id, whose).await?;
        let (word, key) = words(whose);
        let before = self.now(congress_id, whose).await?;
        if before == *availability {
            return Ok(());
        }
        Entity::delete_many()
            .filter(Column::CongressId.eq(congress_id))
            .filter(Column::Whose.eq(word))
            .filter(Column::Key.eq(key))
            .exec(&self.0.tx)
            .await?;
        let windows = availability.windows().iter();
        let rows = windows.map(|&window| Model::of(congress_id, whose, window));
        insert::all::<Entity>(&self.0.tx, rows.collect()).await?;
        let details = json!({ "windows": { "from": before, "to": availability } });
        history::append(self.0, congress_id, Act::SetAvailability, subject, &details).await
    }

    /// As [`AvailabilityWriter::save`], over what was `seen`.
    ///
    /// # Errors
    ///
    /// [`StoreError::Stale`] if somebody said otherwise meanwhile; else as there.
    pub async fn save_over(
        &mut self,
        congress: &Slug,
        whose: &Whose,
        availability: &Availability,
        seen: &Availability,
    ) -> Result<(), StoreError> {
        lock(self.0, id::congress(congress)).await?;
        if self.now(id::congress(congress), whose).await? != *seen {
            return Err(StoreError::Stale);
        }
        self.save(congress, whose, availability).await
    }

    /// Lets what somebody says of themselves hold in the timetable too: for the people of the draft who are
    /// reached by their account, unless the office said something else of them than they did `before`.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`], or [`StoreError::Inconsistent`] if a row cannot be read.
    #[tracing::instrument(name = "store.availabilities.follow", skip_all, fields(congress.slug = %congress))]
    pub async fn follow(
        &mut self,
        congress: &Slug,
        account: AccountId,
        before: &Availability,
        said: &Availability,
    ) -> Result<(), StoreError> {
        let congress_id = id::congress(congress);
        lock(self.0, congress_id).await?;
        let appears = contacts::Entity::find()
            .filter(contacts::Column::CongressId.eq(congress_id))
            .filter(contacts::Column::AccountId.eq(account.0))
            .order_by_asc(contacts::Column::PersonGuid)
            .all(&self.0.tx)
            .await?;
        let keys = appears
            .iter()
            .map(|row| people::key(congress_id, row.person_guid));
        let drafted = people::Entity::find()
            .filter(people::Column::Id.is_in(keys))
            .order_by_asc(people::Column::Id)
            .all(&self.0.tx)
            .await?;
        for person in drafted {
            let whose = Whose::Person(person.guid);
            if self.now(congress_id, &whose).await? == *before {
                self.save(congress, &whose, said).await?;
            }
        }
        Ok(())
    }

    async fn now(&self, congress_id: Uuid, whose: &Whose) -> Result<Availability, StoreError> {
        let (word, key) = words(whose);
        let rows = Entity::find()
            .filter(Column::CongressId.eq(congress_id))
            .filter(Column::Whose.eq(word))
            .filter(Column::Key.eq(key))
            .all(&self.0.tx)
            .await?;
        let windows = rows.into_iter().map(|row| Ok(row.read()?.1));
        let windows = windows.collect::<Result<Vec<_>, StoreError>>()?;
        Ok(Availability::of(windows))
    }

    async fn subject(&self, congress_id: Uuid, whose: &Whose) -> Result<String, StoreError> {
        let room = match whose {
            Whose::Person(guid) => {
                return subject(self.0, congress_id, *guid, "availabilities").await;
            }
            Whose::Room(room) => room,
        };
        let known = rooms::Entity::find_by_id(rooms::key(congress_id, room))
            .one(&self.0.tx)
            .await?;
        let missing = || StoreError::Conflict {
            constraint: "availabilities_room_fkey".to_owned(),
        };
        known.map(|_| format!("room {room}")).ok_or_else(missing)
    }
}

/// Forgets when people can who are none of `people`. Rooms are nobody's data.
pub(crate) async fn keep_only(
    tx: &Tx,
    congress_id: Uuid,
    people: &BTreeSet<Uuid>,
) -> Result<(), StoreError> {
    let rows = Entity::find()
        .filter(Column::CongressId.eq(congress_id))
        .all(&tx.tx)
        .await?;
    let mut strangers = BTreeSet::new();
    for row in rows {
        let key = row.key.clone();
        if let (Whose::Person(guid), _) = row.read()?
            && !people.contains(&guid)
        {
            strangers.insert(key);
        }
    }
    if strangers.is_empty() {
        return Ok(());
    }
    Entity::delete_many()
        .filter(Column::CongressId.eq(congress_id))
        .filter(Column::Key.is_in(strangers))
        .exec(&tx.tx)
        .await?;
    Ok(())
}
