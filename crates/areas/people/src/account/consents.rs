//! What a member agreed to: each text in the version that they saw. What one can take part without
//! can be taken back.

use axum::extract::State;
use axum::response::Response;
use wiec_kit::acts::OwnAccount;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::CheckedForm;
use wiec_kit::permit::Permit;
use wiec_kit::visit::Visit;
use wiec_model::account::AccountId;

use crate::letters::when;
use crate::view;

/// A consent on the page.
pub struct Given {
    /// Its key in forms.
    pub id: i64,
    /// What was agreed to.
    pub words: String,
    /// Its version.
    pub version: u32,
    /// When it was given.
    pub given: String,
    /// When it was taken back.
    pub withdrawn: Option<String>,
    /// Whether it can be taken back: not while one takes part by it.
    pub is_optional: bool,
}

/// All consents of an account, the latest first.
///
/// # Errors
///
/// If the store fails.
pub async fn of(app: &App, visit: &Visit, account: AccountId) -> Result<Vec<Given>, PageError> {
    let agreed = app.store.registrations().consents(account).await?;
    if agreed.is_empty() {
        return Ok(Vec::new());
    }
    let needed = needed(app).await?;
    let time = |instant| when(app, instant, visit.lang);
    Ok(agreed
        .into_iter()
        .map(|one| Given {
            id: one.id,
            words: one.words.words(visit.lang).to_owned(),
            version: one.version,
            given: time(one.given_at),
            withdrawn: one.withdrawn_at.map(time),
            is_optional: !needed.contains(&one.key),
        })
        .collect())
}

/// `POST /moj-kongres/zgody`: takes one back.
pub async fn post(
    permit: Permit<OwnAccount>,
    State(app): State<App>,
    visit: Visit,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let account = permit.subject.account.id;
    let asked: Option<i64> = data.get("consent").and_then(|id| id.parse().ok());
    let asked = asked.ok_or(PageError::Invalid)?;
    let given = of(&app, &visit, account).await?;
    let one = given.into_iter().find(|one| one.id == asked);
    // Another account's is as if it were not there.
    let one = one.ok_or(PageError::NotFound)?;
    if !one.is_optional {
        return Err(PageError::Invalid);
    }
    let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
    tx.registrations().withdraw_consent(account, asked).await?;
    tx.commit().await?;
    Ok(view::lead_to(&visit.paths().account_data()))
}

/// The keys of the texts without which one cannot take part in some edition.
async fn needed(app: &App) -> Result<Vec<String>, PageError> {
    let mut needed = Vec::new();
    for congress in app.store.congresses().list().await? {
        let Some(row) = app.store.registrations().form(&congress.slug).await? else {
            continue;
        };
        let consents = row.form.consents.iter();
        needed.extend(
            consents
                .filter(|consent| consent.required)
                .map(|consent| consent.key.to_string()),
        );
    }
    Ok(needed)
}
