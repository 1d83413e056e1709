//! What a text document holds, in the form that all readers share: blocks of words.

use std::collections::BTreeMap;

use crate::limits::{CELL_CHARACTERS, COLUMNS, ROWS, TEXT_BYTES};
use crate::refused::Refused;

/// What a preview should say is not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LeftOut {
    /// A picture.
    Picture,
    /// A text box or other drawing with words.
    TextBox,
    /// An embedded object: a chart, a sheet, a file.
    Object,
    /// A formula.
    Formula,
    /// A remark at the margin.
    Comment,
    /// Letters that the author made invisible.
    HiddenText,
    /// Words struck out with tracked changes: the text is read as if all changes were accepted.
    StruckText,
    /// Rows struck out with tracked changes.
    StruckRow,
    /// A table of contents: the text has its own.
    Contents,
    /// A header or footer of pages.
    HeaderOrFooter,
    /// A table within a table, whose words are kept.
    NestedTable,
    /// A link that leads neither to the web nor to a mailbox; its words are kept.
    UnsafeLink,
}

/// What a paragraph or run counts beside its letters: a million empty ones are no small text in memory.
pub(crate) const PIECE_BYTES: usize = 16;

/// How letters look and where they lead.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Style {
    pub(crate) bold: bool,
    pub(crate) italic: bool,
    pub(crate) link: Option<String>,
}

/// Letters with their styles; `\n` is a break within a paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Words(pub(crate) Vec<(String, Style)>);

impl Words {
    pub(crate) fn push(&mut self, text: &str, style: &Style) {
        match self.0.last_mut() {
            Some((before, same)) if same == style => before.push_str(text),
            _ => self.0.push((text.to_owned(), style.clone())),
        }
    }

    pub(crate) fn plain(text: &str) -> Self {
        Self(vec![(text.to_owned(), Style::default())])
    }

    pub(crate) fn append(&mut self, other: Self) {
        for (text, style) in other.0 {
            self.push(&text, &style);
        }
    }

    pub(crate) fn letters(&self) -> String {
        self.0.iter().map(|(text, _)| text.as_str()).collect()
    }

    pub(crate) fn is_blank(&self) -> bool {
        self.0.iter().all(|(text, _)| text.trim().is_empty())
    }
}

/// What stands before an item of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    Bullet,
    Number(usize),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Block {
    Heading {
        level: usize,
        words: Words,
    },
    Paragraph(Words),
    /// An item of a list; the outermost list has depth 0.
    Item {
        depth: usize,
        mark: Mark,
        words: Words,
    },
    Table(Grid),
}

/// A table within a text, or a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Grid {
    pub(crate) name: String,
    pub(crate) rows: Vec<GridRow>,
}

/// A row with its number, counted from 1: empty rows are not kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct GridRow {
    pub(crate) number: usize,
    pub(crate) cells: Vec<Words>,
}

/// A document while it is read.
#[derive(Debug, Default)]
pub(crate) struct Flow {
    pub(crate) blocks: Vec<Block>,
    /// Footnotes and endnotes; the first one is called `[1]` in the text.
    pub(crate) notes: Vec<Words>,
    pub(crate) left_out: BTreeMap<LeftOut, usize>,
    bytes: usize,
}

impl Flow {
    pub(crate) fn leave_out(&mut self, what: LeftOut) {
        *self.left_out.entry(what).or_default() += 1;
    }

    /// Counts letters that were read, before they are copied on.
    pub(crate) fn count(&mut self, bytes: usize) -> Result<(), Refused> {
        self.bytes += bytes;
        match TEXT_BYTES < self.bytes {
            true => Err(Refused::TextTooLong { most: TEXT_BYTES }),
            false => Ok(()),
        }
    }
}

impl Grid {
    /// Adds a row unless it is empty; refuses what is beyond the limits.
    pub(crate) fn push(&mut self, number: usize, mut cells: Vec<Words>) -> Result<(), Refused> {
        while cells.last().is_some_and(Words::is_blank) {
            cells.pop();
        }
        if cells.is_empty() {
            return Ok(());
        }
        check_row(number, cells.len())?;
        for (index, cell) in cells.iter().enumerate() {
            let letters = cell.0.iter().map(|(text, _)| text.chars().count()).sum();
            check_cell(number, index + 1, letters)?;
        }
        if self.rows.len() == ROWS {
            return Err(Refused::TooManyRows { most: ROWS });
        }
        self.rows.push(GridRow { number, cells });
        Ok(())
    }
}

pub(crate) fn check_row(row: usize, columns: usize) -> Result<(), Refused> {
    match COLUMNS < columns {
        true => Err(Refused::TooManyColumns { row, most: COLUMNS }),
        false => Ok(()),
    }
}

pub(crate) fn check_cell(row: usize, column: usize, letters: usize) -> Result<(), Refused> {
    match CELL_CHARACTERS < letters {
        true => Err(Refused::CellTooLong {
            row,
            column,
            most: CELL_CHARACTERS,
        }),
        false => Ok(()),
    }
}

/// Blocks as the words of one cell or note.
pub(crate) fn joined(blocks: Vec<Block>, between: &str) -> Words {
    let mut all = Words::default();
    for block in blocks {
        if !all.0.is_empty() {
            all.append(Words::plain(between));
        }
        match block {
            Block::Heading { words, .. } | Block::Paragraph(words) => all.append(words),
            Block::Item { mark, words, .. } => {
                let sign = match mark {
                    Mark::Bullet => "- ".to_owned(),
                    Mark::Number(number) => format!("{number}. "),
                };
                all.append(Words::plain(&sign));
                all.append(words);
            }
            Block::Table(grid) => {
                let cells = grid.rows.into_iter().flat_map(|row| row.cells);
                for (index, cell) in cells.enumerate() {
                    if index != 0 {
                        all.append(Words::plain(" "));
                    }
                    all.append(cell);
                }
            }
        }
    }
    all
}
