//! What an author says of other devices and of help: the steps that interrupt, and where a report may be sent.

use crate::lookalikes::check_warning;
use crate::support::{document, rung, said};

#[test]
fn a_step_that_interrupts() {
    for comment in ["<!-- interrupts -->", "<!--Interrupts-->"] {
        let text = rung(&format!("1. Do.\n2. Restart it. {comment} <!-- id: again -->"));
        assert_eq!(said(&text), [""; 0]);
        let steps = document(&text)["rungs"][0]["steps"].clone();
        assert_eq!(steps[0].get("interrupts"), None);
        assert_eq!(steps[1]["interrupts"], true);
        assert_eq!(steps[1]["id"], "again");
    }
}

#[test]
fn only_a_step_interrupts() {
    check_warning(&rung(
        "### Before you start\n\n- A copy. <!-- interrupts -->\n\n### Steps\n\n1. Do.",
    ));
}

#[test]
fn a_report_goes_to_an_address_of_e_mail() {
    let end =
        |words: &str| format!("{}\n\n## If nothing helped\n\nAsk us.\n\n{words}\n", rung("1. Do."));
    for words in ["Report to: help@example.org", "**Report to:** <help@example.org>"] {
        let text = end(words);
        assert_eq!(said(&text), [""; 0], "{words}");
        assert_eq!(document(&text)["report_to"], "help@example.org");
        assert_eq!(document(&text)["end"], serde_json::json!(["Ask us."]));
    }
    for words in
        ["Report to: us", "Report to: a@b?subject=x", "Report to:", "Report to: a b@example.org"]
    {
        let said = said(&end(words));
        assert!(said.iter().any(|it| it.starts_with("error")), "{words}: {said:?}");
    }
}
