//! The clauses of a text, as people refer to them: `§ 4, Pieniądze`.

use wiec_register_report::Clause;
use wiec_text::{Anchor, Block, Document, Kind};

/// All blocks of a text with the number and heading of the clause that they stand in.
///
/// Clauses are numbered at the highest level of which there are several headings, so that a title alone is
/// no clause. Of a clause with several blocks each is told by its anchor.
pub fn clauses(document: &Document) -> Vec<Clause> {
    let level = level(document);
    let mut number = 0;
    let mut heading = String::new();
    let clause = |block: &Block| {
        if let Kind::Heading(it) = block.content.kind
            && level.is_some_and(|level| it <= level)
        {
            let is_numbered = level == Some(it);
            number += u32::from(is_numbered);
            heading = block.content.text.letters();
            if is_numbered {
                heading = format!("§\u{a0}{number}, {heading}");
            }
        }
        Clause {
            anchor: block.anchor,
            words: words(&heading, block),
        }
    };
    document.blocks().iter().map(clause).collect()
}

/// What one block says, as Markdown.
pub fn markdown(document: &Document, anchor: Anchor) -> Option<String> {
    let block = document.find(anchor)?;
    let alone = Document::new(vec![block.content.clone()]);
    Some(alone.to_markdown().trim().to_owned())
}

fn words(heading: &str, block: &Block) -> String {
    let is_heading = matches!(block.content.kind, Kind::Heading(_));
    match heading {
        "" => String::new(),
        heading if is_heading => heading.to_owned(),
        heading => format!("{heading} ({})", block.anchor),
    }
}

fn level(document: &Document) -> Option<u8> {
    let count = |wanted| {
        let is_one = |block: &&Block| block.content.kind == Kind::Heading(wanted);
        document.blocks().iter().filter(is_one).count()
    };
    (1..=6).find(|&level| count(level) > 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_is_told_by_the_clause_that_it_stands_in() {
        let text = "# Tytuł\n\n## Cel\n\nJeden.\n\n## Plan\n\nDwa.";
        let found = clauses(&Document::from_markdown(text));
        let words: Vec<&str> = found.iter().map(|one| one.words.as_str()).collect();
        let expected = [
            "Tytuł",
            "§\u{a0}1, Cel",
            "§\u{a0}1, Cel (p3)",
            "§\u{a0}2, Plan",
            "§\u{a0}2, Plan (p5)",
        ];
        assert_eq!(words, expected);
        let plain = clauses(&Document::from_markdown("Bez nagłówków."));
        assert_eq!(plain[0].words, "");
    }
}
