//! How the register stands: what waits to be read, and which consultation is late or soon will be.

use wiec_kit::dates;
use wiec_kit::error::PageError;
use wiec_kit::office::Part;
use wiec_model::consultation::{Requirement, Standing, State, check};

use super::{Desk, Task, Urgency};

/// So many days before something is due, it is a task.
const SOON_DAYS: u32 = 7;

/// Says what waits to be read, and what the law asks for soon.
pub(crate) async fn look(desk: &Desk<'_>, tasks: &mut Vec<Task>) -> Result<(), PageError> {
    if !desk.opens(Part::Register) {
        return Ok(());
    }
    let (m, store) = (desk.frame.m, &desk.app.store);
    let proposals = store.register().list(desk.congress).await?;
    let standings = store.remarks().standings(desk.congress).await?;
    let waiting: u32 = standings.values().map(|standing| standing.waiting).sum();
    if waiting > 0 {
        tasks.push(Task {
            urgency: Urgency::Due,
            what: m.desk_remarks_waiting(waiting),
            why: m.desk_remarks_waiting_why().to_owned(),
            link: Some((desk.path(Part::Register), m.desk_to_moderation().to_owned())),
        });
    }
    let now = desk.app.clock.now();
    for proposal in &proposals {
        let standing = standings.get(&proposal.id).copied().unwrap_or_default();
        let zone = &desk.frame.zone;
        let day = Standing::at(now, zone, standing.published, standing.unanswered);
        let title = proposal.about.title.words(m.lang());
        let link = Some((desk.path(Part::Register), m.desk_to_clock().to_owned()));
        tasks.extend(
            match pressing(&check(&proposal.consultation, day)) {
                Some(Pressing::Late) => Some((
                    Urgency::Wrong,
                    m.desk_clock_late(title),
                    m.desk_clock_late_why(),
                )),
                Some(Pressing::By(last)) => Some((
                    Urgency::Due,
                    m.desk_clock_due(dates::long_date(last, m.lang()), title),
                    m.desk_clock_due_why(),
                )),
                None => None,
            }
            .map(|(urgency, what, why)| Task {
                urgency,
                what,
                why: why.to_owned(),
                link,
            }),
        );
    }
    Ok(())
}

/// What of a consultation cannot wait.
enum Pressing {
    /// Something is late.
    Late,
    /// Something has to be done by a day.
    By(jiff::civil::Date),
}

fn pressing(requirements: &[Requirement]) -> Option<Pressing> {
    let is_late = |it: &Requirement| matches!(it.state, State::Missing { .. });
    if requirements.iter().any(is_late) {
        return Some(Pressing::Late);
    }
    let soon = requirements.iter().filter_map(|it| match it.state {
        State::DueBy { last, days_left } if days_left <= SOON_DAYS => Some(last),
        _ => None,
    });
    soon.min().map(Pressing::By)
}
