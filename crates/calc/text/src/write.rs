//! Blocks as Markdown again. Reading it gives the same blocks.

use crate::document::{Block, Content, Document, Kind, Marker};
use crate::rich::Text;
use crate::tidy::CELL;

mod inline;

impl Document {
    /// The text as CommonMark with tables. Anchors are not written: they follow from the revision before.
    #[must_use]
    pub fn to_markdown(&self) -> String {
        markdown(self.blocks().iter().map(|block: &Block| &block.content))
    }
}

/// Writes contents as Markdown.
pub(crate) fn markdown<'a>(contents: impl Iterator<Item = &'a Content>) -> String {
    let mut writing = Writing::default();
    for content in contents {
        writing.content(content);
    }
    writing.out
}

#[derive(Default)]
struct Writing {
    out: String,
    /// How far the words of each open item stand in.
    indents: Vec<usize>,
    last: Option<(Kind, u8)>,
}

impl Writing {
    fn content(&mut self, content: &Content) {
        let depth = usize::from(content.depth);
        let outer = match content.kind {
            Kind::Item(_) => depth - 1,
            _ => depth,
        };
        self.indents.truncate(outer);
        let indent = self.indents.last().copied().unwrap_or(0);
        if self
            .last
            .is_some_and(|last| needs_blank_line(last, content))
        {
            self.out.push('\n');
        }
        let lines = lines(content);
        let mark = mark(content.kind);
        if matches!(content.kind, Kind::Item(_)) {
            self.indents.push(indent + mark.len());
        }
        for (number, line) in lines.split('\n').enumerate() {
            let first = number == 0;
            self.line(indent, if first { &mark } else { "" }, mark.len(), line);
        }
        if content.kind == Kind::HeaderRow {
            let columns = lines_of_row(&content.text).len();
            self.line(indent, "", 0, &format!("|{}", "---|".repeat(columns)));
        }
        self.last = Some((content.kind, content.depth));
    }

    fn line(&mut self, indent: usize, mark: &str, hanging: usize, line: &str) {
        let missing = hanging - mark.len();
        if !line.is_empty() {
            self.out.push_str(&" ".repeat(indent));
            self.out.push_str(mark);
            self.out.push_str(&" ".repeat(missing));
            self.out.push_str(line);
        }
        self.out.push('\n');
    }
}

/// Rows of a table and items of a list follow closely. A deeper numbered list that starts elsewhere than
/// at 1 would be taken for words of the item before.
fn needs_blank_line(last: (Kind, u8), content: &Content) -> bool {
    match (last, content.kind) {
        ((Kind::HeaderRow | Kind::Row, _), Kind::Row) => false,
        ((Kind::Item(_), depth), Kind::Item(marker)) => {
            content.depth > depth && !matches!(marker, Marker::Bullet | Marker::Number(1))
        }
        _ => true,
    }
}

fn mark(kind: Kind) -> String {
    match kind {
        Kind::Item(Marker::Bullet) => "- ".to_owned(),
        Kind::Item(Marker::Number(number)) => format!("{number}. "),
        _ => String::new(),
    }
}

/// The lines of a block, without what its lists put before them.
fn lines(content: &Content) -> String {
    let text = &content.text;
    match content.kind {
        Kind::Heading(level) => {
            format!(
                "{} {}",
                "#".repeat(usize::from(level)),
                inline::heading(text)
            )
        }
        Kind::Paragraph | Kind::Item(_) => inline::paragraph(text),
        Kind::Quote => format!("> {}", inline::paragraph(text).replace('\n', "\n> ")),
        Kind::Code => fenced(&text.letters()),
        Kind::HeaderRow | Kind::Row => {
            format!("| {} |", lines_of_row(text).join(" | "))
        }
        Kind::Rule => "***".to_owned(),
    }
}

fn lines_of_row(text: &Text) -> Vec<String> {
    text.split(CELL).iter().map(inline::cell).collect()
}

/// Lines between fences longer than any row of back-quotes in them.
fn fenced(lines: &str) -> String {
    let longest = lines.split(|it| it != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    format!("{fence}\n{lines}\n{fence}")
}
