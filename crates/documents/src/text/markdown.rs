//! Blocks as CommonMark, so that letters stay letters: whatever Markdown would take for a mark is escaped.

use crate::flow::{Block, Flow, Grid, Mark, Style, Words};

/// Deeper lists become lists of this depth: what reads the text knows no deeper ones.
const MOST_DEPTH: usize = 7;

pub(crate) fn write(flow: &Flow) -> String {
    let mut writer = Writer::default();
    for block in &flow.blocks {
        writer.block(block);
    }
    for (index, note) in flow.notes.iter().enumerate() {
        let mut words = Words::plain(&format!("[{}] ", index + 1));
        words.append(note.clone());
        writer.block(&Block::Paragraph(words));
    }
    writer.out
}

#[derive(Default)]
struct Writer {
    out: String,
    /// The lists that are open, the outermost first.
    lists: Vec<List>,
}

struct List {
    mark: Mark,
    delimiter: char,
    indent: usize,
    /// Where the words of its items begin, and so the marks of a list within.
    inner: usize,
}

impl Writer {
    fn block(&mut self, block: &Block) {
        if let Block::Item { depth, mark, words } = block {
            return self.item(*depth, *mark, words);
        }
        self.lists.clear();
        let text = match block {
            Block::Heading { level, words } => {
                let text = inline(words, Breaks::Spaces);
                format!("{} {text}", "#".repeat((*level).clamp(1, 6)))
            }
            Block::Paragraph(words) => inline(words, Breaks::Kept),
            Block::Table(grid) if !grid.rows.is_empty() => table(grid),
            Block::Table(_) | Block::Item { .. } => return,
        };
        self.gap();
        self.out.push_str(&text);
        self.out.push('\n');
    }

    fn gap(&mut self) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
    }

    fn item(&mut self, depth: usize, mark: Mark, words: &Words) {
        let depth = depth.min(MOST_DEPTH).min(self.lists.len());
        if self.lists.is_empty() {
            self.gap();
        }
        self.lists.truncate(depth + 1);
        let before = self.lists.get(depth);
        let delimiter = match (before, mark) {
            (Some(list), _) if continues(list.mark, mark) => list.delimiter,
            // Another delimiter is how Markdown tells that a new list begins.
            (Some(list), Mark::Number(_)) if list.delimiter == '.' => ')',
            (Some(list), Mark::Bullet) if list.delimiter == '-' => '*',
            (_, Mark::Bullet) => '-',
            _ => '.',
        };
        let sign = match mark {
            Mark::Bullet => delimiter.to_string(),
            Mark::Number(number) => format!("{number}{delimiter}"),
        };
        let indent = match before {
            Some(list) => list.indent,
            None => self.lists.last().map_or(0, |list| list.inner),
        };
        let inner = indent + sign.len() + 1;
        self.lists.truncate(depth);
        self.lists.push(List {
            mark,
            delimiter,
            indent,
            inner,
        });
        let text = inline(words, Breaks::Kept).replace('\n', &format!("\n{}", " ".repeat(inner)));
        self.out
            .push_str(&format!("{}{sign} {text}\n", " ".repeat(indent)));
    }
}

fn continues(before: Mark, mark: Mark) -> bool {
    match (before, mark) {
        (Mark::Bullet, Mark::Bullet) => true,
        (Mark::Number(before), Mark::Number(number)) => number == before + 1,
        _ => false,
    }
}

/// A pipe table; its first row is the header, since there is no table without one.
fn table(grid: &Grid) -> String {
    let columns = grid
        .rows
        .iter()
        .map(|row| row.cells.len())
        .max()
        .unwrap_or(0);
    let mut lines = Vec::new();
    for row in &grid.rows {
        let cells = (0..columns).map(|at| {
            let cell = row.cells.get(at).map(|words| inline(words, Breaks::Spaces));
            cell.unwrap_or_default().replace('|', "\\|")
        });
        lines.push(format!("| {} |", cells.collect::<Vec<_>>().join(" | ")));
        if lines.len() == 1 {
            lines.push(format!("|{}", " --- |".repeat(columns)));
        }
    }
    lines.join("\n")
}

/// What becomes of a break within a paragraph.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Breaks {
    Kept,
    /// Headings and cells are one line.
    Spaces,
}

fn inline(words: &Words, breaks: Breaks) -> String {
    let mut out = String::new();
    for (text, style) in &words.0 {
        let text = match breaks {
            Breaks::Kept => text.clone(),
            Breaks::Spaces => text.replace('\n', " "),
        };
        span(&mut out, &text, style);
    }
    let lines = out.split('\n').map(|line| line_start(line.trim()));
    let lines: Vec<_> = lines.filter(|line| !line.is_empty()).collect();
    lines.join("\\\n")
}

/// One span. Marks stand at letters and digits only: beside spaces and points Markdown may not see them.
fn span(out: &mut String, text: &str, style: &Style) {
    let outer = |letter: char| !letter.is_alphanumeric();
    let core = text.trim_matches(outer);
    let plain = *style == Style::default();
    // Two runs of asterisks that touch cannot be told apart; nor do marks reach over a break.
    if plain || core.is_empty() || core.contains('\n') || out.ends_with('*') {
        return out.push_str(&escape(text));
    }
    let start = text.len() - text.trim_start_matches(outer).len();
    let (before, after) = (&text[..start], &text[start + core.len()..]);
    let marks = match (style.bold, style.italic) {
        (true, true) => "***",
        (true, false) => "**",
        (false, true) => "*",
        (false, false) => "",
    };
    let marked = format!("{marks}{}{marks}", escape(core));
    out.push_str(&escape(before));
    match &style.link {
        Some(address) => out.push_str(&format!("[{marked}]({})", destination(address))),
        None => out.push_str(&marked),
    }
    out.push_str(&escape(after));
}

/// An address whose letters cannot end the link.
fn destination(address: &str) -> String {
    let mut out = String::new();
    for letter in address.chars() {
        match letter {
            '(' | ')' | '<' | '>' | '\\' | '|' | '*' | '_' | ' ' => {
                out.push_str(&format!("%{:02X}", u32::from(letter)));
            }
            letter if letter.is_control() => {}
            letter => out.push(letter),
        }
    }
    out
}

fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        if matches!(
            letter,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' | '$' | '^'
        ) {
            out.push('\\');
        }
        match letter {
            '\t' => out.push(' '),
            letter if letter.is_control() && letter != '\n' => {}
            letter => out.push(letter),
        }
    }
    out
}

/// A line whose first letters are not taken for a heading, an item, a rule or a table.
fn line_start(line: &str) -> String {
    let digits = line.len()
        - line
            .trim_start_matches(|letter: char| letter.is_ascii_digit())
            .len();
    let after = &line[digits..];
    if (1..=9).contains(&digits) && (after.starts_with('.') || after.starts_with(')')) {
        return format!("{}\\{after}", &line[..digits]);
    }
    match line.starts_with(['#', '+', '-', '=', '|', ':']) {
        true => format!("\\{line}"),
        false => line.to_owned(),
    }
}
