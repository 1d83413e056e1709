//! Days: dates with names. They count themselves, in the order of the calendar.

use wiec_kit::dates;
use wiec_kit::messages::Messages;
use wiec_kit::paths::Words;
use wiec_model::edit::{self, DayFields, Edit};
use wiec_model::{Day, Programme};

use crate::context::Context;
use crate::sheet::{Field, Group, Reading, Sheet};
use crate::thing::{Thing, Titles};

const NAME_LENGTH: usize = 120;

impl Thing for Day {
    fn word(words: &'static Words) -> &'static str {
        words.days
    }

    fn titles(m: &'static Messages) -> Titles {
        Titles {
            all: m.plan_days(),
            new: m.plan_days_new(),
            none: m.plan_days_none(),
            icon: "calendar",
        }
    }

    fn all(programme: &Programme) -> &[Self] {
        &programme.days
    }

    fn key(&self) -> String {
        self.date.to_string()
    }

    fn name(&self, context: &Context<'_>) -> String {
        let weekday = dates::weekday(self.date, context.lang);
        format!("{weekday}, {}", dates::long_date(self.date, context.lang))
    }

    fn heads(m: &'static Messages) -> Vec<&'static str> {
        vec![m.plan_name(), m.plan_sessions()]
    }

    fn cells(&self, context: &Context<'_>) -> Vec<String> {
        let name = self.name.as_ref().map(|name| context.words(name));
        vec![
            name.unwrap_or_default().to_owned(),
            context.programme.sessions_on(self).len().to_string(),
        ]
    }

    fn sheet(thing: Option<&Self>, context: &Context<'_>) -> Sheet {
        let m = context.m;
        let date = Field::short("date", "date", m.plan_date()).required();
        let name = thing.and_then(|day| day.name.as_ref());
        Sheet::of(vec![Group::of(
            "",
            vec![
                date.maybe(thing.map(|day| day.date))
                    .hint(m.plan_date_hint()),
                Field::pair("name", m.plan_name(), name).hint(m.plan_day_name_hint()),
            ],
        )])
    }

    fn read(
        reading: &mut Reading<'_>,
        before: Option<&Self>,
        _: &Context<'_>,
    ) -> Option<Vec<Edit>> {
        let name = before.and_then(|day| day.name.as_ref());
        let name = reading.of("name").bilingual(NAME_LENGTH, name);
        let date = reading.of("date").required().date()?;
        let fields = DayFields { date, name };
        Some(vec![match before {
            Some(before) => Edit::UpdateDay(before.date, fields),
            None => Edit::CreateDay(fields),
        }])
    }

    fn target(&self) -> edit::Thing {
        edit::Thing::Day(self.date)
    }

    fn deletion(&self) -> Edit {
        Edit::DeleteDay(self.date)
    }

    fn key_of(thing: &edit::Thing) -> Option<String> {
        match thing {
            edit::Thing::Day(key) => Some(key.to_string()),
            _ => None,
        }
    }

    fn held_by(&self, context: &Context<'_>) -> Option<String> {
        let m = context.m;
        if context.programme.days.len() == 1 {
            return Some(m.plan_error_last_day().to_owned());
        }
        let sessions = context.programme.sessions_on(self).len();
        (sessions > 0).then(|| m.plan_error_day_held(sessions))
    }
}
