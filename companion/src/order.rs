//! Things in the order of their times. The sorting of the standard library is quicker with thousands of them, and three
//! kinds of things would weigh a twentieth of the module.

use fix_ladder_core::progress::Time;

/// The earliest first; of the same time in the order in which they stand.
pub fn in_order<T>(all: &[T], time: impl Fn(&T) -> Time) -> Vec<&T> {
    let times: Vec<Time> = all.iter().map(time).collect();
    places(&times).into_iter().filter_map(|place| all.get(place)).collect()
}

fn places(times: &[Time]) -> Vec<usize> {
    let mut places: Vec<usize> = Vec::with_capacity(times.len());
    let mut sorted: Vec<Time> = Vec::with_capacity(times.len());
    for (place, time) in times.iter().enumerate() {
        let at = sorted.partition_point(|it| it <= time);
        sorted.insert(at, *time);
        places.insert(at, place);
    }
    places
}
