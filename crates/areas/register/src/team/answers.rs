//! The queue of remarks that wait for an answer: by paragraph, those that say the same beside each
//! other, to be answered together or given to somebody of the team.

pub mod bulk;
pub mod give;
mod likes;

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use wiec_kit::acts::WriteProposal;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Choice, Form, FormData};
use wiec_kit::frame::Frame;
use wiec_kit::messages::{Messages, messages};
use wiec_kit::paths::Paths;
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::AccountId;
use wiec_model::register::{Clause, Proposal, Remark, RemarkId, RemarkKind};
use wiec_model::rules::{Role, Scope};
use wiec_store::{Answered, WantedRemarks};
use wiec_text::Document;

use super::view;
use crate::parts::parts;

/// How many are shown at once.
const PAGE: u64 = 100;
/// The longest words to be looked for.
const SEARCH: usize = 100;

#[derive(Template)]
#[template(path = "team_answers.html")]
struct AnswersPage {
    frame: Frame,
    desk: String,
    action: String,
    is_saved: bool,
    filter: Form,
    form: Form,
    clauses: Vec<Choice>,
    kinds: Vec<Choice>,
    owners: Vec<Choice>,
    /// Whom they can be given to.
    team: Vec<Choice>,
    total: u64,
    groups: Vec<Group>,
    next: Option<String>,
}

/// Remarks about one paragraph.
struct Group {
    name: String,
    rows: Vec<Row>,
}

/// A remark in the queue.
struct Row {
    id: RemarkId,
    number: u32,
    href: String,
    kind: &'static str,
    who: String,
    when: String,
    words: String,
    owner: Option<String>,
    /// Says the same as the one before.
    is_like: bool,
    /// How many say the same, and the address at which they are all ticked.
    alike: Option<(usize, String)>,
    is_ticked: bool,
}

/// `GET …/zespol/odpowiedzi`
pub async fn get(
    permit: Permit<WriteProposal>,
    State(app): State<App>,
    visit: Visit,
    Query(query): Query<BTreeMap<String, String>>,
) -> Result<Response, PageError> {
    let form = Form::fresh(visit.lang);
    let html = html(&app, &visit, &permit, &query, form).await?;
    Ok(respond::private(html))
}

/// `POST …/zespol/odpowiedzi`: the form for one answer to all that are ticked, or giving them to somebody.
#[tracing::instrument(name = "register.assign", skip_all, fields(proposal.slug = %permit.subject.proposal.slug))]
pub async fn post(
    permit: Permit<WriteProposal>,
    State(app): State<App>,
    visit: Visit,
    Query(query): Query<BTreeMap<String, String>>,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let proposal = &permit.subject.proposal;
    let mut form = Form::of(data, visit.lang);
    let m = form.words();
    let chosen = chosen(&app, proposal, &form).await?;
    if chosen.is_empty() {
        form.fail_whole(m.team_answers_none_ticked());
        let html = html(&app, &visit, &permit, &query, form).await?;
        return Ok(respond::again(html));
    }
    if form.value("act") != "assign" {
        let form = Form::fresh(visit.lang).keyed(&app.chance);
        return bulk::show(&app, &visit, proposal, &chosen, form);
    }
    let team = team(&app, proposal).await?;
    let owner = match form.value("owner") {
        "" => None,
        typed => {
            let known = team.iter().find(|(id, _)| id.to_string() == typed);
            Some(known.ok_or(PageError::Invalid)?.0)
        }
    };
    let ids: Vec<RemarkId> = chosen.iter().map(|remark| remark.id).collect();
    let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
    tx.remarks().assign(proposal, &ids, owner).await?;
    tx.commit().await?;
    let back = address(&visit.paths(), proposal, &query, None);
    Ok(respond::to(&view::saved(&back)))
}

/// Whether the team owes an answer to a remark.
pub fn is_owed(remark: &Remark) -> bool {
    let is_reply = remark.reply_to.is_some() && remark.kind != RemarkKind::Amendment;
    remark.answer.is_none() && remark.same_as.is_none() && !is_reply
}

/// The remarks that are ticked in a form, in the order of their numbers, as far as they are public.
pub async fn chosen(app: &App, proposal: &Proposal, form: &Form) -> Result<Vec<Remark>, PageError> {
    let all = app.store.remarks().all(proposal.id, &["published"]).await?;
    let is_ticked = |remark: &Remark| form.chose("remark", &remark.id.to_string());
    Ok(all.into_iter().filter(is_ticked).collect())
}

/// Who of the team can see to answers, with what they are called.
pub async fn team(app: &App, proposal: &Proposal) -> Result<Vec<(AccountId, String)>, PageError> {
    let here = Scope::Proposal {
        congress: proposal.congress.clone(),
        proposal: proposal.slug.to_string(),
    };
    let granted = app.store.grants().list(&proposal.congress).await?;
    let experts = granted
        .into_iter()
        .filter(|it| it.grant.role == Role::Expert && it.grant.scope == here);
    let named = experts.map(|it| {
        let email = it.account.email.map(|email| email.to_string());
        let name = it.account.name.or(email).unwrap_or_default();
        (it.account.id, name)
    });
    Ok(named.collect())
}

/// What a part of a proposal is called: by its number and heading, its anchor, or its code.
pub fn clause_name(document: &Document, clause: &Clause, m: &Messages) -> String {
    let anchor = match clause {
        Clause::Whole => return m.team_clause_whole().to_owned(),
        Clause::Item(code) => return code.clone(),
        Clause::Block(anchor) => *anchor,
    };
    let parts = parts(document);
    let Some(part) = parts.iter().find(|part| part.holds(anchor)) else {
        return m.team_clause_gone(anchor.to_string().as_str());
    };
    match (part.number, part.heading()) {
        (Some(_), Some(heading)) => format!("{} {heading} ({anchor})", part.name()),
        (None, Some(heading)) => format!("{heading} ({anchor})"),
        _ => anchor.to_string(),
    }
}

/// What a kind of remark is called.
pub fn kind_name(m: &Messages, kind: RemarkKind) -> &'static str {
    match kind {
        RemarkKind::Comment => m.team_kind_comment(),
        RemarkKind::Support => m.team_kind_support(),
        RemarkKind::Question => m.team_kind_question(),
        RemarkKind::Objection => m.team_kind_objection(),
        RemarkKind::Amendment => m.team_kind_amendment(),
    }
}

/// Who says a remark, as the public reads it.
pub fn author(remark: &Remark) -> String {
    match &remark.author.body {
        Some(body) => format!("{}, {body}", remark.author.name),
        None => remark.author.name.clone(),
    }
}

/// All that a remark says.
pub fn said(remark: &Remark) -> String {
    let parts = [
        Some(remark.body.as_str()),
        remark.wording.as_deref(),
        remark.reasons.as_deref(),
    ];
    let parts: Vec<&str> = parts.into_iter().flatten().collect();
    parts.join("\n")
}

fn address(
    paths: &Paths,
    proposal: &Proposal,
    query: &BTreeMap<String, String>,
    more: Option<(&str, &str)>,
) -> String {
    let path = view::at(paths, proposal, |words| words.answers);
    let kept = ["clause", "kind", "owner", "q"]
        .into_iter()
        .filter_map(|key| {
            let word = query.get(key).filter(|word| !word.is_empty())?;
            Some((key, word.as_str()))
        });
    let fields: Vec<(&str, &str)> = kept.chain(more).collect();
    if fields.is_empty() {
        return path;
    }
    format!("{path}{}", wiec_kit::address::query(&fields))
}

async fn html(
    app: &App,
    visit: &Visit,
    permit: &Permit<WriteProposal>,
    query: &BTreeMap<String, String>,
    form: Form,
) -> Result<String, PageError> {
    let m = messages(visit.lang);
    let proposal = &permit.subject.proposal;
    let me = permit.signed_in()?.account.id;
    let wanted = wanted(query, me);
    let remarks = app.store.remarks();
    let page = remarks.page(proposal.id, &wanted, PAGE).await?;
    let document = match view::published(app, proposal).await? {
        Some(version) => version.content.document,
        None => view::draft(app, proposal).await?.content.document,
    };
    let team = team(app, proposal).await?;
    let title = form.titled(m.team_answers());
    let place = |paths: &Paths| view::at(paths, proposal, |words| words.answers);
    let frame = view::frame(app, visit, &title, place);
    let rows = Rows {
        frame: &frame,
        proposal,
        document: &document,
        query,
        form: &form,
        team: &team,
    };
    let groups = rows.groups(&page.rows);
    let filled: Vec<(&str, &str)> = query
        .iter()
        .map(|(key, word)| (key.as_str(), word.as_str()))
        .collect();
    let people = team
        .iter()
        .map(|(id, name)| Choice::new(id, name))
        .collect::<Vec<_>>();
    let next = page.next.map(|after| after.to_string());
    let page = AnswersPage {
        desk: frame.paths.team(proposal, ""),
        action: address(&frame.paths, proposal, query, None),
        is_saved: visit.asks("saved"),
        filter: Form::of(FormData::of(&filled), visit.lang),
        clauses: clauses(&document, m),
        kinds: any(
            m,
            RemarkKind::ALL.map(|kind| Choice::new(kind.key(), kind_name(m, kind))),
        ),
        owners: any(
            m,
            std::iter::once(Choice::new("me", m.team_owner_me())).chain(people.clone()),
        ),
        team: std::iter::once(Choice::new("", m.team_owner_nobody()))
            .chain(people)
            .collect(),
        total: page.total,
        next: next.map(|after| address(&frame.paths, proposal, query, Some(("after", &after)))),
        groups,
        form,
        frame,
    };
    Ok(page.render()?)
}

fn wanted(query: &BTreeMap<String, String>, me: AccountId) -> WantedRemarks {
    let word = |key: &str| query.get(key).map(|word| word.trim()).unwrap_or_default();
    let words: String = word("q").chars().take(SEARCH).collect();
    WantedRemarks {
        clause: word("clause").parse().ok(),
        kind: RemarkKind::of(word("kind")),
        answered: Some(Answered::NotYet),
        owner: match word("owner") {
            "me" => Some(me),
            other => other.parse().ok(),
        },
        words: Some(words).filter(|words| !words.is_empty()),
        after: word("after").parse().unwrap_or_default(),
        ..WantedRemarks::default()
    }
}

fn any(m: &Messages, choices: impl IntoIterator<Item = Choice>) -> Vec<Choice> {
    let all = Choice::new("", m.team_any());
    std::iter::once(all).chain(choices).collect()
}

/// The parts that one can choose: the whole, and each paragraph.
fn clauses(document: &Document, m: &Messages) -> Vec<Choice> {
    let whole = Choice::new(Clause::Whole, m.team_clause_whole());
    let blocks = document.blocks().iter().map(|block| {
        let words: String = block.content.text.letters().chars().take(60).collect();
        Choice::new(block.anchor, format!("{}: {words}", block.anchor))
    });
    any(m, std::iter::once(whole).chain(blocks))
}

struct Rows<'a> {
    frame: &'a Frame,
    proposal: &'a Proposal,
    document: &'a Document,
    query: &'a BTreeMap<String, String>,
    form: &'a Form,
    team: &'a [(AccountId, String)],
}

impl Rows<'_> {
    /// The remarks by paragraph, in the order of the text; within one in the order of their numbers, but
    /// for those that say the same, which stand together.
    fn groups(&self, remarks: &[Remark]) -> Vec<Group> {
        let likes = likes::of(remarks);
        let mut by_clause: BTreeMap<(usize, &Clause), Vec<&Remark>> = BTreeMap::new();
        for remark in remarks {
            let key = (self.place(&remark.clause), &remark.clause);
            by_clause.entry(key).or_default().push(remark);
        }
        let groups = by_clause.into_iter().map(|((_, clause), mut of)| {
            of.sort_by_key(|remark| (likes.first(remark), remark.number));
            let mut before = None;
            let rows = of.iter().map(|remark| {
                // Only the first of them in its paragraph carries the others.
                let first = likes.first(remark);
                let is_like = std::mem::replace(&mut before, first) == first;
                self.row(remark, &likes, is_like)
            });
            Group {
                name: clause_name(self.document, clause, self.frame.m),
                rows: rows.collect(),
            }
        });
        groups.collect()
    }

    /// Where a clause stands: the whole first, then the text, then challenges.
    fn place(&self, clause: &Clause) -> usize {
        let blocks = self.document.blocks();
        match clause {
            Clause::Whole => 0,
            Clause::Block(anchor) => blocks
                .iter()
                .position(|block| block.anchor == *anchor)
                .map_or(blocks.len() + 1, |at| at + 1),
            Clause::Item(_) => blocks.len() + 2,
        }
    }

    fn row(&self, remark: &Remark, likes: &likes::Likes, is_like: bool) -> Row {
        let (paths, m) = (&self.frame.paths, self.frame.m);
        let number = remark.number.unwrap_or_default();
        let answers = view::at(paths, self.proposal, |words| words.answers);
        let alike = likes.all(remark);
        let numbers: Vec<String> = alike.iter().map(ToString::to_string).collect();
        let numbers = numbers.join(",");
        let picked = self
            .query
            .get("pick")
            .map(String::as_str)
            .unwrap_or_default();
        let is_picked = picked.split(',').any(|it| it.parse() == Ok(number));
        let owner = remark.owner.map(|owner| {
            let known = self.team.iter().find(|(id, _)| *id == owner);
            known.map_or_else(|| m.team_nameless().to_owned(), |(_, name)| name.clone())
        });
        Row {
            id: remark.id,
            number,
            href: format!("{answers}/{number}"),
            kind: kind_name(m, remark.kind),
            who: author(remark),
            when: view::moment(remark.received_at, self.frame),
            words: said(remark),
            owner,
            is_like,
            alike: (!alike.is_empty() && !is_like).then(|| {
                let href = address(paths, self.proposal, self.query, Some(("pick", &numbers)));
                (alike.len(), href)
            }),
            is_ticked: is_picked || self.form.chose("remark", &remark.id.to_string()),
        }
    }
}
