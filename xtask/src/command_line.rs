//! What commands share in reading their arguments. Knows no command.

use anyhow::Result;

/// For a command without options: whether help was asked for, and then prints it.
///
/// # Errors
///
/// Any other argument.
pub fn asks_for_help(arguments: &mut lexopt::Parser, help: &str) -> Result<bool> {
    use lexopt::Arg::{Long, Short};
    match arguments.next()? {
        None => Ok(false),
        Some(Long("help") | Short('h')) => {
            println!("{help}");
            Ok(true)
        }
        Some(other) => Err(other.unexpected().into()),
    }
}
