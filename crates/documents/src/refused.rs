//! Why a file is not read.

use crate::kind::Kind;

/// Why a file is not read. The interface words it for people; what stands here is for logs.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// There is nothing in it.
    #[error("the file is empty")]
    Empty,
    /// It has too many bytes.
    #[error("the file has {bytes} bytes; at most {most} are read")]
    FileTooLarge {
        /// Bytes that it has.
        bytes: usize,
        /// Bytes that are read.
        most: usize,
    },
    /// A program or a script, whatever its name says.
    #[error("the file is a program")]
    Program,
    /// Something else that is neither text nor table.
    #[error("the file is {0}")]
    Foreign(Foreign),
    /// A document protected by a password.
    #[error("the file is protected by a password; save it without one")]
    Encrypted,
    /// It carries macros.
    #[error("the file carries macros ({part}); save it without them")]
    Macros {
        /// The part that holds them.
        part: String,
    },
    /// A document that we read, but not for this purpose.
    #[error("{0:?} holds no text of paragraphs")]
    NotAText(Kind),
    /// Letters that are in none of the encodings that are read, or binary data.
    #[error("the file is neither a document that is read nor a plain text")]
    Unknown,
    /// It grows out of proportion when it is unpacked.
    #[error("part {part} grows out of proportion when it is unpacked")]
    Bomb {
        /// The part.
        part: String,
    },
    /// It is too large when it is unpacked.
    #[error("part {part} is too large when it is unpacked; at most {most} bytes are read")]
    UnpackedTooLarge {
        /// The part at which it became too much.
        part: String,
        /// Bytes that are read.
        most: u64,
    },
    /// The package has too many parts.
    #[error("the file has {parts} parts; at most {most} are read")]
    TooManyParts {
        /// Parts that it has.
        parts: usize,
        /// Parts that are read.
        most: usize,
    },
    /// A part defines entities of its own, which no office program writes.
    #[error("part {part} has a document type or entities of its own")]
    Entities {
        /// The part.
        part: String,
    },
    /// Elements nest too deeply.
    #[error("elements of part {part} nest deeper than {most} levels")]
    TooDeep {
        /// The part.
        part: String,
        /// Levels that are read.
        most: usize,
    },
    /// Cut off, or otherwise not what it claims to be.
    #[error("the file is damaged ({part}): {reason}")]
    Damaged {
        /// The part, or what the file claims to be.
        part: String,
        /// What is wrong.
        reason: String,
    },
    /// A table of too many rows.
    #[error("the table has more than {most} rows")]
    TooManyRows {
        /// Rows that are read.
        most: usize,
    },
    /// A row of too many cells.
    #[error("row {row} has more than {most} columns")]
    TooManyColumns {
        /// The row, counted from 1.
        row: usize,
        /// Columns that are read.
        most: usize,
    },
    /// A cell of too many letters.
    #[error("row {row}, column {column} has more than {most} characters")]
    CellTooLong {
        /// The row, counted from 1.
        row: usize,
        /// The column, counted from 1.
        column: usize,
        /// Characters that are read.
        most: usize,
    },
    /// A text, or a table in all, of too many letters.
    #[error("the text has more than {most} bytes")]
    TextTooLong {
        /// Bytes that are read.
        most: usize,
    },
    /// No table of that number.
    #[error("table {number} was asked for; the file has {tables}")]
    NoSuchTable {
        /// The table that was asked for, counted from 1.
        number: usize,
        /// Tables that it has.
        tables: usize,
    },
}

/// Files that people send by mistake, known by their first bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// PDF: words without their order.
    Pdf,
    /// Word, Excel or PowerPoint as before 2007, and other OLE files.
    OldOffice,
    /// Rich Text Format.
    RichText,
    /// A web page.
    WebPage,
    /// A picture.
    Picture,
    /// A zip or other archive that is no document.
    Archive,
    /// Slides, drawings and other office files without text or table.
    OtherOffice,
}

impl std::fmt::Display for Foreign {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Pdf => "a PDF",
            Self::OldOffice => "an office file in the form of before 2007",
            Self::RichText => "rich text",
            Self::WebPage => "a web page",
            Self::Picture => "a picture",
            Self::Archive => "an archive",
            Self::OtherOffice => "an office file without text or table",
        })
    }
}
