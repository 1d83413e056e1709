//! The challenges that a team found and what it recommends, each a clause of its own.

use wiec_kit::frame::Reader;
use wiec_kit::messages::{Messages, messages};
use wiec_kit::said::Said;
use wiec_model::challenge::{Challenge, CrossLink, Recommendation};
use wiec_model::register::Clause;

use super::clauses::count;
use crate::reading::addresses;
use crate::reading::line::Lines;
use crate::reading::setting::Setting;
use crate::reading::words;

/// A challenge with what is recommended against it.
pub struct ChallengeView {
    pub code: String,
    pub words: Said,
    pub facts: Vec<(&'static str, Said)>,
    pub talk: ItemTalk,
    pub recommendations: Vec<RecommendationView>,
}

/// A recommendation.
pub struct RecommendationView {
    pub code: String,
    pub words: Said,
    pub facts: Vec<(&'static str, String)>,
    pub links: Vec<LinkView>,
    pub talk: Option<ItemTalk>,
}

/// What is said at an item, and where one says something.
pub struct ItemTalk {
    pub all: String,
    pub all_href: String,
    pub add: Option<String>,
}

/// How a recommendation stands to another one.
pub struct LinkView {
    pub class: &'static str,
    pub icon: &'static str,
    pub kind: &'static str,
    pub code: String,
    pub href: String,
}

/// The challenges of a proposal.
pub fn challenges(lines: &Lines<'_>) -> Vec<ChallengeView> {
    let content = &lines.talk.version.content;
    let known: Vec<&str> = codes(&content.challenges).collect();
    let view = |challenge: &Challenge| ChallengeView {
        code: challenge.code.clone(),
        words: lines.setting.said(&challenge.challenge),
        facts: facts(challenge, lines.setting),
        talk: talk(lines, &challenge.code),
        recommendations: challenge
            .solutions
            .iter()
            .map(|it| RecommendationView {
                talk: Some(talk(lines, &it.code)),
                ..recommendation(it, &lines.setting.reader, |code| {
                    // Those of other proposals stand on the page of all.
                    let page = if known.contains(&code) {
                        String::new()
                    } else {
                        lines.setting.paths().recommendations()
                    };
                    format!("{page}#{code}")
                })
            })
            .collect(),
    };
    content.challenges.iter().map(view).collect()
}

/// A recommendation; `leads` says where the page of another one by its code is.
pub fn recommendation(
    recommendation: &Recommendation,
    reader: &Reader,
    leads: impl Fn(&str) -> String,
) -> RecommendationView {
    let m = messages(reader.lang());
    RecommendationView {
        code: recommendation.code.clone(),
        words: Said::of(&recommendation.text, reader.lang()),
        facts: recommendation_facts(recommendation, m),
        links: links(recommendation, m, leads),
        talk: None,
    }
}

fn recommendation_facts(
    recommendation: &Recommendation,
    m: &Messages,
) -> Vec<(&'static str, String)> {
    let said = |key: &Option<String>, of: fn(&str, &Messages) -> String| {
        key.as_deref().map(|key| of(key, m))
    };
    let all = [
        (
            m.read_facet_instrument(),
            said(&recommendation.instrument, |key, m| {
                words::instrument(key, m).to_owned()
            }),
        ),
        (
            m.read_facet_addressee(),
            said(&recommendation.addressee, |key, m| {
                words::addressee(key, m).to_owned()
            }),
        ),
        (
            m.read_facet_horizon(),
            said(&recommendation.horizon, |key, m| {
                words::horizon(key, m).to_owned()
            }),
        ),
        (
            m.read_facet_priority(),
            recommendation.priority.map(|it| it.to_string()),
        ),
        (
            m.read_facet_cost(),
            said(&recommendation.cost, |key, m| {
                words::cost(key, m).to_owned()
            }),
        ),
    ];
    all.into_iter()
        .filter_map(|(name, value)| Some((name, value?)))
        .collect()
}

fn links(
    recommendation: &Recommendation,
    m: &Messages,
    leads: impl Fn(&str) -> String,
) -> Vec<LinkView> {
    let view = |link: &CrossLink| {
        let (class, icon, kind) = words::link(link.kind, m);
        LinkView {
            class,
            icon,
            kind,
            code: link.code.clone(),
            href: leads(&link.code),
        }
    };
    recommendation.links.iter().map(view).collect()
}

fn codes(challenges: &[Challenge]) -> impl Iterator<Item = &str> {
    challenges.iter().flat_map(|challenge| {
        let solutions = challenge.solutions.iter().map(|it| it.code.as_str());
        solutions.chain([challenge.code.as_str()])
    })
}

fn facts(challenge: &Challenge, setting: &Setting<'_>) -> Vec<(&'static str, Said)> {
    let m = setting.m();
    let all = [
        (m.read_challenge_evidence(), &challenge.evidence),
        (m.read_challenge_causes(), &challenge.causes),
        (m.read_challenge_affected(), &challenge.affected),
    ];
    all.into_iter()
        .filter_map(|(name, text)| Some((name, setting.said(text.as_ref()?))))
        .collect()
}

fn talk(lines: &Lines<'_>, code: &str) -> ItemTalk {
    let setting = lines.setting;
    let clause = Clause::Item(code.to_owned());
    ItemTalk {
        all: setting.m().read_remarks_count(count(lines, &clause)),
        all_href: setting.paths().clause(setting.proposal, &clause),
        add: setting
            .is_open()
            .then(|| addresses::new_remark(setting.paths(), setting.proposal, &clause)),
    }
}
