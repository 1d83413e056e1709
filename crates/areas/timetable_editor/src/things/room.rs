//! Rooms: plates, capacities, equipment and ways in.

use wiec_kit::messages::Messages;
use wiec_kit::paths::Words;
use wiec_model::edit::{self, Edit, RoomFields};
use wiec_model::{Programme, Room, Text};

use crate::context::{Context, feature_key, feature_of};
use crate::sheet::{Field, Group, Reading, Sheet, Width};
use crate::thing::{Thing, Titles};

const NAME_LENGTH: usize = 80;
const TEXT_LENGTH: usize = 2_000;
/// No hall holds more.
const MOST_PEOPLE: u32 = 100_000;

impl Thing for Room {
    fn word(words: &'static Words) -> &'static str {
        words.rooms
    }

    fn titles(m: &'static Messages) -> Titles {
        Titles {
            all: m.plan_rooms(),
            new: m.plan_rooms_new(),
            none: m.plan_rooms_none(),
            icon: "door",
        }
    }

    fn all(programme: &Programme) -> &[Self] {
        &programme.rooms
    }

    fn key(&self) -> String {
        self.slug.to_string()
    }

    fn name(&self, context: &Context<'_>) -> String {
        context.words(&self.name).to_owned()
    }

    fn heads(m: &'static Messages) -> Vec<&'static str> {
        vec![m.plan_capacity(), m.plan_floor(), m.plan_sessions()]
    }

    fn cells(&self, context: &Context<'_>) -> Vec<String> {
        let capacity = self.capacity.map(|capacity| capacity.to_string());
        let floor = self.floor.as_ref().map(|floor| context.words(floor));
        vec![
            capacity.unwrap_or_default(),
            floor.unwrap_or_default().to_owned(),
            held(self, context).to_string(),
        ]
    }

    fn sheet(thing: Option<&Self>, context: &Context<'_>) -> Sheet {
        let m = context.m;
        let text = |of: fn(&Self) -> Option<&Text>| thing.and_then(of);
        let name = Field::pair("name", m.plan_name(), thing.map(|room| &room.name));
        let features = thing.map(|room| room.features.clone()).unwrap_or_default();
        Sheet::of(vec![
            Group::of(
                "",
                vec![
                    name.required(),
                    Field::short("number", "capacity", m.plan_capacity())
                        .maybe(thing.and_then(|room| room.capacity)),
                    Field::pair("floor", m.plan_floor(), text(|room| room.floor.as_ref())),
                ],
            ),
            Group::of(
                m.plan_equipment(),
                vec![
                    Field::checks(
                        "features",
                        m.plan_features(),
                        context.features(),
                        features
                            .into_iter()
                            .map(|feature| feature_key(feature).to_owned()),
                    ),
                    Field::pair_area(
                        "equipment",
                        m.plan_equipment_words(),
                        text(|room| room.equipment.as_ref()),
                        2,
                    ),
                    Field::pair_area(
                        "access",
                        m.plan_access(),
                        text(|room| room.access.as_ref()),
                        2,
                    )
                    .wide(Width::Whole),
                ],
            ),
        ])
    }

    fn read(
        reading: &mut Reading<'_>,
        before: Option<&Self>,
        context: &Context<'_>,
    ) -> Option<Vec<Edit>> {
        let text = |of: fn(&Self) -> Option<&Text>| before.and_then(of);
        let capacity = reading.of("capacity").number(0..=MOST_PEOPLE);
        let floor = reading
            .of("floor")
            .bilingual(NAME_LENGTH, text(|room| room.floor.as_ref()));
        let equipment = reading
            .of("equipment")
            .bilingual(TEXT_LENGTH, text(|room| room.equipment.as_ref()));
        let access = reading
            .of("access")
            .bilingual(TEXT_LENGTH, text(|room| room.access.as_ref()));
        let features = reading.of("features").many(feature_of);
        let name = reading
            .of("name")
            .required()
            .bilingual(NAME_LENGTH, before.map(|room| &room.name))?;
        let fields = RoomFields {
            name,
            capacity,
            floor,
            equipment,
            features,
            access,
        };
        Some(vec![match before {
            Some(before) => Edit::UpdateRoom(before.slug.clone(), fields),
            None => Edit::CreateRoom {
                guid: context.fresh,
                fields,
            },
        }])
    }

    fn target(&self) -> edit::Thing {
        edit::Thing::Room(self.slug.clone())
    }

    fn deletion(&self) -> Edit {
        Edit::DeleteRoom(self.slug.clone())
    }

    fn key_of(thing: &edit::Thing) -> Option<String> {
        match thing {
            edit::Thing::Room(key) => Some(key.to_string()),
            _ => None,
        }
    }

    fn held_by(&self, context: &Context<'_>) -> Option<String> {
        let sessions = held(self, context);
        (sessions > 0).then(|| context.m.plan_error_room_held(sessions))
    }
}

fn held(room: &Room, context: &Context<'_>) -> usize {
    let slots = context.programme.sessions.iter();
    slots
        .filter_map(|session| session.slot.as_ref())
        .filter(|slot| slot.room == room.slug)
        .count()
}
