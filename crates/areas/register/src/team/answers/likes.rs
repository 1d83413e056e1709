//! Remarks that say the same: found by likeness, for people to decide.

use wiec_model::register::Remark;
use wiec_text::SAME;

use super::said;

/// Groups of remarks that say the same, by their numbers, rising.
pub struct Likes(Vec<Vec<u32>>);

/// Finds them among `remarks`.
pub fn of(remarks: &[Remark]) -> Likes {
    let texts: Vec<String> = remarks.iter().map(said).collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let groups = wiec_text::groups(&texts, SAME).into_iter().map(|group| {
        let numbers = group.members.iter().filter_map(|&at| remarks[at].number);
        numbers.collect()
    });
    Likes(groups.collect())
}

impl Likes {
    /// All that say what a remark says, itself among them; none if it is alone.
    pub fn all(&self, remark: &Remark) -> &[u32] {
        let mut groups = self.0.iter();
        let group = groups.find(|group| remark.number.is_some_and(|it| group.contains(&it)));
        group.map_or(&[], Vec::as_slice)
    }

    /// The first of those; its own number if it is alone.
    pub fn first(&self, remark: &Remark) -> Option<u32> {
        self.all(remark).first().copied().or(remark.number)
    }
}
