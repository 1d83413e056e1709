//! A thing of the draft that has a list, and a page to make, edit and delete it: what days, rooms,
//! tracks, kinds, people and sessions have in common.

use wiec_kit::icon::Icon;
use wiec_kit::messages::Messages;
use wiec_kit::paths::Words;
use wiec_model::Programme;

use crate::context::Context;
use crate::sheet::{Reading, Sheet};

/// Something of the draft that is edited on a page of its own.
pub trait Thing: Clone + PartialEq + Send + Sync + Sized + 'static {
    /// Whether their order is the organisers' to choose, as that of rooms.
    const ORDERED: bool;

    /// The word of their list in addresses.
    fn word(words: &'static Words) -> &'static str;

    /// What they are called.
    fn titles(m: &'static Messages) -> Titles;

    /// All of them.
    fn all(programme: &Programme) -> &[Self];

    /// All of them, to be changed.
    fn all_mut(programme: &mut Programme) -> &mut Vec<Self>;

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

    /// Reads its sheet; what the sheet does not hold stays as it is `before`.
    fn read(
        reading: &mut Reading<'_>,
        before: Option<&Self>,
        context: &Context<'_>,
    ) -> Option<Self>;

    /// Why it cannot be deleted, if it cannot.
    fn held_by(&self, context: &Context<'_>) -> Option<String>;

    /// Puts the list into order after a change.
    fn settle(_: &mut Vec<Self>) {}
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

/// Puts a thing into the draft, in place of `before` or as a new one; `at` is its place in the list,
/// counted from 1.
pub fn put<T: Thing>(programme: &mut Programme, before: Option<&str>, thing: T, at: Option<usize>) {
    let list = T::all_mut(programme);
    let old = before.and_then(|key| list.iter().position(|known| known.key() == key));
    if let Some(old) = old {
        list.remove(old);
    }
    let place = at.map(|at| at.saturating_sub(1)).or(old);
    list.insert(place.unwrap_or(list.len()).min(list.len()), thing);
    T::settle(list);
}

/// Takes a thing out of the draft.
pub fn remove<T: Thing>(programme: &mut Programme, key: &str) {
    let list = T::all_mut(programme);
    list.retain(|thing| thing.key() != key);
    T::settle(list);
}
