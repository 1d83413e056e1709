//! Names of things, and which one each is.

use std::collections::BTreeMap;

use crate::error::{Malformed, ensure};

/// Names of one kind of thing, and which one each is.
pub(super) struct Names<'a>(&'a str, BTreeMap<&'a str, usize>);

impl<'a> Names<'a> {
    pub(super) fn new(
        kind: &'a str,
        ids: impl Iterator<Item = &'a String>,
    ) -> Result<Self, Malformed> {
        let mut known = BTreeMap::new();
        for (index, id) in ids.enumerate() {
            ensure(known.insert(id.as_str(), index).is_none(), || {
                format!("there are two {kind}s called {id:?}")
            })?;
        }
        Ok(Self(kind, known))
    }

    pub(super) fn find(&self, id: &str) -> Result<usize, Malformed> {
        let found = self.1.get(id).copied();
        found.ok_or_else(|| Malformed(format!("there is no {} called {id:?}", self.0)))
    }

    pub(super) fn find_all(&self, ids: &[String]) -> Result<Vec<usize>, Malformed> {
        ids.iter().map(|id| self.find(id)).collect()
    }
}
