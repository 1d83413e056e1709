//! What kinds, tiers, gates and the like are called on these pages, and the words of their own addresses.

use jiff::{SignedDuration, Timestamp};
use wiec_kit::messages::Messages;
use wiec_model::Lang;
use wiec_model::calls::{
    Anonymity, CallKind, Gate, QuestionKind, Required, ReviewPhase, Tier, Visible,
};

use super::here::Here;

/// The word of files in addresses.
pub const fn files(lang: Lang) -> &'static str {
    match lang {
        Lang::Pl => "pliki",
        Lang::En => "files",
    }
}

/// The words by which an address asks for a track and a tier.
pub const fn filter(lang: Lang) -> (&'static str, &'static str) {
    match lang {
        Lang::Pl => ("temat", "miejscowosc"),
        Lang::En => ("track", "place"),
    }
}

/// What is submitted, with its sign.
pub fn kind(kind: CallKind, m: &Messages) -> (&'static str, &'static str) {
    match kind {
        CallKind::Kaleidoscope => ("kalejdo", m.calls_read_kind_kaleidoscope()),
        CallKind::Practice => ("bulb", m.calls_read_kind_practice()),
        CallKind::Poster => ("doc", m.calls_read_kind_poster()),
        CallKind::Flop => ("wtopa", m.calls_read_kind_flop()),
    }
}

/// A size of place.
pub fn tier(tier: Tier, m: &Messages) -> &'static str {
    match tier {
        Tier::Metropolis => m.calls_read_tier_metropolis(),
        Tier::Agglomeration => m.calls_read_tier_agglomeration(),
        Tier::MidSize => m.calls_read_tier_mid_size(),
        Tier::SmallTown => m.calls_read_tier_small_town(),
        Tier::Region => m.calls_read_tier_region(),
    }
}

/// From whom names can be kept; nothing where they cannot.
pub fn anonymity(anonymity: Anonymity, m: &Messages) -> Option<&'static str> {
    match anonymity {
        Anonymity::None => None,
        Anonymity::Public => Some(m.calls_read_anonymity_public()),
        Anonymity::Committee => Some(m.calls_read_anonymity_committee()),
    }
}

/// What the committee does.
pub fn phase(phase: ReviewPhase, m: &Messages) -> &'static str {
    match phase {
        ReviewPhase::Waiting => m.calls_read_phase_waiting(),
        ReviewPhase::Bids => m.calls_read_phase_bids(),
        ReviewPhase::Reviewing => m.calls_read_phase_reviewing(),
        ReviewPhase::Discussion => m.calls_read_phase_discussion(),
        ReviewPhase::Over => m.calls_read_phase_over(),
    }
}

/// Who reads the replies to a question.
pub fn visible(visible: Visible, m: &Messages) -> &'static str {
    match visible {
        Visible::Office => m.calls_read_visible_office(),
        Visible::Committee => m.calls_read_visible_committee(),
        Visible::Public => m.calls_read_visible_public(),
    }
}

/// Whether a question has to be answered.
pub fn required(required: Required, here: &Here<'_>) -> String {
    let m = here.m();
    match required {
        Required::Never => m.calls_read_required_never().to_owned(),
        Required::Always => m.calls_read_required_always().to_owned(),
        Required::From(moment) => m.calls_read_required_from(here.moment(moment)),
    }
}

/// How a question is answered, but for the answers to choose from.
pub fn question(kind: &QuestionKind, m: &Messages) -> String {
    match kind {
        QuestionKind::Line { most } => m.calls_read_question_line(*most),
        QuestionKind::Paragraphs { most } => m.calls_read_question_paragraphs(*most),
        QuestionKind::Choice { least, most, .. } => m.calls_read_question_choice(*least, *most),
        QuestionKind::File { media, size_bytes } => {
            // Nobody offers a file of more megabytes than that.
            let megabytes = u32::try_from(size_bytes.div_ceil(1 << 20)).unwrap_or(u32::MAX);
            m.calls_read_question_file(media_names(media), megabytes)
        }
        QuestionKind::Number { least, most } => m.calls_read_question_number(*least, *most),
        QuestionKind::Link => m.calls_read_question_link().to_owned(),
    }
}

/// Media types as people call them: `PDF, PNG`.
fn media_names(media: &[String]) -> String {
    let name = |media: &String| match media.as_str() {
        "application/vnd.openxmlformats-officedocument.presentationml.presentation" => {
            "PPTX".to_owned()
        }
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => {
            "DOCX".to_owned()
        }
        other => other.rsplit('/').next().unwrap_or(other).to_uppercase(),
    };
    let names: Vec<String> = media.iter().map(name).collect();
    names.join(", ")
}

/// How a call stands, as a tag with its class; how long that is, where it ends.
pub struct Standing {
    /// The class of the tag.
    pub class: &'static str,
    /// How it stands.
    pub words: String,
    /// How long it is until then.
    pub left: Option<String>,
}

/// How a call stands now.
pub fn standing(gate: Gate, here: &Here<'_>) -> Standing {
    let m = here.m();
    let (class, words, until) = match gate {
        Gate::NotYet { opens_at: None } => ("", m.calls_read_gate_unsaid().to_owned(), None),
        Gate::NotYet {
            opens_at: Some(opens),
        } => ("", m.calls_read_gate_soon(here.moment(opens)), None),
        Gate::Open { closes_at: None } => ("is-ok", m.calls_read_gate_open().to_owned(), None),
        Gate::Open {
            closes_at: Some(closes),
        } => (
            "is-ok",
            m.calls_read_gate_until(here.moment(closes)),
            Some(closes),
        ),
        Gate::Grace { until, .. } => (
            "is-warn",
            m.calls_read_gate_grace(here.moment(until)),
            Some(until),
        ),
        Gate::Closed { closed_at } => ("", m.calls_read_gate_over(here.moment(closed_at)), None),
    };
    Standing {
        class,
        words,
        left: until.and_then(|until| left(until, here.now, m)),
    }
}

/// How long it is until then, in the largest unit of which there are two: days, hours, minutes.
fn left(until: Timestamp, now: Timestamp, m: &Messages) -> Option<String> {
    let left = until.duration_since(now);
    let whole = |unit: SignedDuration| left.as_secs() / unit.as_secs();
    let (days, hours) = (
        whole(SignedDuration::from_hours(24)),
        whole(SignedDuration::from_hours(1)),
    );
    if left.is_negative() {
        None
    } else if days > 1 {
        Some(m.calls_read_left_days(days))
    } else if hours > 1 {
        Some(m.calls_read_left_hours(hours))
    } else {
        Some(m.calls_read_left_minutes(left.as_mins().max(1)))
    }
}
