//! Two people at the same thing: what the other saved stands beside what was typed, and the second
//! chooses.

use wiec_kit::dates;
use wiec_kit::messages::Messages;
use wiec_model::Zone;
use wiec_store::Changed;

use crate::sheet::{Difference, Sheet};

/// What the second one sees.
pub struct Clash {
    /// When the other saved: `10:42`; empty where the history does not know.
    pub at: String,
    /// Where the two differ.
    pub differences: Vec<Difference>,
}

impl Clash {
    /// Sets what was typed beside what is stored.
    pub fn of(changed: &Changed, mine: &Sheet, theirs: &Sheet, zone: &Zone) -> Self {
        Self {
            at: changed
                .at
                .map(|at| dates::hour(at, zone))
                .unwrap_or_default(),
            differences: Sheet::differences(mine, theirs),
        }
    }

    /// What happened.
    pub fn says(&self, m: &'static Messages) -> String {
        if self.at.is_empty() {
            m.plan_clash_unknown().to_owned()
        } else {
            m.plan_clash_at(self.at.as_str())
        }
    }
}
