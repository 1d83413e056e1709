//! The way out: a draft is deleted, what was sent is withdrawn, a place in the programme is given back and
//! goes to the next of the reserve.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use wiec_kit::acts::{Mine, OwnSubmission};
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Form};
use wiec_kit::frame::Frame;
use wiec_kit::messages::{Messages, messages};
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::AccountId;
use wiec_model::calls;
use wiec_store::Left;

use super::telling::tell_left;
use super::view;

#[derive(Template)]
#[template(path = "submitting_leave.html")]
struct LeavePage {
    frame: Frame,
    form: Form,
    heading: String,
    way: Way,
    sure: &'static str,
    back: String,
}

impl LeavePage {
    fn has_a_way(&self) -> bool {
        self.way != Way::None
    }
}

/// Which way there is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    /// A draft is deleted.
    Delete,
    /// What was sent is withdrawn.
    Withdraw,
    /// A place is given back.
    Decline,
    /// There is none any more.
    None,
}

impl Way {
    /// The way out of a submission for one of its authors. A draft is its submitter's to delete.
    fn of(mine: &Mine, account: AccountId) -> Result<Self, PageError> {
        Ok(match mine.submission.state {
            calls::State::Draft if mine.submission.account != Some(account) => {
                return Err(PageError::NotFound);
            }
            calls::State::Draft => Self::Delete,
            calls::State::Submitted { .. } | calls::State::Reserve { .. } => Self::Withdraw,
            calls::State::Accepted { .. } | calls::State::Confirmed { .. } => Self::Decline,
            _ => Self::None,
        })
    }

    fn says(self, m: &Messages) -> (&'static str, &'static str) {
        match self {
            Self::Delete => (m.submitting_leave_draft(), m.submitting_leave_draft_sure()),
            Self::Withdraw | Self::None => (
                m.submitting_leave_submitted(),
                m.submitting_leave_submitted_sure(),
            ),
            Self::Decline => (
                m.submitting_leave_chosen(),
                m.submitting_leave_chosen_sure(),
            ),
        }
    }
}

/// `GET /zgloszenia/{code}/wycofaj`
pub(super) async fn get(
    permit: Permit<OwnSubmission>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let way = Way::of(&permit.subject, permit.signed_in()?.account.id)?;
    let html = page(&app, &visit, &permit.subject, way, Form::fresh(visit.lang))?;
    Ok(respond::private(html))
}

/// `POST /zgloszenia/{code}/wycofaj`. Sent twice, the second finds it done.
#[tracing::instrument(name = "calls.leave", skip_all, fields(submission.code = %permit.subject.submission.code))]
pub(super) async fn post(
    permit: Permit<OwnSubmission>,
    State(app): State<App>,
    visit: Visit,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let mine = &permit.subject;
    let way = Way::of(mine, permit.signed_in()?.account.id)?;
    let mut form = Form::of(data, visit.lang);
    if way != Way::None {
        let (_, sure) = way.says(form.words());
        form.typed("sure", sure).required().checked();
    }
    if !form.is_valid() {
        return Ok(respond::again(page(&app, &visit, mine, way, form)?));
    }
    let (call, id) = (&mine.call, mine.submission.id);
    let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
    let left = match way {
        Way::Delete => {
            let is_deleted = tx.submissions().delete_draft(call, id).await?;
            tx.commit().await?;
            let (paths, code) = (visit.paths(), &mine.submission.code);
            // A co-author may have sent it meanwhile: then it is there still, and can be withdrawn.
            return Ok(respond::to(&if is_deleted {
                format!("{}?deleted", paths.submissions())
            } else {
                paths.submission(code)
            }));
        }
        Way::Withdraw => tx.submissions().withdraw(call, id).await?,
        Way::Decline => tx.submissions().decline(call, id).await?,
        Way::None => Left::Not(mine.submission.clone()),
    };
    if let Left::Now(gone, moved) = &left {
        tell_left(&mut tx, gone, moved.as_deref()).await?;
    }
    tx.commit().await?;
    Ok(respond::to(
        &visit.paths().submission(&mine.submission.code),
    ))
}

fn page(app: &App, visit: &Visit, mine: &Mine, way: Way, form: Form) -> Result<String, PageError> {
    let m = messages(visit.lang);
    let code = &mine.submission.code;
    let (title, sure) = way.says(m);
    let page = LeavePage {
        frame: view::frame(app, visit, &form.titled(title), |paths| {
            view::of(paths, code, |words| words.leave)
        }),
        heading: view::title(&mine.submission.words.title, m),
        back: visit.paths().submission(code),
        way,
        sure,
        form,
    };
    Ok(page.render()?)
}
