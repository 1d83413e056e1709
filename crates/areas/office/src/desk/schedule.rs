//! How the schedule stands: what is released, and how far the draft is from it.

use wiec_kit::dates;
use wiec_kit::error::PageError;
use wiec_kit::office::Part;
use wiec_model::changes::changes;
use wiec_model::release::ReleaseError;
use wiec_model::{Programme, Release};

use super::{Desk, Figure, Task, Urgency};

/// Says how the draft stands to the newest release.
pub(crate) async fn look(
    desk: &Desk<'_>,
    figures: &mut Vec<Figure>,
    tasks: &mut Vec<Task>,
) -> Result<(), PageError> {
    let store = &desk.app.store;
    let newest = store.releases().newest(desk.congress).await?;
    figures.push(released(desk, newest.as_ref()));
    if !desk.opens(Part::Schedule) {
        return Ok(());
    }
    let draft = store.drafts().find(desk.congress).await?;
    let draft = draft.ok_or(PageError::NotFound)?;
    figures.push(sessions(desk, &draft));
    tasks.extend(unscheduled(desk, &draft));
    tasks.extend(unreleased(desk, &draft, newest.as_ref()));
    Ok(())
}

fn released(desk: &Desk<'_>, newest: Option<&Release>) -> Figure {
    let m = desk.frame.m;
    let link = desk
        .opens(Part::Release)
        .then(|| (desk.path(Part::Release), m.desk_to_release().to_owned()));
    let Some(release) = newest else {
        return Figure {
            value: "–".to_owned(),
            label: m.office_unreleased().to_owned(),
            link,
        };
    };
    let date = dates::date_of(release.released_at, &desk.frame.zone);
    Figure {
        value: release.name.clone(),
        label: m.desk_released(dates::long_date(date, m.lang())),
        link,
    }
}

fn sessions(desk: &Desk<'_>, draft: &Programme) -> Figure {
    let m = desk.frame.m;
    Figure {
        value: draft.sessions.len().to_string(),
        label: m.desk_sessions(draft.sessions.len(), draft.rooms.len()),
        link: Some((desk.path(Part::Sessions), m.desk_to_sessions().to_owned())),
    }
}

fn unscheduled(desk: &Desk<'_>, draft: &Programme) -> Option<Task> {
    let m = desk.frame.m;
    let waiting = draft
        .sessions
        .iter()
        .filter(|session| session.slot.is_none());
    let count = waiting.count();
    (count > 0).then(|| Task {
        urgency: Urgency::Due,
        what: m.desk_unscheduled(count),
        why: m.desk_unscheduled_why().to_owned(),
        link: Some((desk.path(Part::Schedule), m.desk_to_schedule().to_owned())),
    })
}

/// What stands between the draft and a release, by trying to make one.
fn unreleased(desk: &Desk<'_>, draft: &Programme, newest: Option<&Release>) -> Option<Task> {
    let m = desk.frame.m;
    let link = desk
        .opens(Part::Release)
        .then(|| (desk.path(Part::Release), m.desk_to_release().to_owned()));
    let (urgency, what, why) = match Release::of(draft, newest, "", desk.app.clock.now()) {
        Ok(next) => {
            let count = newest.map_or(next.programme.sessions.len(), |newest| {
                changes(newest, &next).len()
            });
            (Urgency::Open, m.desk_changes(count), m.desk_changes_why())
        }
        Err(ReleaseError::Contradictory(problems) | ReleaseError::AddressTaken(problems)) => (
            Urgency::Wrong,
            m.desk_problems(problems.len()),
            m.desk_problems_why(),
        ),
        Err(ReleaseError::NothingScheduled | ReleaseError::NothingChanged(_)) => return None,
    };
    Some(Task {
        urgency,
        what,
        why: why.to_owned(),
        link,
    })
}
