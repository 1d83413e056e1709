//! Saying something at a clause of a proposal: remarks, amendments typed into the text, stances; and the
//! rules by which it is done.

mod amend;
mod author;
mod confirm;
mod gate;
mod mine;
mod place;
mod preview;
mod receive;
mod remark;
mod rules;
mod scope;
mod stance;
mod view;
mod withdraw;

use axum::Router;
use axum::routing::{get, post};
use wiec_kit::app::App;
use wiec_kit::paths::words;
use wiec_model::Lang;

/// The addresses of this part in one language.
pub(crate) fn routes(lang: Lang) -> Router<App> {
    let (kit, own) = (words(lang), view::words(lang));
    let proposals = format!("/{}", kit.proposals);
    let proposal = format!("{proposals}/{{proposal}}");
    let clause = format!("{proposal}/{}/{{clause}}", kit.clause);
    let remark = format!("{proposal}/{}/{{number}}", kit.remark);
    let amendment = format!("{clause}/{}", own.amendment);
    Router::new()
        .route(
            &format!("{clause}/{}", kit.remark),
            get(remark::get).post(remark::post),
        )
        .route(&amendment, get(amend::get).post(amend::post))
        .route(&format!("{amendment}/{}", own.preview), post(preview::post))
        .route(&format!("{proposal}/{}", own.sent), get(receive::sent))
        .route(
            &format!("{proposals}/{}/{{remark}}/{{proof}}", kit.confirm),
            get(confirm::get).post(confirm::post),
        )
        .route(&format!("{remark}/{}", own.stance), post(stance::post))
        .route(
            &format!("{remark}/{}", own.withdraw),
            get(withdraw::get).post(withdraw::post),
        )
        .route(&format!("{proposal}/{}", own.mine), get(mine::get))
        .route(&format!("{proposal}/{}", kit.rules), get(rules::get))
}
