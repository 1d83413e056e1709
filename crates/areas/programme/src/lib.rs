#![doc = include_str!("../README.md")]

mod card;
mod filter;
mod view;

mod changes;
mod door;
mod home;
mod look;
mod manifest;
mod mine;
mod offline;
mod people;
mod person;
mod programme;
mod robots;
mod room;
mod session;

mod addresses;
mod export_words;
mod exports;
mod files;
mod letters;
mod moved;
pub mod release;
mod release_page;

use axum::Router;
use axum::routing::{get, post};
use wiec_kit::app::App;
use wiec_kit::paths::words;
use wiec_model::Lang;

/// The addresses of this area in one language.
pub fn routes(lang: Lang) -> Router<App> {
    let words = words(lang);
    let calendar = words.calendar;
    let under = |first: &str, rest: &str| format!("/{first}/{rest}");
    let pages = Router::new()
        .route("/", get(home::get))
        .route(&format!("/{}", words.programme), get(programme::today))
        .route(&under(words.programme, "{day}"), get(programme::get))
        .route(&under(words.sessions, "{session}"), get(session::get))
        .route(&format!("/{}", words.people), get(people::get))
        .route(&under(words.people, "{person}"), get(person::get))
        .route(&under(words.room, "{room}"), get(room::get))
        .route(&under(words.door, "{room}"), get(door::get))
        .route(&format!("/{}", words.changes), get(changes::get))
        .route(&format!("/{}", words.mine), get(mine::get).post(mine::post))
        .route(&format!("/{}", words.look), post(look::post))
        .route("/offline", get(offline::get));
    let files = Router::new()
        .route(&format!("/{calendar}"), get(files::calendar))
        .route(
            &under(words.programme, &format!("{{day}}/{calendar}")),
            get(files::day_calendar),
        )
        .route(
            &under(words.room, &format!("{{room}}/{calendar}")),
            get(files::room_calendar),
        )
        .route(
            &under(words.sessions, &format!("{{session}}/{calendar}")),
            get(files::session_calendar),
        )
        .route(
            &under(words.mine, &format!("{{secret}}/{calendar}")),
            get(mine::calendar),
        )
        .route("/schedule.ics", get(files::calendar))
        .route("/schedule.xml", get(files::schedule_xml))
        .route("/schedule.json", get(files::schedule_json))
        .route("/schedule.csv", get(files::table))
        .route("/schedule.jsonld", get(files::linked_data))
        .route("/changes.atom", get(files::feed))
        .route("/offline/{bundle}", get(files::bundle))
        .route("/manifest.webmanifest", get(manifest::get))
        .route("/robots.txt", get(robots::get))
        .route("/sitemap.xml", get(robots::sitemap));
    let office = Router::new().route(
        &format!("/{}/{{congress}}/{}", words.office, words.release),
        get(release_page::get).post(release_page::post),
    );
    pages.merge(files).merge(office)
}
