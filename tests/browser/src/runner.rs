//! Runs every test once for each engine, as `chromium::whole_climb`, in browsers that the tests of the engine share.

use std::future::Future;
use std::num::NonZero;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::process::ExitCode;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use libtest_mimic::{Arguments, Failed, Trial};
use tokio::runtime::Runtime;

use crate::engine::{Browser, Engine, Screen};
use crate::test_page::Page;

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

/// One browser with what drives it. It runs one test at a time.
struct Session {
    runtime: Runtime,
    /// Started by the first test, and again after one that has left it unusable.
    browser: Option<Browser>,
}

/// The sessions of an engine, which its tests share.
struct Pool {
    engine: Engine,
    free: Mutex<Vec<Session>>,
    returned: Condvar,
    /// What each test took, for those who wonder where the time goes.
    took: Mutex<Vec<(Duration, &'static str)>>,
    /// The tests that failed, and what they said, as long as a second attempt is allowed.
    repeated: Mutex<Vec<(&'static str, String)>>,
    second_attempts: usize,
}

impl Pool {
    fn new(engine: Engine) -> Result<Pool> {
        let mut free = Vec::new();
        for _ in 0..sessions(engine) {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
            free.push(Session { runtime, browser: None });
        }
        let second_attempts = number_from("FIX_LADDER_SECOND_ATTEMPTS")?.unwrap_or(0);
        Ok(Pool {
            engine,
            free: Mutex::new(free),
            returned: Condvar::new(),
            took: Mutex::default(),
            repeated: Mutex::default(),
            second_attempts: usize::try_from(second_attempts)?,
        })
    }

    /// Runs a test, and once more in another browser where it fails and the run allows it: drivers fail at times
    /// by themselves. What needed a second attempt is named at the end.
    fn run(&self, test: Test) -> Result<()> {
        let Err(error) = self.run_in_session(test, false) else { return Ok(()) };
        let mut repeated = lock(&self.repeated);
        if repeated.len() >= self.second_attempts {
            return Err(error);
        }
        repeated.push((test.name, format!("{error:#}")));
        drop(repeated);
        self.run_in_session(test, true)
    }

    /// Runs a test in the first session that is free.
    fn run_in_session(&self, test: Test, in_new_browser: bool) -> Result<()> {
        let mut session = self.take();
        if in_new_browser && let Some(browser) = session.browser.take() {
            session.runtime.block_on(browser.stop());
        }
        let begun = Instant::now();
        // A test that panics takes its session along, and the next one begins with another browser.
        let outcome = catch_unwind(AssertUnwindSafe(|| run_one(self.engine, &mut session, test)));
        lock(&self.took).push((begun.elapsed(), test.name));
        lock(&self.free).push(session);
        self.returned.notify_one();
        outcome.unwrap_or_else(|_| bail!("it panicked; what it said is above"))
    }

    fn take(&self) -> Session {
        let mut free = lock(&self.free);
        loop {
            match free.pop() {
                Some(session) => return session,
                None => free = self.returned.wait(free).unwrap_or_else(PoisonError::into_inner),
            }
        }
    }

    /// Prints where the time went, and ends the browsers.
    fn end(&self) {
        print_slowest(self.engine, &mut lock(&self.took));
        for (test, error) in lock(&self.repeated).iter() {
            println!(
                "second attempt: {}::{test}, as the first ended with: {error}",
                self.engine.name()
            );
        }
        for mut session in lock(&self.free).drain(..) {
            if let Some(browser) = session.browser.take() {
                session.runtime.block_on(browser.stop());
            }
        }
    }
}

/// How many browsers of an engine run side by side. WebKit is the slowest by far, and waits more than it computes:
/// with one browser of it everybody would wait for its end while cores have nothing to do.
fn sessions(engine: Engine) -> usize {
    let cores = std::thread::available_parallelism().map_or(1, NonZero::get);
    let usual = (cores / 4).max(1);
    if engine == Engine::WebKit { 2 * usual } else { usual }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Runs what the command line asks for.
pub fn run(tests: Vec<Test>) -> ExitCode {
    match prepare(tests) {
        Ok((trials, pools)) => {
            let mut arguments = Arguments::from_args();
            arguments.test_threads = Some(pools.iter().map(|pool| sessions(pool.engine)).sum());
            let conclusion = libtest_mimic::run(&arguments, trials);
            pools.iter().for_each(|pool| pool.end());
            conclusion.exit_code()
        }
        Err(error) => {
            eprintln!("browser tests: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// A number that an environment variable gives.
fn number_from(variable: &str) -> Result<Option<u64>> {
    match std::env::var(variable) {
        Ok(number) => Ok(Some(number.parse()?)),
        Err(_) => Ok(None),
    }
}

/// When the time is over that `FIX_LADDER_SECONDS` gives to all tests.
fn deadline() -> Result<Option<Instant>> {
    let seconds = number_from("FIX_LADDER_SECONDS")?;
    Ok(seconds.map(|seconds| Instant::now() + Duration::from_secs(seconds)))
}

type Prepared = (Vec<Trial>, Vec<Arc<Pool>>);

fn prepare(tests: Vec<Test>) -> Result<Prepared> {
    let mut trials = Vec::new();
    let mut pools = Vec::new();
    let deadline = deadline()?;
    for engine in Engine::wanted()? {
        let pool = Arc::new(Pool::new(engine)?);
        for test in tests.iter().copied() {
            let pool = Arc::clone(&pool);
            let trial = Trial::test(format!("{}::{}", engine.name(), test.name), move || {
                if deadline.is_some_and(|it| Instant::now() > it) {
                    return Err(Failed::from("not begun: the time for all tests is over"));
                }
                pool.run(test).map_err(|error| Failed::from(format!("{error:#}")))
            });
            trials.push(trial.with_ignored_flag(test.is_long));
        }
        pools.push(pool);
    }
    Ok((trials, pools))
}

fn run_one(engine: Engine, session: &mut Session, test: Test) -> Result<()> {
    let Session { runtime, browser } = session;
    runtime.block_on(async {
        let running = match browser.take() {
            Some(running) => running,
            None => Browser::start(engine).await?,
        };
        let page = Page::new(engine, running.client.clone()).await?;
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
    })
}

/// Where there are many tests: what all took, and which took longest.
fn print_slowest(engine: Engine, took: &mut [(Duration, &'static str)]) {
    if took.len() < 10 {
        return;
    }
    took.sort_by(|one, other| other.cmp(one));
    let all: Duration = took.iter().map(|(took, _)| *took).sum();
    let slowest: Vec<String> = took
        .iter()
        .take(12)
        .map(|(took, name)| format!("{name} {:.0} s", took.as_secs_f64()))
        .collect();
    println!(
        "time in {}: {} tests, {:.0} s in {} browsers; slowest: {}",
        engine.name(),
        took.len(),
        all.as_secs_f64(),
        sessions(engine),
        slowest.join(", ")
    );
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
