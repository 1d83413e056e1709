//! The result: who stands where, which groups there are, what unites and what divides them.
//! Every list is in ascending order of the caller's ids unless it says otherwise.

use serde::{Deserialize, Serialize};

use crate::settings::Mode;

/// The version of the map's JSON.
pub const SCHEMA: u32 = 1;

/// A map of opinions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OpinionMap {
    /// [`SCHEMA`].
    pub schema: u32,
    /// Whose rules were followed.
    pub mode: Mode,
    /// How much went into it.
    pub counts: Counts,
    /// Everybody who cast at least one vote.
    pub participants: Vec<Participant>,
    /// Every statement with at least one vote.
    pub statements: Vec<StatementResult>,
    /// The groups, by their id. Empty if nobody could be grouped.
    pub groups: Vec<Group>,
    /// The plane on which everybody is drawn.
    pub plane: Plane,
    /// How well each number of groups fits, by `k`.
    pub silhouettes: Vec<Silhouette>,
    /// How long the best number of groups has been the best.
    pub steadiness: Steadiness,
    /// What everybody together thinks.
    pub consensus: Consensus,
    /// How well the votes that are there foretell those that are not; `None` if there are too few.
    pub completion: Option<Completion>,
}

/// How much went into a map.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// People with at least one vote.
    pub participants: usize,
    /// Statements with at least one vote, moderated ones too.
    pub statements: usize,
    /// Votes that count: one for each participant and statement.
    pub votes: usize,
    /// Events, superseded votes included.
    pub events: usize,
    /// People who voted enough to be grouped.
    pub in_conversation: usize,
}

/// A participant.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Participant {
    /// The caller's id.
    pub id: u64,
    /// On how many statements they voted, passes included.
    pub votes: u32,
    /// Where they stand on the [`Plane`]. `None` if none of their votes moves anybody
    /// (in `Standard` mode; `Compat` puts them at the origin).
    pub position: Option<[f64; 2]>,
    /// The standard deviation of the position along each axis (`Standard` mode).
    pub uncertainty: Option<[f64; 2]>,
    /// How much more readily than others they agree with anything, on the scale of votes
    /// (`Standard` mode).
    pub readiness: Option<f64>,
    /// Whether they voted enough to be grouped.
    pub in_conversation: bool,
    /// The [`Group::id`] they belong to.
    pub group: Option<usize>,
    /// They gave one and the same answer to everything, where others differ; such people are
    /// placed, but found no groups (`Standard` mode).
    pub straight_lining: bool,
}

/// A statement and what became of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StatementResult {
    /// The caller's id.
    pub id: u64,
    /// Rejected by the moderators, or not a matter of opinion: it moves nobody and is never picked.
    pub out: bool,
    /// It asks about the person, not about the matter.
    pub is_meta: bool,
    /// Everybody's votes on it.
    pub votes: Tally,
    /// Agrees among all votes.
    pub agree: Share,
    /// Disagrees among all votes.
    pub disagree: Share,
    /// Passes among all votes.
    pub pass: Share,
    /// Where somebody would stand who agreed with this and said nothing else.
    pub position: [f64; 2],
    /// Distance of that position from the origin. Not divisiveness: statements that everybody
    /// rejects are extreme too.
    pub extremity: f64,
    /// Between-group spread of the agreement, 0 (none) to 1 (one half wholly for, the other against).
    pub divisiveness: f64,
    /// Votes in each group, in the order of [`OpinionMap::groups`].
    pub groups: Vec<GroupStatistics>,
    /// Agreement across groups, in (0, 1): product over groups in `Compat`, geometric mean in `Standard`.
    pub group_aware_consensus: f64,
    /// The same for disagreement.
    pub group_aware_consensus_disagree: f64,
    /// What speaks for the statement once everybody's standpoint is allowed for: the intercept
    /// of the factor model, on the scale of votes (−1 to +1). `Standard` mode.
    pub bridging: Option<Estimate>,
    /// Weight in the draw of the statement to show next: finite and positive.
    pub priority: f64,
}

/// Votes on a statement.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// Agrees.
    pub agrees: u32,
    /// Disagrees.
    pub disagrees: u32,
    /// All votes, passes included.
    pub seen: u32,
}

/// A share between 0 and 1, with its 90 % interval (Wilson's score interval).
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub struct Share {
    /// The observed share; 0 if nobody was asked.
    pub value: f64,
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// A number and its standard deviation.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub struct Estimate {
    /// The estimate.
    pub value: f64,
    /// Its standard deviation.
    pub deviation: f64,
}

/// What a group says about a statement. "The others" are all other groups together.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub struct GroupStatistics {
    /// The group's votes.
    pub votes: Tally,
    /// Agrees among the group's votes, with interval.
    pub agree: Share,
    /// Disagrees among the group's votes, with interval.
    pub disagree: Share,
    /// The two sides with their tests.
    pub for_agree: Side,
    /// The same for disagreement.
    pub for_disagree: Side,
}

/// One side of a statement in a group: Polis' statistics.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub struct Side {
    /// Smoothed share, (n + 1) / (seen + 2): `pa`, `pd`.
    pub p_success: f64,
    /// z of that share against one half: `pat`, `pdt`.
    pub p_test: f64,
    /// Smoothed share over that of the others: `ra`, `rd`.
    pub repness: f64,
    /// z of the group's share against that of the others: `rat`, `rdt`.
    pub repness_test: f64,
}

/// A group of like-minded people.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Group {
    /// 0, 1, … in the order of the list; kept from one map to the next as far as its members are.
    pub id: usize,
    /// Ids of the participants in it.
    pub members: Vec<u64>,
    /// Mean position of the members.
    pub centre: [f64; 2],
    /// Corners of the convex hull of the members' positions, anticlockwise.
    pub hull: Vec<[f64; 2]>,
    /// What distinguishes it from the others, most telling first within each side.
    pub representative: Vec<Representative>,
}

/// Which side of a statement is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum For {
    /// They agree with it.
    Agree,
    /// They disagree with it.
    Disagree,
}

/// A statement that distinguishes a group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Representative {
    /// The statement's id.
    pub statement: u64,
    /// On which side the group is.
    pub side: For,
    /// Members on that side.
    pub n_success: u32,
    /// Members who voted on it.
    pub n_trials: u32,
    /// The statistics of that side.
    pub statistics: Side,
    /// The statement that most of the group agrees with, whatever the others think.
    pub best_agree: bool,
}

/// What everybody together thinks, strongest first.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Consensus {
    /// Agreed with.
    pub agree: Vec<ConsensusStatement>,
    /// Disagreed with.
    pub disagree: Vec<ConsensusStatement>,
}

/// A statement that everybody together is for or against.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct ConsensusStatement {
    /// The statement's id.
    pub statement: u64,
    /// People on that side.
    pub n_success: u32,
    /// People who voted on it.
    pub n_trials: u32,
    /// Smoothed share.
    pub p_success: f64,
    /// z against one half.
    pub p_test: f64,
}

/// The two directions in which opinions differ most. Lists are in the order of
/// [`OpinionMap::statements`].
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Plane {
    /// Mean vote of each statement (`Compat`), or its intercept (`Standard`); 0 if it is out.
    pub mean: Vec<f64>,
    /// Loadings of each statement on the two axes; 0 if it is out.
    pub axes: [Vec<f64>; 2],
    /// Variance along each axis.
    pub explained_variance: [f64; 2],
    /// Share of the whole variance.
    pub explained_share: [f64; 2],
}

/// How well a number of groups fits.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Silhouette {
    /// The number of groups.
    pub k: usize,
    /// Mean silhouette, −1 to 1; higher is better.
    pub value: f64,
}

/// How long the best number of groups has been the best, from one map to the next: the number
/// that is shown changes only after the best one has stayed the same for four maps.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Steadiness {
    /// The number of groups with the best silhouette.
    pub best: usize,
    /// Maps in a row in which it was the best, this one included.
    pub maps: u32,
    /// The number that is shown.
    pub shown: usize,
}

/// How well held-out votes are foretold: when this stops growing, the conversation is complete.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Completion {
    /// Probability that a held-out agree is foretold higher than a held-out disagree.
    pub auc: f64,
    /// Share of held-out agrees and disagrees whose side is foretold.
    pub accuracy: f64,
    /// Votes held out.
    pub held_out: usize,
}
