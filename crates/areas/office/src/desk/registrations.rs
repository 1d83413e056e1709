//! How registration stands: who has a place, who waits, and on whom somebody has to decide.

use wiec_kit::error::PageError;
use wiec_kit::office::Part;

use super::{Desk, Figure, Task, Urgency};

/// Says how many have a place, and who waits for an answer.
pub(crate) async fn look(
    desk: &Desk<'_>,
    figures: &mut Vec<Figure>,
    tasks: &mut Vec<Task>,
) -> Result<(), PageError> {
    if !desk.opens(Part::Registrations) {
        return Ok(());
    }
    let m = desk.frame.m;
    let counts = desk.app.store.registrations().counts(desk.congress).await?;
    let count = |state: &str| counts.get(state).copied().unwrap_or(0);
    let placed = count("confirmed") + count("checked_in");
    let link = || {
        let path = desk.path(Part::Registrations);
        Some((path, m.desk_to_registrations().to_owned()))
    };
    figures.push(Figure {
        value: placed.to_string(),
        label: m.desk_placed(placed, count("waitlisted")),
        link: link(),
    });
    let undecided = count("submitted");
    if undecided > 0 {
        tasks.push(Task {
            urgency: Urgency::Due,
            what: m.desk_undecided(undecided),
            why: m.desk_undecided_why().to_owned(),
            link: link(),
        });
    }
    Ok(())
}
