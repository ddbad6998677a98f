//! A line of scripted climbs, read. Knows nothing of ladders.

/// What a line says. Items are named by their number in the rung, or by their id.
#[derive(Clone, Debug, PartialEq)]
pub enum Line {
    /// `climb The first fix helps`
    Climb(String),
    /// `rung restart is open`, the rung that the following lines are about.
    Rung { id: String, state: Option<String> },
    /// `ladder is fixed`, `ladder is at the end`
    Ladder(String),
    /// `after 15 minutes`
    After(String),
    /// What the reader does, or what nobody can do: `blocked tick 1`.
    Do { blocked: bool, deed: Deed },
}

#[derive(Clone, Debug, PartialEq)]
pub enum Deed {
    /// `choose Device: iPad`
    Choose {
        choice: String,
        option: String,
    },
    /// `tick 1`, `tick all`, `untick 1`
    Tick {
        step: String,
        done: bool,
    },
    /// `confirm 1`: the next acknowledgement of a warning.
    Confirm(String),
    /// `have 1`: a requirement that is ticked.
    Have(String),
    /// `place 1: a disk in the drawer`
    Place {
        requirement: String,
        words: String,
    },
    /// `numbers 1: 12480, 12503`
    Numbers {
        requirement: String,
        first: String,
        second: String,
    },
    /// `hand over 1`
    HandOver(String),
    /// `start wait`, `leave wait`, `extend wait`
    Wait(&'static str),
    /// `answer not fixed`
    Answer(&'static str),
    Undo,
    StartOver,
}

pub const CURE: &str = "write one of `climb NAME`, `rung ID is STATE`, `ladder is STATE`, `choose CHOICE: OPTION`, `tick N`, \
     `tick all`, `untick N`, `confirm N`, `have N`, `place N: WORDS`, `numbers N: ONE, OTHER`, `hand over N`, `start wait`, \
     `extend wait`, `leave wait`, `after 15 minutes`, `answer ANSWER`, `undo`, `start over`, and `blocked` before what \
     nobody can do";

/// What a line says; nothing where it is empty or a remark.
///
/// # Errors
///
/// What is wrong with it.
pub fn read(line: &str) -> Result<Option<Line>, String> {
    let line = line.trim();
    if line.is_empty() || line.starts_with('#') {
        return Ok(None);
    }
    let (word, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    let rest = rest.trim();
    let read = match word {
        "climb" if !rest.is_empty() => Line::Climb(rest.to_owned()),
        "rung" if !rest.is_empty() => match rest.rsplit_once(" is ") {
            Some((id, state)) => {
                Line::Rung { id: id.trim().to_owned(), state: Some(state.trim().replace(' ', "-")) }
            }
            None => Line::Rung { id: rest.to_owned(), state: None },
        },
        "ladder" => match rest.strip_prefix("is ") {
            Some(state) => Line::Ladder(state.trim().to_owned()),
            None => return Err("this does not say how the ladder is".to_owned()),
        },
        "after" => Line::After(rest.to_owned()),
        "blocked" => Line::Do { blocked: true, deed: deed(rest)? },
        _ => Line::Do { blocked: false, deed: deed(line)? },
    };
    Ok(Some(read))
}

fn deed(words: &str) -> Result<Deed, String> {
    let unknown = || format!("`{words}` is nothing that a reader does");
    let (word, rest) = words.split_once(char::is_whitespace).unwrap_or((words, ""));
    let rest = rest.trim();
    let named = |rest: &str| match rest.is_empty() {
        true => Err(format!("`{word}` does not say which")),
        false => Ok(rest.to_owned()),
    };
    let keyed = |rest: &str| match rest.split_once(':') {
        Some((name, value)) if !name.trim().is_empty() => {
            Ok((name.trim().to_owned(), value.trim().to_owned()))
        }
        _ => Err(format!("`{word}` has no colon, and so no words")),
    };
    Ok(match (word, rest) {
        ("choose", _) => {
            let (choice, option) = keyed(rest)?;
            Deed::Choose { choice, option }
        }
        ("tick" | "untick", _) => Deed::Tick { step: named(rest)?, done: word == "tick" },
        ("confirm", _) => Deed::Confirm(named(rest)?),
        ("have", _) => Deed::Have(named(rest)?),
        ("place", _) => {
            let (requirement, words) = keyed(rest)?;
            Deed::Place { requirement, words }
        }
        ("numbers", _) => {
            let (requirement, numbers) = keyed(rest)?;
            let (first, second) = numbers
                .split_once([';', ','])
                .ok_or("`numbers` needs two numbers with a comma between them")?;
            Deed::Numbers {
                requirement,
                first: first.trim().to_owned(),
                second: second.trim().to_owned(),
            }
        }
        ("hand", _) => Deed::HandOver(named(rest.strip_prefix("over").unwrap_or("").trim())?),
        ("start", "over") => Deed::StartOver,
        ("start", "wait") => Deed::Wait("start"),
        ("leave", "wait") => Deed::Wait("leave"),
        ("extend", "wait") => Deed::Wait("extend"),
        ("undo", "") => Deed::Undo,
        ("answer", answer) => {
            let known = ["fixed", "not fixed", "skipped", "moving", "came back"];
            let found = known.into_iter().find(|it| *it == answer.replace('-', " "));
            Deed::Answer(found.ok_or_else(|| format!("`{answer}` is no answer"))?)
        }
        _ => return Err(unknown()),
    })
}
