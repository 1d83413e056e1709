//! The competition's files: numbers between white space, without any names.

use crate::enrolment::{Problem, SLOTS};
use crate::error::{Malformed, ensure};

/// Reads a `.tim` file.
///
/// # Errors
///
/// [`Malformed`] if something is no number, or there are too few or too many of them.
pub fn read(text: &str) -> Result<Problem, Malformed> {
    let mut numbers = Numbers(text.split_ascii_whitespace());
    let (events, rooms) = (numbers.next()?, numbers.next()?);
    let (features, people) = (numbers.next()?, numbers.next()?);
    let (events, rooms, features, people) = (
        events as usize,
        rooms as usize,
        features as usize,
        people as usize,
    );
    ensure(events.max(rooms).max(features).max(people) < 20_000, || {
        "more than twenty thousand of something is too many".to_owned()
    })?;
    let places = rooms * SLOTS;
    ensure(places < u16::MAX as usize && events <= places, || {
        format!("{events} events do not fit into {places} places, or there are too many of them")
    })?;
    let sizes = numbers.row(rooms)?;
    let attends = numbers.table(people, events)?;
    let offers = numbers.table(rooms, features)?;
    let needs = numbers.table(events, features)?;
    let available = numbers.table(events, SLOTS)?;
    let order = numbers.table(events, events)?;
    ensure(numbers.0.next().is_none(), || {
        "there are more numbers than the first four say".to_owned()
    })?;

    let attending: Vec<Vec<usize>> = (0..events)
        .map(|event| {
            (0..people)
                .filter(|&person| attends[person][event] == 1)
                .collect()
        })
        .collect();
    let suits = |event: usize, room: usize| {
        let equipped = needs[event]
            .iter()
            .zip(&offers[room])
            .all(|(need, offer)| need <= offer);
        equipped && attending[event].len() as i64 <= sizes[room]
    };
    let suitable = (0..events)
        .map(|event| (0..rooms).map(|room| suits(event, room)).collect())
        .collect();
    // Row before column where it says 1; every pair stands there twice, once as −1.
    let pairs = (0..events).flat_map(|row| (0..events).map(move |column| (row, column)));
    let precedences = pairs
        .filter(|&(row, column)| order[row][column] == 1)
        .collect();
    let open = |row: Vec<i64>| row.into_iter().map(|it| it == 1).collect();
    Ok(Problem {
        rooms,
        people,
        suitable,
        available: available.into_iter().map(open).collect(),
        precedences,
        attending,
    })
}

struct Numbers<'a>(std::str::SplitAsciiWhitespace<'a>);

impl Numbers<'_> {
    fn next(&mut self) -> Result<i64, Malformed> {
        let word = self.0.next();
        let word = word.ok_or_else(|| Malformed("the file ends too early".to_owned()))?;
        let number = word.parse();
        number.map_err(|_| Malformed(format!("{word:?} is no number")))
    }

    fn row(&mut self, length: usize) -> Result<Vec<i64>, Malformed> {
        (0..length).map(|_| self.next()).collect()
    }

    fn table(&mut self, rows: usize, columns: usize) -> Result<Vec<Vec<i64>>, Malformed> {
        (0..rows).map(|_| self.row(columns)).collect()
    }
}
