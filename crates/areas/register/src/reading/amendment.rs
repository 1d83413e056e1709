//! An amendment with its difference, its votes, and the others that change the same words.

use wiec_kit::marks;
use wiec_model::register::Remark;
use wiec_text::{ConflictKind, Document, View, changes_html, merge};

use super::line::{Line, Lines, Measure, Other};
use super::setting::Setting;
use super::words;

/// An amendment, ready to be shown.
pub struct Amended {
    pub line: Line,
    pub title: String,
    pub tabs: Vec<Tab>,
    pub diff: String,
    /// The others that change the same paragraphs.
    pub beside: Vec<Other>,
}

/// One way of showing it.
pub struct Tab {
    pub name: &'static str,
    pub href: String,
    pub is_current: bool,
}

/// How two amendments stand to each other.
pub struct Neighbour {
    pub other: Other,
    /// What they contradict each other in; nothing if both can be made.
    pub conflicts: Vec<Contradiction>,
}

/// Two wordings that do not fit together.
pub struct Contradiction {
    pub kind: &'static str,
    pub this: String,
    pub that: String,
}

/// The ways of showing an amendment, with their words in addresses.
const VIEWS: [(&str, View); 3] = [
    ("zmiany", View::Marked),
    ("po", View::After),
    ("teraz", View::Before),
];

/// The way that an address asks for; the marked changes, if it asks for none.
pub fn view(setting: &Setting<'_>) -> View {
    let asked = setting.asks(setting.words().view);
    let mut views = VIEWS.into_iter();
    let found = views.find(|(word, _)| Some(*word) == asked);
    found.map_or(View::Marked, |(_, view)| view)
}

/// The tabs above a difference that is shown in `view`; they lead to `page`.
pub fn tabs(setting: &Setting<'_>, view: View, page: &str) -> Vec<Tab> {
    let m = setting.m();
    let names = [
        m.read_view_changes(),
        m.read_view_after(),
        m.read_view_now(),
    ];
    let mark = if page.contains('?') { '&' } else { '?' };
    let tab = |((word, this), name): ((&str, View), &'static str)| Tab {
        name,
        href: format!("{page}{mark}{}={word}", setting.words().view),
        is_current: this == view,
    };
    VIEWS.into_iter().zip(names).map(tab).collect()
}

/// What an amendment changes in a text, as HTML in one view; none if it does not fit that text.
pub fn difference(
    remark: &Remark,
    base: &Document,
    view: View,
    setting: &Setting<'_>,
) -> Option<String> {
    let comparison = remark.amendment.as_ref()?.comparison(base).ok()?;
    Some(changes_html(
        &comparison,
        view,
        &marks::words(setting.m()),
        4,
    ))
}

impl Lines<'_> {
    /// An amendment shown at its clause; none if it was made for words that have changed since.
    pub fn amended(&self, remark: &Remark) -> Option<Amended> {
        let document = &self.talk.version.content.document;
        let diff = difference(remark, document, View::Marked, self.setting)?;
        let line = self.line(remark, Measure::Whole);
        Some(Amended {
            title: self.setting.m().read_amendment_no(line.number),
            tabs: tabs(self.setting, View::Marked, &line.href),
            diff,
            beside: self
                .beside(remark)
                .filter_map(|it| self.other(it))
                .collect(),
            line,
        })
    }

    /// Other open amendments of the same version that change the same paragraphs.
    pub fn beside<'s>(&'s self, remark: &'s Remark) -> impl Iterator<Item = &'s Remark> {
        self.talk.remarks.iter().filter(move |other| {
            let touches = || match (&remark.amendment, &other.amendment) {
                (Some(this), Some(that)) => this.touches(that),
                _ => false,
            };
            other.id != remark.id
                && other.version == remark.version
                && self.talk.is_open(other)
                && touches()
        })
    }

    /// How the others that change the same paragraphs stand to an amendment of `base`.
    pub fn neighbours(&self, remark: &Remark, base: &Document) -> Vec<Neighbour> {
        let Some(this) = applied(remark, base) else {
            return Vec::new();
        };
        let neighbour = |other: &Remark| {
            let that = applied(other, base)?;
            Some(Neighbour {
                other: self.other(other)?,
                conflicts: self.contradictions(base, &this, &that),
            })
        };
        self.beside(remark).filter_map(neighbour).collect()
    }

    fn contradictions(
        &self,
        base: &Document,
        this: &Document,
        that: &Document,
    ) -> Vec<Contradiction> {
        let m = self.setting.m();
        let merged = merge(base, this, that);
        let said = |conflict: &wiec_text::Conflict| Contradiction {
            kind: match conflict.kind {
                ConflictKind::SameWords => m.read_conflict_words(),
                ConflictKind::SameInsertionPlace => m.read_conflict_place(),
                ConflictKind::DeletedUnderMe => m.read_conflict_deleted(),
                ConflictKind::MovedTwice => m.read_conflict_moved(),
            },
            this: words::contents(&conflict.left),
            that: words::contents(&conflict.right),
        };
        merged.conflicts().iter().map(said).collect()
    }
}

fn applied(remark: &Remark, base: &Document) -> Option<Document> {
    remark.amendment.as_ref()?.apply(base).ok()
}
