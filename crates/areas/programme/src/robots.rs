//! What search engines are told: where the map of the site is, and what to leave alone.

use std::fmt::Write as _;
use std::sync::Arc;

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use wiec_kit::acts::{ReadProgramme, ReadSite};
use wiec_kit::app::App;
use wiec_kit::edition::Edition;
use wiec_kit::error::PageError;
use wiec_kit::paths::Paths;
use wiec_kit::permit::Permit;
use wiec_kit::rendered::Ready;
use wiec_kit::respond::{self, Keep};
use wiec_model::Lang;
use wiec_model::register::Proposal;

/// `GET /robots.txt`
pub async fn get(
    permit: Permit<ReadSite>,
    State(app): State<App>,
    asked: HeaderMap,
) -> Result<Response, PageError> {
    let () = permit.subject;
    let private = Lang::ALL
        .map(|lang| format!("Disallow: {}\n", Paths::current(lang).mine()))
        .concat();
    let text = format!(
        "User-agent: *\n{private}Sitemap: {}/sitemap.xml\n",
        app.site.base
    );
    Ok(respond::ready(
        Arc::new(Ready::new("text/plain; charset=utf-8", text)),
        &asked,
        Keep::Ask,
    )
    .await)
}

/// `GET /sitemap.xml`: every page of the edition under its permanent address, in both languages.
pub async fn sitemap(
    permit: Permit<ReadProgramme>,
    State(app): State<App>,
    asked: HeaderMap,
) -> Result<Response, PageError> {
    let edition = permit.subject;
    // Proposals are no part of the release: a new one is on the map a minute later.
    let minute = app.clock.now().as_second() / 60;
    let (slug, number) = (edition.slug(), edition.release.number);
    let key = format!("sitemap {slug} {number} {minute}");
    let ready = match app.rendered.find(&key) {
        Some(ready) => ready,
        None => {
            let map = map(&app.site.base, &edition, &app.proposals.of(slug));
            app.rendered.keep(key, Ready::new("application/xml", map))
        }
    };
    Ok(respond::ready(ready, &asked, Keep::Ask).await)
}

fn map(base: &str, edition: &Edition, proposals: &[Proposal]) -> String {
    let programme = &edition.release.programme;
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for lang in Lang::ALL {
        let paths = Paths::permanent(lang, edition.slug().clone()).absolute(base);
        let fixed = [
            paths.home(),
            paths.people(),
            paths.changes(),
            paths.proposals(),
            paths.recommendations(),
        ];
        let proposals = proposals.iter().map(|proposal| paths.proposal(proposal));
        let days = programme.days.iter().map(|day| paths.day(day));
        let sessions = programme
            .sessions
            .iter()
            .map(|session| paths.session(session));
        let people = programme.people.iter().map(|person| paths.person(person));
        let rooms = programme.rooms.iter().map(|room| paths.room(room));
        for address in fixed
            .into_iter()
            .chain(days)
            .chain(sessions)
            .chain(people)
            .chain(rooms)
            .chain(proposals)
        {
            // Addresses are made of slugs and the operator's own base: nothing to escape but ampersands there.
            writeln!(
                xml,
                "<url><loc>{}</loc></url>",
                address.replace('&', "&amp;")
            )
            .expect("a string takes all");
        }
    }
    xml.push_str("</urlset>\n");
    xml
}
