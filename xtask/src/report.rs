//! Steps: each says what it does and how long it took, and the last word is a summary.

use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::Result;

/// What happens to the steps after a failed one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnFailure {
    /// They are not done.
    Stop,
    /// They are done all the same.
    KeepGoing,
}

/// How a step ended.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Ending {
    Done,
    Failed,
    /// Left out on demand: the summary says so, loudly.
    LeftOut,
    /// A failure before it stopped the run.
    NotReached,
}

/// The record of one run of steps.
pub struct Report {
    on_failure: OnFailure,
    steps: Vec<(&'static str, Ending, Duration)>,
}

impl Report {
    /// A run in which nothing has been done yet.
    pub fn new(on_failure: OnFailure) -> Self {
        Self {
            on_failure,
            steps: Vec::new(),
        }
    }

    /// Does one step and returns what it made, if it was reached and went well.
    ///
    /// `advice` is one sentence: what the reader should do when the step has failed.
    pub fn step<T>(
        &mut self,
        name: &'static str,
        advice: &str,
        work: impl FnOnce() -> Result<T>,
    ) -> Option<T> {
        if self.failed() && self.on_failure == OnFailure::Stop {
            self.steps.push((name, Ending::NotReached, Duration::ZERO));
            return None;
        }
        println!("── {name}");
        let start = Instant::now();
        let outcome = work();
        let took = start.elapsed();
        let ending = match &outcome {
            Ok(_) => {
                println!("   ok: {name}, {}", seconds(took));
                Ending::Done
            }
            Err(problem) => {
                println!(
                    "   FAILED: {name}, {}: {problem:#}\n   {advice}",
                    seconds(took)
                );
                Ending::Failed
            }
        };
        self.steps.push((name, ending, took));
        outcome.ok()
    }

    /// Notes that a step is left out because the caller asked for that.
    pub fn leave_out(&mut self, name: &'static str) {
        println!("── {name}: LEFT OUT");
        self.steps.push((name, Ending::LeftOut, Duration::ZERO));
    }

    /// Prints the summary; the code is for the shell.
    pub fn close(self) -> ExitCode {
        println!("\n{}", self.summary());
        if self.failed() {
            ExitCode::FAILURE
        } else {
            ExitCode::SUCCESS
        }
    }

    fn failed(&self) -> bool {
        self.steps
            .iter()
            .any(|(_, ending, _)| *ending == Ending::Failed)
    }

    fn summary(&self) -> String {
        let lines = self.steps.iter().map(|(name, ending, took)| match ending {
            Ending::Done => format!("  ok          {:>8}  {name}", seconds(*took)),
            Ending::Failed => format!("  FAILED      {:>8}  {name}", seconds(*took)),
            Ending::LeftOut => format!("  LEFT OUT    {:>8}  {name}", ""),
            Ending::NotReached => format!("  not reached {:>8}  {name}", ""),
        });
        let total = self.steps.iter().map(|(_, _, took)| *took).sum();
        let verdict = if self.failed() { "Failed" } else { "All done" };
        format!(
            "{}\n{verdict} in {}.",
            lines.collect::<Vec<_>>().join("\n"),
            seconds(total)
        )
    }
}

fn seconds(took: Duration) -> String {
    format!("{:.1} s", took.as_secs_f64())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_stops_the_run_unless_told_to_keep_going() {
        let mut stopping = Report::new(OnFailure::Stop);
        let mut going = Report::new(OnFailure::KeepGoing);

        let reached = [&mut stopping, &mut going].map(|report| {
            let _: Option<()> = report.step("first", "mend it", || anyhow::bail!("broken"));
            report.step("second", "mend it", || Ok("made"))
        });

        assert_eq!(reached, [None, Some("made")]);
        assert_eq!(stopping.steps[1].1, Ending::NotReached);
        assert!(stopping.failed() && going.failed());
    }

    #[test]
    fn what_was_left_out_stands_in_the_summary() {
        let mut report = Report::new(OnFailure::Stop);

        report.leave_out("browser");

        assert_eq!(
            report.summary(),
            "  LEFT OUT              browser\nAll done in 0.0 s."
        );
    }
}
