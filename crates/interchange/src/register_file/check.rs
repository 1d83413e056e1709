//! Whether a register file fits its texts and its congress.

use wiec_model::Programme;
use wiec_text::{Content, Document};

use super::{ProposalEntry, RegisterFile, Version};
use crate::read::problem::{Place, Problem, Report};

impl RegisterFile {
    /// The files that it names, in its order.
    #[must_use]
    pub fn files(&self) -> Vec<&str> {
        let versions = self.proposals.iter().flat_map(|it| &it.versions);
        let names = versions.flat_map(|it| [Some(&it.text), it.english.as_ref(), it.easy.as_ref()]);
        names.flatten().map(String::as_str).collect()
    }

    /// Everything that does not fit: tracks, goals and sessions that the congress does not have, texts
    /// that are not there, translations of another shape, remarks at blocks that do not exist,
    /// amendments that cannot be made. `text_of` gives the contents of a file by its name.
    #[must_use]
    pub fn check<'a>(
        &self,
        programme: &Programme,
        text_of: impl Fn(&str) -> Option<&'a str>,
    ) -> Vec<Problem> {
        let report = Report::default();
        if self.congress != programme.congress.slug {
            let congress = &programme.congress.slug;
            let place = Place::Value {
                pointer: "/congress".to_owned(),
                of: None,
            };
            report.add(
                place,
                format!("should be \"{congress}\", the congress that is open"),
            );
        }
        for (index, entry) in self.proposals.iter().enumerate() {
            let view = View {
                entry,
                pointer: format!("/proposals/{index}"),
                report: &report,
            };
            let mut earlier = self.proposals[..index].iter();
            if earlier.any(|it| it.slug.pl == entry.slug.pl || it.slug.en == entry.slug.en) {
                view.problem("slug", "another proposal has this address");
            }
            view.check_keys(programme);
            view.check_numbers();
            view.check_texts(&text_of);
        }
        report.conclude(()).err().unwrap_or_default()
    }
}

impl ProposalEntry {
    /// The Polish texts of all versions, each a revision of the one before, so that anchors last.
    /// Nothing, if one of them is not there.
    #[must_use]
    pub fn documents<'a>(
        &self,
        text_of: impl Fn(&str) -> Option<&'a str>,
    ) -> Option<Vec<Document>> {
        let mut documents: Vec<Document> = Vec::new();
        for version in &self.versions {
            let text = text_of(&version.text)?;
            documents.push(match documents.last() {
                Some(before) => before.revise(text),
                None => Document::from_markdown(text),
            });
        }
        Some(documents)
    }
}

struct View<'a> {
    entry: &'a ProposalEntry,
    pointer: String,
    report: &'a Report,
}

impl View<'_> {
    fn problem(&self, key: &str, message: impl Into<String>) {
        let place = Place::Value {
            pointer: format!("{}/{key}", self.pointer),
            of: Some(self.entry.slug.pl.to_string()),
        };
        self.report.add(place, message);
    }

    fn check_keys(&self, programme: &Programme) {
        let entry = self.entry;
        if !programme.tracks.iter().any(|it| it.slug == entry.track) {
            self.problem("track", format!("there is no track \"{}\"", entry.track));
        }
        for (index, goal) in entry.goals.iter().enumerate() {
            if !programme.goals.iter().any(|it| it.slug == *goal) {
                let message = format!("there is no goal \"{goal}\"");
                self.problem(&format!("goals/{index}"), message);
            }
        }
        let forms = entry.consultation.iter().flat_map(|it| &it.forms);
        for (index, form) in forms.enumerate() {
            let code = form.session.as_deref();
            if let Some(code) = code.filter(|code| programme.session(code).is_none()) {
                let message = format!("there is no session \"{code}\"");
                self.problem(&format!("consultation/forms/{index}/session"), message);
            }
        }
    }

    /// Numbers rise, so that each is given once; who replies does so to somebody before.
    fn check_numbers(&self) {
        let entry = self.entry;
        let versions = entry.versions.iter().map(|it| it.number);
        for (index, number) in versions
            .enumerate()
            .filter(|(at, it)| *it as usize != at + 1)
        {
            let message = format!("versions are counted from 1, so this is not {number}");
            self.problem(&format!("versions/{index}/number"), message);
        }
        let remarks: Vec<u32> = entry.remarks.iter().map(|it| it.number).collect();
        let amendments: Vec<u32> = entry.amendments.iter().map(|it| it.number).collect();
        for (list, numbers) in [("remarks", &remarks), ("amendments", &amendments)] {
            for (index, pair) in numbers
                .windows(2)
                .enumerate()
                .filter(|it| it.1[1] <= it.1[0])
            {
                let message = format!("should be more than {}, the number before", pair[0]);
                self.problem(&format!("{list}/{}/number", index + 1), message);
            }
        }
        for (index, remark) in entry.remarks.iter().enumerate() {
            let replied = remark.replies_to;
            if let Some(number) = replied.filter(|it| !remarks[..index].contains(it)) {
                let message = format!("there is no remark {number} before this one");
                self.problem(&format!("remarks/{index}/replies_to"), message);
            }
        }
    }

    fn check_texts<'a>(&self, text_of: &impl Fn(&str) -> Option<&'a str>) {
        for (index, version) in self.entry.versions.iter().enumerate() {
            self.check_version(index, version, text_of);
        }
        let documents = self.entry.documents(text_of);
        let Some(newest) = documents.as_ref().and_then(|it| it.last()) else {
            if self.entry.versions.is_empty() {
                self.problem("versions", "there should be one at least");
            }
            return;
        };
        for (index, remark) in self.entry.remarks.iter().enumerate() {
            if let Some(at) = remark.at.filter(|at| at.find(newest).is_none()) {
                let message = format!("there is no {at} in the newest version");
                self.problem(&format!("remarks/{index}/at"), message);
            }
        }
        for (index, amendment) in self.entry.amendments.iter().enumerate() {
            if let Err(error) = self.entry.amendment(amendment, newest) {
                self.problem(&format!("amendments/{index}"), error.to_string());
            }
        }
    }

    fn check_version<'a>(
        &self,
        index: usize,
        version: &Version,
        text_of: &impl Fn(&str) -> Option<&'a str>,
    ) {
        let find = |key: &str, name: &str| {
            let text = text_of(name).filter(|text| !text.trim().is_empty());
            if text.is_none() {
                let message = format!("there is no text \"{name}\" beside the file");
                self.problem(&format!("versions/{index}/{key}"), message);
            }
            text.map(Document::from_markdown)
        };
        let polish = find("text", &version.text);
        let english = version
            .english
            .as_deref()
            .and_then(|name| find("english", name));
        if let Some(easy) = version.easy.as_deref() {
            find("easy", easy);
        }
        if let (Some(polish), Some(english)) = (polish, english)
            && let Some(at) = first_difference(&polish, &english)
        {
            let message = format!("differs in shape from the Polish text at its block {at}");
            self.problem(&format!("versions/{index}/english"), message);
        }
    }
}

/// The first block, counted from 1, that is of another kind in the translation.
fn first_difference(one: &Document, other: &Document) -> Option<usize> {
    let shape = |content: &Content| (content.kind, content.depth);
    let (one, other) = (one.blocks(), other.blocks());
    let length = one.len().max(other.len());
    (0..length)
        .find(|&at| {
            let kind = |blocks: &[wiec_text::Block]| blocks.get(at).map(|it| shape(&it.content));
            kind(one) != kind(other)
        })
        .map(|at| at + 1)
}
