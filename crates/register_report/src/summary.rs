//! Who remarked, and what came of it, counted.

use wiec_kit::messages::Messages;

use crate::remark::{Behalf, Decision, Published, ReportedRemark, Standing};

/// For each kind of body, and for all, how many remarks have which position.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Summary {
    /// In the order of [`bodies`].
    rows: [Tally; 5],
    pub(crate) removed: usize,
}

/// Remarks by position.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    accepted: usize,
    in_part: usize,
    rejected: usize,
    explained: usize,
    open: usize,
}

impl Summary {
    pub(crate) fn of(remarks: &[ReportedRemark]) -> Self {
        let mut summary = Self::default();
        for remark in remarks {
            match &remark.standing {
                Standing::Published(published) => {
                    summary.rows[body(&published.behalf)].count(published);
                }
                Standing::Removed { .. } => summary.removed += 1,
            }
        }
        summary
    }

    /// Remarks that can be read.
    pub(crate) fn published(&self) -> usize {
        self.rows.iter().map(Tally::all).sum()
    }

    /// Remarks that nobody answered yet.
    pub(crate) fn open(&self) -> usize {
        self.rows.iter().map(|row| row.open).sum()
    }

    /// What stands above the columns.
    pub(crate) fn head(m: &Messages) -> Vec<String> {
        let titles = [
            m.report_by_whom(),
            m.report_all(),
            m.report_accepted_many(),
            m.report_in_part_many(),
            m.report_rejected_many(),
            m.report_explained_many(),
            m.report_open_many(),
        ];
        titles.map(str::to_owned).to_vec()
    }

    /// A row for each kind of body that said anything, and one for all.
    pub(crate) fn rows(&self, m: &Messages) -> Vec<(&'static str, [usize; 6])> {
        let named = bodies(m).into_iter().zip(&self.rows);
        let mut rows: Vec<_> = named
            .filter(|(_, tally)| tally.all() > 0)
            .map(|(name, tally)| (name, tally.figures()))
            .collect();
        let mut all = [0; 6];
        for (_, row) in &rows {
            for (sum, figure) in all.iter_mut().zip(row) {
                *sum += figure;
            }
        }
        rows.push((m.report_all(), all));
        rows
    }

    /// The same as sentences: `Firmy: razem 2, przyjęte 1`, zeros left out.
    pub(crate) fn lines(&self, m: &Messages) -> Vec<String> {
        let head = Self::head(m);
        let line = |(name, figures): (&str, [usize; 6])| {
            let named = head[1..].iter().zip(figures);
            let told = named.filter(|(_, figure)| *figure > 0);
            let told: Vec<String> = told
                .map(|(title, figure)| format!("{} {figure}", title.to_lowercase()))
                .collect();
            format!("{name}: {}", told.join(", "))
        };
        match self.published() {
            0 => Vec::new(),
            _ => self.rows(m).into_iter().map(line).collect(),
        }
    }
}

impl Tally {
    fn count(&mut self, remark: &Published) {
        let place = match remark.answer.as_ref().map(|answer| answer.decision) {
            Some(Decision::Accepted) => &mut self.accepted,
            Some(Decision::InPart) => &mut self.in_part,
            Some(Decision::Rejected) => &mut self.rejected,
            Some(Decision::Explained) => &mut self.explained,
            None => &mut self.open,
        };
        *place += 1;
    }

    fn all(&self) -> usize {
        self.accepted + self.in_part + self.rejected + self.explained + self.open
    }

    fn figures(&self) -> [usize; 6] {
        [
            self.all(),
            self.accepted,
            self.in_part,
            self.rejected,
            self.explained,
            self.open,
        ]
    }
}

fn body(behalf: &Behalf) -> usize {
    match behalf {
        Behalf::Oneself => 0,
        Behalf::City(_) => 1,
        Behalf::Organisation(_) => 2,
        Behalf::Company(_) => 3,
        Behalf::Other(_) => 4,
    }
}

fn bodies(m: &Messages) -> [&'static str; 5] {
    [
        m.report_persons(),
        m.report_cities(),
        m.report_organisations(),
        m.report_companies(),
        m.report_others(),
    ]
}
