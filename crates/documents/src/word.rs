//! Word's documents: the parts around the text first, then the text, then its notes.

mod body;
mod inline;
mod numbering;
mod properties;
mod styles;
mod table;

use crate::flow::{Flow, LeftOut};
use crate::package::Package;
use crate::refused::Refused;
use crate::relations;
use crate::xml::Xml;
use body::Reader;
use numbering::Numbering;
use styles::Styles;

pub(crate) fn read(package: &Package<'_>) -> Result<Flow, Refused> {
    let main = relations::main_part(package)?;
    let relations = relations::of(package, &main)?;
    let part_of = |role: &str| {
        let found = relations.values().find(|relation| relation.role == role);
        found
            .map(|relation| relation.target.clone())
            .filter(|part| package.has(part))
    };
    let styles = match part_of("styles") {
        Some(part) => Styles::read(package, &part)?,
        None => Styles::default(),
    };
    let numbering = match part_of("numbering") {
        Some(part) => Numbering::read(package, &part)?,
        None => Numbering::default(),
    };
    let notes = ["footnotes", "endnotes"].map(|role| (role, part_of(role)));
    let roles = relations.values().map(|relation| relation.role.as_str());
    let headers = roles
        .filter(|role| matches!(*role, "header" | "footer"))
        .count();
    let mut reader = Reader::new(&styles, numbering, relations);
    for _ in 0..headers {
        reader.flow.leave_out(LeftOut::HeaderOrFooter);
    }
    let mut xml = Xml::part(package, &main)?;
    while xml.child()?.is_some() {
        reader.document(&mut xml)?;
    }
    for (role, part) in notes {
        if let Some(part) = part {
            let links = relations::of(package, &part)?;
            reader.notes(&mut Xml::part(package, &part)?, role, links)?;
        }
    }
    Ok(reader.finish())
}
