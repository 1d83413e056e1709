//! The head of a proposal: the sessions in which it is debated, and where its amendments stand.

use wiec_kit::dates;
use wiec_kit::said::Said;
use wiec_model::register::RemarkKind;

use crate::reading::setting::Setting;
use crate::reading::talk::{Standing, Talk};
use crate::reading::votes::percents;
use crate::reading::words;

/// A session in which the proposal is presented or debated.
pub struct Meeting {
    pub title: Said,
    pub href: String,
    /// When and where.
    pub when: String,
    pub is_live: bool,
    pub starts_epoch: i64,
    pub ends_epoch: i64,
}

/// How many amendments stand in one way.
pub struct Share {
    pub name: &'static str,
    pub count: u32,
    pub percent: u32,
}

/// The sessions of the released programme in which the proposal is debated, by their time; what is over
/// comes last.
pub fn meetings(setting: &Setting<'_>) -> Vec<Meeting> {
    let programme = &setting.edition.release.programme;
    let mut sessions: Vec<_> = programme
        .sessions
        .iter()
        .filter(|session| setting.proposal.is_debated_in(session))
        .filter_map(|session| Some((session, session.slot.as_ref()?)))
        .collect();
    sessions.sort_by_key(|(_, slot)| (slot.ends_at <= setting.now, slot.starts_at));
    let meeting = |(session, slot): (&wiec_model::Session, &wiec_model::Slot)| {
        let zone = setting.zone();
        let day = dates::short_date(dates::date_of(slot.starts_at, zone), setting.lang());
        let hours = dates::hours(slot, zone);
        let room = programme.room(slot.room.as_str());
        let room = room.map(|room| format!(", {}", room.name.words(setting.lang())));
        Meeting {
            title: setting.said(&session.title),
            href: setting.paths().session(session),
            when: format!("{day}, {hours}{}", room.unwrap_or_default()),
            is_live: slot.covers(setting.now),
            starts_epoch: slot.starts_at.as_second(),
            ends_epoch: slot.ends_at.as_second(),
        }
    };
    sessions.into_iter().map(meeting).collect()
}

/// How many amendments there are, in words, and how many of them stand in which way.
pub fn shares(setting: &Setting<'_>, talk: &Talk) -> (String, Vec<Share>) {
    let m = setting.m();
    let amendments = talk
        .remarks
        .iter()
        .filter(|remark| remark.kind == RemarkKind::Amendment && remark.is_public());
    let mut counts = [0; 4];
    for amendment in amendments {
        let standing = talk.standing(amendment);
        let at = Standing::ALL.iter().position(|it| *it == standing);
        counts[at.unwrap_or_default()] += 1;
    }
    let total: u32 = counts.iter().sum();
    if total == 0 {
        return (String::new(), Vec::new());
    }
    let percents = percents(counts);
    let share = |(at, standing): (usize, Standing)| Share {
        name: words::standing(standing, m),
        count: counts[at],
        percent: percents[at],
    };
    let shares = Standing::ALL.into_iter().enumerate().map(share).collect();
    (m.read_amendments_stand(total), shares)
}
