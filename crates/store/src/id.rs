//! Row ids: derived from names, so that a row keeps its id however often its draft is replaced,
//! and can be found by its key without asking for its congress first.

use uuid::Uuid;
use wiec_model::Slug;

/// The name space of all ids of this program.
const NAMESPACE: Uuid = Uuid::from_u128(0x8b0c_2f4e_3d5a_5c1e_9a57_6d1f_2e0b_7c31);

/// The edition at this permanent address.
pub(crate) fn congress(slug: &Slug) -> Uuid {
    Uuid::new_v5(&NAMESPACE, slug.as_str().as_bytes())
}

/// Something of an edition: `part(congress, "room", "kadzielnia")`.
pub(crate) fn part(congress: Uuid, what: &str, key: &str) -> Uuid {
    Uuid::new_v5(&congress, format!("{what}/{key}").as_bytes())
}

/// The draft of an edition.
pub(crate) fn draft(congress: Uuid) -> Uuid {
    part(congress, "schedule", "draft")
}

/// A release of an edition.
pub(crate) fn release(congress: &Slug, number: u32) -> Uuid {
    part(self::congress(congress), "schedule", &number.to_string())
}
