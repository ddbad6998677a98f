use crate::support::*;
#[test] fn x() {
    let cases = [
        rung("- Severity: drasitc\n\nWhy."),
        rung("- Severity: gentle\n- Wait: soon, I hope\n\nWhy."),
        rung("- Severity: gentle\n- Wiat: 2 minutes\n\nWhy."),
        rung("- Severity: gentle\n- Colour: red\n\nWhy."),
        rung_with_choices("1. Do it. (only for iPhnoe)"),
        rung_with_choices("1. Do it. (only for iPhone, iOS 17)"),
        rung_with_choices("1. Do.\n   - iPhone: A.\n   - iPads: B."),
        rung_with_choices("1. Do.\n   - iPhone: A.\n   - Another thing: B."),
        rung("1. One. <!-- id: a -->\n2. Two. <!-- id: a -->"),
        rung(""),
        rung("1. Choose **Erase everything**."),
        rung("- Severity: drastic\n\n1. Jump."),
        rung("See [this](javascript:alert(1))."),
        rung("### Before you begin\n\n- A copy.\n\n### Steps\n\n1. Do."),
        rung("### Before you start\n\nHave a copy.\n\n### Steps\n\n1. Do."),
        rung("### Before you start\n\n- A copy. (two numbers)\n\n### Steps\n\n1. Do."),
        rung("> **Warning** (confirm often): hot."),
        rung("- Wait: 31 days\n\nWhy."),
        rung("1. One. <!-- id: bad id! -->"),
        rung("<!-- id: open\n\n1. One."),
        "# T\n\nJust words.\n".to_owned(),
        "".to_owned(),
        "# T <!-- lang: german! -->\n\n## If nothing helps\n\nAsk.\n\n# R\n\n1. Do. <!-- idd: x -->\n".to_owned(),
        "# T\n\n## About you\n\n- Device: iPhone\n- Colours\n- X: a, A, b\n\nSo.\n\n## R\n\nWhy.\n\n## Steps\n\n1. Do.".to_owned(),
        rung("Why.\n\n### Sources\n\n- A book, checked last year"),
        rung("### Tips\n\nTip.\n\n### Steps\n\n- One.\n\nAfter.\n\n1. Two.\n\n   > **Warning:** hot.\n\n   1. a\n   2. b"),
    ];
    for c in cases { println!("{}\n--------", rendered(&c)); }
}
