//! What a picture or a report is of.

use std::collections::BTreeMap;

use wiec_model::{Lang, LanguageTag};
use wiec_opinion::OpinionMap;

/// A map with what people read of it.
#[derive(Clone, Debug)]
pub struct Subject<'a> {
    /// The map as it is shown: without groups below `min_group`.
    shown: OpinionMap,
    /// How many groups are not shown.
    pub(crate) hidden: usize,
    /// No group with fewer members is shown.
    pub(crate) min_group: usize,
    texts: &'a BTreeMap<u64, &'a str>,
    /// The language of the report.
    pub(crate) lang: Lang,
    /// The language of the statements, if somebody knows it.
    pub(crate) spoken: Option<LanguageTag>,
    /// What the conversation is about; may be empty.
    pub(crate) title: String,
}

impl<'a> Subject<'a> {
    /// Of a map, with the texts of statements by their ids, in a language of the interface.
    ///
    /// Groups with fewer than `min_group` members are never shown, whoever drew the map.
    #[must_use]
    pub fn new(
        map: &OpinionMap,
        texts: &'a BTreeMap<u64, &'a str>,
        min_group: usize,
        lang: Lang,
    ) -> Self {
        let shown = map.without_groups_below(min_group);
        Self {
            hidden: map.groups.len() - shown.groups.len(),
            shown,
            min_group,
            texts,
            lang,
            spoken: None,
            title: String::new(),
        }
    }

    /// About what it is.
    #[must_use]
    pub fn titled(mut self, title: &str) -> Self {
        self.title = title.to_owned();
        self
    }

    /// In which language the statements are.
    #[must_use]
    pub fn spoken_in(mut self, language: Option<LanguageTag>) -> Self {
        self.spoken = language;
        self
    }

    pub(crate) const fn map(&self) -> &OpinionMap {
        &self.shown
    }

    /// The words of a statement, if they are known.
    pub(crate) fn text(&self, statement: u64) -> Option<&'a str> {
        self.texts
            .get(&statement)
            .copied()
            .filter(|text| !text.is_empty())
    }
}
