//! Reading a draft: one query per table, put together in memory.

use std::collections::HashMap;

use sea_orm::sea_query::{Query, SelectStatement};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;
use wiec_model::challenge::{Challenge, Recommendation};
use wiec_model::{Programme, Session, Slug};

use crate::error::StoreError;
use crate::id;
use crate::tables::sessions::{Keys, Parts};
use crate::tables::{
    appearances, congresses, days, goals, kinds, people, phases, proposals, rooms, sessions, slots,
    solutions, stories, talks, tracks,
};

/// The draft of an edition.
pub(super) async fn programme(
    view: &DatabaseTransaction,
    congress: &Slug,
) -> Result<Option<Programme>, StoreError> {
    let id = id::congress(congress);
    let Some(row) = congresses::Entity::find_by_id(id).one(view).await? else {
        return Ok(None);
    };
    let days =
        list::<days::Entity>(view, days::Column::CongressId, days::Column::Position, id).await?;
    let rooms =
        list::<rooms::Entity>(view, rooms::Column::CongressId, rooms::Column::Position, id).await?;
    let tracks = list::<tracks::Entity>(
        view,
        tracks::Column::CongressId,
        tracks::Column::Position,
        id,
    )
    .await?;
    let goals =
        list::<goals::Entity>(view, goals::Column::CongressId, goals::Column::Position, id).await?;
    let kinds =
        list::<kinds::Entity>(view, kinds::Column::CongressId, kinds::Column::Position, id).await?;
    let people = list::<people::Entity>(
        view,
        people::Column::CongressId,
        people::Column::Position,
        id,
    )
    .await?;
    let room_ids: Vec<Uuid> = rooms.iter().map(|row| row.id).collect();
    let track_ids: Vec<Uuid> = tracks.iter().map(|row| row.id).collect();
    let kind_ids: Vec<Uuid> = kinds.iter().map(|row| row.id).collect();
    let guids: HashMap<Uuid, Uuid> = people.iter().map(|row| (row.id, row.guid)).collect();

    let mut programme = Programme {
        congress: row.read()?,
        days: read(days, days::Model::read)?,
        rooms: read(rooms, rooms::Model::read)?,
        tracks: read(tracks, tracks::Model::read)?,
        goals: read(goals, goals::Model::read)?,
        kinds: read(kinds, kinds::Model::read)?,
        people: read(people, people::Model::read)?,
        sessions: Vec::new(),
        proposals: Vec::new(),
    };
    let rooms = by_id(&room_ids, programme.rooms.iter().map(|room| &room.slug));
    let keys = Keys {
        kinds: by_id(&kind_ids, programme.kinds.iter().map(|kind| &kind.slug)),
        tracks: by_id(&track_ids, programme.tracks.iter().map(|track| &track.slug)),
    };
    let parts = parts(view, id, &guids, &rooms).await?;
    programme.sessions = sessions(view, id, &keys, parts).await?;
    programme.proposals = proposals(view, id, &keys.tracks).await?;
    Ok(Some(programme))
}

async fn list<E: EntityTrait>(
    view: &DatabaseTransaction,
    congress: E::Column,
    position: E::Column,
    id: Uuid,
) -> Result<Vec<E::Model>, StoreError> {
    Ok(E::find()
        .filter(congress.eq(id))
        .order_by_asc(position)
        .all(view)
        .await?)
}

fn read<M, T>(
    rows: Vec<M>,
    read: impl FnMut(M) -> Result<T, StoreError>,
) -> Result<Vec<T>, StoreError> {
    rows.into_iter().map(read).collect()
}

fn by_id<'a>(ids: &[Uuid], slugs: impl Iterator<Item = &'a Slug>) -> HashMap<Uuid, Slug> {
    ids.iter().copied().zip(slugs.cloned()).collect()
}

async fn sessions(
    view: &DatabaseTransaction,
    id: Uuid,
    keys: &Keys,
    mut parts: HashMap<Uuid, Parts>,
) -> Result<Vec<Session>, StoreError> {
    let rows = list::<sessions::Entity>(
        view,
        sessions::Column::CongressId,
        sessions::Column::Position,
        id,
    )
    .await?;
    read(rows, |row| {
        let parts = parts.remove(&row.id).unwrap_or_default();
        row.read(keys, parts)
    })
}

/// What of all sessions stands in other tables, by the ids of the sessions' rows.
async fn parts(
    view: &DatabaseTransaction,
    id: Uuid,
    guids: &HashMap<Uuid, Uuid>,
    rooms: &HashMap<Uuid, Slug>,
) -> Result<HashMap<Uuid, Parts>, StoreError> {
    let mut parts: HashMap<Uuid, Parts> = HashMap::new();
    let of = sessions_of(id);
    for row in lines::<appearances::Entity>(
        view,
        appearances::Column::SessionId,
        appearances::Column::Position,
        &of,
    )
    .await?
    {
        parts
            .entry(row.session_id)
            .or_default()
            .people
            .push(row.read(guids)?);
    }
    for row in
        lines::<talks::Entity>(view, talks::Column::SessionId, talks::Column::Position, &of).await?
    {
        parts
            .entry(row.session_id)
            .or_default()
            .talks
            .push(row.read()?);
    }
    for row in lines::<phases::Entity>(
        view,
        phases::Column::SessionId,
        phases::Column::Position,
        &of,
    )
    .await?
    {
        parts
            .entry(row.session_id)
            .or_default()
            .phases
            .push(row.read()?);
    }
    for row in lines::<stories::Entity>(
        view,
        stories::Column::SessionId,
        stories::Column::Position,
        &of,
    )
    .await?
    {
        parts
            .entry(row.session_id)
            .or_default()
            .stories
            .push(row.read()?);
    }
    let in_draft = slots::Entity::find().filter(slots::Column::ScheduleId.eq(id::draft(id)));
    for row in in_draft.all(view).await? {
        parts.entry(row.session_id).or_default().slot = Some(row.read(rooms)?);
    }
    Ok(parts)
}

async fn proposals(
    view: &DatabaseTransaction,
    id: Uuid,
    tracks: &HashMap<Uuid, Slug>,
) -> Result<Vec<Challenge>, StoreError> {
    let rows = list::<proposals::Entity>(
        view,
        proposals::Column::CongressId,
        proposals::Column::Position,
        id,
    )
    .await?;
    let of = proposals_of(id);
    let mut advised: HashMap<Uuid, Vec<Recommendation>> = HashMap::new();
    for row in lines::<solutions::Entity>(
        view,
        solutions::Column::ProposalId,
        solutions::Column::Position,
        &of,
    )
    .await?
    {
        advised
            .entry(row.proposal_id)
            .or_default()
            .push(row.read()?);
    }
    read(rows, |row| {
        let solutions = advised.remove(&row.id).unwrap_or_default();
        row.read(tracks, solutions)
    })
}

/// The rows that belong to what `owners` selects, in the order of their lists.
async fn lines<E: EntityTrait>(
    view: &DatabaseTransaction,
    owner: E::Column,
    position: E::Column,
    owners: &SelectStatement,
) -> Result<Vec<E::Model>, StoreError> {
    Ok(E::find()
        .filter(owner.in_subquery(owners.clone()))
        .order_by_asc(position)
        .all(view)
        .await?)
}

fn sessions_of(id: Uuid) -> SelectStatement {
    let mut select = Query::select();
    select
        .column(sessions::Column::Id)
        .from(sessions::Entity)
        .and_where(sessions::Column::CongressId.eq(id));
    select
}

fn proposals_of(id: Uuid) -> SelectStatement {
    let mut select = Query::select();
    select
        .column(proposals::Column::Id)
        .from(proposals::Entity)
        .and_where(proposals::Column::CongressId.eq(id));
    select
}
