//! What stands around the text: its team, other languages, versions, files.

use wiec_kit::address;
use wiec_kit::said::Said;
use wiec_model::register::Version;

use super::Compare;
use crate::reading::addresses;
use crate::reading::line::{Lines, Other};
use crate::reading::setting::Setting;
use crate::reading::talk::Talk;
use crate::reading::words;

/// Somebody of the team.
pub struct Member {
    pub name: Said,
    pub body: Option<Said>,
    pub part: &'static str,
}

/// A published version.
pub struct VersionLine {
    pub number: u32,
    pub when: String,
    pub machine: String,
    pub note: Option<Said>,
    pub href: String,
    /// The first letters of its hash.
    pub hash: String,
    /// The remarks whose wording it took.
    pub merged: Vec<Other>,
    pub is_current: bool,
}

/// A file.
pub struct FileLine {
    pub name: &'static str,
    pub what: &'static str,
    pub href: String,
}

/// The team, its leaders first.
pub fn members(setting: &Setting<'_>) -> Vec<Member> {
    let mut team: Vec<_> = setting.proposal.about.team.iter().collect();
    team.sort_by_key(|member| member.part);
    let line = |member: &wiec_model::register::TeamMember| Member {
        name: Said::new(&member.name),
        body: member.body.as_deref().map(Said::new),
        part: words::team_part(member.part, setting.m()),
    };
    team.into_iter().map(line).collect()
}

/// The text in other languages and in easy words: what it is called, where it is, in which language.
pub fn other_texts(
    setting: &Setting<'_>,
    version: &Version,
) -> Vec<(String, String, &'static str)> {
    let (m, words) = (setting.m(), setting.words());
    let page = setting.paths().proposal(setting.proposal);
    let link =
        |word: &str, lang: wiec_model::Lang| page.clone() + &address::query(&[(word, lang.code())]);
    let translations = version.content.translations.keys().map(|lang| {
        let name = match lang {
            wiec_model::Lang::Pl => m.read_in_polish(),
            wiec_model::Lang::En => m.read_in_english(),
        };
        (name.to_owned(), link(words.language, *lang), lang.code())
    });
    let easy = version.content.easy.keys().map(|lang| {
        let name = match lang {
            wiec_model::Lang::Pl => m.read_easy_polish(),
            wiec_model::Lang::En => m.read_easy_english(),
        };
        (name.to_owned(), link(words.easy, *lang), lang.code())
    });
    translations.chain(easy).collect()
}

/// All versions, the newest first.
pub fn versions(lines: &Lines<'_>) -> Vec<VersionLine> {
    let (setting, talk) = (lines.setting, lines.talk);
    let line = |version: &wiec_store::VersionSummary| VersionLine {
        number: version.number,
        when: setting.day(version.published_at),
        machine: setting.machine(version.published_at),
        note: version.note.as_ref().map(|note| setting.said(note)),
        href: setting.paths().version(setting.proposal, version.number),
        hash: version.hash.chars().take(12).collect(),
        merged: version
            .merged
            .iter()
            .filter_map(|id| lines.other(talk.get(*id)?))
            .collect(),
        is_current: version.number == talk.version.number,
    };
    talk.versions.iter().map(line).collect()
}

/// The form that compares two versions, the last two chosen; none while there is but one.
pub fn compare(setting: &Setting<'_>, talk: &Talk) -> Option<Compare> {
    let newest = talk.version.number;
    if talk.versions.len() < 2 {
        return None;
    }
    let options = |chosen: u32| {
        let all = talk.versions.iter();
        all.map(|it| (it.number, it.number == chosen)).collect()
    };
    Some(Compare {
        action: addresses::compare(setting.paths(), setting.proposal),
        from: (setting.words().from, options(newest - 1)),
        to: (setting.words().to, options(newest)),
    })
}

/// What machines and archives get of it.
pub fn files(setting: &Setting<'_>) -> Vec<FileLine> {
    let m = setting.m();
    let names = wiec_kit::paths::words(setting.lang());
    let file = |name, what, place: &str| FileLine {
        name,
        what,
        href: setting.paths().in_proposal(setting.proposal, place),
    };
    let own = crate::reading::addresses::words(setting.lang());
    vec![
        file(
            m.read_file_reports(),
            m.read_file_reports_what(),
            names.reports,
        ),
        file(m.read_file_akn(), m.read_file_akn_what(), own.akn),
        file(m.read_file_json(), m.read_file_json_what(), own.json),
        file(m.read_file_csv(), m.read_file_csv_what(), own.csv),
        file(m.read_file_atom(), m.read_file_atom_what(), "atom.xml"),
    ]
}
