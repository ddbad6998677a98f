//! Fix Ladder: walks a stuck reader from the gentlest fix to the most drastic.

pub mod ladder;
