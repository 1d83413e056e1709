//! Kinds of sessions: how long one usually takes, and whether one signs up for it.

use wiec_kit::form::Choice;
use wiec_kit::messages::Messages;
use wiec_kit::paths::Words;
use wiec_model::edit::{self, Edit, KindFields};
use wiec_model::{Kind, Programme};

use crate::context::Context;
use crate::sheet::{Field, Group, Reading, Sheet};
use crate::thing::{Thing, Titles};

const NAME_LENGTH: usize = 80;
/// A day has so many.
pub(super) const MOST_MINUTES: u32 = 1440;

impl Thing for Kind {
    fn word(words: &'static Words) -> &'static str {
        words.kinds
    }

    fn titles(m: &'static Messages) -> Titles {
        Titles {
            all: m.plan_kinds(),
            new: m.plan_kinds_new(),
            none: m.plan_kinds_none(),
            icon: "list",
        }
    }

    fn all(programme: &Programme) -> &[Self] {
        &programme.kinds
    }

    fn key(&self) -> String {
        self.slug.to_string()
    }

    fn name(&self, context: &Context<'_>) -> String {
        context.words(&self.name).to_owned()
    }

    fn heads(m: &'static Messages) -> Vec<&'static str> {
        vec![m.plan_minutes(), m.plan_signup(), m.plan_sessions()]
    }

    fn cells(&self, context: &Context<'_>) -> Vec<String> {
        let minutes = self.default_minutes.map(|minutes| minutes.to_string());
        let signup = if self.signup {
            context.m.plan_yes()
        } else {
            context.m.plan_no()
        };
        vec![
            minutes.unwrap_or_default(),
            signup.to_owned(),
            held(self, context).to_string(),
        ]
    }

    fn sheet(thing: Option<&Self>, context: &Context<'_>) -> Sheet {
        let m = context.m;
        let signup = thing.is_some_and(|kind| kind.signup);
        Sheet::of(vec![Group::of(
            "",
            vec![
                Field::pair("name", m.plan_name(), thing.map(|kind| &kind.name)).required(),
                Field::short("number", "minutes", m.plan_default_minutes())
                    .maybe(thing.and_then(|kind| kind.default_minutes)),
                Field::checks(
                    "signup",
                    m.plan_signup(),
                    vec![Choice::new("yes", m.plan_signup_yes())],
                    signup.then(|| "yes".to_owned()),
                ),
            ],
        )])
    }

    fn read(
        reading: &mut Reading<'_>,
        before: Option<&Self>,
        _: &Context<'_>,
    ) -> Option<Vec<Edit>> {
        let default_minutes = reading.of("minutes").number(1..=MOST_MINUTES);
        let signup = reading.of("signup").checked();
        let name = reading
            .of("name")
            .required()
            .bilingual(NAME_LENGTH, before.map(|kind| &kind.name))?;
        let fields = KindFields {
            name,
            default_minutes,
            signup,
        };
        Some(vec![match before {
            Some(before) => Edit::UpdateKind(before.slug.clone(), fields),
            None => Edit::CreateKind(fields),
        }])
    }

    fn target(&self) -> edit::Thing {
        edit::Thing::Kind(self.slug.clone())
    }

    fn deletion(&self) -> Edit {
        Edit::DeleteKind(self.slug.clone())
    }

    fn key_of(thing: &edit::Thing) -> Option<String> {
        match thing {
            edit::Thing::Kind(key) => Some(key.to_string()),
            _ => None,
        }
    }

    fn held_by(&self, context: &Context<'_>) -> Option<String> {
        let held = held(self, context);
        (held > 0).then(|| context.m.plan_error_kind_held(held))
    }
}

fn held(kind: &Kind, context: &Context<'_>) -> usize {
    let sessions = context.programme.sessions.iter();
    sessions.filter(|session| session.kind == kind.slug).count()
}
