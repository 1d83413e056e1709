//! The clauses of a text: named for a list to choose from, and found by what people write in a table.
//!
//! "§ 4" is what the public's page calls so: see [`crate::parts`]. It follows from the order, while
//! anchors last.

use wiec_documents::{About, Unit, UnitKind};
use wiec_kit::form::Choice;
use wiec_kit::messages::Messages;
use wiec_model::register::{Clause, Content};
use wiec_text::{Anchor, Block, Document, Kind, Marker};

use crate::parts::parts;

/// So much of a block is shown where it is chosen.
const EXCERPT: usize = 70;

/// Where a row of a table belongs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// The clause.
    pub clause: Clause,
    /// How well it was found.
    pub found: Found,
}

/// How well a place was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// It is what the words say.
    Exactly,
    /// It is the nearest that there is: § 4 where "§ 4 ust. 9" was written.
    Nearly,
    /// Nothing of the kind is in the text, so it is the whole.
    Not,
}

/// All that can be remarked on, for a list to choose from.
pub fn choices(content: &Content, m: &Messages) -> Vec<Choice> {
    let mut choices = vec![Choice::new(Clause::Whole, m.office_clause_whole())];
    for part in parts(&content.document) {
        for block in part.blocks {
            let says = excerpt(&block.content.text.letters());
            let label = match part.number {
                Some(number) => format!("§\u{a0}{number}: {says}"),
                None => says,
            };
            if block.content.kind != Kind::Rule {
                choices.push(Choice::new(Clause::Block(block.anchor), label));
            }
        }
    }
    for challenge in &content.challenges {
        let mut item = |code: &str, words: &str| {
            let label = format!("{code}: {}", excerpt(words));
            choices.push(Choice::new(code, label));
        };
        item(&challenge.code, challenge.challenge.words(m.lang()));
        for solution in &challenge.solutions {
            item(&solution.code, solution.text.words(m.lang()));
        }
    }
    choices
}

/// What a clause is called: `§ 4`, `W04.R1`, the whole.
pub fn name(content: &Content, clause: &Clause, m: &Messages) -> String {
    let anchor = match clause {
        Clause::Whole => return m.office_clause_whole().to_owned(),
        Clause::Item(code) => return code.clone(),
        Clause::Block(anchor) => *anchor,
    };
    let Some(block) = content.document.find(anchor) else {
        return anchor.to_string();
    };
    let says = excerpt(&block.content.text.letters());
    let part = parts(&content.document)
        .into_iter()
        .find(|part| part.holds(anchor));
    match part.and_then(|part| part.number) {
        Some(number) => format!("§\u{a0}{number}: {says}"),
        None => says,
    }
}

/// Finds what a row is about: by its units, by a code, by a heading, else by the wording that it quotes.
pub fn place(content: &Content, about: &About, cell: &str, quoted: &str) -> Placed {
    let exactly = |clause| Placed {
        clause,
        found: Found::Exactly,
    };
    let by_words = match about {
        About::Whole => quote(&content.document, quoted).map(|it| exactly(Clause::Block(it))),
        About::Anchor(number) => format!("p{number}")
            .parse()
            .ok()
            .filter(|anchor| content.document.find(*anchor).is_some())
            .map(|anchor| exactly(Clause::Block(anchor))),
        About::Units(units) => by_units(content, units),
        About::Words(_) => None,
    };
    let otherwise = || {
        code(content, cell)
            .or_else(|| heading(&content.document, cell).map(Clause::Block))
            .or_else(|| quote(&content.document, quoted).map(Clause::Block))
            .map(exactly)
    };
    let nothing = Placed {
        clause: Clause::Whole,
        found: if *about == About::Whole {
            Found::Exactly
        } else {
            Found::Not
        },
    };
    by_words.or_else(otherwise).unwrap_or(nothing)
}

fn by_units(content: &Content, units: &[Unit]) -> Option<Placed> {
    let (first, rest) = units.split_first()?;
    match first.kind {
        UnitKind::Challenge | UnitKind::Recommendation => return item(content, units),
        UnitKind::Page | UnitKind::Line | UnitKind::Table | UnitKind::Annex | UnitKind::Goal => {
            return None;
        }
        _ => {}
    }
    let mut numbers = first.number.split(['.', '-']);
    let wanted = numbers.next()?.parse().ok();
    let part = parts(&content.document)
        .into_iter()
        .find(|part| part.number.is_some() && part.number == wanted)?;
    let sub = numbers.next().filter(|_| first.number.contains('.'));
    let sub = sub.map(|number| Unit {
        kind: UnitKind::Subsection,
        number: number.to_owned(),
    });
    let (mut at, mut found) = (0, Found::Exactly);
    for unit in sub.iter().chain(rest) {
        match within(&part.blocks[at + 1..], unit) {
            Some(further) => at += 1 + further,
            None => {
                found = Found::Nearly;
                break;
            }
        }
    }
    Some(Placed {
        clause: Clause::Block(part.blocks[at].anchor),
        found,
    })
}

/// Which of some blocks a smaller unit means: an item or paragraph that bears its number, else, where
/// nothing is numbered, the paragraph at its place.
fn within(blocks: &[Block], unit: &Unit) -> Option<usize> {
    let number: Option<u32> = unit.number.parse().ok();
    let bears = |block: &Block| {
        let is_marked = match block.content.kind {
            Kind::Item(Marker::Number(it)) => Some(it) == number,
            _ => false,
        };
        let letters = block.content.text.letters();
        let after = letters.trim_start().strip_prefix(unit.number.as_str());
        is_marked || after.is_some_and(|rest| rest.starts_with(['.', ')']))
    };
    let by_number = blocks.iter().position(bears);
    let is_prose = |block: &&Block| {
        matches!(
            block.content.kind,
            Kind::Paragraph | Kind::Item(Marker::Bullet)
        )
    };
    let by_place = || {
        let at = usize::try_from(number?.checked_sub(1)?).ok()?;
        let nth = blocks.iter().filter(is_prose).nth(at)?;
        blocks.iter().position(|block| block.anchor == nth.anchor)
    };
    by_number.or_else(by_place)
}

/// A challenge or recommendation by its numbers: "wyzwanie 4", "W04", "rekomendacja 4.1".
fn item(content: &Content, units: &[Unit]) -> Option<Placed> {
    let wanted: Vec<u32> = units.iter().flat_map(|unit| digits(&unit.number)).collect();
    let codes = content.challenges.iter().flat_map(|challenge| {
        let solutions = challenge.solutions.iter().map(|it| &it.code);
        std::iter::once(&challenge.code).chain(solutions)
    });
    let code = codes.into_iter().find(|code| digits(code) == wanted)?;
    Some(Placed {
        clause: Clause::Item(code.clone()),
        found: Found::Exactly,
    })
}

fn digits(words: &str) -> Vec<u32> {
    let runs = words.split(|c: char| !c.is_ascii_digit());
    runs.filter_map(|run| run.parse().ok()).collect()
}

fn code(content: &Content, cell: &str) -> Option<Clause> {
    let cell = cell.trim();
    let is_known = content.challenges.iter().any(|challenge| {
        challenge.code == cell || challenge.solutions.iter().any(|it| it.code == cell)
    });
    is_known.then(|| Clause::Item(cell.to_owned()))
}

/// The heading that says these words.
fn heading(document: &Document, words: &str) -> Option<Anchor> {
    let wanted = folded(words);
    if wanted.is_empty() {
        return None;
    }
    let found = document.blocks().iter().find(|block| {
        matches!(block.content.kind, Kind::Heading(_))
            && folded(&block.content.text.letters()) == wanted
    });
    found.map(|block| block.anchor)
}

/// The only block in which these words stand, if they are long enough to tell one from another.
fn quote(document: &Document, words: &str) -> Option<Anchor> {
    const LEAST: usize = 20;
    let wanted = folded(words.trim_matches(|c: char| !c.is_alphanumeric()));
    if wanted.chars().count() < LEAST {
        return None;
    }
    let mut holding = document
        .blocks()
        .iter()
        .filter(|block| folded(&block.content.text.letters()).contains(&wanted));
    let only = holding.next().filter(|_| holding.next().is_none());
    only.map(|block| block.anchor)
}

fn folded(words: &str) -> String {
    let words: Vec<&str> = words.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

fn excerpt(words: &str) -> String {
    let mut start: String = words.chars().take(EXCERPT).collect();
    if start.len() < words.len() {
        start.push('…');
    }
    start
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "# Mieszkania\n\nWstęp.\n\n## Cel\n\nKażde miasto prowadzi rejestr pustostanów.\n\nDrugi akapit.\n\n## Plan\n\n1. Pięć lat.\n2. Dziesięć lat.\n\na) miasto,\n\nb) gmina.";

    fn content() -> Content {
        Content {
            document: Document::from_markdown(TEXT),
            ..Content::empty()
        }
    }

    fn placed(cell: &str, quoted: &str) -> (String, Found) {
        let placed = place(&content(), &About::read(cell), cell, quoted);
        (placed.clause.to_string(), placed.found)
    }

    #[test]
    fn what_people_write_in_tables_leads_to_its_clause() {
        for (cell, clause, found) in [
            ("§ 1", "p3", Found::Exactly),
            ("§ 1 ust. 2", "p5", Found::Exactly),
            ("par. 2 pkt 2", "p8", Found::Exactly),
            ("§ 2 lit. b", "p10", Found::Exactly),
            ("2.1", "p7", Found::Exactly),
            ("§ 2 ust. 99", "p6", Found::Nearly),
            ("§ 9", "all", Found::Not),
            ("p4", "p4", Found::Exactly),
            ("p99", "all", Found::Not),
            ("plan", "p6", Found::Exactly),
            ("uwaga ogólna", "all", Found::Exactly),
            ("", "all", Found::Exactly),
            ("str. 4", "all", Found::Not),
            ("akapit o niczym", "all", Found::Not),
        ] {
            assert_eq!(placed(cell, ""), (clause.to_owned(), found), "{cell}");
        }
    }

    #[test]
    fn a_quoted_wording_finds_its_paragraph_if_it_stands_only_there() {
        let quoted = "„każde miasto prowadzi rejestr”";
        assert_eq!(placed("str. 4", quoted).0, "p4");
        assert_eq!(placed("str. 4", "miasto").0, "all");
    }
}
