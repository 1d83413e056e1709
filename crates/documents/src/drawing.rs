//! What is drawn rather than written: named, then left.

use std::io::Read;

use crate::flow::LeftOut;
use crate::refused::Refused;
use crate::xml::Xml;

/// Leaves the drawing that is open and says what it was.
pub(crate) fn leave(xml: &mut Xml<impl Read>, name: &str) -> Result<LeftOut, Refused> {
    let mut what = match name {
        "object" => LeftOut::Object,
        _ => LeftOut::Picture,
    };
    xml.seek(|child| match child.name.as_str() {
        "txbxContent" | "text-box" => what = LeftOut::TextBox,
        "chart" | "relIds" | "OLEObject" | "object" | "object-ole" => what = LeftOut::Object,
        _ => {}
    })?;
    Ok(what)
}
