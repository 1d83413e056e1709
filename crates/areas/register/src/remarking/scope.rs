//! How much of the text an amendment is about, and what it makes of the text.

use wiec_kit::form::Form;
use wiec_model::register::Clause;
use wiec_text::{
    Amendment, Anchor, ApplyError, Content, Document, Edit, Kind, Place as Put, Placed,
};

use super::place::{heading_of, part};
use super::remark::WORDING;

/// How much of the text an amendment is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scope {
    /// Another wording of one block.
    Reword,
    /// The clause goes.
    Delete,
    /// Something new after the clause.
    Insert,
    /// Other wordings of the blocks of a section.
    Section,
    /// Other wordings of blocks that were chosen.
    Several,
    /// Another text.
    Whole,
}

impl Scope {
    /// All, in the order in which the page offers them.
    pub const ALL: [Self; 6] = [
        Self::Reword,
        Self::Delete,
        Self::Insert,
        Self::Section,
        Self::Several,
        Self::Whole,
    ];

    /// The key in forms and addresses.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Reword => "reword",
            Self::Delete => "delete",
            Self::Insert => "insert",
            Self::Section => "section",
            Self::Several => "several",
            Self::Whole => "whole",
        }
    }

    /// The one of this key.
    pub fn of(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scope| scope.key() == key)
    }
}

/// The text that an amendment is typed into.
#[derive(Clone)]
pub(super) struct Base {
    original: Document,
    under: Option<Amendment>,
    /// The text as it would read after the amendment that is amended, or as it reads.
    pub text: Document,
}

impl Base {
    /// The text of a version, or, to amend an amendment, the text after that.
    ///
    /// # Errors
    ///
    /// [`ApplyError`] if the amendment that is amended was made for a text that reads otherwise.
    pub fn of(original: Document, under: Option<Amendment>) -> Result<Self, ApplyError> {
        let text = match &under {
            Some(under) => under.apply(&original)?,
            None => original.clone(),
        };
        Ok(Self {
            original,
            under,
            text,
        })
    }

    /// The blocks that the amendment that is amended has changed or brought.
    fn amended(&self) -> Vec<Anchor> {
        let is_other = |anchor: Anchor| {
            let before = self.original.find(anchor).map(|block| &block.content);
            before != self.text.find(anchor).map(|block| &block.content)
        };
        let anchors = self.text.blocks().iter().map(|block| block.anchor);
        anchors.filter(|&anchor| is_other(anchor)).collect()
    }

    /// A change of the text as one amendment to the version.
    fn whole(&self, change: Amendment) -> Result<Amendment, ApplyError> {
        match &self.under {
            Some(under) => under.amended(&self.original, &change),
            None => Ok(change),
        }
    }
}

/// What an amendment is about: how much, and which blocks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Extent {
    /// How much.
    pub scope: Scope,
    /// The blocks whose words are typed, or that go.
    pub blocks: Vec<Anchor>,
}

impl Extent {
    /// What a page is about at a clause, if it is asked for `scope` and the blocks that were `chosen`.
    pub fn of(base: &Base, clause: &Clause, scope: Option<Scope>, chosen: &[Anchor]) -> Self {
        let scope = scope.filter(|scope| offered(base, clause).contains(scope));
        let scope = scope.unwrap_or_else(|| usual(base, clause));
        let text = &base.text;
        let blocks = match (scope, clause) {
            (Scope::Reword, Clause::Block(anchor)) => vec![*anchor],
            (Scope::Delete | Scope::Insert, Clause::Block(anchor)) => anchors(part(text, *anchor)),
            (Scope::Section, Clause::Block(anchor)) => {
                let heading = heading_of(text, *anchor).unwrap_or(*anchor);
                words_of(text, &anchors(part(text, heading)))
            }
            (Scope::Several, _) if base.under.is_some() && chosen.is_empty() => {
                words_of(text, &base.amended())
            }
            (Scope::Several, Clause::Block(anchor)) if chosen.is_empty() => {
                words_of(text, &[*anchor])
            }
            (Scope::Several, _) => words_of(text, chosen),
            _ => Vec::new(),
        };
        Self { scope, blocks }
    }

    /// Whether what it is about reads the same in two versions.
    pub fn is_same(&self, older: &Document, newer: &Document) -> bool {
        let content = |text: &Document, anchor| text.find(anchor).map(|it| it.content.clone());
        match self.scope {
            Scope::Whole => older.blocks() == newer.blocks(),
            _ => self
                .blocks
                .iter()
                .all(|&anchor| content(older, anchor) == content(newer, anchor)),
        }
    }
}

/// What can be done at a clause.
pub(super) fn offered(base: &Base, clause: &Clause) -> Vec<Scope> {
    if base.under.is_some() {
        return if base.amended().is_empty() {
            vec![Scope::Whole]
        } else {
            vec![Scope::Several, Scope::Whole]
        };
    }
    let Clause::Block(anchor) = clause else {
        return vec![Scope::Whole];
    };
    let Some(block) = base.text.find(*anchor) else {
        return vec![Scope::Whole];
    };
    let mut offered = vec![Scope::Delete, Scope::Insert];
    if has_words(block.content.kind) {
        offered.insert(0, Scope::Reword);
    }
    if heading_of(&base.text, *anchor).is_some() {
        offered.push(Scope::Section);
    }
    offered.extend([Scope::Several, Scope::Whole]);
    offered
}

fn usual(base: &Base, clause: &Clause) -> Scope {
    let offered = offered(base, clause);
    let is_heading = match clause {
        Clause::Block(anchor) => heading_of(&base.text, *anchor) == Some(*anchor),
        Clause::Whole | Clause::Item(_) => false,
    };
    if is_heading && base.under.is_none() {
        return Scope::Section;
    }
    offered.first().copied().unwrap_or(Scope::Whole)
}

/// What a block says, as it is typed: its words, without the mark of an item or heading.
pub(super) fn typed(text: &Document, anchor: Anchor) -> String {
    let Some(block) = text.find(anchor) else {
        return String::new();
    };
    let content = Content {
        kind: Kind::Paragraph,
        depth: 0,
        text: block.content.text.clone(),
    };
    Document::new(vec![content]).to_markdown().trim().to_owned()
}

/// What somebody offers.
pub(super) struct Offer {
    /// What it changes in the version.
    pub amendment: Amendment,
    /// The new words, as Markdown; none if something only goes.
    pub wording: Option<String>,
    /// The text after it.
    pub after: Document,
}

/// Reads the wordings that were typed, and makes an amendment of them; `None` if something is wrong, which
/// the form then says.
pub(super) fn offer(
    form: &mut Form,
    base: &Base,
    clause: &Clause,
    extent: &Extent,
) -> Option<Offer> {
    let m = form.words();
    let (field, change) = match (extent.scope, clause) {
        (Scope::Delete, _) => ("scope", Amendment::deleting(&base.text, &extent.blocks)),
        (Scope::Insert, _) => {
            let put = extent
                .blocks
                .last()
                .map_or(Put::Start, |last| Put::After(*last));
            let words = words(form, "insertion", WORDING)?;
            ("insertion", Amendment::inserting(&base.text, put, &words))
        }
        (Scope::Whole, _) => {
            let most = base.text.to_markdown().chars().count() + WORDING;
            let words = words(form, "whole", most)?;
            ("whole", Ok(Amendment::whole(&base.text, &words)))
        }
        (Scope::Reword, Clause::Block(anchor)) => {
            let words = words(form, &field_of(*anchor), WORDING)?;
            let change = Amendment::rewording(&base.text, &[(*anchor, words.as_str())]);
            ("wording", change)
        }
        _ => ("wording", reworded(form, base, &extent.blocks)?),
    };
    let field = match (field, extent.blocks.first()) {
        ("wording", Some(first)) => field_of(*first),
        _ => field.to_owned(),
    };
    let label = m.remarking_new_wording();
    let change = match change {
        Ok(change) if change.edits().is_empty() => {
            form.fail(&field, label, m.remarking_nothing_changed());
            return None;
        }
        Ok(change) => change,
        Err(ApplyError::EmptyWording) => {
            form.fail(&field, label, m.remarking_empty_wording());
            return None;
        }
        Err(_) => {
            form.fail_whole(m.remarking_other_text());
            return None;
        }
    };
    let wording = new_words(&change);
    let amendment = base.whole(change);
    let made = amendment.and_then(|it| Ok((it.apply(&base.original)?, it)));
    let Ok((after, amendment)) = made else {
        form.fail_whole(m.remarking_other_text());
        return None;
    };
    if amendment.edits().is_empty() {
        form.fail(&field, label, m.remarking_nothing_left());
        return None;
    }
    Some(Offer {
        amendment,
        wording,
        after,
    })
}

/// The name of the field in which a block is typed.
pub(super) fn field_of(anchor: Anchor) -> String {
    format!("wording-{anchor}")
}

/// The wordings that differ from what stands there: a block that nobody touched stays as it is, down to the
/// depth of its list, which its words alone would not say.
fn reworded(
    form: &mut Form,
    base: &Base,
    blocks: &[Anchor],
) -> Option<Result<Amendment, ApplyError>> {
    let mut wordings: Vec<(Anchor, String)> = Vec::new();
    let mut is_right = true;
    for anchor in blocks {
        match words(form, &field_of(*anchor), WORDING) {
            Some(words) if words != typed(&base.text, *anchor) => wordings.push((*anchor, words)),
            Some(_) => {}
            None => is_right = false,
        }
    }
    let letters = wordings.iter().map(|(_, words)| words.chars().count());
    if letters.sum::<usize>() > 3 * WORDING {
        form.fail_whole(form.words().remarking_too_much());
        is_right = false;
    }
    let wordings: Vec<(Anchor, &str)> = wordings
        .iter()
        .map(|(anchor, words)| (*anchor, words.as_str()))
        .collect();
    is_right.then(|| Amendment::rewording(&base.text, &wordings))
}

fn words(form: &mut Form, field: &str, most: usize) -> Option<String> {
    let m = form.words();
    let words = form
        .typed(field, m.remarking_new_wording())
        .required()
        .lines(most)?;
    Some(words)
}

/// The words that are new in an amendment, as Markdown.
fn new_words(amendment: &Amendment) -> Option<String> {
    let mut contents = Vec::new();
    for edit in amendment.edits() {
        match edit {
            Edit::Reword { after, .. } => contents.push(after.clone()),
            Edit::Put { blocks, .. } => {
                contents.extend(blocks.iter().filter_map(|put| match put {
                    Placed::New(content) => Some(content.clone()),
                    Placed::Moved(_) => None,
                }))
            }
            Edit::Delete { .. } => {}
        }
    }
    let markdown = Document::new(contents).to_markdown();
    let words = markdown.trim();
    (!words.is_empty()).then(|| words.to_owned())
}

const fn has_words(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Heading(_) | Kind::Paragraph | Kind::Item(_) | Kind::Quote
    )
}

/// Those of the blocks that there are, and whose words can be typed alone: rows of a table and code cannot.
fn words_of(text: &Document, blocks: &[Anchor]) -> Vec<Anchor> {
    let has_its_words = |anchor: &&Anchor| {
        let block = text.find(**anchor);
        block.is_some_and(|block| has_words(block.content.kind))
    };
    blocks.iter().filter(has_its_words).copied().collect()
}

fn anchors(blocks: &[wiec_text::Block]) -> Vec<Anchor> {
    blocks.iter().map(|block| block.anchor).collect()
}
