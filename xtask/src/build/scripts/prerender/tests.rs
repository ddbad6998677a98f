//! The data of prerendered views: what is in it, what is left out, and that no date ever is.

use super::*;
use crate::build::ladders::compile_ladder;

fn ladder(file: &str) -> Result<Ladder> {
    let text = std::fs::read_to_string(crate::workspace::project_root().join(file))?;
    match compile_ladder(file, &text)? {
        Some(built_in) => Ok(built_in.ladder),
        None => bail!("{file} has faults"),
    }
}

#[test]
fn a_prerender_has_no_dates() -> Result<()> {
    let ladder = ladder("ladders/icloud-photos.md")?;
    assert!(rendered(&ladder)?.contains(DATE), "its sources have been checked");
    let Some(tree) = prerender(&ladder)? else { bail!("there is no prerendered view") };
    let text = tree.to_string();
    assert!(!text.contains(DATE) && !text.contains("checked 20"), "{text}");
    for month in 1..=12 {
        let month = Plain.month(Month { year: 2026, month });
        assert!(!text.contains(&month), "{month}: {text}");
    }
    assert!(text.contains("stuck-charger") && text.contains(&*ladder.rungs[4].title.plain()));
    Ok(())
}

#[test]
fn where_a_date_is_seen_at_the_start_there_is_no_prerender() -> Result<()> {
    let mut ladder = ladder("tests/native/view/kettle.md")?;
    assert!(prerender(&ladder)?.is_some());
    // Its advice says when it was checked, and is now in the reader's rung.
    ladder.rungs.reverse();
    assert!(rendered(&ladder)?.contains(DATE));
    assert!(prerender(&ladder)?.is_none());
    Ok(())
}

#[test]
fn a_drawing_comes_with_the_module() -> Result<()> {
    let folded = "<div><div hidden=\"until-found\">One<figure class=\"drawing\"><svg><g></g></svg></figure></div></div>";
    assert!(!tree(folded)?.to_string().contains("svg"));
    let seen = folded.replace("hidden=\"until-found\"", "");
    assert!(tree(&seen)?.to_string().contains(DRAWING));
    Ok(())
}

#[test]
fn what_follows_from_the_rest_is_left_out() -> Result<()> {
    let html = "<div part=\"a b\" class=\"a b\"><h3 part=\"title\" class=\"row\">One &amp; <em>two</em></h3>\
        <input type=\"checkbox\" id=\"step.x\" data-step=\"x\"><label for=\"step.x\">X</label>\
        <label for=\"other\">Other</label><button type=\"button\" disabled=\"disabled\">Go</button>\
        <select><option value=\"\" selected=\"selected\">Any?</option><option value=\"mac-os\">Mac OS</option>\
        <option value=\"m\">Mac (M)</option></select>\
        <details><summary>More</summary><p>Folded</p></details>\
        <svg viewBox=\"0 0 1 1\"><circle pathLength=\"100\"></circle></svg></div>";
    let tree = tree(html)?;
    let expected = serde_json::json!([
        "div.a.b!",
        ["1.row\npart=title", "One & ", ["em", "two"]],
        ["input\ndata-step=x\ntype=checkbox"],
        ["label", "X"],
        ["label\nfor=other", "Other"],
        ["button\ndisabled", "Go"],
        [
            "select",
            ["option\nselected\nvalue", "Any?"],
            ["option", "Mac OS"],
            ["option\nvalue=m", "Mac (M)"]
        ],
        ["details", ["summary", "More"]],
        ["svg\nviewBox=0 0 1 1", ["circle\npathLength=100"]]
    ]);
    assert_eq!(tree, expected);
    Ok(())
}

#[test]
fn what_is_not_whole_is_no_prerender() {
    for html in ["<p>", "</p>", "<p></p><p></p>", "<p><!-- why --></p>"] {
        assert!(tree(html).is_err(), "{html}");
    }
}

#[test]
fn no_words_of_a_ladder_name_an_attribute() -> Result<()> {
    let label = "Device\nonclick=alert(1)\n\nstyle=x\r\nautofocus";
    let rendered = format!("<div aria-label=\"{label}\" data-choice=\"c\">{label}</div>");
    let tree = tree(&rendered)?;
    let head = tree[0].as_str().unwrap_or_default();
    let names: Vec<_> = head.split('\n').skip(1).filter_map(|it| it.split('=').next()).collect();
    assert_eq!(names, ["aria-label", "data-choice"], "{head}");
    Ok(())
}
