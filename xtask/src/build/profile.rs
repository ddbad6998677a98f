//! The two ways to build: fast for who works on it, small for readers. Knows no step of the build.

/// How much work to put into small files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    Dev,
    Release,
}
