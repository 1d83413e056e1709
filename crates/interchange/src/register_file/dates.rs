//! The dates of a proposal in the file as a consultation of a congress.

use jiff::civil::Date;
use wiec_model::Programme;
use wiec_model::consultation::{Consultation, HeldForm, Notice, NoticePlace};

use super::{Dates, PlannedForm};

impl Dates {
    /// The consultation, in the days of this congress. Nothing, if the congress has no days.
    ///
    /// The notice is in places without a name: whoever publishes knows which ones they are.
    #[must_use]
    pub fn consultation(&self, programme: &Programme) -> Option<Consultation> {
        let first = programme.days.iter().map(|day| day.date).min()?;
        let place = |&medium| NoticePlace {
            medium,
            name: String::new(),
            link: None,
        };
        let notice = Notice {
            on: self.notice_on.on(first),
            places: self.notice_in.iter().map(place).collect(),
            says: self.notice_says.iter().copied().collect(),
        };
        let forms = self.forms.iter().map(|form| form.held(first, programme));
        Some(Consultation {
            profile: self.profile,
            notice: Some(notice),
            opens_on: Some(self.opens_on.on(first)),
            closes_on: Some(self.closes_on.on(first)),
            forms: forms.collect(),
            ..Consultation::default()
        })
    }
}

impl PlannedForm {
    fn held(&self, first: Date, programme: &Programme) -> HeldForm {
        let code = self.session.as_deref();
        let session = code.and_then(|code| programme.session(code));
        HeldForm {
            kind: self.kind,
            on: self.on.on(first),
            place: self.place.clone(),
            note: None,
            session: session.map(|session| session.guid),
        }
    }
}
