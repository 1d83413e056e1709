//! A change of a text as it stands in a letter: struck and bold where letters are shown with marks, and in
//! brackets as well, because plain letters and screen readers say neither: `[-15-]{+20+}`.

use wiec_text::{Anchor, Comparison, Entry, Head, Piece};

/// So many changed blocks are written; a letter is not the place for a whole text.
const MOST_BLOCKS: usize = 20;
/// So many letters of a block are.
const MOST_LETTERS: usize = 4_000;

/// A change as Markdown.
pub(super) struct Marked {
    /// A quotation for each changed block.
    pub lines: Vec<String>,
    /// How many more there are.
    pub more: usize,
}

/// What a comparison says of one place.
pub(super) struct AboutPlace<'a> {
    /// What became of its blocks.
    pub entries: Vec<&'a Entry>,
    /// How they read now, a quotation for each.
    pub reads: Vec<String>,
}

/// The changed ones of some entries, marked.
pub(super) fn marked<'a>(entries: impl Iterator<Item = &'a Entry>) -> Marked {
    let all: Vec<String> = entries.filter_map(line).collect();
    let more = all.len().saturating_sub(MOST_BLOCKS);
    Marked {
        lines: all.into_iter().take(MOST_BLOCKS).collect(),
        more,
    }
}

/// What became of the blocks of a place, and of what was put right behind them.
pub(super) fn about_place<'a>(change: &'a Comparison, anchors: &[Anchor]) -> AboutPlace<'a> {
    let mut place = AboutPlace {
        entries: Vec::new(),
        reads: Vec::new(),
    };
    let mut is_within = false;
    for entry in change.entries() {
        let is_new = matches!(entry, Entry::Inserted(..));
        is_within = named(entry).iter().any(|it| anchors.contains(it)) || (is_new && is_within);
        if is_within {
            place.entries.push(entry);
            place.reads.extend(reads(entry));
        }
    }
    if place.entries.is_empty() {
        place.entries = change.entries().iter().collect();
    }
    place.reads.truncate(MOST_BLOCKS);
    place
}

/// What somebody typed as a quotation: its letters and nothing else.
pub(crate) fn quoted(words: &str) -> String {
    let lines = words.lines().map(|line| {
        let line = escaped(line.trim());
        format!("> {line}").trim_end().to_owned()
    });
    // A backslash at the end of a line keeps the break of the line.
    let lines: Vec<String> = lines.collect();
    let mut quoted = String::new();
    for (number, line) in lines.iter().enumerate() {
        quoted.push_str(line);
        let is_last = number + 1 == lines.len();
        let goes_on = lines.get(number + 1).is_some_and(|next| next != ">");
        if !is_last {
            quoted.push_str(if goes_on && line != ">" { "\\\n" } else { "\n" });
        }
    }
    quoted
}

/// Letters that Markdown takes for nothing else: a backslash before each sign that it could read.
pub(crate) fn escaped(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for letter in words.chars() {
        if letter.is_ascii_punctuation() {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}

fn line(entry: &Entry) -> Option<String> {
    let words = match entry {
        Entry::Kept(_) => return None,
        Entry::Changed { pieces, .. }
        | Entry::Deleted(_, pieces)
        | Entry::Inserted(_, pieces)
        | Entry::MovedHere { pieces, .. } => pieces.iter().map(piece).collect::<String>(),
        Entry::MovedAway(block) => moved(&plain(&block.content.text.letters()), ("[", "]")),
    };
    Some(format!("> {}", words.trim()))
}

/// How a block reads now; nothing of what is gone.
fn reads(entry: &Entry) -> Option<String> {
    let words = match entry {
        Entry::Kept(block) => block.content.text.letters(),
        Entry::Changed { pieces, .. }
        | Entry::Inserted(_, pieces)
        | Entry::MovedHere { pieces, .. } => {
            let stays = |piece: &&Piece| {
                matches!(
                    piece,
                    Piece::Kept(_) | Piece::Inserted(_) | Piece::MovedHere(..)
                )
            };
            let stay = pieces.iter().filter(stays);
            stay.map(|piece| piece.text().letters()).collect()
        }
        Entry::Deleted(..) | Entry::MovedAway(_) => return None,
    };
    Some(format!("> {}", escaped(plain(&words).trim())))
}

fn piece(piece: &Piece) -> String {
    let words = plain(&piece.text().letters());
    match piece {
        Piece::Kept(_) => escaped(&words),
        Piece::Deleted(_) => framed(&words, ("\\[\\-~~", "~~\\-\\]")),
        Piece::Inserted(_) => framed(&words, ("\\{\\+**", "**\\+\\}")),
        Piece::MovedAway(..) => moved(&words, ("[", "]")),
        Piece::MovedHere(..) => moved(&words, ("{", "}")),
    }
}

fn moved(words: &str, (opens, closes): (&str, &str)) -> String {
    framed(words, (&format!("\\{opens}\\~"), &format!("\\~\\{closes}")))
}

/// Words between marks. Blanks around them stay outside: Markdown reads no mark beside a blank.
fn framed(words: &str, (opens, closes): (&str, &str)) -> String {
    let inner = words.trim();
    if inner.is_empty() {
        return words.to_owned();
    }
    let start = &words[..words.len() - words.trim_start().len()];
    let end = &words[words.trim_end().len()..];
    format!("{start}{opens}{}{closes}{end}", escaped(inner))
}

/// Words on one line: ends of paragraphs and of cells are signs.
fn plain(words: &str) -> String {
    let short: String = words.chars().take(MOST_LETTERS).collect();
    short
        .replace('\u{2029}', " ¶ ")
        .replace('\t', " | ")
        .replace('\n', " ")
}

fn named(entry: &Entry) -> Vec<Anchor> {
    let of = |heads: &[Head]| heads.iter().map(|head| head.anchor).collect::<Vec<_>>();
    match entry {
        Entry::Kept(block) | Entry::MovedAway(block) => vec![block.anchor],
        Entry::Changed { before, after, .. } => [of(before), of(after)].concat(),
        Entry::Deleted(head, _) | Entry::Inserted(head, _) => vec![head.anchor],
        Entry::MovedHere { before, after, .. } => of(&[*before, *after]),
    }
}

#[cfg(test)]
mod tests {
    use wiec_kit::markdown;
    use wiec_text::{Document, compare};

    use super::*;

    fn both(before: &str, after: &str) -> (String, String) {
        let (before, after) = (Document::from_markdown(before), after);
        let change = compare(&before, &before.revise(after));
        let body = marked(change.entries().iter()).lines.join("\n>\n");
        (markdown::html(&body), markdown::text(&body))
    }

    #[test]
    fn a_change_is_struck_and_bold_in_html_and_bracketed_in_plain_letters() {
        let (html, text) = both(
            "Co najmniej 15 proc. mieszkań.",
            "Co najmniej 20 proc. mieszkań (nowych).",
        );
        assert!(
            html.contains("[-<del>15</del>-]{+<strong>20</strong>+} proc."),
            "{html}"
        );
        assert!(html.contains("{+<strong>(nowych)</strong>+}."), "{html}");
        assert_eq!(
            text,
            "> Co najmniej [-15-]{+20+} proc. mieszkań {+(nowych)+}."
        );
    }

    #[test]
    fn what_people_type_is_quoted_letter_by_letter_and_becomes_nothing() {
        let hostile = "# <script>x</script> [a](https://evil.example) **b** ~~c~~\n\n1. https://evil.example\nwww.evil.example";
        let html = markdown::html(&quoted(hostile));
        for tag in ["<script", "<a ", "<strong", "<del", "<h3", "<ol"] {
            assert!(!html.contains(tag), "{tag}: {html}");
        }
        let text = markdown::text(&quoted(hostile));
        assert!(
            text.contains("> # <script>x</script> [a](https://evil.example) **b** ~~c~~"),
            "{text}"
        );
        assert!(
            text.contains("> 1. https://evil.example\n> www.evil.example"),
            "{text}"
        );
    }

    #[test]
    fn of_a_place_there_is_what_was_put_behind_it_and_nothing_from_elsewhere() {
        let before = Document::from_markdown("Raz.\n\nDwa.\n\nTrzy.");
        let after = before.revise("Raz.\n\nDwa i pół.\n\nNowe zdanie.\n\nTrzy razy.");
        let change = compare(&before, &after);
        let place = about_place(&change, &["p2".parse().unwrap()]);
        assert_eq!(place.reads, ["> Dwa i pół\\.", "> Nowe zdanie\\."]);
        assert_eq!(place.entries.len(), 2);
    }
}
