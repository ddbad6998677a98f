//! Runs every test once for each engine, as `chromium::whole_climb`, one browser for all of them.

use std::future::Future;
use std::pin::Pin;
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use anyhow::Result;
use libtest_mimic::{Arguments, Failed, Trial};
use tokio::runtime::Runtime;

use crate::Page;
use crate::engine::{Browser, Engine, Screen};

/// A test by its name.
#[derive(Clone, Copy)]
pub struct Test {
    pub name: &'static str,
    pub run: Run,
    /// Only on request: `cargo xtask soak`.
    pub is_long: bool,
}

/// What a test does: it fails by an error.
pub type Run = for<'a> fn(&'a Page) -> Pin<Box<dyn Future<Output = Result<()>> + 'a>>;

/// Lists tests by their names: `tests![whole_climb, two_tabs]`.
#[macro_export]
macro_rules! tests {
    ($($name:ident),* $(,)?) => {
        vec![$($crate::runner::Test {
            name: stringify!($name),
            run: |page| Box::pin($name(page)),
            is_long: false,
        }),*]
    };
}

/// Lists tests that take long: `soak![many_moves]`.
#[macro_export]
macro_rules! soak {
    ($($name:ident),* $(,)?) => {
        vec![$($crate::runner::Test {
            name: stringify!($name),
            run: |page| Box::pin($name(page)),
            is_long: true,
        }),*]
    };
}

/// The browser that an engine's tests share; started by the first of them.
struct Shared {
    engine: Engine,
    runtime: Runtime,
    browser: Option<Browser>,
    /// What each test took, for those who wonder where the time goes.
    took: Vec<(Duration, &'static str)>,
}

/// Runs what the command line asks for.
pub fn run(tests: Vec<Test>) -> ExitCode {
    match prepare(tests) {
        Ok((trials, shared)) => {
            let mut arguments = Arguments::from_args();
            // One session does one thing at a time.
            arguments.test_threads = Some(1);
            let conclusion = libtest_mimic::run(&arguments, trials);
            for shared in shared {
                let mut shared = shared.lock().unwrap_or_else(PoisonError::into_inner);
                print_slowest(&mut shared);
                if let Some(browser) = shared.browser.take() {
                    shared.runtime.block_on(browser.stop());
                }
            }
            conclusion.exit_code()
        }
        Err(error) => {
            eprintln!("browser tests: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// When the time is over that `FIX_LADDER_SECONDS` gives to all tests.
fn deadline() -> Result<Option<Instant>> {
    match std::env::var("FIX_LADDER_SECONDS") {
        Ok(seconds) => Ok(Some(Instant::now() + Duration::from_secs(seconds.parse()?))),
        Err(_) => Ok(None),
    }
}

type Prepared = (Vec<Trial>, Vec<Arc<Mutex<Shared>>>);

fn prepare(tests: Vec<Test>) -> Result<Prepared> {
    let mut trials = Vec::new();
    let mut all = Vec::new();
    let deadline = deadline()?;
    for engine in Engine::wanted()? {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let shared =
            Arc::new(Mutex::new(Shared { engine, runtime, browser: None, took: Vec::new() }));
        for test in tests.iter().copied() {
            let shared = Arc::clone(&shared);
            let trial = Trial::test(format!("{}::{}", engine.name(), test.name), move || {
                if deadline.is_some_and(|it| Instant::now() > it) {
                    return Err(Failed::from("not begun: the time for all tests is over"));
                }
                let mut shared = shared.lock().unwrap_or_else(PoisonError::into_inner);
                run_one(&mut shared, test).map_err(|error| Failed::from(format!("{error:#}")))
            });
            trials.push(trial.with_ignored_flag(test.is_long));
        }
        all.push(shared);
    }
    Ok((trials, all))
}

fn run_one(shared: &mut Shared, test: Test) -> Result<()> {
    let Shared { engine, runtime, browser, took } = shared;
    let begun = Instant::now();
    let outcome = runtime.block_on(async {
        let running = match browser.take() {
            Some(running) => running,
            None => Browser::start(*engine).await?,
        };
        let page = Page::new(*engine, running.client.clone()).await?;
        let mut outcome = (test.run)(&page).await;
        if outcome.is_ok() {
            outcome = page.ensure_no_errors().await;
        }
        if outcome.is_err() {
            report(&page, test.name).await;
        }
        // A browser that does not find back home is ended; the next test gets another.
        if page.go_home().await.is_ok() {
            *browser = Some(running);
        }
        outcome
    });
    took.push((begun.elapsed(), test.name));
    outcome
}

/// Where there are many tests, those that took longest.
fn print_slowest(shared: &mut Shared) {
    if shared.took.len() < 10 {
        return;
    }
    shared.took.sort_by(|one, other| other.cmp(one));
    let slowest: Vec<String> = shared
        .took
        .iter()
        .take(8)
        .map(|(took, name)| format!("{name} {:.0} s", took.as_secs_f64()))
        .collect();
    println!("slowest in {}: {}", shared.engine.name(), slowest.join(", "));
}

/// Only a help: the test's own error is what counts.
async fn report(page: &Page, test: &str) {
    let name = format!("failed-{}-{test}", page.engine.name());
    if let Ok(file) = page.picture(&name, Screen { width: 800, height: 900 }).await {
        eprintln!("a picture of the failure: {}", file.display());
    }
    if let Ok(errors) = page.take_errors().await {
        errors.iter().for_each(|error| eprintln!("the page said: {error}"));
    }
}
