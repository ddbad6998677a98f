//! `serve`: builds, serves `dist/` on this computer, rebuilds on change and reloads the open pages.
//! Knows nothing of how anything is built.

use std::process::ExitCode;

use anyhow::Result;
use lexopt::ValueExt;

use crate::build;
use crate::build::profile::Profile;
use crate::server::{self, Server};
use crate::{progress, watch};

const HELP: &str = "\
usage: cargo xtask serve [--port N] [--host ADDRESS] [--release]

Builds dist/ and serves it. A change of a source builds it again and reloads the open pages;
where a build fails, the last good one stays. The standalone page keeps itself for times without
this server: opened again, it may show the last version until it is reloaded past its worker.

  --port N          8080, or the next free one, where it is not given
  --host ADDRESS    127.0.0.1 where it is not given; 0.0.0.0 lets other devices in, by this computer's number
  --release         the small files that readers get, which take longer to build";

/// How many ports to try after the first one.
const PORTS: u16 = 20;

pub fn run(mut arguments: lexopt::Parser) -> Result<ExitCode> {
    use lexopt::Arg::{Long, Short};
    let mut port = None;
    let mut host = String::new();
    let mut profile = Profile::Dev;
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("port") => port = Some(arguments.value()?.parse()?),
            Long("host") => host = arguments.value()?.string()?,
            Long("release") => profile = Profile::Release,
            Long("help") | Short('h') => {
                println!("{HELP}");
                return Ok(ExitCode::SUCCESS);
            }
            other => return Err(other.unexpected().into()),
        }
    }
    // Watching begins before the first build, so that no change falls between the two.
    let watch = watch::watch(&crate::workspace::project_root())?;
    build::build(profile)?;
    let server = start(port, &host)?;
    println!("\n  the widget on its own   {}", server.url("/"));
    println!("  the demo post           {}\n", server.url("/demo/"));
    loop {
        let changed = watch.next()?;
        progress::say("changed", changed);
        match build::build(profile) {
            Ok(()) => server.reload(),
            Err(error) => eprintln!("xtask: {error:#}\nxtask: the last good build stays"),
        }
    }
}

/// On the port asked for; else on the first free one from 8080.
fn start(port: Option<u16>, host: &str) -> Result<Server> {
    let on = |port| {
        server::start(server::Options {
            port,
            host: host.to_owned(),
            folders: vec![crate::workspace::dist_folder()],
            into_pages: server::RELOAD_SCRIPT,
            // The standalone page's worker would refuse a page that says more than it should.
            only_for_readers: true,
        })
    };
    match port {
        Some(port) => on(port),
        None => (8080..8080 + PORTS).find_map(|port| on(port).ok()).map_or_else(|| on(0), Ok),
    }
}
