//! The paths of an author's own SVG: any command, absolute or relative, as the few commands of a drawing.
//! Knows no element.

use super::canvas::Command;
use super::svg_shapes::Frame;

#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Point {
    pub x: f64,
    pub y: f64,
}

impl Point {
    fn plus(self, other: Point) -> Point {
        Point { x: self.x + other.x, y: self.y + other.y }
    }

    fn mirrored_at(self, centre: Point) -> Point {
        Point { x: 2.0 * centre.x - self.x, y: 2.0 * centre.y - self.y }
    }
}

const MOST_COMMANDS: usize = 120;

/// How far the handles of a curve are, so that four of them make a circle.
const HANDLE: f64 = 0.5523;

/// The commands; none where they cannot be read.
pub(super) fn read(data: &str, frame: &Frame) -> Option<Vec<Command>> {
    let mut made: Vec<Command> = Vec::new();
    let (mut here, mut start) = (Point::default(), Point::default());
    // The last handle of a curve, and whether it was a cubic one.
    let mut handle: Option<(Point, bool)> = None;
    for (letter, numbers) in pieces(data)? {
        let relative = letter.is_ascii_lowercase();
        let kind = letter.to_ascii_uppercase();
        let takes = match kind {
            'Z' => 0,
            'H' | 'V' => 1,
            'M' | 'L' | 'T' => 2,
            'S' | 'Q' => 4,
            'C' => 6,
            'A' => 7,
            _ => return None,
        };
        if kind == 'Z' {
            made.push(('Z', Vec::new()));
            here = start;
            handle = None;
            continue;
        }
        if numbers.is_empty() || numbers.len() % takes != 0 {
            return None;
        }
        for (index, group) in numbers.chunks(takes).enumerate() {
            let origin = if relative { here } else { Point::default() };
            let at = |index: usize| {
                let (x, y) = (group.get(index)?, group.get(index + 1)?);
                Some(origin.plus(Point { x: *x, y: *y }))
            };
            let first = || group.first().copied();
            let mut next_handle = None;
            let to = match kind {
                'M' | 'L' => {
                    let to = at(0)?;
                    // Further pairs of a move are lines.
                    let moves = kind == 'M' && index == 0;
                    if moves {
                        start = to;
                    }
                    push(&mut made, if moves { 'M' } else { 'L' }, &[to], frame);
                    to
                }
                'H' | 'V' => {
                    let to = match kind {
                        'H' => Point { x: origin.x + first()?, y: here.y },
                        _ => Point { x: here.x, y: origin.y + first()? },
                    };
                    push(&mut made, 'L', &[to], frame);
                    to
                }
                'C' | 'S' => {
                    let (one, two, to) = match kind {
                        'C' => (at(0)?, at(2)?, at(4)?),
                        _ => (reflected(handle, here, true), at(0)?, at(2)?),
                    };
                    push(&mut made, 'C', &[one, two, to], frame);
                    next_handle = Some((two, true));
                    to
                }
                'Q' | 'T' => {
                    let (one, to) = match kind {
                        'Q' => (at(0)?, at(2)?),
                        _ => (reflected(handle, here, false), at(0)?),
                    };
                    push(&mut made, 'Q', &[one, to], frame);
                    next_handle = Some((one, false));
                    to
                }
                _ => {
                    let to = at(5)?;
                    arc(&mut made, here, group, to, frame)?;
                    to
                }
            };
            handle = next_handle;
            here = to;
        }
        if made.len() > MOST_COMMANDS {
            return None;
        }
    }
    made.first().is_some_and(|(letter, _)| *letter == 'M').then_some(made)
}

fn reflected(handle: Option<(Point, bool)>, here: Point, cubic: bool) -> Point {
    match handle {
        Some((handle, was_cubic)) if was_cubic == cubic => handle.mirrored_at(here),
        _ => here,
    }
}

fn push(made: &mut Vec<Command>, letter: char, points: &[Point], frame: &Frame) {
    let numbers = points.iter().flat_map(|it| {
        let (x, y) = frame.point(*it);
        [x, y]
    });
    made.push((letter, numbers.collect()));
}

/// An arc of an ellipse as curves, of a quarter each at most.
fn arc(
    made: &mut Vec<Command>,
    from: Point,
    group: &[f64],
    to: Point,
    frame: &Frame,
) -> Option<()> {
    let (rx, ry, turn) = (group.first()?.abs(), group.get(1)?.abs(), group.get(2)?.to_radians());
    let (large, sweep) = (*group.get(3)? != 0.0, *group.get(4)? != 0.0);
    if rx == 0.0 || ry == 0.0 {
        push(made, 'L', &[to], frame);
        return Some(());
    }
    let (sin, cos) = turn.sin_cos();
    let (dx, dy) = ((from.x - to.x) / 2.0, (from.y - to.y) / 2.0);
    let (x, y) = (cos * dx + sin * dy, cos * dy - sin * dx);
    // Radii that are too small for the distance grow.
    let grow = ((x / rx).powi(2) + (y / ry).powi(2)).sqrt().max(1.0);
    let (rx, ry) = (rx * grow, ry * grow);
    let below = (rx * y).powi(2) + (ry * x).powi(2);
    let factor =
        if below == 0.0 { 0.0 } else { (((rx * ry).powi(2) - below) / below).max(0.0).sqrt() };
    let factor = if large == sweep { -factor } else { factor };
    let (cx, cy) = (factor * rx * y / ry, -factor * ry * x / rx);
    let angle = |x: f64, y: f64| (y / ry).atan2(x / rx);
    let begin = angle(x - cx, y - cy);
    let mut along = angle(-x - cx, -y - cy) - begin;
    let whole = std::f64::consts::TAU;
    if sweep && along < 0.0 {
        along += whole;
    } else if !sweep && along > 0.0 {
        along -= whole;
    }
    let centre = Point { x: (from.x + to.x) / 2.0, y: (from.y + to.y) / 2.0 };
    let place = |u: f64, v: f64| {
        let (u, v) = (cx + rx * u, cy + ry * v);
        centre.plus(Point { x: cos * u - sin * v, y: sin * u + cos * v })
    };
    let quarters = (along.abs() / (whole / 4.0)).ceil().clamp(1.0, 4.0);
    let step = along / quarters;
    let reach = 4.0 / 3.0 * (step / 4.0).tan();
    let mut angle = begin;
    let mut left = quarters;
    while left > 0.0 {
        let (s, c) = angle.sin_cos();
        let (s2, c2) = (angle + step).sin_cos();
        let points = [
            place(c - reach * s, s + reach * c),
            place(c2 + reach * s2, s2 - reach * c2),
            place(c2, s2),
        ];
        push(made, 'C', &points, frame);
        angle += step;
        left -= 1.0;
    }
    Some(())
}

/// A whole ellipse.
pub(super) fn ellipse(centre: Point, rx: f64, ry: f64, frame: &Frame) -> Vec<Command> {
    let mut made = Vec::new();
    let at = |x: f64, y: f64| centre.plus(Point { x: x * rx, y: y * ry });
    push(&mut made, 'M', &[at(1.0, 0.0)], frame);
    for (c, s) in [(1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0)] {
        let points =
            [at(c - HANDLE * s, s + HANDLE * c), at(HANDLE * c - s, c + HANDLE * s), at(-s, c)];
        push(&mut made, 'C', &points, frame);
    }
    made
}

/// Letters, and the numbers behind each; none where something is neither.
fn pieces(data: &str) -> Option<Vec<(char, Vec<f64>)>> {
    let mut pieces = Vec::new();
    let mut rest = data.trim();
    while let Some(letter) = rest.chars().next() {
        if !letter.is_ascii_alphabetic() {
            return None;
        }
        let after = rest.get(1..)?;
        let end = after.find(|it: char| it.is_ascii_alphabetic() && it != 'e' && it != 'E');
        let (own, next) = after.split_at_checked(end.unwrap_or(after.len()))?;
        let own =
            if letter.eq_ignore_ascii_case(&'a') { flags_apart(own)? } else { own.to_owned() };
        pieces.push((letter, numbers(&own)?));
        rest = next.trim_start();
    }
    Some(pieces)
}

/// Of an arc, the two flags may stand at the next number without a blank: `0 01-4 3`.
fn flags_apart(own: &str) -> Option<String> {
    let mut out = String::new();
    let mut rest = own;
    let mut index = 0;
    loop {
        rest = rest.trim_start_matches(|it: char| it == ',' || it.is_whitespace());
        if rest.is_empty() {
            return Some(out);
        }
        let length = if index % 7 == 3 || index % 7 == 4 { 1 } else { number_length(rest)? };
        out.push_str(rest.get(..length)?);
        out.push(' ');
        rest = rest.get(length..)?;
        index += 1;
    }
}

/// Numbers as SVG writes them: between them blanks, commas, or only a sign or a second point.
pub(super) fn numbers(text: &str) -> Option<Vec<f64>> {
    let mut numbers = Vec::new();
    let mut rest = text;
    loop {
        rest = rest.trim_start_matches(|it: char| it == ',' || it.is_whitespace());
        if rest.is_empty() {
            return Some(numbers);
        }
        let length = number_length(rest)?;
        let number: f64 = rest.get(..length)?.parse().ok()?;
        if !number.is_finite() || numbers.len() > 4 * MOST_COMMANDS * 2 {
            return None;
        }
        numbers.push(number);
        rest = rest.get(length..)?;
    }
}

/// How long the number is that a text begins with.
fn number_length(text: &str) -> Option<usize> {
    let (mut point, mut power, mut before) = (false, false, None);
    let mut length = 0;
    for (at, letter) in text.char_indices() {
        let goes_on = match letter {
            '0'..='9' => true,
            '+' | '-' => matches!(before, None | Some('e' | 'E')),
            '.' => !point && !power,
            'e' | 'E' => !power && before.is_some_and(|it| it.is_ascii_digit() || it == '.'),
            _ => false,
        };
        if !goes_on {
            break;
        }
        point |= letter == '.';
        power |= letter == 'e' || letter == 'E';
        before = Some(letter);
        length = at + 1;
    }
    (length > 0).then_some(length)
}
