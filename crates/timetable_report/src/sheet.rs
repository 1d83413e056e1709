//! What a page shows, and the page.

use askama::Template;
use wiec_kit::messages::{Messages, messages};
use wiec_model::Lang;

const TOKENS: &str = include_str!("../../../ui/css/tokens.css");
const REPORT: &str = include_str!("../../../ui/css/report.css");
const STYLES: &str = include_str!("../templates/timetable.css");

/// A timetable as people read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// What it is of.
    pub title: String,
    /// The language of the page.
    pub lang: Lang,
    /// Numbers that say how good it is, each with what it counts.
    pub figures: Vec<(String, String)>,
    /// One table each, in the order of time.
    pub days: Vec<Day>,
    /// What has no place.
    pub unplaced: Vec<String>,
    /// What it costs, rule by rule; rules that cost nothing are left out.
    pub costs: Vec<Cost>,
}

/// A table of rooms and times.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    /// Its heading.
    pub name: String,
    /// The rooms.
    pub columns: Vec<String>,
    /// The times.
    pub rows: Vec<Row>,
}

/// A row: a stretch of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The time.
    pub label: String,
    /// Its cells, without those that a cell of an earlier row reaches into.
    pub cells: Vec<Cell>,
}

/// What is in a room from a row on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// How many rows it spans, 1 at least.
    pub rows: usize,
    /// Empty where nothing is.
    pub items: Vec<Item>,
}

/// Something in a cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item {
    /// What it is.
    pub title: String,
    /// More of it, a line each.
    pub about: Vec<String>,
    /// Whether a hard rule is broken by it.
    pub is_wrong: bool,
}

/// What one rule costs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cost {
    /// What it asks for.
    pub rule: String,
    /// How often it is broken.
    pub times: String,
    /// What that costs; for a hard rule, that it must not be.
    pub cost: String,
}

#[derive(Template)]
#[template(path = "timetable.html")]
struct Page<'a> {
    m: &'static Messages,
    sheet: &'a Sheet,
}

impl Sheet {
    /// The page as HTML: one file, without scripts and without anything from elsewhere.
    #[must_use]
    pub fn page(&self) -> String {
        let m = messages(self.lang);
        let page = Page { m, sheet: self };
        page.render().expect("a string takes everything")
    }
}
