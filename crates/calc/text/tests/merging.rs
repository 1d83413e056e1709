//! Two amendments at once: what merges, what is a conflict, and that no word is lost or doubled.

mod support;

use std::collections::BTreeMap;

use proptest::prelude::*;
use support::prose;
use wiec_text::{Amendment, Anchor, Conflict, ConflictKind, Content, Document, Wording, merge};

fn mirrored(conflict: &Conflict) -> Conflict {
    Conflict {
        left: conflict.right.clone(),
        right: conflict.left.clone(),
        ..conflict.clone()
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn it_does_not_matter_which_amendment_comes_first(a in prose(), b in prose(), c in prose()) {
        let base = Document::from_markdown(&a);
        let (left, right) = (base.revise(&b), base.revise(&c));
        let (one, other) = (merge(&base, &left, &right), merge(&base, &right, &left));
        prop_assert_eq!(one.document(), other.document());
        let mirror: Vec<Conflict> = other.conflicts().iter().map(mirrored).collect();
        prop_assert_eq!(one.conflicts(), mirror);
        prop_assert_eq!(one.touched_by_both(), other.touched_by_both());
        prop_assert_eq!(one.unaccounted(), other.unaccounted());
    }

    #[test]
    fn merging_with_no_change_is_the_other_change(a in prose(), b in prose()) {
        let base = Document::from_markdown(&a);
        let changed = base.revise(&b);
        let merged = merge(&base, &changed, &base);
        prop_assert_eq!(merged.conflicts(), []);
        prop_assert_eq!(merged.document().to_markdown(), changed.to_markdown());
        let twice = merge(&base, &changed, &changed);
        prop_assert_eq!(twice.conflicts(), []);
        prop_assert_eq!(twice.document().to_markdown(), changed.to_markdown());
    }

    #[test]
    fn amendments_that_touch_nothing_in_common_merge_without_a_conflict(
        paragraphs in 3..9usize,
        left in edits(),
        right in edits(),
    ) {
        let made = Made::new(paragraphs);
        let base = Document::from_markdown(&made.markdown());
        let left = base.revise(&made.edited(&left, "lewe").markdown());
        let right = base.revise(&made.edited(&right, "prawe").markdown());
        let (one, other) = (Amendment::between(&base, &left), Amendment::between(&base, &right));
        let merged = merge(&base, &left, &right);
        if !one.touches(&other) {
            prop_assert_eq!(merged.conflicts(), []);
            prop_assert_eq!(merged.touched_by_both(), []);
        }
    }

    #[test]
    fn no_word_is_lost_or_doubled(paragraphs in 1..6usize, left in edits(), right in edits()) {
        let base = Made::new(paragraphs);
        let document = Document::from_markdown(&base.markdown());
        let left = document.revise(&base.edited(&left, "lewe").markdown());
        let right = document.revise(&base.edited(&right, "prawe").markdown());
        let merged = merge(&document, &left, &right);
        let (of_base, of_left, of_right) = (words(&document), words(&left), words(&right));
        let of_merged = words(&merged.document());
        let contested = contested(merged.conflicts());
        for word in of_base.keys().chain(of_left.keys()).chain(of_right.keys()) {
            let count = |words: &BTreeMap<String, usize>| words.get(word).copied().unwrap_or(0);
            // Somebody is asked about these.
            if contested.contains_key(word) || merged.unaccounted().contains(word) {
                continue;
            }
            // Three ways: what one side changed counts, what neither changed stays.
            let expected = count(&of_left) + count(&of_right) - count(&of_base).min(count(&of_left) + count(&of_right));
            prop_assert_eq!(count(&of_merged), expected, "{}\n{:#?}", word, merged.document().to_markdown());
        }
        for (word, count) in of_merged {
            let is_asked = contested.contains_key(&word) || merged.unaccounted().contains(&word);
            prop_assert!(count <= 1 || is_asked, "{} stands {} times", word, count);
        }
    }
}

#[test]
fn joined_paragraphs_that_pass_another_one_leave_it_to_the_others() {
    let base = Document::from_markdown(
        "raz dwa\n\ntrzy cztery pięć\n\nsześć siedem\n\nosiem dziewięć\n\ndziesięć",
    );
    let left = base.revise("trzy cztery pięć\n\nsześć siedem\n\nosiem dziewięć\n\ndziesięć");
    let right =
        base.revise("sześć siedem osiem dziewięć\n\nraz dwa\n\ntrzy cztery pięć\n\ndziesięć");
    let merged = merge(&base, &left, &right);
    assert_eq!(merged.conflicts(), []);
    assert_eq!(
        merged.document().to_markdown(),
        "sześć siedem osiem dziewięć\n\ntrzy cztery pięć\n\ndziesięć\n"
    );
}

/// A text in which every word is there once.
#[derive(Clone)]
struct Made(Vec<Vec<String>>);

/// What an amendment does somewhere; the numbers choose the place.
#[derive(Clone, Debug)]
enum Step {
    Replace(usize, usize),
    Insert(usize, usize),
    Delete(usize, usize),
    DeleteParagraph(usize),
    InsertParagraph(usize),
    Move(usize, usize),
    Split(usize, usize),
    Join(usize),
}

fn edits() -> impl Strategy<Value = Vec<Step>> {
    let step = (0..8usize, 0..8usize, 0..40usize).prop_map(|(sort, x, y)| match sort {
        0 => Step::Replace(x, y),
        1 => Step::Insert(x, y),
        2 => Step::Delete(x, y),
        3 => Step::DeleteParagraph(x),
        4 => Step::InsertParagraph(x),
        5 => Step::Move(x, y),
        6 => Step::Split(x, y),
        _ => Step::Join(x),
    });
    prop::collection::vec(step, 0..5)
}

fn word(prefix: &str, number: usize) -> String {
    let letters: String = number
        .to_string()
        .bytes()
        .map(|it| char::from(it - b'0' + b'a'))
        .collect();
    format!("{letters}{prefix}")
}

impl Made {
    fn new(paragraphs: usize) -> Self {
        Self(
            (0..paragraphs)
                .map(|at| (0..24).map(|it| word("", at * 100 + 100 + it)).collect())
                .collect(),
        )
    }

    fn edited(&self, steps: &[Step], prefix: &str) -> Self {
        let mut made = self.0.clone();
        for (number, step) in steps.iter().enumerate() {
            if made.is_empty() {
                break;
            }
            let count = made.len();
            let new = word(prefix, number);
            match *step {
                Step::Replace(at, it) => {
                    let (paragraph, it) = spot(&mut made, at, it);
                    paragraph[it] = new;
                }
                Step::Insert(at, it) => {
                    let (paragraph, it) = spot(&mut made, at, it);
                    paragraph.insert(it, new);
                }
                Step::Delete(at, it) => {
                    let (paragraph, it) = spot(&mut made, at, it);
                    if paragraph.len() > 1 {
                        paragraph.remove(it);
                    }
                }
                Step::DeleteParagraph(at) => drop(made.remove(at % count)),
                Step::InsertParagraph(at) => {
                    made.insert(at % count, vec![new, word(prefix, number + 50)])
                }
                Step::Move(from, to) => {
                    let paragraph = made.remove(from % count);
                    made.insert(to % count, paragraph);
                }
                Step::Split(at, it) => {
                    let (paragraph, it) = spot(&mut made, at, it);
                    let rest = paragraph.split_off(it.max(1));
                    if !rest.is_empty() {
                        made.insert(at % count + 1, rest);
                    }
                }
                Step::Join(at) if at % count + 1 < count => {
                    let rest = made.remove(at % count + 1);
                    made[at % count].extend(rest);
                }
                Step::Join(_) => {}
            }
        }
        Self(made)
    }

    fn markdown(&self) -> String {
        self.0.iter().map(|it| it.join(" ") + "\n\n").collect()
    }
}

fn spot(made: &mut [Vec<String>], at: usize, it: usize) -> (&mut Vec<String>, usize) {
    let count = made.len();
    let paragraph = &mut made[at % count];
    let it = it % paragraph.len();
    (paragraph, it)
}

fn words(document: &Document) -> BTreeMap<String, usize> {
    let contents: Vec<Content> = document
        .blocks()
        .iter()
        .map(|it| it.content.clone())
        .collect();
    words_of(&contents)
}

fn words_of(contents: &[Content]) -> BTreeMap<String, usize> {
    let mut words = BTreeMap::new();
    for content in contents {
        for word in content.text.letters().split_whitespace() {
            *words.entry(word.to_owned()).or_insert(0) += 1;
        }
    }
    words
}

/// Words that somebody has to decide on.
fn contested(conflicts: &[Conflict]) -> BTreeMap<String, usize> {
    let all = conflicts
        .iter()
        .flat_map(|it| [&it.base, &it.left, &it.right]);
    words_of(&all.flatten().cloned().collect::<Vec<_>>())
}

#[test]
fn a_paragraph_that_one_moves_into_another_and_the_other_deletes_is_asked_about() {
    let base = Document::from_markdown(
        "Alfa beta gamma delta.\n\nJeden dwa trzy cztery.\n\nLas rzeka droga most pole łąka sad.",
    );
    let left = base.revise(
        "Jeden dwa trzy cztery.\n\nLas rzeka droga most pole łąka sad. Alfa beta gamma delta.",
    );
    let right = base.revise("Jeden dwa trzy cztery.\n\nLas rzeka droga most pole łąka sad.");
    let merged = merge(&base, &left, &right);
    assert_eq!(merged.unaccounted(), ["Alfa", "beta", "delta", "gamma"]);
}

fn anchor(name: &str) -> Anchor {
    name.parse().expect("an anchor")
}

const BASE: &str = "Co najmniej 15 proc. mieszkań w nowych inwestycjach przeznacza się na najem.\n\nGmina ogłasza wynik co roku.";

fn merged_markdown(left: &str, right: &str) -> (String, Vec<ConflictKind>) {
    let base = Document::from_markdown(BASE);
    let merged = merge(&base, &base.revise(left), &base.revise(right));
    let kinds = merged.conflicts().iter().map(|it| it.kind).collect();
    (merged.document().to_markdown(), kinds)
}

#[test]
fn changes_at_two_places_of_one_paragraph_are_both_made_and_the_paragraph_is_named() {
    let base = Document::from_markdown(BASE);
    let left = Amendment::whole(&base, &BASE.replace("15", "20"))
        .apply(&base)
        .expect("made for this text");
    let right = Amendment::whole(&base, &BASE.replace("najem", "najem na 30 lat"))
        .apply(&base)
        .expect("made for this text");
    let merged = merge(&base, &left, &right);
    assert_eq!(
        merged.document().to_markdown(),
        BASE.replace("15", "20").replace("najem", "najem na 30 lat") + "\n"
    );
    assert_eq!(merged.conflicts(), []);
    assert_eq!(merged.touched_by_both(), [anchor("p1")]);
}

#[test]
fn two_numbers_for_one_are_a_conflict_and_the_old_one_stays() {
    let (text, kinds) = merged_markdown(&BASE.replace("15", "20"), &BASE.replace("15", "10"));
    assert_eq!(
        (text, kinds),
        (format!("{BASE}\n"), vec![ConflictKind::SameWords])
    );
}

#[test]
fn the_same_change_on_both_sides_is_made_once() {
    let (text, kinds) = merged_markdown(&BASE.replace("15", "20"), &BASE.replace("15", "20"));
    assert_eq!((text, kinds), (BASE.replace("15", "20") + "\n", vec![]));
}

#[test]
fn a_paragraph_that_one_deletes_and_the_other_changes_stays_and_is_a_conflict() {
    let first = BASE.split("\n\n").next().expect("a first paragraph");
    let (text, kinds) = merged_markdown(first, &BASE.replace("co roku", "co kwartał"));
    assert_eq!(
        (text, kinds),
        (format!("{BASE}\n"), vec![ConflictKind::DeletedUnderMe])
    );
}

#[test]
fn two_paragraphs_for_one_place_wait_for_a_decision_and_can_both_be_taken() {
    let base = Document::from_markdown(BASE);
    let left = base.revise(&format!("{BASE}\n\nDane są otwarte."));
    let right = base.revise(&format!("{BASE}\n\nRada omawia wynik na sesji."));
    let merged = merge(&base, &left, &right);
    assert_eq!(merged.conflicts().len(), 1);
    assert_eq!(merged.conflicts()[0].kind, ConflictKind::SameInsertionPlace);
    assert_eq!(merged.conflicts()[0].anchors, [anchor("p2")]);
    let both = merged.resolve(&[Wording::LeftThenRight]);
    assert_eq!(
        both.to_markdown(),
        format!("{BASE}\n\nDane są otwarte.\n\nRada omawia wynik na sesji.\n")
    );
}

#[test]
fn a_wording_written_by_hand_keeps_the_anchor() {
    let base = Document::from_markdown(BASE);
    let merged = merge(
        &base,
        &base.revise(&BASE.replace("15", "20")),
        &base.revise(&BASE.replace("15", "10")),
    );
    let solved = merged.resolve(&[Wording::Written(
        "Co najmniej 18 proc. mieszkań na najem.".to_owned(),
    )]);
    let first = &solved.blocks()[0];
    assert_eq!(
        (first.anchor, first.content.text.letters().as_str()),
        (anchor("p1"), "Co najmniej 18 proc. mieszkań na najem.")
    );
}

#[test]
fn a_paragraph_that_one_splits_and_the_other_corrects_is_split_and_corrected() {
    let base = Document::from_markdown(
        "Plan obejmuje całą gminę i obszar funkcjonalny. Organizatorem przewozów jest związek gmin.",
    );
    let left = base.revise("Plan obejmuje całą gminę i obszar funkcjonalny.\n\nOrganizatorem przewozów jest związek gmin.");
    let right = base.revise("Plan obejmuje całą gminę i obszar funkcjonalny. Organizatorem przewozów jest związek powiatów.");
    let merged = merge(&base, &left, &right);
    assert_eq!(merged.conflicts(), []);
    assert_eq!(
        merged.document().to_markdown(),
        "Plan obejmuje całą gminę i obszar funkcjonalny.\n\nOrganizatorem przewozów jest związek powiatów.\n"
    );
}

#[test]
fn a_paragraph_that_one_moves_and_the_other_changes_is_moved_and_changed() {
    let base = Document::from_markdown(
        "Pierwszy akapit o najmie.\n\nDrugi akapit o wodzie.\n\nTrzeci akapit o drogach.",
    );
    let left = base
        .revise("Trzeci akapit o drogach.\n\nPierwszy akapit o najmie.\n\nDrugi akapit o wodzie.");
    let right = base.revise(
        "Pierwszy akapit o najmie.\n\nDrugi akapit o wodzie.\n\nTrzeci akapit o drogach gminnych.",
    );
    let merged = merge(&base, &left, &right);
    assert_eq!(merged.conflicts(), []);
    assert_eq!(
        merged.document().to_markdown(),
        "Trzeci akapit o drogach gminnych.\n\nPierwszy akapit o najmie.\n\nDrugi akapit o wodzie.\n"
    );
}
