//! A program with everything that it starts, ended together: its process group.
//!
//! Knows processes, nothing of what they are. The number of a group may be given to somebody else's as soon as its
//! first process has been waited for, so nobody waits for it before the group is ended.

use std::io;
use std::os::unix::process::CommandExt;
use std::process::{Child, Command};

use anyhow::{Context, Result};
use rustix::process::{
    Pid, Signal, WaitId, WaitIdOptions, kill_process, kill_process_group, waitid,
};

/// A running group. Dropping it ends all of it.
pub struct Group {
    first: Child,
}

impl Group {
    /// Starts a program as the first of a group of its own.
    ///
    /// # Errors
    ///
    /// It cannot be started.
    pub fn start(command: &mut Command) -> Result<Group> {
        let started = command.process_group(0).spawn();
        let first = started.with_context(|| format!("starting {:?}", command.get_program()))?;
        Ok(Group { first })
    }

    /// Asks the first process to end.
    ///
    /// # Errors
    ///
    /// It cannot be asked.
    pub fn ask_to_end(&self) -> Result<()> {
        kill_process(self.id()?, Signal::TERM).context("asking a program to end")
    }

    /// Whether the first process has ended. It keeps its number all the same.
    ///
    /// # Errors
    ///
    /// The system does not say.
    pub fn has_ended(&self) -> Result<bool> {
        let look = WaitIdOptions::EXITED | WaitIdOptions::NOHANG | WaitIdOptions::NOWAIT;
        let ended = waitid(WaitId::Pid(self.id()?), look).context("looking at a program")?;
        Ok(ended.is_some())
    }

    fn id(&self) -> io::Result<Pid> {
        let id = i32::try_from(self.first.id()).ok().and_then(Pid::from_raw);
        id.ok_or_else(|| io::ErrorKind::InvalidData.into())
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        if let Ok(id) = self.id() {
            // Where nobody is left, it has been done.
            let _ = kill_process_group(id, Signal::KILL);
        }
        let _ = self.first.wait();
    }
}

#[cfg(test)]
mod tests {
    use std::io::{BufRead, BufReader};
    use std::process::Stdio;
    use std::time::Duration;

    use super::*;

    /// A program that starts another, says its number, and ends at once or when it is asked to.
    fn start(then: &str) -> Result<(Group, Pid)> {
        let mut command = Command::new("sh");
        command.args(["-c", &format!("sleep 60 > /dev/null & echo $!; {then}")]);
        let mut group = Group::start(command.stdout(Stdio::piped()))?;
        let mut line = String::new();
        BufReader::new(group.first.stdout.take().context("no output")?).read_line(&mut line)?;
        Ok((group, line.trim().parse().ok().and_then(Pid::from_raw).context("no number")?))
    }

    fn until(condition: impl Fn() -> Result<bool>) -> Result<()> {
        let deadline = crate::timeout::Deadline::new();
        while !condition()? {
            if deadline.is_over() {
                return Err(deadline.missed("a program has ended"));
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        Ok(())
    }

    /// Ended ones that nobody has waited for yet run no longer either.
    fn runs(id: Pid) -> bool {
        let state = std::fs::read_to_string(format!("/proc/{}/stat", id.as_raw_nonzero()));
        state.is_ok_and(|it| !it.contains(") Z "))
    }

    #[test]
    fn what_a_program_has_started_ends_with_it() -> Result<()> {
        for then in ["exit 0", "wait"] {
            let (group, other) = start(then)?;
            if then == "exit 0" {
                until(|| group.has_ended())?;
            }
            assert!(runs(other), "{then}");
            drop(group);
            until(|| Ok(!runs(other)))?;
        }
        Ok(())
    }

    #[test]
    fn who_has_ended_keeps_the_number_until_the_group_is_ended() -> Result<()> {
        let (group, _) = start("wait")?;
        assert!(!group.has_ended()?);
        group.ask_to_end()?;
        until(|| group.has_ended())?;
        assert!(group.has_ended()?, "asked again");
        let id = group.id()?.as_raw_nonzero();
        let state = std::fs::read_to_string(format!("/proc/{id}/stat"))?;
        assert!(state.contains(") Z "), "somebody has waited for it: {state}");
        Ok(())
    }
}
