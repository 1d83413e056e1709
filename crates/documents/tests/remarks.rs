//! Tables of remarks as offices lay them out.

use wiec_documents::{
    About, Fault, Field, Mapping, Place, Problem, Table, UnitKind, Which, read_table, remarks,
};

fn table(text: &str) -> Table {
    read_table(text.as_bytes(), "u.csv", Which::First).expect("it is a good file")
}

/// The fields of the columns, as far as they are known.
fn guessed(header: &str) -> Vec<(Field, usize)> {
    let mapping = Mapping::guess(&table(header));
    let fields = Field::ALL.iter();
    fields
        .filter_map(|field| mapping.column(*field).map(|column| (*field, column)))
        .collect()
}

#[test]
fn usual_headers_are_known() {
    use Field::*;
    let cases = [
        (
            "Lp.;Podmiot zgłaszający uwagę;Jednostka redakcyjna, której uwaga dotyczy;Treść uwagi wraz z uzasadnieniem;Propozycja brzmienia przepisu;Stanowisko do uwagi",
            vec![
                (Number, 1),
                (Body, 2),
                (About, 3),
                (Remark, 4),
                (ProposedWording, 5),
                (Answer, 6),
            ],
        ),
        (
            "Część dokumentu, do której odnosi się uwaga;Obecne brzmienie;Proponowane brzmienie;Uzasadnienie;Zgłaszający;Adres e-mail",
            vec![
                (Body, 5),
                (About, 1),
                (CurrentWording, 2),
                (Reasons, 4),
                (ProposedWording, 3),
                (Contact, 6),
            ],
        ),
        (
            "Nr uwagi;Nazwa organizacji;Str.;Uwaga;Uzasadnienie uwagi;Sposób rozpatrzenia uwagi",
            vec![
                (Number, 1),
                (Body, 2),
                (Remark, 4),
                (Reasons, 5),
                (Answer, 6),
            ],
        ),
        (
            "No.;Submitted by;Paragraph;Comment;Justification;Proposed wording;Response;Contact",
            vec![
                (Number, 1),
                (Body, 2),
                (About, 3),
                (Remark, 4),
                (Reasons, 5),
                (ProposedWording, 6),
                (Answer, 7),
                (Contact, 8),
            ],
        ),
    ];
    for (header, expected) in cases {
        assert_eq!(guessed(header), expected, "{header}");
    }
}

const TABLE: &str = "Zestawienie uwag;;;\n\
Lp.;Podmiot;Przepis;Uwaga;E-mail\n\
1;2;3;4;5\n\
1;Miasto Łódź;§ 4 ust. 2;Za mało.;biuro@example.org\n\
2;Stowarzyszenie;Mieszkania;Za dużo.;biuro@\n\
2;Osoba;–;;\n\
1;Osoba;p7;Dobrze.;\n";

#[test]
fn remarks_are_read_and_every_bad_row_is_named() {
    let table = table(TABLE);
    let (read, problems) = remarks(&table, &Mapping::guess(&table));
    let rows: Vec<_> = read
        .iter()
        .map(|remark| (remark.row, remark.remark.as_str()))
        .collect();
    assert_eq!(rows, [(4, "Za mało."), (5, "Za dużo."), (7, "Dobrze.")]);
    let About::Units(units) = &read[0].about else {
        panic!("{:?}", read[0].about);
    };
    let kinds: Vec<_> = units.iter().map(|unit| unit.kind).collect();
    assert_eq!(kinds, [UnitKind::Paragraph, UnitKind::Subsection]);
    assert_eq!(read[2].about, About::Anchor(7));
    let problem = |row, column, fault| Problem {
        place: Place { row, column },
        fault,
    };
    assert_eq!(
        problems,
        [
            problem(5, 3, Fault::UnreadableReference("Mieszkania".to_owned())),
            problem(5, 5, Fault::BadContact("biuro@".to_owned())),
            problem(6, 4, Fault::EmptyRemark),
            problem(
                7,
                1,
                Fault::NumberTwice {
                    number: "1".to_owned(),
                    first: 4
                }
            ),
        ]
    );
    assert_eq!(problems[2].place.to_string(), "D6");
}

#[test]
fn columns_can_be_chosen_by_hand() {
    let table = table("a;b\nx;y\n");
    let mut mapping = Mapping::guess(&table);
    let (read, problems) = remarks(&table, &mapping);
    assert_eq!(
        (read.len(), problems[0].fault.clone()),
        (0, Fault::NoRemarkColumn)
    );
    mapping.set_header_row(1);
    mapping.set(Field::Body, 2);
    mapping.set(Field::Remark, 2);
    let (read, problems) = remarks(&table, &mapping);
    assert_eq!((read[0].remark.as_str(), read[0].body.as_str()), ("y", ""));
    assert_eq!(problems, []);
}
