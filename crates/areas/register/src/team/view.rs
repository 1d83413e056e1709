//! What the team's pages share: addresses, frames, names, marked differences.

use jiff::Timestamp;
use wiec_kit::app::App;
use wiec_kit::dates;
use wiec_kit::error::PageError;
use wiec_kit::frame::{Frame, Reader, Section as Menu};
use wiec_kit::messages::Messages;
use wiec_kit::paths::Paths;
use wiec_kit::visit::Visit;
use wiec_model::register::{Draft, Proposal, Section, Version};
use wiec_model::rules::{Action, Actor, On, may};
use wiec_model::{AccountId, Lang};
use wiec_text::{Anchor, Content, Document, Entry, Head, Kind, View, compare, comparison_html};

/// The words of this part's own addresses.
pub struct Words {
    pub section: &'static str,
    pub hold: &'static str,
    pub release: &'static str,
    pub take_over: &'static str,
    pub suggestion: &'static str,
    pub suggestions: &'static str,
    pub import: &'static str,
    pub save: &'static str,
    pub languages: &'static str,
    pub challenges: &'static str,
    pub publish: &'static str,
    pub answers: &'static str,
    pub preview: &'static str,
    pub merge: &'static str,
}

/// The words of addresses in `lang`.
pub const fn words(lang: Lang) -> Words {
    match lang {
        Lang::Pl => Words {
            section: "sekcja",
            hold: "trzymaj",
            release: "pusc",
            take_over: "przejmij",
            suggestion: "sugestia",
            suggestions: "sugestie",
            import: "wczytaj",
            save: "zapisz",
            languages: "jezyki",
            challenges: "wyzwania",
            publish: "publikacja",
            answers: "odpowiedzi",
            preview: "podglad",
            merge: "scalanie",
        },
        Lang::En => Words {
            section: "section",
            hold: "hold",
            release: "release",
            take_over: "take-over",
            suggestion: "suggestion",
            suggestions: "suggestions",
            import: "import",
            save: "save",
            languages: "languages",
            challenges: "challenges",
            publish: "publication",
            answers: "answers",
            preview: "preview",
            merge: "merging",
        },
    }
}

/// The address of a page of the team.
pub fn at(paths: &Paths, proposal: &Proposal, word: impl Fn(Words) -> &'static str) -> String {
    paths.team(proposal, word(words(paths.lang())))
}

/// The address of a section, or of something of it.
pub fn section(paths: &Paths, proposal: &Proposal, key: &str) -> String {
    format!("{}/{key}", at(paths, proposal, |words| words.section))
}

/// The address of something of a section.
pub fn of_section(
    paths: &Paths,
    proposal: &Proposal,
    key: &str,
    word: impl Fn(Words) -> &'static str,
) -> String {
    let word = word(words(paths.lang()));
    format!("{}/{word}", section(paths, proposal, key))
}

/// The same address of a page, which says there that something was saved.
pub fn saved(path: &str) -> String {
    wiec_kit::office::saved(path)
}

/// The frame of a page of the team. No browser keeps it for when there is no network.
pub fn frame(app: &App, visit: &Visit, title: &str, place: impl Fn(&Paths) -> String) -> Frame {
    let reader = Reader::of(visit);
    Frame::new(app, visit.edition.as_ref(), &reader, title, place)
        .within(Menu::Aside)
        .unlisted()
}

/// Whether somebody may write a proposal, and not only read and suggest.
pub fn may_write(actor: &Actor, proposal: &Proposal) -> bool {
    let on = On::Proposal(proposal.congress.clone(), proposal.slug.clone());
    may(actor, Action::WriteProposal, &on)
}

/// The words that the team works on.
pub async fn draft(app: &App, proposal: &Proposal) -> Result<Draft, PageError> {
    let draft = app.store.register().draft(proposal.id).await?;
    draft.ok_or(PageError::NotFound)
}

/// The version that the public reads, if there is one.
pub async fn published(app: &App, proposal: &Proposal) -> Result<Option<Version>, PageError> {
    match proposal.current {
        Some(number) => Ok(app.store.register().version(proposal.id, number).await?),
        None => Ok(None),
    }
}

/// What a section is called on pages.
pub fn heading(section: &Section, m: &Messages) -> String {
    match section.heading.as_str() {
        "" => m.team_opening().to_owned(),
        words => words.to_owned(),
    }
}

/// What stands for who is signed in, and says nothing about them.
pub fn owner(app: &App, account: AccountId) -> String {
    app.secret.code("kept", &account.to_string())
}

/// What stands for words as they are now: it changes whenever they do.
pub fn state(app: &App, words: &str) -> String {
    app.secret.code("words as seen", words)
}

/// An hour, and the day too.
pub fn moment(at: Timestamp, frame: &Frame) -> String {
    let zone = frame
        .edition
        .as_ref()
        .map(|edition| edition.release.programme.congress.zone.clone());
    zone.map_or_else(String::new, |zone| {
        let day = dates::day_month(dates::date_of(at, &zone), frame.lang);
        format!("{day}, {}", dates::hour(at, &zone))
    })
}

/// A text as HTML of its own, whose highest headings are of `level`: without the anchors, which belong to
/// the public page.
pub fn html_at(document: &Document, level: u8) -> String {
    let frame = wiec_text::Frame {
        first_heading: first_heading(&[document], level),
        ..wiec_text::Frame::default()
    };
    without_ids(&wiec_text::html(document, frame))
}

/// As [`html_at`], for a text below a heading of a page.
pub fn html(document: &Document) -> String {
    html_at(document, 3)
}

/// What the first level of headings has to be in HTML, so that the highest that there is becomes `level`:
/// a section has none of the levels above its own.
fn first_heading(documents: &[&Document], level: u8) -> u8 {
    let blocks = documents.iter().flat_map(|document| document.blocks());
    let levels = blocks.filter_map(|block| match block.content.kind {
        Kind::Heading(level) => Some(level),
        _ => None,
    });
    (level + 1).saturating_sub(levels.min().unwrap_or(1)).max(1)
}

/// A text in Markdown as HTML.
pub fn shown(markdown: &str) -> String {
    html(&Document::from_markdown(markdown))
}

/// Some blocks as HTML.
pub fn blocks(contents: &[Content]) -> String {
    html(&Document::new(contents.to_vec()))
}

/// All of the difference of two texts, marked.
pub fn marked(before: &Document, after: &Document, m: &'static Messages) -> String {
    let comparison = compare(before, after);
    let first = first_heading(&[before, after], 3);
    without_ids(&comparison_html(
        &comparison,
        View::Marked,
        &marks(m),
        first,
    ))
}

/// The difference of two texts in Markdown, marked.
pub fn marked_words(before: &str, after: &str, m: &'static Messages) -> String {
    let before = Document::from_markdown(before);
    let after = before.revise(after);
    marked(&before, &after, m)
}

/// The paragraphs of the difference in which something changed, marked; nothing where they say the same.
pub fn excerpt(before: &Document, after: &Document, m: &'static Messages) -> Option<String> {
    let changed = changed(before, after);
    if changed.is_empty() {
        return None;
    }
    let part = |text: &Document| {
        let blocks = text.blocks().iter();
        let touched = blocks.filter(|block| changed.contains(&block.anchor));
        Document::new(touched.map(|block| block.content.clone()).collect())
    };
    let before = part(before);
    let after = before.revise(&part(after).to_markdown());
    Some(marked(&before, &after, m))
}

/// The anchors of the blocks in which two texts differ.
fn changed(before: &Document, after: &Document) -> Vec<Anchor> {
    let anchors = |heads: &[Head]| heads.iter().map(|head| head.anchor).collect::<Vec<_>>();
    let comparison = compare(before, after);
    let touched = comparison.entries().iter().flat_map(|entry| match entry {
        Entry::Kept(_) => Vec::new(),
        Entry::Changed { before, after, .. } => [anchors(before), anchors(after)].concat(),
        Entry::Deleted(head, _) | Entry::Inserted(head, _) => vec![head.anchor],
        Entry::MovedAway(block) => vec![block.anchor],
        Entry::MovedHere { after, .. } => vec![after.anchor],
    });
    touched.collect()
}

/// What a screen reader says before marks.
pub fn marks(m: &'static Messages) -> wiec_text::Words<'static> {
    wiec_text::Words {
        deleted: m.team_mark_deleted(),
        inserted: m.team_mark_inserted(),
        moved_away: m.team_mark_moved_away(),
        moved_here: m.team_mark_moved_here(),
        split: m.team_mark_split(),
        joined: m.team_mark_joined(),
        reshaped: m.team_mark_reshaped(),
        end: m.team_mark_end(),
    }
}

/// HTML of our own making without its ids: an anchor may stand once in a page.
pub fn without_ids(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    for (at, part) in html.split('<').enumerate() {
        if at > 0 {
            out.push('<');
        }
        let (tag, words) = part
            .split_once('>')
            .map_or((part, None), |(tag, words)| (tag, Some(words)));
        match (at, tag.split_once(" id=\"")) {
            (1.., Some((name, rest))) => {
                out.push_str(name);
                out.push_str(rest.split_once('"').map_or("", |(_, rest)| rest));
            }
            _ => out.push_str(tag),
        }
        if let Some(words) = words {
            out.push('>');
            out.push_str(words);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_go_from_tags_and_stay_in_words() {
        let html = "<p id=\"p1\" class=\"a\">x id=\"y\" &gt;</p><h3 id=\"p2\">b</h3>";
        let bare = "<p class=\"a\">x id=\"y\" &gt;</p><h3>b</h3>";
        assert_eq!(without_ids(html), bare);
    }
}
