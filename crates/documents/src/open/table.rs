//! Tables of texts and sheets. Spreadsheets end in a million repeated empty cells, which cost nothing here.

use std::io::Read;

use crate::flow::{Block, Grid, LeftOut, Words, check_row, joined};
use crate::limits::COLUMNS;
use crate::open::body::Reader;
use crate::refused::Refused;
use crate::xml::{Element, Xml};

/// Where one is in a table, and which cells reach down into the next rows.
#[derive(Default)]
struct Place {
    row: usize,
    /// By column: for how many more rows, and with which words.
    reaching: Vec<(usize, Words)>,
}

/// A row while it is read.
#[derive(Default)]
struct Row {
    cells: Vec<Words>,
    /// Columns so far; the cells may be fewer, since empty ones at the end are not kept.
    columns: usize,
}

impl Reader {
    /// The table that is open, to its end.
    pub(crate) fn table(
        &mut self,
        xml: &mut Xml<impl Read>,
        element: &Element,
    ) -> Result<Grid, Refused> {
        let mut grid = Grid {
            name: element.get("name").unwrap_or_default().to_owned(),
            rows: Vec::new(),
        };
        self.rows(xml, &mut grid, &mut Place::default())?;
        Ok(grid)
    }

    fn rows(
        &mut self,
        xml: &mut Xml<impl Read>,
        grid: &mut Grid,
        place: &mut Place,
    ) -> Result<(), Refused> {
        while let Some(child) = xml.child()? {
            match child.name.as_str() {
                "table-header-rows" | "table-rows" | "table-row-group" => {
                    self.rows(xml, grid, place)?;
                }
                "table-row" => self.row(xml, &child, grid, place)?,
                _ => xml.skip()?,
            }
        }
        Ok(())
    }

    fn row(
        &mut self,
        xml: &mut Xml<impl Read>,
        element: &Element,
        grid: &mut Grid,
        place: &mut Place,
    ) -> Result<(), Refused> {
        place.row = place.row.saturating_add(1);
        let mut row = Row::default();
        while let Some(child) = xml.child()? {
            match child.name.as_str() {
                "table-cell" | "covered-table-cell" => self.cell(xml, &child, &mut row, place)?,
                _ => xml.skip()?,
            }
        }
        let times = element.number("number-rows-repeated").unwrap_or(1).max(1);
        if row.cells.iter().all(Words::is_blank) {
            place.row = place.row.saturating_add(times - 1);
            return Ok(());
        }
        let bytes: usize = row.cells.iter().map(|cell| cell.letters().len()).sum();
        for time in 1..=times {
            if time != 1 {
                self.flow.count(bytes)?;
                place.row = place.row.saturating_add(1);
            }
            grid.push(place.row, row.cells.clone())?;
        }
        Ok(())
    }

    fn cell(
        &mut self,
        xml: &mut Xml<impl Read>,
        element: &Element,
        row: &mut Row,
        place: &mut Place,
    ) -> Result<(), Refused> {
        let mut blocks = Vec::new();
        self.blocks(xml, &mut blocks)?;
        for block in &blocks {
            if matches!(block, Block::Table(_)) {
                self.flow.leave_out(LeftOut::NestedTable);
            }
        }
        let mut words = joined(blocks, "\n");
        let column = row.columns;
        if element.name == "covered-table-cell" {
            words = place.covered(column);
        } else {
            let rows = element.number("number-rows-spanned").unwrap_or(1);
            place.reach_down(column, rows.saturating_sub(1), &words);
        }
        let times = element
            .number("number-columns-repeated")
            .unwrap_or(1)
            .max(1);
        row.columns = column.saturating_add(times);
        if words.is_blank() {
            return Ok(());
        }
        check_row(place.row, row.columns)?;
        self.flow.count(words.letters().len() * times)?;
        row.cells.resize(column, Words::default());
        row.cells.resize(row.columns, words);
        Ok(())
    }
}

impl Place {
    /// Remembers a cell that is merged with those below it: it counts for each of their rows.
    fn reach_down(&mut self, column: usize, rows: usize, words: &Words) {
        if column < self.reaching.len() {
            self.reaching[column] = (0, Words::default());
        }
        if rows == 0 || COLUMNS <= column {
            return;
        }
        if self.reaching.len() <= column {
            self.reaching.resize(column + 1, (0, Words::default()));
        }
        self.reaching[column] = (rows, words.clone());
    }

    fn covered(&mut self, column: usize) -> Words {
        match self.reaching.get_mut(column) {
            Some((rows, words)) if *rows != 0 => {
                *rows -= 1;
                words.clone()
            }
            _ => Words::default(),
        }
    }
}
