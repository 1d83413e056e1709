//! Tables of a Word document. A cell merged over several rows counts for each of them: in a table of
//! remarks it names whose remarks they all are.

use std::io::Read;

use crate::flow::{Block, Grid, LeftOut, Words, check_row, joined};
use crate::refused::Refused;
use crate::word::body::Reader;
use crate::xml::Xml;

/// A cell, and what it covers.
#[derive(Default)]
struct Cell {
    words: Words,
    columns: usize,
    merged: Merged,
}

#[derive(Default, PartialEq, Eq)]
enum Merged {
    #[default]
    No,
    /// It goes on from the row above.
    FromAbove,
}

impl Reader<'_> {
    /// The table that is open, to its end.
    pub(crate) fn table(&mut self, xml: &mut Xml<impl Read>) -> Result<Grid, Refused> {
        let mut grid = Grid::default();
        let mut above = Vec::new();
        self.rows(xml, &mut grid, &mut above, &mut 0)?;
        Ok(grid)
    }

    fn rows(
        &mut self,
        xml: &mut Xml<impl Read>,
        grid: &mut Grid,
        above: &mut Vec<Words>,
        number: &mut usize,
    ) -> Result<(), Refused> {
        while let Some(child) = xml.child()? {
            match child.name.as_str() {
                "tr" => {
                    *number += 1;
                    let mut cells = Vec::new();
                    let mut struck = false;
                    self.cells(xml, *number, &mut cells, &mut struck)?;
                    if struck {
                        self.flow.leave_out(LeftOut::StruckRow);
                        continue;
                    }
                    let row = self.spread(*number, cells, above)?;
                    above.clone_from(&row);
                    grid.push(*number, row)?;
                }
                "tblPr" => xml.seek(|inner| {
                    if inner.name == "tblCaption" {
                        grid.name = inner.get("val").unwrap_or_default().to_owned();
                    }
                })?,
                "sdt" | "sdtContent" | "customXml" | "ins" => {
                    self.rows(xml, grid, above, number)?;
                }
                _ => xml.skip()?,
            }
        }
        Ok(())
    }

    fn cells(
        &mut self,
        xml: &mut Xml<impl Read>,
        number: usize,
        cells: &mut Vec<Cell>,
        struck: &mut bool,
    ) -> Result<(), Refused> {
        while let Some(child) = xml.child()? {
            match child.name.as_str() {
                "tc" => {
                    cells.push(self.cell(xml)?);
                    check_row(number, cells.len())?;
                }
                "trPr" => {
                    xml.seek(|inner| {
                        let before = inner.number("val").filter(|_| inner.name == "gridBefore");
                        if let Some(columns) = before.filter(|columns| *columns != 0) {
                            cells.push(Cell {
                                columns,
                                ..Cell::default()
                            });
                        }
                        *struck |= inner.name == "del";
                    })?;
                }
                "sdt" | "sdtContent" | "customXml" => self.cells(xml, number, cells, struck)?,
                _ => xml.skip()?,
            }
        }
        Ok(())
    }

    fn cell(&mut self, xml: &mut Xml<impl Read>) -> Result<Cell, Refused> {
        let mut cell = Cell {
            columns: 1,
            ..Cell::default()
        };
        let mut blocks = Vec::new();
        while let Some(child) = xml.child()? {
            if child.name == "tcPr" {
                xml.seek(|inner| match inner.name.as_str() {
                    "gridSpan" => cell.columns = inner.number("val").unwrap_or(1).max(1),
                    "vMerge" if inner.get("val") != Some("restart") => {
                        cell.merged = Merged::FromAbove;
                    }
                    _ => {}
                })?;
                continue;
            }
            self.block(xml, &child, &mut blocks)?;
        }
        for block in &blocks {
            if matches!(block, Block::Table(_)) {
                self.flow.leave_out(LeftOut::NestedTable);
            }
        }
        cell.words = joined(blocks, "\n");
        Ok(cell)
    }

    /// Cells at their columns.
    fn spread(
        &mut self,
        row: usize,
        cells: Vec<Cell>,
        above: &[Words],
    ) -> Result<Vec<Words>, Refused> {
        let mut spread: Vec<Words> = Vec::new();
        for cell in cells {
            let column = spread.len();
            check_row(row, column.saturating_add(cell.columns))?;
            let words = match (cell.merged, above.get(column)) {
                (Merged::FromAbove, Some(words)) => {
                    self.flow.count(words.letters().len())?;
                    words.clone()
                }
                _ => cell.words,
            };
            spread.push(words);
            spread.resize(column + cell.columns, Words::default());
        }
        Ok(spread)
    }
}
