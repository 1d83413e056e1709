//! A browser: it keeps cookies, and sends forms as a page of the site does.

use std::net::{IpAddr, Ipv4Addr};

use axum::Router;
use axum::body::Body;
use axum::http::header::{CONTENT_TYPE, COOKIE, SET_COOKIE};
use axum::http::{Method, Request};
use http_body_util::BodyExt;
use url::form_urlencoded;
use wiec_model::account::{Account, AccountId};

use crate::app::App;
use crate::front::Peer;
use crate::serve;
use crate::testing::Page;

/// What every form of our own pages comes with.
const FROM_HERE: (&str, &str) = ("sec-fetch-site", "same-origin");

/// Someone with a browser of their own.
#[derive(Clone)]
pub struct Visitor {
    app: App,
    pages: Router,
    cookies: Vec<(String, String)>,
    peer: IpAddr,
    /// Who is signed in.
    pub account: Option<Account>,
}

impl Visitor {
    pub(super) const fn new(app: App, pages: Router) -> Self {
        Self {
            app,
            pages,
            cookies: Vec::new(),
            peer: IpAddr::V4(Ipv4Addr::LOCALHOST),
            account: None,
        }
    }

    /// The same browser behind another address.
    #[must_use]
    pub const fn at(mut self, peer: IpAddr) -> Self {
        self.peer = peer;
        self
    }

    /// The account that is signed in.
    #[must_use]
    pub fn id(&self) -> AccountId {
        self.account.as_ref().unwrap().id
    }

    /// The address of the account that is signed in.
    #[must_use]
    pub fn email(&self) -> String {
        let account = self.account.as_ref().unwrap();
        account.email.as_ref().unwrap().to_string()
    }

    /// Puts a cookie into the browser.
    pub fn keep_cookie(&mut self, name: &str, value: &str) {
        self.cookies.retain(|(known, _)| known != name);
        if !value.is_empty() {
            self.cookies.push((name.to_owned(), value.to_owned()));
        }
    }

    /// What a cookie of the browser holds.
    #[must_use]
    pub fn cookie(&self, name: &str) -> Option<&str> {
        let mut cookies = self.cookies.iter();
        let (_, value) = cookies.find(|(known, _)| known == name)?;
        Some(value)
    }

    /// Asks for a page.
    pub async fn get(&mut self, path: &str) -> Page {
        self.get_with(path, &[]).await
    }

    /// Asks for a page, with headers.
    pub async fn get_with(&mut self, path: &str, headers: &[(&str, &str)]) -> Page {
        self.ask(Method::GET, path, headers, Vec::new()).await
    }

    /// Sends a form as a browser does, from a page of the same site.
    pub async fn post(&mut self, path: &str, form: &str) -> Page {
        self.post_with(path, form, &[FROM_HERE]).await
    }

    /// Sends a form of these fields, from a page of the same site.
    pub async fn submit(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        let mut form = form_urlencoded::Serializer::new(String::new());
        form.extend_pairs(fields);
        self.post(path, &form.finish()).await
    }

    /// Sends a form with a file, as a browser does from a page of the same site.
    pub async fn upload(
        &mut self,
        path: &str,
        fields: &[(&str, &str)],
        file: (&str, &str, &[u8]),
    ) -> Page {
        const BOUNDARY: &str = "----granica-testu";
        let mut body = Vec::new();
        for (name, value) in fields {
            let part = format!(
                "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
            );
            body.extend(part.as_bytes());
        }
        let (name, file_name, bytes) = file;
        let part = format!(
            "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"{file_name}\"\r\nContent-Type: application/octet-stream\r\n\r\n"
        );
        body.extend(part.as_bytes());
        body.extend(bytes);
        body.extend(format!("\r\n--{BOUNDARY}--\r\n").as_bytes());
        let kind = format!("multipart/form-data; boundary={BOUNDARY}");
        let headers = [FROM_HERE, ("content-type", kind.as_str())];
        self.ask(Method::POST, path, &headers, body).await
    }

    /// Sends a form, with these headers and no others.
    pub async fn post_with(&mut self, path: &str, form: &str, headers: &[(&str, &str)]) -> Page {
        self.ask(Method::POST, path, headers, form.into()).await
    }

    async fn ask(
        &mut self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: Vec<u8>,
    ) -> Page {
        let mut request = Request::builder()
            .method(&method)
            .uri(path)
            .header("host", "kongres.example");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        if method == Method::POST && headers.iter().all(|(name, _)| *name != "content-type") {
            request = request.header(CONTENT_TYPE, "application/x-www-form-urlencoded");
        }
        if !self.cookies.is_empty() {
            request = request.header(COOKIE, self.cookie_header());
        }
        let request = request.body(Body::from(body)).unwrap();
        let answer = serve::answer(&self.app, &self.pages, Peer(self.peer), request);
        let (head, body) = answer.await.unwrap().into_parts();
        let body = body.collect().await.unwrap().to_bytes();
        let page = Page::new(head.status, head.headers, body.to_vec());
        self.keep_cookies(&page);
        page
    }

    fn cookie_header(&self) -> String {
        let cookies = self.cookies.iter();
        let pairs: Vec<String> = cookies
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        pairs.join("; ")
    }

    fn keep_cookies(&mut self, page: &Page) {
        for cookie in page.headers.get_all(SET_COOKIE) {
            self.take_cookie(cookie.to_str().unwrap());
        }
    }

    /// Keeps or forgets a cookie as the header says.
    pub(super) fn take_cookie(&mut self, header: &str) {
        let (name, value) = header.split(';').next().unwrap().split_once('=').unwrap();
        let value = if header.contains("Max-Age=0") {
            ""
        } else {
            value
        };
        self.keep_cookie(name, value);
    }
}
