//! OpenDocument texts and spreadsheets, as LibreOffice and others write them.

mod body;
mod inline;
mod list;
mod styles;
mod table;

use crate::flow::{Flow, LeftOut};
use crate::package::Package;
use crate::refused::Refused;
use crate::xml::Xml;
use body::Reader;
use styles::Styles;

pub(crate) fn read(package: &Package<'_>) -> Result<Flow, Refused> {
    refuse_passwords(package)?;
    let mut styles = Styles::default();
    if package.has("styles.xml") {
        let mut xml = Xml::side_part(package, "styles.xml")?;
        while let Some(root) = xml.child()? {
            styles.read(&mut xml, &root)?;
        }
    }
    let mut reader = Reader::new(styles);
    for _ in 0..reader.styles.headers {
        reader.flow.leave_out(LeftOut::HeaderOrFooter);
    }
    let mut xml = Xml::part(package, "content.xml")?;
    xml.child()?;
    let mut blocks = Vec::new();
    while let Some(element) = xml.child()? {
        match element.name.as_str() {
            "body" => reader.blocks(&mut xml, &mut blocks)?,
            "scripts" => reader.scripts(&mut xml)?,
            _ => reader.styles.read(&mut xml, &element)?,
        }
    }
    reader.flow.blocks = blocks;
    Ok(reader.flow)
}

/// OpenDocument encrypts each part by itself and says so in the list of parts.
fn refuse_passwords(package: &Package<'_>) -> Result<(), Refused> {
    const LIST: &str = "META-INF/manifest.xml";
    if package.has("encrypted-package") {
        return Err(Refused::Encrypted);
    }
    if !package.has(LIST) {
        return Ok(());
    }
    let mut xml = Xml::side_part(package, LIST)?;
    let mut encrypted = false;
    while xml.child()?.is_some() {
        xml.seek(|element| encrypted |= element.name == "encryption-data")?;
    }
    match encrypted {
        true => Err(Refused::Encrypted),
        false => Ok(()),
    }
}
