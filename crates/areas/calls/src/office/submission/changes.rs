//! What a submission said at each saving since it was sent, as changes from one to the next.

use std::collections::BTreeMap;

use wiec_kit::dates;
use wiec_kit::marks;
use wiec_kit::messages::Messages;
use wiec_kit::office::OfficeFrame;
use wiec_model::AccountId;
use wiec_model::account::Account;
use wiec_model::calls::{State, Words};
use wiec_store::VersionOfWords;
use wiec_text::{Document, View, compare, comparison_html};

use super::super::view;

/// The level of the first heading within a summary: those above belong to the page.
const FIRST_HEADING: u8 = 4;

/// A change of what was sent.
pub struct Change {
    /// Under which revision it was saved.
    pub revision: u32,
    /// When, and by whom.
    pub who: String,
    /// Whether it was chosen already.
    pub is_late: bool,
    /// Title and summary with marks, as HTML.
    pub html: String,
    /// What else is otherwise.
    pub besides: Vec<&'static str>,
}

/// The changes, newest first.
pub fn of(
    versions: &[VersionOfWords],
    accounts: &BTreeMap<AccountId, Account>,
    frame: &OfficeFrame,
) -> Vec<Change> {
    let m = frame.m;
    let pairs = versions.iter().zip(versions.iter().skip(1));
    let change = |(before, after): (&VersionOfWords, &VersionOfWords)| {
        let moment = dates::moment(after.at, &frame.zone, frame.lang);
        let who = after
            .account
            .map(|account| view::name(accounts, account, m));
        Change {
            revision: after.revision,
            who: match who {
                Some(who) => format!("{moment}, {who}"),
                None => moment,
            },
            is_late: State::CHOSEN.contains(&after.state.as_str()),
            html: marked(&before.words, &after.words, m),
            besides: besides(&before.words, &after.words, m),
        }
    };
    pairs.map(change).rev().collect()
}

fn marked(before: &Words, after: &Words, m: &Messages) -> String {
    let text = |words: &Words| format!("**{}**\n\n{}", words.title.replace('*', ""), words.summary);
    let old = Document::from_markdown(&text(before));
    let new = old.revise(&text(after));
    let words = marks::words(m);
    comparison_html(&compare(&old, &new), View::Marked, &words, FIRST_HEADING)
}

fn besides(before: &Words, after: &Words, m: &Messages) -> Vec<&'static str> {
    let all = [
        (before.track != after.track, m.calls_office_track()),
        (before.tier != after.tier, m.calls_office_tier()),
        (before.lang != after.lang, m.calls_office_lang()),
        (before.links != after.links, m.calls_office_links()),
        (before.replies != after.replies, m.calls_office_replies()),
    ];
    all.into_iter()
        .filter_map(|(differs, name)| differs.then_some(name))
        .collect()
}
