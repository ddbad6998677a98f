//! White space between and around words, which the core puts in order. Knows nothing of what the words say.

pub(crate) use fix_ladder_core::ladder::tidy;
