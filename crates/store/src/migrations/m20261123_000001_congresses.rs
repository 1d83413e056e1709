//! An installation holds several editions of the congress, and each has its own days, rooms,
//! tracks, goals, kinds of sessions and people.
//!
//! Lists keep the order of the file in `position`. Ids are derived from keys (see `id`), so that a
//! key given twice is a conflict. Texts in several languages and what is read only as a whole are
//! JSON in text columns: the driver makes `jsonb` of every JSON value on its way to PostgreSQL, which
//! sorts the keys of settings, so that an export would differ from its import.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, big_integer_null, boolean, pk_uuid, text, text_null, uuid,
};

use super::{reference, unique};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(congresses()).await?;
        for table in [days(), rooms(), tracks(), goals(), kinds(), people()] {
            manager.create_table(table).await?;
        }
        Ok(())
    }
}

fn congresses() -> TableCreateStatement {
    Table::create()
        .table("congresses")
        .col(pk_uuid("id"))
        .col(text("slug"))
        .col(text("name"))
        .col(text_null("place"))
        .col(text("zone"))
        .col(text("languages"))
        .col(text_null("note"))
        .col(text_null("host_city_terc"))
        .col(boolean("free_of_charge"))
        .col(big_integer_null("expected_participants"))
        .col(text("settings"))
        .index(&mut unique("congresses", &["slug"]))
        .to_owned()
}

/// What every list of an edition has.
fn list(table: &'static str) -> TableCreateStatement {
    Table::create()
        .table(table)
        .col(pk_uuid("id"))
        .col(uuid("congress_id"))
        .col(big_integer("position"))
        .foreign_key(&mut reference(table, "congress_id", "congresses"))
        .to_owned()
}

fn days() -> TableCreateStatement {
    list("days")
        .col(big_integer("number"))
        .col(text("date"))
        .col(text_null("name"))
        .index(&mut unique("days", &["congress_id", "date"]))
        .to_owned()
}

fn rooms() -> TableCreateStatement {
    list("rooms")
        .col(text("slug"))
        .col(uuid("guid"))
        .col(text("name"))
        .col(big_integer_null("capacity"))
        .col(text_null("floor"))
        .col(text_null("equipment"))
        .col(text("features"))
        .col(text_null("access"))
        .index(&mut unique("rooms", &["congress_id", "slug"]))
        .to_owned()
}

fn tracks() -> TableCreateStatement {
    list("tracks")
        .col(text("slug"))
        .col(text("name"))
        .col(text("line"))
        .index(&mut unique("tracks", &["congress_id", "slug"]))
        .to_owned()
}

fn goals() -> TableCreateStatement {
    list("goals")
        .col(text("slug"))
        .col(text("name"))
        .index(&mut unique("goals", &["congress_id", "slug"]))
        .to_owned()
}

fn kinds() -> TableCreateStatement {
    list("kinds")
        .col(text("slug"))
        .col(text("name"))
        .col(big_integer_null("default_minutes"))
        .col(boolean("signup"))
        .index(&mut unique("kinds", &["congress_id", "slug"]))
        .to_owned()
}

fn people() -> TableCreateStatement {
    list("people")
        .col(text("slug_pl"))
        .col(text("slug_en"))
        .col(uuid("guid"))
        .col(text_null("name"))
        .col(text_null("role"))
        .col(text_null("biography"))
        .index(&mut unique("people", &["congress_id", "guid"]))
        .index(&mut unique("people", &["congress_id", "slug_pl"]))
        .index(&mut unique("people", &["congress_id", "slug_en"]))
        .to_owned()
}
