//! The next release, before it is one: what would change, what is not ready, and the button.
//!
//! Only a contradiction stands in its way. The form knows the draft that was looked at; if it is
//! another by then, the page is shown again.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use wiec_kit::acts::MakeRelease;
use wiec_kit::app::App;
use wiec_kit::conflict_words::{ConflictWords, person_name};
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Form};
use wiec_kit::messages::{Messages, messages};
use wiec_kit::office::{OfficeFrame, Part};
use wiec_kit::paths::words;
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::confirmation::Confirmation;
use wiec_model::release::{Preview, ReleaseError};
use wiec_model::{Lang, Session};

use crate::changes::tag;
use crate::release::{self, Releasing, ReleasingError};

const NAME_LENGTH: usize = 80;
const NOTE_LENGTH: usize = 2_000;

#[derive(Template)]
#[template(path = "release.html")]
struct ReleasePage {
    frame: OfficeFrame,
    form: Form,
    about: String,
    seen: String,
    changes: Vec<ChangeLine>,
    unconfirmed: Vec<PartLine>,
    unscheduled: Vec<SessionLine>,
    conflicts: Vec<ConflictWords>,
    affected: usize,
    obstacle: Vec<String>,
    done: Option<Done>,
    schedule: String,
    mail: String,
}

struct ChangeLine {
    title: String,
    href: String,
    tags: Vec<&'static str>,
}

struct PartLine {
    who: String,
    session: SessionLine,
    state: &'static str,
    is_declined: bool,
}

struct SessionLine {
    title: String,
    href: String,
}

/// What was just released.
struct Done {
    said: String,
    letters: u64,
    unreachable: usize,
}

/// `GET /biuro/{congress}/ogloszenie`
pub async fn get(
    permit: Permit<MakeRelease>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let preview = preview(&app, &permit).await?;
    let next = preview.previous.as_ref().map_or(1, |last| last.number + 1);
    let form = Form::fresh(visit.lang).with("name", format!("{next}.0"));
    let html = page(&app, &visit, &permit, preview, form, None).await?;
    Ok(respond::private(html))
}

/// `POST /biuro/{congress}/ogloszenie`
///
/// Pages, feed and calendars are those of the new release when this returns; letters to those whom it
/// concerns wait in the outbox.
pub async fn post(
    permit: Permit<MakeRelease>,
    State(app): State<App>,
    visit: Visit,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let m = messages(visit.lang);
    let mut form = Form::of(data, visit.lang);
    let name = form
        .typed("name", m.release_called())
        .required()
        .text(NAME_LENGTH);
    let note = form
        .typed("note", m.release_note())
        .bilingual(NOTE_LENGTH, None);
    let Some(name) = name.filter(|_| form.is_valid()) else {
        return again(&app, &visit, &permit, form).await;
    };
    let releasing = Releasing {
        name,
        note,
        seen: form.value("seen").parse().ok(),
    };
    if releasing.seen.is_none() {
        form.fail_whole(m.release_draft_changed());
        return again(&app, &visit, &permit, form).await;
    }
    match release::release(&app, &permit.subject, permit.writer(), &releasing).await {
        Ok(released) => {
            let served = app.editions.served();
            let current = served.current().map(|edition| edition.slug().clone());
            app.editions.refresh(&app.store, current.as_ref()).await?;
            let done = Done {
                said: m.release_done(releasing.name.as_str(), released.release.number),
                letters: released.letters,
                unreachable: released.unreachable.len(),
            };
            let preview = preview(&app, &permit).await?;
            let form = Form::fresh(visit.lang);
            let html = page(&app, &visit, &permit, preview, form, Some(done)).await?;
            Ok(respond::private(html))
        }
        Err(ReleasingError::DraftChanged) => {
            form.fail_whole(m.release_draft_changed());
            again(&app, &visit, &permit, form).await
        }
        Err(ReleasingError::Draft(error)) => {
            for says in obstacle(&error, m) {
                form.fail_whole(says);
            }
            again(&app, &visit, &permit, form).await
        }
        Err(ReleasingError::NoCongress(_)) => Err(PageError::NotFound),
        Err(error) => Err(PageError::Internal(anyhow::Error::new(error))),
    }
}

async fn preview(app: &App, permit: &Permit<MakeRelease>) -> Result<Preview, PageError> {
    let preview = release::preview(app, &permit.subject).await?;
    preview.ok_or(PageError::NotFound)
}

async fn again(
    app: &App,
    visit: &Visit,
    permit: &Permit<MakeRelease>,
    form: Form,
) -> Result<Response, PageError> {
    let preview = preview(app, permit).await?;
    let html = page(app, visit, permit, preview, form, None).await?;
    Ok(respond::again(html))
}

/// What stands in the way of a release.
fn obstacle(error: &ReleaseError, m: &'static Messages) -> Vec<String> {
    match error {
        ReleaseError::NothingScheduled => vec![m.release_nothing_scheduled().to_owned()],
        ReleaseError::NothingChanged(number) => vec![m.release_nothing_changed(*number)],
        ReleaseError::Contradictory(problems) | ReleaseError::AddressTaken(problems) => problems
            .iter()
            .map(|problem| m.release_problem(problem.to_string()))
            .collect(),
    }
}

async fn page(
    app: &App,
    visit: &Visit,
    permit: &Permit<MakeRelease>,
    preview: Preview,
    form: Form,
    done: Option<Done>,
) -> Result<String, PageError> {
    let (m, slug, lang) = (messages(visit.lang), &permit.subject, visit.lang);
    let title = form.titled(m.office_release());
    let frame = OfficeFrame::open(
        app,
        visit,
        &permit.actor,
        slug,
        Part::Release,
        &title,
        |paths| Part::Release.path(paths, slug),
    )
    .await?;
    let sessions = frame.part(words(lang).sessions);
    let line = |session: &Session| SessionLine {
        title: session.title.words(lang).to_owned(),
        href: format!("{sessions}/{}", session.code),
    };
    let changes = preview.changes().into_iter().map(|change| {
        let line = line(change.session);
        let tags = change.events.iter().map(|event| tag(event, m));
        ChangeLine {
            title: line.title,
            href: line.href,
            tags: tags.collect(),
        }
    });
    let programme = &preview.draft;
    let unconfirmed = preview.unconfirmed().into_iter().map(|one| {
        let person = programme.person(one.appearance.person);
        PartLine {
            who: person
                .map(|person| person_name(person, lang))
                .unwrap_or_default(),
            session: line(one.session),
            state: state(&one.confirmation, m),
            is_declined: matches!(one.confirmation, Confirmation::Declined { .. }),
        }
    });
    let conflicts = preview.conflicts.iter();
    let page = ReleasePage {
        about: about(&preview, lang),
        seen: preview.fingerprint().to_string(),
        changes: changes.collect(),
        unconfirmed: unconfirmed.collect(),
        unscheduled: preview.unscheduled().into_iter().map(line).collect(),
        conflicts: conflicts
            .map(|conflict| ConflictWords::of(conflict, programme, lang))
            .collect(),
        affected: preview.affected().len(),
        obstacle: preview
            .next
            .as_ref()
            .err()
            .map(|error| obstacle(error, m))
            .unwrap_or_default(),
        schedule: frame.part(words(lang).schedule),
        mail: frame.part(words(lang).mail),
        done,
        form,
        frame,
    };
    Ok(page.render()?)
}

fn about(preview: &Preview, lang: Lang) -> String {
    let m = messages(lang);
    match &preview.previous {
        Some(last) => m.release_last(last.name.as_str(), last.number),
        None => m.release_first().to_owned(),
    }
}

fn state(confirmation: &Confirmation, m: &'static Messages) -> &'static str {
    match confirmation {
        Confirmation::Unasked => m.release_unasked(),
        Confirmation::Asked { .. } => m.release_asked(),
        Confirmation::Confirmed { .. } => m.release_confirmed(),
        Confirmation::Declined { .. } => m.release_declined(),
    }
}
