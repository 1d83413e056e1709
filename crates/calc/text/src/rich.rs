//! Words with their emphasis and links: what stands inside one block, without any markup.

use serde::{Deserialize, Serialize};

use crate::address::Address;

/// Stands between two paragraphs where several are compared as one text. Reading turns it into a space,
/// so no block contains it.
pub(crate) const BREAK: char = '\u{2029}';

/// How a run of letters is set.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Style {
    /// Set in bold.
    pub strong: bool,
    /// Set in italics.
    pub emphasis: bool,
    /// Set as code, letter by letter.
    pub code: bool,
    /// Where the words lead.
    pub link: Option<Address>,
}

/// Letters of one style.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Run {
    /// The letters. `\n` is a line's end that the author set, `\t` the border of two cells of a table.
    pub letters: String,
    /// Their style.
    #[serde(default)]
    pub style: Style,
}

/// A text in runs.
///
/// Invariant: no run is empty, and no two neighbours have the same style.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "Vec<Run>", into = "Vec<Run>")]
pub struct Text {
    runs: Vec<Run>,
}

impl Text {
    /// A text without emphasis and links.
    #[must_use]
    pub fn plain(letters: &str) -> Self {
        let mut text = Self::default();
        text.push(letters, &Style::default());
        text
    }

    /// The runs, in reading order.
    #[must_use]
    pub fn runs(&self) -> &[Run] {
        &self.runs
    }

    /// The letters alone.
    #[must_use]
    pub fn letters(&self) -> String {
        self.runs.iter().map(|run| run.letters.as_str()).collect()
    }

    /// Whether there is no letter at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.runs.is_empty()
    }

    /// Adds letters at the end.
    pub fn push(&mut self, letters: &str, style: &Style) {
        if letters.is_empty() {
            return;
        }
        match self.runs.last_mut() {
            Some(last) if last.style == *style => last.letters.push_str(letters),
            _ => self.runs.push(Run {
                letters: letters.to_owned(),
                style: style.clone(),
            }),
        }
    }

    /// Adds another text at the end.
    pub fn append(&mut self, other: &Self) {
        for run in &other.runs {
            self.push(&run.letters, &run.style);
        }
    }

    /// The parts between each two occurrences of `border`.
    pub(crate) fn split(&self, border: char) -> Vec<Self> {
        let mut parts = vec![Self::default()];
        for run in &self.runs {
            for (number, letters) in run.letters.split(border).enumerate() {
                if number > 0 {
                    parts.push(Self::default());
                }
                let part = parts.last_mut().expect("there is a first part");
                part.push(letters, &run.style);
            }
        }
        parts
    }

    /// The parts as one text with `border` between them.
    pub(crate) fn join<'a>(parts: impl IntoIterator<Item = &'a Self>, border: char) -> Self {
        let mut whole = Self::default();
        for (number, part) in parts.into_iter().enumerate() {
            if number > 0 {
                whole.push(border.encode_utf8(&mut [0; 4]), &Style::default());
            }
            whole.append(part);
        }
        whole
    }

    /// One space for every run of white space, a line's end where there is one among it, and nothing at
    /// the ends. No-break spaces stay: authors set them on purpose.
    pub(crate) fn tidy(&self, ends: LineEnds) -> Self {
        let mut tidy = Self::default();
        let mut space = Space::Edge;
        for run in &self.runs {
            for letter in run.letters.chars() {
                match class(letter) {
                    Letter::Nothing => {}
                    Letter::NoBreak if space == Space::Edge => {}
                    Letter::Ink | Letter::NoBreak => {
                        let pending = match space {
                            Space::Edge | Space::None => "",
                            Space::Blank => " ",
                            Space::Line => "\n",
                        };
                        // Between two styles the space belongs to neither, unless both are the same.
                        let same = tidy.runs.last().is_some_and(|last| last.style == run.style);
                        let plain = Style::default();
                        tidy.push(pending, if same { &run.style } else { &plain });
                        tidy.push(letter.encode_utf8(&mut [0; 4]), &run.style);
                        space = Space::None;
                    }
                    Letter::LineEnd if space != Space::Edge && keeps(ends, run) => {
                        space = Space::Line;
                    }
                    _ if space == Space::None => space = Space::Blank,
                    _ => {}
                }
            }
        }
        tidy.trim_end();
        tidy
    }

    /// Takes no-break spaces from the end: there they hold nothing together.
    fn trim_end(&mut self) {
        while let Some(last) = self.runs.last_mut() {
            let kept = last.letters.trim_end().len();
            last.letters.truncate(kept);
            if kept > 0 {
                return;
            }
            self.runs.pop();
        }
    }
}

/// What becomes of line ends that an author set.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum LineEnds {
    Keep,
    Drop,
}

fn keeps(ends: LineEnds, run: &Run) -> bool {
    ends == LineEnds::Keep && !run.style.code
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Space {
    Edge,
    None,
    Blank,
    Line,
}

enum Letter {
    Ink,
    Blank,
    LineEnd,
    NoBreak,
    Nothing,
}

fn class(letter: char) -> Letter {
    match letter {
        '\n' => Letter::LineEnd,
        '\u{a0}' | '\u{202f}' => Letter::NoBreak,
        // The mark of byte order says nothing within a text.
        '\u{feff}' => Letter::Nothing,
        _ if letter.is_whitespace() || letter.is_control() => Letter::Blank,
        _ => Letter::Ink,
    }
}

impl From<Vec<Run>> for Text {
    fn from(runs: Vec<Run>) -> Self {
        let mut text = Self::default();
        for run in runs {
            text.push(&run.letters, &run.style);
        }
        text
    }
}

impl From<Text> for Vec<Run> {
    fn from(text: Text) -> Self {
        text.runs
    }
}
