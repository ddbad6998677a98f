//! Pictures, and how many of their pixels differ.
//!
//! Knows pixels, and nothing of what they show.

use std::path::PathBuf;

use anyhow::{Context, Result, ensure};

/// A picture as rows of pixels, four bytes each.
pub(crate) struct Pixels {
    pub width: u32,
    pub height: u32,
    pub bytes: Vec<u8>,
}

/// How large a part of two pictures differs, from 0 to 1: every pixel counts in which any channel differs by
/// more than `within`, and all of them where the sizes differ.
///
/// # Errors
///
/// One of them is no PNG.
pub fn difference(one: &[u8], other: &[u8], within: u8) -> Result<f64> {
    // An engine writes the same pixels as the same bytes, and comparing those takes no time.
    if one == other {
        return Ok(0.0);
    }
    let (one, other) = (decode(one)?, decode(other)?);
    if (one.width, one.height) != (other.width, other.height) {
        return Ok(1.0);
    }
    let pairs = one.bytes.chunks(4).zip(other.bytes.chunks(4));
    let differs = |(one, other): &(&[u8], &[u8])| {
        one.iter().zip(*other).any(|(one, other)| one.abs_diff(*other) > within)
    };
    let different = pairs.filter(differs).count();
    Ok(different as f64 / f64::from(one.width * one.height))
}

/// As [`difference`], for an engine that paints the same page otherwise each time: WebKit rounds what stands
/// between two pixels now to the one and now to the other. A pixel counts where it is lighter or darker than
/// all that the other picture has there and right beside.
///
/// # Errors
///
/// One of them is no PNG.
pub fn difference_but_for_edges(one: &[u8], other: &[u8]) -> Result<f64> {
    const NEAR: u8 = 48;
    let (one, other) = (decode(one)?, decode(other)?);
    if (one.width, one.height) != (other.width, other.height) {
        return Ok(1.0);
    }
    let is_between = |pixel: [u8; 4], picture: &Pixels, x: u32, y: u32| {
        let beside: Vec<[u8; 4]> = (y.saturating_sub(1)..=y + 1)
            .flat_map(|y| (x.saturating_sub(1)..=x + 1).map(move |x| (x, y)))
            .filter(|(x, y)| *x < picture.width && *y < picture.height)
            .map(|(x, y)| picture.at(x, y))
            .collect();
        (0..4).all(|channel| {
            let values = || beside.iter().map(|it| it[channel]);
            let (least, most) = (values().min().unwrap_or(0), values().max().unwrap_or(255));
            (least.saturating_sub(NEAR)..=most.saturating_add(NEAR)).contains(&pixel[channel])
        })
    };
    let mut different = 0_u32;
    for y in 0..one.height {
        for x in 0..one.width {
            let (this, that) = (one.at(x, y), other.at(x, y));
            let same =
                this == that || is_between(this, &other, x, y) && is_between(that, &one, x, y);
            different += u32::from(!same);
        }
    }
    Ok(f64::from(different) / f64::from(one.width * one.height))
}

/// Saves two pictures and what differs between them, in red, side by side as `target/shots/<name>.png`.
pub fn save_difference(name: &str, one: &[u8], other: &[u8]) -> Result<PathBuf> {
    let (one, other) = (decode(one)?, decode(other)?);
    let (width, height) = (one.width.max(other.width), one.height.max(other.height));
    let mut bytes = Vec::new();
    for y in 0..height {
        let row = |pick: &dyn Fn(u32) -> [u8; 4]| (0..width).flat_map(pick).collect::<Vec<u8>>();
        bytes.extend(row(&|x| one.at(x, y)));
        bytes.extend(row(&|x| other.at(x, y)));
        bytes.extend(row(&|x| match one.at(x, y) == other.at(x, y) {
            true => [255; 4],
            false => [220, 0, 0, 255],
        }));
    }
    let folder = xtask::project_root().join("target/shots");
    let file = folder.join(format!("{name}.png"));
    let mut picture = Vec::new();
    let mut encoder = png::Encoder::new(&mut picture, 3 * width, height);
    encoder.set_color(png::ColorType::Rgba);
    encoder.write_header()?.write_image_data(&bytes)?;
    xtask::write_whole(&file, &picture)?;
    Ok(file)
}

impl Pixels {
    /// A pixel, or nothing at all outside of the picture.
    fn at(&self, x: u32, y: u32) -> [u8; 4] {
        let start = 4 * (y as usize * self.width as usize + x as usize);
        let inside = x < self.width && y < self.height;
        let found = self.bytes.get(start..start + 4).filter(|_| inside);
        found.and_then(|pixel| pixel.try_into().ok()).unwrap_or([0; 4])
    }
}

pub(crate) fn decode(png: &[u8]) -> Result<Pixels> {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(png));
    decoder.set_transformations(
        png::Transformations::normalize_to_color8() | png::Transformations::ALPHA,
    );
    let mut reader = decoder.read_info().context("reading a picture")?;
    let size = reader.output_buffer_size().context("the picture is too large")?;
    let mut bytes = vec![0; size];
    let frame = reader.next_frame(&mut bytes).context("reading a picture")?;
    ensure!(frame.color_type == png::ColorType::Rgba, "a picture of {:?}", frame.color_type);
    bytes.truncate(frame.buffer_size());
    Ok(Pixels { width: frame.width, height: frame.height, bytes })
}
