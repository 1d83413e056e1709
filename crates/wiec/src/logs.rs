//! Logs: what happened in the program, on standard error. No bodies, cookies, query strings or people.

use std::io::{self, IsTerminal as _};

use tracing_subscriber::EnvFilter;

use crate::config::logging::{LogFormat, Logging};

/// What happens, without the single steps of a migration.
const SERVING: &str = "info,sea_orm_migration=warn";
/// What is wrong. What went well a command says by itself.
const COMMAND: &str = "warn";

/// Begins to log for a server that runs for days.
pub(crate) fn start_serving(logging: &Logging) {
    start(logging, SERVING);
}

/// Begins to log for a command that is watched until it ends.
pub(crate) fn start_command(logging: &Logging) {
    start(logging, COMMAND);
}

fn start(logging: &Logging, usual: &str) {
    let level = logging.level.as_deref().unwrap_or(usual);
    let filter = EnvFilter::builder().parse_lossy(level);
    let logs = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(io::stderr);
    // It fails only where a log was begun before, which then goes on.
    let _ = match logging.format {
        LogFormat::Human => logs.with_ansi(io::stderr().is_terminal()).try_init(),
        LogFormat::Json => logs.json().flatten_event(true).try_init(),
    };
}
