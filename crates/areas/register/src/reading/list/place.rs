//! A clause by itself: what it says now, and where one says something at it.

use wiec_kit::said::Said;
use wiec_model::register::Clause;
use wiec_text::{Anchor, Block, Frame, Kind, Lines as Numbers, blocks_html};

use crate::parts::Part;
use crate::reading::addresses;
use crate::reading::line::{Lines, spoken};

/// A clause.
pub struct Place {
    pub heading: String,
    /// What it says in the newest version, block by block.
    pub blocks: Vec<BlockView>,
    /// Whether it is no longer in the text.
    pub is_gone: bool,
    pub spoken: Option<&'static str>,
    /// Where a remark at all of it is written; none while remarks are not taken.
    pub add: Option<String>,
    /// The page of the proposal, where it stands.
    pub back: String,
    clauses: Vec<Clause>,
}

/// A block of it.
pub struct BlockView {
    pub html: String,
    /// Where a remark and an amendment of this block are written, and which block that is.
    pub acts: Option<(String, String, String)>,
}

impl Place {
    /// The clause of a proposal; none if there is and was no such thing.
    pub fn of(lines: &Lines<'_>, clause: &Clause) -> Option<Self> {
        match clause {
            Clause::Whole => Some(Self::plain(lines, clause)),
            Clause::Block(anchor) => Self::block(lines, *anchor, clause),
            Clause::Item(code) => Self::item(lines, code, clause),
        }
    }

    /// Whether a remark about this is about the clause.
    pub fn is_about(&self, clause: &Clause) -> bool {
        self.clauses.contains(clause)
    }

    fn plain(lines: &Lines<'_>, clause: &Clause) -> Self {
        let setting = lines.setting;
        let (paths, proposal) = (setting.paths(), setting.proposal);
        let page = paths.proposal(proposal);
        Self {
            heading: lines.clause(clause).0,
            blocks: Vec::new(),
            is_gone: false,
            spoken: spoken(proposal.about.lang, setting.lang()),
            add: setting
                .is_open()
                .then(|| addresses::new_remark(paths, proposal, clause)),
            back: match clause {
                Clause::Whole => page,
                _ => format!("{page}#{clause}"),
            },
            clauses: vec![clause.clone()],
        }
    }

    /// The anchor of a part's first block stands for all of the part, any other for its block alone.
    fn block(lines: &Lines<'_>, anchor: Anchor, clause: &Clause) -> Option<Self> {
        let plain = Self::plain(lines, clause);
        let part = lines.parts.iter().find(|part| part.holds(anchor));
        let Some(part) = part else {
            let is_known = lines.talk.remarks.iter().any(|it| it.clause == *clause);
            return is_known.then(|| Self {
                is_gone: true,
                add: None,
                back: lines.setting.paths().proposal(lines.setting.proposal),
                ..plain
            });
        };
        let blocks = if part.anchor() == anchor {
            part.blocks
        } else {
            let at = part.blocks.iter().position(|it| it.anchor == anchor)?;
            &part.blocks[at..=at]
        };
        Some(Self {
            heading: heading(lines, part, plain.heading),
            blocks: blocks.iter().map(|block| view(lines, block)).collect(),
            clauses: blocks.iter().map(|it| Clause::Block(it.anchor)).collect(),
            ..plain
        })
    }

    fn item(lines: &Lines<'_>, code: &str, clause: &Clause) -> Option<Self> {
        let challenges = &lines.talk.version.content.challenges;
        let mut texts = challenges.iter().flat_map(|challenge| {
            let solutions = challenge.solutions.iter().map(|it| (&it.code, &it.text));
            solutions.chain([(&challenge.code, &challenge.challenge)])
        });
        let found = texts.find(|(known, _)| known.as_str() == code);
        let is_known = lines.talk.remarks.iter().any(|it| it.clause == *clause);
        let plain = Self::plain(lines, clause);
        match found {
            Some((_, text)) => Some(Self {
                blocks: vec![BlockView {
                    html: format!("<p>{}</p>", Said::of(text, lines.setting.lang())),
                    acts: None,
                }],
                spoken: None,
                ..plain
            }),
            None => is_known.then_some(Self {
                is_gone: true,
                add: None,
                ..plain
            }),
        }
    }
}

fn heading(lines: &Lines<'_>, part: &Part<'_>, name: String) -> String {
    match (part.number, part.heading()) {
        (Some(number), Some(heading)) => lines.setting.m().read_clause_headed(heading, number),
        _ => name,
    }
}

fn view(lines: &Lines<'_>, block: &Block) -> BlockView {
    let setting = lines.setting;
    let (paths, proposal) = (setting.paths(), setting.proposal);
    let clause = Clause::Block(block.anchor);
    let frame = Frame {
        first_heading: 2,
        lines: Numbers::Free,
    };
    // The heading of the clause is that of the page: here it is one more thing that can be amended.
    let html = match block.content.kind {
        Kind::Heading(_) => {
            let words = Said::new(&block.content.text.letters());
            format!("<p><strong>{words}</strong></p>")
        }
        _ => blocks_html(std::slice::from_ref(block), frame),
    };
    let acts = || {
        (
            addresses::new_remark(paths, proposal, &clause),
            addresses::new_amendment(paths, proposal, &clause),
            crate::reading::words::beginning(&block.content.text.letters(), 60),
        )
    };
    BlockView {
        html,
        acts: setting.is_open().then(acts),
    }
}
