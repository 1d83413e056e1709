//! Places: counted under the lock of the edition, given to the next when one comes free.

use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue, ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect,
};
use serde_json::{Map, Value as Json, json};
use wiec_model::Slug;
use wiec_model::registration::{
    Answers, Registration, RegistrationForm, RegistrationId, State, Step,
};

use crate::bell::Topic;
use crate::column::{Micros, json as written, word};
use crate::error::StoreError;
use crate::history::{self, Act};
use crate::id;
use crate::registrations::receive::RegistrationWriter;
use crate::registrations::{read, subject};
use crate::tables::registrations::{ActiveModel, Column, Entity};

/// What came of a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stepped {
    /// It is taken.
    Done {
        /// The registration as it is now.
        registration: Registration,
        /// Those who waited and have a place now because of it.
        promoted: Vec<Registration>,
    },
    /// It is where the step leads already, since then.
    Already(Registration),
    /// It cannot be taken from where the registration is.
    Refused(Registration),
    /// There is no such registration in the edition.
    Missing,
}

impl RegistrationWriter<'_> {
    /// Takes a registration of an edition a step on; a place that comes free goes to the next.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`], or [`StoreError::Inconsistent`] if a row cannot be read.
    #[tracing::instrument(name = "store.registrations.step", skip_all, fields(congress.slug = %congress))]
    pub async fn step(
        &mut self,
        congress: &Slug,
        registration: RegistrationId,
        step: Step,
        form: &RegistrationForm,
    ) -> Result<Stepped, StoreError> {
        self.lock(congress).await?;
        let Some(before) = self.find(congress, registration).await? else {
            return Ok(Stepped::Missing);
        };
        let Ok(state) = before.state.after(step, self.0.at) else {
            let is_there = leads_to(step) == Some(before.state.word());
            return Ok(if is_there {
                Stepped::Already(before)
            } else {
                Stepped::Refused(before)
            });
        };
        let registration = self.set_state(before, state, act_of(step)).await?;
        // Whoever is put on the list does not come off it by the same act, even if there is a place.
        let stays = (step == Step::Waitlist).then_some(registration.id);
        let promoted = self.promote(congress, form, stays).await?;
        Ok(Stepped::Done {
            registration,
            promoted,
        })
    }

    /// Stores what somebody says now. The history tells which answers changed, and not to what.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`], or [`StoreError::Inconsistent`] if a row cannot be read.
    #[tracing::instrument(name = "store.registrations.change", skip_all, fields(congress.slug = %congress))]
    pub async fn change(
        &mut self,
        congress: &Slug,
        registration: RegistrationId,
        answers: &Answers,
    ) -> Result<Option<Registration>, StoreError> {
        self.lock(congress).await?;
        let Some(before) = self.find(congress, registration).await? else {
            return Ok(None);
        };
        let changed = changed(&before.answers, answers);
        if !changed.is_empty() {
            let row = ActiveModel {
                name: ActiveValue::Set(answers.name.to_lowercase()),
                environment: ActiveValue::Set(word(&answers.environment)),
                terc: ActiveValue::Set(answers.town.as_ref().and_then(|town| town.terc.clone())),
                answers: ActiveValue::Set(written(answers)),
                ..Default::default()
            };
            Entity::update_many()
                .set(row)
                .filter(Column::Id.eq(registration.0))
                .exec(&self.0.tx)
                .await?;
            self.0.touch(Topic::Registrations);
            let details = Json::Object(changed);
            let congress = id::congress(congress);
            let subject = subject(before.number);
            history::append(self.0, congress, Act::ChangeRegistration, subject, &details).await?;
        }
        Ok(Some(Registration {
            answers: answers.clone(),
            ..before
        }))
    }

    /// Notes that a list of those who registered was taken out or in.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    pub async fn note_list(
        &mut self,
        congress: &Slug,
        act: Act,
        rows: usize,
    ) -> Result<(), StoreError> {
        let details = json!({ "rows": rows });
        let subject = "registrations".to_owned();
        history::append(self.0, id::congress(congress), act, subject, &details).await
    }

    /// Gives free places to those who wait, in their order, but for one who stays. The caller holds
    /// the lock.
    pub(super) async fn promote(
        &mut self,
        congress: &Slug,
        form: &RegistrationForm,
        stays: Option<RegistrationId>,
    ) -> Result<Vec<Registration>, StoreError> {
        let free = match form.capacity {
            Some(capacity) => u64::from(capacity).saturating_sub(self.taken(congress).await?),
            None => u64::MAX,
        };
        if free == 0 {
            return Ok(Vec::new());
        }
        let next = Entity::find()
            .filter(Column::CongressId.eq(id::congress(congress)))
            .filter(Column::State.eq("waitlisted"))
            .filter(Condition::all().add_option(stays.map(|id| Column::Id.ne(id.0))))
            .order_by_asc(Column::Number)
            .limit(free.min(u64::from(u32::MAX)))
            .all(&self.0.tx)
            .await?;
        let mut promoted = Vec::with_capacity(next.len());
        for row in next {
            let at = self.0.at;
            let waiting = read(row, congress)?;
            let confirmed = State::Confirmed { at };
            promoted.push(self.set_state(waiting, confirmed, Act::Decide).await?);
        }
        Ok(promoted)
    }

    pub(super) async fn has_place(
        &mut self,
        congress: &Slug,
        form: &RegistrationForm,
    ) -> Result<bool, StoreError> {
        Ok(match form.capacity {
            Some(capacity) => self.taken(congress).await? < u64::from(capacity),
            None => true,
        })
    }

    async fn taken(&mut self, congress: &Slug) -> Result<u64, StoreError> {
        Ok(Entity::find()
            .filter(Column::CongressId.eq(id::congress(congress)))
            .filter(Column::State.is_in(State::WITH_A_PLACE))
            .count(&self.0.tx)
            .await?)
    }

    async fn find(
        &mut self,
        congress: &Slug,
        registration: RegistrationId,
    ) -> Result<Option<Registration>, StoreError> {
        let row = Entity::find_by_id(registration.0)
            .filter(Column::CongressId.eq(id::congress(congress)))
            .one(&self.0.tx)
            .await?;
        row.map(|row| read(row, congress)).transpose()
    }

    async fn set_state(
        &mut self,
        before: Registration,
        state: State,
        act: Act,
    ) -> Result<Registration, StoreError> {
        Entity::update_many()
            .col_expr(Column::State, Expr::value(state.word()))
            .col_expr(Column::StateAt, Expr::value(Micros::from(self.0.at)))
            .filter(Column::Id.eq(before.id.0))
            .exec(&self.0.tx)
            .await?;
        self.0.touch(Topic::Registrations);
        let details = json!({ "state": { "from": before.state.word(), "to": state.word() } });
        let congress = id::congress(&before.congress);
        let subject = subject(before.number);
        history::append(self.0, congress, act, subject, &details).await?;
        Ok(Registration { state, ..before })
    }
}

const fn act_of(step: Step) -> Act {
    match step {
        Step::Confirm | Step::Waitlist | Step::Decline => Act::Decide,
        Step::Withdraw => Act::Withdraw,
        Step::CheckIn => Act::CheckIn,
        Step::Resubmit => Act::Register,
    }
}

const fn leads_to(step: Step) -> Option<&'static str> {
    Some(match step {
        Step::Confirm => "confirmed",
        Step::Waitlist => "waitlisted",
        Step::Decline => "declined",
        Step::Withdraw => "withdrawn",
        Step::CheckIn => "checked_in",
        Step::Resubmit => return None,
    })
}

fn changed(before: &Answers, after: &Answers) -> Map<String, Json> {
    let (Ok(Json::Object(before)), Ok(Json::Object(after))) =
        (serde_json::to_value(before), serde_json::to_value(after))
    else {
        return Map::new();
    };
    before
        .keys()
        .chain(after.keys())
        .filter(|key| before.get(*key) != after.get(*key))
        .map(|key| (key.clone(), Json::Bool(true)))
        .collect()
}
