//! Edits of a draft: what organisers do to one thing of it, as a function from programme to programme.
//!
//! What is made here gets its code, its slug and its place at the end of its list; what is changed
//! keeps them. A title may change ten times, and its address stays.

mod apply;
mod congress;
mod difference;
mod fields;
mod fingerprint;
mod lists;
mod refusal;
mod session;
mod thing;

use jiff::civil::Date;
use uuid::Uuid;

use crate::addresses::Addresses;
use crate::programme::Programme;
use crate::session::{Appearance, SessionCode, Slot};
use crate::slug::Slug;

pub use congress::blank;
pub use difference::{Difference, differences};
pub use fields::{
    CongressFields, DayFields, GoalFields, KindFields, PersonFields, RoomFields, SessionFields,
    TrackFields,
};
pub use fingerprint::{Fingerprint, FingerprintError, fingerprint};
pub use refusal::{FieldProblem, Reason, Refusal};
pub use thing::Thing;

/// One thing done to a draft.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Changes what is said of the edition as a whole.
    SetCongress(CongressFields),

    /// Adds a day; days are counted anew, by their dates.
    CreateDay(DayFields),
    /// Changes a day.
    UpdateDay(Date, DayFields),
    /// Takes a day out on which nothing is.
    DeleteDay(Date),

    /// Adds a room.
    CreateRoom {
        /// The room in other systems' files, from now on.
        guid: Uuid,
        /// What is said of it.
        fields: RoomFields,
    },
    /// Changes a room.
    UpdateRoom(Slug, RoomFields),
    /// Takes a room out in which nothing is.
    DeleteRoom(Slug),
    /// Puts the rooms in this order; those not named come after them as they were.
    OrderRooms(Vec<Slug>),

    /// Adds a track.
    CreateTrack(TrackFields),
    /// Changes a track.
    UpdateTrack(Slug, TrackFields),
    /// Takes a track out that nothing belongs to.
    DeleteTrack(Slug),
    /// Puts the tracks in this order; those not named come after them as they were.
    OrderTracks(Vec<Slug>),

    /// Adds a kind of sessions.
    CreateKind(KindFields),
    /// Changes a kind.
    UpdateKind(Slug, KindFields),
    /// Takes a kind out of which no session is.
    DeleteKind(Slug),

    /// Adds a goal.
    CreateGoal(GoalFields),
    /// Changes a goal.
    UpdateGoal(Slug, GoalFields),
    /// Takes a goal out that no proposal serves.
    DeleteGoal(Slug),

    /// Adds a person.
    CreatePerson {
        /// The person in other systems' files, from now on.
        guid: Uuid,
        /// What is said of them.
        fields: PersonFields,
    },
    /// Changes a person.
    UpdatePerson(Uuid, PersonFields),
    /// Takes a person out who appears nowhere.
    DeletePerson(Uuid),

    /// Adds a session, without room and time as yet.
    CreateSession {
        /// The session in calendars and other systems' files, from now on.
        guid: Uuid,
        /// Its code, where the organisers choose it; else it gets the next number.
        code: Option<SessionCode>,
        /// What is said of it.
        fields: Box<SessionFields>,
    },
    /// Changes a session; its room and time stay.
    UpdateSession(SessionCode, Box<SessionFields>),
    /// Takes a session out, with its room and time.
    DeleteSession(SessionCode),
    /// Adds someone to a session, last.
    AddAppearance(SessionCode, Appearance),
    /// Takes someone out of a session, in this part; with their last part, from its talks too.
    RemoveAppearance(SessionCode, Appearance),

    /// Gives a session a room and a time.
    Place(SessionCode, Slot),
    /// Takes a session's room and time.
    Unschedule(SessionCode),
}

/// An edit, with what its form knew of the thing when it was shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposed {
    /// What to do.
    pub edit: Edit,
    /// The [`fingerprint`] of what is edited, as the form was made; none for what is new.
    pub seen: Option<Fingerprint>,
}

/// What an edit made of a programme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applied {
    /// The programme as it is now.
    pub programme: Programme,
    /// What was edited; of something new, what it is called from now on.
    pub thing: Thing,
}

impl Edit {
    /// What it is done to, whose fingerprint it must know; none for what is new.
    #[must_use]
    pub fn thing(&self) -> Option<Thing> {
        match self {
            Self::SetCongress(_) => Some(Thing::Congress),
            Self::UpdateDay(date, _) | Self::DeleteDay(date) => Some(Thing::Day(*date)),
            Self::UpdateRoom(slug, _) | Self::DeleteRoom(slug) => Some(Thing::Room(slug.clone())),
            Self::OrderRooms(_) => Some(Thing::Rooms),
            Self::UpdateTrack(slug, _) | Self::DeleteTrack(slug) => {
                Some(Thing::Track(slug.clone()))
            }
            Self::OrderTracks(_) => Some(Thing::Tracks),
            Self::UpdateKind(slug, _) | Self::DeleteKind(slug) => Some(Thing::Kind(slug.clone())),
            Self::UpdateGoal(slug, _) | Self::DeleteGoal(slug) => Some(Thing::Goal(slug.clone())),
            Self::UpdatePerson(guid, _) | Self::DeletePerson(guid) => Some(Thing::Person(*guid)),
            Self::UpdateSession(code, _)
            | Self::AddAppearance(code, _)
            | Self::RemoveAppearance(code, _) => Some(Thing::Session(code.clone())),
            Self::DeleteSession(code) => Some(Thing::WholeSession(code.clone())),
            Self::Place(code, _) | Self::Unschedule(code) => Some(Thing::Slot(code.clone())),
            Self::CreateDay(_)
            | Self::CreateRoom { .. }
            | Self::CreateTrack(_)
            | Self::CreateKind(_)
            | Self::CreateGoal(_)
            | Self::CreatePerson { .. }
            | Self::CreateSession { .. } => None,
        }
    }

    /// Does it to `before`. `released` are the addresses of earlier releases, which nothing new gets.
    ///
    /// # Errors
    ///
    /// [`Refusal`] if the thing is not there, is in use, cannot be so, or if the programme would then
    /// contradict itself where it did not before.
    pub fn apply(&self, before: &Programme, released: &Addresses) -> Result<Applied, Refusal> {
        apply::checked(self, before, released)
    }

    /// Whether it makes something that has an address of its own for ever.
    #[must_use]
    pub const fn gives_an_address(&self) -> bool {
        matches!(self, Self::CreatePerson { .. } | Self::CreateSession { .. })
    }
}
