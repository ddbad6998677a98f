//! Both forms of the embed on one page, and one of them for many widgets.

use anyhow::{Result, ensure};
use browser_tests::runner::Test;
use browser_tests::{Page, tests};

pub fn tests() -> Vec<Test> {
    tests![h_3_both_forms_on_one_page, h_10_many_unpack_once]
}

const TWO: &str =
    "<script src=/fix-ladder.js data-ladder=icloud-photos data-loading=eager></script>";
const ONE: &str =
    "<script src=/fix-ladder.inline.js data-ladder=icloud-photos data-loading=eager></script>";
const ELEMENT: &str = "<fix-ladder ladder=icloud-photos loading=eager></fix-ladder>";

/// Counts what is done once for all widgets.
const COUNT: &str = "<script>
window.counted = { defined: 0, unpacked: 0, compiled: 0 };
const define = customElements.define;
customElements.define = function (...parts) { counted.defined += 1; return define.apply(this, parts); };
window.DecompressionStream = class extends DecompressionStream {
  constructor(format) { super(format); counted.unpacked += 1; }
};
for (const name of ['compile', 'compileStreaming']) {
  const real = WebAssembly[name];
  WebAssembly[name] = (...values) => { counted.compiled += 1; return real(...values); };
}
</script>";

async fn h_3_both_forms_on_one_page(page: &Page) -> Result<()> {
    for (first, second, fetches) in [(TWO, ONE, 1), (ONE, TWO, 0)] {
        let asked = || page.server.requests().iter().filter(|it| it.contains(".wasm")).count();
        let before = asked();
        page.open_body(&format!(
            "{COUNT}<p>One.</p>{first}<p>Two.</p>{second}<p>Three.</p>{ELEMENT}"
        ))
        .await?;
        page.all_ready(3).await?;
        let counted = page.run("return window.counted", &[]).await?;
        ensure!(counted["defined"] == 1 && counted["compiled"] == 1, "{counted}");
        ensure!(asked() - before == fetches, "{first} first: {} fetches", asked() - before);
        // Widgets of one ladder agree, whichever script has placed them.
        let last = page.widget_at("fix-ladder:last-of-type");
        last.click("[data-step=stuck-charger]").await?;
        page.widget().until("[data-step=stuck-charger]:checked").await?;
        page.ensure_no_errors().await?;
        page.run("localStorage.clear()", &[]).await?;
    }
    Ok(())
}

async fn h_10_many_unpack_once(page: &Page) -> Result<()> {
    let elements = ELEMENT.repeat(50);
    page.open_body(&format!("{COUNT}{elements}<script src=/fix-ladder.inline.js></script>"))
        .await?;
    page.all_ready(50).await?;
    let counted = page.run("return window.counted", &[]).await?;
    // The module, and its ladder.
    ensure!(counted["unpacked"] == 2 && counted["compiled"] == 1, "{counted}");
    ensure!(!page.server.requests().iter().any(|it| it.contains(".wasm")), "all is inside");
    Ok(())
}
