//! Published versions and frozen reports never change, whoever writes: the database itself refuses.
//!
//! Triggers have no portable form, so each database is spoken to in its own words.

use sea_orm::{ConnectionTrait, DbBackend};
use sea_orm_migration::prelude::*;

/// What is written once and never again.
const TABLES: [&str; 3] = ["register_versions", "register_reports", "register_files"];

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let is_postgres = manager.get_database_backend() == DbBackend::Postgres;
        let db = manager.get_connection();
        if is_postgres {
            db.execute_unprepared(REFUSE).await?;
        }
        for table in TABLES {
            for act in ["UPDATE", "DELETE"] {
                let name = format!("{table}_refuse_{}", act.to_lowercase());
                let trigger = if is_postgres {
                    format!(
                        "CREATE TRIGGER {name} BEFORE {act} ON {table} \
                         FOR EACH ROW EXECUTE FUNCTION refuse_to_change_what_was_published()"
                    )
                } else {
                    format!(
                        "CREATE TRIGGER {name} BEFORE {act} ON {table} \
                         BEGIN SELECT RAISE(ABORT, 'published_words_never_change'); END"
                    )
                };
                db.execute_unprepared(&trigger).await?;
            }
        }
        Ok(())
    }
}

const REFUSE: &str = "CREATE FUNCTION refuse_to_change_what_was_published() RETURNS trigger LANGUAGE plpgsql AS $$ \
     BEGIN \
       RAISE EXCEPTION 'published words never change' \
       USING ERRCODE = 'restrict_violation', CONSTRAINT = 'published_words_never_change'; \
     END $$";
