//! The versions of the page that the tests put on their sites, each made once. Knows no test.

use std::sync::OnceLock;

use anyhow::Result;
use browser_tests::app_site::Build;

/// The version that is there, with what notices errors in it.
pub fn first() -> Result<&'static Build> {
    static FIRST: OnceLock<Build> = OnceLock::new();
    once(&FIRST, || {
        let pages = xtask::project_root().join("tests/browser/pages");
        let harness = std::fs::read_to_string(pages.join("harness.js"))?;
        let recorder = std::fs::read_to_string(pages.join("recorder.js"))?;
        Build::of_dist()?.with_head(&format!("<script>{harness}\n{recorder}</script>"))
    })
}

/// The version that comes after it.
pub fn second() -> Result<&'static Build> {
    static SECOND: OnceLock<Build> = OnceLock::new();
    once(&SECOND, || first()?.named("0.1.0-second"))
}

/// Hashes of a megabyte take their time.
fn once(
    place: &'static OnceLock<Build>,
    make: impl FnOnce() -> Result<Build>,
) -> Result<&'static Build> {
    match place.get() {
        Some(build) => Ok(build),
        None => make().map(|build| place.get_or_init(|| build)),
    }
}
