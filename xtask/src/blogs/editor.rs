//! A WordPress of our own with the plugin, on this computer, in whose editor a browser can write. It ends when it is
//! dropped.
//!
//! Knows how WordPress is started, nothing of what is written there.

use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Child, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};

use super::database::Database;
use super::output_of;
use super::scripts::unpack_wordpress;
use crate::build::file::Files;
use crate::files::write_whole;
use crate::setup;

/// How its posts look: one of WordPress's own, which Debian has as a package.
const THEME: &str = "wordpress-theme-twentytwentythree";

/// How long it may take until it answers.
const LIMIT: Duration = Duration::from_secs(60);

pub struct Editor {
    server: Child,
    _database: Database,
    /// Without a slash at its end.
    pub address: String,
}

impl Editor {
    /// With the plugin of these packed files.
    ///
    /// # Errors
    ///
    /// What is missing, or what WordPress says.
    pub fn start(packed: &Files) -> Result<Editor> {
        let root = crate::project_root();
        let sources = root.join("tests/fixtures/engines/wordpress");
        let scratch = crate::target_folder().join("blog-engines/wordpress-editor");
        let database = Database::start(&scratch)?;
        let site = unpack_wordpress(&scratch, &[THEME])?;
        std::fs::copy(sources.join("wp-config.php"), site.join("wp-config.php"))?;
        let plugin: PathBuf = site.join("wp-content/plugins/fix-ladder");
        for (path, bytes) in crate::pack::plugin(packed)? {
            write_whole(&plugin.join(path), &bytes)?;
        }
        // Free a moment ago, and nobody else on this computer asks for ports in between.
        let port = TcpListener::bind(("localhost", 0))?.local_addr()?.port();
        let place = format!("localhost:{port}");
        let address = format!("http://{place}");
        let mut install = setup::program("php")?;
        install
            .arg(root.join("tests/fixtures/wordpress-editor/install.php"))
            .arg(&site)
            .arg(&address);
        output_of(install.env("SOAK_DATABASE", database.socket()))?;
        let mut php = setup::program("php")?;
        php.args(["-S", &place]).arg("-t").arg(&site).env("SOAK_DATABASE", database.socket());
        // A page of the editor asks for several things at once.
        php.env("PHP_CLI_SERVER_WORKERS", "4").stdout(Stdio::null()).stderr(Stdio::null());
        let editor = Editor { server: php.spawn()?, _database: database, address };
        let begun = Instant::now();
        while std::net::TcpStream::connect(&place).is_err() {
            if begun.elapsed() > LIMIT {
                bail!("PHP does not answer at {place}");
            }
            sleep(Duration::from_millis(50));
        }
        Ok(editor)
    }
}

impl Drop for Editor {
    fn drop(&mut self) {
        // It ends its workers, and nothing in it is wanted any more.
        drop(self.server.kill());
        drop(self.server.wait());
    }
}
