//! The port of the demo: the usual one, or the next that is free.

use std::io::{self, ErrorKind, Write as _};
use std::net::{Ipv4Addr, SocketAddr};

use tokio::net::TcpListener;

use crate::server;

const USUAL: u16 = 8080;
/// After so many neighbours that are taken, any port will do.
const NEIGHBOURS: u16 = 20;

/// Listens at the port that was asked for, or at the usual one or one of its neighbours.
pub(super) async fn listen(asked: Option<u16>) -> anyhow::Result<TcpListener> {
    if let Some(port) = asked {
        return server::listen(here(port)).await;
    }
    for port in (USUAL..USUAL + NEIGHBOURS).chain([0]) {
        match TcpListener::bind(here(port)).await {
            Ok(listener) => {
                if port != USUAL {
                    writeln!(
                        io::stdout(),
                        "Port {USUAL} is taken by another program, so this is another one."
                    )?;
                }
                return Ok(listener);
            }
            Err(error) if error.kind() == ErrorKind::AddrInUse => {}
            Err(_) => return server::listen(here(port)).await,
        }
    }
    server::listen(here(0)).await
}

fn here(port: u16) -> SocketAddr {
    (Ipv4Addr::LOCALHOST, port).into()
}
