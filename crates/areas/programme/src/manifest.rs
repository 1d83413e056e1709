//! The web app manifest: the congress as an icon on a phone.

use std::sync::Arc;

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use serde_json::json;
use wiec_kit::acts::ReadSite;
use wiec_kit::app::App;
use wiec_kit::assets;
use wiec_kit::error::PageError;
use wiec_kit::permit::Permit;
use wiec_kit::rendered::Ready;
use wiec_kit::respond::{self, Keep};
use wiec_kit::visit::Visit;

/// `GET /manifest.webmanifest`
pub async fn get(
    permit: Permit<ReadSite>,
    State(_): State<App>,
    visit: Visit,
    asked: HeaderMap,
) -> Result<Response, PageError> {
    let () = permit.subject;
    let name = visit
        .edition
        .as_ref()
        .map_or("Wiec", |edition| edition.release.programme.name(visit.lang));
    let icon = |file: &str, size: u32, purpose: &str| json!({ "src": assets::path(file), "sizes": format!("{size}x{size}"), "type": "image/png", "purpose": purpose });
    let manifest = json!({
        "name": name,
        "short_name": "Wiec",
        "lang": visit.lang.code(),
        "dir": "ltr",
        "start_url": visit.paths().home(),
        "scope": "/",
        "display": "standalone",
        "background_color": "#f5f3ed",
        "theme_color": "#f5f3ed",
        "icons": [
            icon("icon-192.png", 192, "any"),
            icon("icon-512.png", 512, "any"),
            icon("icon-maskable-192.png", 192, "maskable"),
            icon("icon-maskable-512.png", 512, "maskable"),
        ],
    });
    let ready = Ready::new("application/manifest+json", manifest.to_string());
    Ok(respond::ready(Arc::new(ready), &asked, Keep::Ask).await)
}
