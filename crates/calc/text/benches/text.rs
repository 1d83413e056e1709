//! How long a text of twenty pages takes to read, compare, mark and merge: CPU seconds of one thread, as
//! Linux counts them. The text is made up from a seed; words are as uneven as in prose.
//!
//! `cargo bench -p wiec-text`

use std::fs;

use wiec_text::{
    Document, Frame, SAME, View, Words, compare, comparison_html, groups, html, merge,
};

const WORDS: Words<'static> = Words {
    deleted: "usunięto:",
    inserted: "dodano:",
    moved_away: "przeniesiono stąd:",
    moved_here: "przeniesiono tutaj:",
    split: "nowy akapit",
    joined: "połączono akapity",
    reshaped: "zmieniono rodzaj:",
    end: "koniec zmiany",
};

fn main() {
    let mut chance = Chance(1);
    let pages = twenty_pages(&mut chance);
    let source = markdown(&pages);
    println!(
        "{} words in {} paragraphs, {} letters",
        pages.iter().map(Vec::len).sum::<usize>(),
        pages.len(),
        source.len()
    );
    let base = Document::from_markdown(&source);
    report("read", || Document::from_markdown(&source));
    report("html", || html(&base, Frame::default()));
    let versions = [
        ("three words", changed(&pages, &mut chance, 3, 0)),
        ("a tenth of the words", changed(&pages, &mut chance, 800, 0)),
        ("half of the words", changed(&pages, &mut chance, 4000, 0)),
        (
            "a tenth of the words, twelve paragraphs moved",
            changed(&pages, &mut chance, 800, 12),
        ),
        ("another text", twenty_pages(&mut chance)),
    ];
    for (name, version) in &versions {
        let typed = markdown(version);
        let revised = base.revise(&typed);
        report(&format!("revise: {name}"), || base.revise(&typed));
        report(&format!("compare: {name}"), || compare(&base, &revised));
        let comparison = compare(&base, &revised);
        report(&format!("mark: {name}"), || {
            comparison_html(&comparison, View::Marked, &WORDS, 3)
        });
    }
    let (left, right) = (
        base.revise(&markdown(&versions[1].1)),
        base.revise(&markdown(&versions[3].1)),
    );
    report("merge: two tenths", || merge(&base, &left, &right));
    let one = vec![pages.concat()];
    let (before, after) = (
        Document::from_markdown(&markdown(&one)),
        vec![versions[1].1.concat()],
    );
    let after = before.revise(&markdown(&after));
    report("compare: a tenth, all in one paragraph", || {
        compare(&before, &after)
    });
    let remarks = thousand_remarks(&mut chance);
    let remarks: Vec<&str> = remarks.iter().map(String::as_str).collect();
    report("similar: 1,000 remarks of 100 words", || {
        groups(&remarks, SAME)
    });
}

/// A thousand remarks of a hundred words; every tenth is another one with some words changed.
fn thousand_remarks(chance: &mut Chance) -> Vec<String> {
    let mut remarks: Vec<Vec<String>> = Vec::new();
    for number in 0..1000 {
        let remark = if number % 10 == 9 {
            let copied = vec![remarks[chance.below(remarks.len())].clone()];
            changed(&copied, chance, 8, 0).concat()
        } else {
            (0..100).map(|at| word(chance, at)).collect()
        };
        remarks.push(remark);
    }
    remarks.iter().map(|words| words.join(" ")).collect()
}

/// Sixty paragraphs of a hundred and forty words: twenty pages.
fn twenty_pages(chance: &mut Chance) -> Vec<Vec<String>> {
    (0..60)
        .map(|_| (0..140).map(|at| word(chance, at)).collect())
        .collect()
}

fn word(chance: &mut Chance, at: usize) -> String {
    const SHORT: [&str; 12] = [
        "i", "w", "na", "z", "do", "oraz", "się", "the", "of", "and", "to", "in",
    ];
    const ENDINGS: [&str; 6] = ["a", "y", "ego", "owi", "ami", "ów"];
    let end = if at % 14 == 13 {
        "."
    } else if at % 7 == 6 {
        ","
    } else {
        ""
    };
    if chance.below(3) == 0 {
        return format!("{}{end}", SHORT[chance.below(SHORT.len())]);
    }
    // The lowest of three draws: few words are frequent, many are rare.
    let number = (0..3).map(|_| chance.below(4000)).min().unwrap_or(0);
    let letters: String = number
        .to_string()
        .bytes()
        .map(|it| {
            ["mi", "as", "to", "gm", "in", "ra", "da", "pl", "an", "ek"][usize::from(it - b'0')]
        })
        .collect();
    format!("{letters}{}{end}", ENDINGS[chance.below(ENDINGS.len())])
}

fn changed(
    pages: &[Vec<String>],
    chance: &mut Chance,
    words: usize,
    moves: usize,
) -> Vec<Vec<String>> {
    let mut changed = pages.to_vec();
    for _ in 0..words {
        let paragraph = chance.below(changed.len());
        let at = chance.below(changed[paragraph].len());
        match chance.below(4) {
            0 if changed[paragraph].len() > 1 => drop(changed[paragraph].remove(at)),
            1 => {
                let new = word(chance, at);
                changed[paragraph].insert(at, new);
            }
            _ => changed[paragraph][at] = word(chance, at),
        }
    }
    for _ in 0..moves {
        let paragraph = changed.remove(chance.below(changed.len()));
        let to = chance.below(changed.len());
        changed.insert(to, paragraph);
    }
    changed
}

fn markdown(pages: &[Vec<String>]) -> String {
    pages.iter().map(|words| words.join(" ") + "\n\n").collect()
}

/// SplitMix64: made-up texts must be the same everywhere.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) % end as u64) as usize
    }
}

/// The mean of many runs, at least a second of them: the system counts in steps of some milliseconds.
fn report<T>(name: &str, step: impl Fn() -> T) {
    let started = on_cpu();
    let mut runs = 0;
    while on_cpu() - started < 1.0 {
        std::hint::black_box(step());
        runs += 1;
    }
    println!(
        "{name}: {:.2} ms",
        (on_cpu() - started) * 1000.0 / f64::from(runs)
    );
}

/// Seconds that this thread ran. Wall time says nothing on a shared machine.
fn on_cpu() -> f64 {
    let text = fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = text.split(' ').next().and_then(|it| it.parse::<f64>().ok());
    nanoseconds.unwrap_or(f64::NAN) / 1e9
}
