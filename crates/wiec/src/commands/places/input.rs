//! The files of a draw: the wishes, the list that was published, and the slips behind its commitments.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};
use wiec_allotment::draw::commitment;
use wiec_interchange::allotment::wishes::{self, Wishes};

use crate::outcome::InputProblems;
use crate::whole_file;

/// What the published list is written in.
const FORMAT: &str = "wiec-list/1";

/// The list of a draw as it is published before the chance is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct List {
    format: String,
    /// Ids and commitments, in order of the ids' bytes.
    pub(super) list: Vec<(String, String)>,
    /// SHA-256 of the list, a line each.
    pub(super) list_hash: String,
}

/// What each commitment was made of: the salt and the entry, by id.
pub(super) type Slips = BTreeMap<String, (String, String)>;

impl List {
    pub(super) fn of(list: Vec<(String, String)>, list_hash: String) -> Self {
        Self {
            format: FORMAT.to_owned(),
            list,
            list_hash,
        }
    }

    pub(super) fn read(path: &Path) -> anyhow::Result<Self> {
        let list: Self = serde_json::from_slice(&whole_file::read(path)?)
            .map_err(|error| wrong(path, &format!("this is not a published list: {error}")))?;
        if list.format != FORMAT {
            let message = format!("should be \"{FORMAT}\", not \"{}\"", list.format);
            return Err(wrong(path, &message).into());
        }
        Ok(list)
    }
}

pub(super) fn read_wishes(path: &Path) -> anyhow::Result<Wishes> {
    wishes::read(&whole_file::read(path)?)
        .map_err(|problems| InputProblems::in_file(path, problems, "nothing was drawn").into())
}

/// The lines of slips: salt, id and entry, with tabs between them.
pub(super) fn read_slips(path: &Path) -> anyhow::Result<Slips> {
    let text = String::from_utf8(whole_file::read(path)?)
        .map_err(|_| wrong(path, "this is not text in UTF-8"))?;
    let mut slips = Slips::new();
    let mut problems = Vec::new();
    for (line, slip) in (1..).zip(text.lines()) {
        let mut parts = slip.split('\t');
        match (parts.next(), parts.next(), parts.next(), parts.next()) {
            (Some(salt), Some(id), Some(entry), None) => {
                slips.insert(id.to_owned(), (salt.to_owned(), entry.to_owned()));
            }
            _ => problems.push(format!(
                "{}:{line}: should be salt, id and entry, with tabs between them",
                path.display()
            )),
        }
    }
    if problems.is_empty() {
        Ok(slips)
    } else {
        let consequence = "nothing was drawn";
        Err(InputProblems {
            problems,
            consequence,
        }
        .into())
    }
}

/// Says of every party whether what it wishes is what the list committed to.
///
/// # Errors
///
/// A line for each party whose wishes were changed, added or taken away after the list was closed.
pub(super) fn compare(wishes: &Wishes, slips: &Slips, list: &List) -> anyhow::Result<()> {
    let listed: BTreeMap<&str, &str> = list
        .list
        .iter()
        .map(|(id, commitment)| (id.as_str(), commitment.as_str()))
        .collect();
    let mut problems = Vec::new();
    for (number, id) in wishes.parties.iter().enumerate() {
        match (slips.get(id), listed.get(id.as_str())) {
            (Some((salt, entry)), Some(told)) => {
                if *entry != wishes.entry(number) {
                    problems.push(format!("{id}: the wishes are not those of the slip"));
                } else if commitment(salt, id, entry)? != **told {
                    problems.push(format!("{id}: the slip is not what the list committed to"));
                }
            }
            (None, _) => problems.push(format!("{id}: there is no slip")),
            (_, None) => problems.push(format!("{id}: is not in the list")),
        }
    }
    let known: std::collections::BTreeSet<&str> =
        wishes.parties.iter().map(String::as_str).collect();
    for id in listed.keys().filter(|id| !known.contains(*id)) {
        problems.push(format!("{id}: is in the list, and has no wishes"));
    }
    if problems.is_empty() {
        return Ok(());
    }
    let consequence = "nothing was drawn: the wishes are not those of the published list";
    Err(InputProblems {
        problems,
        consequence,
    }
    .into())
}

pub(super) fn wrong(path: &Path, message: &str) -> InputProblems {
    InputProblems::in_file(path, [message], "nothing was done")
}
