//! The desk: how an edition stands, and what waits for somebody.

mod mail;
mod notices;
mod register;
mod registrations;
mod schedule;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use wiec_kit::acts::EnterOffice;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::history::{Told, history_latest};
use wiec_kit::messages::messages;
use wiec_kit::office::{OfficeFrame, Part, sight};
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::Slug;
use wiec_model::rules::{Actor, On, may};

#[derive(Template)]
#[template(path = "desk.html")]
struct DeskPage {
    frame: OfficeFrame,
    figures: Vec<Figure>,
    tasks: Vec<Task>,
    /// What was done last, for those who may read it.
    latest: Option<Told>,
    history: String,
}

/// A number that says how something stands.
pub(crate) struct Figure {
    /// The number, or a word in its place.
    pub(crate) value: String,
    /// What it counts.
    pub(crate) label: String,
    /// Where more is to be seen.
    pub(crate) link: Option<(String, String)>,
}

/// Something that waits.
pub(crate) struct Task {
    /// How much it matters.
    pub(crate) urgency: Urgency,
    /// What waits.
    pub(crate) what: String,
    /// Why it matters.
    pub(crate) why: String,
    /// What to do about it, and where.
    pub(crate) link: Option<(String, String)>,
}

/// How much a task matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Urgency {
    /// Something is wrong as long as it waits.
    Wrong,
    /// It should be done.
    Due,
    /// It can be done.
    Open,
}

impl Urgency {
    fn icon(self) -> &'static str {
        match self {
            Self::Wrong | Self::Due => "warn",
            Self::Open => "clock",
        }
    }

    fn class(self) -> &'static str {
        match self {
            Self::Wrong => "is-hard",
            Self::Due => "is-due",
            Self::Open => "is-plain",
        }
    }
}

/// What the parts of the desk are made for.
pub(crate) struct Desk<'a> {
    /// The running program.
    pub(crate) app: &'a App,
    /// The congress.
    pub(crate) congress: &'a Slug,
    /// Who sits there.
    pub(crate) actor: &'a Actor,
    /// Its frame.
    pub(crate) frame: &'a OfficeFrame,
}

impl Desk<'_> {
    /// Whether whoever sits there may work on a part: of others they hear nothing.
    pub(crate) fn opens(&self, part: Part) -> bool {
        may(
            self.actor,
            part.action(),
            &On::Congress(self.congress.clone()),
        )
    }

    /// The address of a part.
    pub(crate) fn path(&self, part: Part) -> String {
        part.path(&self.frame.paths, self.congress)
    }
}

/// `GET /biuro/{congress}`
pub async fn get(
    permit: Permit<EnterOffice>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let congress = &permit.subject;
    let m = messages(visit.lang);
    let place = |paths: &wiec_kit::paths::Paths| paths.office_of(congress);
    let (actor, title) = (&permit.actor, m.office_desk());
    let frame = OfficeFrame::open(&app, &visit, actor, congress, Part::Desk, title, place).await?;
    let desk = Desk {
        app: &app,
        congress,
        actor,
        frame: &frame,
    };
    let (mut figures, mut tasks) = (Vec::new(), Vec::new());
    schedule::look(&desk, &mut figures, &mut tasks).await?;
    registrations::look(&desk, &mut figures, &mut tasks).await?;
    register::look(&desk, &mut tasks).await?;
    mail::look(&desk, &mut figures, &mut tasks).await?;
    notices::look(&desk, &mut tasks).await?;
    tasks.sort_by_key(|task| task.urgency);
    let latest = if desk.opens(Part::History) {
        Some(
            history_latest(
                &app,
                visit.lang,
                &frame.zone,
                congress,
                sight(actor, congress),
            )
            .await?,
        )
    } else {
        None
    };
    let page = DeskPage {
        history: desk.path(Part::History),
        figures,
        tasks,
        latest,
        frame,
    };
    Ok(respond::private(page.render()?))
}
