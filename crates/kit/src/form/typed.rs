//! Reading fields: each into the type that it stands for, or an error that says what would be right.

use std::ops::RangeInclusive;

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::AmbiguousOffset;
use wiec_model::account::Email;
use wiec_model::{Lang, LanguageTag, Text, Zone};

use crate::form::{Form, in_language};

/// A field that is being read. What cannot be read is noted in the form, and `None` returned; a
/// blank field is `None` too, and an error only if something is [`required`](Typed::required).
#[must_use = "a field that is not read says nothing"]
pub struct Typed<'a> {
    form: &'a mut Form,
    name: &'a str,
    label: &'a str,
    need: Need,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Need {
    Optional,
    Required,
}

impl<'a> Typed<'a> {
    pub(crate) const fn new(form: &'a mut Form, name: &'a str, label: &'a str) -> Self {
        Self {
            form,
            name,
            label,
            need: Need::Optional,
        }
    }

    /// The same field, which may not be left blank.
    pub const fn required(mut self) -> Self {
        self.need = Need::Required;
        self
    }

    /// One line of at most `max` letters; line feeds typed into it become blanks.
    pub fn text(mut self, max: usize) -> Option<String> {
        let typed = self.filled()?;
        let words: Vec<&str> = typed.split_whitespace().collect();
        self.no_longer_than(words.join(" "), max)
    }

    /// Several lines of at most `max` letters altogether.
    pub fn lines(mut self, max: usize) -> Option<String> {
        let lines = self.filled()?;
        self.no_longer_than(lines, max)
    }

    /// An address for mail.
    pub fn email(self) -> Option<Email> {
        let says = self.form.words().form_email();
        self.parse(says, |typed| typed.parse().ok())
    }

    /// One of several answers, found by its value.
    pub fn choice<T>(self, find: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        let says = self.form.words().form_choice();
        self.parse(says, find)
    }

    /// All answers that were ticked, each found by its value; those that do not exist are an error.
    pub fn many<T>(mut self, find: impl Fn(&str) -> Option<T>) -> Vec<T> {
        let ticked: Vec<String> = self
            .form
            .data()
            .all(self.name)
            .filter(|value| !value.is_empty())
            .map(str::to_owned)
            .collect();
        if ticked.is_empty() && self.need == Need::Required {
            self.fail(self.form.words().form_many());
        }
        let found: Vec<T> = ticked.iter().filter_map(|value| find(value)).collect();
        if found.len() < ticked.len() {
            self.fail(self.form.words().form_choice());
        }
        found
    }

    /// A whole number within `range`.
    pub fn number(mut self, range: RangeInclusive<u32>) -> Option<u32> {
        let typed = self.filled()?;
        // People group long numbers, with blanks of either kind.
        let digits: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
        let number = digits.parse().ok().filter(|number| range.contains(number));
        if number.is_none() {
            let says = self.form.words().form_number(*range.end(), *range.start());
            self.fail(&says);
        }
        number
    }

    /// A date, as browsers send it (`2019-11-15`) or as people write it (`15.11.2019`).
    pub fn date(self) -> Option<Date> {
        let says = self.form.words().form_date();
        self.parse(says, |typed| typed.parse().ok().or_else(|| written(typed)))
    }

    /// An hour on a clock of the congress: `9:05`.
    pub fn time(self) -> Option<Time> {
        let says = self.form.words().form_time();
        self.parse(says, clock)
    }

    /// A date with an hour on the clocks of the congress. An hour that its clocks skip is an error;
    /// of one that they show twice the first is meant.
    pub fn instant(mut self, zone: &Zone) -> Option<Timestamp> {
        let typed = self.filled()?;
        let Some(moment) = moment(&typed) else {
            self.fail(self.form.words().form_instant());
            return None;
        };
        let shown = zone.rules().to_ambiguous_timestamp(moment);
        if matches!(shown.offset(), AmbiguousOffset::Gap { .. }) {
            self.fail(self.form.words().form_skipped_hour());
            return None;
        }
        shown.compatible().ok()
    }

    /// Whether the box is ticked. A required box that is not ticked is an error.
    pub fn checked(mut self) -> bool {
        let ticked = self
            .form
            .data()
            .all(self.name)
            .any(|value| !value.is_empty());
        if !ticked && self.need == Need::Required {
            self.fail(self.form.words().form_tick());
        }
        ticked
    }

    /// The text of a pair of fields, each version of at most `max` letters. Versions in other
    /// languages are those of the text `before`.
    pub fn bilingual(self, max: usize, before: Option<&Text>) -> Option<Text> {
        let others = before.into_iter().flat_map(Text::versions);
        let mut versions: Vec<(LanguageTag, String)> = others
            .filter(|(tag, _)| Lang::ALL.iter().all(|lang| tag.as_str() != lang.code()))
            .map(|(tag, words)| (tag.clone(), words.to_owned()))
            .collect();
        for lang in Lang::ALL {
            let name = in_language(self.name, lang);
            let words = self.form.value(&name).to_owned();
            if words.chars().count() > max {
                let says = self.form.words().form_too_long(letters(max));
                self.form.fail(&name, self.label, says);
            }
            versions.push((lang.into(), words));
        }
        let text = Text::of(versions);
        if text.is_none() && self.need == Need::Required {
            let says = self.form.words().form_required();
            let first = in_language(self.name, Lang::Pl);
            self.form.fail(&first, self.label, says);
        }
        text
    }

    /// Whatever `read` makes of it; where it makes nothing, the error `says`.
    pub fn parse<T>(mut self, says: &str, read: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        let typed = self.filled()?;
        let value = read(&typed);
        if value.is_none() {
            self.fail(says);
        }
        value
    }

    /// What stands in the field, if anything does.
    fn filled(&mut self) -> Option<String> {
        let typed = self.form.value(self.name).to_owned();
        if !typed.is_empty() {
            return Some(typed);
        }
        if self.need == Need::Required {
            self.fail(self.form.words().form_required());
        }
        None
    }

    fn no_longer_than(&mut self, words: String, max: usize) -> Option<String> {
        if words.chars().count() <= max {
            return Some(words);
        }
        let says = self.form.words().form_too_long(letters(max));
        self.fail(&says);
        None
    }

    fn fail(&mut self, says: &str) {
        self.form.fail(self.name, self.label, says);
    }
}

fn letters(max: usize) -> u32 {
    u32::try_from(max).unwrap_or(u32::MAX)
}

/// `15.11.2019`.
fn written(typed: &str) -> Option<Date> {
    let mut parts = typed.split('.').map(str::trim);
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// `9:05`, `09:05`, and `9.05` as Poles write it.
fn clock(typed: &str) -> Option<Time> {
    let (hour, minute) = typed.split_once([':', '.'])?;
    // Some browsers send seconds that nobody was asked for.
    let minute = minute.split([':', '.']).next().unwrap_or(minute);
    let plain = |digits: &str| (1..=2).contains(&digits.len());
    if !plain(hour) || minute.len() != 2 {
        return None;
    }
    Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()
}

/// `2019-11-15T10:42`, or the two with a blank between.
fn moment(typed: &str) -> Option<DateTime> {
    let (date, time) = typed.split_once(['T', ' '])?;
    let date: Date = date.parse().ok().or_else(|| written(date))?;
    Some(date.to_datetime(clock(time)?))
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};

    use super::*;
    use crate::form::FormData;

    fn form(values: &[(&str, &str)]) -> Form {
        Form::of(FormData::of(values), Lang::En)
    }

    #[test]
    fn a_blank_field_is_an_error_only_where_something_is_required() {
        let mut form = form(&[("a", " "), ("b", "")]);
        assert_eq!(form.typed("a", "A").text(10), None);
        assert!(form.is_valid());
        assert_eq!(form.typed("b", "B").required().text(10), None);
        assert_eq!(form.typed("c", "C").required().number(0..=9), None);
        assert!(!form.typed("d", "D").required().checked());
        let fields: Vec<&str> = form
            .errors()
            .iter()
            .map(|error| error.field.as_str())
            .collect();
        assert_eq!(fields, ["b", "c", "d"]);
    }

    #[test]
    fn a_line_is_one_line_and_its_length_is_counted_in_letters() {
        let mut form = form(&[("a", "Subject\nBcc: x"), ("b", "żółć"), ("c", "żółty")]);
        assert_eq!(
            form.typed("a", "A").text(20).as_deref(),
            Some("Subject Bcc: x")
        );
        assert_eq!(form.typed("b", "B").text(4).as_deref(), Some("żółć"));
        assert_eq!(form.typed("c", "C").text(4), None);
        assert_eq!(form.value("c"), "żółty");
    }

    #[test]
    fn numbers_dates_and_hours_are_read_as_people_write_them() {
        let mut form = form(&[
            ("n", "1 300"),
            ("m", "0"),
            ("iso", "2019-11-15"),
            ("own", "5.11.2019"),
            ("no", "31.02.2019"),
            ("t", "9.05"),
            ("u", "24:00"),
        ]);
        assert_eq!(form.typed("n", "N").number(1..=5000), Some(1300));
        assert_eq!(form.typed("m", "M").number(1..=5000), None);
        assert_eq!(form.typed("iso", "").date(), Some(date(2019, 11, 15)));
        assert_eq!(form.typed("own", "").date(), Some(date(2019, 11, 5)));
        assert_eq!(form.typed("no", "").date(), None);
        assert_eq!(form.typed("t", "").time(), Some(time(9, 5, 0, 0)));
        assert_eq!(form.typed("u", "").time(), None);
        assert_eq!(form.errors().len(), 3);
    }

    #[test]
    fn an_hour_is_one_on_the_clocks_of_the_congress() {
        let zone = Zone::named("Europe/Warsaw").unwrap();
        let mut form = form(&[
            ("a", "2019-11-15T10:42"),
            ("skipped", "2019-03-31T02:30"),
            ("twice", "2019-10-27T02:30"),
        ]);
        let at = |raw: &str| Some(raw.parse::<Timestamp>().unwrap());
        assert_eq!(
            form.typed("a", "").instant(&zone),
            at("2019-11-15T09:42:00Z")
        );
        assert_eq!(
            form.typed("twice", "").instant(&zone),
            at("2019-10-27T00:30:00Z")
        );
        assert_eq!(form.typed("skipped", "").instant(&zone), None);
        assert_eq!(form.errors().len(), 1);
    }

    #[test]
    fn an_answer_that_does_not_exist_is_an_error_and_not_a_guess() {
        let find = |value: &str| ["a", "b"].into_iter().find(|known| *known == value);
        let mut form = form(&[("x", "a"), ("y", "c"), ("z", "a"), ("z", "b"), ("z", "c")]);
        assert_eq!(form.typed("x", "").choice(find), Some("a"));
        assert_eq!(form.typed("y", "").choice(find), None);
        assert_eq!(form.typed("z", "").many(find), ["a", "b"]);
        assert_eq!(form.errors().len(), 2);
    }

    #[test]
    fn a_pair_keeps_the_versions_in_other_languages() {
        let german = Text::in_language("de".parse::<LanguageTag>().unwrap(), "Wohnen").unwrap();
        let mut form = form(&[("t-pl", "Mieszkania"), ("t-en", ""), ("u-pl", " ")]);
        let text = form
            .typed("t", "T")
            .required()
            .bilingual(20, Some(&german))
            .unwrap();
        assert_eq!(text.exact(Lang::Pl), Some("Mieszkania"));
        assert_eq!(text.exact(Lang::En), None);
        assert_eq!(text.versions().count(), 2);
        assert_eq!(form.typed("u", "U").required().bilingual(20, None), None);
        assert_eq!(form.errors()[0].field, "u-pl");
    }
}
