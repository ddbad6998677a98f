//! Which ids a text has to write down: tried by reading it back, until it gives the ladder. Knows no rule for ids.

use std::collections::BTreeSet;

use fix_ladder_core::ladder::{Error, Location, RawLadder, validate};

use crate::cures;
use crate::difference::{Difference, differences};
use crate::layout::Block;
use crate::markdown::Text;
use crate::normal::normal;
use crate::outline::{Written, outline};
use crate::{Complaint, Read};

/// A text that gives the ladder, and the blocks of which it is written.
pub(crate) struct Found {
    pub text: String,
    pub blocks: Vec<Block>,
}

/// The text with the fewest ids.
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
    for of_parts in [false, true] {
        match attempt(&wanted, &Written::These(ids.clone()), read) {
            Ok(Ok(found)) => return Ok(found),
            Ok(Err(differences)) => {
                let own = differences.iter().filter(|it| it.field == "id");
                let own = own.map(|it| bare(&it.location));
                ids.extend(own.filter(|it| of_parts || !is_part(it)));
            }
            Err(_) => break,
        }
    }
    for ids in [Written::These(ids), Written::All] {
        if let Ok(Ok(found)) = attempt(&wanted, &ids, read) {
            return Ok(found);
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
    Error { location, message: format!("a text in the format cannot say this, since {message}: {cure}") }
}
