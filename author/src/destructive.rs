//! Guesses from the words of a rung what it destroys. Knows no Markdown, and English only.
//!
//! A wrong guess asks the author to look twice; what is guarded is never decided here.

use std::ops::Range;

use crate::negation::is_denied;

/// Words that destroy, whatever follows them.
const VERBS: [&str; 52] = [
    "delete",
    "deletes",
    "deleted",
    "deleting",
    "deletion",
    "deletions",
    "erase",
    "erases",
    "erased",
    "erasing",
    "erasure",
    "wipe",
    "wipes",
    "wiped",
    "wiping",
    "destroy",
    "destroys",
    "destroyed",
    "destroying",
    "purge",
    "purges",
    "purged",
    "purging",
    "overwrite",
    "overwrites",
    "overwriting",
    "overwritten",
    "reformat",
    "reformats",
    "reformatted",
    "reformatting",
    "uninstall",
    "uninstalls",
    "uninstalled",
    "uninstalling",
    "discard",
    "discards",
    "discarded",
    "discarding",
    "shred",
    "shredding",
    "repartition",
    "repartitioning",
    // What people type.
    "rm",
    "rmdir",
    "prune",
    "prunes",
    "truncate",
    "mkfs",
    "erasedisk",
    "erasevolume",
    "zerodisk",
];
/// Words that destroy some things only, and what those are.
const OBJECTS: [(&[&str], &[&str]); 7] = [
    (
        &[
            "remove", "removes", "removed", "removing", "removal", "lose", "loses", "losing",
            "clear", "clears", "clearing", "cleared", "drop", "rid", "throw", "throwing",
        ],
        &[
            "everything",
            "all",
            "data",
            "photo",
            "photos",
            "picture",
            "pictures",
            "video",
            "videos",
            "account",
            "accounts",
            "library",
            "file",
            "files",
            "content",
            "contents",
            "backup",
            "backups",
            "message",
            "messages",
            "contact",
            "contacts",
            "album",
            "albums",
            "partition",
            "history",
            "storage",
            "disk",
            "document",
            "documents",
            "originals",
            "tables",
            "database",
            "databases",
            "folder",
            "folders",
            "chat",
            "chats",
        ],
    ),
    (
        &[
            "format",
            "formats",
            "formatted",
            "formatting",
            "initialise",
            "initialises",
            "initialising",
            "initialize",
            "initializes",
            "initializing",
        ],
        &[
            "disk",
            "drive",
            "card",
            "stick",
            "volume",
            "partition",
            "phone",
            "device",
            "tablet",
            "computer",
            "ssd",
            "usb",
            "it",
        ],
    ),
    (
        &["reset", "resets", "resetting"],
        &[
            "factory",
            "everything",
            "all",
            "device",
            "phone",
            "iphone",
            "ipad",
            "tablet",
            "computer",
            "mac",
            "pc",
            "content",
        ],
    ),
    (
        &["restore", "restores", "restoring"],
        &["new", "factory", "device", "iphone", "ipad", "phone", "tablet"],
    ),
    (&["empty", "empties", "emptying"], &["trash", "bin", "deleted"]),
    (&["lost", "gone", "vanish", "disappear"], &["good", "forever", "ever"]),
    // Drives of Windows begin with this one; "a" and "b" are words, or used to be floppy disks.
    (&["format"], &["c", "d", "e", "f"]),
];
/// Two words that destroy together.
const PAIRS: [(&str, &str); 14] = [
    ("factory", "reset"),
    ("factory", "settings"),
    ("hard", "reset"),
    ("the", "trash"),
    ("the", "bin"),
    ("trash", "it"),
    ("trash", "everything"),
    ("trash", "them"),
    ("trash", "all"),
    ("as", "new"),
    ("drop", "table"),
    ("reset", "hard"),
    ("clean", "fd"),
    ("clean", "fdx"),
];
/// What wipes dust, and no data.
const CLOTHS: [&str; 8] =
    ["cloth", "brush", "tissue", "towel", "swab", "sponge", "cleaner", "alcohol"];
/// How many words there may be between a word and its object.
const REACH: usize = 4;
/// So many words before one are read for what it happens to.
const SUBJECT: usize = 12;

/// The bytes of the first word that says that something is destroyed. The text is plain and in lower case.
pub(crate) fn deleting(lower: &str) -> Option<Range<usize>> {
    clauses(lower).find_map(|(base, clause)| {
        let words: Vec<(usize, &str)> = crate::brackets::words(clause).collect();
        let only: Vec<&str> = words.iter().map(|(_, word)| *word).collect();
        let mut denied = false;
        words.iter().enumerate().find_map(|(index, (at, word))| {
            if !destroys(&only, index) {
                return None;
            }
            let before = only.get(..index).unwrap_or(&[]);
            let after = only.get(index + 1..).unwrap_or(&[]);
            // "Do not delete or erase": what denies the one denies the other.
            let joined = denied && matches!(before.last(), Some(&("or" | "nor" | "and")));
            denied = joined || is_denied(before, after);
            (!denied).then(|| base + at..base + at + word.len())
        })
    })
}

/// The clauses of a text, each with the byte at which it begins. They are long enough to see a denial, and no longer.
fn clauses(lower: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    lower.split([',', ';', '.', ':', '!', '?', '(', ')', '"']).map(move |clause| {
        let start = at;
        at += clause.len() + 1;
        (start, clause)
    })
}

/// "All photos are removed", "the phone is formatted", "everything will be lost".
fn is_suffered(words: &[&str], index: usize) -> bool {
    let verb = words.get(index).copied().unwrap_or("");
    let Some(before) = words.get(index.saturating_sub(SUBJECT)..index) else { return false };
    let be = before.last().copied().unwrap_or("");
    if !matches!(be, "is" | "are" | "be" | "gets" | "get" | "being") {
        return false;
    }
    // Of what is gone already the ladder itself tells; what will be, or all of it, is what a step does.
    let will = be == "be";
    let whole = will || before.iter().any(|it| matches!(*it, "all" | "everything" | "every"));
    let doubts = ["if", "whether", "when", "that", "which"];
    if !will && before.iter().any(|it| doubts.contains(it)) {
        return false;
    }
    let verbs = match verb {
        "lost" | "gone" if whole => "removed",
        "reset" => "resets",
        other => other,
    };
    let near = before.iter().rev().take(REACH + 1);
    let objects =
        OBJECTS.iter().filter(|(all, _)| all.contains(&verbs)).map(|(_, objects)| objects);
    !matches!(verb, "format" | "clear")
        && objects.flat_map(|it| it.iter()).any(|it| near.clone().any(|word| word == it))
}

fn destroys(words: &[&str], index: usize) -> bool {
    let word = words.get(index).copied().unwrap_or("");
    let before = index.checked_sub(1).and_then(|before| words.get(before)).copied().unwrap_or("");
    // An album of this name is in many systems; to look into it destroys nothing.
    if before == "recently" && word == "deleted" {
        return false;
    }
    // What the device offers or wants is not what the reader does.
    let wants =
        words.get(..index.saturating_sub(1)).and_then(<[&str]>::last).copied().unwrap_or("");
    if before == "to" && matches!(wants, "wants" | "offers" | "tries" | "asks") {
        return false;
    }
    // What is taken out of the trash is kept.
    if before == "the" && matches!(wants, "from" | "of" | "through") {
        return false;
    }
    let after = words.get(index + 1..).unwrap_or(&[]);
    if word.starts_with("wip") && words.iter().any(|it| CLOTHS.contains(it)) {
        return false;
    }
    let object = |objects: &[&str]| after.iter().take(REACH).any(|word| objects.contains(word));
    VERBS.contains(&word)
        || is_suffered(words, index)
        || OBJECTS.iter().any(|(verbs, objects)| verbs.contains(&word) && object(objects))
        || PAIRS.iter().any(|(first, second)| {
            // Of two words the second is the one that is denied, or not.
            word == *second && before == *first && (word != "new" || words.contains(&"up"))
        })
        || (word == "trash"
            && after
                .first()
                .is_some_and(|next| matches!(*next, "it" | "them" | "everything" | "all")))
}
