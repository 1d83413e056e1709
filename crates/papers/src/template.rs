//! A template and its data, set in type and written as PDF/UA-1. The only file that knows Typst's compiler.

use serde::Serialize;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Dict, Duration, IntoValue, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::PaperError;
use crate::fonts::{BOOK, FONTS};

/// How many papers ago something intermediate was last of use before it is forgotten. Neighbouring tickets
/// share most of it.
const KEPT_FOR: usize = 10;

/// Sets a template with its data. `identity` names this one paper, for ever; it is not written into it.
pub fn pdf(template: &str, data: &impl Serialize, identity: String) -> Result<Vec<u8>, PaperError> {
    let sheet = Sheet::new(template, data)?;
    let bytes = set(&sheet, identity);
    comemo::evict(KEPT_FOR);
    bytes
}

fn set(sheet: &Sheet, identity: String) -> Result<Vec<u8>, PaperError> {
    let document = typst::compile::<PagedDocument>(sheet)
        .output
        .map_err(|problems| not_set(&problems))?;
    let standards =
        PdfStandards::new(&[PdfStandard::Ua_1]).expect("one standard does not contradict itself");
    let options = PdfOptions {
        ident: Smart::Custom(identity),
        creator: Smart::Custom(Some("Wiec".to_owned())),
        standards,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(&document, &options).map_err(|problems| not_set(&problems))
}

fn not_set(problems: &[SourceDiagnostic]) -> PaperError {
    let messages: Vec<&str> = problems
        .iter()
        .map(|problem| problem.message.as_str())
        .collect();
    PaperError::NotSet(messages.join("; "))
}

/// All that a template can see of the world.
struct Sheet {
    library: LazyHash<Library>,
    main: Source,
}

impl Sheet {
    fn new(template: &str, data: &impl Serialize) -> Result<Self, PaperError> {
        let data = serde_json::to_string(data)
            .map_err(|problem| PaperError::NotSet(problem.to_string()))?;
        let mut inputs = Dict::new();
        inputs.insert("data".into(), data.into_value());
        let path = VirtualPath::new("main.typ").expect("a plain name is a path");
        let main = FileId::new(RootedPath::new(VirtualRoot::Project, path));
        Ok(Self {
            library: LazyHash::new(Library::builder().with_inputs(inputs).build()),
            main: Source::new(main, template.to_owned()),
        })
    }
}

impl World for Sheet {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &BOOK
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main.id() {
            Ok(self.main.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set_text(template: &str) -> Result<Vec<u8>, PaperError> {
        pdf(template, &["x"], "a test".to_owned())
    }

    const TITLED: &str = "#set document(title: \"T\")\n#set text(lang: \"pl\")\n";

    #[test]
    fn a_template_reads_no_file_no_package_and_no_clock() {
        for (reading, refusal) in [
            ("#read(\"/etc/passwd\")", "access denied"),
            ("#image(\"../main.typ\", alt: \"x\")", ""),
            ("#include \"other.typ\"", "access denied"),
            ("#import \"@preview/cetz:0.3.4\": canvas", "access denied"),
            ("#datetime.today()", "date"),
        ] {
            let Err(PaperError::NotSet(why)) = set_text(&format!("{TITLED}{reading}")) else {
                panic!("{reading} was answered");
            };
            assert!(why.contains(refusal), "{reading}: {why}");
        }
    }

    #[test]
    fn a_paper_without_title_or_with_a_picture_without_words_is_refused() {
        assert!(set_text("#set text(lang: \"pl\")\nWords").is_err());
        let picture = "#image(bytes(\"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>\"), format: \"svg\"";
        assert!(set_text(&format!("{TITLED}{picture})")).is_err());
        assert!(set_text(&format!("{TITLED}{picture}, alt: \"Nothing\")")).is_ok());
    }
}
