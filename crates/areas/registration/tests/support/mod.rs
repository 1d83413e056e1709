//! A congress whose registration is open, with its letters.

#![allow(dead_code, reason = "each file of tests uses a part of it")]

use jiff::Timestamp;
use wiec_jobs::testing::{Received, Sink};
use wiec_jobs::{Post, PostOffice, Runner};
use wiec_kit::testing::{SAMPLE, TestCongress, Visitor, slug};
use wiec_model::account::Means;
use wiec_model::registration::{Registration, RegistrationForm};
use wiec_store::{Actor, SavedForm, WantedRegistrations};

/// In the middle of the sample's registration.
const OPEN: &str = "2019-09-01T12:00:00+02:00";

pub struct Door {
    pub congress: TestCongress,
    pub sink: Sink,
    pub runner: Runner,
}

impl Door {
    /// The sample with so many places, while its registration is open.
    pub async fn open(capacity: u32) -> Self {
        let congress = TestCongress::open(wiec_registration::routes).await;
        let open: Timestamp = OPEN.parse().unwrap();
        congress.advance(open.duration_since(congress.now()));
        let sink = Sink::open().await;
        let runner = Runner::new(Some(
            Post::open(&PostOffice {
                server: sink.address(),
                sender: "kongres@kongres.example".parse().unwrap(),
                per_second: 1000,
                dkim: None,
            })
            .unwrap(),
        ));
        let door = Self {
            congress,
            sink,
            runner,
        };
        door.places(capacity, 0).await;
        door
    }

    pub async fn places(&self, capacity: u32, seen: u32) {
        let form = RegistrationForm {
            capacity: Some(capacity),
            ..RegistrationForm::usual(&self.congress.draft().await.congress)
        };
        let store = &self.congress.app.store;
        let mut tx = store
            .begin(Actor::Operator, self.congress.now())
            .await
            .unwrap();
        let saved = tx
            .registrations()
            .save_form(&slug(SAMPLE), &form, seen)
            .await;
        assert!(matches!(saved.unwrap(), SavedForm::Saved(_)));
        tx.commit().await.unwrap();
    }

    pub async fn all(&self) -> Vec<Registration> {
        let registrations = self.congress.app.store.registrations();
        let wanted = WantedRegistrations::default();
        let page = registrations
            .page(&slug(SAMPLE), &wanted, 99)
            .await
            .unwrap();
        page.rows.into_iter().map(|row| row.registration).collect()
    }

    /// Carries out what waits, and says what letters came of it since the last time.
    pub async fn letters(&self, before: usize) -> Vec<Received> {
        self.runner.run_due(&self.congress.app).await.unwrap();
        self.runner.run_due(&self.congress.app).await.unwrap();
        self.sink.letters().await.split_off(before)
    }

    /// Someone who comes back by their address, as a letter would let them.
    pub async fn enter(&self, email: &str) -> Visitor {
        let accounts = self.congress.app.store.accounts();
        let account = accounts
            .find_by_email(&email.parse().unwrap())
            .await
            .unwrap();
        self.congress.signed_in(account.unwrap(), Means::Mail).await
    }
}

/// The key that a page of the form carries.
pub async fn key(visitor: &mut Visitor) -> String {
    let page = visitor.get("/rejestracja").await.text();
    let field = page.split("name=\"key\"").nth(1).unwrap();
    let value = field.split("value=\"").nth(1).unwrap();
    value.split('"').next().unwrap().to_owned()
}

pub async fn register(visitor: &mut Visitor, email: &str) -> wiec_kit::testing::Page {
    let key = key(visitor).await;
    visitor.submit("/rejestracja", &filled(&key, email)).await
}

pub fn filled<'a>(key: &'a str, email: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("key", key),
        ("email", email),
        ("name", "Anna Żak"),
        ("environment", "resident"),
        ("town", "Kielce"),
        ("services", "sign_language"),
        ("services", "step_free"),
        ("consent-regulamin", "on"),
    ]
}
