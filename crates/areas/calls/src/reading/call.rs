//! A call: what it asks, by which rules it is chosen, by whom, and how that came out.

use askama::Template;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use wiec_kit::acts::ReadCall;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::frame::Frame;
use wiec_kit::permit::Permit;
use wiec_kit::said::Said;
use wiec_kit::visit::Visit;
use wiec_model::calls::{Access, Call, Criterion, Gate, QuotaOf, Sight};

use super::here::Here;
use super::numbers::{self, Numbers};
use super::questions::{self, Asked};
use super::send;
use super::words::{self, Standing};

#[derive(Template)]
#[template(path = "reading_call.html")]
struct CallPage {
    frame: Frame,
    icon: &'static str,
    kind: &'static str,
    title: Said,
    lead: Option<Said>,
    standing: Standing,
    dates: Dates,
    guide: Option<String>,
    rules: Option<String>,
    facts: Vec<(&'static str, String)>,
    licence: Option<(String, Option<String>)>,
    tracks: Vec<(&'static str, Said)>,
    tiers: Vec<&'static str>,
    questions: Vec<Asked>,
    consents: Vec<(Said, bool)>,
    anonymity: Option<&'static str>,
    criteria: Vec<Weighed>,
    phases: Vec<(String, &'static str)>,
    how: Vec<String>,
    quotas: Vec<String>,
    people: Vec<Said>,
    numbers: Option<Numbers>,
    texts: Option<String>,
    links: Links,
}

/// When the call takes submissions, as far as somebody said so.
struct Dates {
    opens: Option<String>,
    /// The deadline that was announced, where another one counts now.
    first: Option<String>,
    deadline: Option<String>,
    grace: Option<String>,
}

/// Where one goes from here.
struct Links {
    submit: Option<String>,
    finish: Option<String>,
    calendar: Option<String>,
}

/// A criterion with what it counts.
struct Weighed {
    name: Said,
    hint: Option<Said>,
    scale: String,
    share: String,
}

/// `GET /nabory/{call}`
#[tracing::instrument(name = "calls.call", skip_all, fields(call.slug = %permit.subject.call.slug))]
pub async fn get(
    permit: Permit<ReadCall>,
    State(app): State<App>,
    visit: Visit,
    asked: HeaderMap,
) -> Result<Response, PageError> {
    let (here, call) = Here::in_call(&app, &visit, &permit.subject);
    let tally = app.store.submissions().tally(call.id).await?;
    let numbers = numbers::of(&here, call, &tally);
    Ok(send(page(&here, call, numbers)?, &asked).await)
}

fn page(here: &Here<'_>, call: &Call, numbers: Option<Numbers>) -> Result<String, PageError> {
    let (m, setup) = (here.m(), &call.setup);
    let (icon, kind) = words::kind(setup.kind, m);
    let gate = setup.gate(here.now);
    let title = here.said(&setup.title);
    let frame = here.frame(title.words(), |paths| paths.call(&call.slug));
    let about = setup.lead.as_ref().unwrap_or(&setup.title);
    let texts = here.paths().in_call(&call.slug, here.words().texts);
    let page = CallPage {
        icon,
        kind,
        lead: setup.lead.as_ref().map(|lead| here.said(lead)),
        standing: words::standing(gate, here),
        dates: dates(here, call),
        guide: setup.guide.as_ref().map(|guide| here.prose(guide)),
        rules: setup.rules.as_ref().map(|rules| here.prose(rules)),
        facts: facts(here, call),
        licence: setup.licence.as_ref().map(|licence| {
            let safe = licence.url.clone().filter(|url| is_web(url));
            (licence.name.clone(), safe)
        }),
        tracks: here
            .tracks(call)
            .map(|track| (track.line.key(), here.said(&track.name)))
            .collect(),
        tiers: setup.tiers.iter().map(|it| words::tier(*it, m)).collect(),
        questions: questions::of(here, call),
        consents: setup
            .consents
            .iter()
            .map(|consent| (here.said(&consent.text), consent.required))
            .collect(),
        anonymity: words::anonymity(setup.anonymity, m),
        criteria: criteria(here, &setup.review.criteria),
        phases: phases(here, call),
        how: how(here, call),
        quotas: quotas(here, call),
        people: setup
            .committee
            .people
            .iter()
            .map(|it| Said::new(it))
            .collect(),
        texts: numbers.as_ref().map(|_| texts),
        numbers,
        links: links(here, call, gate),
        frame: frame.about(here.said(about).words()),
        title,
    };
    Ok(page.render()?)
}

fn dates(here: &Here<'_>, call: &Call) -> Dates {
    let window = &call.setup.window;
    let deadline = window.deadline();
    let first = window.closes_at.filter(|first| Some(*first) != deadline);
    let grace = deadline.filter(|_| window.grace_minutes > 0);
    Dates {
        opens: window.opens_at.map(|at| here.moment(at)),
        first: first.map(|at| here.moment(at)),
        deadline: deadline.map(|at| here.moment(at)),
        grace: grace.map(|_| here.m().calls_read_grace(window.grace_minutes)),
    }
}

fn facts(here: &Here<'_>, call: &Call) -> Vec<(&'static str, String)> {
    let (m, limits) = (here.m(), &call.setup.limits);
    let mut facts = vec![
        (
            m.calls_read_fact_title(),
            m.calls_read_characters(limits.title),
        ),
        (
            m.calls_read_fact_summary(),
            m.calls_read_characters(limits.summary),
        ),
        (
            m.calls_read_fact_authors(),
            m.calls_read_at_most(limits.authors),
        ),
    ];
    if let Some(each) = limits.per_person {
        facts.push((m.calls_read_fact_each(), m.calls_read_at_most(each)));
    }
    if call.setup.access == Access::ByCode {
        let by_code = m.calls_read_by_code_long().to_owned();
        facts.push((m.calls_read_fact_access(), by_code));
    }
    facts
}

fn criteria(here: &Here<'_>, criteria: &[Criterion]) -> Vec<Weighed> {
    let m = here.m();
    let whole: u32 = criteria.iter().map(|it| it.weight).sum();
    let weighed = |criterion: &Criterion| Weighed {
        name: here.said(&criterion.name),
        hint: criterion.hint.as_ref().map(|hint| here.said(hint)),
        scale: m.calls_read_scale(criterion.least, criterion.most),
        share: m.calls_read_weight(criterion.weight, whole),
    };
    criteria.iter().map(weighed).collect()
}

fn phases(here: &Here<'_>, call: &Call) -> Vec<(String, &'static str)> {
    let mut phases = call.setup.review.phases.clone();
    phases.sort_by_key(|phased| phased.from);
    phases
        .iter()
        .map(|phased| {
            (
                here.moment(phased.from),
                words::phase(phased.phase, here.m()),
            )
        })
        .collect()
}

/// How it is judged, and how long those who were chosen have to say that they come.
fn how(here: &Here<'_>, call: &Call) -> Vec<String> {
    let (m, setup) = (here.m(), &call.setup);
    let sight = match setup.review.sight {
        Sight::Blind => m.calls_read_blind(),
        Sight::Open => m.calls_read_seen(),
    };
    let mut how = vec![m.calls_read_each(setup.review.each), sight.to_owned()];
    if !setup.review.barred.is_empty() {
        how.push(m.calls_read_interests().to_owned());
    }
    how.push(m.calls_read_confirmation(setup.confirmation.days));
    how
}

fn quotas(here: &Here<'_>, call: &Call) -> Vec<String> {
    let m = here.m();
    let quotas = call.setup.quotas.iter();
    quotas
        .filter_map(|quota| {
            let of = match &quota.of {
                QuotaOf::All => m.calls_read_quota_all().to_owned(),
                QuotaOf::Track(slug) => here.said(&here.track(slug)?.name).words().to_owned(),
                QuotaOf::Tier(tier) => words::tier(*tier, m).to_owned(),
            };
            match (quota.least, quota.most) {
                (Some(least), Some(most)) => Some(m.calls_read_quota_between(least, most, of)),
                (Some(least), None) => Some(m.calls_read_quota_least(least, of)),
                (None, Some(most)) => Some(m.calls_read_quota_most(most, of)),
                (None, None) => None,
            }
        })
        .collect()
}

fn links(here: &Here<'_>, call: &Call, gate: Gate) -> Links {
    let paths = here.paths();
    let is_ahead = matches!(gate, Gate::NotYet { .. } | Gate::Open { .. });
    let deadline = call.setup.window.deadline().filter(|_| is_ahead);
    Links {
        submit: matches!(gate, Gate::Open { .. })
            .then(|| paths.in_call(&call.slug, here.words().submit)),
        finish: matches!(gate, Gate::Grace { .. }).then(|| paths.submissions()),
        calendar: deadline.map(|_| paths.calendar_of(paths.call(&call.slug))),
    }
}

/// Whether an address leads to the web, and runs no script.
pub fn is_web(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}
