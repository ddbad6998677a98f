//! Which placeholders a message has. Knows nothing of what is put into them.

use std::collections::BTreeSet;

/// The names in braces, each once and in alphabetical order, or what is wrong with the braces.
pub(crate) fn placeholders(message: &str) -> Result<BTreeSet<String>, String> {
    let mut names = BTreeSet::new();
    let mut rest = message;
    while let Some((before, after)) = rest.split_once('{') {
        no_end(before)?;
        let Some((name, after)) = after.split_once('}') else {
            return Err("`{` has no `}`; end the placeholder with one".to_owned());
        };
        let is_name = |it: char| it.is_ascii_lowercase() || it == '_';
        if name.is_empty() || !name.chars().all(is_name) {
            let cure = "write `{name}`, in small letters and without blanks";
            return Err(format!("`{{{name}}}` is no placeholder; {cure}"));
        }
        names.insert(name.to_owned());
        rest = after;
    }
    no_end(rest)?;
    Ok(names)
}

fn no_end(text: &str) -> Result<(), String> {
    match text.contains('}') {
        true => Err("`}` has no `{`; take it out, or begin the placeholder with one".to_owned()),
        false => Ok(()),
    }
}
