//! How a proposal is shown in fields, and read from them.

use jiff::Timestamp;
use wiec_kit::form::Form;
use wiec_model::register::{
    About, Authors, Discussion, Moderation, Proposal, TeamMember, TeamPart,
};
use wiec_model::{Lang, Programme, Slug, Zone};

use super::TEAM;
use crate::office::rows::{field, ids};
use crate::office::view;

const TITLE: usize = 200;
const LEAD: usize = 600;
const DISCLAIMER: usize = 1000;
const NAME: usize = 200;
/// The longest word of an address.
const SLUG: usize = 60;

/// Fields filled with what is stored.
pub fn filled(form: Form, proposal: &Proposal, zone: &Zone) -> Form {
    let moment = |at: Timestamp| {
        let local = zone.rules().to_datetime(at);
        local.strftime("%Y-%m-%dT%H:%M").to_string()
    };
    let (about, discussion) = (&proposal.about, &proposal.discussion);
    let mut form = form
        .with_text("title", Some(&about.title))
        .with("track", &about.track)
        .with_all("goal", &about.goals)
        .with("lang", about.lang)
        .with_text("lead", about.lead.as_ref())
        .with_text("disclaimer", about.disclaimer.as_ref())
        .with_all("session", &about.sessions)
        .with("moderation", discussion.moderation.key())
        .with("authors", discussion.authors.key())
        .with("opens", discussion.opens_at.map(moment).unwrap_or_default())
        .with(
            "closes",
            discussion.closes_at.map(moment).unwrap_or_default(),
        )
        .with_all(TEAM, 0..about.team.len());
    for (row, member) in (0..).zip(&about.team) {
        form = form
            .with(&field(TEAM, row, "name"), &member.name)
            .with(
                &field(TEAM, row, "body"),
                member.body.as_deref().unwrap_or_default(),
            )
            .with(&field(TEAM, row, "part"), member.part.key());
    }
    form
}

/// Reads the fields over what is stored; `None` if something is wrong with them, which the form then
/// says. Hours that follow from a consultation have no field and stay.
pub fn read(
    form: &mut Form,
    draft: &Programme,
    before: Option<&Proposal>,
    zone: &Zone,
) -> Option<(About, Discussion)> {
    let m = form.words();
    let old = before.map(|it| &it.about);
    let title = form
        .typed("title", m.office_proposal_title())
        .required()
        .bilingual(TITLE, old.map(|it| &it.title));
    let track = form
        .typed("track", m.office_proposal_track())
        .required()
        .choice(|key| draft.track(key).map(|track| track.slug.clone()));
    let goals = form.typed("goal", m.office_proposal_goals()).many(|key| {
        let goal = draft.goals.iter().find(|goal| goal.slug.as_str() == key);
        goal.map(|goal| goal.slug.clone())
    });
    let lang = form
        .typed("lang", m.office_proposal_lang())
        .required()
        .choice(|key| Lang::ALL.into_iter().find(|lang| lang.code() == key));
    let lead = form
        .typed("lead", m.office_proposal_lead())
        .bilingual(LEAD, old.and_then(|it| it.lead.as_ref()));
    let disclaimer = form
        .typed("disclaimer", m.office_proposal_disclaimer())
        .bilingual(DISCLAIMER, old.and_then(|it| it.disclaimer.as_ref()));
    let sessions = form
        .typed("session", m.office_proposal_sessions())
        .many(|guid| {
            let mut sessions = draft.sessions.iter().map(|session| session.guid);
            sessions.find(|known| known.to_string() == guid)
        });
    let team = team(form);
    let discussion = discussion(form, before, zone);
    form.is_valid().then_some(())?;
    let about = About {
        track: track?,
        goals,
        lang: lang?,
        title: title?,
        lead,
        disclaimer,
        team,
        sessions,
    };
    Some((about, discussion?))
}

fn team(form: &mut Form) -> Vec<TeamMember> {
    let m = form.words();
    let mut team = Vec::new();
    for row in ids(form.data(), TEAM) {
        let name = form
            .typed(&field(TEAM, row, "name"), m.office_team_name())
            .required()
            .text(NAME);
        let body = form
            .typed(&field(TEAM, row, "body"), m.office_team_body())
            .text(NAME);
        let part = form
            .typed(&field(TEAM, row, "part"), m.office_team_part())
            .required()
            .choice(|key| TeamPart::ALL.into_iter().find(|part| part.key() == key));
        if let (Some(name), Some(part)) = (name, part) {
            team.push(TeamMember { name, body, part });
        }
    }
    team
}

fn discussion(form: &mut Form, before: Option<&Proposal>, zone: &Zone) -> Option<Discussion> {
    let m = form.words();
    let moderation = form
        .typed("moderation", m.office_proposal_moderation())
        .required()
        .choice(|key| Moderation::ALL.into_iter().find(|it| it.key() == key));
    let authors = form
        .typed("authors", m.office_proposal_authors())
        .required()
        .choice(|key| Authors::ALL.into_iter().find(|it| it.key() == key));
    let days = before.map(|it| &it.consultation);
    let opens_at = match days.and_then(|days| days.opens_on) {
        Some(_) => before.and_then(|it| it.discussion.opens_at),
        None => form.typed("opens", m.office_proposal_opens()).instant(zone),
    };
    let closes_at = match days.and_then(|days| days.closes_on) {
        Some(_) => before.and_then(|it| it.discussion.closes_at),
        None => form
            .typed("closes", m.office_proposal_closes())
            .instant(zone),
    };
    if let (Some(opens), Some(closes)) = (opens_at, closes_at)
        && closes <= opens
    {
        form.fail(
            "closes",
            m.office_proposal_closes(),
            m.office_proposal_closes_before(),
        );
    }
    Some(Discussion {
        opens_at,
        closes_at,
        moderation: moderation?,
        authors: authors?,
    })
}

/// The word of a new proposal's address: as typed, or made of its title.
pub fn slug(form: &mut Form, about: Option<&About>) -> Option<Slug> {
    let m = form.words();
    let label = m.office_proposal_slug();
    if form.value("slug").is_empty() {
        let words = about?.title.words(Lang::Pl);
        let made = Slug::from_words(words).filter(|slug| !view::is_taken(slug));
        if made.is_none() {
            form.fail("slug", label, m.office_proposal_slug_needed());
        }
        return made;
    }
    let typed: Option<Slug> =
        form.typed("slug", label)
            .parse(m.office_proposal_slug_wrong(), |typed| {
                let slug: Slug = typed.parse().ok()?;
                (slug.as_str().len() <= SLUG).then_some(slug)
            });
    if let Some(slug) = &typed
        && view::is_taken(slug)
    {
        form.fail("slug", label, m.office_proposal_slug_taken(slug.as_str()));
        return None;
    }
    typed
}
