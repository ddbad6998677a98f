//! A database server of our own in a folder, which nothing else can reach, and which ends when it is dropped.
//!
//! Knows MariaDB's programs, nothing of what is stored.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use super::output_of;
use crate::setup;

/// How long it may take to start.
const LIMIT: Duration = Duration::from_secs(60);

pub struct Database {
    server: Child,
    socket: PathBuf,
    /// Sockets have short paths, so it is not in the scratch folder.
    home: PathBuf,
}

impl Database {
    /// Starts one with an empty database, `blog`, that the user `root` gets at without a password.
    ///
    /// # Errors
    ///
    /// What the server said, or that it does not answer.
    pub fn start(scratch: &Path) -> Result<Database> {
        if scratch.exists() {
            fs::remove_dir_all(scratch)?;
        }
        fs::create_dir_all(scratch)?;
        let data = scratch.join("data");
        // Debian's server refuses to run as root unless it is told to, and as nobody else needs telling.
        let user = output_of(setup::program("id")?.arg("-un"))?;
        let mut install = setup::program("mariadb-install-db")?;
        install.args([
            "--no-defaults",
            "--auth-root-authentication-method=normal",
            "--skip-test-db",
        ]);
        output_of(install.arg(format!("--user={user}")).arg(path("--datadir=", &data)))?;
        let home = std::env::temp_dir().join(format!("fix-ladder-{}", std::process::id()));
        fs::create_dir_all(&home)?;
        let socket = home.join("socket");
        let log = File::create(scratch.join("log"))?;
        let server = server_program()?
            .args(["--no-defaults", "--skip-networking"])
            .arg(format!("--user={user}"))
            .arg(path("--datadir=", &data))
            .arg(path("--socket=", &socket))
            .arg(path("--pid-file=", &home.join("pid")))
            .stdout(Stdio::null())
            .stderr(log)
            .spawn()
            .context("starting the database")?;
        let database = Database { server, socket, home };
        database.until_it_answers()?;
        Ok(database)
    }

    pub fn socket(&self) -> &Path {
        &self.socket
    }

    fn until_it_answers(&self) -> Result<()> {
        let begun = Instant::now();
        while begun.elapsed() < LIMIT {
            let mut client = setup::program("mariadb")?;
            client.arg("--no-defaults").arg(path("--socket=", &self.socket));
            if self.socket.exists()
                && output_of(client.args(["--user=root", "--execute=create database blog"])).is_ok()
            {
                return Ok(());
            }
            sleep(Duration::from_millis(100));
        }
        bail!("the database does not answer; what it said is in the file `log` of its folder")
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        // Nothing in it is wanted any more, so it need not end in order.
        drop(self.server.kill());
        drop(self.server.wait());
        drop(fs::remove_dir_all(&self.home));
    }
}

/// It is no program for everybody, so it is not on the search path of everybody.
fn server_program() -> Result<std::process::Command> {
    let usual = Path::new("/usr/sbin/mariadbd");
    if usual.is_file() { Ok(std::process::Command::new(usual)) } else { setup::program("mariadbd") }
}

fn path(option: &str, path: &Path) -> std::ffi::OsString {
    let mut argument = std::ffi::OsString::from(option);
    argument.push(path);
    argument
}
