//! Putting accepted amendments into the draft: chosen, looked at with everything that does not fit, and
//! then merged by one action.

mod fold;

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use wiec_kit::acts::WriteProposal;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Form};
use wiec_kit::frame::Frame;
use wiec_kit::messages::messages;
use wiec_kit::paths::Paths;
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::register::{
    Answer, AnswerId, Content, Draft, Position, Proposal, Remark, RemarkId,
};
use wiec_store::DraftSaved;
use wiec_text::{ConflictKind, Document};

use super::answers::author;
use super::view;
use fold::{Folded, Open, Undecided};

#[derive(Template)]
#[template(path = "team_merging.html")]
struct MergingPage {
    frame: Frame,
    desk: String,
    action: String,
    form: Form,
    rows: Vec<Row>,
}

/// An amendment that can be merged.
struct Row {
    id: RemarkId,
    number: u32,
    href: String,
    who: String,
    is_in_part: bool,
    change: Option<String>,
    is_ticked: bool,
}

#[derive(Template)]
#[template(path = "team_merge.html")]
struct LookPage {
    frame: Frame,
    back: String,
    action: String,
    owner: String,
    form: Form,
    chosen: Vec<(RemarkId, u32)>,
    change: Option<String>,
    conflicts: Vec<Conflict>,
    /// Paragraphs that several of them changed: merged, and worth reading.
    both: String,
    unaccounted: String,
    /// Amendments that fit no longer.
    broken: Vec<u32>,
}

/// A conflict on the page.
struct Conflict {
    name: String,
    title: String,
    kind: &'static str,
    base: String,
    left: String,
    right: String,
    is_insertion: bool,
    number: u32,
    /// What would be typed by hand: what the draft says.
    own: String,
}

/// `GET …/zespol/scalanie`
pub async fn get(
    permit: Permit<WriteProposal>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let form = Form::fresh(visit.lang);
    let html = list(&app, &visit, &permit.subject.proposal, form).await?;
    Ok(respond::private(html))
}

/// `POST …/zespol/scalanie`: a look at what merging would give, or the merging itself.
///
/// Of two who merge at once the second is told and looks again. The same form sent twice merges once.
#[tracing::instrument(name = "register.merge", skip_all, fields(proposal.slug = %permit.subject.proposal.slug))]
pub async fn post(
    permit: Permit<WriteProposal>,
    State(app): State<App>,
    visit: Visit,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let proposal = &permit.subject.proposal;
    let mut form = Form::of(data, visit.lang);
    let m = form.words();
    let draft = view::draft(&app, proposal).await?;
    let done = view::saved(&visit.paths().team(proposal, ""));
    let ticked: Vec<RemarkId> = form
        .data()
        .all("remark")
        .filter_map(|id| id.parse().ok())
        .collect();
    if !ticked.is_empty() && ticked.iter().all(|id| draft.merged.contains(id)) {
        return Ok(respond::to(&done));
    }
    let (remarks, answers) = stored(&app, proposal).await?;
    let mut chosen = candidates(&remarks, &answers, &draft);
    chosen.retain(|remark| ticked.contains(&remark.id));
    if chosen.is_empty() {
        form.fail_whole(m.team_merge_none());
        let html = list(&app, &visit, proposal, form).await?;
        return Ok(respond::again(html));
    }
    let bases = bases(&app, proposal, &chosen).await?;
    let is_merging = form.value("act") == "merge";
    let undecided = if is_merging {
        Undecided::Wrong
    } else {
        Undecided::Kept
    };
    let folded = fold::fold(
        &draft.content.document,
        &chosen,
        &bases,
        &mut form,
        undecided,
    );
    if !is_merging {
        let form = form.replacing("revision", draft.revision);
        let html = look(&app, &visit, proposal, &draft, &folded, form)?;
        return Ok(respond::private(html));
    }
    let seen: u32 = form
        .value("revision")
        .parse()
        .map_err(|_| PageError::Invalid)?;
    if !form.is_valid() && seen == draft.revision {
        let html = look(&app, &visit, proposal, &draft, &folded, form)?;
        return Ok(respond::again(html));
    }
    let content = Content {
        document: folded.document.clone(),
        ..draft.content.clone()
    };
    let ids: Vec<RemarkId> = folded.merged.iter().map(|(id, _)| *id).collect();
    let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
    // What was looked at was made of one draft; another one is looked at anew.
    if seen == draft.revision
        && let DraftSaved::Saved(_) = tx.register().merge(proposal, seen, &ids, &content).await?
    {
        tx.commit().await?;
        return Ok(respond::to(&done));
    }
    drop(tx);
    let draft = view::draft(&app, proposal).await?;
    if ticked.iter().all(|id| draft.merged.contains(id)) {
        return Ok(respond::to(&done));
    }
    chosen.retain(|remark| !draft.merged.contains(&remark.id));
    let mut form = form.replacing("revision", draft.revision);
    form.fail_whole(m.team_merge_clash());
    let folded = fold::fold(
        &draft.content.document,
        &chosen,
        &bases,
        &mut form,
        Undecided::Kept,
    );
    let html = look(&app, &visit, proposal, &draft, &folded, form)?;
    Ok(respond::clash(html))
}

/// The amendments that the team takes and that are not in the draft, in the order of their numbers.
pub fn candidates<'a>(
    remarks: &'a [Remark],
    answers: &BTreeMap<AnswerId, Answer>,
    draft: &Draft,
) -> Vec<&'a Remark> {
    let is_taken = |remark: &Remark| {
        let answer = remark.answer.and_then(|id| answers.get(&id));
        answer.is_some_and(|it| matches!(it.position, Position::Accepted | Position::InPart))
    };
    let all = remarks.iter().filter(|remark| {
        remark.amendment.is_some()
            && remark.merged_in.is_none()
            && remark.same_as.is_none()
            && !draft.merged.contains(&remark.id)
            && is_taken(remark)
    });
    all.collect()
}

async fn stored(
    app: &App,
    proposal: &Proposal,
) -> Result<(Vec<Remark>, BTreeMap<AnswerId, Answer>), PageError> {
    let remarks = app.store.remarks().all(proposal.id, &["published"]).await?;
    let answers = app.store.remarks().answers(proposal.id).await?;
    Ok((remarks, answers))
}

/// The versions that amendments were made for.
async fn bases(
    app: &App,
    proposal: &Proposal,
    remarks: &[&Remark],
) -> Result<BTreeMap<u32, Document>, PageError> {
    let mut bases = BTreeMap::new();
    for remark in remarks {
        if bases.contains_key(&remark.version) {
            continue;
        }
        let version = app
            .store
            .register()
            .version(proposal.id, remark.version)
            .await?;
        bases.extend(version.map(|version| (version.number, version.content.document)));
    }
    Ok(bases)
}

async fn list(
    app: &App,
    visit: &Visit,
    proposal: &Proposal,
    form: Form,
) -> Result<String, PageError> {
    let m = messages(visit.lang);
    let draft = view::draft(app, proposal).await?;
    let (remarks, answers) = stored(app, proposal).await?;
    let candidates = candidates(&remarks, &answers, &draft);
    let bases = bases(app, proposal, &candidates).await?;
    let title = form.titled(m.team_merging());
    let place = |paths: &Paths| view::at(paths, proposal, |words| words.merge);
    let frame = view::frame(app, visit, &title, place);
    let rows = candidates.iter().map(|remark| {
        let base = bases.get(&remark.version);
        let target = base.and_then(|base| remark.taken()?.apply(base).ok());
        Row {
            id: remark.id,
            number: remark.number.unwrap_or_default(),
            href: frame
                .paths
                .remark(proposal, remark.number.unwrap_or_default()),
            who: author(remark),
            is_in_part: remark.accepted.is_some(),
            change: base
                .zip(target.as_ref())
                .and_then(|(base, target)| view::excerpt(base, target, m)),
            is_ticked: form.chose("remark", &remark.id.to_string()),
        }
    });
    let page = MergingPage {
        desk: frame.paths.team(proposal, ""),
        action: place(&frame.paths),
        rows: rows.collect(),
        form,
        frame,
    };
    Ok(page.render()?)
}

fn look(
    app: &App,
    visit: &Visit,
    proposal: &Proposal,
    draft: &Draft,
    folded: &Folded,
    form: Form,
) -> Result<String, PageError> {
    let m = messages(visit.lang);
    let title = form.titled(m.team_merge_look());
    let place = |paths: &Paths| view::at(paths, proposal, |words| words.merge);
    let frame = view::frame(app, visit, &title, place);
    let conflict = |open: &Open| Conflict {
        name: open.name.clone(),
        title: m.team_conflict_title(open.number),
        kind: match open.conflict.kind {
            ConflictKind::SameWords => m.team_conflict_words(),
            ConflictKind::SameInsertionPlace => m.team_conflict_place(),
            ConflictKind::DeletedUnderMe => m.team_conflict_deleted(),
            ConflictKind::MovedTwice => m.team_conflict_moved(),
        },
        base: view::blocks(&open.conflict.base),
        left: view::blocks(&open.conflict.left),
        right: view::blocks(&open.conflict.right),
        is_insertion: open.conflict.kind == ConflictKind::SameInsertionPlace,
        number: open.number,
        own: match form.value(&format!("{}-own", open.name)) {
            "" => Document::new(open.conflict.left.clone()).to_markdown(),
            typed => typed.to_owned(),
        },
    };
    let both: Vec<String> = folded.both.iter().map(ToString::to_string).collect();
    let page = LookPage {
        back: place(&frame.paths),
        action: place(&frame.paths),
        owner: app.secret.code("kept merge", &proposal.id.to_string()),
        chosen: folded.merged.clone(),
        change: view::excerpt(&draft.content.document, &folded.document, m),
        conflicts: folded.open.iter().map(conflict).collect(),
        both: both.join(", "),
        unaccounted: folded.unaccounted.join(", "),
        broken: folded.broken.clone(),
        form,
        frame,
    };
    Ok(page.render()?)
}
