//! Whether words say what to do. Knows English only; what is not recognised stays prose.

const VERBS: [&str; 138] = [
    "add", "adjust", "agree", "allow", "ask", "attach", "authenticate", "back", "boot", "browse",
    "cancel", "change", "charge", "check", "choose", "clean", "clear", "click", "close", "compare",
    "configure", "confirm", "connect", "continue", "copy", "create", "deactivate", "delete",
    "deselect", "disable", "disconnect", "dismiss", "do", "don't", "double", "download", "drag",
    "edit", "eject", "empty", "enable", "end", "enter", "erase", "execute", "exit", "export", "factory",
    "fill", "find", "flip", "follow", "force", "format", "free", "get", "give", "go", "grant", "head",
    "hit", "hold", "import", "insert", "install", "keep", "launch", "leave", "let", "locate", "lock",
    "log", "long", "look", "make", "mark", "move", "navigate", "note", "open", "paste", "pick", "place",
    "plug", "power", "press", "pull", "purge", "push", "put", "quit", "reboot", "reconnect", "record",
    "recover", "refresh", "release", "reload", "remove", "rename", "repeat", "replace", "reset",
    "restart", "restore", "return", "right", "run", "save", "scan", "scroll", "search", "select", "send",
    "set", "shut", "sign", "skip", "slide", "start", "stop", "swipe", "switch", "sync", "take", "tap",
    "test", "toggle", "touch", "try", "turn", "type", "uncheck", "uninstall", "unlock", "unplug",
    "update", "verify",
];
/// More of them, which do not fit above.
const OTHERS: [&str; 28] = [
    "upgrade", "use", "visit", "wait", "wipe", "write", "remember", "be", "unpair", "pair", "lift",
    "raise", "lower", "detach", "rotate", "shake", "blow", "dry", "loosen", "tighten", "rejoin",
    "reinstall", "reconfigure", "reseat", "reattach", "re-enter", "rebuild", "rerun",
];
/// What may stand before the verb.
const LEAD_INS: [&str; 22] = [
    "then", "now", "next", "first", "second", "third", "finally", "lastly", "also", "and", "again",
    "please", "simply", "just", "afterwards", "instead", "carefully", "quickly", "always", "never",
    "1", "so",
];
/// Where something is done: the verb follows soon.
const WHERE: [&str; 8] = ["on", "in", "from", "under", "at", "inside", "within", "with"];
/// When it is done: the verb follows a comma.
const WHEN: [&str; 8] = ["if", "when", "once", "after", "to", "as", "before", "while"];
/// Behind a word that is a noun there: "Reset is a last resort".
const OF_NOUNS: [&str; 18] = [
    "is", "are", "was", "were", "can", "may", "might", "will", "would", "has", "have", "often",
    "usually", "should", "you", "does", "problems", "issues",
];

pub(super) fn begins(text: &str) -> bool {
    let lower = text.trim_start().to_lowercase();
    let words: Vec<&str> = words(&lower).collect();
    let skipped = words.iter().take_while(|it| LEAD_INS.contains(it)).count();
    // "Then:" alone leads to what is in the next line.
    if skipped > 0 && skipped == words.len().min(skipped) && lower.trim_end().ends_with("then:") {
        return true;
    }
    let rest = words.get(skipped..).unwrap_or(&[]);
    match rest.first() {
        Some(first) if WHERE.contains(first) => (2..7).any(|at| acts(rest, at)),
        Some(first) if WHEN.contains(first) => {
            let sentence = lower.split(['.', '!', '?']).next().unwrap_or("");
            sentence.split(',').skip(1).any(|clause| acts(&self::words(clause).collect::<Vec<_>>(), 0))
        }
        Some(_) => acts(rest, 0) || (skipped > 0 && lower.contains(':')),
        None => false,
    }
}

fn acts(words: &[&str], at: usize) -> bool {
    let verb = words.get(at).is_some_and(|it| VERBS.contains(it) || OTHERS.contains(it));
    verb && words.get(at + 1).is_none_or(|next| !OF_NOUNS.contains(next))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|it: char| !it.is_alphanumeric() && !matches!(it, '\'' | '’'))
        .filter(|word| !word.is_empty())
}
