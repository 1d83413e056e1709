//! Everyone who appears in the programme, in alphabetical order. A role is enough.

use askama::Template;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use wiec_kit::acts::ReadProgramme;
use wiec_kit::app::App;
use wiec_kit::collate::sort_by_text;
use wiec_kit::error::PageError;
use wiec_kit::frame::{Frame, Section};
use wiec_kit::permit::Permit;
use wiec_kit::said::Said;
use wiec_kit::visit::Visit;
use wiec_model::{Lang, Person};

use crate::view::{self, Changes};

#[derive(Template)]
#[template(path = "people.html")]
struct PeoplePage {
    frame: Frame,
    people: Vec<Line>,
}

struct Line {
    name: Said,
    role: Option<Said>,
    sessions: usize,
    href: String,
}

/// `GET /osoby`
pub async fn get(
    permit: Permit<ReadProgramme>,
    State(app): State<App>,
    visit: Visit,
    asked: HeaderMap,
) -> Result<Response, PageError> {
    let edition = permit.subject;
    let reader = view::reader(&app, &visit, &edition).await?;
    view::send(
        &app,
        &visit,
        &edition,
        &reader,
        &asked,
        Changes::ByRelease,
        |_| {
            let programme = &edition.release.programme;
            let lang = reader.lang();
            let m = wiec_kit::messages::messages(lang);
            let frame = Frame::new(&app, Some(&edition), &reader, m.people_title(), |paths| {
                paths.people()
            })
            .within(Section::People)
            .about(m.people_about());
            let line = |person: &Person| Line {
                name: called(person, lang),
                role: person
                    .name
                    .as_ref()
                    .and(person.role.as_ref())
                    .map(|role| Said::of(role, lang)),
                sessions: programme
                    .sessions
                    .iter()
                    .filter(|session| session.people.iter().any(|one| one.person == person.guid))
                    .count(),
                href: reader.paths.person(person),
            };
            let mut people: Vec<Line> = programme.people.iter().map(line).collect();
            sort_by_text(&mut people, lang, |line| line.name.words().to_owned());
            PeoplePage { frame, people }.render()
        },
    )
    .await
}

/// What someone is called: their name, or who they are.
pub fn called(person: &Person, lang: Lang) -> Said {
    match (&person.name, &person.role) {
        (Some(name), _) => Said::new(name),
        (None, Some(role)) => Said::of(role, lang),
        (None, None) => Said::new(""),
    }
}
