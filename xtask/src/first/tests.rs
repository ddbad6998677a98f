//! The data of first views: what is in it, what is left out, and that no date ever is.

use fix_ladder_author::Source;

use super::*;
use crate::build::compile_ladder;
use crate::site::BuiltIn;

fn ladder(file: &str) -> Result<BuiltIn> {
    let text = std::fs::read_to_string(crate::project_root().join(file))?;
    match compile_ladder(file, &text)? {
        Some(built_in) => Ok(built_in),
        None => bail!("{file} has faults"),
    }
}

#[test]
fn dump() -> Result<()> {
    std::fs::write("/tmp/fl/first.json", first_view(&ladder("ladders/icloud-photos.md")?.ladder)?.unwrap().to_string())?;
    std::fs::write("/tmp/fl/kettle.json", first_view(&ladder("tests/native/view/kettle.md")?.ladder)?.unwrap().to_string())?;
    Ok(())
}
