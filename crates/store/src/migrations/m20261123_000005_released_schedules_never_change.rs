//! A released schedule never changes, whoever writes: the database itself refuses.
//!
//! Only `base_url` may change, with which the exports were made. Triggers have no portable form,
//! so this is the one place where each database is spoken to in its own words.

use sea_orm::{ConnectionTrait, DbBackend};
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let statements = match manager.get_database_backend() {
            DbBackend::Postgres => POSTGRES,
            _ => SQLITE,
        };
        for statement in statements {
            manager
                .get_connection()
                .execute_unprepared(statement)
                .await?;
        }
        Ok(())
    }
}

const SQLITE: &[&str] = &[
    "CREATE TRIGGER released_schedules_are_not_updated \
     BEFORE UPDATE OF id, congress_id, state, number, name, released_at, document ON schedules \
     WHEN OLD.state = 'released' \
     BEGIN SELECT RAISE(ABORT, 'released_schedules_never_change'); END",
    "CREATE TRIGGER released_schedules_are_not_deleted \
     BEFORE DELETE ON schedules \
     WHEN OLD.state = 'released' \
     BEGIN SELECT RAISE(ABORT, 'released_schedules_never_change'); END",
];

const POSTGRES: &[&str] = &[
    "CREATE FUNCTION refuse_to_change_released_schedules() RETURNS trigger LANGUAGE plpgsql AS $$ \
     BEGIN \
       RAISE EXCEPTION 'a released schedule never changes' \
       USING ERRCODE = 'restrict_violation', CONSTRAINT = 'released_schedules_never_change'; \
     END $$",
    "CREATE TRIGGER released_schedules_are_not_updated \
     BEFORE UPDATE OF id, congress_id, state, number, name, released_at, document ON schedules \
     FOR EACH ROW WHEN (OLD.state = 'released') EXECUTE FUNCTION refuse_to_change_released_schedules()",
    "CREATE TRIGGER released_schedules_are_not_deleted \
     BEFORE DELETE ON schedules \
     FOR EACH ROW WHEN (OLD.state = 'released') EXECUTE FUNCTION refuse_to_change_released_schedules()",
];
