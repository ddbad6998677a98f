//! The studio's module as its page asks it: JSON in, JSON out.

mod compile;
mod pages;
mod posts;
mod support;
