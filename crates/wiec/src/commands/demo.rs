//! `wiec demo`: the sample congress, in session.

mod calls;
mod people;
mod port;
mod register;
mod sample;

use std::io::{self, Write as _};
use std::path::PathBuf;

use clap::Args;
use jiff::Timestamp;
use wiec_jobs::Runner;
use wiec_kit::app::{App, Proxy, Site, Stage};
use wiec_kit::chance::Chance;
use wiec_kit::clock::Clock;
use wiec_kit::edition::Edition;
use wiec_kit::paths::Paths;
use wiec_model::Lang;
use wiec_programme::release;

use crate::config::logging::Logging;
use crate::config::mail::Mail;
use crate::config::provider::ProviderFlags;
use crate::config::storage::Storage;
use crate::logs;
use crate::open::{self, Schema};
use crate::secret;
use crate::server::Server;

const EXAMPLE: &str = "\
The folder is used again at the next start; remove it to begin afresh.

Example: the evening before the congress, on another port
  wiec demo --port 9000 --at 2019-11-13T18:00";

/// Serves the sample congress, in session, by its own clock.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLE)]
pub(crate) struct Demo {
    /// The port on this machine; 0 takes any that is free [default: 8080, or the next that is free]
    #[arg(long)]
    port: Option<u16>,
    /// A mail server that takes its letters; without one they wait in the outbox, where the office shows them
    #[arg(long, value_name = "ADDRESS")]
    smtp: Option<String>,
    /// The folder of its database
    #[arg(long, value_name = "FOLDER", default_value = "data/demo")]
    data: PathBuf,
    /// What the clock of the congress shows at the start, in Kielce or with an offset
    #[arg(long, value_name = "TIME", default_value = sample::IN_SESSION, value_parser = sample::parse_time)]
    at: Timestamp,
    #[command(flatten)]
    provider: ProviderFlags,
}

impl Demo {
    pub(crate) async fn run(self) -> anyhow::Result<()> {
        logs::start_command(&Logging::usual());
        let storage = Storage::in_folder(self.data.clone());
        let store = open::store(&storage, Schema::UP_TO_DATE).await?;
        // Before the sample is read: its files name the port.
        let listener = port::listen(self.port).await?;
        let site = Site {
            // By a name: passkeys are bound to one.
            base: format!("http://localhost:{}", listener.local_addr()?.port()),
            proxy: Proxy::None,
        };
        let mail = match self.smtp.clone() {
            Some(server) => Mail::at(server, &site.base),
            None => Mail::off(&site.base),
        };
        let runner = Runner::new(mail.open()?);
        sample::put_into(&store, &site).await?;
        people::put_into(&store, &Chance::System).await?;
        register::put_into(&store).await?;
        calls::put_into(&store, &Chance::System).await?;
        let app = App::new(store, Clock::starting_at(self.at), Chance::System, site)
            .with_secret(secret::read_or_make(&storage.secret_file, &Chance::System)?)
            .on_stage(Stage::Demo)
            .with_provider(self.provider.provider());
        app.editions.refresh(&app.store, None).await?;
        release::renew_exports(&app).await?;
        self.announce(&app)?;
        Server {
            app,
            listener,
            figures: None,
            runner,
            preferred: None,
        }
        .run()
        .await
    }

    fn announce(&self, app: &App) -> io::Result<()> {
        let mut stdout = io::stdout().lock();
        let served = app.editions.served();
        if let Some(edition) = served.current() {
            writeln!(stdout, "{}", headline(app, edition))?;
            for (what, address) in addresses(app, edition) {
                writeln!(stdout, "  {what:<14}{address}")?;
            }
        }
        writeln!(
            stdout,
            "Its data are in {}. End it with Ctrl+C.",
            self.data.display()
        )
    }
}

fn headline(app: &App, edition: &Edition) -> String {
    let congress = &edition.release.programme.congress;
    let now = app
        .clock
        .now()
        .to_zoned_datetime(congress.zone.rules().clone());
    format!(
        "{}: a sample, where it is {}.",
        congress.name.words(Lang::En),
        now.strftime("%-d %B %Y, %H:%M")
    )
}

fn addresses(app: &App, edition: &Edition) -> Vec<(&'static str, String)> {
    let of = |lang| Paths::current(lang).absolute(&app.site.base);
    let (polish, english) = (of(Lang::Pl), of(Lang::En));
    let mut addresses = vec![
        ("Polish", polish.home()),
        ("English", english.home()),
        ("Programme", polish.programme()),
        ("", english.programme()),
    ];
    addresses.extend(
        edition
            .release
            .programme
            .rooms
            .first()
            .map(|room| ("Door screen", polish.door(room))),
    );
    addresses
}
