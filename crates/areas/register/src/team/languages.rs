//! The text in other languages, and in words that are easy to read.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use wiec_kit::acts::WriteProposal;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Form, in_language};
use wiec_kit::frame::Frame;
use wiec_kit::messages::{Messages, messages};
use wiec_kit::paths::Paths;
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::Lang;
use wiec_model::register::{Content, Proposal};

use super::keep::{Kept, keep};
use super::{section, view};

#[derive(Template)]
#[template(path = "team_languages.html")]
struct LanguagesPage {
    frame: Frame,
    desk: String,
    action: String,
    owner: String,
    is_saved: bool,
    form: Form,
    texts: Vec<Area>,
}

/// One text that can be written.
struct Area {
    name: String,
    label: String,
    lang: Lang,
}

/// `GET …/zespol/jezyki`
pub async fn get(
    permit: Permit<WriteProposal>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let proposal = &permit.subject.proposal;
    let content = view::draft(&app, proposal).await?.content;
    let mut form = Form::fresh(visit.lang).with("seen", seen(&app, &content));
    for lang in Lang::ALL {
        for (group, texts) in [
            ("translation", &content.translations),
            ("easy", &content.easy),
        ] {
            let words = texts.get(&lang).map_or("", String::as_str);
            form = form.with(&in_language(group, lang), words);
        }
    }
    Ok(respond::private(html(&app, &visit, &permit, form)?))
}

/// `POST …/zespol/jezyki`: the sections of the text may be written by others meanwhile; only these texts
/// are compared.
#[tracing::instrument(name = "register.save_languages", skip_all, fields(proposal.slug = %permit.subject.proposal.slug))]
pub async fn post(
    permit: Permit<WriteProposal>,
    State(app): State<App>,
    visit: Visit,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let proposal = &permit.subject.proposal;
    let mut form = Form::of(data, visit.lang);
    let m = form.words();
    let mut typed = |group: &str, langs: &[Lang]| {
        let mut texts = BTreeMap::new();
        for &lang in langs {
            let (name, label) = (in_language(group, lang), label(m, group, lang));
            if let Some(words) = form.typed(&name, &label).lines(section::LETTERS) {
                texts.insert(lang, words);
            }
        }
        texts
    };
    let translations = typed("translation", &others(proposal));
    let easy = typed("easy", &Lang::ALL);
    if !form.is_valid() {
        return Ok(respond::again(html(&app, &visit, &permit, form)?));
    }
    let draft = view::draft(&app, proposal).await?;
    let content = Content {
        translations,
        easy,
        ..draft.content.clone()
    };
    match keep(&app, &permit, form, (&draft, &content), seen).await? {
        Kept::Saved => {
            let here = view::at(&visit.paths(), proposal, |words| words.languages);
            Ok(respond::to(&view::saved(&here)))
        }
        Kept::Clash(mut form) => {
            form.fail_whole(form.words().team_languages_clash());
            Ok(respond::clash(html(&app, &visit, &permit, form)?))
        }
    }
}

/// The languages into which the text is translated: all but its own.
fn others(proposal: &Proposal) -> Vec<Lang> {
    let mut all = Lang::ALL.to_vec();
    all.retain(|lang| *lang != proposal.about.lang);
    all
}

/// What stands for these texts as they were shown.
fn seen(app: &App, content: &Content) -> String {
    view::state(
        app,
        &format!("{:?} {:?}", content.translations, content.easy),
    )
}

fn label(m: &Messages, group: &str, lang: Lang) -> String {
    match (group, lang) {
        ("easy", Lang::Pl) => m.team_easy_polish(),
        ("easy", Lang::En) => m.team_easy_english(),
        (_, Lang::Pl) => m.team_translation_polish(),
        (_, Lang::En) => m.team_translation_english(),
    }
    .to_owned()
}

fn html(
    app: &App,
    visit: &Visit,
    permit: &Permit<WriteProposal>,
    form: Form,
) -> Result<String, PageError> {
    let m = messages(visit.lang);
    let proposal = &permit.subject.proposal;
    let title = form.titled(m.team_languages());
    let place = |paths: &Paths| view::at(paths, proposal, |words| words.languages);
    let frame = view::frame(app, visit, &title, place);
    let area = |group: &str, lang| Area {
        name: in_language(group, lang),
        label: label(m, group, lang),
        lang,
    };
    let translated = others(proposal)
        .into_iter()
        .map(|lang| area("translation", lang));
    let easy = Lang::ALL.into_iter().map(|lang| area("easy", lang));
    let page = LanguagesPage {
        desk: frame.paths.team(proposal, ""),
        action: place(&frame.paths),
        owner: view::owner(app, permit.signed_in()?.account.id),
        is_saved: visit.asks("saved"),
        texts: translated.chain(easy).collect(),
        form,
        frame,
    };
    Ok(page.render()?)
}
