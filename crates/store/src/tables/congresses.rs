//! The table of editions.

use sea_orm::entity::prelude::*;
use wiec_model::{Congress, Zone};

use crate::column::{Row, json, json_opt, number};
use crate::error::StoreError;
use crate::id;

/// One edition.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "congresses")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) slug: String,
    pub(crate) name: String,
    pub(crate) place: Option<String>,
    pub(crate) zone: String,
    pub(crate) languages: String,
    pub(crate) note: Option<String>,
    pub(crate) host_city_terc: Option<String>,
    pub(crate) free_of_charge: bool,
    pub(crate) expected_participants: Option<i64>,
    pub(crate) settings: String,
}

/// None: tables are read one by one and put together by keys.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// The row of an edition.
    pub(crate) fn of(congress: &Congress) -> Self {
        Self {
            id: id::congress(&congress.slug),
            slug: congress.slug.to_string(),
            name: json(&congress.name),
            place: json_opt(congress.place.as_ref()),
            zone: congress.zone.name().to_owned(),
            languages: json(&congress.languages),
            note: json_opt(congress.note.as_ref()),
            host_city_terc: congress.host_city_terc.clone(),
            free_of_charge: congress.free_of_charge,
            expected_participants: number(congress.expected_participants),
            settings: json(&congress.settings),
        }
    }

    /// The edition of a row.
    pub(crate) fn read(self) -> Result<Congress, StoreError> {
        let row = Row::new("congresses", self.id);
        Ok(Congress {
            slug: row.parse("slug", &self.slug)?,
            name: row.json("name", &self.name)?,
            place: row.json_opt("place", self.place.as_deref())?,
            zone: Zone::named(&self.zone).map_err(|_| row.wrong("zone"))?,
            languages: row.json("languages", &self.languages)?,
            note: row.json_opt("note", self.note.as_deref())?,
            host_city_terc: self.host_city_terc,
            free_of_charge: self.free_of_charge,
            expected_participants: row
                .number_opt("expected_participants", self.expected_participants)?,
            settings: row.json("settings", &self.settings)?,
        })
    }
}
