//! The list of things of one sort, and the way to a new one.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use wiec_kit::acts::EditDraft;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::Form;
use wiec_kit::messages::messages;
use wiec_kit::office::{OfficeFrame, Part};
use wiec_kit::paths::{Words, words};
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;

use crate::context::Context;
use crate::save::draft;
use crate::thing::{Thing, Titles};
use crate::thing_page;

#[derive(Template)]
#[template(path = "list.html")]
struct ListPage {
    frame: OfficeFrame,
    titles: Titles,
    heads: Vec<&'static str>,
    rows: Vec<Row>,
    new: String,
    tabs: Vec<Tab>,
}

struct Row {
    name: String,
    href: String,
    cells: Vec<String>,
}

/// A list beside this one.
pub struct Tab {
    /// What it is called.
    pub label: &'static str,
    /// Where it is.
    pub href: String,
    /// Whether it is this one.
    pub current: bool,
}

/// The part of the office that a list belongs to.
pub fn part_of(word: &str, words: &Words) -> Part {
    if word == words.rooms {
        Part::Rooms
    } else if word == words.people {
        Part::People
    } else if word == words.sessions {
        Part::Sessions
    } else {
        Part::Settings
    }
}

/// The pages of the settings, side by side.
pub fn settings_tabs(frame: &OfficeFrame, word: &str) -> Vec<Tab> {
    let (m, words) = (frame.m, frame.words());
    let pages = [
        (words.settings, m.plan_congress()),
        (words.days, m.plan_days()),
        (words.tracks, m.plan_tracks()),
        (words.kinds, m.plan_kinds()),
    ];
    if pages.iter().all(|(known, _)| *known != word) {
        return Vec::new();
    }
    let tab = |(known, label): (&'static str, &'static str)| Tab {
        label,
        href: frame.part(known),
        current: known == word,
    };
    pages.map(tab).into()
}

/// `GET /biuro/{congress}/sale`; with `?new` the page that makes one.
pub async fn get<T: Thing>(
    permit: Permit<EditDraft>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let programme = draft(&app, &permit.subject).await?;
    let context = Context::of(&programme, visit.lang);
    if visit.asks("new") {
        let form = T::sheet(None, &context).form(visit.lang);
        return thing_page::new_page::<T>(&app, &visit, &permit, &context, form).await;
    }
    let (m, word) = (messages(visit.lang), T::word(words(visit.lang)));
    let titles = T::titles(m);
    let slug = &permit.subject;
    let part = part_of(word, words(visit.lang));
    let frame = OfficeFrame::open(
        &app,
        &visit,
        &permit.actor,
        slug,
        part,
        titles.all,
        |paths| paths.in_office(slug, T::word(words(paths.lang()))),
    )
    .await?;
    let list = frame.part(word);
    let row = |thing: &T| Row {
        name: thing.name(&context),
        href: format!("{list}/{}", thing.key()),
        cells: thing.cells(&context),
    };
    let page = ListPage {
        rows: T::all(&programme).iter().map(row).collect(),
        heads: T::heads(m),
        new: format!("{list}?new"),
        tabs: settings_tabs(&frame, word),
        titles,
        frame,
    };
    Ok(respond::private(page.render()?))
}

/// A form as it was sent, for a page in the language of the visit.
pub fn sent(data: wiec_kit::form::FormData, visit: &Visit) -> Form {
    Form::of(data, visit.lang)
}
