//! The most places, then the most first wishes, then the most second ones: branch and bound.

use crate::error::Malformed;
use crate::places::{Answer, Question};
use crate::relaxed::{Fate, solve, worths};

/// Finds the best answer. Looks at no more than `steps` partial answers (at least one); what it
/// has by then is returned, with [`Answer::proved`] false unless nothing better can exist.
pub fn allot(question: &Question, steps: usize) -> Result<Answer, Malformed> {
    question.check()?;
    let order: Vec<usize> = (0..question.parties.len()).collect();
    let worths = worths(question)?;
    let start = crate::serial::serve(question, &order)?;
    let mut search = Search {
        question,
        best: worth_of(question, &worths, &start.granted),
        granted: start.granted,
        worths,
    };
    let proved = search.run(steps);
    Ok(Answer {
        granted: search.granted,
        proved,
    })
}

fn worth_of(question: &Question, worths: &[Vec<i128>], granted: &[Vec<usize>]) -> i128 {
    let parties = question.parties.iter().zip(granted);
    let each = parties.flat_map(|(party, granted)| {
        let ranks = (0..party.wishes.len()).filter(|&rank| granted.contains(&party.wishes[rank]));
        ranks.map(|rank| worths[party.class][rank] * i128::from(party.size))
    });
    each.sum()
}

struct Search<'a> {
    question: &'a Question,
    worths: Vec<Vec<i128>>,
    best: i128,
    granted: Vec<Vec<usize>>,
}

type Fates = Vec<Vec<Fate>>;

impl Search<'_> {
    /// Whether everything was looked at.
    fn run(&mut self, steps: usize) -> bool {
        let parties = &self.question.parties;
        let open: Fates = parties
            .iter()
            .map(|party| {
                vec![
                    if party.quota == 0 {
                        Fate::Refused
                    } else {
                        Fate::Open
                    };
                    party.wishes.len()
                ]
            })
            .collect();
        let mut waiting = vec![open];
        let mut looked = 0;
        while let Some(fates) = waiting.pop() {
            if looked >= steps.max(1) {
                return false;
            }
            looked += 1;
            let Some((worth, taken)) = solve(self.question, &self.worths, &fates) else {
                continue;
            };
            if worth > self.best {
                match self.split(&fates, &taken) {
                    Some(children) => waiting.extend(children),
                    None => self.keep(worth, &fates, &taken),
                }
            }
        }
        true
    }

    fn keep(&mut self, worth: i128, fates: &Fates, taken: &[Vec<u32>]) {
        self.best = worth;
        for (index, party) in self.question.parties.iter().enumerate() {
            let has =
                |rank: &usize| fates[index][*rank] == Fate::Granted || taken[index][*rank] > 0;
            let ranks = (0..party.wishes.len()).filter(has);
            self.granted[index] = ranks.map(|rank| party.wishes[rank]).collect();
        }
    }

    /// Two narrower questions that leave out what is wrong with this flow, or none if it is right.
    fn split(&self, fates: &Fates, taken: &[Vec<u32>]) -> Option<[Fates; 2]> {
        let torn = self.torn(taken);
        let (index, rank) = torn.or_else(|| self.clashing(fates, taken))?;
        let mut without = fates.clone();
        without[index][rank] = Fate::Refused;
        let mut with = fates.clone();
        self.grant(&mut with, index, rank);
        Some([without, with])
    }

    /// The largest party that is partly granted a wish: small ones fit in afterwards.
    fn torn(&self, taken: &[Vec<u32>]) -> Option<(usize, usize)> {
        let parties = self.question.parties.iter().enumerate();
        let torn = parties.filter_map(|(index, party)| {
            let rank = taken[index]
                .iter()
                .position(|&people| people > 0 && people < party.size)?;
            Some((party.size, index, rank))
        });
        torn.max().map(|(_, index, rank)| (index, rank))
    }

    /// A wish granted that clashes with another one granted.
    fn clashing(&self, fates: &Fates, taken: &[Vec<u32>]) -> Option<(usize, usize)> {
        let parties = self.question.parties.iter().enumerate();
        let mut found = parties.filter_map(|(index, party)| {
            let open = |&rank: &usize| fates[index][rank] == Fate::Open && taken[index][rank] > 0;
            let granted: Vec<usize> = (0..party.wishes.len()).filter(open).collect();
            let clash = |a: usize| {
                let others = granted.iter().filter(move |&&b| b != a);
                others
                    .copied()
                    .any(|b| self.question.clash(party.wishes[a], party.wishes[b]))
            };
            granted
                .iter()
                .copied()
                .find(|&rank| clash(rank))
                .map(|rank| (index, rank))
        });
        found.next()
    }

    fn grant(&self, fates: &mut Fates, index: usize, rank: usize) {
        let wishes = &self.question.parties[index].wishes;
        for other in 0..wishes.len() {
            if self.question.clash(wishes[rank], wishes[other]) {
                fates[index][other] = Fate::Refused;
            }
        }
        fates[index][rank] = Fate::Granted;
    }
}
