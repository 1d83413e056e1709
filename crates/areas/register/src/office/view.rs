//! What the pages of this part share: addresses, frames, the links between them, moments in words.

use wiec_kit::acts::ManageRegister;
use wiec_kit::address;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::messages::Messages;
use wiec_kit::office::{OfficeFrame, Part};
use wiec_kit::paths::Paths;
use wiec_kit::permit::Permit;
use wiec_kit::visit::Visit;
use wiec_model::register::Proposal;
use wiec_model::{Lang, Slug, Zone};

use crate::files::freeze;

/// The words of this part's own addresses.
pub struct Words {
    /// Making a proposal.
    pub new: &'static str,
    /// What is known of a proposal, and the rules of its discussion.
    pub settings: &'static str,
    /// Its consultation.
    pub consultation: &'static str,
    /// What waits to be read.
    pub moderation: &'static str,
    /// Typing in what came on paper.
    pub typing: &'static str,
    /// Taking in a table.
    pub import: &'static str,
}

/// The words of addresses in `lang`.
pub const fn words(lang: Lang) -> Words {
    match lang {
        Lang::Pl => Words {
            new: "nowa",
            settings: "ustawienia",
            consultation: "konsultacje",
            moderation: "moderacja",
            typing: "dopisz",
            import: "wczytaj",
        },
        Lang::En => Words {
            new: "new",
            settings: "settings",
            consultation: "consultation",
            moderation: "moderation",
            typing: "add",
            import: "import",
        },
    }
}

/// Whether a word of addresses is taken by a page of ours, in either language.
pub fn is_taken(slug: &Slug) -> bool {
    Lang::ALL.into_iter().any(|lang| {
        let own = words(lang);
        let kit = wiec_kit::paths::words(lang);
        [own.new, own.moderation, kit.confirm].contains(&slug.as_str())
    })
}

/// The list of proposals, in the office.
pub fn list(paths: &Paths, congress: &Slug) -> String {
    Part::Register.path(paths, congress)
}

/// A page about no proposal in particular.
pub fn beside(paths: &Paths, congress: &Slug, word: impl Fn(&Words) -> &'static str) -> String {
    format!("{}/{}", list(paths, congress), word(&words(paths.lang())))
}

/// A page about a proposal.
pub fn of(paths: &Paths, proposal: &Proposal, word: impl Fn(&Words) -> &'static str) -> String {
    let all = list(paths, &proposal.congress);
    let word = word(&words(paths.lang()));
    format!("{all}/{}/{word}", proposal.slug)
}

/// What waits to be read of one proposal.
pub fn moderation_of(paths: &Paths, proposal: &Proposal) -> String {
    let all = beside(paths, &proposal.congress, |words| words.moderation);
    let asked = address::query(&[("proposal", proposal.slug.as_str())]);
    format!("{all}{asked}")
}

/// The proposal that an address names, of the congress that the permit is for.
pub async fn proposal(app: &App, congress: &Slug, word: &str) -> Result<Proposal, PageError> {
    let slug: Slug = word.parse().map_err(|_| PageError::NotFound)?;
    let found = app.store.register().find(congress, &slug).await?;
    found.ok_or(PageError::NotFound)
}

/// The frame of a page of this part.
pub async fn frame(
    app: &App,
    visit: &Visit,
    permit: &Permit<ManageRegister>,
    title: &str,
    place: impl Fn(&Paths) -> String,
) -> Result<OfficeFrame, PageError> {
    let (actor, congress) = (&permit.actor, &permit.subject);
    OfficeFrame::open(app, visit, actor, congress, Part::Register, title, place).await
}

/// On whose clocks a congress opens and closes things.
pub async fn zone(app: &App, congress: &Slug) -> Result<Zone, PageError> {
    let found = app.store.congresses().find(congress).await?;
    Ok(found.ok_or(PageError::NotFound)?.zone)
}

/// A link between pages.
pub struct Link {
    /// Its icon.
    pub icon: &'static str,
    /// What it is called.
    pub label: &'static str,
    /// Where it leads.
    pub href: String,
}

/// The links between the pages about a proposal.
pub fn links(paths: &Paths, proposal: &Proposal, m: &Messages) -> Vec<Link> {
    let link = |icon, label, href| Link { icon, label, href };
    let of = |word: fn(&Words) -> &'static str| of(paths, proposal, word);
    let mut links = vec![
        link("edit", m.office_proposal_settings(), of(|it| it.settings)),
        link(
            "clock",
            m.office_consultation_title(),
            of(|it| it.consultation),
        ),
        link(
            "chat",
            m.office_moderation_title(),
            moderation_of(paths, proposal),
        ),
    ];
    let public = public(paths, proposal);
    if proposal.is_public() {
        links.push(link("plus", m.office_typing_title(), of(|it| it.typing)));
        links.push(link("download", m.office_table_title(), of(|it| it.import)));
        let report = freeze::address(paths, &proposal.congress, &proposal.slug);
        links.push(link("scale", m.files_report_title(), report));
        links.push(link(
            "eye",
            m.office_proposal_public(),
            public.proposal(proposal),
        ));
    }
    links.push(link(
        "users",
        m.office_proposal_team_room(),
        public.team(proposal, ""),
    ));
    links
}

/// The addresses at which everybody finds a proposal.
pub fn public(paths: &Paths, proposal: &Proposal) -> Paths {
    Paths::permanent(paths.lang(), proposal.congress.clone())
}
