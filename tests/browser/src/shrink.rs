//! Writes pictures again as small as PNG can be, with no difference that an eye sees.
//!
//! Knows pixels, and nothing of what they show.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use png::{BitDepth, ColorType, DeflateCompression, Filter};

use crate::pixels::{self, Pixels};

/// How far two colours may be apart in each channel, of 255, and be written as one. The edges of letters
/// have more shades than anyone tells apart.
const NEAR: u8 = 6;

/// The strongest that the compressor has.
const STRONGEST: u8 = 9;

/// Which of them leaves the least is known only afterwards.
const FILTERS: [Filter; 7] = [
    Filter::NoFilter,
    Filter::Sub,
    Filter::Up,
    Filter::Avg,
    Filter::Paeth,
    Filter::Adaptive,
    Filter::MinEntropy,
];

/// One way to write the pixels down.
struct Form {
    color: ColorType,
    depth: BitDepth,
    /// Three bytes a colour, and how opaque each of them is; both empty without a palette.
    palette: Vec<u8>,
    opacities: Vec<u8>,
    rows: Vec<u8>,
}

/// The same picture in the fewest bytes: each channel of a pixel differs by [`NEAR`] at most.
///
/// # Errors
///
/// It is no PNG, or what was written does not show the same.
pub fn shrink(png: &[u8]) -> Result<Vec<u8>> {
    let picture = pixels::decode(png)?;
    let form = with_palette(&picture).unwrap_or_else(|| without_palette(&picture));
    let mut smallest: Option<Vec<u8>> = None;
    for filter in FILTERS {
        let written = write(&picture, &form, filter).context("writing a picture")?;
        if smallest.as_ref().is_none_or(|smallest| written.len() < smallest.len()) {
            smallest = Some(written);
        }
    }
    let smallest = smallest.context("no way to write a picture")?;
    let different = pixels::difference(png, &smallest, NEAR)?;
    ensure!(different == 0.0, "written again, {different} of a picture has other colours");
    Ok(smallest)
}

/// Every pixel as the number of its colour; nothing where there are more colours than a palette holds.
fn with_palette(picture: &Pixels) -> Option<Form> {
    let written_as = few_colors(picture);
    let mut colors: Vec<[u8; 4]> = written_as.values().copied().collect();
    // Those that are not opaque come first, since only their opacities are written.
    colors.sort_by_key(|&[red, green, blue, opacity]| (opacity, red, green, blue));
    colors.dedup();
    let mut numbers: BTreeMap<[u8; 4], u8> = BTreeMap::new();
    for (number, color) in colors.iter().enumerate() {
        numbers.insert(*color, u8::try_from(number).ok()?);
    }
    let (depth, bits) = match colors.len() {
        ..=2 => (BitDepth::One, 1),
        3..=4 => (BitDepth::Two, 2),
        5..=16 => (BitDepth::Four, 4),
        _ => (BitDepth::Eight, 8),
    };
    let number = |pixel: [u8; 4]| numbers.get(written_as.get(&pixel)?).copied();
    let all: Vec<u8> = pixels_of(picture).filter_map(number).collect();
    let pack = |few: &[u8]| {
        let together =
            few.iter().fold(0_u16, |together, number| together << bits | u16::from(*number));
        // The last byte of a row may be a part only, and its bits come first.
        (together << (8 - bits * few.len())) as u8
    };
    let rows = all.chunks(picture.width as usize).flat_map(|row| row.chunks(8 / bits).map(pack));
    Some(Form {
        color: ColorType::Indexed,
        depth,
        palette: colors.iter().flat_map(|&[red, green, blue, _]| [red, green, blue]).collect(),
        opacities: colors.iter().map(|color| color[3]).take_while(|it| *it < 255).collect(),
        rows: rows.collect(),
    })
}

/// Every colour, and the one that it is written as: itself, or the nearest of the more common ones.
fn few_colors(picture: &Pixels) -> BTreeMap<[u8; 4], [u8; 4]> {
    let mut counts: BTreeMap<[u8; 4], u32> = BTreeMap::new();
    for pixel in pixels_of(picture) {
        *counts.entry(pixel).or_default() += 1;
    }
    let mut by_count: Vec<[u8; 4]> = counts.keys().copied().collect();
    by_count.sort_by_key(|color| (Reverse(counts.get(color)), *color));
    let mut kept: Vec<[u8; 4]> = Vec::new();
    let mut written_as = BTreeMap::new();
    for color in by_count {
        let nearest = kept.iter().copied().min_by_key(|other| apart(color, *other));
        match nearest.filter(|other| apart(color, *other) <= NEAR) {
            Some(other) => written_as.insert(color, other),
            None => {
                kept.push(color);
                written_as.insert(color, color)
            }
        };
    }
    written_as
}

/// How far two colours are apart, in the channel where they are the furthest.
fn apart(one: [u8; 4], other: [u8; 4]) -> u8 {
    one.into_iter().zip(other).map(|(one, other)| one.abs_diff(other)).max().unwrap_or(0)
}

fn without_palette(picture: &Pixels) -> Form {
    let opaque = pixels_of(picture).all(|pixel| pixel[3] == 255);
    let (color, channels) = if opaque { (ColorType::Rgb, 3) } else { (ColorType::Rgba, 4) };
    let rows = pixels_of(picture).flat_map(|pixel| pixel.into_iter().take(channels));
    Form {
        color,
        depth: BitDepth::Eight,
        palette: Vec::new(),
        opacities: Vec::new(),
        rows: rows.collect(),
    }
}

fn pixels_of(picture: &Pixels) -> impl Iterator<Item = [u8; 4]> {
    picture.bytes.chunks_exact(4).filter_map(|pixel| pixel.try_into().ok())
}

fn write(picture: &Pixels, form: &Form, filter: Filter) -> Result<Vec<u8>> {
    let mut written = Vec::new();
    let mut encoder = png::Encoder::new(&mut written, picture.width, picture.height);
    encoder.set_color(form.color);
    encoder.set_depth(form.depth);
    encoder.set_deflate_compression(DeflateCompression::Level(STRONGEST));
    encoder.set_filter(filter);
    if !form.palette.is_empty() {
        encoder.set_palette(&form.palette);
    }
    if !form.opacities.is_empty() {
        encoder.set_trns(&form.opacities);
    }
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&form.rows)?;
    writer.finish()?;
    Ok(written)
}
