//! What is written of what happens.

use std::fmt;

use tracing_subscriber::EnvFilter;

use crate::config::keys::{LOG, LOG_FORMAT};
use crate::config::settings::Settings;

/// How much is logged, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Logging {
    /// Directives, checked, where they were said: `info`, `info,wiec_store=debug`.
    pub(crate) level: Option<String>,
    /// For people or for programs.
    pub(crate) format: LogFormat,
}

/// For whom logs are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LogFormat {
    /// For people: a line each.
    Human,
    /// For programs: a JSON object each.
    Json,
}

impl Logging {
    pub(super) fn read(settings: &Settings) -> Self {
        let level = |words: &str| {
            EnvFilter::builder()
                .parse(words)
                .is_ok()
                .then(|| words.to_owned())
        };
        let format = |words: &str| match words {
            "human" => Some(LogFormat::Human),
            "json" => Some(LogFormat::Json),
            _ => None,
        };
        let level = settings.parse(
            &LOG,
            "write error, warn, info, debug or trace, also per part like info,wiec_store=debug",
            level,
        );
        let format = settings.parse(&LOG_FORMAT, "write human or json", format);
        Self {
            level,
            format: format.unwrap_or(LogFormat::Human),
        }
    }

    /// For people, as much as is usual.
    pub(crate) fn usual() -> Self {
        Self {
            level: None,
            format: LogFormat::Human,
        }
    }
}

impl fmt::Display for LogFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Human => "human",
            Self::Json => "json",
        })
    }
}
