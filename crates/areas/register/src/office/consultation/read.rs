//! How a consultation is shown in fields, and read from them.

use wiec_kit::dates;
use wiec_kit::form::Form;
use wiec_kit::messages::Messages;
use wiec_model::Programme;
use wiec_model::consultation::{
    Consultation, Fault, Field, FormKind, HeldForm, Medium, Notice, NoticeItem, NoticePlace,
    Problem, Profile,
};

use super::{FORMS, PLACES};
use crate::office::rows::{field, ids};

const NAME: usize = 200;
const LINK: usize = 500;
const NOTE: usize = 1000;

/// Fields filled with what is stored.
pub fn filled(form: Form, it: &Consultation) -> Form {
    let day = |date: Option<jiff::civil::Date>| date.map(|it| it.to_string()).unwrap_or_default();
    let places: &[NoticePlace] = it.notice.as_ref().map_or(&[], |notice| &notice.places);
    let says = it.notice.iter().flat_map(|notice| &notice.says);
    let mut form = form
        .with("profile", it.profile.key())
        .with("notice", day(it.notice.as_ref().map(|notice| notice.on)))
        .with_all("says", says.map(|item| item.key()))
        .with("opens", day(it.opens_on))
        .with("closes", day(it.closes_on))
        .with("summary", day(it.plain_summary_on))
        .with("made", day(it.report_made_on))
        .with("published", day(it.report_published_on))
        .with_all(PLACES, 0..places.len())
        .with_all(FORMS, 0..it.forms.len());
    for (row, place) in (0..).zip(places) {
        form = form
            .with(&field(PLACES, row, "medium"), place.medium.key())
            .with(&field(PLACES, row, "name"), &place.name)
            .with(
                &field(PLACES, row, "link"),
                place.link.as_deref().unwrap_or_default(),
            );
    }
    for (row, held) in (0..).zip(&it.forms) {
        let session = held.session.map(|it| it.to_string()).unwrap_or_default();
        form = form
            .with(&field(FORMS, row, "kind"), held.kind.key())
            .with(&field(FORMS, row, "on"), held.on)
            .with(
                &field(FORMS, row, "where"),
                held.place.as_deref().unwrap_or_default(),
            )
            .with(
                &field(FORMS, row, "note"),
                held.note.as_deref().unwrap_or_default(),
            )
            .with(&field(FORMS, row, "session"), session);
    }
    form
}

/// Reads the fields; `None` if something is wrong with them, or contradicts itself or the law, which
/// the form then says.
pub fn read(form: &mut Form, draft: &Programme) -> Option<Consultation> {
    let m = form.words();
    let profile = form
        .typed("profile", m.office_consultation_profile())
        .required()
        .choice(|key| Profile::ALL.into_iter().find(|it| it.key() == key));
    let notice = notice(form);
    let opens_on = form.typed("opens", m.office_consultation_opens()).date();
    let closes_on = form.typed("closes", m.office_consultation_closes()).date();
    let forms = forms(form, draft);
    let plain_summary_on = form
        .typed("summary", m.office_consultation_summary())
        .date();
    let report_made_on = form.typed("made", m.office_consultation_made()).date();
    let report_published_on = form
        .typed("published", m.office_consultation_published())
        .date();
    form.is_valid().then_some(())?;
    let read = Consultation {
        profile: profile?,
        notice,
        opens_on,
        closes_on,
        forms,
        plain_summary_on,
        report_made_on,
        report_published_on,
    };
    for problem in read.problems() {
        tell(form, problem);
    }
    form.is_valid().then_some(read)
}

/// The notice. One that has places and no day would be forgotten with them, so the day is asked for.
fn notice(form: &mut Form) -> Option<Notice> {
    let m = form.words();
    let mut places = Vec::new();
    for row in ids(form.data(), PLACES) {
        let medium = form
            .typed(&field(PLACES, row, "medium"), m.office_place_medium())
            .required()
            .choice(|key| Medium::ALL.into_iter().find(|it| it.key() == key));
        let name = form
            .typed(&field(PLACES, row, "name"), m.office_place_name())
            .text(NAME);
        let link = form
            .typed(&field(PLACES, row, "link"), m.office_place_link())
            .text(LINK);
        places.extend(medium.map(|medium| NoticePlace {
            medium,
            name: name.unwrap_or_default(),
            link,
        }));
    }
    let says = form
        .typed("says", m.office_consultation_says())
        .many(|key| NoticeItem::ALL.into_iter().find(|it| it.key() == key));
    let says_anything = !places.is_empty() || !says.is_empty();
    let typed = form.typed("notice", m.office_consultation_notice());
    let typed = if says_anything {
        typed.required()
    } else {
        typed
    };
    typed.date().map(|on| Notice {
        on,
        places,
        says: says.into_iter().collect(),
    })
}

fn forms(form: &mut Form, draft: &Programme) -> Vec<HeldForm> {
    let m = form.words();
    let mut forms = Vec::new();
    for row in ids(form.data(), FORMS) {
        let kind = form
            .typed(&field(FORMS, row, "kind"), m.office_form_kind())
            .required()
            .choice(|key| FormKind::ALL.into_iter().find(|it| it.key() == key));
        let on = form
            .typed(&field(FORMS, row, "on"), m.office_form_on())
            .required()
            .date();
        let place = form
            .typed(&field(FORMS, row, "where"), m.office_form_where())
            .text(NAME);
        let note = form
            .typed(&field(FORMS, row, "note"), m.office_form_note())
            .lines(NOTE);
        let session = form
            .typed(&field(FORMS, row, "session"), m.office_form_session())
            .choice(|guid| {
                let mut guids = draft.sessions.iter().map(|session| session.guid);
                guids.find(|known| known.to_string() == guid)
            });
        if let (Some(kind), Some(on)) = (kind, on) {
            forms.push(HeldForm {
                kind,
                on,
                place,
                note,
                session,
            });
        }
    }
    forms
}

/// Says what is wrong at the field where it is.
fn tell(form: &mut Form, problem: Problem) {
    let m = form.words();
    let row = |group: &str, at: usize| ids(form.data(), group).get(at).copied().unwrap_or(0);
    let (name, label) = match problem.field {
        Field::NoticeOn => ("notice".to_owned(), m.office_consultation_notice()),
        Field::NoticePlace(at) if problem.fault == Fault::NotAWebAddress => (
            field(PLACES, row(PLACES, at), "link"),
            m.office_place_link(),
        ),
        Field::NoticePlace(at) => (
            field(PLACES, row(PLACES, at), "name"),
            m.office_place_name(),
        ),
        Field::OpensOn => ("opens".to_owned(), m.office_consultation_opens()),
        Field::ClosesOn => ("closes".to_owned(), m.office_consultation_closes()),
        Field::Form(at) => (field(FORMS, row(FORMS, at), "on"), m.office_form_on()),
        Field::PlainSummaryOn => ("summary".to_owned(), m.office_consultation_summary()),
        Field::ReportMadeOn => ("made".to_owned(), m.office_consultation_made()),
        Field::ReportPublishedOn => ("published".to_owned(), m.office_consultation_published()),
    };
    let says = says(problem.fault, m);
    form.fail(&name, label, says);
}

fn says(fault: Fault, m: &Messages) -> String {
    match fault {
        Fault::ClosesBeforeStart => m.office_wrong_closes_before_start().to_owned(),
        Fault::TooFewDays {
            least, earliest, ..
        } => m.office_wrong_too_few_days(dates::long_date(earliest, m.lang()), least),
        Fault::NoticeAfterStart => m.office_wrong_notice_after_start().to_owned(),
        Fault::OutsideOfPeriod => m.office_wrong_outside_of_period().to_owned(),
        Fault::Nameless => m.office_wrong_nameless().to_owned(),
        Fault::NotAWebAddress => m.office_wrong_not_a_web_address().to_owned(),
        Fault::ReportBeforeEnd => m.office_wrong_report_before_end().to_owned(),
        Fault::PublishedBeforeMade => m.office_wrong_published_before_made().to_owned(),
    }
}
