//! What happens within made-up sessions.

use wiec_model::session::{Phase, Story, Tables, Talk};
use wiec_model::{Kind, Part, Session};

use crate::sample::chance::Chance;
use crate::sample::words::{ROLES, sentences, text, title};

/// What happens within a session of a kind.
#[derive(Default)]
pub(super) struct Script {
    pub(super) talks: Vec<Talk>,
    pub(super) phases: Vec<Phase>,
    pub(super) tables: Option<Tables>,
    pub(super) stories: Vec<Story>,
}

impl Script {
    /// Talks, phases or stories, as befits the kind.
    pub(super) fn of(kind: &Kind, chance: &mut Chance) -> Self {
        let talks = |count: usize, minutes: u32, chance: &mut Chance| -> Vec<Talk> {
            (0..count)
                .map(|_| Talk {
                    title: text(title(chance.below(288), chance)),
                    minutes,
                    people: Vec::new(),
                })
                .collect()
        };
        match kind.slug.as_str() {
            "kaleidoscope" => Self {
                talks: talks(8, 4, chance),
                ..Self::default()
            },
            "inspiration" => Self {
                talks: talks(4, 12, chance),
                ..Self::default()
            },
            "workshop" => Self {
                phases: ["1-2-4", "table", "all"]
                    .map(|grouping| phase(grouping, chance))
                    .to_vec(),
                tables: Some(Tables {
                    count: 5,
                    size: Some(6),
                }),
                ..Self::default()
            },
            Kind::FLOP_NIGHT => Self {
                stories: (0..6).map(|_| story(chance)).collect(),
                ..Self::default()
            },
            _ => Self::default(),
        }
    }
}

/// Has the talks of a session told in turn by those who appear beside the moderator.
pub(super) fn tell(session: &mut Session) {
    let tellers = session.people.iter();
    let tellers = tellers.filter(|one| one.part != Part::Moderator).cycle();
    for (talk, teller) in session.talks.iter_mut().zip(tellers) {
        talk.people = vec![teller.person];
    }
}

fn phase(grouping: &str, chance: &mut Chance) -> Phase {
    let output = Some("cards".to_owned());
    Phase {
        name: text(sentences(1, chance)),
        minutes: 30,
        grouping: Some(grouping.to_owned()),
        output,
    }
}

fn story(chance: &mut Chance) -> Story {
    let role = *chance.pick(&ROLES);
    let fields = ["plan", "what_happened", "cost", "lesson", "advice"]
        .map(str::to_owned)
        .to_vec();
    Story {
        title: text(title(chance.below(288), chance)),
        role: Some(text(role)),
        minutes: 10,
        fields,
    }
}
