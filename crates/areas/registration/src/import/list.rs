//! Reading a list: separated by commas, semicolons or tabs, its columns found by their names in either
//! language, in any order. Columns that say nothing to us are passed over, so that what was exported
//! here or by somebody else comes in as it is.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use csv::{ReaderBuilder, StringRecord};
use wiec_kit::messages::messages;
use wiec_model::registration::{Answers, Environment, Service};
use wiec_model::{Email, Lang};

use crate::towns;

const NAME: usize = 80;
const LINE: usize = 200;

/// What a column says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// The name on the badge.
    Name,
    /// Where letters go.
    Email,
    /// How somebody wants to be addressed.
    Salutation,
    /// Where they come from, in the figures.
    Environment,
    /// The body they come for.
    Body,
    /// Where they live or work.
    Town,
    /// What they need there.
    Services,
    /// Another service, in their own words.
    OtherService,
    /// The language of their letters.
    Lang,
}

impl Column {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 9] = [
        Self::Name,
        Self::Email,
        Self::Salutation,
        Self::Environment,
        Self::Body,
        Self::Town,
        Self::Services,
        Self::OtherService,
        Self::Lang,
    ];
    const NEEDED: [Self; 2] = [Self::Name, Self::Email];

    /// Its name in lists that we write.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Email => "email",
            Self::Salutation => "salutation",
            Self::Environment => "environment",
            Self::Body => "body",
            Self::Town => "town",
            Self::Services => "services",
            Self::OtherService => "other_service",
            Self::Lang => "lang",
        }
    }

    /// Names by which others call it, in small letters.
    const fn others(self) -> &'static [&'static str] {
        match self {
            Self::Name => &["imię i nazwisko", "imie i nazwisko", "full name"],
            Self::Email => &["e-mail", "adres e-mail", "mail", "email address"],
            Self::Salutation => &["jak się zwracać", "tytuł", "title"],
            Self::Environment => &["środowisko", "srodowisko", "background"],
            Self::Body => &[
                "instytucja",
                "instytucja lub organizacja",
                "institution",
                "organisation",
            ],
            Self::Town => &["miejscowość", "miejscowosc", "miasto", "city"],
            Self::Services => &["usługi", "potrzeby", "needs"],
            Self::OtherService => &["inna usługa", "other service"],
            Self::Lang => &["język", "jezyk", "language"],
        }
    }

    fn of(head: &str) -> Option<Self> {
        let head = head.trim().trim_start_matches('\u{feff}').to_lowercase();
        let mut all = Self::ALL.into_iter();
        all.find(|column| column.key() == head || column.others().contains(&head.as_str()))
    }
}

/// Somebody of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Where letters go.
    pub email: Email,
    /// The language of their letters.
    pub lang: Lang,
    /// What they said.
    pub answers: Answers,
}

/// A list that was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct List {
    /// Those whose rows are right.
    pub people: Vec<Person>,
    /// The lines that are wrong, counted from 1 with the head, and why: the first reason of each.
    pub wrong: Vec<(u64, Wrong)>,
}

/// What is wrong with a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// The column is empty.
    Missing(Column),
    /// The column holds what it may not hold.
    Unknown(Column, String),
    /// The column holds too much.
    Long(Column),
    /// The address stands in an earlier line too.
    Twice(u64),
    /// Its quotation marks do not match.
    Broken,
}

/// Reads a list; if columns are missing without which nobody can be registered, says which.
///
/// # Errors
///
/// The columns that are missing.
pub fn read(words: &str) -> Result<List, Vec<Column>> {
    let mut reader = ReaderBuilder::new()
        .delimiter(delimiter(words))
        .flexible(true)
        .from_reader(words.as_bytes());
    let head = reader.headers().cloned().unwrap_or_default();
    let mut places = BTreeMap::new();
    for (place, column) in head.iter().enumerate() {
        if let Some(column) = Column::of(column) {
            places.entry(column).or_insert(place);
        }
    }
    let missing = |column: &Column| !places.contains_key(column);
    let missing: Vec<Column> = Column::NEEDED.into_iter().filter(missing).collect();
    if !missing.is_empty() {
        return Err(missing);
    }
    let mut list = List::default();
    let mut lines: HashMap<Email, u64> = HashMap::new();
    for row in reader.records() {
        let row = match row {
            Ok(row) => row,
            Err(error) => {
                let line = error.position().map_or(0, csv::Position::line);
                list.wrong.push((line, Wrong::Broken));
                continue;
            }
        };
        let line = row.position().map_or(0, csv::Position::line);
        let read = person(&row, &places).and_then(|person| {
            match lines.insert(person.email.clone(), line) {
                Some(earlier) => Err(Wrong::Twice(earlier)),
                None => Ok(person),
            }
        });
        match read {
            Ok(person) => list.people.push(person),
            Err(wrong) => list.wrong.push((line, wrong)),
        }
    }
    Ok(list)
}

/// What the head is divided by most often. Spreadsheets of Polish offices write semicolons.
fn delimiter(words: &str) -> u8 {
    let head = words.lines().next().unwrap_or_default();
    let count = |sign: &u8| head.bytes().filter(|byte| byte == sign).count();
    [b',', b';', b'\t']
        .into_iter()
        .max_by_key(|sign| (count(sign), u8::MAX - sign))
        .unwrap_or(b',')
}

fn person(row: &StringRecord, places: &BTreeMap<Column, usize>) -> Result<Person, Wrong> {
    let cell = |column: Column| places.get(&column).and_then(|place| row.get(*place));
    let text = |column: Column, max: usize| -> Result<Option<String>, Wrong> {
        let words = cell(column).map(clean).unwrap_or_default();
        match words.chars().count() {
            0 => Ok(None),
            letters if letters > max => Err(Wrong::Long(column)),
            _ => Ok(Some(words)),
        }
    };
    let name = text(Column::Name, NAME)?.ok_or(Wrong::Missing(Column::Name))?;
    let email = text(Column::Email, LINE)?.ok_or(Wrong::Missing(Column::Email))?;
    let Ok(email) = email.parse() else {
        return Err(Wrong::Unknown(Column::Email, email));
    };
    let environment = match text(Column::Environment, LINE)? {
        Some(words) => environment(&words).ok_or(Wrong::Unknown(Column::Environment, words))?,
        None => Environment::Other,
    };
    let lang = match text(Column::Lang, LINE)? {
        Some(words) => lang(&words).ok_or(Wrong::Unknown(Column::Lang, words))?,
        None => Lang::Pl,
    };
    let mut services = BTreeSet::new();
    for words in text(Column::Services, 2 * LINE)?
        .iter()
        .flat_map(|all| all.split([';', ',']))
    {
        let words = words.trim();
        if !words.is_empty() {
            let unknown = || Wrong::Unknown(Column::Services, words.to_owned());
            services.insert(service(words).ok_or_else(unknown)?);
        }
    }
    Ok(Person {
        email,
        lang,
        answers: Answers {
            name,
            salutation: text(Column::Salutation, NAME)?,
            environment,
            body: text(Column::Body, LINE)?,
            town: text(Column::Town, NAME)?.as_deref().map(towns::town),
            services,
            other_service: text(Column::OtherService, LINE)?,
            languages: BTreeSet::new(),
            replies: BTreeMap::new(),
        },
    })
}

/// One line without blanks around it. The apostrophe that our own lists put before a formula goes.
fn clean(cell: &str) -> String {
    let words: Vec<&str> = cell.split_whitespace().collect();
    let words = words.join(" ");
    match words.strip_prefix('\'') {
        Some(formula) if formula.starts_with(['=', '+', '-', '@']) => formula.to_owned(),
        _ => words,
    }
}

/// By its key, or as either language calls it.
fn environment(words: &str) -> Option<Environment> {
    let is_called = |one: &Environment| {
        one.key() == words
            || Lang::ALL
                .iter()
                .any(|lang| same(messages(*lang).environment(*one), words))
    };
    Environment::ALL.into_iter().find(is_called)
}

fn service(words: &str) -> Option<Service> {
    let is_called = |one: &Service| {
        one.key() == words
            || Lang::ALL
                .iter()
                .any(|lang| same(messages(*lang).service(*one), words))
    };
    Service::ALL.into_iter().find(is_called)
}

fn lang(words: &str) -> Option<Lang> {
    let words = words.to_lowercase();
    match words.as_str() {
        "pl" | "polski" | "polish" => Some(Lang::Pl),
        "en" | "angielski" | "english" => Some(Lang::En),
        _ => None,
    }
}

fn same(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_list_of_a_polish_spreadsheet_is_read_by_the_names_of_its_columns() {
        let list = read(
            "\u{feff}Lp.;Imię i nazwisko;Adres e-mail;Środowisko;Miejscowość\r\n1;\"Żak; Anna\";anna@kielce.example;samorząd;kielce\r\n2;Jan  Nowak;JAN@kielce.example;;\r\n",
        )
        .unwrap();
        assert_eq!(list.wrong, []);
        let [anna, jan] = &list.people[..] else {
            panic!("{list:?}")
        };
        assert_eq!(anna.answers.name, "Żak; Anna");
        assert_eq!(anna.answers.environment, Environment::LocalGovernment);
        assert_eq!(anna.answers.town.as_ref().unwrap().name, "Kielce");
        assert_eq!(
            (jan.answers.name.as_str(), jan.email.as_str()),
            ("Jan Nowak", "jan@kielce.example")
        );
    }

    #[test]
    fn every_wrong_line_is_named_with_its_reason_and_the_others_come_in() {
        let list = read(
            "name,email,environment,services\nA,a@b.example,media,sign_language; diet\n,x@b.example,,\nB,nobody,,\nC,c@b.example,moon,\nD,A@b.example,,\nE,e@b.example,,elevator\n",
        )
        .unwrap();
        assert_eq!(list.people.len(), 1);
        assert_eq!(list.people[0].answers.services.len(), 2);
        let unknown = |column, words: &str| Wrong::Unknown(column, words.to_owned());
        assert_eq!(
            list.wrong,
            [
                (3, Wrong::Missing(Column::Name)),
                (4, unknown(Column::Email, "nobody")),
                (5, unknown(Column::Environment, "moon")),
                (6, Wrong::Twice(2)),
                (7, unknown(Column::Services, "elevator")),
            ]
        );
    }

    #[test]
    fn a_list_without_names_or_addresses_is_refused_whole() {
        assert_eq!(read("name,phone\nA,1\n"), Err(vec![Column::Email]));
        assert_eq!(read(""), Err(vec![Column::Name, Column::Email]));
    }

    proptest! {
        #[test]
        fn whatever_is_pasted_something_is_said(words in "(name[,;\t]email\n)?.{0,200}") {
            if let Ok(list) = read(&words) {
                prop_assert!(list.people.len() + list.wrong.len() <= words.len());
            }
        }
    }
}
