//! From what was chosen to the programme: a suggestion of how talks make sessions, changed by hand, and
//! made into sessions of the draft; and what stands there but is chosen no more.
//!
//! Nothing is put into the programme twice: what has a place is not offered again, and a form that was sent
//! twice finds its talks placed.

mod make;
mod page;
mod people;
mod plan;
mod repair;

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
use wiec_model::Programme;
use wiec_model::calls::{Call, CallKind, Submission, SubmissionId};
use wiec_store::SubmissionPlace;

use super::view::{self, Page};

/// The states of what was ever offered a place.
const STATES: [&str; 6] = [
    "accepted",
    "confirmed",
    "withdrawn",
    "declined",
    "rejected",
    "reserve",
];

/// What the pages of this part know of a call.
struct Known {
    draft: Programme,
    all: Vec<Submission>,
    places: Vec<SubmissionPlace>,
}

impl Known {
    async fn read(app: &App, permit: &Permit<ManageCall>) -> Result<Self, PageError> {
        let of = &permit.subject;
        let submissions = app.store.submissions();
        Ok(Self {
            draft: view::draft(app, &of.congress).await?,
            all: submissions.list(&of.congress, of.call.id, &STATES).await?,
            places: submissions.places(&of.congress).await?,
        })
    }

    fn find(&self, id: SubmissionId) -> Option<&Submission> {
        self.all.iter().find(|it| it.id == id)
    }

    fn place(&self, id: SubmissionId) -> Option<&SubmissionPlace> {
        self.places.iter().find(|place| place.submission == id)
    }

    /// What is chosen and stands nowhere yet.
    fn open(&self) -> impl Iterator<Item = &Submission> {
        let chosen = self.all.iter().filter(|it| it.state.is_chosen());
        chosen.filter(|it| self.place(it.id).is_none())
    }
}

/// What usually becomes of what is submitted to a call.
struct Usual {
    least: u32,
    most: u32,
    minutes: u32,
}

const fn usual(kind: CallKind) -> Usual {
    let (least, most, minutes) = match kind {
        CallKind::Kaleidoscope => (6, 8, 4),
        CallKind::Practice => (3, 4, 12),
        CallKind::Flop => (1, 12, 7),
        CallKind::Poster => (1, 40, 1),
    };
    Usual {
        least,
        most,
        minutes,
    }
}

/// Whether sessions are made of it: posters hang, and are listed.
const fn makes_sessions(call: &Call) -> bool {
    !matches!(call.setup.kind, CallKind::Poster)
}

/// `GET /biuro/{congress}/nabory/{call}/program?least=&most=`
pub async fn get(
    permit: Permit<ManageCall>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let known = Known::read(&app, &permit).await?;
    let query = view::query(&visit);
    let form = plan::suggest(&query, &known, &permit.subject.call, visit.lang);
    let html = page::html(&app, &visit, &permit, &known, form).await?;
    Ok(respond::private(html))
}

/// `POST /biuro/{congress}/nabory/{call}/program`: talks are moved, sessions are made of them, or what is
/// chosen no more is taken out.
#[tracing::instrument(name = "calls.programme", skip_all, fields(call.slug = %permit.subject.call.slug))]
pub async fn post(
    permit: Permit<ManageCall>,
    State(app): State<App>,
    visit: Visit,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let known = Known::read(&app, &permit).await?;
    let here = Page::Programme.path(&visit.paths(), &permit.subject);
    let act = data.get("act").unwrap_or_default().to_owned();
    let mut form = Form::of(data, visit.lang);
    let outcome = match act.split_once('.') {
        Some(("out", id)) => repair::take_out(&app, &permit, &known, &mut form, id).await?,
        Some(("swap", id)) => repair::swap(&app, &permit, &known, &mut form, id).await?,
        _ if act == "make" => make::make(&app, &permit, &known, &mut form).await?,
        _ => {
            let form = Form::of(plan::moved(form.data(), &act), visit.lang);
            let html = page::html(&app, &visit, &permit, &known, form).await?;
            return Ok(respond::private(html));
        }
    };
    match outcome {
        Outcome::Done => Ok(respond::to(&saved(&here))),
        Outcome::Not => {
            let html = page::html(&app, &visit, &permit, &known, form).await?;
            Ok(respond::again(html))
        }
        Outcome::Changed => {
            form.fail_whole(form.words().choosing_programme_changed());
            let known = Known::read(&app, &permit).await?;
            let html = page::html(&app, &visit, &permit, &known, form).await?;
            Ok(respond::clash(html))
        }
    }
}

/// What came of changing the programme.
enum Outcome {
    /// It is changed, or was so already.
    Done,
    /// It cannot be so; the form says why.
    Not,
    /// Somebody else changed it meanwhile.
    Changed,
}
