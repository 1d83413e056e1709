//! The floor: the same bytes from memory through a bare axum handler, and nothing else.
//!
//! `floor PORT FOLDER`: the folder holds `NUMBER.body` and `NUMBER.head`; the file `N.body` is
//! served at `/N` with the headers of `N.head`, one `name: value` a line.

use std::path::Path;
use std::{env, fs, io};

use axum::Router;
use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use axum::response::Response;
use axum::routing::get;
use tokio::net::TcpListener;

#[tokio::main]
async fn main() -> io::Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [port, folder] = arguments.as_slice() else {
        return Err(io::Error::other("usage: floor PORT FOLDER"));
    };
    let mut pages = Router::new();
    for number in 0.. {
        let Some((headers, body)) = load(Path::new(folder), number) else {
            break;
        };
        let answer = move || async move { send(headers, body) };
        pages = pages.route(&format!("/{number}"), get(answer));
    }
    let listener = TcpListener::bind(format!("127.0.0.1:{port}")).await?;
    println!("ready");
    axum::serve(listener, pages).await
}

fn load(folder: &Path, number: usize) -> Option<(HeaderMap, Bytes)> {
    let head = fs::read_to_string(folder.join(format!("{number}.head"))).ok()?;
    let body = fs::read(folder.join(format!("{number}.body"))).ok()?;
    let header = |line: &str| {
        let (name, value) = line.split_once(": ")?;
        Some((
            name.parse::<HeaderName>().ok()?,
            HeaderValue::from_str(value).ok()?,
        ))
    };
    Some((head.lines().filter_map(header).collect(), body.into()))
}

fn send(headers: HeaderMap, body: Bytes) -> Response {
    let mut response = Response::new(Body::from(body));
    *response.headers_mut() = headers;
    response
}
