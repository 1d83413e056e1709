//! The table of who was asked to appear, and what they answered.

use sea_orm::entity::prelude::*;
use wiec_model::confirmation::{Confirmation, Question};

use crate::column::{Micros, Row};
use crate::error::StoreError;

/// One person in one session of an edition; who was not asked has no row.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "confirmations")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) congress_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) session_guid: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) person_guid: Uuid,
    pub(crate) state: String,
    pub(crate) at: Micros,
    pub(crate) reason: Option<String>,
}

/// None: tables are read one by one and put together by keys.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// The word of a state, also in the history.
pub(crate) const fn state(confirmation: &Confirmation) -> &'static str {
    match confirmation {
        Confirmation::Unasked => "unasked",
        Confirmation::Asked { .. } => "asked",
        Confirmation::Confirmed { .. } => "confirmed",
        Confirmation::Declined { .. } => "declined",
    }
}

impl Model {
    /// The row of an answer; none for who was not asked.
    pub(crate) fn of(
        congress_id: Uuid,
        question: Question,
        confirmation: &Confirmation,
    ) -> Option<Self> {
        let (at, reason) = match confirmation {
            Confirmation::Unasked => return None,
            Confirmation::Asked { at } | Confirmation::Confirmed { at } => (at, None),
            Confirmation::Declined { at, reason } => (at, reason.clone()),
        };
        Some(Self {
            congress_id,
            session_guid: question.session,
            person_guid: question.person,
            state: state(confirmation).to_owned(),
            at: (*at).into(),
            reason,
        })
    }

    /// The question of a row, and where it stands.
    pub(crate) fn read(self) -> Result<(Question, Confirmation), StoreError> {
        let row = Row::new("confirmations", self.session_guid);
        let at = row.instant("at", self.at)?;
        let question = Question {
            session: self.session_guid,
            person: self.person_guid,
        };
        let confirmation = match self.state.as_str() {
            "asked" => Confirmation::Asked { at },
            "confirmed" => Confirmation::Confirmed { at },
            "declined" => Confirmation::Declined {
                at,
                reason: self.reason,
            },
            _ => return Err(row.wrong("state")),
        };
        Ok((question, confirmation))
    }
}
