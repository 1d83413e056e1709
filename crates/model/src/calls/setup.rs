//! Everything that the organisers say of a call: its texts, its limits, what it asks, how it is judged.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::author::Anonymity;
use super::gate::{Entry, Gate, Window};
use super::question::Question;
use super::reviewing::{Criterion, ReviewPlan};
use crate::registration::Consent;
use crate::slug::Slug;
use crate::text::{Lang, Text};

/// Everything that the organisers say of a call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallSetup {
    /// What is submitted.
    pub kind: CallKind,
    /// What it is called.
    pub title: Text,
    /// What it is about, in a sentence.
    #[serde(default)]
    pub lead: Option<Text>,
    /// What authors should know, as Markdown.
    #[serde(default)]
    pub guide: Option<Text>,
    /// By which rules it is chosen, as Markdown, for everybody.
    #[serde(default)]
    pub rules: Option<Text>,
    /// When it takes submissions.
    pub window: Window,
    /// Whom it takes them from.
    pub access: Access,
    /// How much.
    pub limits: Limits,
    /// The keys of the tracks that are offered; all of the congress, if none is named.
    #[serde(default)]
    pub tracks: Vec<Slug>,
    /// The tiers of place that are offered; nobody is asked, if there are none.
    #[serde(default)]
    pub tiers: Vec<Tier>,
    /// Under which licence accepted texts are published.
    #[serde(default)]
    pub licence: Option<Licence>,
    /// What authors agree to.
    #[serde(default)]
    pub consents: Vec<Consent>,
    /// What is asked besides.
    #[serde(default)]
    pub questions: Vec<Question>,
    /// The most that is offered of anonymity.
    #[serde(default)]
    pub anonymity: Anonymity,
    /// How it is judged.
    pub review: ReviewPlan,
    /// What the choice should look like.
    #[serde(default)]
    pub quotas: Vec<Quota>,
    /// How long accepted authors have to say that they come.
    pub confirmation: ConfirmationRule,
    /// Who is on the committee, as the public reads it.
    #[serde(default)]
    pub committee: Committee,
}

/// What is submitted to a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CallKind {
    /// Short talks, told in kaleidoscopes.
    Kaleidoscope,
    /// What worked in a city, told in inspirations.
    Practice,
    /// Posters.
    Poster,
    /// What did not work, told in the night of flops.
    Flop,
}

impl CallKind {
    /// All kinds, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Kaleidoscope, Self::Practice, Self::Poster, Self::Flop];

    /// The key in forms and files: `kaleidoscope`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Kaleidoscope => "kaleidoscope",
            Self::Practice => "practice",
            Self::Poster => "poster",
            Self::Flop => "flop",
        }
    }

    /// The one of this key.
    #[must_use]
    pub fn of(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }
}

/// Whom a call takes submissions from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Access {
    /// Everybody who is signed in.
    Open,
    /// Those who brought a code once.
    ByCode,
}

/// How much a call takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// So many submissions of one person, drafts and withdrawn ones not counted; any number, if nothing is
    /// said.
    pub per_person: Option<u32>,
    /// At most so many characters of a title.
    pub title: u32,
    /// At most so many characters of a summary.
    pub summary: u32,
    /// At most so many authors.
    pub authors: u32,
}

/// The size of place that a submission is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tier {
    /// A metropolis.
    Metropolis,
    /// An agglomeration.
    Agglomeration,
    /// A city of middle size.
    MidSize,
    /// A small town.
    SmallTown,
    /// A region.
    Region,
}

impl Tier {
    /// All of them, from the largest town; the region is last, because it is no town.
    pub const ALL: [Self; 5] = [
        Self::Metropolis,
        Self::Agglomeration,
        Self::MidSize,
        Self::SmallTown,
        Self::Region,
    ];

    /// The key in forms and files: `mid_size`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Metropolis => "metropolis",
            Self::Agglomeration => "agglomeration",
            Self::MidSize => "mid_size",
            Self::SmallTown => "small_town",
            Self::Region => "region",
        }
    }

    /// The one of this key.
    #[must_use]
    pub fn of(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tier| tier.key() == key)
    }
}

/// Under which licence accepted texts are published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Licence {
    /// What it is called: `CC BY 4.0`.
    pub name: String,
    /// Where it can be read.
    #[serde(default)]
    pub url: Option<String>,
}

/// How many of something there should be among what is accepted. A hint: nothing is barred by it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quota {
    /// Of what.
    pub of: QuotaOf,
    /// At least so many.
    pub least: Option<u32>,
    /// At most so many.
    pub most: Option<u32>,
}

/// What a quota counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuotaOf {
    /// All that is accepted.
    All,
    /// What belongs to a track, by its key.
    Track(Slug),
    /// What is about places of a tier.
    Tier(Tier),
}

/// How long accepted authors have to say that they come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConfirmationRule {
    /// So many days from the decision.
    pub days: u16,
    /// Reminded so many days before the end.
    pub remind_days: u16,
    /// Nobody has longer than this, whenever they were accepted.
    #[serde(default)]
    pub latest: Option<Timestamp>,
}

/// Who is on the committee, as the public reads it. Who may judge is a matter of roles.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Committee {
    /// Names with what they are.
    #[serde(default)]
    pub people: Vec<String>,
}

impl CallSetup {
    /// A call of this kind and name, as most begin: closed until somebody says when it opens, 1,800
    /// characters, four criteria of equal scale, three reviews of each submission.
    #[must_use]
    pub fn usual(kind: CallKind, title: Text) -> Self {
        Self {
            kind,
            title,
            lead: None,
            guide: None,
            rules: None,
            window: Window {
                grace_minutes: 60,
                ..Window::default()
            },
            access: Access::Open,
            limits: Limits {
                per_person: Some(3),
                title: 150,
                summary: 1800,
                authors: 8,
            },
            tracks: Vec::new(),
            tiers: Tier::ALL.to_vec(),
            licence: Some(Licence {
                name: "CC BY 4.0".to_owned(),
                url: Some("https://creativecommons.org/licenses/by/4.0/".to_owned()),
            }),
            consents: usual_consents(),
            questions: Vec::new(),
            anonymity: match kind {
                CallKind::Flop => Anonymity::Committee,
                _ => Anonymity::None,
            },
            review: ReviewPlan::usual(usual_criteria()),
            quotas: Vec::new(),
            confirmation: ConfirmationRule {
                days: 14,
                remind_days: 3,
                latest: None,
            },
            committee: Committee::default(),
        }
    }

    /// How the call stands at `now`.
    #[must_use]
    pub fn gate(&self, now: Timestamp) -> Gate {
        self.window.gate(now)
    }

    /// Whether the words of something in the call can be changed or sent at `now`.
    #[must_use]
    pub fn lets_in(&self, entry: Entry, now: Timestamp) -> bool {
        self.gate(now).lets_in(entry)
    }

    /// The question of this key.
    #[must_use]
    pub fn question(&self, key: &Slug) -> Option<&Question> {
        self.questions.iter().find(|question| question.key == *key)
    }

    /// Those of the texts to agree to that are required and not among `agreed`.
    pub fn missing_consents<'a>(&'a self, agreed: &'a [Slug]) -> impl Iterator<Item = &'a Consent> {
        self.consents
            .iter()
            .filter(|consent| consent.required && !agreed.contains(&consent.key))
    }
}

fn both(pl: &str, en: &str) -> Text {
    let versions = [(Lang::Pl, pl), (Lang::En, en)];
    Text::of(versions.map(|(lang, words)| (lang.into(), words.to_owned())))
        .expect("neither is blank")
}

fn key(raw: &str) -> Slug {
    raw.parse().expect("a word is a slug")
}

fn usual_consents() -> Vec<Consent> {
    vec![
        Consent {
            key: key("zasady"),
            version: 1,
            text: both(
                "Znam zasady naboru i informację o przetwarzaniu danych.",
                "I know the rules of the call and how my data are used.",
            ),
            required: true,
        },
        Consent {
            key: key("nagranie"),
            version: 1,
            text: both(
                "Zgadzam się na nagranie i publikację wystąpienia.",
                "I agree that my talk is recorded and published.",
            ),
            required: false,
        },
    ]
}

/// The first two are those of 2024; the others say what authors can be helped with.
fn usual_criteria() -> Vec<Criterion> {
    let criterion = |raw: &str, pl, en, weight| Criterion {
        key: key(raw),
        name: both(pl, en),
        hint: None,
        weight,
        least: 1,
        most: 5,
    };
    vec![
        criterion(
            "zgodnosc",
            "Zgodność z tematem kongresu",
            "Fits the theme of the congress",
            3,
        ),
        criterion("poziom", "Poziom merytoryczny", "Merit", 3),
        criterion(
            "przydatnosc",
            "Przydatność dla innych miast",
            "Useful to other cities",
            2,
        ),
        criterion("jasnosc", "Jasność", "Clarity", 1),
    ]
}
