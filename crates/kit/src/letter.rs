//! A letter as it leaves: the same words as HTML and as plain text, with a foot that says whom it is
//! from and, where that is possible, how to have no more of them.

use askama::Template;
use wiec_model::digest::hex;
use wiec_model::mail::{Letter, Need};
use wiec_model::{Email, Lang, Slug};
use wiec_store::UnsubscribeMark;

use crate::app::App;
use crate::markdown;
use crate::messages::{Messages, messages};
use crate::paths::Paths;
use crate::secret::Secret;

/// What the mark of an unsubscription follows from the secret for.
const UNSUBSCRIBE: &str = "unsubscribe";
/// What follows from the secret for the mark in an address: nobody can make up either.
const ADDRESS: &str = "unsubscribe address";
/// A mark has so many hexadecimal digits in an address.
const DIGITS: usize = 32;

/// A letter ready to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rendered {
    /// For programs that show HTML.
    pub html: String,
    /// For those that do not, and for people who prefer it so.
    pub text: String,
    /// Where one click has no more letters of the kind (RFC 8058).
    pub unsubscribe: Option<String>,
}

#[derive(Template)]
#[template(path = "letter.html")]
struct LetterPage<'a> {
    m: &'static Messages,
    lang: Lang,
    subject: &'a str,
    body: String,
    from: &'a str,
    base: &'a str,
    unsubscribe: Option<&'a str>,
}

/// Renders a letter, with links that lead to this site.
///
/// # Errors
///
/// [`askama::Error`], which our template does not cause.
pub fn render(app: &App, letter: &Letter) -> Result<Rendered, askama::Error> {
    let m = messages(letter.lang);
    let base = &app.site.base;
    let from = sender(app, letter);
    let unsubscribe = unsubscribe_address(app, letter);
    let html = LetterPage {
        m,
        lang: letter.lang,
        subject: letter.subject.as_str(),
        body: markdown::html(&letter.body),
        from: &from,
        base,
        unsubscribe: unsubscribe.as_deref(),
    }
    .render()?;
    let mut text = format!("{}\n\n-- \n{from}\n{base}\n", markdown::text(&letter.body));
    if let Some(address) = &unsubscribe {
        text.push_str(&format!("{}: {address}\n", m.letter_unsubscribe()));
    }
    Ok(Rendered {
        html,
        text,
        unsubscribe,
    })
}

/// What the body of a letter looks like on a page of the office.
#[must_use]
pub fn body_html(letter: &Letter) -> String {
    markdown::html(&letter.body)
}

/// The mark by which the store knows that an address wants no more letters of a congress.
#[must_use]
pub fn unsubscribe_mark(secret: &Secret, congress: &Slug, email: &Email) -> UnsubscribeMark {
    let signed = secret.sign(UNSUBSCRIBE, &format!("{congress} {email}"));
    UnsubscribeMark(*signed.first_chunk().expect("there are 32 bytes"))
}

/// A mark as it stands in an address, with a proof that we gave it out: without one, strangers could
/// fill the table with marks of nobody.
#[must_use]
pub fn mark_words(secret: &Secret, mark: UnsubscribeMark) -> String {
    let digits = hex(&mark.0);
    let proof = secret.code(ADDRESS, &digits);
    format!("{digits}{proof}")
}

/// The mark that an address names, if we gave it out.
#[must_use]
pub fn read_mark(secret: &Secret, words: &str) -> Option<UnsubscribeMark> {
    let (digits, proof) = words.split_at_checked(DIGITS)?;
    if !secret.admits(ADDRESS, digits, proof) {
        return None;
    }
    let mut bytes = [0; 16];
    for (at, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(digits.get(2 * at..2 * at + 2)?, 16).ok()?;
    }
    Some(UnsubscribeMark(bytes))
}

/// The congress by its name, or the site where the letter is about none.
fn sender(app: &App, letter: &Letter) -> String {
    let served = app.editions.served();
    let edition = letter
        .congress
        .as_ref()
        .and_then(|slug| served.edition(slug.as_str()))
        .or_else(|| served.current());
    edition.map_or_else(
        || "Wiec".to_owned(),
        |edition| edition.release.programme.name(letter.lang).to_owned(),
    )
}

fn unsubscribe_address(app: &App, letter: &Letter) -> Option<String> {
    let congress = letter.congress.as_ref()?;
    if letter.need == Need::Essential {
        return None;
    }
    let mark = unsubscribe_mark(&app.secret, congress, letter.to.email());
    let paths = Paths::current(letter.lang).absolute(&app.site.base);
    Some(paths.unsubscribe(&mark_words(&app.secret, mark)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_read_from_its_address_and_differs_from_person_to_person() {
        let secret = Secret::new([1; 32]);
        let congress: Slug = "kpm-2019".parse().unwrap();
        let mark = |email: &str| unsubscribe_mark(&secret, &congress, &email.parse().unwrap());
        let anna = mark("anna@kielce.example");
        let words = mark_words(&secret, anna);
        assert_eq!(read_mark(&secret, &words), Some(anna));
        assert!(anna != mark("ewa@kielce.example"));
        let elsewhere = mark_words(&Secret::new([2; 32]), anna);
        let made_up = "0".repeat(words.len());
        for wrong in ["", "0", &words[..32], &elsewhere, &made_up, &"ż".repeat(16)] {
            assert_eq!(read_mark(&secret, wrong), None);
        }
    }
}
