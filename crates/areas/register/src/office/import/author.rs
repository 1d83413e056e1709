//! Who speaks in a row of a table: on whose behalf, guessed from the name, and the answer's position,
//! guessed from its first words. The office sees both in the preview.

use wiec_model::register::{Author, Behalf, Position};

/// Beginnings of words by which somebody speaks for others, without capitals.
const BEHALVES: [(&str, Behalf); 34] = [
    ("miasto", Behalf::City),
    ("gmin", Behalf::City),
    ("urząd", Behalf::City),
    ("powiat", Behalf::City),
    ("starost", Behalf::City),
    ("województw", Behalf::City),
    ("marszał", Behalf::City),
    ("prezydent miasta", Behalf::City),
    ("burmistrz", Behalf::City),
    ("wójt", Behalf::City),
    ("rada miasta", Behalf::City),
    ("rada gminy", Behalf::City),
    ("związek miast", Behalf::City),
    ("związek gmin", Behalf::City),
    ("unia metropoli", Behalf::City),
    ("city of", Behalf::City),
    ("municipal", Behalf::City),
    ("fundacj", Behalf::Ngo),
    ("stowarzysz", Behalf::Ngo),
    ("towarzystw", Behalf::Ngo),
    ("ngo", Behalf::Ngo),
    ("foundation", Behalf::Ngo),
    ("association", Behalf::Ngo),
    ("sp. z o.o", Behalf::Company),
    ("s.a.", Behalf::Company),
    ("spółk", Behalf::Company),
    ("izba gospodar", Behalf::Company),
    ("deweloper", Behalf::Company),
    ("ltd", Behalf::Company),
    ("osoba", Behalf::Person),
    ("osoby", Behalf::Person),
    ("obywatel", Behalf::Person),
    ("mieszkan", Behalf::Person),
    ("resident", Behalf::Person),
];

/// The author of a row; `unsigned` is what somebody without a name is called.
pub fn author(cell: &str, unsigned: &str) -> Author {
    let words: Vec<&str> = cell.split_whitespace().collect();
    let name = words.join(" ");
    if name.is_empty() {
        return Author {
            name: unsigned.to_owned(),
            behalf: Behalf::Person,
            body: None,
        };
    }
    let folded = name.to_lowercase();
    let found = BEHALVES.iter().find(|(start, _)| begins(&folded, start));
    Author {
        behalf: found.map_or(Behalf::Other, |(_, behalf)| *behalf),
        name,
        body: None,
    }
}

/// What an answer makes of a remark, by how such answers are worded; explained, if it does not say.
pub fn position(answer: &str) -> Position {
    let folded = answer.to_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| folded.contains(word));
    if says(&["częściow", "w części", "partly", "in part", "partial"]) {
        Position::InPart
    } else if says(&[
        "nieuwzgl",
        "nie uwzgl",
        "nie została uwzgl",
        "nie zostanie uwzgl",
        "odrzuc",
        "nieprzyj",
        "nie przyj",
        "not accepted",
        "rejected",
        "declined",
    ]) {
        Position::Rejected
    } else if says(&["uwzgl", "przyjęt", "przyjmuje", "accepted", "agreed"]) {
        Position::Accepted
    } else {
        Position::Explained
    }
}

/// Whether any word begins so.
fn begins(folded: &str, start: &str) -> bool {
    folded.match_indices(start).any(|(at, _)| {
        let before = folded[..at].chars().last();
        before.is_none_or(|letter| !letter.is_alphanumeric())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn on_whose_behalf_somebody_speaks_is_guessed_from_the_name() {
        for (cell, behalf) in [
            ("Miasto Łódź", Behalf::City),
            ("Urząd Gminy Pszczółki", Behalf::City),
            ("Związek Miast Polskich", Behalf::City),
            ("Stowarzyszenie Nasz Rynek", Behalf::Ngo),
            ("Osoba prywatna", Behalf::Person),
            ("Mieszkanka Kielc", Behalf::Person),
            ("Domy i Biura Sp. z o.o.", Behalf::Company),
            ("Politechnika Świętokrzyska", Behalf::Other),
            ("", Behalf::Person),
        ] {
            assert_eq!(author(cell, "bez podpisu").behalf, behalf, "{cell}");
        }
        assert_eq!(author(" ", "bez podpisu").name, "bez podpisu");
    }

    #[test]
    fn a_position_is_read_from_how_answers_are_worded() {
        for (answer, expected) in [
            ("Uwaga uwzględniona.", Position::Accepted),
            ("Uwzględniono częściowo: dodano termin.", Position::InPart),
            ("Uwaga nieuwzględniona. Brak środków.", Position::Rejected),
            ("Nie uwzględniono", Position::Rejected),
            ("Dziękujemy za głos.", Position::Explained),
            ("Rejected, see above", Position::Rejected),
        ] {
            assert_eq!(position(answer), expected, "{answer}");
        }
    }
}
