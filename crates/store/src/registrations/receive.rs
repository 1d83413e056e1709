//! Receiving a registration: once, in order, with a place as long as there is one.

use sea_orm::{ActiveModelTrait, ActiveValue, ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;
use wiec_model::registration::{
    Answers, Consent, Mode, Registration, RegistrationForm, RegistrationId, State, Step,
};
use wiec_model::{AccountId, Lang, Slug};

use crate::bell::Topic;
use crate::column::{json as written, word};
use crate::error::StoreError;
use crate::history::{self, Act};
use crate::id;
use crate::registrations::{read, subject};
use crate::tables::consents;
use crate::tables::registrations::{ActiveModel, Column, Entity, Model};
use crate::tx::Tx;

/// A registration that comes in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewRegistration {
    /// The key it gets if it is the first of its kind.
    pub id: RegistrationId,
    /// For which congress.
    pub congress: Slug,
    /// Whose.
    pub account: AccountId,
    /// What the form carried so that sending it twice is sending it once.
    pub key: String,
    /// What they said.
    pub answers: Answers,
    /// In which language.
    pub lang: Lang,
    /// What they agreed to.
    pub agreements: Vec<Agreement>,
}

/// What somebody agreed to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreement {
    /// The text, in its version.
    pub consent: Consent,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Received {
    /// It is received, and decided as far as the form decides.
    New(Registration),
    /// This very form was received before.
    Again(Registration),
    /// The account is registered already, by another form.
    Known(Registration),
}

/// Writes registrations.
#[derive(Debug)]
pub struct RegistrationWriter<'a>(pub(crate) &'a mut Tx);

impl RegistrationWriter<'_> {
    /// Receives a registration by the rules of `form`.
    ///
    /// Everybody who registers for the same edition at once waits here for those before them, so the
    /// number is the order of receipt, and the last place is given once.
    ///
    /// # Errors
    ///
    /// [`StoreError::Conflict`] if there is no such edition or account; [`StoreError::Driver`].
    #[tracing::instrument(name = "store.registrations.receive", skip_all, fields(congress.slug = %new.congress))]
    pub async fn receive(
        &mut self,
        new: &NewRegistration,
        form: &RegistrationForm,
    ) -> Result<Received, StoreError> {
        let received = self.lock(&new.congress).await?;
        if let Some(known) = self.known(new).await? {
            return Ok(known);
        }
        self.count(&new.congress, 1).await?;
        let number = u32::try_from(received + 1).unwrap_or(u32::MAX);
        let state = self.decided(&new.congress, form).await?;
        let registration = Registration {
            id: new.id,
            congress: new.congress.clone(),
            account: new.account,
            number,
            state,
            answers: new.answers.clone(),
            lang: new.lang,
            received_at: self.0.at,
        };
        self.forget_withdrawn(new).await?;
        row(&registration, &new.key, self.0.at.into())
            .insert(&self.0.tx)
            .await?;
        self.agree(new).await?;
        self.0.touch(Topic::Registrations);
        let details = json!({ "state": { "from": null, "to": state.word() } });
        let congress = id::congress(&new.congress);
        history::append(self.0, congress, Act::Register, subject(number), &details).await?;
        Ok(Received::New(registration))
    }

    /// Takes back something that an account agreed to; whether there was something to take back.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.consents.withdraw", skip_all)]
    pub async fn withdraw_consent(
        &mut self,
        account: AccountId,
        consent: i64,
    ) -> Result<bool, StoreError> {
        let closed = consents::ActiveModel {
            withdrawn_at: ActiveValue::Set(Some(self.0.at.into())),
            ..Default::default()
        };
        let done = consents::Entity::update_many()
            .set(closed)
            .filter(consents::Column::Id.eq(consent))
            .filter(consents::Column::AccountId.eq(account.0))
            .filter(consents::Column::WithdrawnAt.is_null())
            .exec(&self.0.tx)
            .await?;
        if done.rows_affected == 0 {
            return Ok(false);
        }
        let subject = history::account_subject(account);
        let details = json!({ "consent": consent });
        history::append(self.0, None, Act::WithdrawConsent, subject, &details).await?;
        Ok(true)
    }

    async fn known(&mut self, new: &NewRegistration) -> Result<Option<Received>, StoreError> {
        let congress = id::congress(&new.congress);
        let again = Entity::find()
            .filter(Column::CongressId.eq(congress))
            .filter(Column::Key.eq(&new.key))
            .one(&self.0.tx)
            .await?;
        if let Some(row) = again {
            return Ok(Some(Received::Again(read(row, &new.congress)?)));
        }
        let theirs = self.of_account(new).await?;
        let known = theirs.map(|row| read(row, &new.congress)).transpose()?;
        Ok(known
            .filter(|known| !matches!(known.state, State::Withdrawn { .. }))
            .map(Received::Known))
    }

    async fn of_account(&mut self, new: &NewRegistration) -> Result<Option<Model>, StoreError> {
        Ok(Entity::find()
            .filter(Column::CongressId.eq(id::congress(&new.congress)))
            .filter(Column::AccountId.eq(new.account.0))
            .one(&self.0.tx)
            .await?)
    }

    /// Whoever took their registration back and comes again comes as the last.
    async fn forget_withdrawn(&mut self, new: &NewRegistration) -> Result<(), StoreError> {
        Entity::delete_many()
            .filter(Column::CongressId.eq(id::congress(&new.congress)))
            .filter(Column::AccountId.eq(new.account.0))
            .filter(Column::State.eq("withdrawn"))
            .exec(&self.0.tx)
            .await?;
        Ok(())
    }

    async fn decided(
        &mut self,
        congress: &Slug,
        form: &RegistrationForm,
    ) -> Result<State, StoreError> {
        let step = match form.mode {
            Mode::ByDecision => return Ok(State::Submitted),
            Mode::Automatic if self.has_place(congress, form).await? => Step::Confirm,
            Mode::Automatic => Step::Waitlist,
        };
        Ok(State::Submitted
            .after(step, self.0.at)
            .expect("what was submitted can be confirmed and can wait"))
    }

    async fn agree(&mut self, new: &NewRegistration) -> Result<(), StoreError> {
        for Agreement { consent } in &new.agreements {
            let given = consents::ActiveModel {
                id: ActiveValue::NotSet,
                account_id: ActiveValue::Set(new.account.0),
                congress_id: ActiveValue::Set(id::congress(&new.congress)),
                key: ActiveValue::Set(consent.key.to_string()),
                version: ActiveValue::Set(i64::from(consent.version)),
                words: ActiveValue::Set(written(&consent.text)),
                given_at: ActiveValue::Set(self.0.at.into()),
                withdrawn_at: ActiveValue::Set(None),
            };
            consents::Entity::insert(given)
                .exec_without_returning(&self.0.tx)
                .await?;
        }
        Ok(())
    }
}

fn row(registration: &Registration, key: &str, at: crate::column::Micros) -> ActiveModel {
    let answers = &registration.answers;
    ActiveModel {
        id: ActiveValue::Set(registration.id.0),
        congress_id: ActiveValue::Set(id::congress(&registration.congress)),
        account_id: ActiveValue::Set(registration.account.0),
        number: ActiveValue::Set(i64::from(registration.number)),
        key: ActiveValue::Set(key.to_owned()),
        state: ActiveValue::Set(registration.state.word().to_owned()),
        state_at: ActiveValue::Set(at),
        lang: ActiveValue::Set(word(&registration.lang)),
        name: ActiveValue::Set(answers.name.to_lowercase()),
        environment: ActiveValue::Set(word(&answers.environment)),
        terc: ActiveValue::Set(answers.town.as_ref().and_then(|town| town.terc.clone())),
        answers: ActiveValue::Set(written(answers)),
        received_at: ActiveValue::Set(registration.received_at.into()),
    }
}
