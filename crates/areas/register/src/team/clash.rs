//! Two who wrote the same section: theirs and mine side by side, and both joined where they do not
//! contradict each other.

use askama::Template;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::Form;
use wiec_kit::frame::Frame;
use wiec_kit::messages::messages;
use wiec_kit::visit::Visit;
use wiec_model::register::{Proposal, Section};
use wiec_text::{Document, merge};

use super::view;

#[derive(Template)]
#[template(path = "team_clash.html")]
struct ClashPage {
    frame: Frame,
    desk: String,
    action: String,
    /// What the others changed in the text that was shown.
    theirs: String,
    /// What saving mine would change in theirs.
    mine: String,
    /// Both in one; none where they contradict each other.
    joined: Option<Form>,
    /// Words that the joined text has more or less often than expected.
    unaccounted: String,
    /// Where they do, the three wordings.
    contradictions: Vec<[String; 3]>,
    form: Form,
}

/// The page for somebody who saved `mine`, written from `seen`, after somebody else had saved `theirs`.
/// All its forms are made for what stands now, so that the next saving counts.
///
/// # Errors
///
/// [`PageError::Internal`] if it cannot be rendered.
pub fn html(
    app: &App,
    visit: &Visit,
    proposal: &Proposal,
    seen: &str,
    theirs: &Section,
    mine: &str,
) -> Result<String, PageError> {
    let m = messages(visit.lang);
    let base = Document::from_markdown(seen);
    let left = base.revise(&theirs.markdown);
    let right = base.revise(mine);
    let merged = merge(&base, &left, &right);
    let key = theirs.key();
    let form = |wording: &str| {
        Form::fresh(visit.lang)
            .with("wording", wording)
            .with("seen", &theirs.markdown)
    };
    let contradictions = merged.conflicts().iter().map(|conflict| {
        [&conflict.base, &conflict.left, &conflict.right].map(|contents| view::blocks(contents))
    });
    let is_joinable = merged.conflicts().is_empty();
    let frame = view::frame(app, visit, m.team_clash_title(), |paths| {
        view::section(paths, proposal, &key)
    });
    let page = ClashPage {
        desk: frame.paths.team(proposal, ""),
        action: view::section(&frame.paths, proposal, &key),
        theirs: view::marked(&base, &left, m),
        mine: view::marked_words(&theirs.markdown, mine, m),
        contradictions: contradictions.collect(),
        joined: is_joinable.then(|| form(&merged.document().to_markdown())),
        unaccounted: merged.unaccounted().join(", "),
        form: form(mine),
        frame,
    };
    Ok(page.render()?)
}
