//! A thing of the draft that has a list, and a page to make, edit and delete it: what days, rooms,
//! tracks, kinds, people and sessions have in common.

use wiec_kit::icon::Icon;
use wiec_kit::messages::Messages;
use wiec_kit::paths::Words;
use wiec_model::Programme;
use wiec_model::edit::{self, Edit};

use crate::context::Context;
use crate::sheet::{Reading, Sheet};

/// Something of the draft that is edited on a page of its own.
pub trait Thing: Send + Sync + Sized + 'static {
    /// The word of their list in addresses.
    fn word(words: &'static Words) -> &'static str;

    /// What they are called.
    fn titles(m: &'static Messages) -> Titles;

    /// All of them.
    fn all(programme: &Programme) -> &[Self];

    /// The key in the address of its page. It stays while the thing does.
    fn key(&self) -> String;

    /// What it is called.
    fn name(&self, context: &Context<'_>) -> String;

    /// The heads of the list's columns behind the name.
    fn heads(m: &'static Messages) -> Vec<&'static str>;

    /// What the list says of it in these columns.
    fn cells(&self, context: &Context<'_>) -> Vec<String>;

    /// Its sheet; without a thing, that of a new one.
    fn sheet(thing: Option<&Self>, context: &Context<'_>) -> Sheet;

    /// Reads its sheet: the edits that make it so. What the sheet does not hold stays as it is `before`.
    fn read(
        reading: &mut Reading<'_>,
        before: Option<&Self>,
        context: &Context<'_>,
    ) -> Option<Vec<Edit>>;

    /// What an edit of it is done to.
    fn target(&self) -> edit::Thing;

    /// The edit that deletes it.
    fn deletion(&self) -> Edit;

    /// Why it cannot be deleted, if it cannot.
    fn held_by(&self, context: &Context<'_>) -> Option<String>;

    /// The key of the thing that an edit was done to, if it is one of these.
    fn key_of(thing: &edit::Thing) -> Option<String>;
}

/// What things of a sort are called.
#[derive(Clone, Copy)]
pub struct Titles {
    /// The heading of their list.
    pub all: &'static str,
    /// The heading of the page that makes one.
    pub new: &'static str,
    /// What the list says while it is empty.
    pub none: &'static str,
    /// The icon of their list.
    pub icon: &'static str,
}

impl Titles {
    /// The icon of their list.
    pub const fn icon(&self) -> Icon<'static> {
        Icon(std::borrow::Cow::Borrowed(self.icon))
    }
}

/// The thing with this key.
pub fn find<'a, T: Thing>(programme: &'a Programme, key: &str) -> Option<&'a T> {
    T::all(programme).iter().find(|thing| thing.key() == key)
}
