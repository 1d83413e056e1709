#![doc = include_str!("../README.md")]

mod browser;
mod device;
mod entering;
mod letters;
mod look;
mod next;
mod view;

mod by_mail;
mod by_passkey;
mod by_provider;
mod code;
mod come_in_as;
mod link;
mod passkey;
mod provider;
mod sign_in;
mod sign_out;

mod account;

use axum::Router;
use axum::routing::{get, post};
use wiec_kit::app::App;
use wiec_kit::paths::people::words;
use wiec_model::Lang;

use crate::account::{
    address, appearances, consents, data, details, erase, keys, overview, passkeys,
};

/// The addresses of this area in one language.
pub fn routes(lang: Lang) -> Router<App> {
    let words = words(lang);
    let at = |path: &str| format!("/{path}");
    let coming_in = Router::new()
        .route(&at(words.sign_in), get(sign_in::get).post(sign_in::post))
        .route(&at(words.code), get(code::get).post(code::post))
        .route(
            &format!("/{}/{{link}}", words.link),
            get(link::get).post(link::post),
        )
        .route(&at(words.passkey_question), post(by_passkey::ask))
        .route(&at(words.passkey), post(by_passkey::answer))
        .route(&at(words.new_passkey_question), post(by_passkey::ask_new))
        .route(&at(words.new_passkey), post(by_passkey::answer_new))
        .route(&at(words.provider), post(by_provider::post))
        .route(&at(words.provider_return), get(by_provider::back))
        .route(&at(words.come_in_as), post(come_in_as::post))
        .route(&at(words.sign_out), post(sign_out::post));
    let own = Router::new()
        .route(&at(words.account), get(overview::get))
        .route(&at(words.appearance), post(appearances::post))
        .route(&at(words.details), get(details::get).post(details::post))
        .route(&at(words.address), post(address::post))
        .route(
            &at(words.address_code),
            get(address::get_code).post(address::post_code),
        )
        .route(&at(words.keys), get(keys::get))
        .route(&at(words.key_removal), post(keys::remove))
        .route(&at(words.login_end), post(keys::end))
        .route(&at(words.own_passkey_question), post(passkeys::ask))
        .route(&at(words.own_passkey), post(passkeys::answer))
        .route(&at(words.own_provider), post(by_provider::add))
        .route(&at(words.data), get(data::get))
        .route(&at(words.file), get(data::file))
        .route(&at(words.consents), post(consents::post))
        .route(&at(words.erase), post(erase::post));
    coming_in.merge(own)
}
