//! Runs every test once for each engine, as `chromium::whole_climb`, one browser for all of them.

use std::future::Future;
use std::pin::Pin;
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::{Context, Result, bail};
use libtest_mimic::{Arguments, Failed, Trial};
use tokio::runtime::Runtime;

use crate::Page;
use crate::engine::{Browser, Engine, Screen};

/// What a test is: it fails by an error.
pub type Test = for<'a> fn(&'a Page) -> Pin<Box<dyn Future<Output = Result<()>> + 'a>>;

/// Lists tests by their names: `tests![whole_climb, two_tabs]`.
#[macro_export]
macro_rules! tests {
    ($($name:ident),* $(,)?) => {
        vec![$((stringify!($name), (|page| Box::pin($name(page))) as $crate::runner::Test)),*]
    };
}

/// The browser that an engine's tests share; started by the first of them.
struct Shared {
    engine: Engine,
    runtime: Runtime,
    browser: Option<Browser>,
}

/// Runs what the command line asks for.
pub fn run(tests: Vec<(&'static str, Test)>) -> ExitCode {
    match prepare(tests) {
        Ok((trials, shared)) => {
            let mut arguments = Arguments::from_args();
            // One session does one thing at a time.
            arguments.test_threads = Some(1);
            let conclusion = libtest_mimic::run(&arguments, trials);
            for shared in shared {
                let mut shared = shared.lock().unwrap_or_else(PoisonError::into_inner);
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

type Prepared = (Vec<Trial>, Vec<Arc<Mutex<Shared>>>);

fn prepare(tests: Vec<(&'static str, Test)>) -> Result<Prepared> {
    let mut trials = Vec::new();
    let mut all = Vec::new();
    for engine in Engine::wanted()? {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let shared = Arc::new(Mutex::new(Shared { engine, runtime, browser: None }));
        for (name, test) in tests.iter().copied() {
            let shared = Arc::clone(&shared);
            trials.push(Trial::test(format!("{}::{name}", engine.name()), move || {
                let mut shared = shared.lock().unwrap_or_else(PoisonError::into_inner);
                run_one(&mut shared, name, test).map_err(|error| Failed::from(format!("{error:#}")))
            }));
        }
        all.push(shared);
    }
    Ok((trials, all))
}

fn run_one(shared: &mut Shared, name: &str, test: Test) -> Result<()> {
    let Shared { engine, runtime, browser } = shared;
    runtime.block_on(async {
        if browser.is_none() {
            *browser = Some(Browser::start(*engine).await?);
        }
        let browser = browser.as_ref().context("no browser")?;
        let page = Page::new(*engine, browser.client.clone()).await?;
        let mut outcome = test(&page).await;
        if outcome.is_ok() {
            outcome = no_errors_left(&page).await;
        }
        if outcome.is_err() {
            // Only a help: the test's own error is what counts.
            let screen = Screen { width: 800, height: 900, dark: false };
            if let Ok(file) = page.picture(&format!("failed-{name}"), screen).await {
                eprintln!("a picture of the failure: {}", file.display());
            }
            if let Ok(errors) = page.take_errors().await {
                errors.iter().for_each(|error| eprintln!("the page said: {error}"));
            }
        }
        outcome
    })
}

async fn no_errors_left(page: &Page) -> Result<()> {
    let errors = page.take_errors().await?;
    if !errors.is_empty() {
        bail!("the page has errors:\n  {}", errors.join("\n  "));
    }
    Ok(())
}
