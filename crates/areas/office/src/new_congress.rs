//! A new edition, without a file: its name, its address and its days; rooms, themes and kinds are taken
//! over from an earlier one, if somebody likes.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use jiff::civil::Date;
use serde_json::Map;
use wiec_kit::acts::CreateCongress;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Choice, Form};
use wiec_kit::messages::messages;
use wiec_kit::office::{OfficeFrame, saved};
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::slug::RESERVED;
use wiec_model::{Congress, Day, Programme, Slug, Text, Zone};
use wiec_store::StoreError;

const NAME: usize = 160;
/// A congress that lasts longer is a festival.
const DAYS: usize = 14;

#[derive(Template)]
#[template(path = "new_congress.html")]
struct NewCongressPage {
    frame: OfficeFrame,
    form: Form,
    editions: Vec<Choice>,
}

/// What was typed.
struct Wanted {
    slug: Slug,
    name: Text,
    days: Vec<Day>,
    from: Option<Slug>,
}

/// `GET /biuro/nowy-kongres`
pub async fn get(
    permit: Permit<CreateCongress>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let () = permit.subject;
    let html = page(&app, &visit, Form::fresh(visit.lang)).await?;
    Ok(respond::private(html))
}

/// `POST /biuro/nowy-kongres`: sent twice, the second finds that the address is taken.
pub async fn post(
    permit: Permit<CreateCongress>,
    State(app): State<App>,
    visit: Visit,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let mut form = Form::of(data, visit.lang);
    let Some(wanted) = read(&mut form) else {
        return Ok(respond::again(page(&app, &visit, form).await?));
    };
    let earlier = match &wanted.from {
        Some(slug) => app.store.drafts().find(slug).await?,
        None => None,
    };
    let slug = wanted.slug.clone();
    let programme = programme(wanted, earlier);
    let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
    match tx.drafts().create(&programme).await {
        Ok(()) => tx.commit().await?,
        Err(StoreError::Conflict { .. }) => {
            drop(tx);
            let m = form.words();
            form.fail("slug", m.new_congress_slug(), m.new_congress_taken());
            return Ok(respond::again(page(&app, &visit, form).await?));
        }
        Err(error) => return Err(error.into()),
    }
    Ok(respond::to(&saved(&visit.paths().office_of(&slug))))
}

fn read(form: &mut Form) -> Option<Wanted> {
    let m = form.words();
    let name = form
        .typed("name", m.new_congress_name())
        .required()
        .bilingual(NAME, None);
    let slug = form.typed("slug", m.new_congress_slug()).required().parse(
        m.new_congress_slug_wrong(),
        |typed| {
            let slug: Slug = typed.parse().ok()?;
            (!RESERVED.contains(&slug.as_str())).then_some(slug)
        },
    );
    let first = form
        .typed("first", m.new_congress_first())
        .required()
        .date();
    let last = form.typed("last", m.new_congress_last()).required().date();
    let days = first.zip(last).and_then(|(first, last)| days(first, last));
    if first.is_some() && last.is_some() && days.is_none() {
        let says = m.new_congress_days_wrong(DAYS);
        form.fail("last", m.new_congress_last(), says);
    }
    let from = form.value("from").parse().ok();
    Some(Wanted {
        slug: slug?,
        name: name?,
        days: days?,
        from,
    })
    .filter(|_| form.is_valid())
}

/// The days from the first to the last; none if that is no row of a few days.
fn days(first: Date, last: Date) -> Option<Vec<Day>> {
    let dates = first.series(jiff::Span::new().days(1));
    let dates = dates.take(DAYS + 1).take_while(|date| *date <= last);
    let days: Vec<Day> = (1..)
        .zip(dates)
        .map(|(number, date)| Day {
            number,
            date,
            name: None,
        })
        .collect();
    (1..=DAYS).contains(&days.len()).then_some(days)
}

/// The draft of the new edition. What is taken over is what stays in a house from year to year.
fn programme(wanted: Wanted, earlier: Option<Programme>) -> Programme {
    let (before, rooms, tracks, goals, kinds) = earlier.map_or_else(Default::default, |it| {
        (Some(it.congress), it.rooms, it.tracks, it.goals, it.kinds)
    });
    let before = before.as_ref();
    Programme {
        congress: Congress {
            slug: wanted.slug,
            name: wanted.name,
            place: before.and_then(|it| it.place.clone()),
            zone: before.map_or_else(Zone::default, |it| it.zone.clone()),
            languages: before.map_or_else(
                || vec![wiec_model::Lang::Pl.into()],
                |it| it.languages.clone(),
            ),
            note: None,
            host_city_terc: before.and_then(|it| it.host_city_terc.clone()),
            free_of_charge: before.is_none_or(|it| it.free_of_charge),
            expected_participants: None,
            settings: Map::new(),
        },
        days: wanted.days,
        rooms,
        tracks,
        goals,
        kinds,
        people: Vec::new(),
        sessions: Vec::new(),
        proposals: Vec::new(),
    }
}

async fn page(app: &App, visit: &Visit, form: Form) -> Result<String, PageError> {
    let m = messages(visit.lang);
    let title = form.titled(m.new_congress_title());
    let frame = OfficeFrame::site(app, visit, &title, |paths| paths.new_congress());
    let known = app.store.congresses().list().await?;
    let known = known
        .iter()
        .map(|one| Choice::new(&one.slug, one.name.words(visit.lang)));
    let page = NewCongressPage {
        editions: std::iter::once(Choice::new("", m.new_congress_from_none()))
            .chain(known)
            .collect(),
        form,
        frame,
    };
    Ok(page.render()?)
}
