//! The page on which an amendment is typed.

use askama::Template;
use wiec_kit::acts::Remark as RemarkAct;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::{Choice, Form, id_of};
use wiec_kit::frame::Frame;
use wiec_kit::messages::{Messages, messages};
use wiec_kit::permit::Permit;
use wiec_kit::visit::Visit;
use wiec_model::Lang;
use wiec_text::{Anchor, Document};

use super::Typing;
use crate::remarking::author;
use crate::remarking::place::block_name;
use crate::remarking::preview::{address, marked};
use crate::remarking::remark::About;
use crate::remarking::scope::{Scope, field_of, offered, typed};
use crate::remarking::view::{amendment_form, frame};

/// So many letters of a block are shown where blocks are chosen.
const EXCERPT: usize = 60;

#[derive(Template)]
#[template(path = "remarking_amend.html")]
struct AmendPage {
    frame: Frame,
    heading: String,
    form: Form,
    about: About,
    behalves: Vec<Choice>,
    action: String,
    preview: String,
    scope: Scope,
    scopes: Vec<ScopeLink>,
    areas: Vec<Area>,
    goes: Option<String>,
    picks: Vec<Pick>,
    parent: Option<u32>,
    clash: Option<Clash>,
}

/// A way to amend, to go to.
struct ScopeLink {
    label: &'static str,
    href: String,
    is_current: bool,
}

/// A wording that is typed.
struct Area {
    name: String,
    id: String,
    label: String,
    value: String,
    original: Option<String>,
    error: Option<String>,
    rows: usize,
}

/// A block that can be chosen.
struct Pick {
    anchor: String,
    label: String,
    is_chosen: bool,
}

/// What became of the text while somebody typed.
pub(super) struct Clash {
    /// What changed, marked.
    html: String,
}

impl Clash {
    /// What changed from an older text to the one that is typed into now.
    pub fn of(typing: &Typing, older: &Document, visit: &Visit) -> Self {
        let newer = &typing.place.version.content.document;
        Self {
            html: marked(older, newer, visit.lang),
        }
    }
}

/// The page, with what was typed.
pub(super) fn page(
    app: &App,
    visit: &Visit,
    permit: &Permit<RemarkAct>,
    typing: &Typing,
    (form, clash): (Form, Option<Clash>),
) -> Result<String, PageError> {
    let m = messages(visit.lang);
    let (proposal, clause) = (&permit.subject.proposal, &typing.place.clause);
    let about = About::of(app, visit, permit, &typing.place);
    let number = typing.parent.as_ref().and_then(|parent| parent.number);
    let heading = match number {
        Some(number) => m.remarking_amend_amendment(number),
        None => m.remarking_amend_title(&about.clause),
    };
    let scope = typing.extent.scope;
    let page = AmendPage {
        frame: frame(app, visit, &form.titled(&heading), |paths| {
            amendment_form(paths, proposal, clause)
        }),
        behalves: author::choices(m),
        action: amendment_form(&visit.paths(), proposal, clause),
        preview: address(&visit.paths(), proposal, clause),
        scopes: scope_links(
            typing,
            number,
            m,
            &amendment_form(&visit.paths(), proposal, clause),
        ),
        areas: areas(typing, &form, m),
        goes: (scope == Scope::Delete).then(|| going(typing, visit.lang)),
        picks: if scope == Scope::Several {
            picks(typing, m)
        } else {
            Vec::new()
        },
        parent: number,
        scope,
        about,
        heading,
        form,
        clash,
    };
    Ok(page.render()?)
}

fn scope_links(typing: &Typing, number: Option<u32>, m: &Messages, form: &str) -> Vec<ScopeLink> {
    let reply = number.map_or_else(String::new, |number| format!("&do={number}"));
    let link = |scope: Scope| ScopeLink {
        label: label(m, scope),
        href: format!("{form}?scope={}{reply}", scope.key()),
        is_current: scope == typing.extent.scope,
    };
    let offered = offered(&typing.base, &typing.place.clause);
    offered.into_iter().map(link).collect()
}

fn label(m: &Messages, scope: Scope) -> &'static str {
    match scope {
        Scope::Reword => m.remarking_scope_reword(),
        Scope::Delete => m.remarking_scope_delete(),
        Scope::Insert => m.remarking_scope_insert(),
        Scope::Section => m.remarking_scope_section(),
        Scope::Several => m.remarking_scope_several(),
        Scope::Whole => m.remarking_scope_whole(),
    }
}

fn areas(typing: &Typing, form: &Form, m: &Messages) -> Vec<Area> {
    let text = &typing.base.text;
    let area = |name: &str, label: String, original: Option<String>| {
        let typed = form.data().has(name).then(|| form.value(name).to_owned());
        let value = typed.or_else(|| original.clone()).unwrap_or_default();
        Area {
            id: id_of(name),
            label,
            error: form.error(name).map(str::to_owned),
            rows: rows(&value),
            value,
            original,
            name: name.to_owned(),
        }
    };
    match typing.extent.scope {
        Scope::Delete => Vec::new(),
        Scope::Insert => vec![area("insertion", m.remarking_insertion().to_owned(), None)],
        Scope::Whole => {
            let original = text.to_markdown().trim().to_owned();
            vec![area(
                "whole",
                m.remarking_new_wording().to_owned(),
                Some(original),
            )]
        }
        Scope::Reword | Scope::Section | Scope::Several => {
            let is_alone = typing.extent.blocks.len() == 1;
            let block = |anchor: &Anchor| {
                let label = if is_alone {
                    m.remarking_new_wording().to_owned()
                } else {
                    m.remarking_new_wording_of(block_name(text, *anchor, m))
                };
                area(&field_of(*anchor), label, Some(typed(text, *anchor)))
            };
            typing.extent.blocks.iter().map(block).collect()
        }
    }
}

/// A field is as high as its words, so that they are seen without scrolling in it, within reason.
fn rows(words: &str) -> usize {
    let lines = words.lines().map(|line| 1 + line.chars().count() / 70);
    lines.sum::<usize>().clamp(3, 24) + 1
}

fn going(typing: &Typing, lang: Lang) -> String {
    let text = &typing.base.text;
    let without = wiec_text::Amendment::deleting(text, &typing.extent.blocks);
    let after = without.and_then(|without| without.apply(text));
    after.map_or_else(|_| String::new(), |after| marked(text, &after, lang))
}

fn picks(typing: &Typing, m: &Messages) -> Vec<Pick> {
    let text = &typing.base.text;
    let pick = |block: &wiec_text::Block| {
        let words = block.content.text.letters();
        let mut excerpt: String = words.chars().take(EXCERPT).collect();
        if excerpt.len() < words.len() {
            excerpt.push('…');
        }
        let name = block_name(text, block.anchor, m);
        Pick {
            anchor: block.anchor.to_string(),
            label: format!("{name}: {excerpt}"),
            is_chosen: typing.extent.blocks.contains(&block.anchor),
        }
    };
    text.blocks().iter().map(pick).collect()
}

impl Area {
    /// The block that is typed into the field.
    fn anchor(&self) -> &str {
        self.name.strip_prefix("wording-").unwrap_or_default()
    }
}

impl AmendPage {
    /// Whether blocks are chosen on this page.
    const fn is_several(&self) -> bool {
        matches!(self.scope, Scope::Several)
    }

    /// Whether the clause goes.
    const fn is_deletion(&self) -> bool {
        matches!(self.scope, Scope::Delete)
    }

    /// Whether the whole text is typed, signs of headings and lists and all.
    const fn is_whole(&self) -> bool {
        matches!(self.scope, Scope::Whole)
    }

    /// Whether something new is put behind the clause.
    const fn is_insertion(&self) -> bool {
        matches!(self.scope, Scope::Insert)
    }
}
