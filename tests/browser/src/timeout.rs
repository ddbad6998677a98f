//! How long tests wait: one place for every limit. All are generous, and they grow with the load of the machine: what
//! never comes costs a minute or more, what comes costs no more than it takes.
//!
//! Knows how busy the machine is, nothing of what is waited for.

use std::num::NonZero;
use std::time::{Duration, Instant};

use anyhow::{Result, anyhow, ensure};

/// The most that a wait takes on a machine that is not busy.
const LIMIT: Duration = Duration::from_secs(60);

/// What a driver is given for a script and for opening a page. It cannot follow the load.
pub const DRIVER: Duration = Duration::from_secs(180);

/// The first pause between two looks. Each is twice the one before, up to [`LONGEST_PAUSE`].
const FIRST_PAUSE: Duration = Duration::from_millis(2);
const LONGEST_PAUSE: Duration = Duration::from_millis(30);

/// How many times slower than an idle machine this one is expected to be: 1 where each process has a core.
pub fn slowdown() -> f64 {
    let cores = std::thread::available_parallelism().map_or(1, NonZero::get);
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    factor(&load, cores).clamp(1.0, 10.0)
}

/// Of the last minute and of this moment the one that is worse. `load` is the line that Linux gives.
fn factor(load: &str, cores: usize) -> f64 {
    let mut fields = load.split(' ');
    let minute = fields.next().and_then(|it| it.parse::<f64>().ok()).unwrap_or(0.0);
    let running = fields.nth(2).and_then(|it| it.split_once('/')?.0.parse::<f64>().ok());
    minute.max(running.unwrap_or(0.0)) / cores as f64
}

/// A moment that is kept clear of another by this much, where both are real: two seconds are more on a slow machine.
pub fn scaled(time: Duration) -> Duration {
    time.mul_f64(slowdown())
}

/// When a wait is over.
pub struct Deadline(Instant);

impl Deadline {
    pub fn new() -> Deadline {
        Deadline(Instant::now())
    }

    pub fn is_over(&self) -> bool {
        let waited = self.0.elapsed();
        waited > LIMIT && waited > LIMIT.mul_f64(slowdown())
    }

    /// How the sentence about it begins.
    pub fn missed(&self, what: &str) -> anyhow::Error {
        anyhow!("not within {} s: {what}", self.0.elapsed().as_secs())
    }
}

impl Default for Deadline {
    fn default() -> Deadline {
        Deadline::new()
    }
}

/// Waits until a condition holds; `what` ends the sentence "not within … s". What went wrong at the last look is said too.
pub async fn until(what: &str, condition: impl AsyncFn() -> Result<bool>) -> Result<()> {
    let deadline = Deadline::new();
    let mut pause = FIRST_PAUSE;
    loop {
        let outcome = condition().await;
        if matches!(outcome, Ok(true)) {
            return Ok(());
        }
        if deadline.is_over() {
            let error = deadline.missed(what);
            return Err(match outcome {
                Ok(_) => error,
                Err(last) => error.context(format!("{last:#}")),
            });
        }
        tokio::time::sleep(pause).await;
        pause = LONGEST_PAUSE.min(2 * pause);
    }
}

/// Fails where something took longer than promised. On a busy machine the promise is for what would have been
/// possible: the limit grows with the load.
pub fn ensure_quick(milliseconds: f64, promised: f64, what: &str) -> Result<()> {
    let slowdown = slowdown();
    let limit = if slowdown > 1.0 { 2.0 * slowdown * promised } else { promised };
    ensure!(milliseconds <= limit, "{what}: {milliseconds:.0} ms, of at most {limit:.0} ms");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_load_of_now_counts_as_well_as_that_of_the_last_minute() {
        assert_eq!(factor("3.00 9.00 9.00 2/150 77", 2), 1.5);
        assert_eq!(factor("0.10 9.00 9.00 8/150 77", 2), 4.0);
        assert_eq!(factor("", 2), 0.0);
        assert!((1.0..=10.0).contains(&slowdown()));
    }
}
