//! Two windows, or two authors: what the other one saved stands beside what was typed here.

use wiec_kit::edition::Edition;
use wiec_kit::messages::Messages;
use wiec_model::calls::{Call, Submission};

use super::fields::Typed;
use super::view;

/// A field that reads otherwise in what the other one saved.
pub(super) struct Differing {
    /// What it is called.
    pub label: String,
    /// What they saved.
    pub theirs: String,
    /// What was typed here.
    pub mine: String,
}

/// The fields in which what was typed differs from what is saved.
pub(super) fn differing(
    m: &Messages,
    (call, edition): (&Call, &Edition),
    theirs: &Submission,
    mine: &Typed,
) -> Vec<Differing> {
    let lang = m.lang();
    let (saved, typed) = (&theirs.words, &mine.words);
    let track = |key: Option<&wiec_model::Slug>| {
        let programme = &edition.release.programme;
        let track = key.and_then(|key| programme.track(key.as_str()));
        track.map_or_else(String::new, |track| track.name.words(lang).to_owned())
    };
    let tier = |tier: Option<_>| tier.map_or("", |it| view::tier(m, it)).to_owned();
    let anonymity = |it| view::anonymity(m, it).to_owned();
    let mut all = vec![
        (
            m.submitting_title(),
            saved.title.clone(),
            typed.title.clone(),
        ),
        (
            m.submitting_summary(),
            saved.summary.clone(),
            typed.summary.clone(),
        ),
        (
            m.submitting_lang(),
            saved.lang.to_string(),
            typed.lang.to_string(),
        ),
        (
            m.submitting_track(),
            track(saved.track.as_ref()),
            track(typed.track.as_ref()),
        ),
        (m.submitting_tier(), tier(saved.tier), tier(typed.tier)),
        (
            m.submitting_links(),
            saved.links.join("\n"),
            typed.links.join("\n"),
        ),
        (
            m.submitting_anonymity(),
            anonymity(theirs.anonymity),
            anonymity(mine.anonymity),
        ),
    ];
    for question in &call.setup.questions {
        let of = |words: &wiec_model::calls::Words| {
            let replies = words.replies.get(&question.key);
            replies.map_or_else(String::new, |replies| {
                super::preview::reply(question, replies, lang)
            })
        };
        all.push((question.label.words(lang), of(saved), of(typed)));
    }
    let differ = |(_, theirs, mine): &(&str, String, String)| theirs != mine;
    let shown = all.into_iter().filter(differ);
    shown
        .map(|(label, theirs, mine)| Differing {
            label: label.to_owned(),
            theirs,
            mine,
        })
        .collect()
}
