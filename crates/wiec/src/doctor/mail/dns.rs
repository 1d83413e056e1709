//! Asking the name servers of this machine for texts.

use std::time::Duration;

use hickory_resolver::TokioResolver;
use hickory_resolver::proto::rr::RData;

/// One that says nothing for so long will not say anything.
const PATIENCE: Duration = Duration::from_secs(5);

/// What was found at a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Records {
    /// These texts; none, if there is no such name.
    Found(Vec<String>),
    /// Nobody could be asked.
    Failed(String),
}

/// The name servers of this machine, or why there are none.
pub(super) struct Dns(Result<TokioResolver, String>);

impl Dns {
    pub(super) fn of_this_machine() -> Self {
        let resolver = TokioResolver::builder_tokio().and_then(|builder| builder.build());
        Self(resolver.map_err(|error| error.to_string()))
    }

    /// The texts at a name.
    pub(super) async fn texts(&self, name: &str) -> Records {
        let resolver = match &self.0 {
            Ok(resolver) => resolver,
            Err(why) => return Records::Failed(why.clone()),
        };
        // With a dot at the end no domain of this machine is tried behind it.
        let asked = resolver.txt_lookup(format!("{name}."));
        match tokio::time::timeout(PATIENCE, asked).await {
            Ok(Ok(found)) => {
                let texts = found
                    .answers()
                    .iter()
                    .filter_map(|record| match &record.data {
                        RData::TXT(text) => Some(text.txt_data.concat()),
                        _ => None,
                    });
                let words = |text: Vec<u8>| String::from_utf8_lossy(&text).into_owned();
                Records::Found(texts.map(words).collect())
            }
            Ok(Err(error)) if error.is_no_records_found() || error.is_nx_domain() => {
                Records::Found(Vec::new())
            }
            Ok(Err(error)) => Records::Failed(error.to_string()),
            Err(_) => Records::Failed("no answer".to_owned()),
        }
    }
}
