//! The known word that a mistyped one was meant to be. Knows no words of its own.

/// Past this many characters a word is no slip of the finger, and comparing would take long.
const LONGEST: usize = 64;

/// The candidate that is at most a third of its letters away.
pub(crate) fn nearest<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let near = |candidate: &'a str| {
        let allowed = (candidate.chars().count() / 3).max(1);
        let away = distance(word, candidate)?;
        (away <= allowed).then_some((away, candidate))
    };
    candidates
        .into_iter()
        .filter_map(near)
        .min_by_key(|(away, _)| *away)
        .map(|(_, candidate)| candidate)
}

/// How many letters have to be changed, added, left out or swapped with the next to turn one word into the other.
fn distance(one: &str, other: &str) -> Option<usize> {
    let one: Vec<char> = one.to_lowercase().chars().collect();
    let other: Vec<char> = other.to_lowercase().chars().collect();
    if one.is_empty() || one.len() > LONGEST || other.len() > LONGEST {
        return None;
    }
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=other.len()).collect();
    for (row, from) in one.iter().enumerate() {
        let mut next = vec![row + 1];
        for (column, to) in other.iter().enumerate() {
            let changed = last.get(column)? + usize::from(from != to);
            let added = next.last()? + 1;
            let left_out = last.get(column + 1)? + 1;
            let swapped = match (row.checked_sub(1), column.checked_sub(1)) {
                (Some(above), Some(left))
                    if one.get(above) == Some(to) && other.get(left) == Some(from) =>
                {
                    before_last.get(left)? + 1
                }
                _ => usize::MAX,
            };
            next.push(changed.min(added).min(left_out).min(swapped));
        }
        before_last = std::mem::replace(&mut last, next);
    }
    last.last().copied()
}
