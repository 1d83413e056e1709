//! A spider: it fetches everything that somebody can fetch, follows whatever looks like an address, and reads
//! bodies and headers as a curious person would: unpacked, unescaped, without accents and capitals.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use axum::http::StatusCode;
use wiec_kit::testing::{BASE, Page, Visitor};

/// What a browser, a script and a curious person ask for.
const ACCEPTS: [&str; 4] = ["text/html", "application/json", "text/csv", "*/*"];
/// More pages than there are: a spider that finds more runs in circles.
const MOST: usize = 6_000;

/// What was found: telling words, each with where they stand.
pub type Leaks = BTreeMap<String, BTreeSet<String>>;

/// Says which addresses are meant.
pub type Which = fn(&str) -> bool;

pub struct Spider<'a> {
    visitor: &'a mut Visitor,
    /// Telling words as they are, and as [`folded`] gives them.
    telling: Vec<(String, String)>,
    /// Addresses that are worth following.
    follows: Which,
    /// Those that are asked for in every way; the others as a script asks.
    varies: Which,
    known: BTreeSet<String>,
    waiting: VecDeque<String>,
    /// Pages that were there.
    pub found: BTreeSet<String>,
    pub leaks: Leaks,
}

impl<'a> Spider<'a> {
    pub fn new(
        visitor: &'a mut Visitor,
        telling: &[&str],
        (follows, varies): (Which, Which),
    ) -> Self {
        let telling = telling.iter().map(|it| ((*it).to_owned(), folded(it)));
        Self {
            visitor,
            telling: telling.collect(),
            follows,
            varies,
            known: BTreeSet::new(),
            waiting: VecDeque::new(),
            found: BTreeSet::new(),
            leaks: Leaks::new(),
        }
    }

    /// Fetches these and all that they lead to.
    pub async fn crawl(&mut self, starts: impl IntoIterator<Item = String>) {
        for start in starts {
            self.note(&start);
        }
        while let Some(path) = self.waiting.pop_front() {
            assert!(
                self.known.len() < MOST,
                "the spider runs in circles: {path}"
            );
            let accepts = if (self.varies)(&path) {
                &ACCEPTS[..]
            } else {
                &ACCEPTS[3..]
            };
            for accept in accepts {
                let page = self.visitor.get_with(&path, &[("accept", accept)]).await;
                self.read(&path, &page);
            }
        }
    }

    /// Sends a form, and reads what comes back.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) {
        let page = self.visitor.submit(path, fields).await;
        self.read(&format!("POST {path}"), &page);
    }

    /// Reads an answer: its words, and where it leads.
    fn read(&mut self, path: &str, page: &Page) {
        if page.status == StatusCode::OK {
            self.found.insert(path.to_owned());
        }
        let headers: Vec<String> = page
            .headers
            .iter()
            .map(|(name, value)| format!("{name}: {}", String::from_utf8_lossy(value.as_bytes())))
            .collect();
        let body = String::from_utf8_lossy(page.bytes()).into_owned();
        for text in [headers.join("\n"), body] {
            for told in tells(&text, &self.telling) {
                let places = self.leaks.entry(told).or_default();
                places.insert(path.to_owned());
            }
            for address in addresses(&text) {
                self.note(&address);
            }
        }
        let location = page.header("location").to_owned();
        self.note(&location);
    }

    fn note(&mut self, address: &str) {
        let path = address.strip_prefix(BASE).unwrap_or(address);
        let path = as_sent(path.split('#').next().unwrap_or_default());
        let is_ours = path.starts_with('/') && !path.starts_with("//");
        if is_ours && (self.follows)(&path) && self.known.insert(path.clone()) {
            self.waiting.push_back(path);
        }
    }
}

/// An address as a browser sends it: letters beyond ASCII, and signs that no address has, as percents.
fn as_sent(path: &str) -> String {
    let is_plain = |byte: &u8| byte.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(byte);
    let mut sent = String::with_capacity(path.len());
    for byte in path.bytes() {
        if is_plain(&byte) {
            sent.push(char::from(byte));
        } else {
            sent.push_str(&format!("%{byte:02X}"));
        }
    }
    sent
}

/// Which of these words a text tells, however they are written.
pub fn tells(text: &str, telling: &[(String, String)]) -> Vec<String> {
    let plain = folded(&unescaped(text));
    // Signs may stand between the letters of one word: soft hyphens, or the folds of a calendar.
    let joined: String = plain.chars().filter(|letter| *letter != ' ').collect();
    let is_told = |folded: &str| {
        let close: String = folded.chars().filter(|letter| *letter != ' ').collect();
        plain.contains(folded) || (close.len() > 7 && joined.contains(&close))
    };
    let told = telling.iter().filter(|(_, folded)| is_told(folded));
    told.map(|(words, _)| words.clone()).collect()
}

/// Small letters without accents; whatever is no letter or digit is one blank.
pub fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        let plain = match letter {
            'ą' => 'a',
            'ć' => 'c',
            'ę' => 'e',
            'ł' => 'l',
            'ń' => 'n',
            'ó' => 'o',
            'ś' => 's',
            'ź' | 'ż' => 'z',
            '\u{ad}' => continue,
            other if other.is_alphanumeric() => other,
            _ => ' ',
        };
        if plain != ' ' || !folded.ends_with(' ') {
            folded.push(plain);
        }
    }
    folded.trim().to_owned()
}

/// A text with its percents, entities and `\u` escapes read.
fn unescaped(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, behind)) = rest.split_first() {
        let hex = |digits: Option<&[u8]>| {
            let digits = std::str::from_utf8(digits?).ok()?;
            u32::from_str_radix(digits, 16).ok()
        };
        let (read, length) = match first {
            b'%' => (hex(behind.get(..2)), 3),
            b'\\' if behind.first() == Some(&b'u') => (hex(behind.get(1..5)), 6),
            b'&' if behind.first() == Some(&b'#') => {
                let digits = behind[1..]
                    .iter()
                    .take_while(|it| it.is_ascii_digit())
                    .count();
                let number = std::str::from_utf8(&behind[1..=digits]).unwrap_or_default();
                (number.parse().ok(), digits + 3)
            }
            _ => (None, 1),
        };
        match (first, read) {
            (b'%', Some(byte)) => bytes.push(u8::try_from(byte).unwrap_or(b' ')),
            (_, Some(letter)) => {
                let letter = char::from_u32(letter).unwrap_or(' ');
                bytes.extend(letter.to_string().into_bytes());
            }
            (_, None) => bytes.push(*first),
        }
        let length = if read.is_some() { length } else { 1 };
        rest = rest.get(length..).unwrap_or_default();
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Whatever looks like an address: in attributes, in JSON, in plain text; and every choice of every form that
/// is sent by GET.
fn addresses(text: &str) -> Vec<String> {
    let mut all = Vec::new();
    for part in text.split(['"', '\'', ' ', '<', '>', '\n', '\r', '(', ')', ',', ';']) {
        if part.starts_with('/') || part.starts_with(BASE) {
            all.push(part.replace("&amp;", "&").replace("&#38;", "&"));
        }
    }
    for form in text.split("<form").skip(1) {
        let form = form.split("</form>").next().unwrap_or_default();
        let (head, _) = form.split_once('>').unwrap_or_default();
        if !head.contains("method=\"get\"") {
            continue;
        }
        let Some(action) = attribute(head, "action") else {
            continue;
        };
        for select in form.split("<select").skip(1) {
            let select = select.split("</select>").next().unwrap_or_default();
            let name = attribute(select, "name").unwrap_or_default();
            let values = select.split("<option").skip(1);
            let values = values.filter_map(|option| attribute(option, "value"));
            all.extend(values.map(|value| format!("{action}?{name}={value}")));
        }
    }
    all
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let value = tag.split_once(&format!("{name}=\""))?.1;
    Some(value.split_once('"')?.0.to_owned())
}
