//! The text format, from the outside: Markdown in, document and diagnostics out.

mod around;
mod confirmations;
mod danger;
mod diagnostics;
mod diagnostics_of_parts;
mod drawings;
mod drawings_of_svg;
mod evidence;
mod example;
mod good_writing;
mod ids;
mod include;
mod keys;
mod lookalikes;
mod lookalikes_of_guards;
mod more;
mod post;
mod properties;
mod rules;
mod rules_of_words;
mod support;
mod told;
mod typography;
