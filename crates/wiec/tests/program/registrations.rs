//! Thirteen hundred people register at once, and the power goes in the middle of it.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Condvar, Mutex};
use std::thread::JoinHandle;

use wiec_model::registration::{Registration, RegistrationForm, State};
use wiec_store::{Actor, Listed, SavedForm, Store, WantedRegistrations};

use crate::place::Place;
use crate::running::{Running, origin_in, try_post};
use crate::sample::{file, programme, slug};

const PEOPLE: u32 = 1300;
const PLACES: u32 = 1000;
/// So many are received when the server is killed.
const KILLED_AFTER: usize = 500;
/// So many ask at the same moment.
const AT_ONCE: usize = 24;
/// A server behind a proxy: every one of them comes from an address of their own.
const SERVE: [&str; 4] = ["serve", "--bind", "127.0.0.1:0", "--trust-proxy"];

/// Where the server is, and the how-manieth it is. Whoever found one gone waits for the next.
#[derive(Default)]
struct Hall {
    server: Mutex<(u32, String)>,
    opened: Condvar,
    next: AtomicU32,
}

impl Hall {
    fn open(&self, origin: String) {
        let mut server = self.server.lock().unwrap();
        *server = (server.0 + 1, origin);
        self.opened.notify_all();
    }

    /// The server after the one of this number.
    fn server_after(&self, gone: u32) -> (u32, String) {
        let server = self.server.lock().unwrap();
        let next = self.opened.wait_while(server, |server| server.0 <= gone);
        next.unwrap().clone()
    }

    /// One person after the other registers, each until they are answered. Says who came, in order.
    fn come(&self, received: &Sender<u32>) -> Vec<u32> {
        let (mut gone, mut came) = (0, Vec::new());
        loop {
            let person = 1 + self.next.fetch_add(1, Ordering::Relaxed);
            if person > PEOPLE {
                return came;
            }
            loop {
                let (number, origin) = self.server_after(gone);
                if is_received(&origin, person) {
                    break;
                }
                gone = number;
            }
            // Nobody listens any more if the test has failed already.
            let _ = received.send(person);
            came.push(person);
        }
    }
}

/// Sends somebody's form. It carries the same key every time, as a page that is sent again does.
fn is_received(origin: &str, person: u32) -> bool {
    let form = format!(
        "key={person:026}&email={}&name=Osoba+{person}&environment=resident&town=Kielce&consent-regulamin=1",
        email(person)
    );
    let [high, low] = [person / 256, person % 256];
    let from = format!("X-Forwarded-For: 198.18.{high}.{low}\r\n");
    let Ok(answer) = try_post(origin, "/rejestracja", &form, &from) else {
        return false;
    };
    assert_eq!(answer.status, 303, "{answer:?}");
    assert!(answer.head.contains("/rejestracja/przyjete"), "{answer:?}");
    true
}

fn email(person: u32) -> String {
    format!("osoba-{person}@kongres.example")
}

#[tokio::test]
async fn of_1300_who_register_while_the_server_is_killed_none_is_lost_and_1000_have_a_place() {
    let place = Place::make().await;
    // What was kept of a congress of long ago would be forgotten in the first night. The days of the
    // week are the same in 2075.
    place.write("congress.json", &file().replace("2019-", "2075-"));
    place.run(&["import", "congress.json"]).well();
    place.run(&["release", "kpm-2019", "--name", "1.0"]).well();
    let store = place.store().await;
    set_up(&store).await;
    store.close().await;
    let hall = Arc::new(Hall::default());
    let (received, answered) = channel();
    let queues: Vec<JoinHandle<Vec<u32>>> = (0..AT_ONCE)
        .map(|_| {
            let (hall, received) = (Arc::clone(&hall), received.clone());
            std::thread::spawn(move || hall.come(&received))
        })
        .collect();
    drop(received);

    let first = serve(&place, &hall);
    let acknowledged: Vec<u32> = answered.iter().take(KILLED_AFTER).collect();
    // Dropped, it is killed as the system kills: it finishes and writes nothing more.
    drop(first);
    let there: BTreeSet<String> = all(&place).await.iter().filter_map(address).collect();
    for person in acknowledged {
        assert!(there.contains(&email(person)), "{person} is lost");
    }
    let second = serve(&place, &hall);
    assert_eq!(answered.iter().count(), PEOPLE as usize - KILLED_AFTER);
    let queues: Vec<Vec<u32>> = queues.into_iter().map(|it| it.join().unwrap()).collect();
    assert!(second.end().success());

    let rows = all(&place).await;
    let addresses: BTreeSet<String> = rows.iter().filter_map(address).collect();
    assert_eq!(addresses, (1..=PEOPLE).map(email).collect());
    let number = |person: u32| {
        let own = email(person);
        let mut rows = rows.iter();
        let row = rows.find(|row| address(row).as_ref() == Some(&own));
        row.unwrap().registration.number
    };
    for queue in queues {
        let numbers: Vec<u32> = queue.into_iter().map(number).collect();
        assert!(numbers.is_sorted(), "who came later was received earlier");
    }
    let all: Vec<Registration> = rows.into_iter().map(|row| row.registration).collect();
    let numbers: Vec<u32> = all.iter().map(|one| one.number).collect();
    assert_eq!(numbers, (1..=PEOPLE).collect::<Vec<_>>());
    for one in &all {
        let is_waiting = matches!(one.state, State::Waitlisted { .. });
        assert_eq!(one.state.takes_place(), one.number <= PLACES, "{one:?}");
        assert_eq!(is_waiting, one.number > PLACES, "{one:?}");
    }
}

/// The form is open at any time, and has so many places.
async fn set_up(store: &Store) {
    let form = RegistrationForm {
        opens_at: None,
        closes_at: None,
        capacity: Some(PLACES),
        ..RegistrationForm::usual(&programme(&file()).congress)
    };
    let mut tx = store
        .begin(Actor::Operator, jiff::Timestamp::UNIX_EPOCH)
        .await
        .unwrap();
    let saved = tx.registrations().save_form(&slug(), &form, 0).await;
    assert_eq!(saved.unwrap(), SavedForm::Saved(Vec::new()));
    tx.commit().await.unwrap();
}

fn serve(place: &Place, hall: &Hall) -> Running {
    let mut server = Running::start(&mut place.command(&SERVE));
    hall.open(origin_in(&server.says("at http://127.0.0.1:")));
    server
}

async fn all(place: &Place) -> Vec<Listed> {
    let store = place.store().await;
    let registrations = store.registrations();
    let wanted = WantedRegistrations::default();
    let page = registrations.page(&slug(), &wanted, 9999).await.unwrap();
    store.close().await;
    page.rows
}

fn address(row: &Listed) -> Option<String> {
    row.email.as_ref().map(ToString::to_string)
}
