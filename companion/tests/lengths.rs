//! How long tokens, codes and QR codes are. A link is sent by mail and read from a screen by a phone's camera.

use serde_json::json;

use crate::climbs::{ask, built_in, everything, export, facts, long, text};

/// Of 40 characters, with what marks the token.
const ADDRESS: &str = "https://blog.example.org/2026/photos.htm";

#[test]
fn the_built_in_ladder_with_every_item_ticked_has_a_short_token() {
    let ladder = built_in();
    let mut longest = 0;
    for seed in 1..=20 {
        let (progress, now) = everything(&ladder, seed);
        assert_eq!(ADDRESS.len(), 40);
        let request =
            json!({ "do": "export", "facts": facts(&progress), "address": ADDRESS, "name": "" });
        let answer = ask(&ladder, now, request);
        let token = text(&answer["token"]);
        longest = longest.max(token.len());
        let version = answer["qr"]["version"].as_u64().expect("a version");
        assert!(version <= 15, "version {version}");
        println!("{} letters, QR version {version}, code {}", token.len(), answer["code"]);
        assert!(text(&answer["code"]).replace('-', "").len() <= 16, "{}", answer["code"]);
    }
    assert!(longest < 300, "{longest} letters");
}

#[test]
fn a_ladder_of_200_steps_has_a_token_below_2000_letters() {
    let ladder = long();
    let (progress, now) = everything(&ladder, 7);
    let answer = export(&ladder, &progress, now);
    let token = text(&answer["token"]);
    println!("{} letters, QR {}", token.len(), answer["qr"]["version"]);
    assert!(token.len() < 2_000 && token.len() > 100, "{} letters", token.len());
    assert!(answer["qr"]["version"].as_u64().is_some_and(|it| it <= 40), "{}", answer["qr"]);
}
