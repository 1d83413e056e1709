//! Deciding on registrations, on one or on many that are ticked. Each is told in a letter, and a place
//! that comes free goes to the next who waits.

use axum::extract::State;
use axum::response::Response;
use wiec_kit::acts::ManageRegistrations;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::CheckedForm;
use wiec_kit::office::{Part, saved};
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::jobs::About;
use wiec_model::registration::{RegistrationId, Step};
use wiec_store::Stepped;

use crate::submit::tell;

/// `POST /biuro/{congress}/rejestracje`: all that are ticked take the same step, in one transaction.
/// One that has taken it already stays where it is, so sending it twice is sending it once.
pub async fn post(
    permit: Permit<ManageRegistrations>,
    State(app): State<App>,
    visit: Visit,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let congress = &permit.subject;
    let step = match data.get("step") {
        Some("confirm") => Step::Confirm,
        Some("waitlist") => Step::Waitlist,
        Some("decline") => Step::Decline,
        _ => return Err(PageError::Invalid),
    };
    let about = app.store.registrations().form(congress).await?;
    let about = about.ok_or(PageError::NotFound)?.form;
    let ticked: Vec<RegistrationId> = data
        .all("registration")
        .map(str::parse)
        .collect::<Result<_, _>>()
        .map_err(|_| PageError::Invalid)?;
    let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
    for registration in ticked {
        let mut registrations = tx.registrations();
        let stepped = registrations
            .step(congress, registration, step, &about)
            .await?;
        match stepped {
            Stepped::Done {
                registration,
                promoted,
            } => {
                tell(&mut tx, &registration, About::Decision).await?;
                tx.jobs().tell_promoted(&promoted).await?;
            }
            Stepped::Already(_) | Stepped::Refused(_) => {}
            Stepped::Missing => return Err(PageError::NotFound),
        }
    }
    tx.commit().await?;
    let path = Part::Registrations.path(&visit.paths(), congress);
    Ok(respond::to(&saved(&path)))
}
