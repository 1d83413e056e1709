//! A made-up proposal of twenty pages with all that is said about it. The same in every run.

use std::fmt::Write as _;

use jiff::SignedDuration;
use uuid::Uuid;
use wiec_documents::{Column, Grid, write_xlsx};
use wiec_kit::testing::{SAMPLE, TestCongress, slug};
use wiec_model::account::{Account, Preferences};
use wiec_model::register::{
    About, Answer, AnswerId, Author, Behalf, Channel, Clause, Content, Discussion, Position,
    ProposalId, RemarkId, RemarkKind, Stance,
};
use wiec_model::{AccountId, Lang, Text};
use wiec_register_report as report;
use wiec_store::{Actor, NewProposal, NewRemark};
use wiec_text::{Amendment, Anchor, Document};

pub const REMARKS: usize = 600;
pub const AMENDMENTS: usize = 120;
pub const DAY: SignedDuration = SignedDuration::from_hours(24);
/// What the form of a table says: every column as it was guessed.
pub const FIELDS: [(&str, &str); 9] = [
    ("table", "1"),
    ("header", "1"),
    ("column-1", "number"),
    ("column-2", "body"),
    ("column-3", "about"),
    ("column-4", "remark"),
    ("column-5", "reasons"),
    ("received", "2019-11-01"),
    ("lang", "pl"),
];
const PARAGRAPHS: usize = 60;
const WORDS_IN_EACH: usize = 140;
const VOTERS: usize = 40;
const ROWS: usize = 1000;
const SYLLABLES: [&str; 24] = [
    "mia", "sto", "gmi", "na", "miesz", "ka", "nie", "plan", "woda", "cień", "tram", "waj",
    "ulica", "czyn", "szu", "zgo", "da", "rok", "fun", "dusz", "prze", "strzeń", "sąsiad", "las",
];

/// Numbers that look like chance and are the same in every run (Knuth's MMIX constants).
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % most
    }

    fn word(&mut self) -> String {
        let count = 1 + self.below(3);
        let syllables = (0..count).map(|_| SYLLABLES[self.below(SYLLABLES.len())]);
        syllables.collect()
    }

    fn words(&mut self, count: usize) -> String {
        let words: Vec<String> = (0..count).map(|_| self.word()).collect();
        format!("{}.", words.join(" "))
    }
}

pub struct Talk {
    paragraphs: Vec<String>,
}

impl Talk {
    pub fn new() -> Self {
        let mut chance = Chance(1);
        let paragraphs = (0..PARAGRAPHS).map(|_| chance.words(WORDS_IN_EACH));
        Self {
            paragraphs: paragraphs.collect(),
        }
    }

    pub fn markdown(&self) -> String {
        text(self.paragraphs.iter().map(String::as_str))
    }

    /// The same with every tenth word another.
    pub fn changed_markdown(&self) -> String {
        let mut chance = Chance(2);
        let changed: Vec<String> = self
            .paragraphs
            .iter()
            .map(|paragraph| changed(paragraph, &mut chance))
            .collect();
        text(changed.iter().map(String::as_str))
    }

    pub async fn put_into(&self, congress: &TestCongress) {
        let document = Document::from_markdown(&self.markdown());
        let store = &congress.app.store;
        let track = congress.draft().await.tracks[0].slug.clone();
        let title = Text::in_language(Lang::Pl, "Mieszkania w zasięgu");
        let new = NewProposal {
            id: ProposalId(Uuid::from_u128(1)),
            congress: slug(SAMPLE),
            slug: slug("mieszkania"),
            about: About {
                track,
                goals: vec![],
                lang: Lang::Pl,
                title: title.expect("a title"),
                lead: None,
                disclaimer: None,
                team: vec![],
                sessions: vec![],
            },
            discussion: Discussion::usual(),
            content: Content {
                document: document.clone(),
                ..Content::empty()
            },
        };
        let begun = store.begin(Actor::Operator, congress.now()).await;
        let mut tx = begun.expect("the store is there");
        let made = tx.register().create(&new).await;
        made.expect("nobody else is here");
        tx.commit().await.expect("nobody else is here");
        let found = store.register().find(&new.congress, &new.slug).await;
        let proposal = found.expect("the store is there").expect("it was made");

        let begun = store.begin(Actor::Operator, congress.now()).await;
        let mut tx = begun.expect("the store is there");
        let published = tx.register().publish(&proposal, 0, None).await;
        published.expect("nobody else is here");
        for number in 0..VOTERS {
            let account = Account {
                id: voter(number),
                email: None,
                name: None,
                salutation: None,
                lang: Lang::Pl,
                preferences: Preferences::default(),
                created_at: congress.now(),
            };
            let made = tx.accounts().create(&account).await;
            made.expect("nobody else is here");
        }
        let mut chance = Chance(3);
        let mut votes = Vec::new();
        for number in 0..REMARKS + AMENDMENTS {
            let remark = self.remark(number, &document, &mut chance, congress);
            let received = tx.remarks().receive(&proposal, &remark).await;
            received.expect("nobody else is here");
            for who in 0..chance.below(VOTERS) {
                votes.push((remark.id, voter(who), Stance::ALL[chance.below(3)]));
            }
            if number % 2 == 0 {
                let answer = Answer {
                    id: AnswerId(Uuid::from_u128(number as u128)),
                    position: Position::ALL[chance.below(4)],
                    reasons: chance.words(25),
                    lang: Lang::Pl,
                    at: congress.now(),
                };
                let nothing = std::collections::BTreeMap::new();
                let mut remarks = tx.remarks();
                let chosen = [remark.id];
                let given = remarks.answer(&proposal, &chosen, &answer, &nothing).await;
                given.expect("nobody else is here");
            }
        }
        let voted = tx.remarks().stand_all(&proposal, &votes).await;
        voted.expect("nobody else is here");
        tx.commit().await.expect("nobody else is here");
    }

    fn remark(
        &self,
        number: usize,
        document: &Document,
        chance: &mut Chance,
        congress: &TestCongress,
    ) -> NewRemark {
        let paragraph = chance.below(PARAGRAPHS);
        let anchor = anchor(paragraph);
        let is_amendment = number % 6 == 5;
        let wording = changed(&self.paragraphs[paragraph], chance);
        let amendment = Amendment::rewording(document, &[(anchor, &wording)]);
        NewRemark {
            id: RemarkId(Uuid::from_u128(number as u128)),
            key: format!("key-{number}"),
            version: 1,
            clause: Clause::Block(anchor),
            kind: match is_amendment {
                true => RemarkKind::Amendment,
                false => RemarkKind::ALL[chance.below(4)],
            },
            body: chance.words(40),
            reasons: is_amendment.then(|| chance.words(30)),
            wording: is_amendment.then(|| wording.clone()),
            amendment: amendment.ok().filter(|_| is_amendment),
            reply_to: None,
            author: Author {
                name: format!("Osoba {number}"),
                behalf: Behalf::Person,
                body: None,
            },
            account: Some(voter(number % VOTERS)),
            email: None,
            lang: Lang::Pl,
            channel: Channel::Page,
            received_at: congress.now(),
        }
    }
}

fn voter(number: usize) -> AccountId {
    AccountId(Uuid::from_u128(number as u128 + 1000))
}

/// Each paragraph is the second block of its clause.
fn anchor(paragraph: usize) -> Anchor {
    let anchor = format!("p{}", 2 * paragraph + 2);
    anchor.parse().expect("an anchor")
}

fn text<'a>(paragraphs: impl Iterator<Item = &'a str>) -> String {
    let mut text = String::new();
    for (index, paragraph) in paragraphs.enumerate() {
        let number = index + 1;
        write!(text, "## Część {number}\n\n{paragraph}\n\n").expect("a string takes everything");
    }
    text
}

fn changed(paragraph: &str, chance: &mut Chance) -> String {
    let word = |(index, word): (usize, &str)| match index % 10 {
        4 => chance.word(),
        _ => word.to_owned(),
    };
    let words: Vec<String> = paragraph.split(' ').enumerate().map(word).collect();
    words.join(" ")
}

/// A table as an office sends it; of every twentieth row the remark is missing.
pub fn table(round: usize) -> Vec<u8> {
    let mut chance = Chance(4 + round as u64);
    let titles = [
        "Lp.",
        "Podmiot",
        "Jednostka redakcyjna",
        "Treść uwagi",
        "Uzasadnienie",
    ];
    let column = |title: &str| Column {
        title: title.to_owned(),
        width: 20,
    };
    let mut row = |number: usize| {
        let remark = match number % 20 {
            0 => String::new(),
            _ => chance.words(30),
        };
        vec![
            number.to_string(),
            format!("Miasto {number}"),
            format!("§ {}", 1 + number % PARAGRAPHS),
            remark,
            chance.words(15),
        ]
    };
    let grid = Grid {
        name: "Uwagi".to_owned(),
        columns: titles.into_iter().map(column).collect(),
        rows: (1..=ROWS).map(&mut row).collect(),
    };
    write_xlsx(&grid).expect("the table is even")
}

/// A report on 600 remarks.
pub fn report() -> report::ConsultationReport {
    let mut chance = Chance(9);
    let day = jiff::civil::date(2019, 11, 29);
    let clause = |paragraph: usize| report::Clause {
        anchor: anchor(paragraph),
        words: format!("§ {}", paragraph + 1),
    };
    let mut remark = |number: u32| report::ReportedRemark {
        number,
        received_on: day,
        channel: report::Channel::Page,
        standing: report::Standing::Published(Box::new(report::Published {
            kind: report::RemarkKind::Comment,
            about: report::About::Clause(anchor(chance.below(PARAGRAPHS))),
            who: format!("Osoba {number}"),
            behalf: report::Behalf::Oneself,
            current: chance.words(60),
            proposed: match number % 6 {
                5 => report::Proposed::Wording(chance.words(60)),
                _ => report::Proposed::Nothing,
            },
            body: chance.words(40),
            reasons: chance.words(30),
            answer: Some(report::Answer {
                decision: report::Decision::InPart,
                reasons: chance.words(25),
            }),
            same_as: vec![],
        })),
    };
    report::ConsultationReport {
        lang: Lang::Pl,
        congress: "Kongres".to_owned(),
        proposal: "Mieszkania w zasięgu".to_owned(),
        theme: "Mieszkalnictwo".to_owned(),
        versions: vec!["1".to_owned()],
        legal_basis: String::new(),
        dates: report::Dates {
            notice: None,
            opened: None,
            closed: Some(day),
            report_due: None,
            report_made: day,
        },
        held: vec![],
        team: vec![],
        disclaimer: String::new(),
        figures: vec![],
        clauses: (0..PARAGRAPHS).map(clause).collect(),
        remarks: (1..=600).map(&mut remark).collect(),
    }
}
