//! Figures for the funder: where people come from, with small figures hidden.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use wiec_kit::acts::ReadStatistics;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::messages::{Messages, messages};
use wiec_kit::office::{OfficeFrame, Part};
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::registration::Environment;
use wiec_model::registration::statistics::{
    FEWEST, Figure, TownSize, VOIVODESHIPS, table, voivodeship,
};

use crate::towns;

#[derive(Template)]
#[template(path = "statistics.html")]
struct StatisticsPage {
    frame: OfficeFrame,
    about: String,
    tables: Vec<Shown>,
}

/// A table on the page.
struct Shown {
    id: &'static str,
    title: &'static str,
    rows: Vec<(String, String)>,
    total: String,
}

/// `GET /biuro/{congress}/statystyka`
pub async fn get(
    permit: Permit<ReadStatistics>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let congress = &permit.subject;
    let m = messages(visit.lang);
    let people = app.store.registrations().figures(congress).await?;
    let mut environments: BTreeMap<Environment, u32> =
        Environment::ALL.into_iter().map(|one| (one, 0)).collect();
    let mut sizes: BTreeMap<TownSize, u32> =
        TownSize::ALL.into_iter().map(|one| (one, 0)).collect();
    let mut regions: BTreeMap<&str, u32> =
        VOIVODESHIPS.iter().map(|(_, name)| (*name, 0)).collect();
    regions.insert(m.statistics_unknown(), 0);
    for (environment, terc) in &people {
        let environment = Environment::from_key(environment).unwrap_or(Environment::Other);
        *environments.entry(environment).or_default() += 1;
        *sizes.entry(towns::size(terc.as_deref())).or_default() += 1;
        let region = terc.as_deref().and_then(voivodeship);
        *regions
            .entry(region.unwrap_or(m.statistics_unknown()))
            .or_default() += 1;
    }
    let part = Part::Registrations;
    let frame = OfficeFrame::open(
        &app,
        &visit,
        &permit.actor,
        congress,
        part,
        m.statistics_title(),
        |paths| {
            let words = wiec_kit::paths::words(paths.lang());
            paths.in_office(congress, words.statistics)
        },
    )
    .await?;
    let tables = vec![
        shown(
            m,
            "srodowiska",
            m.registration_environment(),
            &environments,
            |one| m.environment(*one).to_owned(),
        ),
        shown(m, "wielkosc", m.statistics_sizes(), &sizes, |size| {
            size_name(m, *size).to_owned()
        }),
        shown(m, "wojewodztwa", m.statistics_regions(), &regions, |name| {
            (*name).to_owned()
        }),
    ];
    let page = StatisticsPage {
        about: m.statistics_about(FEWEST),
        frame,
        tables,
    };
    Ok(respond::private(page.render()?))
}

fn shown<K: Ord + Clone>(
    m: &Messages,
    id: &'static str,
    title: &'static str,
    counts: &BTreeMap<K, u32>,
    name: impl Fn(&K) -> String,
) -> Shown {
    let table = table(counts);
    let words = |figure: Figure| match figure {
        Figure::Shown(count) => count.to_string(),
        Figure::Hidden => m.statistics_hidden().to_owned(),
    };
    Shown {
        id,
        title,
        rows: table
            .rows
            .iter()
            .map(|(key, figure)| (name(key), words(*figure)))
            .collect(),
        total: words(table.total),
    }
}

fn size_name(m: &Messages, size: TownSize) -> &'static str {
    match size {
        TownSize::Small => m.statistics_small(),
        TownSize::Middle => m.statistics_middle(),
        TownSize::Large => m.statistics_large(),
        TownSize::Unknown => m.statistics_unknown(),
    }
}
