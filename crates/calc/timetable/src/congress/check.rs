//! Whether a congress makes sense before anybody plans it.

use crate::congress::problem::{Problem, Span};
use crate::congress::rules::{Rule, Strength};
use crate::error::{Malformed, ensure};

/// Four weeks: no congress is longer, and places stay few enough to be listed.
const LAST_MINUTE: u32 = 28 * 1440;
/// Soft costs together stay below a hard breach.
const HEAVIEST: u32 = 1_000;

pub(super) fn check(problem: &Problem) -> Result<(), Malformed> {
    let forward = |what: &str, span: Span| {
        ensure(span.from < span.to && span.to <= LAST_MINUTE, || {
            format!(
                "{what} is from minute {} to minute {}: it must end after it begins, within four weeks",
                span.from, span.to
            )
        })
    };
    for it in &problem.days {
        forward(&format!("the day {:?}", it.id), it.span)?;
    }
    for it in &problem.breaks {
        forward(&format!("the break {:?}", it.id), it.span)?;
    }
    for it in &problem.rooms {
        it.open
            .iter()
            .try_for_each(|&span| forward(&format!("a time of room {:?}", it.id), span))?;
    }
    for it in &problem.people {
        let what = format!("a time of {:?}", it.id);
        it.available
            .iter()
            .try_for_each(|&span| forward(&what, span))?;
    }
    for it in &problem.sessions {
        let what = format!("a time of session {:?}", it.id);
        it.windows
            .iter()
            .try_for_each(|&span| forward(&what, span))?;
        ensure((1..=LAST_MINUTE).contains(&it.minutes), || {
            format!(
                "session {:?} takes {} minutes; it must take 1 or more",
                it.id, it.minutes
            )
        })?;
        if let Some(pin) = it.pinned {
            let to = pin.start.saturating_add(it.minutes);
            forward(
                &format!("the pinned session {:?}", it.id),
                Span {
                    from: pin.start,
                    to,
                },
            )?;
        }
    }
    ensure(problem.step_minutes >= 1, || {
        "steps must be a minute or more".to_owned()
    })?;
    ensure(problem.turnover_minutes <= 1440, || {
        "changing over takes more than a day".to_owned()
    })?;
    let pairs = problem.order.iter().map(|it| (it.before, it.after));
    for (one, other) in problem.apart.iter().copied().chain(pairs) {
        ensure(one != other, || {
            format!(
                "session {:?} is compared with itself",
                problem.sessions[one].id
            )
        })?;
    }
    ensure(
        problem.sessions.len() < 20_000 && problem.rooms.len() < 20_000,
        || "more than twenty thousand of something is too many".to_owned(),
    )?;
    check_lists(problem)?;
    check_rules(problem)
}

/// What stands twice in a list would count twice.
fn check_lists(problem: &Problem) -> Result<(), Malformed> {
    for it in &problem.sessions {
        ensure(distinct(&it.people), || {
            format!("somebody is twice in session {:?}", it.id)
        })?;
    }
    for it in &problem.people {
        ensure(distinct(&it.favourites), || {
            format!("{:?} marked something twice", it.id)
        })?;
    }
    let pairs: Vec<_> = problem
        .order
        .iter()
        .map(|it| (it.before, it.after))
        .collect();
    ensure(distinct(&pairs), || {
        "an order of two sessions is given twice".to_owned()
    })
}

fn distinct<T: Ord>(list: &[T]) -> bool {
    let mut sorted: Vec<&T> = list.iter().collect();
    sorted.sort_unstable();
    sorted.windows(2).all(|pair| pair[0] != pair[1])
}

fn check_rules(problem: &Problem) -> Result<(), Malformed> {
    for rule in Rule::ALL {
        match problem.rules.strength(rule) {
            Strength::Hard => ensure(rule.may_be_hard(), || {
                format!("the rule {rule:?} can only be weighed or off")
            })?,
            Strength::Soft(weight) => ensure(rule.may_be_soft() && weight <= HEAVIEST, || {
                format!(
                    "the rule {rule:?} cannot count {weight}: at most {HEAVIEST}, and some rules are always hard"
                )
            })?,
            Strength::Off => ensure(rule.may_be_soft(), || {
                format!("the rule {rule:?} is always hard")
            })?,
        }
    }
    Ok(())
}
