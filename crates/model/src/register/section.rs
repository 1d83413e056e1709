//! Sections: the parts of a draft that are written by one person at a time. Each begins at a heading of
//! the highest level that stands more than once, so that a title alone is no section.

use wiec_text::{Anchor, Block, Document, Kind};

/// A part of a text that is written by one person at a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The anchor of its first block; none for a text without any.
    pub anchor: Option<Anchor>,
    /// What its heading says; empty where it has none.
    pub heading: String,
    /// Its words, as Markdown.
    pub markdown: String,
}

impl Section {
    /// What it is called in addresses and holds: its anchor, or `start` in an empty text.
    #[must_use]
    pub fn key(&self) -> String {
        self.anchor
            .map_or_else(|| "start".to_owned(), |anchor| anchor.to_string())
    }
}

/// The sections of a text, in order. There is always one, so that an empty text can be written.
#[must_use]
pub fn sections(document: &Document) -> Vec<Section> {
    let level = level(document);
    let mut parts: Vec<Vec<Block>> = Vec::new();
    for block in document.blocks() {
        match parts.last_mut() {
            Some(part) if !begins(block, level) => part.push(block.clone()),
            _ => parts.push(vec![block.clone()]),
        }
    }
    if parts.is_empty() {
        parts.push(Vec::new());
    }
    parts.iter().map(|part| section(part)).collect()
}

/// The text in which a section says something else; all other blocks keep their anchors. `None` if there
/// is no section that begins with `anchor`.
#[must_use]
pub fn replace_section(
    document: &Document,
    anchor: Option<Anchor>,
    markdown: &str,
) -> Option<Document> {
    let parts = sections(document);
    parts.iter().find(|part| part.anchor == anchor)?;
    let words = parts.iter().map(|part| {
        if part.anchor == anchor {
            markdown
        } else {
            &part.markdown
        }
    });
    let whole = words.map(str::trim).collect::<Vec<_>>().join("\n\n");
    Some(document.revise(&whole))
}

fn level(document: &Document) -> u8 {
    let count = |wanted| {
        let is_one = |block: &&Block| block.content.kind == Kind::Heading(wanted);
        document.blocks().iter().filter(is_one).count()
    };
    (1..=6).find(|&level| count(level) > 1).unwrap_or(1)
}

fn begins(block: &Block, level: u8) -> bool {
    matches!(block.content.kind, Kind::Heading(it) if it <= level)
}

fn section(part: &[Block]) -> Section {
    let contents = part.iter().map(|block| block.content.clone()).collect();
    let heading = part
        .first()
        .filter(|block| matches!(block.content.kind, Kind::Heading(_)));
    Section {
        anchor: part.first().map(|block| block.anchor),
        heading: heading.map_or_else(String::new, |block| block.content.text.letters()),
        markdown: Document::new(contents).to_markdown(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "# Mieszkanie\n\nWstęp.\n\n## Cel\n\nKażde miasto.\n\n## Plan\n\nPięć lat.";

    fn headings(document: &Document) -> Vec<String> {
        let parts = sections(document);
        parts.into_iter().map(|part| part.heading).collect()
    }

    #[test]
    fn a_text_is_cut_at_its_highest_headings_that_are_more_than_one() {
        let document = Document::from_markdown(TEXT);
        assert_eq!(headings(&document), ["Mieszkanie", "Cel", "Plan"]);
        let plain = Document::from_markdown("Jedno zdanie.\n\nDrugie.");
        assert_eq!(headings(&plain), [""]);
        assert_eq!(sections(&Document::from_markdown(""))[0].anchor, None);
    }

    #[test]
    fn the_sections_together_are_the_text() {
        let document = Document::from_markdown(TEXT);
        let parts = sections(&document);
        let whole: Vec<&str> = parts.iter().map(|part| part.markdown.trim()).collect();
        assert_eq!(document.revise(&whole.join("\n\n")), document);
    }

    #[test]
    fn writing_one_section_leaves_the_anchors_of_all_others() {
        let document = Document::from_markdown(TEXT);
        let goal = sections(&document)[1].anchor;
        let written = replace_section(
            &document,
            goal,
            "## Cel\n\nKażde miasto i gmina.\n\nDo 2035.",
        );
        let written = written.unwrap();
        let kept: Vec<String> = written
            .blocks()
            .iter()
            .map(|block| block.anchor.to_string())
            .collect();
        assert_eq!(kept, ["p1", "p2", "p3", "p4", "p7", "p5", "p6"]);
        let ghost = "p99".parse().ok();
        assert_eq!(replace_section(&document, ghost, "x"), None);
    }
}
