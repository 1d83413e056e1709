//! Prints what the office's largest tables cost: of 300 sessions, of 4,000 registrations, and the
//! conflicts of a draft. In one process, from the request to the last byte of the page.

use std::hint::black_box;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use axum::http::StatusCode;
use uuid::Uuid;
use wiec_benches::row;
use wiec_interchange::sample;
use wiec_kit::testing::{TestCongress, Visitor};
use wiec_model::availability::Availabilities;
use wiec_model::conflicts::conflicts;
use wiec_model::registration::{RegistrationForm, RegistrationId};
use wiec_model::rules::{Grant, Role};
use wiec_model::{Lang, Programme};
use wiec_store::{Actor, Agreement, NewRegistration};

const SESSIONS: usize = 300;
const REGISTERED: u128 = 4000;
const ROUNDS: usize = 31;
/// The same congress as that of the other benches.
const SEED: u64 = 1918;

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let draft = sample::generated_congress(SESSIONS, 12, 4, 240, SEED);
    let congress = TestCongress::empty(|lang| {
        wiec_programme::routes(lang)
            .merge(wiec_timetable_editor::routes(lang))
            .merge(wiec_registration::routes(lang))
    })
    .await;
    congress.save(&draft).await;
    let slug = &draft.congress.slug;
    congress.release_of(slug, "1.0").await;
    register(&congress, &draft).await;
    let mut organiser = congress
        .member_with(&[Grant::of_congress(Role::Organiser, slug.clone())])
        .await;
    let office = format!("/biuro/{slug}");

    println!("| asked for | median | slowest of {ROUNDS} | on the wire |");
    println!("|---|---|---|---|");
    for (name, path) in [
        ("table of 300 sessions", "sesje"),
        ("4,000 registrations, first page", "rejestracje"),
        (
            "4,000 registrations, those of a word",
            "rejestracje?words=gosc-39",
        ),
        ("statistics of 4,000", "statystyka"),
        ("page of the next release", "ogloszenie"),
    ] {
        page(&mut organiser, name, &format!("{office}/{path}")).await;
    }
    let found = time(|| {
        black_box(conflicts(&draft, &Availabilities::default()));
    });
    println!("{}", row("conflicts of 300 sessions", found, ""));
    ExitCode::SUCCESS
}

/// Everybody is confirmed: the dearest case, because each has a place.
async fn register(congress: &TestCongress, draft: &Programme) {
    let form = RegistrationForm {
        capacity: None,
        ..RegistrationForm::usual(&draft.congress)
    };
    let store = &congress.app.store;
    let begun = store.begin(Actor::Operator, congress.now()).await;
    let mut tx = begun.expect("the store is there");
    for number in 1..=REGISTERED {
        let email = format!("gosc-{number}@kongres.example");
        let email = email.parse().expect("an address");
        let fresh = wiec_model::AccountId(Uuid::from_u128(number));
        let account = tx.accounts().ensure(&email, Lang::Pl, fresh).await;
        let new = NewRegistration {
            id: RegistrationId(Uuid::from_u128(number)),
            congress: draft.congress.slug.clone(),
            account: account.expect("nobody else is here").id,
            key: format!("key-{number}"),
            answers: serde_json::from_value(serde_json::json!({
                "name": format!("Osoba {number}"),
                "environment": "local_government",
                "body": "Urząd Miasta Kielce",
                "town": { "name": "Kielce", "terc": "2661011" },
                "services": ["sign_language"],
            }))
            .expect("answers"),
            lang: Lang::Pl,
            agreements: vec![Agreement {
                consent: form.consents[0].clone(),
            }],
        };
        let received = tx.registrations().receive(&new, &form).await;
        received.expect("there are places");
    }
    tx.commit().await.expect("nobody else is here");
}

async fn page(organiser: &mut Visitor, name: &str, path: &str) {
    let mut times = Vec::with_capacity(ROUNDS);
    let mut bytes = 0;
    for _ in 0..ROUNDS {
        let started = Instant::now();
        let page = organiser.get(path).await;
        times.push(started.elapsed());
        bytes = page.is(StatusCode::OK).bytes().len();
    }
    println!("{}", row(name, times, &format!("{bytes} B")));
}

fn time(work: impl Fn()) -> Vec<Duration> {
    let rounds = (0..ROUNDS).map(|_| {
        let started = Instant::now();
        work();
        started.elapsed()
    });
    rounds.collect()
}
