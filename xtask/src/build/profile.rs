//! The two ways to build: fast for who works on it, small for readers. Knows no step of the build.

use crate::build::modules::compress::Effort;

/// How much work to put into small files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    Dev,
    Release,
}

impl Profile {
    /// How hard to try to compress what travels inside of a script or a page.
    pub fn effort(self) -> Effort {
        match self {
            Profile::Dev => Effort::Fast,
            Profile::Release => Effort::Best,
        }
    }
}
