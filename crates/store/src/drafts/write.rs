//! Writing a draft that was edited: only the rows that differ.
//!
//! Rows keep their positions, which may have gaps: a room that goes moves nothing else. Only where
//! the order of what stays is another, or something comes between, is a list counted anew.

use std::collections::HashMap;

use sea_orm::{
    ActiveModelTrait, ColumnTrait, DatabaseTransaction, EntityTrait, IntoActiveModel, QueryFilter,
    QuerySelect,
};
use uuid::Uuid;
use wiec_model::{Programme, Session};

use crate::error::StoreError;
use crate::insert;
use crate::tables::{
    appearances, congresses, days, goals, kinds, people, phases, rooms, schedules, sessions, slots,
    stories, talks, tracks,
};

/// Makes the rows of `before` those of `after`.
///
/// Sessions go before what they refer to, and what they refer to comes before them.
pub(super) async fn differing(
    tx: &DatabaseTransaction,
    id: Uuid,
    before: &Programme,
    after: &Programme,
) -> Result<(), StoreError> {
    if before.congress != after.congress {
        let row = congresses::Model::of(&after.congress);
        row.into_active_model().reset_all().update(tx).await?;
    }
    let days = List::of(id, &before.days, &after.days, days::Model::of);
    let rooms = List::of(id, &before.rooms, &after.rooms, rooms::Model::of);
    let tracks = List::of(id, &before.tracks, &after.tracks, tracks::Model::of);
    let goals = List::of(id, &before.goals, &after.goals, goals::Model::of);
    let kinds = List::of(id, &before.kinds, &after.kinds, kinds::Model::of);
    let people = List::of(id, &before.people, &after.people, people::Model::of);
    let sessions = List::of(id, &before.sessions, &after.sessions, sessions::Model::of);

    sessions.delete(tx).await?;
    days.save(tx).await?;
    rooms.save(tx).await?;
    tracks.save(tx).await?;
    goals.save(tx).await?;
    kinds.save(tx).await?;
    people.save(tx).await?;
    sessions.save(tx).await?;
    parts(tx, id, &before.sessions, &after.sessions).await?;
    days.delete(tx).await?;
    rooms.delete(tx).await?;
    tracks.delete(tx).await?;
    goals.delete(tx).await?;
    kinds.delete(tx).await?;
    people.delete(tx).await
}

/// A row of a list of an edition.
trait Placed: Clone + PartialEq + IntoActiveModel<Self::Active> {
    type Entity: EntityTrait<Model = Self, ActiveModel = Self::Active>;
    type Active: ActiveModelTrait<Entity = Self::Entity> + Send;
    const POSITION: <Self::Entity as EntityTrait>::Column;
    const ID: <Self::Entity as EntityTrait>::Column;
    const CONGRESS: <Self::Entity as EntityTrait>::Column;
    fn id(&self) -> Uuid;
    fn congress(&self) -> Uuid;
    fn at(&self, position: i64) -> Self;
}

macro_rules! placed {
    ($($table:ident),*) => {$(
        impl Placed for $table::Model {
            type Entity = $table::Entity;
            type Active = $table::ActiveModel;
            const POSITION: $table::Column = $table::Column::Position;
            const ID: $table::Column = $table::Column::Id;
            const CONGRESS: $table::Column = $table::Column::CongressId;

            fn id(&self) -> Uuid {
                self.id
            }

            fn congress(&self) -> Uuid {
                self.congress_id
            }

            fn at(&self, position: i64) -> Self {
                Self { position, ..self.clone() }
            }
        }
    )*};
}

placed!(days, rooms, tracks, goals, kinds, people, sessions);

/// What is to be done to a list.
struct List<M> {
    gone: Vec<Uuid>,
    /// Rows that are new, in order.
    new: Vec<M>,
    /// Rows that differ otherwise than by their place.
    changed: Vec<M>,
    /// All rows in order, where they must be counted anew.
    recounted: Option<Vec<M>>,
}

impl<M: Placed> List<M> {
    fn of<T>(id: Uuid, before: &[T], after: &[T], row: impl Fn(Uuid, usize, &T) -> M) -> Self {
        let rows = |list: &[T]| -> Vec<M> {
            list.iter()
                .enumerate()
                .map(|(at, item)| row(id, at, item))
                .collect()
        };
        let (was, is) = (rows(before), rows(after));
        let known: HashMap<Uuid, &M> = was.iter().map(|row| (row.id(), row)).collect();
        let kept: HashMap<Uuid, ()> = is.iter().map(|row| (row.id(), ())).collect();
        let stay = |rows: &[M], others: &dyn Fn(Uuid) -> bool| -> Vec<Uuid> {
            rows.iter().map(M::id).filter(|&id| others(id)).collect()
        };
        let is_known = |id: Uuid| known.contains_key(&id);
        let is_kept = |id: Uuid| kept.contains_key(&id);
        let same_order = stay(&was, &is_kept) == stay(&is, &is_known);
        let first_new = is.iter().position(|row| !is_known(row.id()));
        let new_come_last =
            first_new.is_none_or(|first| is[first..].iter().all(|row| !is_known(row.id())));
        let differs = |row: &&M| {
            known
                .get(&row.id())
                .is_some_and(|old| old.at(0) != row.at(0))
        };
        Self {
            gone: was.iter().map(M::id).filter(|&id| !is_kept(id)).collect(),
            changed: is.iter().filter(differs).cloned().collect(),
            new: is
                .iter()
                .filter(|row| !is_known(row.id()))
                .cloned()
                .collect(),
            recounted: (!(same_order && new_come_last)).then(|| is.clone()),
        }
    }

    async fn delete(&self, tx: &DatabaseTransaction) -> Result<(), StoreError> {
        if !self.gone.is_empty() {
            M::Entity::delete_many()
                .filter(M::ID.is_in(self.gone.iter().copied()))
                .exec(tx)
                .await?;
        }
        Ok(())
    }

    async fn save(&self, tx: &DatabaseTransaction) -> Result<(), StoreError> {
        for row in &self.changed {
            let mut row = row.clone().into_active_model().reset_all();
            row.not_set(M::POSITION);
            M::Entity::update(row).exec_without_returning(tx).await?;
        }
        if self.recounted.is_none() && !self.new.is_empty() {
            let next = next(tx, &self.new[0]).await?;
            let rows = (next..).zip(&self.new).map(|(at, row)| row.at(at));
            insert::all::<M::Entity>(tx, rows.collect()).await?;
        } else {
            insert::all::<M::Entity>(tx, self.new.clone()).await?;
        }
        self.recount(tx).await
    }

    async fn recount(&self, tx: &DatabaseTransaction) -> Result<(), StoreError> {
        for (position, row) in (0_i64..).zip(self.recounted.iter().flatten()) {
            M::Entity::update_many()
                .col_expr(M::POSITION, position.into())
                .filter(M::ID.eq(row.id()))
                .exec(tx)
                .await?;
        }
        Ok(())
    }
}

/// The place behind the last.
async fn next<M: Placed>(tx: &DatabaseTransaction, row: &M) -> Result<i64, StoreError> {
    let last: Option<Option<i64>> = M::Entity::find()
        .select_only()
        .column_as(M::POSITION.max(), "last")
        .filter(M::CONGRESS.eq(row.congress()))
        .into_tuple()
        .one(tx)
        .await?;
    Ok(last.flatten().map_or(0, |last| last + 1))
}

/// What of sessions stands in other tables; a list that differs is written whole.
async fn parts(
    tx: &DatabaseTransaction,
    id: Uuid,
    before: &[Session],
    after: &[Session],
) -> Result<(), StoreError> {
    let known: HashMap<Uuid, &Session> = before
        .iter()
        .map(|session| (session.guid, session))
        .collect();
    for session in after {
        let was = known.get(&session.guid).copied();
        if was != Some(session) {
            parts_of(tx, id, was, session).await?;
        }
    }
    Ok(())
}

async fn parts_of(
    tx: &DatabaseTransaction,
    id: Uuid,
    was: Option<&Session>,
    is: &Session,
) -> Result<(), StoreError> {
    let key = sessions::key(id, is.guid);
    let nothing = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let (people, talks, phases, stories) = was.map_or(nothing, |was| {
        let was = was.clone();
        (was.people, was.talks, was.phases, was.stories)
    });
    if people != is.people {
        let rows = rows(&is.people, |at, one| {
            appearances::Model::of(id, key, at, one)
        });
        replace::<appearances::Entity>(tx, appearances::Column::SessionId, key, rows).await?;
    }
    if talks != is.talks {
        let rows = rows(&is.talks, |at, one| talks::Model::of(key, at, one));
        replace::<talks::Entity>(tx, talks::Column::SessionId, key, rows).await?;
    }
    if phases != is.phases {
        let rows = rows(&is.phases, |at, one| phases::Model::of(key, at, one));
        replace::<phases::Entity>(tx, phases::Column::SessionId, key, rows).await?;
    }
    if stories != is.stories {
        let rows = rows(&is.stories, |at, one| stories::Model::of(key, at, one));
        replace::<stories::Entity>(tx, stories::Column::SessionId, key, rows).await?;
    }
    if was.and_then(|was| was.slot.as_ref()) != is.slot.as_ref() {
        ensure_schedule(tx, id).await?;
        let rows = is.slot.iter().map(|slot| slots::Model::of(id, key, slot));
        let rows = rows.collect();
        replace::<slots::Entity>(tx, slots::Column::SessionId, key, rows).await?;
    }
    Ok(())
}

/// The draft's own row, which slots refer to.
async fn ensure_schedule(tx: &DatabaseTransaction, id: Uuid) -> Result<(), StoreError> {
    let draft = schedules::Model::draft(id);
    let known = schedules::Entity::find_by_id(draft.id).one(tx).await?;
    if known.is_none() {
        insert::all::<schedules::Entity>(tx, vec![draft]).await?;
    }
    Ok(())
}

async fn replace<E>(
    tx: &DatabaseTransaction,
    owner: E::Column,
    key: Uuid,
    rows: Vec<E::Model>,
) -> Result<(), StoreError>
where
    E: EntityTrait,
    E::Model: IntoActiveModel<E::ActiveModel>,
{
    E::delete_many().filter(owner.eq(key)).exec(tx).await?;
    insert::all::<E>(tx, rows).await
}

/// The rows of a list, each with its place in it.
pub(super) fn rows<T, R>(list: &[T], row: impl Fn(usize, &T) -> R) -> Vec<R> {
    list.iter()
        .enumerate()
        .map(|(at, item)| row(at, item))
        .collect()
}
