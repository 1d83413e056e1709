//! A map for people to look at: groups in which one could recognise somebody are left out.

use crate::map::OpinionMap;

impl OpinionMap {
    /// The same map without groups of fewer than `min_group` members.
    ///
    /// Their members stay, in no group. Groups that stay keep their ids, and every list in the order
    /// of [`OpinionMap::groups`] follows. Figures across groups (consensus, divisiveness) are those
    /// of the whole map. A map in `Standard` mode has no such groups if it was drawn with the same
    /// `min_group`; one in `Compat` mode may.
    #[must_use]
    pub fn without_groups_below(&self, min_group: usize) -> Self {
        let stays: Vec<bool> = self
            .groups
            .iter()
            .map(|group| group.members.len() >= min_group)
            .collect();
        let mut map = self.clone();
        keep(&mut map.groups, &stays);
        for statement in &mut map.statements {
            keep(&mut statement.groups, &stays);
        }
        for participant in &mut map.participants {
            participant.group = participant
                .group
                .filter(|id| map.groups.iter().any(|group| group.id == *id));
        }
        map
    }
}

fn keep<T>(list: &mut Vec<T>, stays: &[bool]) {
    let mut stays = stays.iter();
    list.retain(|_| stays.next().copied().unwrap_or(true));
}
