//! What looks wrong in a call and may be meant so: said, and no bar.

use jiff::Timestamp;
use wiec_kit::messages::Messages;
use wiec_model::calls::CallSetup;

/// What looks wrong with when it opens and closes.
pub fn of_window(setup: &CallSetup, now: Timestamp, m: &Messages) -> Vec<&'static str> {
    let window = &setup.window;
    let mut hints = Vec::new();
    if let (Some(opens), Some(closes)) = (window.opens_at, window.deadline())
        && closes <= opens
    {
        hints.push(m.calls_office_hint_closes_before());
    }
    if window.deadline().is_some_and(|deadline| deadline < now) {
        hints.push(m.calls_office_hint_closed());
    }
    if let (Some(closes), Some(extended)) = (window.closes_at, window.extended_to)
        && extended <= closes
    {
        hints.push(m.calls_office_hint_not_extended());
    }
    if window.closes_at.is_none() && window.extended_to.is_some() {
        hints.push(m.calls_office_hint_no_deadline());
    }
    hints
}

/// What looks wrong with how it is judged.
pub fn of_review(setup: &CallSetup, m: &Messages) -> Vec<&'static str> {
    let plan = &setup.review;
    let mut hints = Vec::new();
    if plan.criteria.is_empty() {
        hints.push(m.calls_office_hint_no_criteria());
    } else if plan.criteria.iter().all(|criterion| criterion.weight == 0) {
        hints.push(m.calls_office_hint_no_weight());
    }
    if plan.phases.is_empty() {
        hints.push(m.calls_office_hint_no_phases());
    }
    hints
}
