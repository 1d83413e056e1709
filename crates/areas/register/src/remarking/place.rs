//! What something is said about: a clause of the newest version, by its name and with its words.

use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::messages::Messages;
use wiec_model::Lang;
use wiec_model::register::{Clause, Content, Proposal, Version};
use wiec_text::{Anchor, Block, Document, Frame, Kind, html};

use crate::parts::parts;

/// A clause with the version that it is read in.
pub(super) struct Place {
    /// Which part.
    pub clause: Clause,
    /// The version.
    pub version: Version,
}

impl Place {
    /// The clause that an address names, in the newest version; what is not there does not exist.
    pub async fn find(app: &App, proposal: &Proposal, clause: &str) -> Result<Self, PageError> {
        let clause: Clause = clause.parse().map_err(|_| PageError::NotFound)?;
        let number = proposal.current.ok_or(PageError::NotFound)?;
        let version = app.store.register().version(proposal.id, number).await?;
        let version = version.ok_or(PageError::NotFound)?;
        Ok(Self { clause, version })
    }

    /// Whether the version has this clause.
    pub fn is_there(&self) -> bool {
        holds(&self.version.content, &self.clause)
    }

    /// What the clause is called on screen: `§ 4. Plan zasobu, akapit 2`.
    pub fn name(&self, m: &Messages, lang: Lang) -> String {
        let content = &self.version.content;
        match &self.clause {
            Clause::Whole => m.remarking_whole().to_owned(),
            Clause::Block(anchor) => block_name(&content.document, *anchor, m),
            Clause::Item(code) => {
                let words = item(content, code, lang).unwrap_or_default();
                format!("{code}. {words}")
            }
        }
    }

    /// What the clause says, as HTML; of the whole text nothing, because it is long.
    pub fn words(&self, lang: Lang) -> Option<String> {
        let content = &self.version.content;
        match &self.clause {
            Clause::Whole => None,
            Clause::Block(anchor) => {
                let blocks = part(&content.document, *anchor);
                let contents = blocks.iter().map(|block| block.content.clone());
                let part = Document::new(contents.collect());
                Some(html(&part, Frame::default()))
            }
            Clause::Item(code) => {
                let words = item(content, code, lang)?;
                let plain = wiec_text::Text::plain(&words);
                let content = wiec_text::Content {
                    kind: Kind::Paragraph,
                    depth: 0,
                    text: plain,
                };
                Some(html(&Document::new(vec![content]), Frame::default()))
            }
        }
    }
}

/// Whether there is such a clause.
pub(super) fn holds(content: &Content, clause: &Clause) -> bool {
    match clause {
        Clause::Whole => true,
        Clause::Block(anchor) => content.document.find(*anchor).is_some(),
        Clause::Item(code) => item(content, code, Lang::Pl).is_some(),
    }
}

/// The blocks that a clause is: a heading with all that stands under it, any other block alone.
pub(super) fn part(document: &Document, anchor: Anchor) -> &[Block] {
    let blocks = document.blocks();
    let Some(first) = blocks.iter().position(|block| block.anchor == anchor) else {
        return &[];
    };
    let Kind::Heading(level) = blocks[first].content.kind else {
        return &blocks[first..=first];
    };
    let ends = |block: &Block| matches!(block.content.kind, Kind::Heading(it) if it <= level);
    let rest = &blocks[first + 1..];
    let length = rest.iter().position(ends).unwrap_or(rest.len());
    &blocks[first..=first + length]
}

/// The heading under which a block stands, or the block itself if it is one.
pub(super) fn heading_of(document: &Document, anchor: Anchor) -> Option<Anchor> {
    let blocks = document.blocks();
    let at = blocks.iter().position(|block| block.anchor == anchor)?;
    let is_heading = |block: &&Block| matches!(block.content.kind, Kind::Heading(_));
    let heading = blocks[..=at].iter().rev().find(is_heading)?;
    Some(heading.anchor)
}

/// What a block is called on screen.
pub(super) fn block_name(document: &Document, anchor: Anchor, m: &Messages) -> String {
    let parts = parts(document);
    let part = parts.iter().find(|part| part.holds(anchor));
    let numbered = part.and_then(|part| Some((part, part.number?, part.heading()?)));
    let place = |blocks: &[Block]| blocks.iter().position(|block| block.anchor == anchor);
    let Some((part, number, heading)) = numbered else {
        return m.remarking_paragraph(place(document.blocks()).unwrap_or_default() + 1);
    };
    match place(part.blocks).unwrap_or_default() {
        0 => m.remarking_section(heading, number),
        within => m.remarking_paragraph_of(heading, number, within),
    }
}

/// The words of a challenge or recommendation.
fn item(content: &Content, code: &str, lang: Lang) -> Option<String> {
    for challenge in &content.challenges {
        if challenge.code == code {
            return Some(challenge.challenge.words(lang).to_owned());
        }
        let mut solutions = challenge.solutions.iter();
        if let Some(found) = solutions.find(|one| one.code == code) {
            return Some(found.text.words(lang).to_owned());
        }
    }
    None
}

impl Place {
    /// The clause in the newest version, or, if it is gone from there, in the older one that somebody read
    /// when they began to write.
    pub async fn or_seen(
        app: &App,
        proposal: &Proposal,
        clause: &str,
        seen: u32,
    ) -> Result<Self, PageError> {
        let place = Self::find(app, proposal, clause).await?;
        if place.is_there() {
            return Ok(place);
        }
        let older = app.store.register().version(proposal.id, seen).await?;
        let older = older.filter(|version| holds(&version.content, &place.clause));
        let version = older.ok_or(PageError::NotFound)?;
        Ok(Self { version, ..place })
    }
}

#[cfg(test)]
mod tests {
    use wiec_kit::messages::messages;

    use super::*;

    const TEXT: &str =
        "# Najem\n\nWstęp.\n\n## Cel\n\nJedno.\n\n### Miary\n\nDrugie.\n\n## Plan\n\nTrzecie.";

    fn anchor(word: &str) -> Anchor {
        word.parse().unwrap()
    }

    #[test]
    fn a_block_is_called_by_its_section_and_its_place_there() {
        let text = Document::from_markdown(TEXT);
        let m = messages(Lang::Pl);
        for (block, name) in [
            ("p1", "akapit 1"),
            ("p2", "akapit 2"),
            ("p3", "§ 1. Cel"),
            ("p4", "§ 1. Cel, akapit 1"),
            ("p6", "§ 1. Cel, akapit 3"),
            ("p7", "§ 2. Plan"),
            ("p8", "§ 2. Plan, akapit 1"),
        ] {
            assert_eq!(block_name(&text, anchor(block), m), name, "{block}");
        }
    }

    #[test]
    fn a_heading_stands_for_all_under_it_and_any_other_block_for_itself() {
        let text = Document::from_markdown(TEXT);
        for (block, blocks) in [
            ("p3", "p3 p4 p5 p6"),
            ("p5", "p5 p6"),
            ("p4", "p4"),
            ("p7", "p7 p8"),
            ("p99", ""),
        ] {
            let part = part(&text, anchor(block)).iter();
            let names: Vec<String> = part.map(|block| block.anchor.to_string()).collect();
            assert_eq!(names.join(" "), blocks, "{block}");
        }
        assert_eq!(heading_of(&text, anchor("p6")), Some(anchor("p5")));
    }
}
