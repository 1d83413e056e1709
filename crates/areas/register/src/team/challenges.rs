//! What the team found and recommends: challenges with recommendations, as rows that are added, moved and
//! taken away by buttons that send the form and get it back. Nothing is stored before it is all saved.

mod read;
mod rows;

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use wiec_kit::acts::WriteProposal;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Choice, Form};
use wiec_kit::frame::Frame;
use wiec_kit::messages::{Messages, messages};
use wiec_kit::paths::Paths;
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::challenge::{Challenge, LinkKind};
use wiec_model::register::{Content, Proposal};

use super::keep::{Kept, keep};
use super::view;
use read::Codes;

#[derive(Template)]
#[template(path = "team_challenges.html")]
struct ChallengesPage {
    frame: Frame,
    desk: String,
    action: String,
    owner: String,
    is_saved: bool,
    form: Form,
    challenges: Vec<Row>,
    instruments: Vec<Choice>,
    addressees: Vec<Choice>,
    horizons: Vec<Choice>,
    costs: Vec<Choice>,
}

/// A row on the page.
struct Row {
    id: u32,
    /// Where it stands, counted from 1.
    number: usize,
    is_first: bool,
    is_last: bool,
    /// The rows within it.
    rows: Vec<Row>,
}

/// `GET …/zespol/wyzwania`
pub async fn get(
    permit: Permit<WriteProposal>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let content = view::draft(&app, &permit.subject.proposal).await?.content;
    let form = Form::fresh(visit.lang).with("seen", seen(&app, &content));
    let form = read::filled(form, &content.challenges);
    Ok(respond::private(html(&app, &visit, &permit, form)?))
}

/// `POST …/zespol/wyzwania`: the text may be written by others meanwhile; only challenges are compared.
#[tracing::instrument(name = "register.save_challenges", skip_all, fields(proposal.slug = %permit.subject.proposal.slug))]
pub async fn post(
    permit: Permit<WriteProposal>,
    State(app): State<App>,
    visit: Visit,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    if let Some(moved) = rows::moved(&data) {
        let form = Form::of(moved, visit.lang);
        return Ok(respond::private(html(&app, &visit, &permit, form)?));
    }
    let proposal = &permit.subject.proposal;
    let mut form = Form::of(data, visit.lang);
    let draft = view::draft(&app, proposal).await?;
    let codes = codes(&app, proposal).await?;
    let before = &draft.content.challenges;
    let Some(challenges) = read::read(&mut form, &proposal.about, before, &codes) else {
        return Ok(respond::again(html(&app, &visit, &permit, form)?));
    };
    let content = Content {
        challenges,
        ..draft.content.clone()
    };
    match keep(&app, &permit, form, (&draft, &content), seen).await? {
        Kept::Saved => {
            let here = view::at(&visit.paths(), proposal, |words| words.challenges);
            Ok(respond::to(&view::saved(&here)))
        }
        Kept::Clash(mut form) => {
            form.fail_whole(form.words().team_challenges_clash());
            Ok(respond::clash(html(&app, &visit, &permit, form)?))
        }
    }
}

/// What stands for the challenges as they were shown.
fn seen(app: &App, content: &Content) -> String {
    view::state(app, &format!("{:?}", content.challenges))
}

/// The codes that other proposals of the edition use, in what is public or in their drafts.
async fn codes(app: &App, proposal: &Proposal) -> Result<Codes, PageError> {
    let register = app.store.register();
    let drafts = register.drafts(&proposal.congress).await?;
    let public = register.current(&proposal.congress).await?;
    let public = public.iter().map(|(of, version)| (of.id, &version.content));
    let drafts = drafts.iter().map(|(of, draft)| (*of, &draft.content));
    let others = public.chain(drafts).filter(|(of, _)| *of != proposal.id);
    let codes = others.flat_map(|(_, content)| content.challenges.iter().flat_map(codes_of));
    Ok(Codes {
        others: codes.collect::<BTreeSet<_>>(),
    })
}

fn codes_of(challenge: &Challenge) -> impl Iterator<Item = String> {
    let solutions = challenge.solutions.iter().map(|it| it.code.clone());
    std::iter::once(challenge.code.clone()).chain(solutions)
}

fn html(
    app: &App,
    visit: &Visit,
    permit: &Permit<WriteProposal>,
    form: Form,
) -> Result<String, PageError> {
    let m = messages(visit.lang);
    let proposal = &permit.subject.proposal;
    let title = form.titled(m.team_challenges());
    let place = |paths: &Paths| view::at(paths, proposal, |words| words.challenges);
    let frame = view::frame(app, visit, &title, place);
    let page = ChallengesPage {
        desk: frame.paths.team(proposal, ""),
        action: place(&frame.paths),
        owner: view::owner(app, permit.signed_in()?.account.id),
        is_saved: visit.asks("saved"),
        challenges: rows_of(&form, rows::CHALLENGES, |id| {
            rows_of(&form, &rows::recommendations(id), |_| Vec::new())
        }),
        instruments: choices(m, &wiec_model::challenge::INSTRUMENTS, instrument),
        addressees: choices(m, &wiec_model::challenge::ADDRESSEES, addressee),
        horizons: choices(m, &wiec_model::challenge::HORIZONS, horizon),
        costs: choices(m, &wiec_model::challenge::COSTS, cost),
        form,
        frame,
    };
    Ok(page.render()?)
}

fn rows_of(form: &Form, list: &str, within: impl Fn(u32) -> Vec<Row>) -> Vec<Row> {
    let ids = rows::ids(form.data(), list);
    let last = ids.len().saturating_sub(1);
    let rows = ids.into_iter().enumerate().map(|(at, id)| Row {
        id,
        number: at + 1,
        is_first: at == 0,
        is_last: at == last,
        rows: within(id),
    });
    rows.collect()
}

fn choices(m: &Messages, keys: &[&str], name: fn(&Messages, &str) -> &'static str) -> Vec<Choice> {
    let none = Choice::new("", m.team_not_said());
    let all = keys.iter().map(|key| Choice::new(key, name(m, key)));
    std::iter::once(none).chain(all).collect()
}

fn instrument(m: &Messages, key: &str) -> &'static str {
    match key {
        "legal" => m.team_instrument_legal(),
        "financial" => m.team_instrument_financial(),
        "organisational" => m.team_instrument_organisational(),
        _ => m.team_instrument_information(),
    }
}

fn addressee(m: &Messages, key: &str) -> &'static str {
    match key {
        "government" => m.team_addressee_government(),
        "region" => m.team_addressee_region(),
        "commune" => m.team_addressee_commune(),
        _ => m.team_addressee_association(),
    }
}

fn horizon(m: &Messages, key: &str) -> &'static str {
    match key {
        "short" => m.team_horizon_short(),
        "medium" => m.team_horizon_medium(),
        _ => m.team_horizon_long(),
    }
}

fn cost(m: &Messages, key: &str) -> &'static str {
    match key {
        "none" => m.team_cost_none(),
        "low" => m.team_cost_low(),
        "medium" => m.team_cost_medium(),
        _ => m.team_cost_high(),
    }
}

impl ChallengesPage {
    /// The name of a field of a challenge.
    fn challenge(&self, row: &Row, field: &str) -> String {
        rows::of_challenge(row.id, field)
    }

    /// The name of a field of a recommendation.
    fn rec(&self, challenge: &Row, row: &Row, field: &str) -> String {
        rows::of_recommendation(challenge.id, row.id, field)
    }

    /// The name of the field that lists the recommendations of a challenge.
    fn recs(&self, challenge: &Row) -> String {
        rows::recommendations(challenge.id)
    }

    /// What a row is called where it is moved: its code, or its place.
    fn name(&self, row: &Row, field: &str) -> String {
        match self.form.value(field) {
            "" => row.number.to_string(),
            code => code.to_owned(),
        }
    }

    /// The kinds of links, each with the name of its field and its own.
    fn links(&self, challenge: &Row, row: &Row) -> Vec<(String, &'static str)> {
        let link = |kind: LinkKind| {
            let field = self.rec(challenge, row, kind.key());
            (field, read::link_name(self.frame.m, kind))
        };
        LinkKind::ALL.into_iter().map(link).collect()
    }
}
