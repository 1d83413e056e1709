//! A remark as it is shown wherever it is shown.

use wiec_kit::markdown;
use wiec_kit::said::Said;
use wiec_model::Lang;
use wiec_model::register::{Answer, Clause, Remark, RemarkState, Stance, Stances};

use super::addresses;
use super::setting::Setting;
use super::talk::Talk;
use super::votes::Votes;
use super::words;
use crate::parts::Part;

/// So many letters of a remark stand in the margin of a text.
const MARGIN_LETTERS: usize = 240;

/// A remark, ready to be shown.
pub struct Line {
    pub number: u32,
    /// Its anchor on a page.
    pub id: String,
    pub href: String,
    pub icon: &'static str,
    pub kind: &'static str,
    pub author: Said,
    pub behalf: Option<Said>,
    pub when: String,
    pub machine: String,
    pub channel: Option<&'static str>,
    /// What it is about.
    pub clause: String,
    pub clause_href: String,
    /// The language it is in, where it is not the page's.
    pub spoken: Option<&'static str>,
    pub body: String,
    pub reasons: Option<String>,
    pub wording: Option<String>,
    /// What became of it, with the class of the tag.
    pub tag: Option<(&'static str, String)>,
    pub answer: Option<AnswerLine>,
    pub stances: Stances,
    pub votes: Votes,
    /// Where one agrees; none while remarks are not taken.
    pub vote: Option<String>,
    pub agrees: bool,
    pub agree_label: String,
    pub reply: Option<String>,
    pub replies_to: Option<Other>,
    pub same: Vec<Other>,
    pub same_as: Option<Other>,
    pub is_mine: bool,
    pub is_waiting: bool,
    /// Replies of its thread.
    pub replies: Vec<Self>,
}

/// Another remark that is named beside one.
pub struct Other {
    pub number: u32,
    pub href: String,
    pub author: Said,
}

/// The answer of a team.
pub struct AnswerLine {
    pub position: &'static str,
    pub when: String,
    pub machine: String,
    pub spoken: Option<&'static str>,
    pub reasons: String,
}

/// How much of a remark is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Its beginning, for the margin of a text.
    Beginning,
    /// All of it.
    Whole,
}

/// Makes lines: it knows the proposal, its talk and its parts.
pub struct Lines<'a> {
    pub setting: &'a Setting<'a>,
    pub talk: &'a Talk,
    pub parts: &'a [Part<'a>],
}

impl Lines<'_> {
    /// A remark; one without a number was never public, and is shown to its author as number 0.
    pub fn line(&self, remark: &Remark, measure: Measure) -> Line {
        let setting = self.setting;
        let m = setting.m();
        let (icon, kind) = words::kind(remark.kind, m);
        let number = remark.number.unwrap_or_default();
        let stances = self.talk.stances(remark);
        let (clause, clause_href) = self.clause(&remark.clause);
        let is_open = setting.is_open() && remark.is_public();
        let body = match measure {
            Measure::Beginning => {
                let beginning = words::beginning(&remark.body, MARGIN_LETTERS);
                format!("<p>{}</p>", Said::new(&beginning))
            }
            Measure::Whole => words::paragraphs(&remark.body),
        };
        let whole = |typed: &Option<String>| typed.clone().filter(|_| measure == Measure::Whole);
        Line {
            number,
            id: anchor(remark),
            href: setting.paths().remark(setting.proposal, number),
            icon,
            kind,
            author: Said::new(&remark.author.name),
            behalf: words::behalf(remark.author.behalf, remark.author.body.as_deref(), m)
                .map(|words| Said::new(&words)),
            when: setting.moment(remark.received_at),
            machine: setting.machine(remark.received_at),
            channel: words::channel(remark.channel, m),
            clause,
            clause_href,
            spoken: spoken(remark.lang, setting.lang()),
            body,
            reasons: whole(&remark.reasons).map(|typed| words::paragraphs(&typed)),
            wording: whole(&remark.wording).map(|typed| markdown::html(&typed)),
            tag: self.tag(remark),
            answer: (measure == Measure::Whole)
                .then(|| self.talk.answer(remark))
                .flatten()
                .map(|answer| self.answer(answer)),
            votes: Votes::of(stances, self.talk.stance(remark), setting),
            stances,
            vote: is_open.then(|| addresses::vote(setting.paths(), setting.proposal, number)),
            agrees: self.talk.stance(remark) == Some(Stance::For),
            agree_label: m.read_agree(stances.supporters, number),
            reply: (is_open && self.stands(&remark.clause)).then(|| self.reply(remark, number)),
            replies_to: remark
                .reply_to
                .and_then(|to| self.other(self.talk.get(to)?)),
            same: self
                .talk
                .same(remark.id)
                .filter_map(|other| self.other(other))
                .collect(),
            same_as: remark.same_as.and_then(|to| self.other(self.talk.get(to)?)),
            is_mine: self.talk.is_mine(remark),
            is_waiting: matches!(remark.state, RemarkState::Waiting { .. }),
            replies: Vec::new(),
        }
    }

    /// A remark with the thread that it begins.
    pub fn thread(&self, remark: &Remark) -> Line {
        let thread = self.talk.thread(remark.id);
        let replies = thread.into_iter().map(|reply| {
            let mut line = self.line(reply, Measure::Whole);
            // What it replies to stands right above, unless it is a reply itself.
            line.replies_to = line
                .replies_to
                .filter(|other| Some(other.number) != remark.number);
            line
        });
        Line {
            replies: replies.collect(),
            ..self.line(remark, Measure::Whole)
        }
    }

    /// What a remark is about, in words, and the page of it.
    pub fn clause(&self, clause: &Clause) -> (String, String) {
        let setting = self.setting;
        let m = setting.m();
        let href = setting.paths().clause(setting.proposal, clause);
        let name = match clause {
            Clause::Whole => m.read_clause_whole().to_owned(),
            Clause::Item(code) => code.clone(),
            Clause::Block(anchor) => {
                let part = self.parts.iter().find(|part| part.holds(*anchor));
                match part.map(Part::name).filter(|name| !name.is_empty()) {
                    Some(name) => name,
                    None if part.is_some() => m.read_clause_start().to_owned(),
                    None => m.read_clause_gone().to_owned(),
                }
            }
        };
        (name, href)
    }

    /// Another remark, to be named; none that has no number.
    pub fn other(&self, remark: &Remark) -> Option<Other> {
        let number = remark.number?;
        Some(Other {
            number,
            href: self.setting.paths().remark(self.setting.proposal, number),
            author: Said::new(&remark.author.name),
        })
    }

    /// The answer of the team.
    pub fn answer(&self, answer: &Answer) -> AnswerLine {
        let (_, position) = words::position(answer.position, self.setting.m());
        AnswerLine {
            position,
            when: self.setting.moment(answer.at),
            machine: self.setting.machine(answer.at),
            spoken: spoken(answer.lang, self.setting.lang()),
            reasons: words::paragraphs(&answer.reasons),
        }
    }

    fn tag(&self, remark: &Remark) -> Option<(&'static str, String)> {
        let m = self.setting.m();
        if matches!(remark.state, RemarkState::Waiting { .. }) {
            return Some(("is-warn", m.read_waiting().to_owned()));
        }
        if let Some(version) = remark.merged_in {
            return Some(("is-ok", m.read_merged_in(version)));
        }
        let answer = self.talk.answer(remark)?;
        let (class, position) = words::position(answer.position, m);
        Some((class, m.read_team_says(position)))
    }

    /// Whether the newest version has a clause, so that something can be said at it.
    fn stands(&self, clause: &Clause) -> bool {
        match clause {
            Clause::Block(anchor) => self.parts.iter().any(|part| part.holds(*anchor)),
            Clause::Whole | Clause::Item(_) => true,
        }
    }

    fn reply(&self, remark: &Remark, number: u32) -> String {
        let (setting, to) = (self.setting, number.to_string());
        let form = addresses::new_remark(setting.paths(), setting.proposal, &remark.clause);
        form + &wiec_kit::address::query(&[(setting.words().reply_to, &to)])
    }
}

/// The anchor of a remark on pages: the same in both languages, because people pass it on.
pub fn anchor(remark: &Remark) -> String {
    format!("uwaga-{}", remark.number.unwrap_or_default())
}

/// The language of words for a `lang` attribute, where it is not the page's.
pub fn spoken(lang: Lang, page: Lang) -> Option<&'static str> {
    (lang != page).then(|| lang.code())
}
