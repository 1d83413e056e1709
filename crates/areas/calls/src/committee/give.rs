//! Saving a review as a draft, and giving it. What two windows say does not overwrite each other.

use axum::extract::State;
use axum::response::Response;
use wiec_kit::acts::ReviewSubmission;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Form};
use wiec_kit::messages::Messages;
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::calls::{Review, ReviewId, ReviewPhase, Submission};
use wiec_store::{ReviewSaved, ReviewWords};

use super::form::{Wanted, read};
use super::item::Bar;
use super::judging::{Facts, Forms, Refused, html};
use super::shown;

/// `POST /nabory/{call}/komisja/{code}`
#[tracing::instrument(name = "calls.review", skip_all, fields(submission.code = %shown::code(&permit.subject.seen)))]
pub(super) async fn post(
    permit: Permit<ReviewSubmission>,
    State(app): State<App>,
    visit: Visit,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let facts = Facts::read(&app, &permit).await?;
    let mut form = Form::of(data, visit.lang).keyed(&app.chance);
    if !facts.can_write() {
        return refused(&app, &visit, &permit, &facts, &form);
    }
    // What was given stays whole: the office counts it.
    let wanted = match form.value("act") {
        "give" => Wanted::Whole,
        _ if facts.is_given() => Wanted::Whole,
        _ => Wanted::AsItIs,
    };
    let Some(words) = read(&mut form, &permit.subject.call, wanted) else {
        let forms = with(Forms::fresh(&app, &visit, &facts), form, None);
        let html = html(&app, &visit, &permit.subject, &facts, forms)?;
        return Ok(respond::again(html));
    };
    let seen = form.value("seen").parse().unwrap_or_default();
    match save(&app, &permit, (seen, wanted), &words).await? {
        ReviewSaved::Saved(_) => {
            let path = visit.path();
            let said = if wanted == Wanted::Whole {
                "given"
            } else {
                "saved"
            };
            Ok(respond::to(&format!("{path}?{said}")))
        }
        ReviewSaved::Clash(now) => {
            // Read again: what they see may have changed with what the other window did.
            let facts = Facts::read(&app, &permit).await?;
            let form = form.replacing("seen", now.revision);
            let forms = with(Forms::fresh(&app, &visit, &facts), form, Some(now));
            let html = html(&app, &visit, &permit.subject, &facts, forms)?;
            Ok(respond::clash(html))
        }
    }
}

async fn save(
    app: &App,
    permit: &Permit<ReviewSubmission>,
    (seen, wanted): (u32, Wanted),
    words: &ReviewWords,
) -> Result<ReviewSaved, PageError> {
    let of = submission(app, permit).await?;
    let (account, now) = (permit.signed_in()?.account.id, app.clock.now());
    let fresh = ReviewId(app.chance.uuid(now));
    let mut tx = app.store.begin(permit.writer(), now).await?;
    let saved = match wanted {
        Wanted::Whole => tx.reviews().give(&of, account, fresh, seen, words).await?,
        Wanted::AsItIs => tx.reviews().save(&of, account, fresh, seen, words).await?,
    };
    if let ReviewSaved::Saved(_) = &saved {
        tx.commit().await?;
    }
    Ok(saved)
}

/// The submission itself, for the writers of the store.
pub(super) async fn submission(
    app: &App,
    permit: &Permit<ReviewSubmission>,
) -> Result<Submission, PageError> {
    let judged = &permit.subject;
    let (congress, id) = (judged.edition.slug(), shown::id(&judged.seen));
    let found = app.store.submissions().get(congress, id).await?;
    found.ok_or(PageError::NotFound)
}

/// Says why nothing was saved, with what was typed.
fn refused(
    app: &App,
    visit: &Visit,
    permit: &Permit<ReviewSubmission>,
    facts: &Facts,
    form: &Form,
) -> Result<Response, PageError> {
    let m = form.words();
    let fields = [
        ("for_committee", m.committee_for_committee()),
        ("for_authors", m.committee_for_authors()),
    ];
    let typed = fields.map(|(field, label)| (label, form.value(field).to_owned()));
    let typed = typed.into_iter().filter(|(_, words)| !words.is_empty());
    let mut forms = Forms::fresh(app, visit, facts);
    forms.refused = Some(Refused {
        why: why(m, facts),
        typed: typed.collect(),
    });
    let html = html(app, visit, &permit.subject, facts, forms)?;
    Ok(respond::again(html))
}

fn why(m: &Messages, facts: &Facts) -> &'static str {
    match (facts.bar, facts.phase) {
        (Bar::Own | Bar::Declared | Bar::Found, _) => m.committee_refused_barred(),
        (Bar::No, ReviewPhase::Over) => m.committee_refused_over(),
        (Bar::No, ReviewPhase::Waiting | ReviewPhase::Bids) => m.committee_refused_early(),
        (Bar::No, ReviewPhase::Reviewing | ReviewPhase::Discussion) => m.committee_refused_others(),
    }
}

fn with(forms: Forms, review: Form, clash: Option<Review>) -> Forms {
    Forms {
        review,
        clash,
        ..forms
    }
}
