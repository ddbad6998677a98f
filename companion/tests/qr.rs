//! QR codes as a camera reads them: drawn from the path, and decoded by a reader that knows nothing of us.

use serde_json::{Value, json};

use crate::climbs::{Random, ask, built_in, everything, facts, long, open, random, text};

/// What a camera reads from the path of a code.
fn read(qr: &Value) -> String {
    const SCALE: usize = 4;
    const MARGIN: usize = 4;
    let size = qr["size"].as_u64().expect("a size") as usize;
    let mut dark = vec![vec![false; size]; size];
    // The path has one form alone: M<x> <y>h<width>v1h-<width>z.
    for part in text(&qr["path"]).split('M').skip(1) {
        let (place, width) = part.split_once('h').expect("a width");
        let (x, y) = place.split_once(' ').expect("a place");
        let (width, rest) = width.split_once("v1h-").expect("a height of one");
        assert_eq!(rest, format!("{width}z"));
        let [x, y, width] = [x, y, width].map(|it| it.parse::<usize>().expect("a number"));
        dark[y][x..x + width].fill(true);
    }
    let side = (size + 2 * MARGIN) * SCALE;
    let is_dark = |at: usize| (at / SCALE).checked_sub(MARGIN).filter(|it| *it < size);
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(side, side, |x, y| {
        match (is_dark(x), is_dark(y)) {
            (Some(x), Some(y)) if dark[y][x] => 0,
            _ => 255,
        }
    });
    let grids = image.detect_grids();
    assert_eq!(grids.len(), 1, "one code");
    let (meta, content) = grids[0].decode().expect("it can be read");
    assert_eq!(meta.version.0 as u64, qr["version"].as_u64().expect("a version"));
    content
}

fn export(ladder: &fix_ladder_core::ladder::Ladder, address: &str, seed: u64) -> (Value, Value) {
    let (progress, now) = everything(ladder, seed);
    let request =
        json!({ "do": "export", "facts": facts(&progress), "address": address, "name": "" });
    let answer = ask(ladder, now, request);
    let content = read(&answer["qr"]);
    (answer, json!([content, now.millis()]))
}

#[test]
fn a_camera_reads_the_address_and_the_digits_open_the_same_climb() {
    let ladder = built_in();
    let now = everything(&ladder, 4).1;
    let address = "https://blog.example.org/2026/photos.htm";
    let (answer, content) = export(&ladder, address, 4);
    let content = text(&content[0]);
    let digits = content.strip_prefix(address).and_then(|it| it.strip_prefix("#fix-ladder="));
    let digits = digits.unwrap_or_else(|| panic!("{content}"));
    assert!(digits.bytes().all(|it| it.is_ascii_digit()), "{digits}");
    let here = fix_ladder_core::progress::Progress::default();
    let by_link = open(&ladder, &text(&answer["link"]), &here, now);
    assert_eq!(open(&ladder, &content, &here, now), by_link);
    assert!(by_link.get("problem").is_none(), "{by_link}");
}

#[test]
fn codes_of_all_sizes_can_be_read() {
    let mut random_address = Random::new(6);
    for (ladder, seeds) in [(built_in(), 1..6), (long(), 1..3)] {
        for seed in seeds {
            let length = random_address.below(120) as usize;
            let address = format!("https://é.example.org/{}?a=b&c=%20", "x".repeat(length));
            let (_, content) = export(&ladder, &address, seed);
            assert!(text(&content[0]).starts_with(&format!("{address}#fix-ladder=")), "{content}");
        }
    }
}

#[test]
fn digits_make_a_smaller_code_than_letters_would() {
    let ladder = built_in();
    let (progress, now) = everything(&ladder, 4);
    let request = |address: &str| json!({ "do": "export", "facts": facts(&progress), "address": address, "name": "" });
    let answer = ask(&ladder, now, request("https://example.org/"));
    // The same letters as an address, with a token of next to nothing behind it.
    let (little, _) = random(&ladder, 1, 1);
    let letters = text(&answer["link"]);
    let as_bytes =
        json!({ "do": "export", "facts": facts(&little), "address": letters, "name": "" });
    let as_bytes = ask(&ladder, now, as_bytes)["qr"]["size"].as_u64();
    assert!(answer["qr"]["size"].as_u64() < as_bytes, "{as_bytes:?}");
}

#[test]
fn without_an_address_or_with_an_endless_one_there_is_no_code() {
    let ladder = built_in();
    let (progress, now) = everything(&ladder, 4);
    let request = |address: Value| json!({ "do": "export", "facts": facts(&progress), "address": address, "name": "" });
    let none = ask(&ladder, now, request(Value::Null));
    assert_eq!((&none["qr"], &none["link"]), (&Value::Null, &Value::Null));
    let endless =
        ask(&ladder, now, request(json!(format!("https://example.org/{}", "x".repeat(4_000)))));
    assert_eq!(endless["qr"], Value::Null);
    assert!(endless["link"].is_string());
}
