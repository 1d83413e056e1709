//! What a speaker says on the way to the congress, each of a submission's authors for themselves: what they
//! need, when they can, whether they may be recorded.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use jiff::ToSpan;
use wiec_kit::acts::{Mine, OwnSubmission};
use wiec_kit::app::App;
use wiec_kit::dates;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Choice, Field, Form};
use wiec_kit::frame::Frame;
use wiec_kit::messages::messages;
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::availability::{Availability, Window};
use wiec_model::calls::{Preparation, RecordingConsent};
use wiec_model::{AccountId, Day, Programme};
use wiec_store::PreparationSaved;

use super::view;

/// The most letters of what somebody needs.
const NEEDS: usize = 2_000;

#[derive(Template)]
#[template(path = "submitting_prepare.html")]
struct PreparePage {
    frame: Frame,
    form: Form,
    heading: String,
    days: Vec<DayRow>,
    recordings: Vec<Choice>,
    back: String,
    action: String,
    owner: String,
}

/// A day of the congress, with the fields from when to when.
struct DayRow {
    label: String,
    from: Field,
    to: Field,
}

/// `GET /zgloszenia/{code}/przygotowanie`
pub(super) async fn get(
    permit: Permit<OwnSubmission>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let mine = chosen(&permit.subject)?;
    let account = permit.signed_in()?.account.id;
    let submissions = app.store.submissions();
    let said = submissions.prepared(mine.submission.id).await?;
    let own = said.into_iter().find(|one| one.account == account);
    let revision = own.as_ref().map_or(0, |one| one.revision);
    let words = own.map(|one| one.words).unwrap_or_default();
    let programme = &mine.edition.release.programme;
    let form = filled(Form::fresh(visit.lang), &words, programme).with("revision", revision);
    let html = page(&app, &visit, mine, account, form)?;
    Ok(respond::private(html))
}

/// `POST /zgloszenia/{code}/przygotowanie`
#[tracing::instrument(name = "calls.prepare", skip_all, fields(submission.code = %permit.subject.submission.code))]
pub(super) async fn post(
    permit: Permit<OwnSubmission>,
    State(app): State<App>,
    visit: Visit,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let mine = chosen(&permit.subject)?;
    let account = permit.signed_in()?.account.id;
    let mut form = Form::of(data, visit.lang);
    let seen = form.value("revision").parse();
    let seen: u32 = seen.map_err(|_| PageError::Invalid)?;
    let words = read(&mut form, &mine.edition.release.programme);
    if !form.is_valid() {
        let html = page(&app, &visit, mine, account, form)?;
        return Ok(respond::again(html));
    }
    let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
    let mut writer = tx.submissions();
    let saved = writer.prepare(&mine.call, &mine.submission, account, seen, &words);
    if let PreparationSaved::Clash(_) = saved.await? {
        drop(tx);
        let submissions = app.store.submissions();
        let said = submissions.prepared(mine.submission.id).await?;
        let own = said.iter().find(|one| one.account == account);
        let revision = own.map_or(0, |one| one.revision);
        let mut form = form.replacing("revision", revision);
        form.fail_whole(form.words().submitting_prepare_clash());
        let html = page(&app, &visit, mine, account, form)?;
        return Ok(respond::clash(html));
    }
    tx.commit().await?;
    let path = visit.paths().submission(&mine.submission.code);
    Ok(respond::to(&format!("{path}?prepared")))
}

/// Only speakers prepare.
fn chosen(mine: &Mine) -> Result<&Mine, PageError> {
    if mine.submission.state.is_chosen() {
        Ok(mine)
    } else {
        Err(PageError::NotFound)
    }
}

fn names(line: usize) -> [String; 2] {
    ["from", "to"].map(|word| format!("{word}.{line}"))
}

fn filled(mut form: Form, words: &Preparation, programme: &Programme) -> Form {
    let zone = programme.congress.zone.rules();
    let clock = |at| {
        let local = zone.to_datetime(at);
        format!("{:02}:{:02}", local.hour(), local.minute())
    };
    form = form
        .with("needs", &words.needs)
        .with("recording", words.recording.key());
    for (line, day) in programme.days.iter().enumerate() {
        let mut windows = words.availability.windows().iter();
        let window = windows.find(|window| programme.day_of(window.starts_at()) == Some(day));
        if let Some(window) = window {
            let [from, to] = names(line);
            form = form
                .with(&from, clock(window.starts_at()))
                .with(&to, clock(window.ends_at()));
        }
    }
    form
}

fn read(form: &mut Form, programme: &Programme) -> Preparation {
    let m = form.words();
    let needs = form.typed("needs", m.submitting_needs()).lines(NEEDS);
    let recording = form
        .typed("recording", m.submitting_recording())
        .choice(RecordingConsent::of);
    let days = programme.days.iter().enumerate();
    let windows: Vec<Window> = days
        .filter_map(|(line, day)| window(form, programme, (line, day)))
        .collect();
    Preparation {
        needs: needs.unwrap_or_default(),
        availability: Availability::of(windows),
        recording: recording.unwrap_or_default(),
    }
}

fn window(form: &mut Form, programme: &Programme, (line, day): (usize, &Day)) -> Option<Window> {
    let m = form.words();
    let [from, to] = names(line);
    if form.value(&from).is_empty() && form.value(&to).is_empty() {
        return None;
    }
    let date = dates::long_date(day.date, m.lang());
    let labels = [m.submitting_from(&*date), m.submitting_to(&*date)];
    let starts = form.typed(&from, &labels[0]).required().time();
    let ends = form.typed(&to, &labels[1]).required().time();
    let (starts, ends) = (starts?, ends?);
    let starts_at = programme.instant_on(day, starts);
    let mut ends_at = programme.instant_on(day, ends);
    // The day turns at five; "until five" is the end of its night.
    if ends_at < starts_at && ends < starts && ends.hour() <= 5 {
        ends_at = ends_at.checked_add(24.hours()).unwrap_or(ends_at);
    }
    let window = Window::new(starts_at, ends_at);
    if window.is_err() {
        form.fail(&to, &labels[1], m.submitting_ends_before());
    }
    window.ok()
}

fn page(
    app: &App,
    visit: &Visit,
    mine: &Mine,
    account: AccountId,
    form: Form,
) -> Result<String, PageError> {
    let (m, lang) = (messages(visit.lang), visit.lang);
    let code = &mine.submission.code;
    let days = mine.edition.release.programme.days.iter().enumerate();
    let row = |(line, day): (usize, &Day)| {
        let [from, to] = names(line);
        let date = dates::long_date(day.date, lang);
        DayRow {
            label: format!("{}, {date}", dates::weekday(day.date, lang)),
            from: form.time(&from, m.submitting_from(&*date)).silent(),
            to: form.time(&to, m.submitting_to(&*date)).silent(),
        }
    };
    let recordings = [
        (RecordingConsent::Yes, m.submitting_recording_yes()),
        (RecordingConsent::No, m.submitting_recording_no()),
    ];
    let page = PreparePage {
        frame: view::frame(app, visit, &form.titled(m.submitting_prepare()), |paths| {
            view::of(paths, code, |words| words.prepare)
        }),
        heading: view::title(&mine.submission.words.title, m),
        days: days.map(row).collect(),
        recordings: recordings
            .map(|(one, words)| Choice::new(one.key(), words))
            .to_vec(),
        back: visit.paths().submission(code),
        action: view::of(&visit.paths(), code, |words| words.prepare),
        owner: view::owner(app, account),
        form,
    };
    Ok(page.render()?)
}
