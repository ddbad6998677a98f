//! How words that delete begin in languages other than English. Knows no grammar and no denial: what is said not to be
//! deleted is closed as well.

const BEGINNINGS: [&str; 36] = [
    // German
    "lösch",
    "gelösch",
    "zurücksetz",
    "zurückgesetz",
    "formatier",
    "überschreib",
    "werkseinstellung",
    // French
    "supprim",
    "effac",
    "réinitialis",
    "formate",
    "écras",
    // Spanish, Portuguese
    "borr",
    "elimin",
    "formate",
    "restablec",
    "apag",
    "exclu",
    "redefin",
    "restaur",
    // Italian
    "cancell",
    "formatt",
    "ripristin",
    "inizializz",
    "sovrascriv",
    // Dutch
    "verwijder",
    "wissen",
    "gewist",
    "formatteer",
    "overschrijv",
    "fabrieksinstelling",
    // Polish, Swedish, Danish
    "usuń",
    "wymaż",
    "radera",
    "slet",
    "nulstil",
];

/// Whether a text of another language than English may say that something is deleted.
pub(crate) fn deletes(text: &str) -> bool {
    let lower = text.to_lowercase();
    lower
        .split(|it: char| !it.is_alphanumeric())
        .any(|word| BEGINNINGS.iter().any(|it| word.starts_with(it)))
}
