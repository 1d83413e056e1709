//! What changed since somebody was here: new remarks, answers and versions after a moment that the
//! address names. No cookie knows of it; without the script one chooses a version or a day.

use jiff::Timestamp;
use jiff::civil::Date;
use wiec_kit::error::PageError;
use wiec_model::register::{Remark, RemarkState};

use super::line::{Line, Lines, Measure};
use super::setting::Setting;
use super::talk::Talk;

/// So many things are listed at once; the page of all remarks has the rest.
const LISTED: usize = 50;

/// What changed since a moment.
pub struct News {
    /// Since when, in words.
    pub since: String,
    /// What there is, in words.
    pub summary: String,
    /// Versions that were published since: their numbers, dates and pages.
    pub versions: Vec<(u32, String, String)>,
    pub remarks: Vec<Line>,
    pub answered: Vec<Line>,
    /// All remarks since then.
    pub all: String,
}

/// The form by which one chooses since when.
pub struct Since {
    /// The name that the browser's memory of the last visit goes by.
    pub name: String,
    pub parameter: &'static str,
    /// The page as it is before anything is chosen, for the element that knows the last visit.
    pub href: String,
    /// Versions to choose: the moment, and what it is called.
    pub choices: Vec<(String, String, bool)>,
}

/// The moment that an address asks about: a moment, or a day by the clocks of the congress.
///
/// # Errors
///
/// [`PageError::NotFound`] if what it asks is neither.
pub fn asked(setting: &Setting<'_>) -> Result<Option<Timestamp>, PageError> {
    let Some(typed) = setting.asks(setting.words().since) else {
        return Ok(None);
    };
    if let Ok(moment) = typed.parse() {
        return Ok(Some(moment));
    }
    let day: Date = typed.parse().map_err(|_| PageError::NotFound)?;
    let midnight = setting.zone().rules().to_timestamp(day.at(0, 0, 0, 0));
    midnight.map(Some).map_err(|_| PageError::NotFound)
}

/// Whether a remark became public after a moment.
pub fn is_new(remark: &Remark, since: Timestamp) -> bool {
    matches!(remark.state, RemarkState::Published { at } if at > since)
}

/// Whether the team answered a remark after a moment.
pub fn is_answered(talk: &Talk, remark: &Remark, since: Timestamp) -> bool {
    talk.answer(remark).is_some_and(|answer| answer.at > since)
}

impl News {
    /// What changed since the moment that the address names; none if it names none.
    ///
    /// # Errors
    ///
    /// As [`asked`].
    pub fn asked(lines: &Lines<'_>) -> Result<Option<Self>, PageError> {
        Ok(asked(lines.setting)?.map(|since| Self::since(lines, since)))
    }

    fn since(lines: &Lines<'_>, since: Timestamp) -> Self {
        let (setting, talk) = (lines.setting, lines.talk);
        let m = setting.m();
        let new: Vec<&Remark> = talk.remarks.iter().filter(|it| is_new(it, since)).collect();
        let answered = talk
            .remarks
            .iter()
            .filter(|it| is_answered(talk, it, since));
        let answered: Vec<&Remark> = answered.collect();
        let versions = talk.versions.iter().filter(|it| it.published_at > since);
        let versions: Vec<_> = versions
            .map(|it| {
                let page = setting.paths().version(setting.proposal, it.number);
                (it.number, setting.day(it.published_at), page)
            })
            .collect();
        let shown = |some: &[&Remark]| {
            let newest = some.iter().rev().take(LISTED);
            newest
                .map(|it| lines.line(it, Measure::Beginning))
                .collect()
        };
        let all = super::addresses::remarks(setting.paths(), setting.proposal);
        let moment = since.to_string();
        Self {
            since: setting.moment(since),
            summary: if new.is_empty() && answered.is_empty() && versions.is_empty() {
                m.read_news_none().to_owned()
            } else {
                m.read_news(answered.len(), new.len(), versions.len())
            },
            versions,
            remarks: shown(&new),
            answered: shown(&answered),
            all: all + &wiec_kit::address::query(&[(setting.words().since, &moment)]),
        }
    }
}

impl Since {
    /// The form on a page, from the versions that there are.
    pub fn of(setting: &Setting<'_>, talk: &Talk, page: &str) -> Self {
        let m = setting.m();
        let chosen = setting.asks(setting.words().since);
        let choice = |it: &wiec_store::VersionSummary| {
            let moment = it.published_at.to_string();
            let is_chosen = chosen == Some(moment.as_str());
            let words = m.read_since_version(setting.day(it.published_at), it.number);
            (moment, words, is_chosen)
        };
        let newest = talk.version.published_at.to_string();
        Self {
            name: setting.proposal.slug.to_string(),
            parameter: setting.words().since,
            href: page.to_owned() + &wiec_kit::address::query(&[(setting.words().since, &newest)]),
            choices: talk.versions.iter().map(choice).collect(),
        }
    }
}
