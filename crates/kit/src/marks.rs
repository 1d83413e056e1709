//! The words that screen readers are told at the marks of a comparison of texts.

use crate::messages::Messages;

/// The words in the language of `m`.
#[must_use]
pub fn words(m: &Messages) -> wiec_text::Words<'static> {
    wiec_text::Words {
        deleted: m.mark_deleted(),
        inserted: m.mark_inserted(),
        moved_away: m.mark_moved_away(),
        moved_here: m.mark_moved_here(),
        split: m.mark_split(),
        joined: m.mark_joined(),
        reshaped: m.mark_reshaped(),
        end: m.mark_end(),
    }
}
