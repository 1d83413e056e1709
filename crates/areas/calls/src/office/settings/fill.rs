//! How what is said of a call is shown in fields.

use jiff::Timestamp;
use wiec_kit::form::Form;
use wiec_model::Zone;
use wiec_model::calls::{CallSetup, QuotaOf};

use super::{CONSENTS, QUOTAS};
use crate::office::rows::field;
use crate::office::words;

/// A moment as a field shows it.
pub fn local(at: Option<Timestamp>, zone: &Zone) -> String {
    let shown = |at| {
        let local = zone.rules().to_datetime(at);
        local.strftime("%Y-%m-%dT%H:%M").to_string()
    };
    at.map(shown).unwrap_or_default()
}

/// A number as a field shows it.
pub fn number(number: Option<u32>) -> String {
    number.map(|number| number.to_string()).unwrap_or_default()
}

/// Fields filled with what is stored.
pub fn filled(form: Form, setup: &CallSetup, zone: &Zone) -> Form {
    let (window, limits) = (&setup.window, &setup.limits);
    let licence = setup.licence.as_ref();
    let form = form
        .with_text("title", Some(&setup.title))
        .with_text("lead", setup.lead.as_ref())
        .with_text("guide", setup.guide.as_ref())
        .with_text("rules", setup.rules.as_ref())
        .with("opens", local(window.opens_at, zone))
        .with("closes", local(window.closes_at, zone))
        .with("extended", local(window.extended_to, zone))
        .with("grace", window.grace_minutes)
        .with("access", words::access_key(setup.access))
        .with("per_person", number(limits.per_person))
        .with("most_title", limits.title)
        .with("most_summary", limits.summary)
        .with("most_authors", limits.authors)
        .with_all("track", &setup.tracks)
        .with_all("tier", setup.tiers.iter().map(|tier| tier.key()))
        .with("licence", licence.map_or("", |it| &it.name))
        .with(
            "licence_url",
            licence.and_then(|it| it.url.as_deref()).unwrap_or_default(),
        )
        .with("anonymity", setup.anonymity.key())
        .with("people", setup.committee.people.join("\n"))
        .with("confirm_days", setup.confirmation.days)
        .with("remind_days", setup.confirmation.remind_days)
        .with("latest", local(setup.confirmation.latest, zone));
    quotas(consents(form, setup), setup)
}

fn consents(form: Form, setup: &CallSetup) -> Form {
    let mut form = form.with_all(CONSENTS, 0..setup.consents.len());
    for (row, consent) in (0..).zip(&setup.consents) {
        let ticked = if consent.required { "1" } else { "" };
        form = form
            .with(&field(CONSENTS, row, "key"), &consent.key)
            .with_text(&field(CONSENTS, row, "text"), Some(&consent.text))
            .with(&field(CONSENTS, row, "required"), ticked);
    }
    form
}

fn quotas(form: Form, setup: &CallSetup) -> Form {
    let mut form = form.with_all(QUOTAS, 0..setup.quotas.len());
    for (row, quota) in (0..).zip(&setup.quotas) {
        let of = match &quota.of {
            QuotaOf::All => "all".to_owned(),
            QuotaOf::Track(track) => format!("track:{track}"),
            QuotaOf::Tier(tier) => format!("tier:{}", tier.key()),
        };
        form = form
            .with(&field(QUOTAS, row, "of"), of)
            .with(&field(QUOTAS, row, "least"), number(quota.least))
            .with(&field(QUOTAS, row, "most"), number(quota.most));
    }
    form
}
