//! Places in a text as browsers count them. Knows nothing of what is there.

use std::collections::BTreeMap;

/// For each of these places, given in bytes, how many units of UTF-16 stand before it. One beyond the end is the end.
pub fn in_utf16(text: &str, places: impl Iterator<Item = usize>) -> BTreeMap<usize, usize> {
    let mut places: Vec<usize> = places.collect();
    places.sort_unstable();
    places.dedup();
    let mut found = BTreeMap::new();
    let mut wanted = places.into_iter().peekable();
    let mut units = 0;
    for (at, character) in text.char_indices() {
        while let Some(place) = wanted.next_if(|it| *it <= at) {
            found.insert(place, units);
        }
        if wanted.peek().is_none() {
            break;
        }
        units += character.len_utf16();
    }
    found.extend(wanted.map(|place| (place, units)));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_those_of_browsers() {
        let text = "aß🪜€z";
        let bytes = [0, 1, 3, 7, 10, 11, 99];
        let units: Vec<usize> = in_utf16(text, bytes.into_iter()).into_values().collect();
        assert_eq!(units, [0, 1, 2, 4, 5, 6, 6]);
        assert_eq!(text.encode_utf16().count(), 6);
        assert!(in_utf16("", [0].into_iter()).into_values().eq([0]));
    }
}
