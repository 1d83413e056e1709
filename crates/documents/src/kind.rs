//! What a file is, by what it holds: names and types that a browser tells are not believed.

use crate::limits::FILE_BYTES;
use crate::package::Package;
use crate::refused::{Foreign, Refused};
use crate::relations;

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Plain text: Markdown as a text, separated values as a table.
    Plain,
    /// Word's document (`.docx`).
    Docx,
    /// Excel's workbook (`.xlsx`).
    Xlsx,
    /// An OpenDocument text (`.odt`).
    Odt,
    /// An OpenDocument spreadsheet (`.ods`).
    Ods,
}

/// Whether the ending of a file's name says what the file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameSays {
    /// It does, or it says nothing.
    TheSame,
    /// It says something else: worth a word before publishing.
    SomethingElse,
}

impl Kind {
    fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Plain => &["md", "markdown", "txt", "csv", "tsv"],
            Self::Docx => &["docx"],
            Self::Xlsx => &["xlsx"],
            Self::Odt => &["odt"],
            Self::Ods => &["ods"],
        }
    }

    pub(crate) fn compare(self, name: &str) -> NameSays {
        match name.rsplit_once('.') {
            Some((_, ending)) if !self.endings().contains(&ending.to_lowercase().as_str()) => {
                NameSays::SomethingElse
            }
            _ => NameSays::TheSame,
        }
    }
}

/// A file that may be read.
pub(crate) enum Recognised<'a> {
    Plain,
    Package(Kind, Package<'a>),
}

pub(crate) fn recognise(bytes: &[u8]) -> Result<Recognised<'_>, Refused> {
    if let Some(refused) = refused_start(bytes) {
        return Err(refused);
    }
    if !bytes.starts_with(b"PK\x03\x04") {
        return Ok(Recognised::Plain);
    }
    let package = Package::open(bytes)?;
    let kind = kind_of(&package)?;
    refuse_macros(&package)?;
    Ok(Recognised::Package(kind, package))
}

/// Why a file of these first bytes is passed on to nobody: empty, too large, a program, or no document.
pub(crate) fn refused_start(bytes: &[u8]) -> Option<Refused> {
    if bytes.is_empty() {
        return Some(Refused::Empty);
    }
    if FILE_BYTES < bytes.len() {
        let (bytes, most) = (bytes.len(), FILE_BYTES);
        return Some(Refused::FileTooLarge { bytes, most });
    }
    by_first_bytes(bytes)
}

/// A package, unless it carries macros.
pub(crate) fn package_without_macros(bytes: &[u8]) -> Result<Package<'_>, Refused> {
    let package = Package::open(bytes)?;
    refuse_macros(&package)?;
    Ok(package)
}

fn by_first_bytes(bytes: &[u8]) -> Option<Refused> {
    const PROGRAMS: [&[u8]; 8] = [
        b"\x7fELF",
        b"#!",
        b"\xfe\xed\xfa\xce",
        b"\xfe\xed\xfa\xcf",
        b"\xce\xfa\xed\xfe",
        b"\xcf\xfa\xed\xfe",
        b"\xca\xfe\xba\xbe",
        b"\0asm",
    ];
    const FOREIGN: [(&[u8], Foreign); 10] = [
        (b"%PDF", Foreign::Pdf),
        (b"{\\rtf", Foreign::RichText),
        (b"\x89PNG", Foreign::Picture),
        (b"\xff\xd8\xff", Foreign::Picture),
        (b"GIF8", Foreign::Picture),
        (b"PK\x05\x06", Foreign::Archive),
        (b"Rar!", Foreign::Archive),
        (b"7z\xbc\xaf", Foreign::Archive),
        (b"\x1f\x8b", Foreign::Archive),
        (b"BZh", Foreign::Archive),
    ];
    // "MZ" alone may begin a text ("MZ Rada …"); a program has zeros soon after it.
    let windows = bytes.starts_with(b"MZ") && bytes.iter().take(64).any(|byte| *byte == 0);
    if windows || PROGRAMS.iter().any(|start| bytes.starts_with(start)) {
        return Some(Refused::Program);
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return Some(old_office(bytes));
    }
    let start = bytes[..bytes.len().min(100)]
        .trim_ascii_start()
        .to_ascii_lowercase();
    if start.starts_with(b"<!doctype html") || start.starts_with(b"<html") {
        return Some(Refused::Foreign(Foreign::WebPage));
    }
    let found = FOREIGN.iter().find(|(start, _)| bytes.starts_with(start));
    found.map(|(_, foreign)| Refused::Foreign(*foreign))
}

/// Word and Excel put a document with a password into an OLE file, whose directory names it in UTF-16.
fn old_office(bytes: &[u8]) -> Refused {
    let name: Vec<u8> = "EncryptedPackage"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    match bytes.windows(name.len()).any(|window| window == name) {
        true => Refused::Encrypted,
        false => Refused::Foreign(Foreign::OldOffice),
    }
}

fn kind_of(package: &Package<'_>) -> Result<Kind, Refused> {
    if package.has("mimetype") {
        return open_document(&package.start_of("mimetype", 200)?);
    }
    if !package.has("[Content_Types].xml") {
        return Err(Refused::Foreign(Foreign::Archive));
    }
    let main = relations::main_part(package)?;
    // By folder: the types in the list of types differ between documents, templates and strict ones.
    match main.split('/').next() {
        Some("word") => Ok(Kind::Docx),
        Some("xl") => Ok(Kind::Xlsx),
        _ => Err(Refused::Foreign(Foreign::OtherOffice)),
    }
}

fn open_document(mimetype: &[u8]) -> Result<Kind, Refused> {
    let mimetype = String::from_utf8_lossy(mimetype);
    match mimetype
        .trim()
        .strip_prefix("application/vnd.oasis.opendocument.")
    {
        Some("text" | "text-template") => Ok(Kind::Odt),
        Some("spreadsheet" | "spreadsheet-template") => Ok(Kind::Ods),
        Some(_) => Err(Refused::Foreign(Foreign::OtherOffice)),
        None => Err(Refused::Foreign(Foreign::Archive)),
    }
}

fn refuse_macros(package: &Package<'_>) -> Result<(), Refused> {
    let is_macro = |name: &&str| {
        let name = name.to_lowercase();
        name.ends_with("vbaproject.bin")
            || name.ends_with("vbadata.xml")
            || name.starts_with("basic/")
            || name.starts_with("scripts/")
            || name.contains("/macrosheets/")
    };
    match package.names().find(is_macro) {
        Some(part) => Err(Refused::Macros {
            part: part.to_owned(),
        }),
        None => Ok(()),
    }
}
