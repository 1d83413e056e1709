//! Merging amendments one after the other, in the order of their numbers, each against the version that
//! it was made for.

use std::collections::{BTreeMap, BTreeSet};

use wiec_kit::form::Form;
use wiec_model::register::{Remark, RemarkId};
use wiec_text::{Anchor, Conflict, Document, Wording, merge};

/// What merging gives.
pub struct Folded {
    /// The draft with the amendments, as far as conflicts are decided; what is not is left as it is there.
    pub document: Document,
    /// What is merged, with its number.
    pub merged: Vec<(RemarkId, u32)>,
    /// What people decide, in the order in which it came up.
    pub open: Vec<Open>,
    /// Blocks that several changed at places so far apart that all changes were made.
    pub both: BTreeSet<Anchor>,
    /// Words to be looked for: see [`wiec_text::Merged::unaccounted`].
    pub unaccounted: Vec<String>,
    /// Amendments that do not fit the version that they name.
    pub broken: Vec<u32>,
}

/// A conflict, with the name of its fields.
pub struct Open {
    /// The name of the field in which it is decided.
    pub name: String,
    /// The amendment that does not fit.
    pub number: u32,
    /// The wordings: left is the draft, right the amendment.
    pub conflict: Conflict,
}

/// What becomes of a conflict that nobody decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Undecided {
    /// The draft keeps what it says there: for a look.
    Kept,
    /// The same, and it is an error at its field: for the merging itself.
    Wrong,
}

/// Merges `remarks` into `draft`, with the decisions that `form` holds.
pub fn fold(
    draft: &Document,
    remarks: &[&Remark],
    bases: &BTreeMap<u32, Document>,
    form: &mut Form,
    undecided: Undecided,
) -> Folded {
    let mut folded = Folded {
        document: draft.clone(),
        merged: Vec::new(),
        open: Vec::new(),
        both: BTreeSet::new(),
        unaccounted: Vec::new(),
        broken: Vec::new(),
    };
    for remark in remarks {
        let number = remark.number.unwrap_or_default();
        let base = bases.get(&remark.version);
        let target = base.and_then(|base| remark.taken()?.apply(base).ok());
        let Some((base, target)) = base.zip(target) else {
            folded.broken.push(number);
            continue;
        };
        folded.add(base, &target, number, form, undecided);
        folded.merged.push((remark.id, number));
    }
    folded
}

impl Folded {
    fn add(
        &mut self,
        base: &Document,
        target: &Document,
        number: u32,
        form: &mut Form,
        undecided: Undecided,
    ) {
        let merged = merge(base, &self.document, target);
        let mut wordings = Vec::new();
        for (at, conflict) in merged.conflicts().iter().enumerate() {
            let name = format!("conflict-{number}-{at}");
            let decided = decision(form, &name);
            if decided.is_none() && undecided == Undecided::Wrong {
                let m = form.words();
                let label = m.team_conflict_title(number);
                form.fail(&name, label, m.team_conflict_open());
            }
            // Until somebody decides, the draft keeps what it says.
            wordings.push(decided.unwrap_or(Wording::Left));
            self.open.push(Open {
                name,
                number,
                conflict: conflict.clone(),
            });
        }
        self.both.extend(merged.touched_by_both());
        self.unaccounted
            .extend(merged.unaccounted().iter().cloned());
        let document = merged.resolve(&wordings);
        self.document = if self.document.next_anchor() == base.next_anchor() {
            document
        } else {
            // The draft has anchors that the version did not have. The merge knows nothing of them, so
            // that each block is found again by what it says.
            self.document.revise(&document.to_markdown())
        };
    }
}

fn decision(form: &Form, name: &str) -> Option<Wording> {
    match form.value(name) {
        "base" => Some(Wording::Base),
        "left" => Some(Wording::Left),
        "right" => Some(Wording::Right),
        "both" => Some(Wording::LeftThenRight),
        "own" => {
            let typed = form.value(&format!("{name}-own"));
            Some(Wording::Written(typed.to_owned()))
        }
        _ => None,
    }
}
