//! What stands in the congress' own file, `wiec-congress-timetable/1`, key by key. Things are
//! named in it; [`super::read`] makes indices of the names.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::congress::rules::{Rule, Strength};

pub(super) const FORMAT: &str = "wiec-congress-timetable/1";

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    pub(super) format: String,
    #[serde(default)]
    pub(super) name: String,
    pub(super) days: Vec<Stretch>,
    #[serde(default)]
    pub(super) breaks: Vec<Stretch>,
    #[serde(default)]
    pub(super) starts: Vec<u32>,
    #[serde(default = "usual_step")]
    pub(super) step_minutes: u32,
    #[serde(default)]
    pub(super) turnover_minutes: u32,
    #[serde(default)]
    pub(super) most_parallel: Option<usize>,
    pub(super) rooms: Vec<RoomIn>,
    #[serde(default)]
    pub(super) people: Vec<PersonIn>,
    #[serde(default)]
    pub(super) tracks: Vec<String>,
    pub(super) sessions: Vec<SessionIn>,
    #[serde(default)]
    pub(super) apart: Vec<(String, String)>,
    #[serde(default)]
    pub(super) order: Vec<OrderIn>,
    #[serde(default)]
    pub(super) rules: BTreeMap<Rule, Strength>,
}

fn usual_step() -> u32 {
    5
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Stretch {
    pub(super) id: String,
    pub(super) from: u32,
    pub(super) to: u32,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RoomIn {
    pub(super) id: String,
    pub(super) capacity: u32,
    #[serde(default)]
    pub(super) features: Vec<String>,
    #[serde(default)]
    pub(super) open: Vec<(u32, u32)>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PersonIn {
    pub(super) id: String,
    #[serde(default)]
    pub(super) available: Vec<(u32, u32)>,
    #[serde(default)]
    pub(super) favourites: Vec<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SessionIn {
    pub(super) id: String,
    pub(super) minutes: u32,
    #[serde(default)]
    pub(super) people: Vec<String>,
    #[serde(default)]
    pub(super) needs: Vec<String>,
    #[serde(default)]
    pub(super) rooms: Vec<String>,
    #[serde(default)]
    pub(super) windows: Vec<(u32, u32)>,
    #[serde(default)]
    pub(super) audience: u32,
    #[serde(default)]
    pub(super) track: Option<String>,
    #[serde(default)]
    pub(super) pinned: Option<PlaceIn>,
    #[serde(default)]
    pub(super) announced: bool,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PlaceIn {
    pub(super) room: String,
    pub(super) start: u32,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OrderIn {
    pub(super) before: String,
    pub(super) after: String,
    #[serde(default)]
    pub(super) gap_minutes: u32,
}
