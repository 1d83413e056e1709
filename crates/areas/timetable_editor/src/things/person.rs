//! People of the programme: a name, a role, or both.

use wiec_kit::messages::Messages;
use wiec_kit::paths::Words;
use wiec_model::edit::{self, Edit, PersonFields};
use wiec_model::{Person, Programme};

use crate::context::Context;
use crate::sheet::{Field, Group, Reading, Sheet};
use crate::thing::{Thing, Titles};

const NAME_LENGTH: usize = 120;
const TEXT_LENGTH: usize = 20_000;

impl Thing for Person {
    fn word(words: &'static Words) -> &'static str {
        words.people
    }

    fn titles(m: &'static Messages) -> Titles {
        Titles {
            all: m.plan_people(),
            new: m.plan_people_new(),
            none: m.plan_people_none(),
            icon: "users",
        }
    }

    fn all(programme: &Programme) -> &[Self] {
        &programme.people
    }

    fn key(&self) -> String {
        self.guid.to_string()
    }

    fn name(&self, context: &Context<'_>) -> String {
        context.person(self)
    }

    fn heads(m: &'static Messages) -> Vec<&'static str> {
        vec![m.plan_parts()]
    }

    fn cells(&self, context: &Context<'_>) -> Vec<String> {
        let parts = parts(self, context.programme);
        vec![parts.collect::<Vec<_>>().join(", ")]
    }

    fn sheet(thing: Option<&Self>, context: &Context<'_>) -> Sheet {
        let m = context.m;
        let role = thing.and_then(|person| person.role.as_ref());
        let biography = thing.and_then(|person| person.biography.as_ref());
        Sheet::of(vec![Group::of(
            "",
            vec![
                Field::line("name", m.plan_person_name())
                    .maybe(thing.and_then(|person| person.name.clone()))
                    .hint(m.plan_person_name_hint()),
                Field::pair("role", m.plan_role(), role),
                Field::pair_area("biography", m.plan_biography(), biography, 5),
            ],
        )])
    }

    fn read(
        reading: &mut Reading<'_>,
        before: Option<&Self>,
        context: &Context<'_>,
    ) -> Option<Vec<Edit>> {
        let name = reading.of("name").text(NAME_LENGTH);
        let role = before.and_then(|person| person.role.as_ref());
        let role = reading.of("role").bilingual(NAME_LENGTH, role);
        let biography = before.and_then(|person| person.biography.as_ref());
        let biography = reading.of("biography").bilingual(TEXT_LENGTH, biography);
        if name.is_none() && role.is_none() {
            reading.fail("name", reading.m.plan_error_nameless());
            return None;
        }
        let fields = PersonFields {
            name,
            role,
            biography,
        };
        Some(vec![match before {
            Some(before) => Edit::UpdatePerson(before.guid, fields),
            None => Edit::CreatePerson {
                guid: context.fresh,
                fields,
            },
        }])
    }

    fn target(&self) -> edit::Thing {
        edit::Thing::Person(self.guid)
    }

    fn deletion(&self) -> Edit {
        Edit::DeletePerson(self.guid)
    }

    fn key_of(thing: &edit::Thing) -> Option<String> {
        match thing {
            edit::Thing::Person(key) => Some(key.to_string()),
            _ => None,
        }
    }

    fn held_by(&self, context: &Context<'_>) -> Option<String> {
        let held = parts(self, context.programme).count();
        (held > 0).then(|| context.m.plan_error_person_held(held))
    }
}

/// The codes of the sessions that someone appears in.
fn parts<'a>(person: &Person, programme: &'a Programme) -> impl Iterator<Item = &'a str> {
    let guid = person.guid;
    let sessions = programme.sessions.iter();
    sessions
        .filter(move |session| session.people.iter().any(|part| part.person == guid))
        .map(|session| session.code.as_str())
}
