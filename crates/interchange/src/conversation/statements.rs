//! The table of statements: ours, or `comments.csv` of Polis, new or old.

use std::collections::BTreeMap;

use wiec_opinion::{Moderation, Statement};

use super::columns::{AGREES, AUTHOR, DISAGREES, ID, IS_META, IS_SEED, MODERATION, TEXT, TIME};
use super::table::{Row, Table, Unreadable};
use super::votes::{Clock, time};
use crate::read::Problem;

/// Statements by their ids.
pub type Statements = BTreeMap<u64, Described>;

/// A statement with what people read of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Described {
    /// What matters to the map.
    pub statement: Statement,
    /// Its words, as they were typed.
    pub text: String,
    /// The participant who wrote it.
    pub author: Option<u64>,
    /// When, in milliseconds since 1970.
    pub created_ms: Option<i64>,
    /// The organisers put it there before anybody voted.
    pub is_seed: bool,
    /// How often the table says that it was agreed and disagreed with.
    pub counted: Option<Counted>,
}

/// What a table of statements says about the votes on one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted {
    /// Agrees, superseded ones too.
    pub agrees: u64,
    /// Disagrees, superseded ones too.
    pub disagrees: u64,
}

/// Where the columns stand.
struct Columns {
    id: usize,
    text: usize,
    author: Option<usize>,
    time: Option<usize>,
    moderation: Option<usize>,
    is_meta: Option<usize>,
    is_seed: Option<usize>,
    agrees: Option<usize>,
    disagrees: Option<usize>,
}

/// Reads a table of statements, and lists every row that makes no sense.
///
/// # Errors
///
/// [`Unreadable::Table`] if it has no column for ids or for texts.
pub fn read_statements(bytes: &[u8]) -> Result<(Statements, Vec<Problem>), Unreadable> {
    let mut table = Table::open(bytes)?;
    let columns = Columns {
        id: table.must_have(ID)?,
        text: table.must_have(TEXT)?,
        author: AUTHOR.place(&table.header),
        time: TIME.place(&table.header),
        moderation: MODERATION.place(&table.header),
        is_meta: IS_META.place(&table.header),
        is_seed: IS_SEED.place(&table.header),
        agrees: AGREES.place(&table.header),
        disagrees: DISAGREES.place(&table.header),
    };
    let mut statements = Statements::new();
    let mut clock = Clock::default();
    table.each(|row, _| {
        let described = described(row, &columns, &mut clock)?;
        let id = described.statement.id;
        if statements.contains_key(&id) {
            return Err(format!("statement {id} is there twice"));
        }
        statements.insert(id, described);
        Ok(())
    });
    Ok((statements, table.problems))
}

fn described(row: &Row<'_>, columns: &Columns, clock: &mut Clock) -> Result<Described, String> {
    let agrees = row.count(columns.agrees, AGREES)?;
    let disagrees = row.count(columns.disagrees, DISAGREES)?;
    Ok(Described {
        statement: Statement {
            id: row.id(columns.id, ID)?,
            moderation: moderation(row.words_if(columns.moderation)?)?,
            is_meta: row.yes(columns.is_meta, IS_META)?,
        },
        text: row.words(columns.text)?.to_owned(),
        author: row.count(columns.author, AUTHOR)?,
        created_ms: time(row.words_if(columns.time)?, clock)?,
        is_seed: row.yes(columns.is_seed, IS_SEED)?,
        counted: agrees
            .zip(disagrees)
            .map(|(agrees, disagrees)| Counted { agrees, disagrees }),
    })
}

fn moderation(words: &str) -> Result<Moderation, String> {
    match words {
        "-1" | "rejected" => Ok(Moderation::Rejected),
        "" | "0" | "unseen" => Ok(Moderation::Unseen),
        "1" | "accepted" => Ok(Moderation::Accepted),
        other => Err(format!(
            "the moderation is {other:?} and should be -1 (rejected), 0 (unseen) or 1 (accepted)"
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(bytes: &[u8]) -> Vec<(u64, String)> {
        let (statements, problems) = read_statements(bytes).expect("a table of statements");
        assert_eq!(problems, []);
        let text = |(id, described): (_, Described)| (id, described.text);
        statements.into_iter().map(text).collect()
    }

    #[test]
    fn tables_of_polis_new_and_old_and_ours_are_read_alike() {
        let old = "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n\
            1403054214174,Wed Jun 18 01:16:54 UTC 2014,0,0,3,1,1,\"More trees, less asphalt\"\n";
        let new = "timestamp,comment-id,author-id,agrees,disagrees,moderated,is-meta,is-seed,group-informed-consensus,comment-body\n\
            1403054214174,0,0,3,1,1,false,true,0.68,\"More trees, less asphalt\"\n";
        let spreadsheet = "Timestamp;Comment ID;Author;Aggrees;Disagrees;Moderated;Comment body\n\
            1403054214174;0;0;3;1;1;More trees, less asphalt\n";
        let ours = "\u{feff}id,created,author,moderated,is_meta,text\n0,2014-06-18T01:16:54Z,0,accepted,0,\"More trees, less asphalt\"\n";
        for table in [old, new, spreadsheet, ours] {
            let expected = [(0, "More trees, less asphalt".to_owned())];
            assert_eq!(texts(table.as_bytes()), expected, "{table}");
        }
    }

    #[test]
    fn a_statement_keeps_what_was_decided_about_it() {
        let table = "id,text,moderated,is_meta\n7,I live here,-1,true\n";
        let (statements, _) = read_statements(table.as_bytes()).expect("a table of statements");
        let expected = Statement {
            id: 7,
            moderation: Moderation::Rejected,
            is_meta: true,
        };
        assert_eq!(statements[&7].statement, expected);
    }

    #[test]
    fn every_row_that_makes_no_sense_is_listed_with_its_line() {
        let table =
            b"id,text,moderated\n0,\"two\nlines\",1\nx,a,1\n1,b,7\n0,c,1\n2\n3,\xff,1\n4,d,\n";
        let (statements, problems) = read_statements(table).expect("a table of statements");
        assert_eq!(statements.keys().copied().collect::<Vec<_>>(), [0, 4]);
        let said: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(
            said,
            [
                "line 4: the statement's id is \"x\" and should be a whole number from 0",
                "line 5: the moderation is \"7\" and should be -1 (rejected), 0 (unseen) or 1 (accepted)",
                "line 6: statement 0 is there twice",
                "line 7: has 1 cell instead of 3",
                "line 8: cell 2 is not in UTF-8",
            ]
        );
    }

    #[test]
    fn a_table_without_texts_is_no_table_of_statements() {
        let refused = read_statements(b"id,moderated\n").expect_err("it has no texts");
        assert_eq!(
            refused.to_string(),
            "the file: has no column for the statement's text, which is called one of \"text\", \"comment-body\", \"comment\", \"txt\"; its columns are id, moderated"
        );
        assert!(read_statements(b"").is_err());
    }
}
