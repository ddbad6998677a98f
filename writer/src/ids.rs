//! Which ids and facts a text has to tell in comments: tried by reading it back, until it gives the ladder. Knows no rule
//! by which they are made.

use std::collections::BTreeSet;

use fix_ladder_core::ladder::{Error, Location, RawLadder, validate};

use crate::cures;
use crate::difference::{Difference, differences};
use crate::layout::Block;
use crate::markdown::Text;
use crate::normal::normal;
use crate::outline::{Written, outline};
use crate::{Complaint, Read};

/// How often a text is tried: with nothing told, with what others hang on, with the rest, with what that uncovers.
const ROUNDS: usize = 5;

/// What a comment tells where the words do not.
const TOLD: [&str; 4] = ["id", "scopes", "possible", "window_seconds"];

/// A text that gives the ladder, and the blocks of which it is written.
pub(crate) struct Found {
    pub text: String,
    pub blocks: Vec<Block>,
}

/// The text with the fewest comments.
///
/// # Errors
///
/// What no text gives back.
pub(crate) fn written(ladder: &RawLadder, read: &impl Read) -> Result<Found, Vec<Error>> {
    validate(ladder)?;
    let mut wanted = normal(ladder);
    // Drawings are files beside the text.
    wanted.drawings.clear();
    let mut ids = BTreeSet::new();
    // What hangs on a choice's or a rung's id comes after it.
    for round in 0..ROUNDS {
        let before = ids.len();
        match attempt(&wanted, &Written::These(ids.clone()), read) {
            Ok(Ok(found)) => return Ok(found),
            Ok(Err(differences)) => {
                let told = differences.iter().filter(|it| TOLD.contains(&it.field.as_str()));
                let told = told.map(|it| bare(&it.location));
                ids.extend(told.filter(|it| round > 0 || !is_part(it)));
            }
            Err(errors) => ids.extend(errors.into_iter().map(|it| it.location)),
        }
        if round > 0 && ids.len() == before {
            break;
        }
    }
    match attempt(&wanted, &Written::All, read) {
        Ok(Ok(found)) => Ok(found),
        Ok(Err(differences)) => Err(differences.into_iter().map(cures::error).collect()),
        Err(errors) => Err(errors),
    }
}

fn is_part(location: &Location) -> bool {
    location.0.iter().any(|part| matches!(part.what, "step" | "requirement" | "warning"))
}

/// The location as the text is written by it.
fn bare(location: &Location) -> Location {
    let mut location = location.clone();
    location.0.iter_mut().for_each(|part| part.id = None);
    location
}

type Attempt = Result<Result<Found, Vec<Difference>>, Vec<Error>>;

fn attempt(wanted: &RawLadder, ids: &Written, read: &impl Read) -> Attempt {
    let blocks = outline(wanted, ids);
    let written = Text::of(&blocks);
    let text = written.text.clone() + "\n";
    let given = read(&text).map_err(|complaints| {
        complaints.into_iter().map(|it| refused(it, &written)).collect::<Vec<_>>()
    })?;
    let mut given = normal(&given);
    given.drawings.clear();
    Ok(match given == *wanted {
        true => Ok(Found { text, blocks }),
        false => Err(differences(wanted, &given)),
    })
}

fn refused(complaint: Complaint, written: &Text) -> Error {
    let Complaint { range, message, cure } = complaint;
    let location = written.location(range.start);
    Error {
        location,
        message: format!("a text in the format cannot say this, since {message}: {cure}"),
    }
}
