//! The content lines of iCalendar: escaped, folded, ended.

/// The longest line in octets, its end not counted (RFC 5545, 3.1).
const MAX_OCTETS: usize = 75;

/// Lines being written.
pub(super) struct Lines(String);

impl Lines {
    pub(super) const fn new() -> Self {
        Self(String::new())
    }

    /// A line whose value is no free text: a time, an address, a keyword.
    pub(super) fn put(&mut self, name: &str, value: &str) {
        let mut line = String::with_capacity(name.len() + 1 + value.len());
        line.push_str(name);
        line.push(':');
        // Whatever an address holds, it must not end the line.
        line.extend(value.chars().filter(|c| !c.is_control()));
        fold(&line, &mut self.0);
    }

    /// A line whose value is text.
    pub(super) fn text(&mut self, name: &str, value: &str) {
        self.texts(name, &[value]);
    }

    /// A line whose value is a list of texts.
    pub(super) fn texts(&mut self, name: &str, values: &[&str]) {
        let mut line = format!("{name}:");
        for (place, value) in values.iter().enumerate() {
            if place > 0 {
                line.push(',');
            }
            escape(value, &mut line);
        }
        fold(&line, &mut self.0);
    }

    /// Lines written before.
    pub(super) fn append(&mut self, lines: &str) {
        self.0.push_str(lines);
    }

    pub(super) fn finish(self) -> String {
        self.0
    }
}

/// Marks what would end a text, and drops what no text may hold.
fn escape(value: &str, line: &mut String) {
    for c in value.chars() {
        match c {
            '\\' | ';' | ',' => line.extend(['\\', c]),
            '\n' => line.push_str("\\n"),
            '\t' => line.push(c),
            c if c.is_control() => {}
            c => line.push(c),
        }
    }
}

/// Cuts a line into pieces of [`MAX_OCTETS`], never within a character.
///
/// Readers join octets, so a cut character would survive; people who open the file would not see it.
fn fold(line: &str, out: &mut String) {
    let mut rest = line;
    let mut room = MAX_OCTETS;
    while rest.len() > room {
        let (piece, tail) = rest.split_at(rest.floor_char_boundary(room));
        out.push_str(piece);
        out.push_str("\r\n ");
        rest = tail;
        // The space before a continued line counts.
        room = MAX_OCTETS - 1;
    }
    out.push_str(rest);
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(line: &str) -> String {
        let mut out = String::new();
        fold(line, &mut out);
        out
    }

    #[test]
    fn a_line_of_seventy_five_octets_stays_whole() {
        let line = "x".repeat(75);
        assert_eq!(folded(&line), format!("{line}\r\n"));
    }

    #[test]
    fn no_line_is_longer_and_joining_them_gives_the_same() {
        for sample in ["Łódź 🏙️👩‍👩‍👧 ", "a", "ż", "🏙", "…a"] {
            let line = sample.repeat(200);
            let out = folded(&line);
            assert!(out.split("\r\n").all(|piece| piece.len() <= MAX_OCTETS));
            assert_eq!(out.replace("\r\n ", ""), format!("{line}\r\n"));
        }
    }

    #[test]
    fn a_text_keeps_its_marks_and_breaks() {
        let mut lines = Lines::new();
        lines.text("SUMMARY", "a;b,c\\d\ne\u{0}\rf");
        assert_eq!(lines.finish(), "SUMMARY:a\\;b\\,c\\\\d\\nef\r\n");
    }

    #[test]
    fn the_commas_between_texts_are_not_those_within() {
        let mut lines = Lines::new();
        lines.texts("CATEGORIES", &["Space, and place", "Workshop"]);
        assert_eq!(lines.finish(), "CATEGORIES:Space\\, and place,Workshop\r\n");
    }

    #[test]
    fn an_address_cannot_begin_a_line_of_its_own() {
        let mut lines = Lines::new();
        lines.put("URL", "https://x.pl/\r\nEND:VCALENDAR");
        assert_eq!(lines.finish(), "URL:https://x.pl/END:VCALENDAR\r\n");
    }
}
