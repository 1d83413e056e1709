//! The consultation clock: tables of days for each rule, and what holds for all consultations.

use jiff::civil::{Date, date};
use proptest::prelude::*;
use wiec_model::Zone;
use wiec_model::consultation::{
    Consultation, Demand, Fault, Field, FormKind, HeldForm, Lack, Medium, Notice, NoticeItem,
    NoticePlace, Phase, Problem, Profile, Standing, State, check, days, is_green,
};

fn notice(on: Date, media: &[Medium]) -> Notice {
    let place = |medium| NoticePlace {
        medium,
        name: "tablica".to_owned(),
        link: None,
    };
    Notice {
        on,
        places: media.iter().map(|&medium| place(medium)).collect(),
        says: NoticeItem::ALL.into(),
    }
}

fn form(kind: FormKind, on: Date) -> HeldForm {
    HeldForm {
        kind,
        on,
        place: None,
        note: None,
        session: None,
    }
}

/// Announced and opened on 1 March 2026, closed with 5 April: exactly 35 days, across the change to
/// summer time.
fn development_policy() -> Consultation {
    Consultation {
        profile: Profile::DevelopmentPolicy,
        notice: Some(notice(date(2026, 3, 1), &[Medium::Website])),
        opens_on: Some(date(2026, 3, 1)),
        closes_on: Some(date(2026, 4, 5)),
        ..Consultation::default()
    }
}

fn revitalisation() -> Consultation {
    Consultation {
        profile: Profile::Revitalisation,
        notice: Some(notice(date(2026, 2, 27), &Medium::ALL)),
        plain_summary_on: Some(date(2026, 2, 20)),
        forms: vec![
            form(FormKind::StudyWalk, date(2026, 3, 10)),
            form(FormKind::Workshop, date(2026, 3, 20)),
        ],
        ..Consultation {
            opens_on: Some(date(2026, 3, 1)),
            closes_on: Some(date(2026, 4, 5)),
            ..Consultation::default()
        }
    }
}

fn on(today: Date) -> Standing {
    Standing {
        today,
        remarks: 3,
        unanswered: 0,
    }
}

/// How the rule with this key stands.
fn state(it: &Consultation, standing: Standing, key: &str) -> (State, Vec<Lack>) {
    let requirements = check(it, standing);
    let found = requirements
        .into_iter()
        .find(|it| it.rule.demand.key() == key);
    let found = found.unwrap_or_else(|| panic!("no rule {key}"));
    (found.state, found.lacks)
}

#[test]
fn thirty_five_days_are_enough_and_thirty_four_are_not() {
    // Leap years, changes of the clocks and the turn of a year change nothing: days are days.
    for event in [
        date(2026, 3, 1),
        date(2026, 10, 1),
        date(2028, 2, 1),
        date(2026, 12, 10),
    ] {
        for (last, short) in [(35, 0), (36, 0), (34, 1), (1, 34)] {
            let last = days::last_day(event, last);
            let mut it = development_policy();
            it.notice = Some(notice(event, &[Medium::Website]));
            it.opens_on = Some(event);
            it.closes_on = Some(last);
            let by = days::last_day(event, 35);
            let expected = if short == 0 {
                (State::Met, vec![])
            } else {
                (State::Missing { by }, vec![Lack::Days(short)])
            };
            assert_eq!(state(&it, on(event), "remarks_for"), expected);
            let fault = Fault::TooFewDays {
                days: 35 - i32::try_from(short).unwrap(),
                least: 35,
                earliest: by,
            };
            let problem = Problem {
                field: Field::ClosesOn,
                fault,
            };
            let expected = if short == 0 { vec![] } else { vec![problem] };
            assert_eq!(it.problems(), expected);
        }
    }
}

#[test]
fn the_days_count_from_the_notice_in_one_act_and_from_the_start_in_the_other() {
    let late = date(2026, 3, 2);
    let mut it = development_policy();
    it.notice = Some(notice(late, &[Medium::Website]));
    it.opens_on = Some(late);
    assert_eq!(
        state(&it, on(late), "remarks_for"),
        (
            State::Missing {
                by: date(2026, 4, 6)
            },
            vec![Lack::Days(1)]
        )
    );
    let it = revitalisation();
    assert_eq!(state(&it, on(late), "remarks_for"), (State::Met, vec![]));
    let mut it = revitalisation();
    it.opens_on = Some(late);
    assert_eq!(
        state(&it, on(late), "remarks_for"),
        (
            State::Missing {
                by: date(2026, 4, 6)
            },
            vec![Lack::Days(1)]
        )
    );
}

#[test]
fn the_report_is_due_thirty_days_after_the_last_day_even_on_a_sunday() {
    let mut it = development_policy();
    it.notice = Some(notice(date(2019, 10, 14), &[Medium::Website]));
    it.opens_on = Some(date(2019, 10, 14));
    it.closes_on = Some(date(2019, 11, 29));
    let last = date(2019, 12, 29);
    assert_eq!(last.weekday(), jiff::civil::Weekday::Sunday);
    let due = |days_left| State::DueBy { last, days_left };
    for (today, expected) in [
        (date(2019, 11, 29), (State::NotYet, vec![])),
        (date(2019, 11, 30), (due(29), vec![Lack::Report])),
        (date(2019, 12, 29), (due(0), vec![Lack::Report])),
        (
            date(2019, 12, 30),
            (State::Missing { by: last }, vec![Lack::Report]),
        ),
    ] {
        assert_eq!(state(&it, on(today), "report_within"), expected, "{today}");
    }
    it.report_published_on = Some(last);
    assert_eq!(
        state(&it, on(date(2020, 1, 9)), "report_within"),
        (State::Met, vec![])
    );
    it.report_published_on = Some(date(2020, 1, 2));
    assert_eq!(
        state(&it, on(date(2020, 1, 9)), "report_within"),
        (State::Missing { by: last }, vec![Lack::Late(4)])
    );
}

#[test]
fn where_no_source_names_a_day_there_is_no_rule() {
    let keys = |profile: Profile| -> Vec<&str> {
        profile
            .rules()
            .iter()
            .map(|rule| rule.demand.key())
            .collect()
    };
    assert_eq!(
        keys(Profile::DevelopmentPolicy),
        [
            "notice_in",
            "notice_says",
            "remarks_for",
            "answer_each",
            "report_within"
        ]
    );
    assert_eq!(
        keys(Profile::Revitalisation),
        [
            "notice_in",
            "notice_by_start",
            "plain_summary",
            "further_forms",
            "remarks_for"
        ]
    );
    assert_eq!(keys(Profile::None), [""; 0]);
    for rule in Profile::ALL.iter().flat_map(|profile| profile.rules()) {
        assert!(rule.source.provision.starts_with("art. 6"), "{rule:?}");
    }
}

#[test]
fn a_notice_is_missed_from_the_last_day_on_which_it_leaves_people_their_days() {
    let mut it = development_policy();
    it.notice = None;
    it.opens_on = Some(date(2026, 3, 10));
    let by = date(2026, 3, 1);
    for (today, expected) in [
        (
            date(2026, 2, 27),
            State::DueBy {
                last: by,
                days_left: 2,
            },
        ),
        (
            by,
            State::DueBy {
                last: by,
                days_left: 0,
            },
        ),
        (date(2026, 3, 2), State::Missing { by }),
    ] {
        let found = state(&it, on(today), "notice_in");
        assert_eq!(found, (expected, vec![Lack::Notice]), "{today}");
    }
}

#[test]
fn each_place_and_each_word_that_a_notice_lacks_is_named() {
    let mut it = revitalisation();
    it.notice = Some(notice(
        date(2026, 2, 27),
        &[Medium::Press, Medium::Bulletin],
    ));
    assert_eq!(
        state(&it, on(date(2026, 2, 28)), "notice_in"),
        (
            State::DueBy {
                last: date(2026, 3, 1),
                days_left: 1
            },
            vec![Lack::Medium(Medium::Board), Lack::Medium(Medium::Customary)]
        )
    );
    let mut it = development_policy();
    if let Some(notice) = &mut it.notice {
        notice.says = [NoticeItem::Deadline].into();
    }
    let (_, lacks) = state(&it, on(date(2026, 3, 1)), "notice_says");
    assert_eq!(
        lacks,
        [NoticeItem::WayOfSending, NoticeItem::Meetings].map(Lack::NoticeItem)
    );
}

#[test]
fn forms_count_by_kind_once_they_were_held_within_the_days() {
    let last = date(2026, 4, 5);
    let due = |days_left| State::DueBy { last, days_left };
    let walk = form(FormKind::StudyWalk, date(2026, 3, 10));
    let workshop = form(FormKind::Workshop, date(2026, 3, 20));
    let early = form(FormKind::Debate, date(2026, 2, 10));
    for (forms, today, expected) in [
        (vec![], date(2026, 4, 1), (due(4), vec![Lack::Forms(2)])),
        (
            vec![walk.clone(), walk.clone()],
            date(2026, 4, 1),
            (due(4), vec![Lack::Forms(1)]),
        ),
        (
            vec![walk.clone(), early],
            date(2026, 4, 1),
            (due(4), vec![Lack::Forms(1)]),
        ),
        (
            vec![walk.clone(), workshop.clone()],
            date(2026, 3, 15),
            (due(21), vec![Lack::Forms(1)]),
        ),
        (
            vec![walk.clone(), workshop],
            date(2026, 3, 20),
            (State::Met, vec![]),
        ),
        (
            vec![walk],
            date(2026, 4, 6),
            (State::Missing { by: last }, vec![Lack::Forms(1)]),
        ),
    ] {
        let it = Consultation {
            forms,
            ..revitalisation()
        };
        assert_eq!(state(&it, on(today), "further_forms"), expected, "{today}");
    }
}

#[test]
fn every_remark_needs_a_position_by_the_day_of_the_report() {
    let it = development_policy();
    let standing = |today, remarks, unanswered| Standing {
        today,
        remarks,
        unanswered,
    };
    let last = date(2026, 5, 5);
    for (standing, expected) in [
        (standing(date(2026, 3, 9), 0, 0), (State::NotYet, vec![])),
        (standing(date(2026, 4, 6), 0, 0), (State::Met, vec![])),
        (standing(date(2026, 4, 6), 9, 0), (State::Met, vec![])),
        (
            standing(date(2026, 5, 4), 9, 2),
            (State::DueBy { last, days_left: 1 }, vec![Lack::Answers(2)]),
        ),
        (
            standing(date(2026, 5, 6), 9, 2),
            (State::Missing { by: last }, vec![Lack::Answers(2)]),
        ),
    ] {
        assert_eq!(
            state(&it, standing, "answer_each"),
            expected,
            "{standing:?}"
        );
    }
}

#[test]
fn a_clock_is_green_while_nothing_is_late() {
    let mut it = development_policy();
    assert!(is_green(&check(&it, on(date(2026, 4, 20)))));
    assert!(!is_green(&check(&it, on(date(2026, 5, 6)))));
    it.report_published_on = Some(date(2026, 5, 5));
    let requirements = check(&it, on(date(2026, 6, 1)));
    assert!(
        requirements
            .iter()
            .all(|it| it.state == State::Met && it.lacks.is_empty())
    );
    assert!(is_green(&check(&revitalisation(), on(date(2026, 4, 6)))));
    assert!(is_green(&check(
        &Consultation::default(),
        on(date(2026, 4, 6))
    )));
}

#[test]
fn a_phase_follows_from_the_days() {
    let it = development_policy();
    let reported = Consultation {
        report_published_on: Some(date(2026, 4, 20)),
        ..development_policy()
    };
    let unset = Consultation {
        opens_on: None,
        closes_on: None,
        ..development_policy()
    };
    for (it, today, expected) in [
        (&it, date(2026, 2, 28), Phase::Before),
        (&it, date(2026, 3, 1), Phase::Open),
        (&it, date(2026, 4, 5), Phase::Open),
        (&it, date(2026, 4, 6), Phase::AwaitingReport),
        (&reported, date(2026, 4, 19), Phase::AwaitingReport),
        (&reported, date(2026, 4, 20), Phase::Over),
        (&unset, date(2026, 4, 6), Phase::Before),
        (&Consultation::default(), date(2026, 4, 6), Phase::Open),
    ] {
        assert_eq!(it.phase(today), expected, "{today}");
    }
}

#[test]
fn the_last_day_ends_at_midnight_by_the_clocks_of_the_congress() {
    let zone = Zone::default();
    let mut it = development_policy();
    let closes = |it: &Consultation| it.closes_at(&zone).map(|at| at.to_string());
    assert_eq!(closes(&it).as_deref(), Some("2026-04-05T22:00:00Z"));
    it.closes_on = Some(date(2026, 3, 28));
    assert_eq!(closes(&it).as_deref(), Some("2026-03-28T23:00:00Z"));
    it.closes_on = None;
    assert_eq!(closes(&it), None);
    let before = Standing::at("2026-03-28T22:59:59Z".parse().unwrap(), &zone, 1, 0);
    assert_eq!(before.today, date(2026, 3, 28));
}

#[test]
fn what_contradicts_itself_is_told_at_its_field() {
    let mut it = Consultation {
        report_made_on: Some(date(2026, 4, 8)),
        report_published_on: Some(date(2026, 4, 7)),
        forms: vec![form(FormKind::Debate, date(2026, 4, 6))],
        ..development_policy()
    };
    it.notice = Some(Notice {
        on: date(2026, 3, 2),
        places: vec![
            NoticePlace {
                medium: Medium::Press,
                name: " ".to_owned(),
                link: None,
            },
            NoticePlace {
                medium: Medium::Website,
                name: String::new(),
                link: Some("javascript:alert(1)".to_owned()),
            },
        ],
        says: [].into(),
    });
    let fields: Vec<(Field, &str)> = it
        .problems()
        .iter()
        .map(|it| (it.field, it.fault.key()))
        .collect();
    assert_eq!(
        fields,
        [
            (Field::NoticeOn, "notice_after_start"),
            (Field::NoticePlace(0), "nameless"),
            (Field::NoticePlace(1), "not_a_web_address"),
            (Field::ClosesOn, "too_few_days"),
            (Field::Form(0), "outside_of_period"),
            (Field::ReportPublishedOn, "published_before_made"),
        ]
    );
    it.closes_on = Some(date(2026, 2, 1));
    assert!(it.problems().contains(&Problem {
        field: Field::ClosesOn,
        fault: Fault::ClosesBeforeStart
    }));
    assert_eq!(Consultation::default().problems(), []);
}

#[test]
fn an_untouched_one_is_an_empty_object() {
    let read: Consultation = serde_json::from_str("{}").unwrap();
    assert_eq!(read, Consultation::default());
    let written = serde_json::to_string(&revitalisation()).unwrap();
    let read: Consultation = serde_json::from_str(&written).unwrap();
    assert_eq!(read, revitalisation());
}

fn a_day() -> impl Strategy<Value = Date> {
    (0_u32..500).prop_map(|days| days::last_day(date(2026, 1, 1), days))
}

fn a_consultation() -> impl Strategy<Value = Consultation> {
    let profile = prop::sample::select(&Profile::ALL[..]);
    let day = || proptest::option::of(a_day());
    let forms =
        proptest::collection::vec((prop::sample::select(&FormKind::ALL[..]), a_day()), 0..4);
    (profile, day(), day(), day(), day(), day(), forms).prop_map(
        |(profile, announced, opens_on, closes_on, summary, report, forms)| Consultation {
            profile,
            notice: announced.map(|on| notice(on, &Medium::ALL)),
            opens_on,
            closes_on,
            forms: forms.into_iter().map(|(kind, on)| form(kind, on)).collect(),
            plain_summary_on: summary,
            report_made_on: report,
            report_published_on: report,
        },
    )
}

proptest! {
    #[test]
    fn every_rule_is_judged_once_and_what_is_kept_lacks_nothing(
        it in a_consultation(), today in a_day(), remarks in 0_u32..9,
    ) {
        let standing = Standing { today, remarks, unanswered: remarks / 2 };
        let found = check(&it, standing);
        let rules: Vec<Demand> = found.iter().map(|it| it.rule.demand).collect();
        let expected: Vec<Demand> = it.profile.rules().iter().map(|rule| rule.demand).collect();
        prop_assert_eq!(rules, expected);
        for requirement in found {
            match requirement.state {
                State::Met => prop_assert_eq!(requirement.lacks, []),
                State::DueBy { last, .. } => prop_assert!(today <= last),
                State::Missing { .. } => prop_assert!(!requirement.lacks.is_empty()),
                State::NotYet => {}
            }
        }
    }

    #[test]
    fn too_few_days_are_a_problem_exactly_when_the_rule_is_broken(
        it in a_consultation(), today in a_day(),
    ) {
        let short = check(&it, on(today)).iter().any(|it| {
            it.rule.demand.key() == "remarks_for" && matches!(it.state, State::Missing { .. })
        });
        let told = it.problems().iter().any(|it| {
            matches!(it.fault, Fault::TooFewDays { .. } | Fault::ClosesBeforeStart)
        });
        prop_assert!(!short || told);
    }

    #[test]
    fn time_alone_never_leads_back_to_an_earlier_phase(it in a_consultation(), today in a_day()) {
        prop_assert!(it.phase(today) <= it.phase(today.tomorrow().unwrap()));
    }

    #[test]
    fn what_is_stored_comes_back(it in a_consultation()) {
        let written = serde_json::to_string(&it).unwrap();
        prop_assert_eq!(serde_json::from_str::<Consultation>(&written).unwrap(), it);
    }
}
