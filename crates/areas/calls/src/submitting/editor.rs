//! The fields of the form that a call shapes: what it offers, and what it asks.

use jiff::Timestamp;
use wiec_kit::acts::Mine;
use wiec_kit::form::{Choice, Form};
use wiec_kit::messages::Messages;
use wiec_model::calls::{self, Anonymity, Submission, Tier};
use wiec_model::registration::Environment;
use wiec_model::{AccountId, LanguageTag};

use super::fields::own_author;
use super::questions::{Asked, asked};
use super::view;

/// The fields of the form that a call shapes.
pub(super) struct Editor {
    /// The most letters of a title.
    pub title_most: u32,
    /// The most letters of a summary.
    pub summary_most: u32,
    /// Languages that a talk can be told in.
    pub langs: Vec<Choice>,
    /// Themes.
    pub tracks: Vec<Choice>,
    /// Sizes of place.
    pub tiers: Vec<Choice>,
    /// From whom names can be kept, where that is offered.
    pub anonymities: Vec<Choice>,
    /// The call's own questions that are answered by typing.
    pub questions: Vec<Asked>,
    /// Whether the reader is an author, and describes themselves.
    pub is_author: bool,
    /// Where authors come from.
    pub environments: Vec<Choice>,
    /// Whether there may be another author.
    pub is_invited_more: bool,
    /// Under which licence accepted texts are published, and where it can be read.
    pub licence: Option<(String, Option<String>)>,
    /// Whether it was never sent.
    pub is_draft: bool,
}

impl Editor {
    /// The fields for a submission as it is saved, in a form as it is typed.
    pub fn of(
        mine: &Mine,
        (of, form): (&Submission, &Form),
        account: AccountId,
        now: Timestamp,
    ) -> Self {
        let m = form.words();
        let lang = m.lang();
        let (setup, edition) = (&mine.call.setup, &mine.edition);
        let tracks = edition.release.programme.tracks.iter();
        let offered = |track: &&wiec_model::Track| {
            setup.tracks.is_empty() || setup.tracks.contains(&track.slug)
        };
        let tracks = tracks
            .filter(offered)
            .map(|track| Choice::new(&track.slug, track.name.words(lang)));
        let anonymities = Anonymity::ALL.into_iter();
        let anonymities = anonymities
            .filter(|one| *one <= setup.anonymity)
            .map(|one| Choice::new(one.key(), view::anonymity(m, one)));
        let environments = Environment::ALL.into_iter();
        let environments = environments.map(|one| Choice::new(one.key(), m.environment(one)));
        let unsaid = Choice::new("", m.submitting_environment_unsaid());
        let count = of.standing_authors().count();
        let most = setup.limits.authors.max(1);
        let tier = |tier: &Tier| Choice::new(tier.key(), view::tier(m, *tier));
        Self {
            title_most: setup.limits.title,
            summary_most: setup.limits.summary,
            langs: langs(m, &of.words.lang),
            tracks: or_none(m, tracks.collect()),
            tiers: setup.tiers.iter().map(tier).collect(),
            anonymities: if setup.anonymity == Anonymity::None {
                Vec::new()
            } else {
                anonymities.collect()
            },
            questions: asked(form, &mine.call, edition, now),
            is_author: own_author(of, account).is_some(),
            environments: std::iter::once(unsaid).chain(environments).collect(),
            is_invited_more: u32::try_from(count).is_ok_and(|count| count < most),
            licence: setup
                .licence
                .as_ref()
                .map(|licence| (licence.name.clone(), licence.url.clone())),
            is_draft: of.state == calls::State::Draft,
        }
    }

    /// Whether there are too many themes to be all in sight.
    pub fn folds_tracks(&self) -> bool {
        self.tracks.len() > IN_SIGHT
    }
}

/// So many answers are all in sight; more fold, and begin with none.
const IN_SIGHT: usize = 6;

fn or_none(m: &Messages, mut choices: Vec<Choice>) -> Vec<Choice> {
    if choices.len() > IN_SIGHT {
        choices.insert(0, Choice::new("", m.submitting_track_choose()));
    }
    choices
}

/// Languages that a talk can be told in: those of the program, and the one that stands there already.
fn langs(m: &Messages, known: &LanguageTag) -> Vec<Choice> {
    let mut all = vec![
        Choice::new("pl", m.language_pl()),
        Choice::new("en", m.language_en()),
        Choice::new("uk", m.submitting_language_uk()),
    ];
    if all.iter().all(|choice| choice.value != known.as_str()) {
        all.push(Choice::new(known, known));
    }
    all
}
