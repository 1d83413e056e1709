//! Logs: what happened in the program, on standard error. No bodies, cookies, query strings or people.

use std::io::{self, IsTerminal as _};

use tracing_subscriber::EnvFilter;

use crate::config::logging::{LogFormat, Logging};

/// Begins to log. A second call changes nothing.
pub(crate) fn start(logging: &Logging) {
    let filter = EnvFilter::builder().parse_lossy(&logging.level);
    let logs = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(io::stderr);
    // It fails only where a log was begun before, which then goes on.
    let _ = match logging.format {
        LogFormat::Human => logs.with_ansi(io::stderr().is_terminal()).try_init(),
        LogFormat::Json => logs.json().flatten_event(true).try_init(),
    };
}
