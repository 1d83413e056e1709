//! `wiec invite`: gives a role to an address, so that whoever has it can come in.

use std::io::{self, Write as _};

use clap::Args;
use wiec_kit::chance::Chance;
use wiec_kit::clock::Clock;
use wiec_kit::paths::Paths;
use wiec_model::account::AccountId;
use wiec_model::rules::{Grant, Role, Scope};
use wiec_model::{Email, Lang};
use wiec_store::Actor;

use crate::config::Config;
use crate::config::overrides::Overrides;
use crate::{logs, open};

const EXAMPLE: &str = "\
The role waits for the address: its owner signs in by letter, passkey or provider, and has it.

Example: the first organiser of a congress
  wiec invite --role organiser --congress kpm-2019 anna@urzad.example
Example: somebody who may make new congresses
  wiec invite --role organiser --everywhere anna@urzad.example";

/// Gives a role in a congress to an e-mail address.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLE)]
pub(crate) struct Invite {
    /// The address
    #[arg(value_name = "EMAIL")]
    email: Email,
    /// The role: organiser, editor, committee, volunteer and so on
    #[arg(long, value_name = "ROLE")]
    role: Role,
    /// In every congress, those to come included, instead of one
    #[arg(long)]
    everywhere: bool,
    #[command(flatten)]
    overrides: Overrides,
}

impl Invite {
    pub(crate) async fn run(self) -> anyhow::Result<()> {
        let config = Config::load(&self.overrides)?;
        logs::start_command(&config.logging);
        let store = open::existing(&config.storage).await?;
        let scope = if self.everywhere {
            Scope::Installation
        } else {
            Scope::Congress {
                congress: open::congress(&store, config.web.congress.as_ref()).await?,
            }
        };
        let grant = Grant {
            role: self.role,
            scope,
        };
        let now = Clock::REAL.now();
        let mut tx = store.begin(Actor::Operator, now).await?;
        let fresh = AccountId(Chance::System.uuid(now));
        let account = tx.accounts().ensure(&self.email, Lang::Pl, fresh).await?;
        tx.grants().grant(account.id, &grant).await?;
        tx.commit().await?;
        store.close().await;
        let place = grant
            .scope
            .congress()
            .map_or_else(|| "every congress".to_owned(), ToString::to_string);
        let door = Paths::current(Lang::Pl)
            .absolute(&config.web.base())
            .sign_in();
        writeln!(
            io::stdout(),
            "{} is {} of {place} now. They come in at {door}.",
            self.email,
            self.role,
        )?;
        Ok(())
    }
}
