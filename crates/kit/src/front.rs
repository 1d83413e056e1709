//! The front door: every request comes in here, and every answer goes out.
//!
//! It reads the language and the edition off the beginning of the path, so that an area states each
//! of its addresses once per language and never thinks of editions again.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::Body;
use axum::extract::{DefaultBodyLimit, MatchedPath, Request, State};
use axum::http::header::{ACCEPT, LOCATION};
use axum::http::uri::{PathAndQuery, Uri};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use tokio::sync::Semaphore;
use tower::ServiceExt;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::csrf::CsrfLayer;
use wiec_model::Lang;

use crate::app::{App, Proxy};
use crate::cookies::{self, LoginKey, MineKey, Theme};
use crate::error::{Failure, PageError};
use crate::repeats::{self, Answer, Repeatable};
use crate::respond::{Sent, Told};
use crate::visit::{Form, Visit, Wants};
use crate::{error_page, minimal, respond, security};

/// Beyond this many requests at once, the next ones are asked to come back.
const AT_ONCE: usize = 1024;
/// No page takes this long unless something is stuck.
const PATIENCE: Duration = Duration::from_secs(20);
/// The largest form.
const BODY_BYTES: usize = 64 << 10;

/// Where a request comes from; the server notes it.
#[derive(Clone, Copy, Debug)]
pub struct Peer(pub IpAddr);

#[derive(Clone)]
struct Front {
    app: App,
    polish: Router,
    english: Router,
    room: Arc<Semaphore>,
}

/// Puts the pages of all areas behind the front door.
///
/// `pages` gives the routes of one language: `/program/{day}` in Polish, `/programme/{day}` in English.
pub fn open(app: App, pages: impl Fn(Lang) -> Router<App>) -> Router {
    open_for(app, pages, AT_ONCE)
}

/// As [`open`], for so many requests at once; the next ones are asked to come back.
pub fn open_for(app: App, pages: impl Fn(Lang) -> Router<App>, at_once: usize) -> Router {
    let of = |lang| {
        pages(lang)
            .method_not_allowed_fallback(async || PageError::Method)
            .fallback(async || PageError::NotFound)
            .route_layer(middleware::from_fn(note_route))
            .layer(CatchPanicLayer::custom(panicked))
            .layer(DefaultBodyLimit::max(BODY_BYTES))
            .with_state(app.clone())
    };
    let front = Front {
        polish: of(Lang::Pl),
        english: of(Lang::En),
        room: Arc::new(Semaphore::new(at_once)),
        app,
    };
    Router::new()
        .route(
            "/assets/{*file}",
            get(asset).fallback(async || PageError::Method),
        )
        .route(
            "/sw.js",
            get(service_worker).fallback(async || PageError::Method),
        )
        .fallback(enter)
        .layer(CsrfLayer::new().with_rejection_response(|_| PageError::Foreign.into_response()))
        .layer(middleware::from_fn_with_state(front.clone(), watch))
        .with_state(front)
}

/// Counts and times every answer, protects it, makes pages of failures, and lets answers be repeated.
async fn watch(State(front): State<Front>, mut request: Request, next: Next) -> Response {
    let started = Instant::now();
    let method = request.method().clone();
    let read = read(&front.app, &request);
    let visit = read.visit.clone();
    let key = request
        .uri()
        .path_and_query()
        .and_then(|address| repeats::key(&method, address, request.headers()));
    let prefers_minimal = minimal::is_preferred(request.headers());
    let generation = front.app.editions.generation();
    request.extensions_mut().insert(read);
    let mut response = match front.room.try_acquire() {
        Ok(_place) => tokio::time::timeout(PATIENCE, next.run(request))
            .await
            .unwrap_or_else(|_| PageError::TimedOut.into_response()),
        Err(_) => PageError::Overloaded.into_response(),
    };
    if let Some(failure) = failure_of(&response) {
        response = error_page::of(&front.app, &visit, failure, response);
    }
    if prefers_minimal {
        minimal::tell(&mut response);
    }
    security::protect(&mut response, &front.app.site);
    repeat(&front.app, key, generation, &response);
    count(&method, &response, started.elapsed());
    response
}

/// The failure that an answer stands for: one of ours, or one that a library answered in its own voice.
fn failure_of(response: &Response) -> Option<Failure> {
    if let Some(failure) = response.extensions().get::<Failure>() {
        return Some(*failure);
    }
    if response.extensions().get::<Told>().is_some() {
        return None;
    }
    let error = match response.status() {
        // A path that cannot even be read leads nowhere.
        StatusCode::NOT_FOUND | StatusCode::BAD_REQUEST => PageError::NotFound,
        StatusCode::METHOD_NOT_ALLOWED => PageError::Method,
        StatusCode::PAYLOAD_TOO_LARGE => PageError::TooLarge,
        StatusCode::UNSUPPORTED_MEDIA_TYPE | StatusCode::UNPROCESSABLE_ENTITY => PageError::Invalid,
        _ => return None,
    };
    // What a library calls a bad request is an address that leads nowhere; else it knows best.
    let failure = error.failure();
    let status = match response.status() {
        StatusCode::BAD_REQUEST => failure.status,
        known => known,
    };
    Some(Failure { status, ..failure })
}

/// Holds an answer for the next who asks the same, if it may be.
fn repeat(app: &App, key: Option<String>, generation: u64, response: &Response) {
    let extensions = response.extensions();
    let (repeatable, sent) = (extensions.get::<Repeatable>(), extensions.get::<Sent>());
    if let (Some(key), Some(repeatable), Some(Sent(bytes)), StatusCode::OK) =
        (key, repeatable, sent, response.status())
    {
        let answer = Answer::new(
            *repeatable,
            generation,
            route_of(response),
            response.headers().clone(),
            bytes.clone(),
        );
        app.repeats.keep(key, answer);
    }
}

/// Leads a request to the pages of its language.
async fn enter(State(front): State<Front>, mut request: Request) -> Response {
    if let Some(bare) = without_slash(request.uri()) {
        return (StatusCode::PERMANENT_REDIRECT, [(LOCATION, bare)]).into_response();
    }
    let Read { visit, rest } = request
        .extensions_mut()
        .remove()
        .expect("every request is read at the door");
    let pages = if visit.lang == Lang::En {
        &front.english
    } else {
        &front.polish
    };
    *request.uri_mut() = rest;
    request.extensions_mut().insert(visit);
    pages.clone().oneshot(request).await.into_response()
}

/// A request as it was read at the door.
#[derive(Clone)]
struct Read {
    visit: Visit,
    /// The path that is left for the pages of its language.
    rest: Uri,
}

/// Reads who asks for what, and the path that is left for the pages of that language.
fn read(app: &App, request: &Request) -> Read {
    let headers = request.headers();
    let served = app.editions.served();
    let (lang, rest) = match request.uri().path().strip_prefix("/en") {
        Some(rest) if rest.is_empty() || rest.starts_with('/') => (Lang::En, rest),
        _ => (Lang::Pl, request.uri().path()),
    };
    let first = rest
        .strip_prefix('/')
        .and_then(|rest| rest.split('/').next())
        .unwrap_or_default();
    let (edition, form, rest) = match served.edition(first) {
        Some(edition) => (
            Some(Arc::clone(edition)),
            Form::Permanent,
            &rest[1 + first.len()..],
        ),
        None => (served.current().cloned(), Form::Current, rest),
    };
    let visit = Visit {
        lang,
        edition,
        form,
        address: request
            .uri()
            .path_and_query()
            .map_or("/", PathAndQuery::as_str)
            .to_owned(),
        theme: Theme::of(headers),
        preferences: cookies::preferences(headers),
        mine: MineKey::of(headers),
        login: LoginKey::of(headers, &app.site),
        peer: peer(app, request),
        wants: wants(headers),
    };
    Read {
        rest: uri(rest, request.uri().query()),
        visit,
    }
}

fn uri(path: &str, query: Option<&str>) -> Uri {
    let path = if path.is_empty() { "/" } else { path };
    let whole = query.map_or_else(|| path.to_owned(), |query| format!("{path}?{query}"));
    whole.parse().unwrap_or_else(|_| Uri::from_static("/"))
}

fn without_slash(uri: &Uri) -> Option<String> {
    let bare = uri.path().trim_end_matches('/');
    if bare.is_empty() || bare.len() == uri.path().len() {
        return None;
    }
    // Two slashes at the beginning would lead to another host.
    let bare = format!("/{}", bare.trim_start_matches(['/', '\\']));
    Some(
        uri.query()
            .map_or(bare.clone(), |query| format!("{bare}?{query}")),
    )
}

fn peer(app: &App, request: &Request) -> IpAddr {
    let direct = request
        .extensions()
        .get::<Peer>()
        .map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |peer| peer.0);
    match app.site.proxy {
        Proxy::None => direct,
        // The last one was written by our own proxy; those before it, by anyone.
        Proxy::Trusted => request
            .headers()
            .get_all("x-forwarded-for")
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(','))
            .next_back()
            .and_then(|address| address_of(address.trim()))
            .unwrap_or(direct),
    }
}

/// Some proxies write the port too.
fn address_of(written: &str) -> Option<IpAddr> {
    let with_port = || {
        written
            .parse::<SocketAddr>()
            .ok()
            .map(|address| address.ip())
    };
    written.parse().ok().or_else(with_port)
}

fn wants(headers: &HeaderMap) -> Wants {
    let accept = headers
        .get(ACCEPT)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    if accept.contains("json") && !accept.contains("text/html") {
        Wants::Json
    } else {
        Wants::Page
    }
}

async fn asset(headers: HeaderMap, request: Request) -> Response {
    match crate::assets::find(request.uri().path()) {
        Some(asset) => respond::asset(asset, &headers),
        None => PageError::NotFound.into_response(),
    }
}

/// The service worker has a fixed address and is asked for anew, or no browser would ever get the next one.
async fn service_worker(headers: HeaderMap) -> Response {
    let Some(script) = crate::assets::find(crate::assets::path("sw.js")) else {
        return PageError::NotFound.into_response();
    };
    let mut response = respond::asset(script, &headers);
    response.headers_mut().insert(
        axum::http::header::CACHE_CONTROL,
        HeaderValue::from_static("no-cache"),
    );
    response
}

async fn note_route(route: MatchedPath, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    response.extensions_mut().insert(route);
    response
}

fn panicked(cause: Box<dyn std::any::Any + Send>) -> Response<Body> {
    let words = cause
        .downcast_ref::<&str>()
        .map(ToString::to_string)
        .or_else(|| cause.downcast_ref::<String>().cloned());
    PageError::Internal(anyhow::anyhow!("panic: {}", words.unwrap_or_default())).into_response()
}

fn count(method: &Method, response: &Response, took: Duration) {
    let route = route_of(response).to_owned();
    let status = response.status().as_u16().to_string();
    metrics::counter!(
        "wiec_http_requests_total",
        "method" => name_of(method), "route" => route.clone(), "status" => status
    )
    .increment(1);
    metrics::histogram!("wiec_http_request_seconds", "route" => route).record(took.as_secs_f64());
}

fn route_of(response: &Response) -> &str {
    response
        .extensions()
        .get::<MatchedPath>()
        .map_or("other", MatchedPath::as_str)
}

/// Anyone may invent methods; figures are kept for those that exist.
fn name_of(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        _ => "other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_that_a_proxy_writes_may_have_a_port() {
        let visitor: IpAddr = "192.0.2.7".parse().unwrap();
        assert_eq!(address_of("192.0.2.7"), Some(visitor));
        assert_eq!(address_of("192.0.2.7:4711"), Some(visitor));
        assert_eq!(address_of("[2001:db8::1]:4711"), "2001:db8::1".parse().ok());
        assert_eq!(address_of("unknown"), None);
    }
}
