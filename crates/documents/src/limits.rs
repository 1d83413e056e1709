//! How much of a file is read. Whatever is beyond is refused, never cut off in silence.

/// Bytes of a file.
pub const FILE_BYTES: usize = 20 << 20;
/// Bytes of one part of a package, unpacked.
pub const PART_BYTES: u64 = 64 << 20;
/// Bytes of a part beside the text, unpacked: styles, numbering, lists of parts. They are kept while the text is read.
pub const SIDE_PART_BYTES: u64 = 8 << 20;
/// Bytes of all parts that are read, unpacked.
pub const UNPACKED_BYTES: u64 = 128 << 20;
/// Bytes of one tag, or of the letters between two, which are held whole.
pub const NODE_BYTES: u64 = 4 << 20;
/// How many times larger a part may become than it is packed. Dense office XML shrinks thirty times,
/// sheets of styled empty cells a hundred; bombs a thousand.
pub const RATIO: u64 = 200;
/// Parts smaller than this are not asked for their ratio: a short file of one repeated word is no bomb.
pub const RATIO_FROM_BYTES: u64 = 1 << 20;
/// Parts of a package.
pub const PARTS: usize = 4_000;
/// Elements within elements.
pub const DEPTH: usize = 100;
/// Rows of a table that hold anything.
pub const ROWS: usize = 20_000;
/// Columns of a table.
pub const COLUMNS: usize = 100;
/// Characters of a cell, as in spreadsheets.
pub const CELL_CHARACTERS: usize = 32_767;
/// Bytes of a text or of all cells of a table: one shared string may stand in a million cells.
pub const TEXT_BYTES: usize = 16 << 20;
