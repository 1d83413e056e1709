//! How fields are read over what is said of a call.

use wiec_kit::form::Form;
use wiec_model::calls::{
    Access, Anonymity, CallSetup, Committee, ConfirmationRule, Licence, Limits, Quota, QuotaOf,
    Tier, Window,
};
use wiec_model::registration::Consent;
use wiec_model::{Lang, Programme, Slug, Zone};

use super::{CONSENTS, QUOTAS};
use crate::office::rows::{field, fresh_key, ids};
use crate::office::words;

const TITLE: usize = 200;
const LEAD: usize = 600;
const TEXT: usize = 20_000;
const CONSENT: usize = 2_000;
const NAME: usize = 100;
const LINK: usize = 500;
const PEOPLE: usize = 10_000;

/// Reads the fields over what is stored; `None` if something is wrong with them, which the form then says.
pub fn read(
    form: &mut Form,
    before: &CallSetup,
    draft: &Programme,
    zone: &Zone,
) -> Option<CallSetup> {
    let m = form.words();
    let title = form
        .typed("title", m.calls_office_title())
        .required()
        .bilingual(TITLE, Some(&before.title));
    let lead = form
        .typed("lead", m.calls_office_lead())
        .bilingual(LEAD, before.lead.as_ref());
    let guide = form
        .typed("guide", m.calls_office_guide())
        .bilingual(TEXT, before.guide.as_ref());
    let rules = form
        .typed("rules", m.calls_office_rules())
        .bilingual(TEXT, before.rules.as_ref());
    let window = window(form, zone);
    let access = form
        .typed("access", m.calls_office_access())
        .required()
        .choice(|key| {
            let mut all = [Access::Open, Access::ByCode].into_iter();
            all.find(|it| words::access_key(*it) == key)
        });
    let limits = limits(form);
    let tracks = form.typed("track", m.calls_office_tracks()).many(|key| {
        let track = draft.track(key);
        track.map(|track| track.slug.clone())
    });
    let tiers = form.typed("tier", m.calls_office_tiers()).many(Tier::of);
    let licence = licence(form);
    let consents = consents(form, before);
    let anonymity = form
        .typed("anonymity", m.calls_office_anonymity())
        .required()
        .choice(Anonymity::of);
    let confirmation = confirmation(form, zone);
    let quotas = quotas(form, draft);
    let people = form
        .typed("people", m.calls_office_people())
        .lines(PEOPLE)
        .unwrap_or_default();
    form.is_valid().then_some(())?;
    let people = people.lines().map(str::trim).filter(|it| !it.is_empty());
    Some(CallSetup {
        title: title?,
        lead,
        guide,
        rules,
        window: window?,
        access: access?,
        limits: limits?,
        tracks,
        tiers,
        licence,
        consents,
        anonymity: anonymity?,
        confirmation: confirmation?,
        quotas,
        committee: Committee {
            people: people.map(str::to_owned).collect(),
        },
        ..before.clone()
    })
}

fn window(form: &mut Form, zone: &Zone) -> Option<Window> {
    let m = form.words();
    Some(Window {
        opens_at: form.typed("opens", m.calls_office_opens()).instant(zone),
        closes_at: form.typed("closes", m.calls_office_closes()).instant(zone),
        extended_to: form
            .typed("extended", m.calls_office_extended())
            .instant(zone),
        grace_minutes: form
            .typed("grace", m.calls_office_grace())
            .required()
            .number(0..=10_080)?,
    })
}

fn limits(form: &mut Form) -> Option<Limits> {
    let m = form.words();
    let per_person = form
        .typed("per_person", m.calls_office_per_person())
        .number(1..=100);
    let title = form
        .typed("most_title", m.calls_office_most_title())
        .required()
        .number(10..=300);
    let summary = form
        .typed("most_summary", m.calls_office_most_summary())
        .required()
        .number(100..=20_000);
    let authors = form
        .typed("most_authors", m.calls_office_most_authors())
        .required()
        .number(1..=50);
    Some(Limits {
        per_person,
        title: title?,
        summary: summary?,
        authors: authors?,
    })
}

/// The licence; an address without a name would be forgotten, so the name is asked for.
fn licence(form: &mut Form) -> Option<Licence> {
    let m = form.words();
    let url = form
        .typed("licence_url", m.calls_office_licence_url())
        .parse(m.calls_office_not_a_link(), |typed| {
            let is_link = typed.starts_with("https://") || typed.starts_with("http://");
            (is_link && typed.len() <= LINK).then(|| typed.to_owned())
        });
    let name = form.typed("licence", m.calls_office_licence());
    let name = if url.is_some() { name.required() } else { name };
    name.text(NAME).map(|name| Licence { name, url })
}

/// What authors agree to. Other words are another version: who agreed to which is kept.
fn consents(form: &mut Form, before: &CallSetup) -> Vec<Consent> {
    let m = form.words();
    let mut read: Vec<Consent> = Vec::new();
    for row in ids(form.data(), CONSENTS) {
        let known: Option<Slug> = form.value(&field(CONSENTS, row, "key")).parse().ok();
        let old = before
            .consents
            .iter()
            .find(|consent| Some(&consent.key) == known.as_ref());
        let text = form
            .typed(&field(CONSENTS, row, "text"), m.calls_office_consent())
            .required()
            .bilingual(CONSENT, old.map(|old| &old.text));
        let required = form
            .typed(&field(CONSENTS, row, "required"), m.calls_office_needed())
            .checked();
        let Some(text) = text else { continue };
        let (key, version) = match old {
            Some(old) if old.text == text => (old.key.clone(), old.version),
            Some(old) => (old.key.clone(), old.version + 1),
            None => {
                let taken = before.consents.iter().map(|it| &it.key);
                let taken = taken.chain(read.iter().map(|it| &it.key));
                (fresh_key(text.words(Lang::Pl), taken), 1)
            }
        };
        read.push(Consent {
            key,
            version,
            text,
            required,
        });
    }
    read
}

fn confirmation(form: &mut Form, zone: &Zone) -> Option<ConfirmationRule> {
    let m = form.words();
    let days = form
        .typed("confirm_days", m.calls_office_confirm_days())
        .required()
        .number(1..=365);
    let remind = form
        .typed("remind_days", m.calls_office_remind_days())
        .required()
        .number(0..=365);
    let latest = form.typed("latest", m.calls_office_latest()).instant(zone);
    Some(ConfirmationRule {
        days: u16::try_from(days?).ok()?,
        remind_days: u16::try_from(remind?).ok()?,
        latest,
    })
}

fn quotas(form: &mut Form, draft: &Programme) -> Vec<Quota> {
    let m = form.words();
    let mut quotas = Vec::new();
    for row in ids(form.data(), QUOTAS) {
        let of = form
            .typed(&field(QUOTAS, row, "of"), m.calls_office_quota_of())
            .required()
            .choice(|key| quota_of(key, draft));
        let (least, most) = (field(QUOTAS, row, "least"), field(QUOTAS, row, "most"));
        let least = form
            .typed(&least, m.calls_office_at_least())
            .number(0..=10_000);
        let number = form
            .typed(&most, m.calls_office_at_most())
            .number(0..=10_000);
        if let (Some(least), Some(number)) = (least, number)
            && number < least
        {
            let says = m.calls_office_most_below_least();
            form.fail(&most, m.calls_office_at_most(), says);
        }
        quotas.extend(of.map(|of| Quota {
            of,
            least,
            most: number,
        }));
    }
    quotas
}

fn quota_of(key: &str, draft: &Programme) -> Option<QuotaOf> {
    match key.split_once(':') {
        Some(("track", track)) => {
            let track = draft.track(track)?;
            Some(QuotaOf::Track(track.slug.clone()))
        }
        Some(("tier", tier)) => Tier::of(tier).map(QuotaOf::Tier),
        _ => (key == "all").then_some(QuotaOf::All),
    }
}
