//! What of an amendment the team takes: typed into the section that it changes.

use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::messages::Messages;
use wiec_model::register::{Remark, Section, replace_section, sections};
use wiec_text::{Amendment, Anchor, Document};

use crate::team::view;

/// The part of a text that an amendment changes.
pub struct Part {
    /// The text that it was made for.
    pub base: Document,
    /// What the part said then, as Markdown.
    pub original: String,
    /// What it would say with as much of the amendment as the team takes so far.
    pub now: String,
    /// The section that the part is; none for the whole text.
    section: Option<Option<Anchor>>,
    /// The text with all of the amendment.
    amended: Document,
}

/// The part that an amendment changes: the section, or all of the text if it changes more than one.
/// `None` for a remark that is no amendment, or whose amendment does not fit its text.
///
/// # Errors
///
/// As the store.
pub async fn part(app: &App, remark: &Remark) -> Result<Option<Part>, PageError> {
    let Some(amendment) = &remark.amendment else {
        return Ok(None);
    };
    let register = app.store.register();
    let version = register.version(remark.proposal, remark.version).await?;
    let base = version.ok_or(PageError::NotFound)?.content.document;
    let (Ok(amended), Ok(taken)) = (
        amendment.apply(&base),
        remark.taken().unwrap_or(amendment).apply(&base),
    ) else {
        return Ok(None);
    };
    let (before, after) = (sections(&base), sections(&taken));
    let changed: Vec<&Section> = before.iter().filter(|it| !after.contains(it)).collect();
    let only = match changed.as_slice() {
        [only] => after
            .iter()
            .find(|it| it.anchor == only.anchor)
            .zip(Some(only)),
        _ => None,
    };
    // A heading that was added makes two sections of one: then the whole text is the part.
    let only = only.filter(|_| before.len() == after.len());
    Ok(Some(match only {
        Some((after, before)) => Part {
            original: before.markdown.clone(),
            now: after.markdown.clone(),
            section: Some(before.anchor),
            base,
            amended,
        },
        None => Part {
            original: base.to_markdown(),
            now: taken.to_markdown(),
            section: None,
            base,
            amended,
        },
    }))
}

impl Part {
    /// The text in which the part reads as it was typed.
    pub fn with(&self, typed: &str) -> Document {
        let section = self
            .section
            .map(|anchor| replace_section(&self.base, anchor, typed));
        section.flatten().unwrap_or_else(|| self.base.revise(typed))
    }

    /// What was typed, as an amendment to the text that the remark was made for.
    pub fn amendment(&self, typed: &str) -> Amendment {
        Amendment::between(&self.base, &self.with(typed))
    }

    /// What all of the amendment changes, marked.
    pub fn change(&self, m: &'static Messages) -> Option<String> {
        view::excerpt(&self.base, &self.amended, m)
    }
}
