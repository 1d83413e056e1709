//! Deciding: on all that is ticked, or on one. What is decided is pending; nobody outside of the office
//! hears of it.
//!
//! All of it or nothing: whoever ticks what is their own, or what somebody else decided on meanwhile, is
//! told which, and everything stays as it was.

use std::collections::BTreeMap;

use axum::extract::State;
use axum::response::Response;
use wiec_kit::acts::ManageCall;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Form};
use wiec_kit::office::saved;
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::AccountId;
use wiec_model::calls::{
    Decision, MayDecide, Pending, State as Standing, Submission, SubmissionId,
};
use wiec_store::{DecisionRefused, Tx};

use super::decider::Decider;
use super::table::html;
use super::view::{self, Page};
use super::wanted::Wanted;

/// The longest reason for a decision.
const REASON: usize = 1000;

/// What is to be done.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Act {
    Decide(Decision),
    Undo,
}

impl Act {
    fn of(word: &str) -> Option<Self> {
        match word {
            "undo" => Some(Self::Undo),
            word => Decision::of(word).map(Self::Decide),
        }
    }
}

/// What to do with which rows, each with the decision that was seen, by its key.
struct Asked {
    act: Act,
    rows: Vec<(SubmissionId, String)>,
    reason: Option<String>,
}

/// What came of it.
enum Done {
    All,
    /// Nothing was done, because of these; by their titles.
    Not(Vec<(String, Why)>),
}

/// Why something was not decided.
enum Why {
    Own,
    State,
    Meanwhile,
}

/// `POST /biuro/{congress}/nabory/{call}/zgloszenia`
///
/// Sent twice, it is decided once: a decision that stands already as it is asked for is left alone.
#[tracing::instrument(name = "calls.decide", skip_all, fields(call.slug = %permit.subject.call.slug))]
pub async fn post(
    permit: Permit<ManageCall>,
    State(app): State<App>,
    visit: Visit,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let mut form = Form::of(data, visit.lang);
    let Some(asked) = read(&mut form)? else {
        return Ok(respond::again(html(&app, &visit, &permit, form).await?));
    };
    let of = &permit.subject;
    let decider = Decider::read(&app, of, &permit.signed_in()?.account).await?;
    let all = app.store.submissions();
    let all = all
        .list(&of.congress, of.call.id, &Standing::JUDGED)
        .await?;
    let known = all.into_iter().map(|one| (one.id, one)).collect();
    let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
    match carry_out(&mut tx, &permit, &decider, &known, &asked).await? {
        Done::All => {
            tx.commit().await?;
            let wanted = Wanted::of(&view::query(&visit));
            let here = Page::Table.path(&visit.paths(), of);
            Ok(respond::to(&saved(&format!(
                "{here}{}",
                wanted.at(wanted.page)
            ))))
        }
        Done::Not(reasons) => {
            tx.give_up().await?;
            refuse(&mut form, &reasons);
            Ok(respond::again(html(&app, &visit, &permit, form).await?))
        }
    }
}

fn read(form: &mut Form) -> Result<Option<Asked>, PageError> {
    let m = form.words();
    let reason = form.typed("reason", m.choosing_reason()).lines(REASON);
    let one = form.data().get("one").map(str::to_owned);
    let (act, ticks) = match &one {
        Some(one) => {
            let (act, tick) = one.split_once('.').ok_or(PageError::Invalid)?;
            (act.to_owned(), vec![tick.to_owned()])
        }
        None => {
            let ticks = form.data().all("row").map(str::to_owned);
            (form.value("act").to_owned(), ticks.collect())
        }
    };
    let act = Act::of(&act).ok_or(PageError::Invalid)?;
    if ticks.is_empty() {
        form.fail_whole(m.choosing_none_ticked());
    }
    let rows: Result<Vec<_>, PageError> = ticks.iter().map(|tick| named(tick)).collect();
    let rows = rows?;
    Ok(form.is_valid().then_some(Asked { act, rows, reason }))
}

fn named(tick: &str) -> Result<(SubmissionId, String), PageError> {
    let (id, seen) = tick.split_once('.').ok_or(PageError::Invalid)?;
    let id = id.parse().map_err(|_| PageError::Invalid)?;
    Ok((id, seen.to_owned()))
}

async fn carry_out(
    tx: &mut Tx,
    permit: &Permit<ManageCall>,
    decider: &Decider,
    known: &BTreeMap<SubmissionId, Submission>,
    asked: &Asked,
) -> Result<Done, PageError> {
    let call = &permit.subject.call;
    let mut not = Vec::new();
    for (id, seen) in &asked.rows {
        let shown = known.get(id).ok_or(PageError::Invalid)?;
        let title = || shown.words.title.clone();
        let may = decider.may(shown);
        if may == MayDecide::NotAtAll {
            not.push((title(), Why::Own));
            continue;
        }
        let now = tx.submissions().locked(call, *id).await?;
        if is_done(now.pending.as_ref(), (decider.id(), may), asked) {
            continue;
        }
        let stands = now.pending.as_ref().map_or("none", |it| it.decision.key());
        if stands != seen {
            not.push((title(), Why::Meanwhile));
            continue;
        }
        let Act::Decide(decision) = asked.act else {
            tx.submissions().undecide(call, *id).await?;
            continue;
        };
        let (reason, by) = (asked.reason.clone(), (decider.id(), may));
        let mut submissions = tx.submissions();
        match submissions.decide(call, *id, decision, reason, by).await? {
            Ok(_) => {}
            Err(DecisionRefused::Own) => not.push((title(), Why::Own)),
            Err(DecisionRefused::State) => not.push((title(), Why::State)),
        }
    }
    Ok(if not.is_empty() {
        Done::All
    } else {
        Done::Not(not)
    })
}

/// Whether what is asked for stands already, said by the same person who may decide as they might then.
fn is_done(pending: Option<&Pending>, by: (AccountId, MayDecide), asked: &Asked) -> bool {
    match (asked.act, pending) {
        (Act::Undo, pending) => pending.is_none(),
        (Act::Decide(decision), Some(pending)) => {
            (pending.decision, &pending.reason) == (decision, &asked.reason)
                && (pending.by, pending.may) == by
        }
        (Act::Decide(_), None) => false,
    }
}

fn refuse(form: &mut Form, reasons: &[(String, Why)]) {
    let m = form.words();
    for (title, why) in reasons {
        let title = title.as_str();
        form.fail_whole(match why {
            Why::Own => m.choosing_refused_own(title),
            Why::State => m.choosing_refused_state(title),
            Why::Meanwhile => m.choosing_refused_meanwhile(title),
        });
    }
}
