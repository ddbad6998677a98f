//! The command line: finds the command and runs it. Knows nothing of what a command does.

use std::process::ExitCode;

fn main() -> ExitCode {
    match xtask::run(lexopt::Parser::from_env()) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}
