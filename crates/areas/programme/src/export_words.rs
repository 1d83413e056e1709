//! The words of the interface that stand in exported files.

use wiec_interchange::write::Words;
use wiec_kit::dates;
use wiec_kit::messages::messages;
use wiec_model::changes::Event;
use wiec_model::person::Part;
use wiec_model::{Lang, Slot, Zone};

/// The same messages as on the pages.
pub struct ExportWords;

impl Words for ExportWords {
    fn part(&self, part: Part, lang: Lang) -> String {
        crate::session::part(part, messages(lang)).to_owned()
    }

    fn accessibility(&self, lang: Lang) -> String {
        messages(lang).session_accessibility().to_owned()
    }

    fn feed_title(&self, congress: &str, lang: Lang) -> String {
        messages(lang).feed_title(congress)
    }

    fn change(&self, event: &Event<'_>, title: &str, lang: Lang) -> String {
        format!("{}: {title}", crate::changes::tag(event, messages(lang)))
    }

    fn release(&self, name: &str, lang: Lang) -> String {
        messages(lang).release_name(name)
    }

    fn when(&self, slot: &Slot, zone: &Zone, lang: Lang) -> String {
        let date = dates::day_month(dates::date_of(slot.starts_at, zone), lang);
        format!("{date}, {}", dates::hours(slot, zone))
    }

    fn instead(&self, before: &str, after: &str, lang: Lang) -> String {
        messages(lang).change_instead(after, before)
    }
}
