//! Whether the pages that the law asks for are there, and looked through in time.

use wiec_kit::dates;
use wiec_kit::error::PageError;
use wiec_kit::office::Part;
use wiec_model::notice::{Accessibility, NoticeKind, Privacy};

use super::{Desk, Task, Urgency};

/// The review of the accessibility statement is asked for so many days before it is due.
const AHEAD_DAYS: i32 = 60;

/// Says what is missing.
pub(crate) async fn look(desk: &Desk<'_>, tasks: &mut Vec<Task>) -> Result<(), PageError> {
    if !desk.opens(Part::Notices) {
        return Ok(());
    }
    let (m, notices) = (desk.frame.m, desk.app.store.notices());
    let link = Some((desk.path(Part::Notices), m.desk_to_notices().to_owned()));
    let statement = notices
        .find::<Accessibility>(desk.congress, NoticeKind::Accessibility)
        .await?;
    let privacy = notices
        .find::<Privacy>(desk.congress, NoticeKind::Privacy)
        .await?;
    match statement {
        None => tasks.push(Task {
            urgency: Urgency::Wrong,
            what: m.desk_no_statement().to_owned(),
            why: m.desk_no_statement_why().to_owned(),
            link: link.clone(),
        }),
        Some(statement) => tasks.extend(review(desk, &statement.fields, link.clone())),
    }
    if privacy.is_none() {
        tasks.push(Task {
            urgency: Urgency::Wrong,
            what: m.desk_no_privacy().to_owned(),
            why: m.desk_no_privacy_why().to_owned(),
            link,
        });
    }
    Ok(())
}

fn review(
    desk: &Desk<'_>,
    statement: &Accessibility,
    link: Option<(String, String)>,
) -> Option<Task> {
    let m = desk.frame.m;
    let today = dates::date_of(desk.app.clock.now(), &desk.frame.zone);
    let due = statement.next_review();
    let left = today.until(due).map_or(0, |span| span.get_days());
    if left > AHEAD_DAYS {
        return None;
    }
    Some(Task {
        urgency: if statement.is_overdue(today) {
            Urgency::Wrong
        } else {
            Urgency::Due
        },
        what: m.desk_review(dates::long_date(due, m.lang())),
        why: m.desk_review_why().to_owned(),
        link,
    })
}
