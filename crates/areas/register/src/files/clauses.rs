//! The clauses of a text, as people refer to them: `§ 4, Pieniądze`.

use wiec_register_report::Clause;
use wiec_text::{Anchor, Block, Document, Kind};

use crate::parts::{Part, parts};

/// All blocks of a text with the number and heading of the clause that they stand in. Of a clause with
/// several blocks each is told by its anchor.
pub fn clauses(document: &Document) -> Vec<Clause> {
    let of_part = |part: Part<'_>| {
        let heading = heading(&part);
        let clause = |block: &Block| Clause {
            anchor: block.anchor,
            words: words(&heading, block),
        };
        part.blocks.iter().map(clause).collect::<Vec<_>>()
    };
    parts(document).into_iter().flat_map(of_part).collect()
}

/// `§ 4, Pieniądze`; nothing for a part without a heading.
fn heading(part: &Part<'_>) -> String {
    let heading = part.heading().unwrap_or_default();
    match part.number {
        Some(_) if !heading.is_empty() => format!("{}, {heading}", part.name()),
        _ => heading,
    }
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
