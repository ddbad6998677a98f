//! The known word that a mistyped one was meant to be. Knows no words of its own.

/// Past this many characters a word is no slip of the finger, and comparing would take long.
const LONGEST: usize = 64;

/// The candidate that is at most a third of its letters away.
pub(crate) fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let near = |candidate: &'a str| {
        let allowed = (candidate.chars().count() / 3).max(1);
        let away = distance(word, candidate)?;
        (away <= allowed).then_some((away, candidate))
    };
    candidates.into_iter().filter_map(near).min_by_key(|(away, _)| *away).map(|(_, candidate)| candidate)
}

/// How many letters have to be changed, added or left out to turn one word into the other.
fn distance(one: &str, other: &str) -> Option<usize> {
    let one: Vec<char> = one.to_lowercase().chars().collect();
    let other: Vec<char> = other.to_lowercase().chars().collect();
    if one.is_empty() || one.len() > LONGEST || other.len() > LONGEST {
        return None;
    }
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (index, from) in one.iter().enumerate() {
        let mut diagonal = index;
        let mut left = index + 1;
        let mut next = vec![left];
        for (to, above) in other.iter().zip(row.iter().skip(1)) {
            let changed = diagonal + usize::from(from != to);
            left = changed.min(left + 1).min(above + 1);
            diagonal = *above;
            next.push(left);
        }
        row = next;
    }
    row.last().copied()
}
