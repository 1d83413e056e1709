//! "My congress": what is a member's own. One page each for the congress, the person, the ways in,
//! and the data.

pub mod address;
pub mod appearances;
pub mod consents;
pub mod data;
pub mod details;
pub mod erase;
pub mod keys;
pub mod overview;
pub mod passkeys;

use wiec_kit::messages::Messages;
use wiec_kit::paths::Paths;

/// The pages of "my congress", as their menu shows them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The congress: registration, programme, roles.
    Congress,
    /// The person: name, language, address, appearance of pages.
    Details,
    /// The ways in: passkeys, provider, signed-in browsers.
    Keys,
    /// The data: consents, the file, erasure.
    Data,
}

/// One place of the menu.
pub struct Place {
    /// Where it leads.
    pub href: String,
    /// What it is called.
    pub label: &'static str,
    /// Whether it is this page.
    pub is_here: bool,
}

/// The menu of "my congress" on one of its pages.
pub fn menu(m: &'static Messages, paths: &Paths, here: Part) -> Vec<Place> {
    [
        (Part::Congress, paths.account(), m.people_menu_congress()),
        (
            Part::Details,
            paths.account_details(),
            m.people_menu_details(),
        ),
        (Part::Keys, paths.account_keys(), m.people_menu_keys()),
        (Part::Data, paths.account_data(), m.people_menu_data()),
    ]
    .into_iter()
    .map(|(part, href, label)| Place {
        href,
        label,
        is_here: part == here,
    })
    .collect()
}
