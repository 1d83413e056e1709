//! The feed of a discussion (Atom, RFC 4287): versions of a text, what was said, what was answered.

use jiff::Timestamp;
use uuid::Uuid;
use wiec_model::Lang;

use super::feed::urn;
use super::xml::Document;

/// The file's name.
pub const FILE: &str = "atom.xml";

/// More than that no reader catches up with, and a feed is fetched often.
pub const MAX_ENTRIES: usize = 200;

/// A feed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feed {
    /// What is discussed, by a name that lasts: `kpm-2019/mieszkania`. The feed's id follows from it.
    pub key: String,
    /// The language of the words around what people wrote.
    pub lang: Lang,
    /// What it is called.
    pub title: String,
    /// Who speaks where nobody is named: the congress.
    pub author: String,
    /// Where the feed is, absolute.
    pub itself: String,
    /// The page that it is the feed of, absolute.
    pub page: String,
    /// When the discussion began: the time of a feed without entries.
    pub since: Timestamp,
    /// What happened, in any order.
    pub entries: Vec<Entry>,
}

/// One thing that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What it is, by a name that lasts and that no other entry of the feed has: `remark/14`.
    pub key: String,
    /// Its headline.
    pub title: String,
    /// Who said it; nobody where the congress itself speaks.
    pub author: Option<String>,
    /// What kind of thing it is, for programs: `version`, `objection`.
    pub kind: &'static str,
    /// Where it can be read, absolute.
    pub page: String,
    /// When it happened.
    pub at: Timestamp,
    /// What it says, as plain text.
    pub words: String,
}

/// Writes the feed, the newest entry first, and no more than [`MAX_ENTRIES`] of them.
///
/// The ids are the same at every host and in every run; each language is a feed of its own.
#[must_use]
pub fn atom(feed: &Feed) -> String {
    let mut entries: Vec<&Entry> = feed.entries.iter().collect();
    entries.sort_by(|one, other| other.at.cmp(&one.at).then_with(|| one.key.cmp(&other.key)));
    entries.truncate(MAX_ENTRIES);
    let updated = entries.first().map_or(feed.since, |entry| entry.at);
    let mut xml = Document::new();
    head(&mut xml, feed, updated);
    for entry in entries {
        write(&mut xml, feed, entry);
    }
    xml.finish()
}

fn head(xml: &mut Document<'_>, feed: &Feed, updated: Timestamp) {
    let lang = feed.lang.code();
    let names = [("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", lang)];
    xml.open("feed", &names);
    xml.plain("id", &id(feed, ""));
    xml.plain("title", &feed.title);
    xml.plain("updated", &updated.to_string());
    xml.open("author", &[]);
    xml.plain("name", &feed.author);
    xml.close();
    let itself = [
        ("rel", "self"),
        ("type", "application/atom+xml"),
        ("href", feed.itself.as_str()),
    ];
    xml.empty("link", &itself);
    alternate(xml, &feed.page);
    let version = env!("CARGO_PKG_VERSION");
    xml.leaf("generator", &[("version", version)], "Wiec");
}

fn write(xml: &mut Document<'_>, feed: &Feed, entry: &Entry) {
    xml.open("entry", &[]);
    xml.plain("id", &id(feed, &entry.key));
    xml.plain("title", &entry.title);
    xml.plain("published", &entry.at.to_string());
    xml.plain("updated", &entry.at.to_string());
    if let Some(author) = &entry.author {
        xml.open("author", &[]);
        xml.plain("name", author);
        xml.close();
    }
    alternate(xml, &entry.page);
    xml.empty("category", &[("term", entry.kind)]);
    xml.leaf("content", &[("type", "text")], &entry.words);
    xml.close();
}

fn alternate(xml: &mut Document<'_>, page: &str) {
    let page = [("rel", "alternate"), ("type", "text/html"), ("href", page)];
    xml.empty("link", &page);
}

fn id(feed: &Feed, entry: &str) -> String {
    let name = format!("wiec/discussion/{}/{}/{entry}", feed.key, feed.lang);
    urn(Uuid::NAMESPACE_URL, &name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn feed(entries: Vec<Entry>) -> Feed {
        Feed {
            key: "kpm-2019/mieszkania".to_owned(),
            lang: Lang::Pl,
            title: "Mieszkania: dyskusja".to_owned(),
            author: "Kongres".to_owned(),
            itself: "https://kongres.example/atom.xml".to_owned(),
            page: "https://kongres.example/".to_owned(),
            since: Timestamp::UNIX_EPOCH,
            entries,
        }
    }

    fn entry(number: i64) -> Entry {
        Entry {
            key: format!("remark/{number}"),
            title: "Uwaga & pytanie".to_owned(),
            author: Some("Anna <Nowak>".to_owned()),
            kind: "question",
            page: format!("https://kongres.example/uwaga/{number}"),
            at: Timestamp::from_second(number).unwrap(),
            words: "Ile?\nKiedy?".to_owned(),
        }
    }

    #[test]
    fn the_newest_comes_first_and_dates_the_feed() {
        let text = atom(&feed(vec![entry(1), entry(3), entry(2)]));
        let updated: Vec<&str> = text
            .split("<updated>")
            .skip(1)
            .map(|rest| &rest[17..19])
            .collect();
        assert_eq!(updated, ["03", "03", "02", "01"]);
        assert!(text.contains("Anna &lt;Nowak&gt;") && text.contains("Uwaga &amp; pytanie"));
        let empty = atom(&feed(vec![]));
        assert!(empty.contains("<updated>1970-01-01T00:00:00Z</updated>"));
    }

    #[test]
    fn an_id_lasts_and_is_no_other_entry_s() {
        let ids = |text: &str| -> Vec<String> {
            let parts = text.split("<id>").skip(1);
            parts.map(|rest| rest[..45].to_owned()).collect()
        };
        let before = ids(&atom(&feed(vec![entry(1)])));
        let after = ids(&atom(&feed(vec![entry(1), entry(2)])));
        assert_eq!([&before[0], &before[1]], [&after[0], &after[2]]);
        assert_ne!(after[1], after[2]);
        assert!(before[0].starts_with("urn:uuid:"));
    }

    #[test]
    fn a_long_discussion_is_told_by_its_newest_part() {
        let text = atom(&feed((0..300).map(entry).collect()));
        assert_eq!(text.matches("<entry>").count(), MAX_ENTRIES);
        assert!(text.contains("uwaga/299\"") && !text.contains("uwaga/99\""));
    }
}
