//! Medians, spreads and ratios of what was measured in turns. Knows numbers, not what they stand for.

/// The middle of some figures, and how far they lie apart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    pub median: f64,
    pub least: f64,
    pub most: f64,
}

/// None where nothing was measured.
pub fn spread(figures: &[f64]) -> Option<Spread> {
    let mut sorted = figures.to_vec();
    sorted.sort_by(f64::total_cmp);
    let (least, most) = (*sorted.first()?, *sorted.last()?);
    let upper = *sorted.get(sorted.len() / 2)?;
    let median = match sorted.len() % 2 {
        1 => upper,
        _ => (upper + sorted.get(sorted.len() / 2 - 1)?) / 2.0,
    };
    Some(Spread { median, least, most })
}

/// How many times as much `ours` is as `hand`: the ratio of the medians, and the least and the most among the pairs of
/// runs that followed one another. None where there is nothing to divide by.
pub fn ratio(hand: &[f64], ours: &[f64]) -> Option<Spread> {
    let pairs: Vec<f64> = hand
        .iter()
        .zip(ours)
        .filter(|(hand, _)| **hand > 0.0)
        .map(|(hand, ours)| ours / hand)
        .collect();
    let among = spread(&pairs)?;
    let hand = spread(hand)?.median;
    (hand > 0.0).then_some(())?;
    Some(Spread { median: spread(ours)?.median / hand, ..among })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_of_an_odd_and_of_an_even_number() {
        let odd = Spread { median: 2.0, least: 1.0, most: 9.0 };
        assert_eq!(spread(&[9.0, 1.0, 2.0]), Some(odd));
        let even = Spread { median: 3.0, least: 1.0, most: 9.0 };
        assert_eq!(spread(&[9.0, 4.0, 1.0, 2.0]), Some(even));
        assert_eq!(spread(&[]), None);
    }

    #[test]
    fn ratios_of_medians_with_the_spread_of_pairs() {
        let found = ratio(&[10.0, 20.0, 10.0], &[15.0, 20.0, 20.0]);
        assert_eq!(found, Some(Spread { median: 2.0, least: 1.0, most: 2.0 }));
    }

    #[test]
    fn nothing_is_divided_by_nothing() {
        assert_eq!(ratio(&[0.0, 0.0, 0.0], &[1.0, 2.0, 3.0]), None);
        assert_eq!(ratio(&[0.0, 0.0, 5.0], &[1.0, 2.0, 3.0]), None);
        assert_eq!(ratio(&[], &[]), None);
    }
}
