//! Which talk stands where, as fields of a form: groups, and talks in their order, each with the group that
//! it is in. A suggestion fills the fields; buttons move talks; nothing is kept until sessions are made.

use std::collections::BTreeMap;

use wiec_kit::form::{Form, FormData};
use wiec_kit::messages::{Messages, messages};
use wiec_model::calls::{
    Call, CallKind, Group, GroupMember, Sizes, Submission, SubmissionId, Why, group,
};
use wiec_model::{Lang, Programme, SessionCode, Slug};

use super::super::{view, words};
use super::{Known, usual};

/// More groups than this nobody oversees.
const GROUPS: u32 = 60;
/// The name of what is in no group.
pub const OUTSIDE: &str = "0";

/// A group as a form says it.
pub struct Planned<'a> {
    /// Its number, by which its fields are called.
    pub number: u32,
    /// What is told in it, in order.
    pub talks: Vec<&'a Submission>,
}

/// What the form says of its groups, and what is in none of them.
pub struct Plan<'a> {
    /// The groups, in order.
    pub groups: Vec<Planned<'a>>,
    /// What is chosen and in no group.
    pub outside: Vec<&'a Submission>,
}

/// The name of the field that says in which group a talk is.
pub fn place(id: SubmissionId) -> String {
    format!("in-{id}")
}

/// The name of the pair that says what a group is called.
pub fn title(number: u32) -> String {
    format!("g-{number}")
}

/// The name of the field that says into which session a group goes.
pub fn into(number: u32) -> String {
    format!("into-{number}")
}

fn member(submission: &Submission) -> GroupMember {
    GroupMember {
        track: submission.words.track.clone(),
        tier: submission.words.tier,
        submission: submission.id,
    }
}

/// A form filled with a suggestion.
pub fn suggest(query: &FormData, known: &Known, call: &Call, lang: Lang) -> Form {
    let usual = usual(call.setup.kind);
    let asked = |name: &str, otherwise: u32| {
        let asked = query.get(name).and_then(|raw| raw.parse::<u32>().ok());
        asked.unwrap_or(otherwise).clamp(1, 100)
    };
    let least = asked("least", usual.least);
    let sizes = Sizes {
        least,
        most: asked("most", usual.most).max(least),
    };
    let members: Vec<GroupMember> = known.open().map(member).collect();
    let groups = group(&members, sizes).groups;
    let names = names(&groups, known, call.setup.kind);
    let mut data = FormData::of(&[]);
    data.push("least", &sizes.least.to_string());
    data.push("most", &sizes.most.to_string());
    data.push("minutes", &usual.minutes.to_string());
    data.push(
        "kind",
        kind(&known.draft, call).as_ref().map_or("", Slug::as_str),
    );
    for ((number, group), name) in (1u32..).zip(&groups).zip(names) {
        data.push("group", &number.to_string());
        if let Some(night) = night(known, call) {
            data.push(&into(number), night.as_str());
        }
        for (lang, words) in name {
            let field = wiec_kit::form::in_language(&title(number), lang);
            data.push(&field, &words);
        }
        for member in &group.members {
            data.push("talk", &member.submission.to_string());
            data.push(&place(member.submission), &number.to_string());
        }
    }
    Form::of(data, lang)
}

/// The kind of sessions in which it is told, if the congress has it.
fn kind(draft: &Programme, call: &Call) -> Option<Slug> {
    let usual = draft.kind(view::kind_of_session(call.setup.kind));
    let first = || draft.kinds.iter().find(|kind| !kind.is_service());
    usual.or_else(first).map(|kind| kind.slug.clone())
}

/// The session into which flops go without asking: the night of flops, if there is one.
fn night<'a>(known: &'a Known, call: &Call) -> Option<&'a SessionCode> {
    let kind = view::kind_of_session(call.setup.kind);
    let nights = known.draft.sessions.iter();
    let mut nights = nights.filter(|session| session.kind.as_str() == kind);
    let first = nights.next()?;
    (call.setup.kind == CallKind::Flop && nights.next().is_none()).then_some(&first.code)
}

/// What groups are called, in both languages: by their theme, counted where several have the same one; a
/// practice that has a session of its own by its own title.
fn names(groups: &[Group], known: &Known, kind: CallKind) -> Vec<Vec<(Lang, String)>> {
    let mut counts: BTreeMap<(Lang, String), u32> = BTreeMap::new();
    let mut name = |group: &Group| {
        let alone = match group.members.as_slice() {
            [only] if kind == CallKind::Practice => known.find(only.submission),
            _ => None,
        };
        if let Some(alone) = alone {
            let is_english = alone.words.lang.as_str() == Lang::En.code();
            let lang = if is_english { Lang::En } else { Lang::Pl };
            return vec![(lang, alone.words.title.clone())];
        }
        let in_language = Lang::ALL.map(|lang| {
            let base = base(group, known, kind, messages(lang));
            let count = counts.entry((lang, base.clone())).or_default();
            *count += 1;
            match *count {
                1 => (lang, base),
                count => (lang, format!("{base} ({count})")),
            }
        });
        in_language.into()
    };
    groups.iter().map(&mut name).collect()
}

fn base(group: &Group, known: &Known, kind: CallKind, m: &Messages) -> String {
    let theme = match group.why.first() {
        Some(Why::OneTrack(Some(track))) => view::track(&known.draft, Some(track), m),
        _ => m.choosing_several_themes().to_owned(),
    };
    match kind {
        CallKind::Kaleidoscope => m.choosing_name_kaleidoscope(theme),
        CallKind::Practice => m.choosing_name_practices(theme),
        CallKind::Flop => m.choosing_name_flops().to_owned(),
        CallKind::Poster => m.choosing_name_posters().to_owned(),
    }
}

/// What a form says. A talk that is named twice counts once; what is chosen since is in no group; what is
/// placed or out since is left out.
pub fn read<'a>(data: &FormData, known: &'a Known) -> Plan<'a> {
    let numbers = wiec_kit::form::rows::ids(data, "group", 60);
    let mut groups: Vec<Planned<'a>> = numbers
        .into_iter()
        .map(|number| Planned {
            number,
            talks: Vec::new(),
        })
        .collect();
    let mut left: Vec<&Submission> = known.open().collect();
    let ids = data.all("talk").filter_map(|raw| raw.parse().ok());
    for id in ids.collect::<Vec<SubmissionId>>() {
        let Some(at) = left.iter().position(|it| it.id == id) else {
            continue;
        };
        let wanted: Option<u32> = data.get(&place(id)).and_then(|raw| raw.parse().ok());
        let group = groups.iter_mut().find(|it| Some(it.number) == wanted);
        if let Some(group) = group {
            group.talks.push(left.remove(at));
        }
    }
    Plan {
        groups,
        outside: left,
    }
}

/// The same fields after a button: `up.<talk>`, `down.<talk>`, `add`, or none of these.
pub fn moved(data: &FormData, act: &str) -> FormData {
    let mut after = data.clone();
    if act == "add" {
        let numbers = wiec_kit::form::rows::ids(data, "group", 60);
        let next = numbers.iter().max().map_or(1, |last| last + 1);
        if next <= GROUPS {
            after.push("group", &next.to_string());
        }
        return after;
    }
    let mut talks: Vec<String> = data.all("talk").map(str::to_owned).collect();
    let group = |talk: &String| {
        let of = data.get(&format!("in-{talk}"));
        of.unwrap_or(OUTSIDE).to_owned()
    };
    let Some((verb, id)) = act.split_once('.') else {
        return after;
    };
    let Some(at) = talks.iter().position(|talk| talk == id) else {
        return after;
    };
    let own = group(&talks[at]);
    let other = match verb {
        "up" => (0..at).rev().find(|other| group(&talks[*other]) == own),
        "down" => (at + 1..talks.len()).find(|other| group(&talks[*other]) == own),
        _ => None,
    };
    if let Some(other) = other {
        talks.swap(at, other);
        after.drop("talk");
        for talk in &talks {
            after.push("talk", talk);
        }
    }
    after
}

/// What a group has in common and where it falls short, in words.
pub fn why(talks: &[&Submission], least: u32, draft: &Programme, m: &Messages) -> Vec<String> {
    let members: Vec<GroupMember> = talks.iter().copied().map(member).collect();
    let count = u32::try_from(members.len()).unwrap_or(u32::MAX);
    // Asked for as many as there are, it finds one group and what is to be said of it.
    let sizes = Sizes {
        least: count,
        most: count,
    };
    let found = group(&members, sizes).groups;
    let found = found.into_iter().flat_map(|group| group.why);
    let few = (0 < count && count < least).then_some(Why::TooFew { has: count });
    let found = found.chain(few);
    found.map(|why| said(&why, least, draft, m)).collect()
}

fn said(why: &Why, least: u32, draft: &Programme, m: &Messages) -> String {
    let joined = |names: Vec<String>| names.join(", ");
    match why {
        Why::OneTrack(track) => m.choosing_why_track(view::track(draft, track.as_ref(), m)),
        Why::FewOfEach(tracks) => {
            let names = tracks.iter().map(|it| view::track(draft, it.as_ref(), m));
            m.choosing_why_few_of_each(joined(names.collect()))
        }
        Why::OneTier(tier) => m.choosing_why_tier(words::tier(*tier, m)),
        Why::Tiers(tiers) => {
            let names = tiers.iter().map(|tier| words::tier(*tier, m).to_owned());
            m.choosing_why_tiers(joined(names.collect()))
        }
        Why::TooFew { has } => m.choosing_why_too_few(*has, least),
    }
}
