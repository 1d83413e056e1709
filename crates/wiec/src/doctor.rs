//! Looking an installation over: everything is looked at, whatever was found before.

mod addresses;
mod clock;
mod database;
pub(crate) mod finding;
mod folder;
mod mail;
mod ports;

use crate::config::Config;
use crate::config::overrides::Overrides;
use crate::doctor::finding::Finding;

/// Examines an installation. Without a configuration there is nothing else to look at.
pub(crate) async fn examine(overrides: &Overrides) -> Vec<Finding> {
    let config = match Config::load(overrides) {
        Ok(config) => config,
        Err(problems) => {
            let mend = "change it there, and run this again to see the rest";
            return problems
                .problems
                .into_iter()
                .map(|problem| Finding::wrong(problem, mend))
                .collect();
        }
    };
    let mut findings = vec![Finding::good("the configuration can be read")];
    findings.extend(addresses::examine(&config.web));
    findings.extend(folder::examine(&config.storage));
    findings.extend(database::examine(&config).await);
    findings.extend(mail::examine(&config.mail).await);
    findings.extend(ports::examine(&config).await);
    findings
}
