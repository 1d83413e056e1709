//! The files of a release: made once, compressed once, kept in the store.

use std::sync::Arc;

use wiec_interchange::write::context::Context;
use wiec_interchange::write::ical::{Calendars, Selection};
use wiec_interchange::write::{feed, frab_json, frab_xml, linked_data, table};
use wiec_kit::app::App;
use wiec_kit::edition::Edition;
use wiec_kit::messages::messages;
use wiec_kit::rendered;
use wiec_model::{Lang, Release};
use wiec_store::Export;

use crate::addresses::Permanent;
use crate::export_words::ExportWords;
use crate::offline;

const CALENDAR: &str = "text/calendar; charset=utf-8";
const JSON: &str = "application/json";
/// Below this a compressed file is no smaller on the wire.
const WORTH_COMPRESSING_BYTES: usize = 900;
/// Files are made once and fetched often, but a release of 300 sessions must not take longer than a second.
const BROTLI_QUALITY: u32 = 6;

/// Makes all files of a release, in both languages.
///
/// `earlier` holds the releases before it, newest first, for the feed of changes.
///
/// # Errors
///
/// [`askama::Error`] if a page of the offline bundle cannot be rendered.
pub fn of(
    app: &App,
    edition: &Arc<Edition>,
    earlier: &[Release],
) -> Result<Vec<Export>, askama::Error> {
    let addresses = Permanent::new(app, edition);
    let context = match earlier.first() {
        Some(previous) => Context::after(previous, &edition.release, &addresses, &ExportWords),
        None => Context::of(&edition.release, &addresses, &ExportWords),
    };
    let mut exports = Vec::new();
    for lang in Lang::ALL {
        let mut add = |name: &str, media_type: &str, text: String| {
            exports.push(export(&key(lang, name), lang, media_type, text))
        };
        calendars(&context, edition, lang, &mut add);
        add(
            frab_xml::FILE,
            "application/xml; charset=utf-8",
            frab_xml::schedule(&context, lang),
        );
        add(frab_json::FILE, JSON, frab_json::schedule(&context, lang));
        add(
            table::FILE,
            "text/csv; charset=utf-8",
            table::csv(&context, lang),
        );
        add(
            "schedule.jsonld",
            "application/ld+json",
            linked_data::congress(&context, lang),
        );
        add(
            feed::FILE,
            "application/atom+xml; charset=utf-8",
            feed::atom(&context, earlier, lang),
        );
        add("offline.json", JSON, offline::bundle(app, edition, lang)?);
    }
    Ok(exports)
}

/// The name of a file in the store.
pub fn key(lang: Lang, name: &str) -> String {
    format!("{lang}/{name}")
}

/// What the files of a release depend on besides the release: where the site is, and which build of the
/// program made them.
pub fn base(app: &App) -> String {
    let build = env!("WIEC_FILES_BUILD");
    format!(
        "{} {build} {}",
        app.site.base,
        wiec_kit::assets::path("main.css")
    )
}

fn calendars(
    context: &Context<'_>,
    edition: &Edition,
    lang: Lang,
    add: &mut impl FnMut(&str, &str, String),
) {
    let calendars = Calendars::of(context, lang);
    let m = messages(lang);
    let programme = &edition.release.programme;
    let name = programme.name(lang);
    add(
        "all.ics",
        CALENDAR,
        calendars.calendar(Selection::All, name),
    );
    for day in &programme.days {
        let name = format!("{name}, {}", wiec_kit::dates::day_month(day.date, lang));
        add(
            &format!("day/{}.ics", day.number),
            CALENDAR,
            calendars.calendar(Selection::Day(day), &name),
        );
    }
    for room in &programme.rooms {
        let name = format!("{name}, {}", m.room_title(room.name.words(lang)));
        add(
            &format!("room/{}.ics", room.slug),
            CALENDAR,
            calendars.calendar(Selection::Room(room), &name),
        );
    }
    for entry in context.with_cancelled() {
        let name = entry.session.title.words(lang);
        let file = format!("session/{}.ics", entry.session.guid);
        add(
            &file,
            CALENDAR,
            calendars.calendar(Selection::Session(entry.session), name),
        );
    }
}

fn export(name: &str, lang: Lang, media_type: &str, text: String) -> Export {
    let identity = text.into_bytes();
    let worth = identity.len() >= WORTH_COMPRESSING_BYTES;
    Export {
        name: name.to_owned(),
        lang: Some(lang),
        media_type: media_type.to_owned(),
        etag: rendered::tag(&identity),
        brotli: worth.then(|| rendered::brotli(&identity, BROTLI_QUALITY)),
        gzip: worth.then(|| rendered::gzip(&identity)),
        identity,
    }
}
