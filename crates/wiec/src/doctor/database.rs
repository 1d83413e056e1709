//! The database: whether it answers, is whole and up to date, and leads to this site.

use wiec_model::Slug;
use wiec_store::{Health, OpenError, Store, StoreError};

use crate::config::Config;
use crate::doctor::clock;
use crate::doctor::finding::Finding;
use crate::open;

pub(super) async fn examine(config: &Config) -> Vec<Finding> {
    let location = &config.storage.location;
    if !open::exists(&config.storage) {
        return vec![
            Finding::note(format!(
                "there is no database in {location} yet; `wiec serve` or `wiec import` makes one"
            )),
            clock::examine(None),
        ];
    }
    match Store::open(location).await {
        Ok(store) => {
            let findings = looked_into(&store, config).await;
            store.close().await;
            findings.unwrap_or_else(|error| vec![failed(&error)])
        }
        Err(OpenError::Locked { holder, .. }) => {
            let note = format!(
                "the database in {location} is in use by {holder}, most likely the server; stop it to have the database looked at, too"
            );
            vec![Finding::note(note), clock::examine(None)]
        }
        Err(error) => vec![
            Finding::wrong(error.to_string(), "do what the sentence above says"),
            clock::examine(None),
        ],
    }
}

async fn looked_into(store: &Store, config: &Config) -> Result<Vec<Finding>, StoreError> {
    let mut findings = health(&store.check().await?);
    let pending = store.pending_migrations().await?;
    if !pending.is_empty() {
        let what = format!(
            "the schema of the database lacks {} steps: {}",
            pending.len(),
            pending.join(", ")
        );
        findings.push(Finding::wrong(
            what,
            "run `wiec migrate`, or `wiec serve`, which does it by itself",
        ));
        findings.push(clock::examine(None));
        return Ok(findings);
    }
    findings.push(Finding::good("the schema of the database is up to date"));
    let mut newest = None;
    for congress in store.congresses().list().await? {
        let last = store.history().list(&congress.slug, 1).await?;
        newest = newest.max(last.first().map(|entry| entry.at));
        if let Some(number) = congress.newest_release {
            findings.push(files(store, config, &congress.slug, number).await?);
        }
    }
    findings.push(clock::examine(newest));
    Ok(findings)
}

fn health(health: &Health) -> Vec<Finding> {
    let Health {
        kind,
        version,
        size_bytes,
        writable,
        damage,
    } = health;
    let kilobytes = size_bytes.div_ceil(1024);
    let state = format!("the database ({} {version}, {kilobytes} kB)", kind.name());
    let writing = if *writable {
        Finding::good(format!("{state} answers and can be written to"))
    } else {
        Finding::wrong(
            format!("{state} cannot be written to"),
            "give the user that runs wiec the right to write to it",
        )
    };
    let wholeness = damage.as_ref().map(|damage| {
        Finding::wrong(
            format!("the database is damaged: {damage}"),
            "stop the server and put a backup in its place; look for the cause on the disk",
        )
    });
    std::iter::once(writing).chain(wholeness).collect()
}

/// Whether the files of a release lead to this site.
async fn files(
    store: &Store,
    config: &Config,
    congress: &Slug,
    number: u32,
) -> Result<Finding, StoreError> {
    let base = store
        .exports()
        .base(congress, number)
        .await?
        .unwrap_or_default();
    // Behind the address stands for which build of the program they were made.
    let leads_to = base.split(' ').next().unwrap_or_default();
    let here = config.web.base();
    Ok(if leads_to == here {
        Finding::good(format!(
            "the files of release {number} of {congress} lead to {here}"
        ))
    } else {
        Finding::wrong(
            format!(
                "the files of release {number} of {congress} lead to {leads_to}, not to {here}"
            ),
            "start `wiec serve` with this configuration, which makes them anew, or mend public_url",
        )
    })
}

fn failed(error: &StoreError) -> Finding {
    Finding::wrong(
        error.to_string(),
        "see what the database itself says; a backup may have to be put in its place",
    )
}
