//! Those who were chosen, on their way to the congress: what is missing of them, what they need, when they
//! can. What they need may tell of somebody's health, so it is nowhere but here.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use wiec_kit::acts::ManageCall;
use wiec_kit::app::App;
use wiec_kit::dates;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Form};
use wiec_kit::messages::Messages;
use wiec_kit::office::{OfficeFrame, saved};
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::availability::Availability;
use wiec_model::calls::{
    Call, FileInfo, Question, RecordingConsent, Required, State as Standing, Submission,
    SubmissionId,
};
use wiec_model::jobs::AboutSubmission;
use wiec_model::{AccountId, Zone};
use wiec_store::Prepared;

use super::view::{self, Around, Page};
use super::words;

type Files = BTreeMap<SubmissionId, Vec<FileInfo>>;

#[derive(Template)]
#[template(path = "choosing_speakers.html")]
struct SpeakersPage {
    frame: OfficeFrame,
    around: Around,
    form: Form,
    rows: Vec<Line>,
    /// In so many something is missing.
    missing: usize,
    /// The authors of so many can be reminded of it.
    reminded: usize,
}

/// A submission and its speakers.
struct Line {
    id: String,
    title: String,
    href: String,
    state: &'static str,
    missing: Vec<String>,
    can_remind: bool,
    speakers: Vec<Speaker>,
}

/// Somebody who comes.
struct Speaker {
    name: String,
    recording: &'static str,
    needs: String,
    can: Vec<String>,
}

/// `GET /biuro/{congress}/nabory/{call}/wystepujacy`
pub async fn get(
    permit: Permit<ManageCall>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let form = Form::fresh(visit.lang);
    Ok(respond::private(html(&app, &visit, &permit, form).await?))
}

/// `POST /biuro/{congress}/nabory/{call}/wystepujacy`: the authors of one, or of all, are reminded of what
/// is missing.
#[tracing::instrument(name = "calls.remind", skip_all, fields(call.slug = %permit.subject.call.slug))]
pub async fn post(
    permit: Permit<ManageCall>,
    State(app): State<App>,
    visit: Visit,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let of = &permit.subject;
    let wanted = data.get("remind").ok_or(PageError::Invalid)?.to_owned();
    let all = app.store.submissions();
    let chosen = all
        .list(&of.congress, of.call.id, &Standing::CHOSEN)
        .await?;
    let files = all.files_of_call(of.call.id).await?;
    let asked = chosen
        .iter()
        .filter(|it| wanted == "all" || it.id.to_string() == wanted);
    let jobs: Vec<_> = asked
        .flat_map(|it| {
            let questions = unanswered(&of.call, it, &files);
            let missing = questions.map(|question| AboutSubmission::Missing {
                question: question.key.clone(),
            });
            let confirm = matches!(it.state, Standing::Accepted { .. });
            let about = confirm.then_some(AboutSubmission::ConfirmSoon);
            about.into_iter().chain(missing).map(|about| (it.id, about))
        })
        .map(|(id, about)| about.job(&of.congress, id))
        .collect();
    let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
    tx.jobs().enqueue_all(&jobs).await?;
    tx.commit().await?;
    let here = Page::Speakers.path(&visit.paths(), of);
    Ok(respond::to(&saved(&here)))
}

/// The questions that have to be answered, now or later, and are not.
fn unanswered<'a>(
    call: &'a Call,
    submission: &'a Submission,
    files: &'a Files,
) -> impl Iterator<Item = &'a Question> {
    let files = files.get(&submission.id).map_or(&[][..], Vec::as_slice);
    let asked = call.setup.questions.iter();
    let asked = asked.filter(|question| question.required != Required::Never);
    asked.filter(move |question| !submission.answers(&question.key, files))
}

async fn html(
    app: &App,
    visit: &Visit,
    permit: &Permit<ManageCall>,
    form: Form,
) -> Result<String, PageError> {
    let of = &permit.subject;
    let m = form.words();
    let (frame, around) =
        view::frame(app, visit, permit, Page::Speakers, m.choosing_speakers()).await?;
    let all = app.store.submissions();
    let chosen = all
        .list(&of.congress, of.call.id, &Standing::CHOSEN)
        .await?;
    let files = all.files_of_call(of.call.id).await?;
    let prepared = all.prepared_of_call(of.call.id).await?;
    let prepared: BTreeMap<(SubmissionId, AccountId), Prepared> = prepared
        .into_iter()
        .map(|it| ((it.submission, it.account), it))
        .collect();
    let line = |it: &Submission| {
        let mut missing: Vec<String> = Vec::new();
        if matches!(it.state, Standing::Accepted { .. }) {
            missing.push(m.choosing_missing_confirmation().to_owned());
        }
        let questions = unanswered(&of.call, it, &files);
        missing.extend(questions.map(|one| one.label.words(visit.lang).to_owned()));
        let can_remind = !missing.is_empty();
        let speakers = speakers(it, &prepared, &frame.zone, m);
        let unsaid = words::recording(RecordingConsent::Unsaid, m);
        if speakers.iter().any(|speaker| speaker.recording == unsaid) {
            missing.push(m.choosing_missing_recording().to_owned());
        }
        Line {
            id: it.id.to_string(),
            title: it.words.title.clone(),
            href: frame
                .paths
                .office_submission(&of.congress, &of.call.slug, &it.code),
            state: words::state(it.state.word(), m),
            missing,
            can_remind,
            speakers,
        }
    };
    let rows: Vec<Line> = chosen.iter().map(line).collect();
    let page = SpeakersPage {
        missing: rows.iter().filter(|row| !row.missing.is_empty()).count(),
        reminded: rows.iter().filter(|row| row.can_remind).count(),
        rows,
        frame,
        around,
        form,
    };
    Ok(page.render()?)
}

fn speakers(
    of: &Submission,
    prepared: &BTreeMap<(SubmissionId, AccountId), Prepared>,
    zone: &Zone,
    m: &Messages,
) -> Vec<Speaker> {
    let coming = of.authors.iter().filter(|author| author.owns());
    coming
        .map(|author| {
            let said = author.account.and_then(|id| prepared.get(&(of.id, id)));
            let preparation = said.map(|it| it.words.clone()).unwrap_or_default();
            Speaker {
                name: author.about.name.clone(),
                recording: words::recording(preparation.recording, m),
                can: can(&preparation.availability, zone, m),
                needs: preparation.needs,
            }
        })
        .collect()
}

fn can(availability: &Availability, zone: &Zone, m: &Messages) -> Vec<String> {
    let windows = availability.windows().iter();
    windows
        .map(|window| {
            let from = dates::moment(window.starts_at(), zone, m.lang());
            format!("{from}–{}", dates::hour(window.ends_at(), zone))
        })
        .collect()
}
