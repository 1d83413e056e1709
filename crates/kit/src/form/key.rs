//! The key of a form: sent twice, it is one act.
//!
//! A page that makes something new carries a key of its own in a hidden field. The store keeps the
//! key with what was made under a constraint, so that pressing twice, or again after the network
//! broke, finds what is there instead of making a second one.

use crate::chance::{Chance, letters};
use crate::form::Form;

/// The name of the hidden field.
pub const KEY: &str = "key";

/// The length of the tokens that `Chance` makes.
const LENGTH: usize = 26;

impl Form {
    /// The same form with a key, a new one unless it was sent with one.
    #[must_use]
    pub fn keyed(self, chance: &Chance) -> Self {
        if self.key().is_some() {
            return self;
        }
        self.with(KEY, chance.token())
    }

    /// The key under which it was sent; none if it is no key that a page of ours could hold.
    #[must_use]
    pub fn key(&self) -> Option<&str> {
        let key = self.data().get(KEY)?;
        let is_token = key.len() == LENGTH
            && key
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
        is_token.then_some(key)
    }

    /// The key together with all that was typed: for what may be sent again with other words, and then
    /// is another thing and no repetition.
    #[must_use]
    pub fn key_with_words(&self) -> Option<String> {
        let key = self.key()?;
        let typed = self.data().digest();
        Some(format!("{key}/{}", letters(&typed)))
    }
}

#[cfg(test)]
mod tests {
    use wiec_model::Lang;

    use super::*;
    use crate::form::FormData;

    #[test]
    fn a_form_that_is_shown_again_keeps_its_key() {
        let chance = Chance::seeded(1);
        let first = Form::fresh(Lang::Pl).keyed(&chance);
        let key = first.key().unwrap().to_owned();
        let again = Form::of(FormData::of(&[(KEY, &key)]), Lang::Pl).keyed(&chance);
        assert_eq!(again.key(), Some(key.as_str()));
        assert_eq!(Form::of(FormData::of(&[(KEY, "x")]), Lang::Pl).key(), None);
    }

    #[test]
    fn a_form_sent_again_with_other_words_is_another_thing() {
        let key = Form::fresh(Lang::Pl).keyed(&Chance::seeded(1));
        let key = key.key().unwrap();
        let of = |name, words| {
            let form = Form::of(FormData::of(&[(KEY, key), (name, words)]), Lang::Pl);
            form.key_with_words().unwrap()
        };
        assert_eq!(of("body", "a"), of("body", "a"));
        assert_ne!(of("body", "a"), of("body", "b"));
        assert_ne!(of("bod", "ya"), of("body", "a"));
    }
}
