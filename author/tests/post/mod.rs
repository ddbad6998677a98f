//! Posts as HTML: what engines make of a ladder's text, and how-tos that know nothing of the format.

mod anything;
mod danger;
mod engines;
mod html;
mod ordinary;
mod outline;
mod themes;
mod titles;
