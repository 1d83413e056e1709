//! Doing edits, and what may come of them.

use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::Form;
use wiec_kit::messages::Messages;
use wiec_model::edit::{Edit, FieldProblem, Proposed, Reason, Refusal, Thing};
use wiec_model::{Programme, Slug};
use wiec_store::{Actor, Changed, EditError, EditsError};

use crate::sheet::Sheet;

/// The field that says which state of a thing its form was made from.
pub const SEEN: &str = "seen";
/// The field that says it of a session's room and time.
pub const SEEN_SLOT: &str = "seen-slot";

/// What came of edits.
pub enum Outcome {
    /// They are done; what was edited or made.
    Done(Vec<Thing>),
    /// Somebody else changed the same thing since the form was shown.
    Changed(Box<Changed>),
    /// It cannot be so.
    Refused(Refusal),
}

/// Proposes edits by what their form had seen.
pub fn propose(edits: Vec<Edit>, form: &Form, prefix: &str) -> Vec<Proposed> {
    let seen = |edit: &Edit| {
        let name = match edit.thing()? {
            Thing::Slot(_) => SEEN_SLOT,
            _ => SEEN,
        };
        form.value(&format!("{prefix}{name}")).parse().ok()
    };
    let propose = |edit: Edit| Proposed {
        seen: seen(&edit),
        edit,
    };
    edits.into_iter().map(propose).collect()
}

/// Does all edits, or none.
pub async fn save(
    app: &App,
    writer: Actor,
    congress: &Slug,
    proposed: &[Proposed],
) -> Result<Outcome, PageError> {
    let mut tx = app.store.begin(writer, app.clock.now()).await?;
    let error = match tx.drafts().edit_all(congress, proposed).await {
        Ok(edited) => {
            tx.commit().await?;
            return Ok(Outcome::Done(edited.things));
        }
        Err(EditsError::All(error)) => error,
        Err(EditsError::Some(errors)) => {
            let first = errors.into_values().next();
            first.ok_or(PageError::Invalid)?
        }
    };
    match error {
        EditError::Refused(refusal) => Ok(Outcome::Refused(refusal)),
        EditError::Changed(changed) => Ok(Outcome::Changed(changed)),
        EditError::NoCongress(_) => Err(PageError::NotFound),
        EditError::Store(error) => Err(error.into()),
    }
}

/// Says in a form why something cannot be so, at the fields of its sheet; what none of them holds
/// is said above them.
pub fn refuse(form: &mut Form, m: &'static Messages, refusal: &Refusal, sheet: &Sheet) {
    match refusal {
        Refusal::Fields(problems) => {
            for FieldProblem { field, reason } in problems {
                let own = sheet.fields().find(|own| own.name == named(field));
                match own {
                    Some(own) => form.fail(&own.first_name(), &own.label, says(m, reason)),
                    None => form.fail_whole(format!("{field}: {}", says(m, reason))),
                }
            }
        }
        Refusal::InUse { by, .. } => form.fail_whole(m.plan_error_in_use(by.len())),
        Refusal::Gone(_) => form.fail_whole(m.plan_error_gone()),
        Refusal::Problems(problems) => {
            for problem in problems {
                form.fail_whole(m.plan_error_problem(problem.to_string()));
            }
        }
    }
}

/// The name that a sheet has for a field of the model.
fn named(field: &str) -> &str {
    match field {
        "default_minutes" => "minutes",
        "pace.closes" => "closes",
        "expected_participants" => "expected",
        "host_city_terc" => "terc",
        other => other,
    }
}

fn says(m: &'static Messages, reason: &Reason) -> String {
    match reason {
        Reason::Missing => m.form_required().to_owned(),
        Reason::Unknown(_) => m.form_choice().to_owned(),
        Reason::Taken(key) => m.plan_error_taken(key.as_str()),
        Reason::Repeated => m.plan_error_repeated().to_owned(),
        Reason::NotPositive => m.plan_error_positive().to_owned(),
        Reason::EndsBeforeItStarts => m.plan_error_ends_before().to_owned(),
        Reason::OnNoDay => m.plan_error_on_no_day().to_owned(),
        Reason::NotAnAddress => m.plan_error_url().to_owned(),
    }
}

/// The draft of a congress that a permit found.
pub async fn draft(app: &App, congress: &Slug) -> Result<Programme, PageError> {
    let draft = app.store.drafts().find(congress).await?;
    draft.ok_or(PageError::NotFound)
}
