//! Registrations: received in order, counted exactly, and what people agreed to.

mod find;
mod form;
mod places;
mod receive;

use wiec_model::registration::{Answers, Registration, RegistrationId, State};
use wiec_model::{AccountId, Slug};

use crate::column::Row;
use crate::error::StoreError;
use crate::tables::registrations::Model;

pub use find::{Agreed, Listed, RegistrationPage, Registrations, Wanted as WantedRegistrations};
pub use form::{FormRow, SavedForm};
pub use places::Stepped;
pub use receive::{Agreement, NewRegistration, Received, RegistrationWriter};

/// A registration as the subject of an act.
fn subject(number: u32) -> String {
    format!("registration {number}")
}

fn read(row: Model, congress: &Slug) -> Result<Registration, StoreError> {
    let of = Row::new("registrations", row.id);
    let since = of.instant("state_at", row.state_at)?;
    let answers: Answers = of.json("answers", &row.answers)?;
    Ok(Registration {
        id: RegistrationId(row.id),
        congress: congress.clone(),
        account: AccountId(row.account_id),
        number: of.number("number", row.number)?,
        state: State::of(&row.state, since).ok_or_else(|| of.wrong("state"))?,
        answers,
        lang: of.word("lang", &row.lang)?,
        received_at: of.instant("received_at", row.received_at)?,
    })
}
