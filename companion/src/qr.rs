//! The QR code of a resume link, as one path of SVG. Knows no token: only an address and digits behind it.

use qrcodegen::{Mask, QrCode, QrCodeEcc, QrSegment, Version};

use crate::json::Object;

/// The largest code that phones read easily from a screen: 77 modules a side.
const EASY: u8 = 15;

/// A code, without the margin that has to be around it.
pub struct Qr {
    /// How many modules a side has.
    pub size: u32,
    pub version: u32,
    /// The dark modules, a row of them a rectangle; one unit is a module.
    pub path: String,
}

impl Qr {
    pub fn json(&self) -> String {
        Object::new()
            .number("size", self.size.into())
            .text("path", &self.path)
            .number("version", self.version.into())
            .end()
    }
}

/// The code of an address with digits behind it. None where they are too long for any.
pub fn qr(address: &str, digits: &str) -> Option<Qr> {
    let mut segments = vec![QrSegment::make_bytes(address.as_bytes())];
    // Of other characters it would have no way to make digits.
    if !digits.bytes().all(|it| it.is_ascii_digit()) {
        return None;
    }
    segments.push(QrSegment::make_numeric(digits));
    let encode = |level, largest| {
        let mask: Option<Mask> = None;
        let (least, most) = (Version::new(1), Version::new(largest));
        QrCode::encode_segments_advanced(&segments, level, least, most, mask, false).ok()
    };
    let code = encode(QrCodeEcc::Medium, EASY)
        .or_else(|| encode(QrCodeEcc::Low, EASY))
        .or_else(|| encode(QrCodeEcc::Low, 40))?;
    Some(Qr {
        size: code.size() as u32,
        version: u32::from(code.version().value()),
        path: path(&code),
    })
}

fn path(code: &QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let start = x;
            while x < code.size() && code.get_module(x, y) {
                x += 1;
            }
            if x > start {
                let [left, top, width] = [start, y, x - start].map(|it| it.to_string());
                path.extend(["M", &left, " ", &top, "h", &width, "v1h-", &width, "z"]);
            }
            x += 1;
        }
    }
    path
}
