//! Which remarks an address asks for. What is no word of ours is not asked for.

use jiff::Timestamp;
use wiec_kit::address;
use wiec_kit::error::PageError;
use wiec_model::register::{Position, Remark, RemarkKind};

use crate::reading::news;
use crate::reading::setting::Setting;
use crate::reading::talk::Talk;
use crate::reading::words;

/// How far a list is narrowed, and which page of it is shown.
pub struct Filter {
    pub kind: Option<RemarkKind>,
    pub state: Option<State>,
    pub mine: bool,
    pub search: Option<String>,
    pub since: Option<(String, Timestamp)>,
    /// Counted from 1.
    pub page: usize,
}

/// What became of a remark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Nobody answered it yet.
    Unanswered,
    /// The team said what it makes of it.
    Answered,
    /// The team said this of it.
    With(Position),
    /// Its wording is in the text.
    Merged,
}

/// A choice of the form.
pub struct Field {
    pub name: &'static str,
    pub label: &'static str,
    /// Values, what they are called, and whether one is chosen.
    pub options: Vec<(&'static str, &'static str, bool)>,
}

impl State {
    const ALL: [Self; 7] = [
        Self::Unanswered,
        Self::Answered,
        Self::With(Position::Accepted),
        Self::With(Position::InPart),
        Self::With(Position::Rejected),
        Self::With(Position::Explained),
        Self::Merged,
    ];

    const fn key(self) -> &'static str {
        match self {
            Self::Unanswered => "unanswered",
            Self::Answered => "answered",
            Self::With(position) => position.key(),
            Self::Merged => "merged",
        }
    }

    fn name(self, setting: &Setting<'_>) -> &'static str {
        let m = setting.m();
        match self {
            Self::Unanswered => m.read_state_unanswered(),
            Self::Answered => m.read_state_answered(),
            Self::With(position) => words::position(position, m).1,
            Self::Merged => m.read_state_merged(),
        }
    }

    fn takes(self, talk: &Talk, remark: &Remark) -> bool {
        let answer = talk.answer(remark);
        match self {
            Self::Unanswered => answer.is_none() && talk.begins(remark),
            Self::Answered => answer.is_some(),
            Self::With(position) => answer.is_some_and(|it| it.position == position),
            Self::Merged => remark.merged_in.is_some(),
        }
    }
}

impl Filter {
    /// What the address asks for.
    ///
    /// # Errors
    ///
    /// [`PageError::NotFound`] if it asks for what is since a moment that is none.
    pub fn asked(setting: &Setting<'_>) -> Result<Self, PageError> {
        let names = setting.words();
        let state = setting.asks(names.state);
        let since = news::asked(setting)?;
        let page = setting.asks(names.page).and_then(|page| page.parse().ok());
        Ok(Self {
            kind: setting.asks(names.kind).and_then(RemarkKind::of),
            state: State::ALL.into_iter().find(|it| Some(it.key()) == state),
            mine: setting.account.is_some() && setting.asks(names.mine).is_some(),
            search: setting.asks(names.search).map(ToOwned::to_owned),
            since: setting.asks(names.since).map(ToOwned::to_owned).zip(since),
            page: page.filter(|page| (1..=10_000).contains(page)).unwrap_or(1),
        })
    }

    /// Whether it leaves anything out.
    pub fn is_set(&self) -> bool {
        self.kind.is_some()
            || self.state.is_some()
            || self.mine
            || self.search.is_some()
            || self.since.is_some()
    }

    /// Whether a remark is among those that are wanted.
    pub fn takes(&self, talk: &Talk, remark: &Remark) -> bool {
        self.kind.is_none_or(|kind| remark.kind == kind)
            && self.state.is_none_or(|state| state.takes(talk, remark))
            && (!self.mine || talk.is_mine(remark))
            && self.search.as_ref().is_none_or(|words| says(remark, words))
            && self.since.as_ref().is_none_or(|(_, since)| {
                news::is_new(remark, *since) || news::is_answered(talk, remark, *since)
            })
    }

    /// The question that asks for the same on another page of the list.
    pub fn query(&self, setting: &Setting<'_>, page: usize) -> String {
        let names = setting.words();
        let page = page.to_string();
        let mine = if self.mine { "1" } else { "" };
        address::query(&[
            (names.kind, self.kind.map_or("", RemarkKind::key)),
            (names.state, self.state.map_or("", State::key)),
            (names.mine, mine),
            (names.search, self.search.as_deref().unwrap_or_default()),
            (
                names.since,
                self.since.as_ref().map_or("", |it| it.0.as_str()),
            ),
            (names.page, if page == "1" { "" } else { &page }),
        ])
    }

    /// The choices of the form.
    pub fn fields(&self, setting: &Setting<'_>) -> Vec<Field> {
        let (m, names) = (setting.m(), setting.words());
        let kinds = RemarkKind::ALL.into_iter().map(|kind| {
            let (_, name) = words::kind(kind, m);
            (kind.key(), name, self.kind == Some(kind))
        });
        let states = State::ALL
            .into_iter()
            .map(|state| (state.key(), state.name(setting), self.state == Some(state)));
        vec![
            Field {
                name: names.kind,
                label: m.read_filter_kind(),
                options: kinds.collect(),
            },
            Field {
                name: names.state,
                label: m.read_filter_state(),
                options: states.collect(),
            },
        ]
    }

    /// What the form keeps and does not show.
    pub fn kept(&self, setting: &Setting<'_>) -> Vec<(&'static str, String)> {
        let since = self.since.iter();
        since
            .map(|(typed, _)| (setting.words().since, typed.clone()))
            .collect()
    }
}

/// Whether a remark or its author's name holds words, whichever letters are capital.
fn says(remark: &Remark, words: &str) -> bool {
    let words = words.to_lowercase();
    let texts = [
        Some(&remark.body),
        remark.reasons.as_ref(),
        remark.wording.as_ref(),
        Some(&remark.author.name),
        remark.author.body.as_ref(),
    ];
    texts
        .into_iter()
        .flatten()
        .any(|text| text.to_lowercase().contains(&words))
}
