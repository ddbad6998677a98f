//! The tag that these tests put into a post. Knows no test.

/// The tag at its place in a post.
pub const TAG: &str =
    "<script src=/fix-ladder.js data-ladder=icloud-photos data-loading=eager></script>";
