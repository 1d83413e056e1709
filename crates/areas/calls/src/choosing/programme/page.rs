//! The page on which what was chosen becomes the programme.

use askama::Template;
use wiec_kit::acts::ManageCall;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::{Choice, Form};
use wiec_kit::messages::Messages;
use wiec_kit::office::OfficeFrame;
use wiec_kit::permit::Permit;
use wiec_kit::visit::Visit;
use wiec_model::Session;
use wiec_model::calls::{Call, Submission};

use super::super::row::authors;
use super::super::view::{self, Around, Page};
use super::super::words;
use super::plan::{self, Plan};
use super::repair::stranded;
use super::{Known, makes_sessions};

#[derive(Template)]
#[template(path = "choosing_programme.html")]
struct ProgrammePage {
    frame: OfficeFrame,
    around: Around,
    form: Form,
    groups: Vec<Group>,
    outside: Vec<Talk>,
    choices: Vec<Choice>,
    sessions: Vec<Choice>,
    kinds: Vec<Choice>,
    placed: Vec<Placed>,
    stranded: Vec<Left>,
    swaps: Vec<Choice>,
    /// Whether sessions are made of what is chosen; posters are listed.
    makes: bool,
    open: usize,
}

/// A group on the page.
struct Group {
    number: u32,
    title: String,
    into: String,
    talks: Vec<Talk>,
    why: Vec<String>,
}

/// A talk on the page.
struct Talk {
    id: String,
    place: String,
    title: String,
    href: String,
    authors: String,
    track: String,
    tier: &'static str,
    state: &'static str,
    is_first: bool,
    is_last: bool,
}

/// A session in which something of the call stands.
struct Placed {
    title: String,
    href: String,
    when: bool,
    talks: Vec<(u32, String)>,
}

/// What stands in the programme and is chosen no more.
struct Left {
    id: String,
    swap: String,
    title: String,
    href: String,
    state: &'static str,
    session: String,
    is_found: bool,
}

/// The page, with the groups that the form says.
pub async fn html(
    app: &App,
    visit: &Visit,
    permit: &Permit<ManageCall>,
    known: &Known,
    form: Form,
) -> Result<String, PageError> {
    let call = &permit.subject.call;
    let m = form.words();
    let title = form.titled(m.choosing_programme());
    let (frame, around) = view::frame(app, visit, permit, Page::Programme, &title).await?;
    let Plan { groups, outside } = plan::read(form.data(), known);
    let least = form.value("least").parse().unwrap_or(1);
    let talk = |it: &Submission, at: usize, last: usize| talk(known, it, &frame, call, (at, last));
    let talks = |all: &[&Submission]| {
        let last = all.len().saturating_sub(1);
        let all = all.iter().enumerate();
        all.map(|(at, it)| talk(it, at, last))
            .collect::<Vec<Talk>>()
    };
    let shown: Vec<Group> = groups
        .iter()
        .map(|group| Group {
            number: group.number,
            title: plan::title(group.number),
            into: plan::into(group.number),
            talks: talks(&group.talks),
            why: plan::why(&group.talks, least, &known.draft, m),
        })
        .collect();
    let choices = std::iter::once(Choice::new(plan::OUTSIDE, m.choosing_outside())).chain(
        groups
            .iter()
            .map(|group| Choice::new(group.number, m.choosing_group(group.number))),
    );
    let page = ProgrammePage {
        choices: choices.collect(),
        outside: talks(&outside),
        sessions: sessions(known, call, m),
        kinds: known
            .draft
            .kinds
            .iter()
            .map(|kind| Choice::new(&kind.slug, kind.name.words(visit.lang)))
            .collect(),
        placed: placed(known, &frame),
        stranded: left(known, &frame, call),
        swaps: std::iter::once(Choice::new("", m.choosing_choose()))
            .chain(known.open().map(|it| Choice::new(it.id, &it.words.title)))
            .collect(),
        makes: makes_sessions(call),
        open: known.open().count(),
        groups: shown,
        frame,
        around,
        form,
    };
    Ok(page.render()?)
}

fn talk(
    known: &Known,
    it: &Submission,
    frame: &OfficeFrame,
    call: &Call,
    (at, last): (usize, usize),
) -> Talk {
    let m = frame.m;
    Talk {
        id: it.id.to_string(),
        place: plan::place(it.id),
        title: it.words.title.clone(),
        href: href(it, frame, call),
        authors: authors(&it.authors),
        track: view::track(&known.draft, it.words.track.as_ref(), m),
        tier: words::tier(it.words.tier, m),
        state: words::state(it.state.word(), m),
        is_first: at == 0,
        is_last: at == last,
    }
}

fn href(it: &Submission, frame: &OfficeFrame, call: &Call) -> String {
    let paths = &frame.paths;
    paths.office_submission(&call.congress, &call.slug, &it.code)
}

/// Sessions that talks can be added to: those of the kind first.
fn sessions(known: &Known, call: &Call, m: &Messages) -> Vec<Choice> {
    let kind = view::kind_of_session(call.setup.kind);
    let of_kind = |session: &&Session| session.kind.as_str() == kind;
    let all = known.draft.sessions.iter();
    let choice = |session: &Session| {
        let label = format!("{} · {}", session.code, session.title.words(m.lang()));
        Choice::new(&session.code, label)
    };
    std::iter::once(Choice::new("", m.choosing_new_session()))
        .chain(all.filter(of_kind).map(choice))
        .collect()
}

fn placed(known: &Known, frame: &OfficeFrame) -> Vec<Placed> {
    let lang = frame.m.lang();
    let mut found: Vec<(String, Placed)> = Vec::new();
    for place in &known.places {
        let Some(submission) = known.find(place.submission) else {
            continue;
        };
        let code = place.session.to_string();
        if found.last().is_none_or(|(last, _)| *last != code) {
            let session = known.draft.session(&code);
            let title = session.map_or("–", |session| session.title.words(lang));
            let placed = Placed {
                title: format!("{code} · {title}"),
                href: format!("{}/{code}", frame.part(frame.words().sessions)),
                when: session.is_some_and(|session| session.slot.is_some()),
                talks: Vec::new(),
            };
            found.push((code, placed));
        }
        if let Some((_, placed)) = found.last_mut() {
            let talk = (place.position + 1, submission.words.title.clone());
            placed.talks.push(talk);
        }
    }
    found.into_iter().map(|(_, placed)| placed).collect()
}

fn left(known: &Known, frame: &OfficeFrame, call: &Call) -> Vec<Left> {
    let m = frame.m;
    let left = stranded(known).into_iter().map(|it| {
        let submission = it.submission;
        let id = submission.id.to_string();
        Left {
            swap: format!("swap-{id}"),
            id,
            title: submission.words.title.clone(),
            href: href(submission, frame, call),
            state: words::state(submission.state.word(), m),
            session: it.session.map_or_else(String::new, |session| {
                format!("{} · {}", session.code, session.title.words(m.lang()))
            }),
            is_found: it.at.is_some(),
        }
    });
    left.collect()
}
