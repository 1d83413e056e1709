#![doc = include_str!("../README.md")]

mod context;
mod sheet;
mod thing;
mod things;

mod clash;
mod save;

mod availability_page;
mod congress_page;
mod contact_page;
mod list;
mod thing_page;

mod schedule;
mod schedule_page;
mod table;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::get;
use wiec_kit::app::App;
use wiec_kit::paths::words;
use wiec_model::{Day, Kind, Lang, Person, Room, Session, Track};

use thing::Thing;

/// A table of many sessions is one form, larger than others.
const TABLE_BYTES: usize = 4 << 20;

/// The addresses of this area in one language.
pub fn routes(lang: Lang) -> Router<App> {
    let words = words(lang);
    let office = format!("/{}/{{congress}}", words.office);
    let sessions = get(table::get)
        .post(table::post)
        .layer(DefaultBodyLimit::max(TABLE_BYTES));
    Router::new()
        .merge(of::<Day>(lang, &office))
        .merge(of::<Room>(lang, &office))
        .merge(of::<Track>(lang, &office))
        .merge(of::<Kind>(lang, &office))
        .merge(of::<Person>(lang, &office))
        .route(&format!("{office}/{}", words.sessions), sessions)
        .route(
            &format!("{office}/{}/{{key}}", words.sessions),
            get(thing_page::get::<Session>).post(thing_page::post::<Session>),
        )
        .route(
            &format!("{office}/{}", words.settings),
            get(congress_page::get).post(congress_page::post),
        )
        .route(
            &format!("{office}/{}/{{key}}/{}", words.people, words.mail),
            get(contact_page::get).post(contact_page::post),
        )
        .route(
            &format!("{office}/{}", words.availability),
            get(availability_page::get).post(availability_page::post),
        )
        .route(
            &format!("{office}/{}", words.schedule),
            get(schedule_page::first),
        )
        .route(
            &format!("{office}/{}/{{day}}", words.schedule),
            get(schedule_page::get).post(schedule_page::post),
        )
}

/// A list, and a page for each of it.
fn of<T: Thing>(lang: Lang, office: &str) -> Router<App> {
    let list = format!("{office}/{}", T::word(words(lang)));
    Router::new()
        .route(&list, get(list::get::<T>).post(thing_page::create::<T>))
        .route(
            &format!("{list}/{{key}}"),
            get(thing_page::get::<T>).post(thing_page::post::<T>),
        )
}
