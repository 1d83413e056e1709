//! Carrying a form to the store: account, registration, consents and the letters that follow, in one
//! transaction.

use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_model::jobs::{About, Job};
use wiec_model::registration::{Answers, Registration, RegistrationForm, RegistrationId, State};
use wiec_model::{AccountId, Email, Lang, Slug};
use wiec_store::{Actor, Agreement, NewRegistration, Received, StoreError, Tx};

/// Two who register with one new address at the same moment: the second finds the account of the first.
const TRIES: usize = 3;

/// A form that was filled in rightly.
pub struct Submission<'a> {
    /// For which congress.
    pub congress: &'a Slug,
    /// Whose it is, if they are signed in.
    pub account: Option<AccountId>,
    /// Where letters go, where nobody is signed in.
    pub email: Option<&'a Email>,
    /// The key of the form.
    pub key: &'a str,
    /// What they said.
    pub answers: Answers,
    /// What they agreed to.
    pub agreements: Vec<Agreement>,
    /// The language of the page.
    pub lang: Lang,
}

/// Receives a form. Sent again, it is what it was.
pub async fn submit(
    app: &App,
    writer: Actor,
    submission: &Submission<'_>,
    form: &RegistrationForm,
) -> Result<(), PageError> {
    for _ in 1..TRIES {
        match attempt(app, writer, submission, form).await {
            Err(StoreError::Conflict { .. }) => {}
            done => return Ok(done?),
        }
    }
    Ok(attempt(app, writer, submission, form).await?)
}

async fn attempt(
    app: &App,
    writer: Actor,
    submission: &Submission<'_>,
    form: &RegistrationForm,
) -> Result<(), StoreError> {
    let now = app.clock.now();
    let mut tx = app.store.begin(writer, now).await?;
    let account = match (submission.account, submission.email) {
        (Some(account), _) => account,
        (None, Some(email)) => {
            let fresh = AccountId(app.chance.uuid(now));
            tx.accounts()
                .ensure(email, submission.lang, fresh)
                .await?
                .id
        }
        (None, None) => return Err(StoreError::Stale),
    };
    let new = NewRegistration {
        id: RegistrationId(app.chance.uuid(now)),
        congress: submission.congress.clone(),
        account,
        key: submission.key.to_owned(),
        answers: submission.answers.clone(),
        lang: submission.lang,
        agreements: submission.agreements.clone(),
    };
    match tx.registrations().receive(&new, form).await? {
        Received::New(registration) => {
            tell(&mut tx, &registration, About::Receipt).await?;
            if !matches!(registration.state, State::Submitted) {
                tell(&mut tx, &registration, About::Decision).await?;
            }
        }
        Received::Again(_) => {}
        // A stranger may be asking: the page says nothing, the owner of the address hears of it.
        Received::Known(registration) => {
            let may = submission
                .email
                .is_none_or(|email| app.limits.admits_letter(email.as_str()));
            if may {
                tell(&mut tx, &registration, About::Known).await?;
            }
        }
    }
    tx.commit().await
}

/// Has somebody written to, once this is committed.
pub async fn tell(
    tx: &mut Tx,
    registration: &Registration,
    about: About,
) -> Result<(), StoreError> {
    let job = Job::TellRegistered {
        congress: registration.congress.clone(),
        registration: registration.id,
        about,
    };
    tx.jobs().enqueue(&job).await
}
