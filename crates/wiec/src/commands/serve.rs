//! `wiec serve`: the real thing, in real time.

use std::io::{self, Write as _};

use clap::Args;
use tokio::net::TcpListener;
use wiec_jobs::Runner;
use wiec_kit::app::App;
use wiec_kit::chance::Chance;
use wiec_kit::clock::Clock;

use crate::config::overrides::Overrides;
use crate::config::{Config, mail};
use crate::logs;
use crate::open::{self, Schema};
use crate::secret;
use crate::server::metrics::Figures;
use crate::server::{Server, listen};

const EXAMPLE: &str = "\
Example: behind a reverse proxy on the same machine
  wiec serve --data /var/lib/wiec --public-url https://kongres.example --trust-proxy";

/// Serves what has been released, in real time.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLE)]
pub(crate) struct Serve {
    #[command(flatten)]
    overrides: Overrides,
    #[command(flatten)]
    schema: Schema,
    /// Print the configuration as it was understood, without passwords, and end
    #[arg(long)]
    print_config: bool,
}

impl Serve {
    pub(crate) async fn run(self) -> anyhow::Result<()> {
        let config = Config::load(&self.overrides)?;
        if self.print_config {
            return Ok(io::stdout().write_all(config.print().as_bytes())?);
        }
        logs::start_serving(&config.logging);
        let store = open::store(&config.storage, self.schema).await?;
        let listener = listen(config.web.bind).await?;
        let figures = match config.metrics.bind {
            Some(bind) => Some(Figures::gather(bind).await?),
            None => None,
        };
        let app = App::new(
            store,
            Clock::REAL,
            Chance::System,
            config.web.site(listener.local_addr()?),
        )
        .with_secret(secret::read_or_make(
            &config.storage.secret_file,
            &Chance::System,
        )?)
        .with_staff(config.web.staff)
        .with_provider(config.provider);
        let runner = Runner::new(config.mail.open()?);
        let preferred = config.web.congress;
        app.editions.refresh(&app.store, preferred.as_ref()).await?;
        say(&app, &listener, figures.as_ref())?;
        if !config.mail.is_on() {
            writeln!(io::stdout(), "{}", mail::OFF)?;
        }
        Server {
            app,
            listener,
            figures,
            runner,
            preferred,
        }
        .run()
        .await
    }
}

/// What a start says on standard output: where the server listens, and what it has to show.
fn say(app: &App, listener: &TcpListener, figures: Option<&Figures>) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    let (base, address) = (&app.site.base, listener.local_addr()?);
    writeln!(stdout, "Serving {base} at http://{address}/.")?;
    if let Some(figures) = figures {
        writeln!(stdout, "Figures are at {}.", figures.address()?)?;
    }
    if app.editions.served().current().is_none() {
        writeln!(
            stdout,
            "Nothing has been released yet; `wiec release` does it."
        )?;
    }
    Ok(())
}
