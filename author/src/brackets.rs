//! What stands in brackets, of whatever kind, and the words of a text. Knows nothing of what they say.

use std::ops::Range;

/// Words in brackets. All ranges are bytes of the text, which is plain.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Group {
    /// With the brackets.
    pub outer: Range<usize>,
    pub inner: Range<usize>,
    /// In square brackets, as names in menu paths are.
    pub square: bool,
    /// Whether it ends before the text does.
    pub closed: bool,
    /// Whether it stands in no other.
    pub top: bool,
}

/// No words of ours stand in more brackets than this, and looking at all of them would take long.
const DEEPEST: usize = 16;

/// Every group of a text, in the order in which they begin.
pub(crate) fn groups(text: &str) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut ignored = 0_usize;
    for (at, character) in text.char_indices() {
        match character {
            '(' | '[' | '{' if open.len() >= DEEPEST => ignored += 1,
            ')' | ']' | '}' if ignored > 0 => ignored -= 1,
            '(' | '[' | '{' => {
                open.push(groups.len());
                groups.push(Group {
                    outer: at..text.len(),
                    inner: at + 1..text.len(),
                    square: character == '[',
                    closed: false,
                    top: open.len() == 1,
                });
            }
            // A bracket of the other kind closes too: it was meant to.
            ')' | ']' | '}' => {
                if let Some(group) = open.pop().and_then(|index| groups.get_mut(index)) {
                    group.outer.end = at + 1;
                    group.inner.end = at;
                    group.closed = true;
                }
            }
            _ => {}
        }
    }
    groups
}

/// The group at the end of a text, when nothing but marks follows it: with the blanks before it.
pub(crate) fn last(text: &str) -> Option<(Range<usize>, Group)> {
    let group = groups(text).into_iter().rev().find(|group| group.top)?;
    let rest = text.get(group.outer.end..)?;
    let blank = text.get(..group.outer.start)?.trim_end().len();
    (group.closed && !rest.contains(char::is_alphanumeric))
        .then_some((blank..group.outer.end, group))
}

/// So many bytes are read of what may be one of our words; no such word is longer.
const MOST: usize = 400;

/// The inside of a group, as far as it is worth reading.
pub(crate) fn inside<'a>(text: &'a str, group: &Group) -> &'a str {
    beginning(text.get(group.inner.clone()).unwrap_or(""))
}

/// The beginning of a text, as far as it is worth reading.
pub(crate) fn beginning(text: &str) -> &str {
    let end = (0..=MOST.min(text.len())).rev().find(|at| text.is_char_boundary(*at));
    text.get(..end.unwrap_or(0)).unwrap_or("")
}

/// The words of a text, each with the byte at which it begins.
pub(crate) fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split(|character: char| !character.is_alphanumeric() && character != '\'').filter_map(
        move |word| {
            let start = at;
            // One character stands between two words, and it may be longer than one byte.
            at += word.len();
            at += text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
            let bare = word.trim_matches('\'');
            let quotes = word.len() - word.trim_start_matches('\'').len();
            (!bare.is_empty()).then_some((start + quotes, bare))
        },
    )
}
