//! The rules of a climb, one test a rule, and what must hold in every history.

mod ageing;
mod climbing;
mod clocks;
mod coming_back;
mod edits;
mod evidence;
mod guards;
mod history;
mod leaving;
mod merging;
mod moves;
mod moving;
mod oracle;
mod properties;
mod seen;
mod waits;

use proptest::prelude::ProptestConfig;

/// 512 cases, and more when `PROPTEST_CASES` asks for more.
pub fn config() -> ProptestConfig {
    let usual = ProptestConfig::default();
    ProptestConfig { cases: usual.cases * 2, failure_persistence: None, ..usual }
}
