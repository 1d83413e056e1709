//! Words with their styles as Markdown. Emphasis in CommonMark depends on the letters beside its marks;
//! where they would be misread, the letter is written as its number (`&#32;`), which always works.

use crate::rich::{Run, Style, Text};

/// Words of a paragraph: line ends are written, and what looks like the start of a block is escaped.
pub(super) fn paragraph(text: &Text) -> String {
    let lines: Vec<String> = line_texts(text)
        .iter()
        .map(|it| guarded(&line(it)))
        .collect();
    lines.join("\\\n")
}

/// Words of a heading. A `#` at its end would be taken for an ornament.
pub(super) fn heading(text: &Text) -> String {
    let words = line(text);
    match words.strip_suffix('#') {
        Some(before) => format!("{before}\\#"),
        None => words,
    }
}

/// Words of a cell.
pub(super) fn cell(text: &Text) -> String {
    line(text).replace('|', "\\|")
}

fn line_texts(text: &Text) -> Vec<Text> {
    text.split('\n')
}

/// Escapes what would make a line a heading, a list, a quotation, a fence, a table or an underline.
fn guarded(line: &str) -> String {
    let digits = line.len()
        - line
            .trim_start_matches(|it: char| it.is_ascii_digit())
            .len();
    let rest = &line[digits..];
    let is_number =
        rest.starts_with(['.', ')']) && matches!(rest.as_bytes().get(1), None | Some(b' '));
    if digits > 0 && is_number {
        return format!("{}\\{rest}", &line[..digits]);
    }
    let second = line.chars().nth(1).unwrap_or(' ');
    let is_block = match line.chars().next() {
        Some('-' | '+') => " -|:".contains(second),
        Some('~') => second == '~',
        Some(':') => second == '-',
        Some('#' | '>' | '=' | '|') => true,
        _ => false,
    };
    if is_block {
        format!("\\{line}")
    } else {
        line.to_owned()
    }
}

#[derive(Clone, PartialEq, Eq)]
enum Mark {
    Strong,
    Emphasis,
    Link(String),
}

impl Mark {
    fn of(style: &Style) -> Vec<Self> {
        let link = style
            .link
            .iter()
            .map(|it| Self::Link(destination(it.as_str())));
        let strong = style.strong.then_some(Self::Strong);
        let emphasis = style.emphasis.then_some(Self::Emphasis);
        link.chain(strong).chain(emphasis).collect()
    }

    fn opening(&self) -> &'static str {
        match self {
            Self::Strong => "**",
            Self::Emphasis => "_",
            Self::Link(_) => "[",
        }
    }

    fn closing(&self) -> String {
        match self {
            Self::Strong => "**".to_owned(),
            Self::Emphasis => "_".to_owned(),
            Self::Link(destination) => format!("]({destination})"),
        }
    }
}

/// One line of words.
fn line(text: &Text) -> String {
    let runs = text.runs();
    let mut out = String::new();
    let mut open: Vec<Mark> = Vec::new();
    for (at, run) in runs.iter().enumerate() {
        let wanted = Mark::of(&run.style);
        let kept = open.iter().take_while(|mark| wanted.contains(mark)).count();
        for mark in open.drain(kept..).rev() {
            out.push_str(&mark.closing());
        }
        let mut opened: Vec<Mark> = wanted.into_iter().filter(|it| !open.contains(it)).collect();
        // What lasts longest is opened first, so that marks are seldom closed and opened again.
        opened.sort_by_key(|mark| std::cmp::Reverse(lasts(mark, &runs[at..])));
        for mark in opened {
            out.push_str(mark.opening());
            open.push(mark);
        }
        let before = at.checked_sub(1).map(|it| &runs[it]);
        out.push_str(&run_letters(before, run, runs.get(at + 1)));
    }
    for mark in open.iter().rev() {
        out.push_str(&mark.closing());
    }
    out
}

fn lasts(mark: &Mark, runs: &[Run]) -> usize {
    runs.iter()
        .take_while(|run| Mark::of(&run.style).contains(mark))
        .count()
}

/// The letters of a run; those beside a mark of emphasis as numbers where they could be misread.
fn run_letters(before: Option<&Run>, run: &Run, after: Option<&Run>) -> String {
    if run.style.code {
        return code(&run.letters);
    }
    let letters: Vec<char> = run.letters.chars().collect();
    let last = letters.len() - 1;
    let mut out = String::new();
    for (at, &letter) in letters.iter().enumerate() {
        let is_risky = (at == 0 && is_risky(before, run, Side::Left))
            || (at == last && is_risky(after, run, Side::Right));
        if is_risky {
            out.push_str(&format!("&#{};", u32::from(letter)));
        } else {
            let next = letters.get(at + 1).copied().or(after.map(first_letter));
            escape(letter, next, &mut out);
        }
    }
    out
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Left,
    Right,
}

/// Whether the letter of `run` at its border to `neighbour` has to be written as a number.
///
/// Marks open and close where the letter inside them is no white space and the one outside is white space
/// or punctuation. Bold alone may also start and end within a word. Plain spaces are never inside a mark:
/// tidying puts them outside.
fn is_risky(neighbour: Option<&Run>, run: &Run, side: Side) -> bool {
    let letter = match side {
        Side::Left => first_letter(run),
        Side::Right => last_letter(run),
    };
    let Some(neighbour) = neighbour else {
        return letter.is_whitespace();
    };
    let own = Mark::of(&run.style);
    let theirs = Mark::of(&neighbour.style);
    if own == theirs || letter == ' ' {
        return false;
    }
    let is_outside = own.iter().all(|mark| theirs.contains(mark));
    let is_separator = letter.is_ascii_punctuation() && letter != '!';
    letter.is_whitespace()
        || (is_outside && !is_separator && !is_within_word(letter, &own, neighbour, side))
}

/// Whether only bold starts or ends here, between two letters of one word.
fn is_within_word(letter: char, own: &[Mark], neighbour: &Run, side: Side) -> bool {
    let beyond = match side {
        Side::Left => last_letter(neighbour),
        Side::Right => first_letter(neighbour),
    };
    own.is_empty()
        && Mark::of(&neighbour.style) == [Mark::Strong]
        && !neighbour.style.code
        && letter.is_alphanumeric()
        && beyond.is_alphanumeric()
}

fn first_letter(run: &Run) -> char {
    run.letters.chars().next().unwrap_or(' ')
}

fn last_letter(run: &Run) -> char {
    run.letters.chars().next_back().unwrap_or(' ')
}

fn escape(letter: char, next: Option<char>, out: &mut String) {
    let is_entity = letter == '&' && next.is_some_and(|it| it == '#' || it.is_alphanumeric());
    if is_entity || matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<') {
        out.push('\\');
    }
    out.push(letter);
}

/// Letters between back-quotes: one more than any row of them inside.
fn code(letters: &str) -> String {
    let longest = letters
        .split(|it| it != '`')
        .map(str::len)
        .max()
        .unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let touches = letters.starts_with(['`', ' ']) || letters.ends_with(['`', ' ']);
    let space = if touches { " " } else { "" };
    format!("{fence}{space}{letters}{space}{fence}")
}

/// An address between angle brackets where it needs them.
fn destination(address: &str) -> String {
    let is_simple = |it: char| it.is_alphanumeric() || ":/?#@=%+,.;~-".contains(it);
    if address.chars().all(is_simple) {
        return address.to_owned();
    }
    let mut out = String::from("<");
    for letter in address.chars() {
        match letter {
            '\\' | '<' | '>' => out.extend(['\\', letter]),
            '&' => out.push_str("&amp;"),
            _ => out.push(letter),
        }
    }
    out.push('>');
    out
}
