//! `wiec history`: what was done to a congress.

use std::io::{self, Write as _};

use clap::Args;
use serde_json::Value;
use wiec_model::Slug;
use wiec_store::Entry;

use crate::config::Config;
use crate::config::overrides::Overrides;
use crate::{logs, open};

const EXAMPLE: &str = "\
Example: what was done last
  wiec history kpm-2019 --limit 1";

/// Lists what was done to a congress, the latest first.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLE)]
pub(crate) struct History {
    /// The first word of its addresses
    #[arg(value_name = "CONGRESS")]
    slug: Slug,
    /// How many entries at most
    #[arg(long, value_name = "COUNT", default_value_t = 50)]
    limit: u64,
    #[command(flatten)]
    overrides: Overrides,
}

impl History {
    pub(crate) async fn run(self) -> anyhow::Result<()> {
        let config = Config::load(&self.overrides)?;
        logs::start_command(&config.logging);
        let store = open::existing(&config.storage).await?;
        open::congress(&store, Some(&self.slug)).await?;
        let entries = store.history().list(&self.slug, self.limit).await?;
        store.close().await;
        let mut stdout = io::stdout().lock();
        for entry in &entries {
            writeln!(stdout, "{}", line(entry))?;
        }
        Ok(())
    }
}

fn line(entry: &Entry) -> String {
    // To the second: that is what people compare with their own notes.
    let at = entry.at.strftime("%Y-%m-%d %H:%M:%S UTC");
    let act = entry.act.to_string().replace('_', " ");
    format!(
        "{at}  {}  {act}: {}{}",
        entry.actor,
        entry.subject,
        details(&entry.details)
    )
}

/// The details as people write them: ` (name "1.0", sessions 40 → 45)`.
fn details(details: &Value) -> String {
    let Some(object) = details.as_object().filter(|object| !object.is_empty()) else {
        return String::new();
    };
    let details: Vec<String> = object
        .iter()
        .map(|(name, value)| format!("{name} {}", change(value)))
        .collect();
    format!(" ({})", details.join(", "))
}

fn change(value: &Value) -> String {
    match (value.get("from"), value.get("to")) {
        (Some(from), Some(to)) => format!("{from} → {to}"),
        _ => value.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn details_are_read_like_a_sentence() {
        let said = details(&json!({ "name": "1.0", "sessions": { "from": 40, "to": 45 } }));
        assert_eq!(said, r#" (name "1.0", sessions 40 → 45)"#);
        assert_eq!(details(&json!({})), "");
    }
}
