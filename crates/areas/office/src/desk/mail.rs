//! What letters and jobs wait for somebody: drafts that nobody sent, and what was given up.

use wiec_kit::error::PageError;
use wiec_kit::office::{Part, sight};
use wiec_store::{JobsOf, Sight};

use super::{Desk, Figure, Task, Urgency};

/// Says how letters stand, and what went wrong.
pub(crate) async fn look(
    desk: &Desk<'_>,
    figures: &mut Vec<Figure>,
    tasks: &mut Vec<Task>,
) -> Result<(), PageError> {
    if !desk.opens(Part::Mail) {
        return Ok(());
    }
    let (m, store) = (desk.frame.m, &desk.app.store);
    let sight = sight(desk.actor, desk.congress);
    let letters = store.mails().counts(desk.congress, sight).await?;
    let count = |state: &str| letters.get(state).copied().unwrap_or(0);
    let link = || Some((desk.path(Part::Mail), m.desk_to_mail().to_owned()));
    figures.push(Figure {
        value: count("sent").to_string(),
        label: m.desk_sent(count("sent")),
        link: link(),
    });
    // Among the jobs are letters to people who registered, and a number is told of them too.
    let dead = match sight {
        Sight::All => {
            store
                .jobs()
                .counts(JobsOf::Congress(desk.congress))
                .await?
                .dead
        }
        Sight::NotRegistered => 0,
    };
    let waiting = [
        (
            Urgency::Wrong,
            dead,
            m.desk_dead_jobs(dead),
            m.desk_dead_jobs_why(),
        ),
        (
            Urgency::Wrong,
            count("failed"),
            m.desk_failed(count("failed")),
            m.desk_failed_why(),
        ),
        (
            Urgency::Open,
            count("draft"),
            m.desk_drafts(count("draft")),
            m.desk_drafts_why(),
        ),
    ];
    for (urgency, count, what, why) in waiting {
        if count > 0 {
            tasks.push(Task {
                urgency,
                what,
                why: why.to_owned(),
                link: link(),
            });
        }
    }
    Ok(())
}
