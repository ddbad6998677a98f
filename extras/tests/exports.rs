//! The exports of the module, called as the loader calls them: write the document, read it, fetch the answer.
//! Knows nothing of what makes a document a good one.

use fix_ladder_core::ladder::{decode, parse};
use fix_ladder_extras::{answer_at, answer_length, read_document, room_for};

/// What the loader gets for some bytes: whether the answer is a ladder, and the answer.
#[expect(unsafe_code, reason = "the loader writes into the module's memory and reads from it")]
fn answer_to(document: &[u8]) -> (bool, Vec<u8>) {
    let room = room_for(document.len());
    // SAFETY: the room has as many bytes as were asked for, and nobody else uses it meanwhile.
    unsafe { std::slice::from_raw_parts_mut(room, document.len()) }.copy_from_slice(document);
    let is_ladder = read_document() == 1;
    // SAFETY: the answer stays where it is until the next document is written.
    let answer = unsafe { std::slice::from_raw_parts(answer_at(), answer_length()) };
    (is_ladder, answer.to_vec())
}

const KETTLE: &str = r#"{"format":1,"id":"kettle","title":"The kettle is cold","rungs":[
    {"id":"plug","title":"Plug it in","severity":"gentle","steps":[{"id":"plug-in","text":"Plug it in – „fest“."}]}
]}"#;

#[test]
fn a_document_becomes_the_ladder_that_it_is() {
    let (is_ladder, answer) = answer_to(KETTLE.as_bytes());
    assert!(is_ladder);
    assert_eq!(decode(&answer), parse(KETTLE).ok());
}

#[test]
fn what_is_wrong_comes_as_a_list_of_sentences() {
    let (is_ladder, answer) = answer_to(KETTLE.replace("gentle", "mild").as_bytes());
    let sentences: Vec<String> = serde_json::from_slice(&answer).expect("a list of strings");
    assert!(!is_ladder);
    let errors = parse(&KETTLE.replace("gentle", "mild")).expect_err("no such severity");
    assert_eq!(sentences, errors.iter().map(ToString::to_string).collect::<Vec<_>>());
}

#[test]
fn whatever_the_bytes_there_is_an_answer() {
    for bytes in [&b""[..], b"\0", b"\xff\xfe{", &[0x80; 1000]] {
        let (is_ladder, answer) = answer_to(bytes);
        let sentences: Vec<String> = serde_json::from_slice(&answer).expect("a list of strings");
        assert!(!is_ladder && sentences.len() == 1, "{sentences:?}");
    }
}

#[test]
fn a_document_that_is_not_whole_utf_8_is_read_as_far_as_it_can_be() {
    let mut bytes = KETTLE.as_bytes().to_vec();
    let at = KETTLE.find('„').expect("a quote");
    bytes[at] = 0xff;
    assert!(answer_to(&bytes).0);
}
