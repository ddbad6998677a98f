//! `name the place, not iCloud`: what in brackets asks for a place, and which places it forbids.
//! Knows nothing of where it stands.

use fix_ladder_core::ladder::RawPlace;

use crate::brackets::words;
use crate::flat::{comparable, fold};
use crate::nearest::nearest;

/// What may stand before the word `place`.
const BEFORE: [&str; 29] = [
    "please", "kindly", "name", "names", "naming", "state", "write", "enter", "type", "give",
    "say", "tell", "specify", "note", "the", "a", "an", "its", "that", "this", "your", "any",
    "some", "which", "what", "of", "down", "us", "me",
];
const PLACE: [&str; 2] = ["place", "location"];
const AFTER: [&str; 2] = ["name", "please"];
const WHERE: [&str; 6] = ["is", "it", "it's", "exactly", "please", "they"];

const DENY: [&str; 17] = [
    "not",
    "never",
    "no",
    "neither",
    "nor",
    "except",
    "but",
    "excluding",
    "excl",
    "without",
    "outside",
    "than",
    "apart",
    "besides",
    "non",
    "isn't",
    "aren't",
];
/// What may stand between a denial and a name.
const FILL: [&str; 49] = [
    "in",
    "on",
    "at",
    "inside",
    "into",
    "within",
    "of",
    "with",
    "to",
    "via",
    "by",
    "from",
    "for",
    "other",
    "the",
    "a",
    "an",
    "your",
    "my",
    "our",
    "their",
    "its",
    "his",
    "her",
    "this",
    "these",
    "any",
    "anything",
    "anywhere",
    "anyone",
    "some",
    "somewhere",
    "one",
    "is",
    "are",
    "be",
    "it",
    "must",
    "may",
    "can",
    "should",
    "please",
    "also",
    "even",
    "stored",
    "kept",
    "saved",
    "and",
    "or",
];
/// What may stand before a denial only: "a place that is not iCloud".
const LINK: [&str; 4] = ["that", "which", "what", "where"];
/// What may stand behind a name.
const TAIL: [&str; 5] = ["please", "either", "itself", "too", "etc"];
/// Words of a sentence, which is no name.
const SENTENCE: [&str; 24] = [
    "but", "not", "except", "is", "are", "was", "because", "since", "instead", "rather", "than",
    "which", "that", "unless", "if", "does", "do", "counts", "count", "only", "should", "must",
    "can", "use",
];
/// A name of more words is a sentence.
const LONGEST: usize = 5;

/// The place that words ask for. Nothing when they do not seem to; an error when they seem to and cannot be read.
pub(crate) fn read(words: &str) -> Option<Result<RawPlace, ()>> {
    let plain = fold(words);
    match opening(&plain).and_then(|end| plain.get(end..)) {
        Some(rest) => Some(forbidden(rest).map(|not| RawPlace { not }).ok_or(())),
        None => looks_like(&plain).then_some(Err(())),
    }
}

/// Where `name the place`, or what else says it, ends.
fn opening(plain: &str) -> Option<usize> {
    let lower = plain.to_ascii_lowercase();
    let mut words = words(&lower).peekable();
    while words.next_if(|(_, word)| BEFORE.contains(word)).is_some() {}
    let (at, word) = words.next()?;
    let mut end = at + word.len();
    let may_follow = match word {
        "where" | "where's" => WHERE.as_slice(),
        "place's" | "location's" => {
            let (at, _) = words.next_if(|(_, word)| *word == "name")?;
            end = at + "name".len();
            AFTER.as_slice()
        }
        word if PLACE.contains(&word) => AFTER.as_slice(),
        _ => return None,
    };
    while let Some((at, word)) = words.next_if(|(_, word)| may_follow.contains(word)) {
        end = at + word.len();
    }
    Some(end)
}

fn looks_like(plain: &str) -> bool {
    let lower = plain.to_lowercase();
    let all: Vec<&str> = words(&lower).map(|(_, word)| word).collect();
    let has = |known: &[&str]| all.iter().any(|word| known.contains(word));
    let first = ["name", "names", "naming", "place", "place's", "places", "where", "location"];
    let head = lower.split([',', ';', ':', '(']).next().unwrap_or("");
    all.first().is_some_and(|word| first.contains(word))
        || (has(&["place", "places", "location", "locations"])
            && has(&[
                "name", "names", "named", "write", "enter", "type", "state", "which", "where",
            ]))
        || nearest(&comparable(head), ["name the place"]).is_some()
}

/// The names behind `not`, bare: without articles, prepositions and quotes.
fn forbidden(rest: &str) -> Option<Vec<String>> {
    let mut not: Vec<String> = Vec::new();
    let mut denied = false;
    for piece in split(rest) {
        let name = name(&piece, &mut denied)?;
        not.extend(name);
    }
    // Of words that deny nothing, only these are known: "name the place where it is".
    let first = words(rest).next().map(|(_, word)| word);
    if !denied && first.is_some_and(|word| word != "where") {
        return None;
    }
    // A denial that names nothing would forbid nothing.
    (denied != not.is_empty()).then_some(not)
}

/// The pieces between commas, slashes, "or" and their like.
fn split(rest: &str) -> Vec<String> {
    let marks = [',', ';', ':', '/', '&', '|', '·', '(', ')', '[', ']', '{', '}', '!', '?'];
    let mut pieces = Vec::new();
    for part in rest.replace(" - ", ",").replace("--", ",").split(marks) {
        let mut piece: Vec<&str> = Vec::new();
        for word in part.split_whitespace() {
            match word.to_ascii_lowercase().as_str() {
                "or" | "and" | "nor" | "+" => pieces.push(std::mem::take(&mut piece).join(" ")),
                "-" => {}
                _ => piece.push(word),
            }
        }
        pieces.push(piece.join(" "));
    }
    pieces
}

/// The name in a piece; nothing is in an empty one. No answer when it cannot be told.
fn name(piece: &str, denied: &mut bool) -> Option<Option<String>> {
    let bare = |word: &str| word.trim_matches(|mark: char| !mark.is_alphanumeric()).to_lowercase();
    let mut words: Vec<&str> = piece.split_whitespace().collect();
    let mut linked = false;
    let mut here = false;
    let mut last = None;
    while let Some(word) = words.first().copied() {
        let small = bare(word);
        // "non-iCloud"
        if let Some(rest) = word.strip_prefix("non-").filter(|rest| !rest.is_empty()) {
            (*denied, here) = (true, true);
            if let Some(first) = words.first_mut() {
                *first = rest;
            }
            continue;
        }
        match small.as_str() {
            deny if DENY.contains(&deny) => (*denied, here) = (true, true),
            link if LINK.contains(&link) => linked = true,
            fill if FILL.contains(&fill) || small.is_empty() => {}
            _ => break,
        }
        last = Some(word);
        words.remove(0);
    }
    while words.last().is_some_and(|word| TAIL.contains(&bare(word).as_str())) {
        words.pop();
    }
    // A disk may be called "A"; nothing is called "the".
    if words.is_empty()
        && let Some(letter) = last.filter(|word| *word == "A" || *word == "I")
    {
        words.push(letter);
    }
    if words.is_empty() {
        // A picture or a sign names nothing that a reader types.
        let is_sign = |word: &str| !word.is_ascii() && !word.contains(char::is_alphanumeric);
        return (!piece.split_whitespace().any(is_sign)).then_some(None);
    }
    let is_sentence = (linked && !here)
        || words.len() > LONGEST
        || words.iter().any(|word| SENTENCE.contains(&bare(word).as_str()));
    let joined = words.join(" ");
    let name = joined.trim_matches(|mark: char| "\"'“”‘’«»„‚*_`~<>.-".contains(mark)).trim();
    (*denied && !is_sentence && name.contains(char::is_alphanumeric)).then(|| Some(name.to_owned()))
}
