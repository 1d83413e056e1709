//! The team's desk: how the draft stands against what the public reads, who writes what, what waits.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use wiec_kit::acts::ReadProposalDraft;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::frame::Frame;
use wiec_kit::messages::messages;
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::said::Said;
use wiec_kit::visit::Visit;
use wiec_model::register::{Draft, Proposal, Remark, Section, Version, sections};
use wiec_store::{Hold, Suggestion, SuggestionState};
use wiec_text::Document;

use super::{answers, hold, merging, view};

#[derive(Template)]
#[template(path = "team_desk.html")]
struct DeskPage {
    frame: Frame,
    is_saved: bool,
    may_write: bool,
    publish: String,
    public: Option<String>,
    version: Option<u32>,
    sections: Vec<Card>,
    /// What the draft changes in what the public reads.
    changes: Option<String>,
    is_changed: bool,
    merged: Vec<(u32, String)>,
    places: Vec<Place>,
}

/// A section on the desk.
struct Card {
    key: String,
    heading: String,
    text: String,
    hold: Option<Holding>,
    is_mine: bool,
    suggestions: usize,
    hold_path: String,
    take_over: String,
    suggest: String,
}

struct Holding {
    who: String,
    at: String,
}

/// Another page of the team, with what waits there.
struct Place {
    href: String,
    icon: &'static str,
    name: &'static str,
    says: String,
}

/// `GET …/zespol`
pub async fn get(
    permit: Permit<ReadProposalDraft>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let m = messages(visit.lang);
    let proposal = &permit.subject.proposal;
    let draft = view::draft(&app, proposal).await?;
    let published = view::published(&app, proposal).await?;
    let holds = app.store.register().holds(proposal.id).await?;
    let suggestions = app.store.register().suggestions(proposal.id).await?;
    let remarks = app.store.remarks().all(proposal.id, &["published"]).await?;
    let answers = app.store.remarks().answers(proposal.id).await?;
    let title = Said::of(&proposal.about.title, visit.lang);
    let title = m.team_desk_title(title.words());
    let frame = view::frame(&app, &visit, &title, |paths| paths.team(proposal, ""));
    let open: Vec<&Suggestion> = suggestions.iter().filter(|it| is_open(it)).collect();
    let counts = Counts {
        unanswered: remarks.iter().filter(|it| answers::is_owed(it)).count(),
        mergeable: merging::candidates(&remarks, &answers, &draft).len(),
        suggestions: open.len(),
    };
    let may_write = view::may_write(&permit.actor, proposal);
    let me = permit.signed_in()?.account.id;
    let cards = Cards {
        frame: &frame,
        proposal,
        holds: holds
            .iter()
            .filter(|hold| hold.holds(app.clock.now()))
            .collect(),
        open,
    };
    let page = DeskPage {
        is_saved: visit.asks("saved"),
        publish: view::at(&frame.paths, proposal, |words| words.publish),
        public: proposal.is_public().then(|| frame.paths.proposal(proposal)),
        version: proposal.current,
        sections: cards.all(&draft, |hold| hold.account == me),
        changes: published
            .as_ref()
            .and_then(|version| changes(version, &draft, &frame)),
        is_changed: published.is_none_or(|version| version.content != draft.content),
        merged: merged(&remarks, &draft, &frame, proposal),
        places: places(&frame, proposal, &draft, &counts, may_write),
        may_write,
        frame,
    };
    Ok(respond::private(page.render()?))
}

fn is_open(suggestion: &Suggestion) -> bool {
    suggestion.state == SuggestionState::Open
}

fn changes(version: &Version, draft: &Draft, frame: &Frame) -> Option<String> {
    let (before, after) = (&version.content.document, &draft.content.document);
    view::excerpt(before, after, frame.m)
}

/// The remarks whose wording is in the draft and not published yet.
fn merged(
    remarks: &[Remark],
    draft: &Draft,
    frame: &Frame,
    proposal: &Proposal,
) -> Vec<(u32, String)> {
    let merged: BTreeSet<_> = draft.merged.iter().collect();
    let numbers = remarks.iter().filter(|remark| merged.contains(&remark.id));
    let numbers = numbers.filter_map(|remark| remark.number);
    numbers
        .map(|number| (number, frame.paths.remark(proposal, number)))
        .collect()
}

struct Cards<'a> {
    frame: &'a Frame,
    proposal: &'a Proposal,
    holds: Vec<&'a Hold>,
    open: Vec<&'a Suggestion>,
}

impl Cards<'_> {
    fn all(&self, draft: &Draft, is_mine: impl Fn(&Hold) -> bool) -> Vec<Card> {
        let (paths, m) = (&self.frame.paths, self.frame.m);
        let card = |section: Section| {
            let key = section.key();
            let hold = self.holds.iter().find(|hold| hold.section == key);
            let of = |word: fn(view::Words) -> &'static str| {
                view::of_section(paths, self.proposal, &key, word)
            };
            Card {
                heading: view::heading(&section, m),
                text: view::html_at(&below_heading(&section), 4),
                is_mine: hold.is_some_and(|hold| is_mine(hold)),
                hold: hold.map(|hold| Holding {
                    who: hold::name(hold, m),
                    at: view::moment(hold.held_at, self.frame),
                }),
                suggestions: self.open.iter().filter(|it| it.section == key).count(),
                hold_path: of(|words| words.hold),
                take_over: of(|words| words.take_over),
                suggest: of(|words| words.suggestion),
                key,
            }
        };
        sections(&draft.content.document)
            .into_iter()
            .map(card)
            .collect()
    }
}

/// The words of a section without its heading, which the card says.
fn below_heading(section: &Section) -> Document {
    let all = Document::from_markdown(&section.markdown);
    let has_heading = !section.heading.is_empty();
    let below = all.blocks().iter().skip(usize::from(has_heading));
    Document::new(below.map(|block| block.content.clone()).collect())
}

struct Counts {
    unanswered: usize,
    mergeable: usize,
    suggestions: usize,
}

fn places(
    frame: &Frame,
    proposal: &Proposal,
    draft: &Draft,
    counts: &Counts,
    may_write: bool,
) -> Vec<Place> {
    let m = frame.m;
    let place = |word: fn(view::Words) -> &'static str, icon, name, says: String| Place {
        href: view::at(&frame.paths, proposal, word),
        icon,
        name,
        says,
    };
    let suggestions = place(
        |words| words.suggestions,
        "bulb",
        m.team_suggestions(),
        m.team_suggestions_count(counts.suggestions),
    );
    if !may_write {
        return vec![suggestions];
    }
    let challenges = draft.content.challenges.len();
    vec![
        place(
            |words| words.answers,
            "chat",
            m.team_answers(),
            m.team_answers_count(counts.unanswered),
        ),
        place(
            |words| words.merge,
            "merge",
            m.team_merging(),
            m.team_merging_count(counts.mergeable),
        ),
        suggestions,
        place(
            |words| words.import,
            "doc",
            m.team_import(),
            m.team_import_about().to_owned(),
        ),
        place(
            |words| words.challenges,
            "flag",
            m.team_challenges(),
            m.team_challenges_count(challenges),
        ),
        place(
            |words| words.languages,
            "globe",
            m.team_languages(),
            m.team_languages_about().to_owned(),
        ),
    ]
}
