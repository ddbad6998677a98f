//! Whether words negate another word, or something else. Knows nothing of what that word says, and English only.

const NOT: [&str; 19] = [
    "not",
    "never",
    "don't",
    "doesn't",
    "didn't",
    "won't",
    "cannot",
    "can't",
    "mustn't",
    "shouldn't",
    "wouldn't",
    "couldn't",
    "isn't",
    "aren't",
    "wasn't",
    "without",
    "nor",
    "neither",
    "avoid",
];
/// What may stand between a denial and the word that it denies. "Hesitate", "forget" and "fail" may not.
const BETWEEN: [&str; 33] = [
    "to",
    "be",
    "been",
    "being",
    "ever",
    "also",
    "even",
    "yet",
    "have",
    "has",
    "had",
    "having",
    "need",
    "want",
    "let",
    "it",
    "them",
    "anybody",
    "anyone",
    "anything",
    "you",
    "get",
    "gets",
    "accidentally",
    "still",
    "ourselves",
    "yourself",
    "by",
    "mistake",
    "allow",
    "longer",
    "will",
    "actually",
];
/// Verbs of what happens to something.
const HAPPENS: [&str; 26] = [
    "is", "are", "was", "were", "be", "been", "being", "gets", "get", "got", "has", "have", "had",
    "will", "would", "can", "could", "may", "might", "must", "should", "shall", "ever", "yet",
    "thereby", "also",
];

/// Whether the words around one deny it, and not something else: "do not hesitate to delete" does not.
pub(crate) fn is_denied(before: &[&str], after: &[&str]) -> bool {
    // "It deletes nothing."
    match after {
        ["nothing", "but", ..] => {}
        ["nothing" | "no" | "none" | "neither", ..] => return true,
        _ => {}
    }
    let is_not = |word: &&str| NOT.contains(word);
    // "Do not ever delete", "no need to delete", "instead of deleting".
    let near: Vec<&str> =
        before.iter().rev().copied().skip_while(|word| BETWEEN.contains(word)).take(2).collect();
    match near.as_slice() {
        [not, ..] if is_not(not) => return true,
        // "does no longer", "no need to"
        ["no", ..]
            if before.iter().rev().take(3).any(|word| matches!(*word, "longer" | "need")) =>
        {
            return true;
        }
        ["of", "instead", ..] | ["than", "rather", ..] | ["nobody" | "nothing", ..] => return true,
        _ => {}
    }
    // "Do not make room by deleting": the way is denied with the aim.
    if before.last() == Some(&"by") {
        let earlier = before.iter().rev().skip(1).take(4);
        return earlier.clone().any(is_not) && !earlier.clone().any(|word| STEERS.contains(word));
    }
    // "Nothing is deleted", "no photo will be deleted", "none of them is lost".
    let subject =
        before.iter().rev().skip_while(|word| HAPPENS.contains(word) || NOT.contains(word));
    let happens = before.last().is_some_and(|word| HAPPENS.contains(word));
    happens && subject.take(4).any(|word| matches!(*word, "nothing" | "no" | "none" | "neither"))
}

/// Verbs that turn a denial round.
const STEERS: [&str; 6] = ["hesitate", "forget", "fail", "worry", "mind", "wait"];
