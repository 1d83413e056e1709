//! Replacing a draft: what was there is deleted, what comes is inserted, both in one transaction.
//!
//! Not row by row, because comparing costs more than writing: 300 sessions with everything are a
//! few dozen statements. A later table that refers to a row of a draft declares its reference
//! deferred, since the row is gone until the end of the transaction and back with the same id.

use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ColumnTrait, DatabaseTransaction, EntityTrait, IntoActiveModel, Iterable, QueryFilter,
};
use serde_json::json;
use uuid::Uuid;
use wiec_model::{Congress, Programme, Session};

use super::write::rows;
use crate::error::StoreError;
use crate::history::{self, Act};
use crate::insert;
use crate::tables::{
    appearances, congresses, days, goals, kinds, people, phases, proposals, rooms, schedules,
    sessions, slots, solutions, stories, talks, tracks,
};
use crate::tx::Tx;

/// Replaces the draft of the programme's edition.
pub(super) async fn programme(tx: &Tx, programme: &Programme) -> Result<(), StoreError> {
    let congress_id = congress(&tx.tx, &programme.congress).await?;
    let before = clear(&tx.tx, congress_id).await?;
    insert_lists(&tx.tx, congress_id, programme).await?;
    insert_sessions(&tx.tx, congress_id, &programme.sessions).await?;
    insert_proposals(&tx.tx, congress_id, programme).await?;
    let details = json!({
        "rooms": { "from": before.rooms, "to": programme.rooms.len() },
        "people": { "from": before.people, "to": programme.people.len() },
        "sessions": { "from": before.sessions, "to": programme.sessions.len() },
        "proposals": { "from": before.proposals, "to": programme.proposals.len() },
    });
    history::append(
        tx,
        congress_id,
        Act::SaveDraft,
        "draft".to_owned(),
        &details,
    )
    .await
}

/// Makes an edition that is not there yet.
pub(super) async fn new(tx: &Tx, programme: &Programme) -> Result<(), StoreError> {
    let row = congresses::Model::of(&programme.congress);
    let id = row.id;
    congresses::Entity::insert(row.into_active_model())
        .exec_without_returning(&tx.tx)
        .await?;
    insert_lists(&tx.tx, id, programme).await?;
    insert_sessions(&tx.tx, id, &programme.sessions).await?;
    insert_proposals(&tx.tx, id, programme).await?;
    let details = json!({
        "name": { "from": null, "to": programme.congress.name },
        "days": { "from": 0, "to": programme.days.len() },
        "sessions": { "from": 0, "to": programme.sessions.len() },
    });
    history::append(tx, id, Act::CreatePart, "congress".to_owned(), &details).await
}

/// Inserts or updates the row of the edition; two who save the same one wait for one another here.
async fn congress(tx: &DatabaseTransaction, congress: &Congress) -> Result<Uuid, StoreError> {
    let row = congresses::Model::of(congress);
    let id = row.id;
    let all_but_the_key =
        congresses::Column::iter().filter(|column| !matches!(column, congresses::Column::Id));
    congresses::Entity::insert(row.into_active_model())
        .on_conflict(
            OnConflict::column(congresses::Column::Id)
                .update_columns(all_but_the_key)
                .to_owned(),
        )
        .exec_without_returning(tx)
        .await?;
    Ok(id)
}

/// How much was deleted.
struct Before {
    rooms: u64,
    people: u64,
    sessions: u64,
    proposals: u64,
}

/// Deletes the draft, last what others refer to; lists of sessions and proposals go with them.
async fn clear(tx: &DatabaseTransaction, id: Uuid) -> Result<Before, StoreError> {
    let proposals = delete::<proposals::Entity>(tx, proposals::Column::CongressId, id).await?;
    let sessions = delete::<sessions::Entity>(tx, sessions::Column::CongressId, id).await?;
    let people = delete::<people::Entity>(tx, people::Column::CongressId, id).await?;
    delete::<kinds::Entity>(tx, kinds::Column::CongressId, id).await?;
    delete::<goals::Entity>(tx, goals::Column::CongressId, id).await?;
    delete::<tracks::Entity>(tx, tracks::Column::CongressId, id).await?;
    let rooms = delete::<rooms::Entity>(tx, rooms::Column::CongressId, id).await?;
    delete::<days::Entity>(tx, days::Column::CongressId, id).await?;
    schedules::Entity::delete_by_id(crate::id::draft(id))
        .exec(tx)
        .await?;
    Ok(Before {
        rooms,
        people,
        sessions,
        proposals,
    })
}

async fn delete<E: EntityTrait>(
    tx: &DatabaseTransaction,
    congress: E::Column,
    id: Uuid,
) -> Result<u64, StoreError> {
    Ok(E::delete_many()
        .filter(congress.eq(id))
        .exec(tx)
        .await?
        .rows_affected)
}

async fn insert_lists(
    tx: &DatabaseTransaction,
    id: Uuid,
    programme: &Programme,
) -> Result<(), StoreError> {
    insert::all::<days::Entity>(
        tx,
        rows(&programme.days, |at, day| days::Model::of(id, at, day)),
    )
    .await?;
    insert::all::<rooms::Entity>(
        tx,
        rows(&programme.rooms, |at, room| rooms::Model::of(id, at, room)),
    )
    .await?;
    insert::all::<tracks::Entity>(
        tx,
        rows(&programme.tracks, |at, track| {
            tracks::Model::of(id, at, track)
        }),
    )
    .await?;
    insert::all::<goals::Entity>(
        tx,
        rows(&programme.goals, |at, goal| goals::Model::of(id, at, goal)),
    )
    .await?;
    insert::all::<kinds::Entity>(
        tx,
        rows(&programme.kinds, |at, kind| kinds::Model::of(id, at, kind)),
    )
    .await?;
    insert::all::<people::Entity>(
        tx,
        rows(&programme.people, |at, person| {
            people::Model::of(id, at, person)
        }),
    )
    .await
}

async fn insert_sessions(
    tx: &DatabaseTransaction,
    id: Uuid,
    all: &[Session],
) -> Result<(), StoreError> {
    insert::all::<sessions::Entity>(
        tx,
        rows(all, |at, session| sessions::Model::of(id, at, session)),
    )
    .await?;
    let draft = schedules::Model::draft(id);
    insert::all::<schedules::Entity>(tx, vec![draft]).await?;

    let (mut seen, mut told, mut steps, mut flops, mut placed) =
        (vec![], vec![], vec![], vec![], vec![]);
    for session in all {
        let key = sessions::key(id, session.guid);
        seen.extend(rows(&session.people, |at, appearance| {
            appearances::Model::of(id, key, at, appearance)
        }));
        told.extend(rows(&session.talks, |at, talk| {
            talks::Model::of(key, at, talk)
        }));
        steps.extend(rows(&session.phases, |at, phase| {
            phases::Model::of(key, at, phase)
        }));
        flops.extend(rows(&session.stories, |at, story| {
            stories::Model::of(key, at, story)
        }));
        placed.extend(
            session
                .slot
                .iter()
                .map(|slot| slots::Model::of(id, key, slot)),
        );
    }
    insert::all::<appearances::Entity>(tx, seen).await?;
    insert::all::<talks::Entity>(tx, told).await?;
    insert::all::<phases::Entity>(tx, steps).await?;
    insert::all::<stories::Entity>(tx, flops).await?;
    insert::all::<slots::Entity>(tx, placed).await
}

async fn insert_proposals(
    tx: &DatabaseTransaction,
    id: Uuid,
    programme: &Programme,
) -> Result<(), StoreError> {
    let proposals = rows(&programme.proposals, |at, proposal| {
        proposals::Model::of(id, at, proposal)
    });
    let mut advised = Vec::new();
    for (row, proposal) in proposals.iter().zip(&programme.proposals) {
        advised.extend(rows(&proposal.solutions, |at, solution| {
            solutions::Model::of(row.id, at, solution)
        }));
    }
    insert::all::<proposals::Entity>(tx, proposals).await?;
    insert::all::<solutions::Entity>(tx, advised).await
}
