//! Where the parts of an Office Open XML package are: they are found by relation, not by name.

use std::collections::BTreeMap;

use crate::package::{Package, damaged};
use crate::refused::Refused;
use crate::xml::Xml;

/// What a part refers to under one id.
#[derive(Debug)]
pub(crate) struct Relation {
    /// The last step of its type: `hyperlink`, `worksheet`.
    pub(crate) role: String,
    /// A part of the package, or an address outside it, which is never looked at.
    pub(crate) target: String,
}

/// The part that a package is about.
pub(crate) fn main_part(package: &Package<'_>) -> Result<String, Refused> {
    let relations = read(package, "_rels/.rels", "")?;
    let main = relations
        .into_values()
        .find(|relation| relation.role == "officeDocument");
    main.map(|relation| relation.target)
        .ok_or_else(|| damaged("_rels/.rels", "it names no document"))
}

/// The relations of a part, by id. A part without any is fine.
pub(crate) fn of(package: &Package<'_>, part: &str) -> Result<BTreeMap<String, Relation>, Refused> {
    let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
    let list = format!("{folder}/_rels/{name}.rels");
    match package.has(&list) {
        true => read(package, &list, folder),
        false => Ok(BTreeMap::new()),
    }
}

fn read(
    package: &Package<'_>,
    list: &str,
    folder: &str,
) -> Result<BTreeMap<String, Relation>, Refused> {
    let mut xml = Xml::side_part(package, list)?;
    let mut relations = BTreeMap::new();
    xml.child()?;
    while let Some(child) = xml.child()? {
        xml.skip()?;
        let (Some(id), Some(role), Some(target)) =
            (child.get("Id"), child.get("Type"), child.get("Target"))
        else {
            continue;
        };
        let target = match child.get("TargetMode") {
            Some("External") => target.to_owned(),
            _ => resolve(folder, target),
        };
        let role = role.rsplit('/').next().unwrap_or_default().to_owned();
        relations.insert(id.to_owned(), Relation { role, target });
    }
    Ok(relations)
}

/// A target as the name of a part: relative to its folder, or from the root.
fn resolve(folder: &str, target: &str) -> String {
    let full = match target.strip_prefix('/') {
        Some(rooted) => rooted.to_owned(),
        None => format!("{folder}/{target}"),
    };
    let mut steps = Vec::new();
    for step in full.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    steps.join("/")
}
