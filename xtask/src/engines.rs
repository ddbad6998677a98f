//! Runs the tests in browsers, each engine in a process of its own, all at the same time.
//!
//! Knows the engines by their names; how each is driven is the tests' own business.

use std::process::Command;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::progress;
use crate::runner::{self, Totals};
use crate::setup::{self, Need};

const ALL: [&str; 3] = ["chromium", "firefox", "webkit"];

/// Which tests to run.
pub struct Plan<'a> {
    /// Only those whose name contains it.
    pub filter: Option<&'a str>,
    /// Only those that take long, which else are left out.
    pub only_long: bool,
    /// How long all of it may take. What has not begun by then has failed.
    pub limit: Option<Duration>,
}

/// Installs what the tests in these engines need, or in all where none is named. Returns the engines to
/// test in.
///
/// # Errors
///
/// What is missing, with the commands that install it; under `CI` also an engine that this system
/// cannot have.
pub fn prepare(named: &[String]) -> Result<Vec<&'static str>> {
    let mut engines = Vec::new();
    for name in ALL.into_iter().filter(|name| named.is_empty() || named.iter().any(|it| it == name))
    {
        if name == "webkit" && !cfg!(target_os = "linux") {
            if std::env::var_os("CI").is_some() || !named.is_empty() {
                bail!("webkit is WebKitGTK, which runs on Linux only");
            }
            progress::say("left out", "webkit: it is WebKitGTK, which runs on Linux only");
            continue;
        }
        engines.push(name);
    }
    if let Some(unknown) = named.iter().find(|it| !ALL.contains(&it.as_str())) {
        bail!("no engine is called {unknown:?}; write {}", ALL.join(", "));
    }
    let mut needs = vec![Need::WasmTarget, Need::Node];
    needs.extend(engines.iter().filter_map(|name| Need::of_engine(name)));
    setup::ensure(&needs)?;
    install_packages("tests/browser", &[])?;
    Ok(engines)
}

/// Runs the tests in these engines, which [`prepare`] has named, and prints the results of each.
pub fn run(engines: &[&str], plan: &Plan<'_>) -> Result<Totals> {
    // Once for all, so that the engines do not wait for one another's compiler.
    crate::process::run_visibly(tests().arg("--no-run"))?;
    let outcomes: Vec<Result<(&str, Totals)>> = thread::scope(|scope| {
        let running: Vec<_> =
            engines.iter().map(|engine| scope.spawn(move || run_one(engine, plan))).collect();
        let ended = running.into_iter().map(|it| it.join());
        ended.map(|it| it.unwrap_or_else(|_| bail!("the thread of an engine has ended"))).collect()
    });
    let mut all = Totals::default();
    for outcome in outcomes {
        let (engine, totals) = outcome?;
        progress::say("tested", format!("{engine}: {totals}"));
        all.add(totals);
    }
    Ok(all)
}

/// How many tests of an engine may need a second attempt in a whole run, of more than 400. Where more do, the run fails.
const SECOND_ATTEMPTS: &str = "3";

/// Shows each test as it ends, and all the rest in one piece at the end.
fn run_one<'a>(engine: &'a str, plan: &Plan<'_>) -> Result<(&'a str, Totals)> {
    let mut command = tests();
    command.env("FIX_LADDER_ENGINES", engine).arg("--");
    command.args(plan.filter).args(plan.only_long.then_some("--ignored"));
    if plan.filter.is_none() && !plan.only_long {
        command.env("FIX_LADDER_SECOND_ATTEMPTS", SECOND_ATTEMPTS);
    }
    if let Some(limit) = plan.limit {
        command.env("FIX_LADDER_SECONDS", limit.as_secs().to_string());
    }
    let mut rest = String::new();
    let totals = runner::run(command, |line| match line.starts_with("test ") {
        true => println!("{line}"),
        false => rest.extend([line, "\n"]),
    })?;
    print!("{rest}");
    Ok((engine, totals))
}

fn tests() -> Command {
    let mut command = crate::process::cargo();
    // All packages, as for the native tests: with one of them alone Cargo would build what they share once more, with
    // other features.
    command.args(["test", "--workspace", "--test", "browser"]);
    command
}

/// What the tests in a folder take from npm, at the versions of its lock file. npm is run in this environment.
pub fn install_packages(tests: &str, environment: &[(&str, &str)]) -> Result<()> {
    let folder = crate::workspace::project_root().join(tests);
    let read = |file: &str| std::fs::read(folder.join(file));
    let wanted =
        read("package-lock.json").with_context(|| format!("reading {tests}/package-lock.json"))?;
    // A copy of the lock file beside the packages says which ones these are.
    const DONE: &str = "node_modules/.installed-lock.json";
    if read(DONE).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    progress::say("installing", format!("packages of npm, into {tests}/node_modules"));
    let arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"];
    let mut npm = setup::program("npm")?;
    npm.args(arguments).envs(environment.iter().copied()).current_dir(&folder);
    crate::process::run_visibly(&mut npm)?;
    crate::files::write_whole(&folder.join(DONE), &wanted)
}
