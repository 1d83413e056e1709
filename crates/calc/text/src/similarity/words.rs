//! A text as words without marks: in small letters, without diacritics, each with how much it says.

/// One word or number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// Its letters, folded: `usług` is `uslug`, because not everybody types the marks.
    pub(super) letters: Vec<char>,
    /// How much it says, in hundredths of a full word.
    pub(super) weight: u32,
    /// Whether a "not" stands before it.
    pub(super) is_negated: bool,
}

/// What a word says that says something.
const FULL: u32 = 100;
/// Short words say less, and there are many of them.
const SHORT: u32 = 40;
/// Greetings, and words that every remark needs whatever it says.
const FILLER: u32 = 15;
/// A number is often the point of a remark: 15 or 20 per cent, § 4 or § 5.
const NUMBER: u32 = 150;

/// Words that turn the next one around. Folded and sorted, like all lists here.
const NEGATIONS: &[&str] = &["bez", "cannot", "never", "nie", "no", "not", "without"];

/// "Don't" and the like, without their apostrophe.
const CONTRACTIONS: &[&str] = &[
    "arent", "cant", "couldnt", "didnt", "doesnt", "dont", "hasnt", "havent", "isnt", "shouldnt",
    "wasnt", "werent", "wont", "wouldnt",
];

/// Words that say nothing about the subject.
#[rustfmt::skip]
const FILLERS: &[&str] = &[
    "aby", "albo", "ale", "an", "and", "are", "as", "at", "bardzo", "be", "bo", "by", "byc", "byla",
    "bylo", "byly", "czy", "czyli", "dear", "dla", "do", "dobry", "dziekuje", "dziekujemy", "dzien",
    "ewentualnie", "for", "from", "gdy", "gdyz", "has", "have", "hello", "in", "is", "it", "itd",
    "its", "jak", "jako", "jesli", "jest", "jestem", "jestesmy", "jezeli", "kazdy", "ktora",
    "ktore", "ktory", "ktorych", "lub", "ma", "madam", "maja", "moim", "mozna", "na", "nad",
    "nalezy", "naszym", "niz", "o", "od", "of", "on", "ona", "or", "oraz", "pani", "panie",
    "panstwo", "please", "po", "pod", "powazaniem", "powinien", "powinna", "powinno", "powinny",
    "pozdrawiam", "proc", "procent", "prosimy", "prosze", "przez", "przy", "regards", "sa", "shall",
    "should", "sie", "sincerely", "sir", "szanowni", "szanowny", "ta", "tak", "takze", "te", "tego",
    "ten", "thank", "that", "the", "this", "to", "too", "tych", "uwazam", "uwazamy", "w", "we",
    "which", "will", "with", "yours", "z", "za", "zdaniem", "ze",
];

/// The words of a text, in its order.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut is_negated = false;
    for letters in runs(text) {
        // "don't" is read as "dont", and says nothing but "not": "do" is a filler.
        if is_one_of(&letters, NEGATIONS) || is_one_of(&letters, CONTRACTIONS) {
            is_negated = true;
        } else {
            words.push(Word {
                weight: weight(&letters),
                letters,
                is_negated,
            });
            is_negated = false;
        }
    }
    // A remark that is nothing but "no".
    if words.is_empty() && is_negated {
        words.push(Word {
            letters: vec!['n'],
            weight: FULL,
            is_negated,
        });
    }
    words
}

/// Letters and figures that stand together, folded. An apostrophe is passed over.
fn runs(text: &str) -> Vec<Vec<char>> {
    let mut runs = Vec::new();
    let mut run: Vec<char> = Vec::new();
    for letter in text.chars().filter(|it| !matches!(it, '\'' | '’')) {
        if (!letter.is_alphanumeric() || !fits(&run, letter)) && !run.is_empty() {
            runs.push(std::mem::take(&mut run));
        }
        if letter.is_alphanumeric() {
            run.extend(folded(letter));
        }
    }
    runs.extend((!run.is_empty()).then_some(run));
    runs
}

/// Whether a letter goes on with what was begun: words and numbers do not mix, so that `20-letni`,
/// `20letni` and `20 letni` are alike.
fn fits(begun: &[char], letter: char) -> bool {
    let is_number = |it: &char| it.is_numeric();
    begun
        .last()
        .is_none_or(|last| is_number(last) == is_number(&letter))
}

fn folded(letter: char) -> impl Iterator<Item = char> {
    letter.to_lowercase().map(|it| match it {
        'ą' => 'a',
        'ć' => 'c',
        'ę' => 'e',
        'ł' => 'l',
        'ń' => 'n',
        'ó' => 'o',
        'ś' => 's',
        'ź' | 'ż' => 'z',
        other => other,
    })
}

fn weight(letters: &[char]) -> u32 {
    if letters.iter().any(|it| it.is_numeric()) {
        NUMBER
    } else if is_one_of(letters, FILLERS) {
        FILLER
    } else if letters.len() <= 3 {
        SHORT
    } else {
        FULL
    }
}

fn is_one_of(letters: &[char], list: &[&str]) -> bool {
    let order = |word: &&str| word.chars().cmp(letters.iter().copied());
    list.binary_search_by(order).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        let word = |it: &Word| {
            let not = if it.is_negated { "!" } else { "" };
            let letters: String = it.letters.iter().collect();
            format!("{not}{letters} {}", it.weight)
        };
        words(text).iter().map(word).collect()
    }

    #[test]
    fn words_are_folded_weighed_and_turned_around() {
        assert_eq!(
            read("Nie zgadzam się: 20-letni najem, §4!"),
            [
                "!zgadzam 100",
                "sie 15",
                "20 150",
                "letni 100",
                "najem 100",
                "4 150"
            ]
        );
        assert_eq!(
            read("We don't need it, they shouldn’t pay"),
            ["we 15", "!need 100", "it 15", "they 100", "!pay 40"]
        );
    }

    #[test]
    fn lists_are_sorted_and_without_marks() {
        for list in [FILLERS, NEGATIONS, CONTRACTIONS] {
            assert!(list.is_sorted());
            assert!(list.iter().all(|word| word.is_ascii()));
        }
    }
}
