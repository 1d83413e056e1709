//! The texts that were chosen out of a call, by track and tier.

use askama::Template;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use wiec_kit::acts::ReadCall;
use wiec_kit::address::query;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::frame::Frame;
use wiec_kit::permit::Permit;
use wiec_kit::said::Said;
use wiec_kit::visit::Visit;
use wiec_model::Slug;
use wiec_model::calls::{Call, Submission, Tier};

use super::here::Here;
use super::public::{self, CHOSEN, Public, spoken};
use super::{send, words};

#[derive(Template)]
#[template(path = "reading_archive.html")]
struct ArchivePage {
    frame: Frame,
    call: Said,
    call_href: String,
    count: String,
    filters: [Filter; 2],
    texts: Vec<Line>,
    json: String,
    csv: String,
}

/// A choice in the form above the list.
struct Filter {
    name: &'static str,
    label: &'static str,
    all: &'static str,
    choices: Vec<(String, String, bool)>,
}

/// A text in the list.
struct Line {
    line: &'static str,
    track: Option<Said>,
    tier: Option<&'static str>,
    href: String,
    title: Said,
    spoken: Option<String>,
    authors: String,
}

/// What the address asks for.
struct Wanted {
    track: Option<Slug>,
    tier: Option<Tier>,
}

/// `GET /nabory/{call}/teksty?temat=mie&miejscowosc=mid_size`
#[tracing::instrument(name = "calls.archive", skip_all, fields(call.slug = %permit.subject.call.slug))]
pub async fn get(
    permit: Permit<ReadCall>,
    State(app): State<App>,
    visit: Visit,
    asked: HeaderMap,
) -> Result<Response, PageError> {
    let (here, call) = Here::in_call(&app, &visit, &permit.subject);
    let chosen = chosen(&here, call).await?;
    Ok(send(page(&here, call, &chosen)?, &asked).await)
}

/// All that was chosen out of a call, and told.
pub async fn chosen(here: &Here<'_>, call: &Call) -> Result<Vec<Submission>, PageError> {
    let submissions = here.app.store.submissions();
    Ok(submissions
        .list(here.edition.slug(), call.id, &CHOSEN)
        .await?)
}

fn page(here: &Here<'_>, call: &Call, chosen: &[Submission]) -> Result<String, PageError> {
    let (m, wanted) = (here.m(), wanted(here));
    let texts: Vec<Line> = chosen
        .iter()
        .filter_map(|one| public::of(one, call, &[]))
        .filter(|text| {
            let is_track = wanted.track.is_none() || text.track == wanted.track.as_ref();
            is_track && (wanted.tier.is_none() || text.tier == wanted.tier)
        })
        .map(|text| line(here, call, &text))
        .collect();
    let title = here.said(&call.setup.title);
    let heading = m.calls_read_texts_of(title.words());
    let place = |paths: &wiec_kit::paths::Paths| {
        paths.in_call(&call.slug, wiec_kit::paths::words(paths.lang()).texts)
    };
    let mut frame = here.frame(&heading, place);
    let files = frame.here.clone();
    frame.there += &question(&wanted, here.lang().other());
    if wanted.track.is_some() || wanted.tier.is_some() {
        frame = frame.unlisted();
    }
    let page = ArchivePage {
        call: title,
        call_href: here.paths().call(&call.slug),
        count: m.calls_read_texts_count(texts.len()),
        filters: filters(here, call, &wanted),
        texts,
        json: format!("{files}.json"),
        csv: format!("{files}.csv"),
        frame: frame.about(&heading),
    };
    Ok(page.render()?)
}

fn wanted(here: &Here<'_>) -> Wanted {
    let (track, tier) = words::filter(here.lang());
    Wanted {
        track: here.asked.get(track).and_then(|word| word.parse().ok()),
        tier: here.asked.get(tier).and_then(Tier::of),
    }
}

/// The same question in the words of a language.
fn question(wanted: &Wanted, lang: wiec_model::Lang) -> String {
    let (track, tier) = words::filter(lang);
    let asked_track = wanted.track.as_ref().map_or("", Slug::as_str);
    let asked_tier = wanted.tier.map_or("", Tier::key);
    query(&[(track, asked_track), (tier, asked_tier)])
}

fn filters(here: &Here<'_>, call: &Call, wanted: &Wanted) -> [Filter; 2] {
    let m = here.m();
    let (track, tier) = words::filter(here.lang());
    let tracks = here.tracks(call).map(|one| {
        let name = here.said(&one.name).words().to_owned();
        let is_chosen = wanted.track.as_ref() == Some(&one.slug);
        (one.slug.to_string(), name, is_chosen)
    });
    let tiers = call.setup.tiers.iter().map(|one| {
        let name = words::tier(*one, m).to_owned();
        (one.key().to_owned(), name, wanted.tier == Some(*one))
    });
    [
        Filter {
            name: track,
            label: m.calls_read_track(),
            all: m.calls_read_all_tracks(),
            choices: tracks.collect(),
        },
        Filter {
            name: tier,
            label: m.calls_read_tier(),
            all: m.calls_read_all_tiers(),
            choices: tiers.collect(),
        },
    ]
}

fn line(here: &Here<'_>, call: &Call, text: &Public<'_>) -> Line {
    let m = here.m();
    let track = text.track.and_then(|slug| here.track(slug));
    Line {
        line: here.line(text.track).key(),
        track: track.map(|track| here.said(&track.name)),
        tier: text.tier.map(|tier| words::tier(tier, m)),
        href: address(here.paths(), call, text),
        title: Said::new(&text.title),
        spoken: spoken(text.lang, here.lang()),
        authors: authors(text, m.calls_read_anonymous()),
    }
}

/// Where a text is read.
pub fn address(paths: &wiec_kit::paths::Paths, call: &Call, text: &Public<'_>) -> String {
    let words = wiec_kit::paths::words(paths.lang());
    paths.in_call(&call.slug, &format!("{}/{}", words.texts, text.code))
}

fn authors(text: &Public<'_>, nobody: &str) -> String {
    if text.authors.is_empty() {
        return nobody.to_owned();
    }
    let names: Vec<&str> = text.authors.iter().map(|it| it.name.as_str()).collect();
    names.join(", ")
}
