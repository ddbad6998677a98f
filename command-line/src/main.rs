//! The command `fix-ladder`: everything that an author of ladders does on their own computer.
//!
//! Knows the commands and what they are called, nothing of what they do. Ends with 0 where all is well, with 1 where a
//! ladder has faults, and with 2 where the command was used wrongly or a file could not be read or written.

use std::process::ExitCode;

use clap::Parser;
use fix_ladder_command_line::{Command, Outcome};

fn main() -> ExitCode {
    match Command::parse().run() {
        Ok(Outcome::Fine) => ExitCode::SUCCESS,
        Ok(Outcome::Faults) => ExitCode::from(1),
        Err(error) => {
            eprintln!("fix-ladder: {error:#}");
            ExitCode::from(2)
        }
    }
}
