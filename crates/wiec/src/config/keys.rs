//! The keys of the configuration: the one list behind the file, the environment, the flags and the operator's guide.

/// One thing that can be configured.
#[derive(Debug)]
pub(crate) struct Key {
    /// Its name in the file.
    pub(crate) name: &'static str,
    /// What holds when nothing is said, in words; what is to be typed so stands `like this`.
    pub(crate) default: &'static str,
    /// What it means.
    pub(crate) meaning: &'static str,
}

pub(crate) const DATA: Key = Key {
    name: "data",
    default: "`data`",
    meaning: "The folder of the SQLite database; made if need be",
};
pub(crate) const DATABASE: Key = Key {
    name: "database",
    default: "SQLite in `data`",
    meaning: "The address of a PostgreSQL database: postgres://wiec:password@localhost:5432/wiec",
};
pub(crate) const SECRET_FILE: Key = Key {
    name: "secret_file",
    default: "`secret` in `data`",
    meaning: "The file with the secret that tickets and links follow from; made if need be. Servers that share a database share it too",
};
pub(crate) const BIND: Key = Key {
    name: "bind",
    default: "`127.0.0.1:8080`",
    meaning: "The address and port on which pages are served",
};
pub(crate) const PUBLIC_URL: Key = Key {
    name: "public_url",
    default: "`http://` and `bind`",
    meaning: "Where visitors see the site: https://kongres.example; calendars and feeds lead there",
};
pub(crate) const TRUST_PROXY: Key = Key {
    name: "trust_proxy",
    default: "`false`",
    meaning: "Whether a reverse proxy in front sets X-Forwarded-For; without one, leave it false",
};
pub(crate) const CONGRESS: Key = Key {
    name: "congress",
    default: "the one that begins last",
    meaning: "The congress at the front door, where there are several: kpm-2019",
};
pub(crate) const STAFF_PASSKEY: Key = Key {
    name: "staff_passkey",
    default: "`false`",
    meaning: "Whether organisers, editors and volunteers have to sign in with a passkey before the office lets them in",
};
pub(crate) const SMTP: Key = Key {
    name: "smtp",
    default: "off: letters wait in the outbox",
    meaning: "The mail server: smtps://user:password@mail.example:465, smtp://user:password@mail.example:587?tls=required, or smtp://localhost:25",
};
pub(crate) const MAIL_FROM: Key = Key {
    name: "mail_from",
    default: "`wiec@` and the host of `public_url`",
    meaning: "Whom letters are from: Kongres <kongres@miasto.example>",
};
pub(crate) const MAIL_PER_SECOND: Key = Key {
    name: "mail_per_second",
    default: "`10`",
    meaning: "How many letters a second the mail server is handed at most",
};
pub(crate) const DKIM_KEY: Key = Key {
    name: "dkim_key",
    default: "off: the mail server signs",
    meaning: "The file with the private key that letters are signed with: RSA as PKCS#1 PEM, or Ed25519 as 32 bytes in base64",
};
pub(crate) const DKIM_SELECTOR: Key = Key {
    name: "dkim_selector",
    default: "`wiec`",
    meaning: "The name of that key in the DNS of the sender's domain",
};
pub(crate) const OIDC_ISSUER: Key = Key {
    name: "oidc_issuer",
    default: "off",
    meaning: "The address of a provider of identities (OpenID Connect): https://login.example",
};
pub(crate) const OIDC_CLIENT_ID: Key = Key {
    name: "oidc_client_id",
    default: "off",
    meaning: "What the provider calls this site",
};
pub(crate) const OIDC_CLIENT_SECRET: Key = Key {
    name: "oidc_client_secret",
    default: "off",
    meaning: "What the provider knows this site by; better in the environment than in a file that others read",
};
pub(crate) const OIDC_NAME: Key = Key {
    name: "oidc_name",
    default: "the host of `oidc_issuer`",
    meaning: "What people call the provider, as the button says it",
};
pub(crate) const METRICS_BIND: Key = Key {
    name: "metrics_bind",
    default: "off",
    meaning: "The address and port on which Prometheus may ask for /metrics",
};
pub(crate) const LOG: Key = Key {
    name: "log",
    default: "`info` for the server, else `warn`",
    meaning: "How much is logged: error, warn, info, debug or trace, also per part: info,wiec_store=debug",
};
pub(crate) const LOG_FORMAT: Key = Key {
    name: "log_format",
    default: "`human`",
    meaning: "How logs are written: human or json",
};

/// All of them, in the order of the guide.
pub(crate) const KEYS: [&Key; 20] = [
    &DATA,
    &DATABASE,
    &SECRET_FILE,
    &BIND,
    &PUBLIC_URL,
    &TRUST_PROXY,
    &CONGRESS,
    &STAFF_PASSKEY,
    &SMTP,
    &MAIL_FROM,
    &MAIL_PER_SECOND,
    &DKIM_KEY,
    &DKIM_SELECTOR,
    &OIDC_ISSUER,
    &OIDC_CLIENT_ID,
    &OIDC_CLIENT_SECRET,
    &OIDC_NAME,
    &METRICS_BIND,
    &LOG,
    &LOG_FORMAT,
];

impl Key {
    /// Its name in the environment: `WIEC_PUBLIC_URL`.
    pub(crate) fn variable(&self) -> String {
        format!("WIEC_{}", self.name.to_ascii_uppercase())
    }

    /// Its name on the command line: `--public-url`.
    pub(crate) fn flag(&self) -> String {
        format!("--{}", self.name.replace('_', "-"))
    }

    /// What `--help` says of it.
    pub(crate) fn help(&self) -> String {
        format!(
            "{} [default: {}]",
            self.meaning,
            self.default.replace('`', "")
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The table of the operator's guide.
    fn table() -> String {
        let rows = KEYS.map(|key| {
            let Key {
                name,
                default,
                meaning,
            } = key;
            format!(
                "| `{name}` | `{}` | `{}` | {default} | {meaning} |\n",
                key.variable(),
                key.flag()
            )
        });
        format!(
            "| in the file | in the environment | as a flag | by default | |\n|---|---|---|---|---|\n{}",
            rows.concat()
        )
    }

    #[test]
    fn the_operators_guide_lists_every_key_as_it_is() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/operators-guide.md");
        let guide = std::fs::read_to_string(path).unwrap();
        assert!(
            guide.contains(&table()),
            "put this table into docs/operators-guide.md:\n\n{}",
            table()
        );
    }
}
