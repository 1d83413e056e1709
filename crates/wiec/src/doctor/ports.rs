//! The ports: free for us, or ours already.

use std::io::ErrorKind;
use std::net::SocketAddr;
use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::timeout;

use crate::config::Config;
use crate::doctor::finding::Finding;

/// A server on the same machine answers at once, or not at all.
const PATIENCE: Duration = Duration::from_secs(2);

pub(super) async fn examine(config: &Config) -> Vec<Finding> {
    let mut findings = vec![port("bind", config.web.bind, "/healthz").await];
    if let Some(bind) = config.metrics.bind {
        findings.push(port("metrics_bind", bind, "/metrics").await);
    }
    findings
}

/// `path` is what only this program answers at that port.
async fn port(key: &str, bind: SocketAddr, path: &str) -> Finding {
    let Err(error) = TcpListener::bind(bind).await else {
        return Finding::good(format!("{bind} ({key}) is free"));
    };
    if error.kind() != ErrorKind::AddrInUse {
        return Finding::wrong(
            format!("{bind} ({key}) cannot be used: {error}"),
            format!("set {key} to an address of this machine and a port that its user may use"),
        );
    }
    if answers(bind, path).await {
        Finding::good(format!("{bind} ({key}) is served by a running wiec"))
    } else {
        Finding::wrong(
            format!("{bind} ({key}) is taken by another program"),
            format!("stop that program, or set {key} to another port"),
        )
    }
}

async fn answers(bind: SocketAddr, path: &str) -> bool {
    let mut answer = String::new();
    let asked = timeout(PATIENCE, ask(bind, path, &mut answer)).await;
    let (head, body) = answer.split_once("\r\n\r\n").unwrap_or((&answer, ""));
    matches!(asked, Ok(Ok(())))
        && head.starts_with("HTTP/1.1 200")
        && (body == "ok" || body.contains("wiec_"))
}

/// By hand: a whole HTTP client for one question of one line would be the largest dependency of all.
async fn ask(bind: SocketAddr, path: &str, answer: &mut String) -> std::io::Result<()> {
    let mut stream = TcpStream::connect(bind).await?;
    stream
        .write_all(
            format!("GET {path} HTTP/1.1\r\nHost: {bind}\r\nConnection: close\r\n\r\n").as_bytes(),
        )
        .await?;
    stream.read_to_string(answer).await?;
    Ok(())
}
