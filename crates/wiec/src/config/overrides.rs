//! The flags that most commands share; each overrides the key of its name.

use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use crate::config::keys::{
    BIND, CONGRESS, DATA, DATABASE, DKIM_KEY, DKIM_SELECTOR, LOG, LOG_FORMAT, MAIL_FROM,
    MAIL_PER_SECOND, METRICS_BIND, PUBLIC_URL, SECRET_FILE, SMTP, STAFF_PASSKEY, TRUST_PROXY,
};
use crate::config::provider::ProviderFlags;

/// Where the configuration is, and what the command line says otherwise.
#[derive(Clone, Debug, Default, Args, Serialize)]
#[command(next_help_heading = "Configuration")]
pub(crate) struct Overrides {
    /// The configuration file; without this flag, `wiec.toml` if there is one
    #[arg(long, value_name = "FILE")]
    #[serde(skip)]
    pub(crate) config: Option<PathBuf>,
    #[arg(long, value_name = "FOLDER", help = DATA.help())]
    #[serde(skip_serializing_if = "Option::is_none")]
    data: Option<String>,
    #[arg(long, value_name = "ADDRESS", help = DATABASE.help())]
    #[serde(skip_serializing_if = "Option::is_none")]
    database: Option<String>,
    #[arg(long, value_name = "FILE", help = SECRET_FILE.help())]
    #[serde(skip_serializing_if = "Option::is_none")]
    secret_file: Option<String>,
    #[arg(long, value_name = "ADDRESS:PORT", help = BIND.help())]
    #[serde(skip_serializing_if = "Option::is_none")]
    bind: Option<String>,
    #[arg(long, value_name = "URL", help = PUBLIC_URL.help())]
    #[serde(skip_serializing_if = "Option::is_none")]
    public_url: Option<String>,
    #[arg(long, value_name = "BOOL", num_args = 0..=1, default_missing_value = "true", help = TRUST_PROXY.help())]
    #[serde(skip_serializing_if = "Option::is_none")]
    trust_proxy: Option<String>,
    #[arg(long, value_name = "SLUG", help = CONGRESS.help())]
    #[serde(skip_serializing_if = "Option::is_none")]
    congress: Option<String>,
    #[arg(long, value_name = "BOOL", num_args = 0..=1, default_missing_value = "true", help = STAFF_PASSKEY.help())]
    #[serde(skip_serializing_if = "Option::is_none")]
    staff_passkey: Option<String>,
    #[arg(long, value_name = "ADDRESS", help = SMTP.help())]
    #[serde(skip_serializing_if = "Option::is_none")]
    smtp: Option<String>,
    #[arg(long, value_name = "SENDER", help = MAIL_FROM.help())]
    #[serde(skip_serializing_if = "Option::is_none")]
    mail_from: Option<String>,
    #[arg(long, value_name = "NUMBER", help = MAIL_PER_SECOND.help())]
    #[serde(skip_serializing_if = "Option::is_none")]
    mail_per_second: Option<String>,
    #[arg(long, value_name = "FILE", help = DKIM_KEY.help())]
    #[serde(skip_serializing_if = "Option::is_none")]
    dkim_key: Option<String>,
    #[arg(long, value_name = "NAME", help = DKIM_SELECTOR.help())]
    #[serde(skip_serializing_if = "Option::is_none")]
    dkim_selector: Option<String>,
    #[command(flatten)]
    #[serde(flatten)]
    provider: ProviderFlags,
    #[arg(long, value_name = "ADDRESS:PORT", help = METRICS_BIND.help())]
    #[serde(skip_serializing_if = "Option::is_none")]
    metrics_bind: Option<String>,
    #[arg(long, value_name = "LEVEL", help = LOG.help())]
    #[serde(skip_serializing_if = "Option::is_none")]
    log: Option<String>,
    #[arg(long, value_name = "FORMAT", help = LOG_FORMAT.help())]
    #[serde(skip_serializing_if = "Option::is_none")]
    log_format: Option<String>,
}
