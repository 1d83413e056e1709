//! The mail server that takes our letters: one connection that is kept, letters at a steady pace.

use std::fmt;
use std::time::{Duration, SystemTime};

use jiff::Timestamp;
use lettre::message::dkim::DkimConfig;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Attachment, Mailbox, MultiPart, SinglePart};
use lettre::transport::smtp::PoolConfig;
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use tokio::sync::Mutex;
use tokio::time::{Instant, timeout};
use wiec_kit::letter::Rendered;
use wiec_model::mail::{Letter, MailId, Media};

use crate::dkim::Dkim;

/// A server that says nothing for so long is not there.
const PATIENCE: Duration = Duration::from_secs(30);
/// A letter with its files takes no longer to be handed over; a job is claimed for five minutes.
const LONGEST: Duration = Duration::from_secs(120);
/// Connections at once: a relay of a public body admits few.
const CONNECTIONS: u32 = 2;

/// Whom letters are from.
pub type Sender = Mailbox;

/// Where letters go, as the operator said.
#[derive(Clone)]
pub struct PostOffice {
    /// The server: `smtp://localhost:25`, `smtps://user:password@mail.example:465`,
    /// `smtp://user:password@mail.example:587?tls=required`.
    pub server: String,
    /// From whom: `Kongres <kongres@miasto.example>`.
    pub sender: Sender,
    /// So many letters a second at most.
    pub per_second: u32,
    /// With what they are signed, if they are.
    pub dkim: Option<Dkim>,
}

impl fmt::Debug for PostOffice {
    /// Without the server: there may be a password in its address.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PostOffice({})", self.sender)
    }
}

/// Why a letter was not taken.
#[derive(Debug, thiserror::Error)]
pub enum PostError {
    /// The address of the server, the sender or the key cannot be used.
    #[error("the settings of mail cannot be used: {0}")]
    Settings(String),
    /// The letter cannot be written as a message.
    #[error("the letter cannot be written as a message: {0}")]
    Message(String),
    /// The server will not take it, however often it is asked.
    #[error("the mail server refused it: {0}")]
    Refused(String),
    /// The server did not take it this time.
    #[error("the mail server did not take it: {0}")]
    NotNow(String),
}

/// A post office that is open.
pub struct Post {
    server: AsyncSmtpTransport<Tokio1Executor>,
    sender: Mailbox,
    dkim: Option<DkimConfig>,
    pause: Duration,
    /// When the next letter may go.
    next: Mutex<Instant>,
}

impl fmt::Debug for Post {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Post({})", self.sender)
    }
}

impl Post {
    /// Opens a post office; nothing is sent anywhere yet.
    ///
    /// # Errors
    ///
    /// [`PostError::Settings`].
    pub fn open(office: &PostOffice) -> Result<Self, PostError> {
        let server = AsyncSmtpTransport::<Tokio1Executor>::from_url(&office.server)
            .map_err(|error| PostError::Settings(error.to_string()))?
            .timeout(Some(PATIENCE))
            .pool_config(PoolConfig::new().max_size(CONNECTIONS))
            .build();
        let dkim = office
            .dkim
            .as_ref()
            .map(|dkim| dkim.signing(office.sender.email.domain()))
            .transpose()?;
        Ok(Self {
            server,
            sender: office.sender.clone(),
            dkim,
            pause: Duration::from_secs(1) / office.per_second.max(1),
            next: Mutex::new(Instant::now()),
        })
    }

    /// Whether this is the address of a mail server.
    #[must_use]
    pub fn is_address(address: &str) -> bool {
        AsyncSmtpTransport::<Tokio1Executor>::from_url(address).is_ok()
    }

    /// Whether the server answers and lets us in.
    ///
    /// # Errors
    ///
    /// [`PostError::NotNow`] with what it said.
    pub async fn try_out(&self) -> Result<(), PostError> {
        // The patience of the connection begins with its first word, which some never say.
        match timeout(PATIENCE, self.server.test_connection()).await {
            Ok(Ok(true)) => Ok(()),
            Ok(Ok(false)) => Err(PostError::NotNow("it did not answer NOOP".to_owned())),
            Ok(Err(error)) => Err(refused(&error)),
            Err(_) => Err(PostError::NotNow("it said nothing".to_owned())),
        }
    }

    /// Hands a letter to the server and returns the identity under which it went: the same each
    /// time, so that a copy sent after a crash is known as one.
    ///
    /// # Errors
    ///
    /// [`PostError`].
    pub async fn send(
        &self,
        mail: MailId,
        letter: &Letter,
        rendered: &Rendered,
        now: Timestamp,
    ) -> Result<String, PostError> {
        let identity = format!("wiec-{mail}@{}", self.sender.email.domain());
        let mut message = self.write(&identity, letter, rendered, now)?;
        if let Some(dkim) = &self.dkim {
            message.sign(dkim);
        }
        self.wait().await;
        match timeout(LONGEST, self.server.send(message)).await {
            Ok(Ok(_)) => Ok(identity),
            Ok(Err(error)) => Err(refused(&error)),
            Err(_) => Err(PostError::NotNow("it said nothing".to_owned())),
        }
    }

    /// Waits until the next letter may go.
    async fn wait(&self) {
        let mut next = self.next.lock().await;
        tokio::time::sleep_until(*next).await;
        *next = Instant::now() + self.pause;
    }

    fn write(
        &self,
        identity: &str,
        letter: &Letter,
        rendered: &Rendered,
        now: Timestamp,
    ) -> Result<Message, PostError> {
        let wrong = |what: String| PostError::Message(what);
        let address = letter
            .to
            .email()
            .as_str()
            .parse()
            .map_err(|error: lettre::address::AddressError| wrong(error.to_string()))?;
        let to = Mailbox::new(letter.to.name().map(str::to_owned), address);
        let mut builder = Message::builder()
            .from(self.sender.clone())
            .to(to)
            .subject(letter.subject.as_str())
            .message_id(Some(format!("<{identity}>")))
            .date(system_time(now))
            // RFC 3834: no out-of-office answers to us, please.
            .raw_header(raw("Auto-Submitted", "auto-generated"))
            .raw_header(raw("Content-Language", letter.lang.code()));
        if let Some(address) = &rendered.unsubscribe {
            builder = builder
                .raw_header(raw("List-Unsubscribe", &format!("<{address}>")))
                .raw_header(raw("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
        }
        let words = MultiPart::alternative_plain_html(rendered.text.clone(), rendered.html.clone());
        let body = if letter.attachments.is_empty() {
            words
        } else {
            let mut mixed = MultiPart::mixed().multipart(words);
            for attachment in &letter.attachments {
                mixed = mixed.singlepart(part(attachment)?);
            }
            mixed
        };
        builder
            .multipart(body)
            .map_err(|error| wrong(error.to_string()))
    }
}

fn part(attachment: &wiec_model::mail::Attachment) -> Result<SinglePart, PostError> {
    let kind = ContentType::parse(attachment.media.media_type())
        .map_err(|error| PostError::Message(error.to_string()))?;
    let file = Attachment::new(attachment.name.as_str().to_owned());
    Ok(match attachment.media {
        // Text that is sent as text: calendars read it without decoding.
        Media::Calendar | Media::CalendarCancel | Media::Csv => file.body(
            String::from_utf8_lossy(&attachment.bytes).into_owned(),
            kind,
        ),
        Media::Pdf => file.body(attachment.bytes.clone(), kind),
    })
}

/// Before 1970 there was no mail.
fn system_time(now: Timestamp) -> SystemTime {
    let seconds = u64::try_from(now.as_second()).unwrap_or_default();
    SystemTime::UNIX_EPOCH + Duration::from_secs(seconds)
}

fn raw(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
}

fn refused(error: &lettre::transport::smtp::Error) -> PostError {
    let words = std::iter::successors(Some(error as &dyn std::error::Error), |error| {
        error.source()
    })
    .map(ToString::to_string)
    .collect::<Vec<_>>()
    .join(": ");
    if error.is_permanent() {
        PostError::Refused(words)
    } else {
        PostError::NotNow(words)
    }
}
