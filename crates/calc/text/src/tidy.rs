//! One shape for what can be said in several: white space, depths of lists, numbers of items, cells of
//! tables. Texts that read alike are equal, and what is written as Markdown reads back as it was.

use crate::document::{Block, Content, Kind, Marker};
use crate::rich::{LineEnds, Text};

/// The cells of a row in their text.
pub(crate) const CELL: char = '\t';

/// Nobody numbers further, and CommonMark reads no more digits.
const HIGHEST_NUMBER: u32 = 99_999_999;

/// Deeper lists cannot be told apart on a page.
const DEEPEST: u8 = 8;

/// Tidies blocks and drops those that say nothing.
pub(crate) fn tidied(mut blocks: Vec<Block>) -> Vec<Block> {
    blocks.retain_mut(|block| {
        block.content.text = text(&block.content);
        says_something(&block.content)
    });
    let mut contents: Vec<&mut Content> = blocks.iter_mut().map(|it| &mut it.content).collect();
    settle(&mut contents);
    blocks
}

/// Tidies contents that have no anchors yet.
pub(crate) fn tidy(contents: &mut Vec<Content>) {
    contents.retain_mut(|content| {
        content.text = text(content);
        says_something(content)
    });
    settle(&mut contents.iter_mut().collect::<Vec<_>>());
}

fn says_something(content: &Content) -> bool {
    content.kind == Kind::Rule || content.text.letters().contains(|it| it != CELL)
}

fn text(content: &Content) -> Text {
    match content.kind {
        Kind::Rule => Text::default(),
        Kind::Code => code(&content.text),
        Kind::Heading(_) => content.text.tidy(LineEnds::Drop),
        Kind::HeaderRow | Kind::Row => {
            let cells = content.text.split(CELL);
            let cells: Vec<Text> = cells
                .iter()
                .map(|it| cell(it).tidy(LineEnds::Drop))
                .collect();
            Text::join(&cells, CELL)
        }
        Kind::Paragraph | Kind::Item(_) | Kind::Quote => content.text.tidy(LineEnds::Keep),
    }
}

/// Code in a cell cannot say where its own bars and backslashes end; such words are set as others are.
fn cell(cell: &Text) -> Text {
    let runs = cell.runs().iter().cloned().map(|mut run| {
        run.style.code &= !run.letters.contains(['|', '\\']);
        run
    });
    Text::from(runs.collect::<Vec<_>>())
}

/// Code keeps its spaces; only letters that no line can hold go.
fn code(text: &Text) -> Text {
    let letters = text.letters().replace("\r\n", "\n").replace('\t', "    ");
    let kept = |it: &char| *it == '\n' || !(it.is_control() || is_separator(*it));
    let letters: String = letters.chars().filter(kept).collect();
    let lines: Vec<&str> = letters.lines().map(str::trim_end).collect();
    Text::plain(lines.join("\n").trim_matches('\n'))
}

fn is_separator(letter: char) -> bool {
    matches!(letter, '\u{2028}' | '\u{2029}' | '\u{feff}')
}

/// Depths, numbers and tables follow from what stands before.
fn settle(contents: &mut [&mut Content]) {
    let mut deepest = 0;
    for content in contents.iter_mut() {
        settle_depth(content, deepest);
        deepest = content.depth;
    }
    settle_numbers(contents);
    settle_tables(contents);
}

fn settle_depth(content: &mut Content, deepest: u8) {
    match &mut content.kind {
        Kind::Item(_) => content.depth = content.depth.clamp(1, (deepest + 1).min(DEEPEST)),
        Kind::Heading(level) => {
            *level = (*level).clamp(1, 6);
            content.depth = 0;
        }
        _ => content.depth = content.depth.min(deepest),
    }
}

/// Within one list a number is the one before plus one.
fn settle_numbers(contents: &mut [&mut Content]) {
    // The last number of the open list of each depth.
    let mut open: Vec<Option<u32>> = Vec::new();
    for content in contents.iter_mut() {
        let depth = usize::from(content.depth);
        match &mut content.kind {
            Kind::Item(marker) => {
                open.truncate(depth);
                open.resize(depth, None);
                let last = &mut open[depth - 1];
                match marker {
                    Marker::Bullet => *last = None,
                    Marker::Number(number) => {
                        let next = last.map_or(*number, |it| it + 1);
                        *number = next.min(HIGHEST_NUMBER);
                        *last = Some(*number);
                    }
                }
            }
            _ => open.truncate(depth),
        }
    }
}

/// The first row is the header, and all rows have as many cells as the longest.
fn settle_tables(contents: &mut [&mut Content]) {
    let mut at = 0;
    while at < contents.len() {
        if !is_row(contents[at].kind) {
            at += 1;
            continue;
        }
        let depth = contents[at].depth;
        let more = contents[at + 1..].iter();
        let end = at
            + 1
            + more
                .take_while(|it| it.kind == Kind::Row && it.depth == depth)
                .count();
        contents[at].kind = Kind::HeaderRow;
        let cells = |content: &Content| content.text.letters().matches(CELL).count();
        let most = contents[at..end]
            .iter()
            .map(|it| cells(it))
            .max()
            .unwrap_or(0);
        for content in &mut contents[at..end] {
            let missing = most - cells(content);
            let tabs = CELL.to_string().repeat(missing);
            content.text.append(&Text::plain(&tabs));
        }
        at = end;
    }
}

fn is_row(kind: Kind) -> bool {
    matches!(kind, Kind::HeaderRow | Kind::Row)
}
