//! Conflicts of interest, found in what is known of members and authors. A member can declare another
//! one; nobody can take away what was found.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::author::Author;
use super::submission::Submission;
use crate::account::{AccountId, Email};

/// Why somebody should not judge a submission.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Interest {
    /// It is theirs, or they are named in it.
    Own,
    /// An author belongs to the same body.
    SameBody,
    /// They submitted something together with one of its authors.
    CoAuthor,
    /// An author is from the same town.
    SameTown,
    /// They said so.
    Declared,
}

impl Interest {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Own,
        Self::SameBody,
        Self::CoAuthor,
        Self::SameTown,
        Self::Declared,
    ];

    /// The key in forms, columns and files: `same_body`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::SameBody => "same_body",
            Self::CoAuthor => "co_author",
            Self::SameTown => "same_town",
            Self::Declared => "declared",
        }
    }

    /// The one of this key.
    #[must_use]
    pub fn of(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.key() == key)
    }
}

/// Somebody who judges, as far as their interests are concerned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judge {
    /// Their account.
    pub account: AccountId,
    /// The address of it, by which an invited author who has not answered is known.
    pub email: Option<Email>,
    /// The body they belong to.
    pub body: Option<String>,
    /// Their town.
    pub town: Option<String>,
}

/// Who submitted something together with whom, in all calls of a congress.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CoAuthors(BTreeMap<Key, BTreeSet<Key>>);

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Account(AccountId),
    Email(String),
}

impl CoAuthors {
    /// Of all these submissions, by their authors.
    pub fn of<'a>(submissions: impl IntoIterator<Item = &'a [Author]>) -> Self {
        let mut all: BTreeMap<Key, BTreeSet<Key>> = BTreeMap::new();
        for authors in submissions {
            let together: BTreeSet<Key> = authors.iter().flat_map(keys_of_author).collect();
            for key in &together {
                all.entry(key.clone()).or_default().extend(together.clone());
            }
        }
        Self(all)
    }

    fn have(&self, judge: &[Key], author: &[Key]) -> bool {
        let known = judge.iter().filter_map(|key| self.0.get(key));
        known.flatten().any(|key| author.contains(key))
    }
}

/// The interests of `judge` in a submission, but for those that they declare. Whoever was removed from the
/// authors counts too: they knew it.
#[must_use]
pub fn interests(
    judge: &Judge,
    submission: &Submission,
    together: &CoAuthors,
) -> BTreeSet<Interest> {
    let mine = keys_of_judge(judge);
    let body = judge.body.as_deref().map(normalised).unwrap_or_default();
    let town = judge.town.as_deref().map(normalised).unwrap_or_default();
    let same = |own: &str, theirs: Option<&str>| {
        !own.is_empty() && theirs.is_some_and(|theirs| normalised(theirs) == own)
    };
    let mut found = BTreeSet::new();
    if submission.account == Some(judge.account) {
        found.insert(Interest::Own);
    }
    for author in &submission.authors {
        let theirs = keys_of_author(author);
        if theirs.iter().any(|key| mine.contains(key)) {
            found.insert(Interest::Own);
        } else if together.have(&mine, &theirs) {
            found.insert(Interest::CoAuthor);
        }
        if same(&body, author.about.body.as_deref()) {
            found.insert(Interest::SameBody);
        }
        if same(&town, author.about.town.as_deref()) {
            found.insert(Interest::SameTown);
        }
    }
    found
}

fn keys_of_judge(judge: &Judge) -> Vec<Key> {
    keys(Some(judge.account), judge.email.as_ref())
}

fn keys_of_author(author: &Author) -> Vec<Key> {
    keys(author.account, author.email.as_ref())
}

fn keys(account: Option<AccountId>, email: Option<&Email>) -> Vec<Key> {
    let account = account.map(Key::Account);
    let email = email.map(|email| Key::Email(email.as_str().to_lowercase()));
    account.into_iter().chain(email).collect()
}

/// Words that say what kind of body it is in law, or only join others: bodies do not differ by them.
const SAID_BY_HABIT: [&str; 17] = [
    "w",
    "we",
    "im",
    "imienia",
    "of",
    "the",
    "in",
    "sp",
    "z",
    "zoo",
    "o",
    "oo",
    "sa",
    "ltd",
    "gmbh",
    "fundacja",
    "stowarzyszenie",
];

/// The name of a body or a town without what people write now so and now so: capitals, accents, marks
/// between words, and words said by habit. Empty if nothing is left.
#[must_use]
pub fn normalised(name: &str) -> String {
    let plain: String = name.to_lowercase().chars().map(plain).collect();
    let words = plain.split(|letter: char| !letter.is_alphanumeric());
    let telling = words.filter(|word| !word.is_empty() && !SAID_BY_HABIT.contains(word));
    let telling = telling.collect::<Vec<_>>().join(" ");
    if telling.is_empty() {
        // A body that is called by such a word alone is still one.
        return plain.trim().to_owned();
    }
    telling
}

/// A small letter without its accent.
pub(super) const fn plain(letter: char) -> char {
    match letter {
        'ą' | 'á' | 'ä' | 'à' | 'â' => 'a',
        'ć' | 'č' | 'ç' => 'c',
        'ę' | 'é' | 'è' | 'ě' | 'ë' => 'e',
        'ł' => 'l',
        'ń' | 'ň' | 'ñ' => 'n',
        'ó' | 'ö' | 'ô' => 'o',
        'ś' | 'š' => 's',
        'ú' | 'ü' | 'ů' => 'u',
        'ź' | 'ż' | 'ž' => 'z',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::super::submission::tests_support::submission;
    use super::super::{AboutAuthor, AuthorId, AuthorStanding};
    use super::*;

    fn account(number: u128) -> AccountId {
        AccountId(Uuid::from_u128(number))
    }

    fn author(number: u128, body: &str, town: &str) -> Author {
        Author {
            id: AuthorId(Uuid::from_u128(number)),
            standing: AuthorStanding::Confirmed,
            account: Some(account(number)),
            email: None,
            about: AboutAuthor {
                name: format!("Osoba {number}"),
                body: Some(body.to_owned()),
                town: Some(town.to_owned()),
                ..AboutAuthor::default()
            },
        }
    }

    fn judge(number: u128, body: &str, town: &str) -> Judge {
        Judge {
            account: account(number),
            email: None,
            body: Some(body.to_owned()),
            town: Some(town.to_owned()),
        }
    }

    #[test]
    fn names_that_differ_by_habit_are_the_same() {
        let same = [
            ("Politechnika Świętokrzyska", "politechnika swietokrzyska"),
            ("Urząd Miasta w Kielcach", "URZĄD MIASTA KIELCACH"),
            ("Fundacja „Nasze Miasto”", "Nasze Miasto"),
            ("Rower Sp. z o.o.", "rower"),
        ];
        for (one, other) in same {
            assert_eq!(normalised(one), normalised(other));
        }
        assert_ne!(normalised("Urząd Miasta Łodzi"), normalised("Urząd Miasta"));
        assert_eq!(normalised(" – "), "–");
    }

    #[test]
    fn what_is_in_common_is_found_and_nothing_else() {
        let theirs = [author(1, "Politechnika Łódzka", "Łódź")];
        let together = CoAuthors::of([&theirs[..], &[author(1, "", ""), author(9, "", "")][..]]);
        let offered = submission(theirs.to_vec());
        let rows = [
            (judge(1, "", ""), vec![Interest::Own]),
            (
                judge(2, "politechnika lodzka", "Opole"),
                vec![Interest::SameBody],
            ),
            (judge(2, "Uniwersytet", "ŁÓDŹ"), vec![Interest::SameTown]),
            (judge(9, "Uniwersytet", "Opole"), vec![Interest::CoAuthor]),
            (judge(2, "", ""), vec![]),
        ];
        for (judge, expected) in rows {
            let found: Vec<Interest> = interests(&judge, &offered, &together).into_iter().collect();
            assert_eq!(found, expected, "{judge:?}");
        }
    }

    #[test]
    fn an_invited_author_is_known_by_their_address() {
        let mut invited = author(1, "", "");
        invited.account = None;
        invited.email = Some("Ala@kongres.example".parse().unwrap());
        invited.standing = AuthorStanding::Removed;
        let mut member = judge(2, "", "");
        member.email = Some("ala@kongres.example".parse().unwrap());
        let found = interests(&member, &submission(vec![invited]), &CoAuthors::default());
        assert_eq!(found, BTreeSet::from([Interest::Own]));
    }
}
