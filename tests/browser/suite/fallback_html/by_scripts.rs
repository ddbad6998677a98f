//! What scripts put into the element and take out of it, and elements in unusual places.

use anyhow::{Context, Result, ensure};
use browser_tests::runner::Test;
use browser_tests::{Page, tests};
use serde_json::json;

use super::seen::{SCRIPT, seen, until};

pub fn tests() -> Vec<Test> {
    tests![
        own_html_of_scripts_comes_and_goes,
        own_html_that_shows_nothing_is_none,
        own_html_in_other_places,
        own_html_that_is_a_form,
    ]
}

const OWN: &str = "<p id=own>Own.</p>";

/// Both with and without a ladder that is missing.
async fn own_html_of_scripts_comes_and_goes(page: &Page) -> Result<()> {
    for (source, is_missing) in [("", false), ("src=/none.json", true)] {
        page.open_body(&format!(
            "<fix-ladder {source} loading=eager></fix-ladder><div id=there></div>{SCRIPT}"
        ))
        .await?;
        page.widget().until_state("failed").await?;
        let none = seen(page).await?;
        ensure!(none[2] != "" && none[3] == false && none[6] == 1, "{none}");
        let own = async || -> Result<()> {
            page.until("own HTML is seen", async || {
                let now = seen(page).await?;
                let is_said =
                    now[2].as_str().is_some_and(|it| it.contains("what the author wrote"));
                Ok(now[1] == true && is_said == is_missing && now[3] == false)
            })
            .await
        };
        let it = "const it = document.querySelector('fix-ladder');";
        for come in [
            format!("it.innerHTML = '{OWN}'"),
            "const own = document.createElement('ol'); own.id = 'own'; own.textContent = 'Own.'; it.append(own)".to_owned(),
            // Replaced in one go: nothing is said in between.
            "it.replaceChildren(Object.assign(document.createElement('p'), { id: 'own', textContent: 'Own.' }))".to_owned(),
        ] {
            page.run(&format!("{it} {come}"), &[]).await?;
            own().await.with_context(|| come.clone())?;
            page.run(&format!("{it} there.append(it)"), &[]).await?;
            own().await.with_context(|| format!("{come}, moved"))?;
            page.run(&format!("{it} it.innerHTML = ''"), &[]).await?;
            until(page, none.clone()).await.with_context(|| format!("{come}, gone"))?;
        }
        // A text that is filled later, and one that is emptied.
        page.run(
            &format!(
                "{it} it.textContent = ' '; window.words = it.firstChild; words.data = 'Own.'"
            ),
            &[],
        )
        .await?;
        page.until("its words are all", async || Ok(seen(page).await?[2] != none[2])).await?;
        page.run("words.data = ''", &[]).await?;
        until(page, none.clone()).await?;
        page.take_errors().await?;
    }
    Ok(())
}

async fn own_html_that_shows_nothing_is_none(page: &Page) -> Result<()> {
    for nothing in [
        "",
        " \n ",
        "<!-- nothing -->",
        "<br>",
        "<template><p>Own.</p></template>",
        "<script>let a</script>",
        "<style>p { color: red }</style>",
        "<noscript><p>Own.</p></noscript>",
        "&nbsp;",
        "<p slot=elsewhere>Own.</p>",
    ] {
        page.open_body(&format!("{SCRIPT}<fix-ladder loading=eager>{nothing}</fix-ladder>"))
            .await?;
        page.widget().until_state("failed").await?;
        let now = seen(page).await?;
        ensure!(now[2] != "" && now[3] == false, "{nothing}: {now}");
    }
    page.take_errors().await.map(drop)
}

async fn own_html_in_other_places(page: &Page) -> Result<()> {
    let filled =
        "const it = document.createElement('fix-ladder'); it.setAttribute('loading', 'eager');";
    for made in [
        format!("{filled} it.innerHTML = '<p class=own>Own.</p>'; place.append(it)"),
        format!("{filled} place.append(it); it.innerHTML = '<p class=own>Own.</p>'"),
        format!("{filled} place.append(it); setTimeout(() => {{ it.innerHTML = '<p class=own>Own.</p>' }})"),
        format!("{filled} it.innerHTML = '<p class=own>Own.</p>'; place.append(it.cloneNode(true))"),
        "const holder = document.createElement('template'); holder.innerHTML = '<fix-ladder loading=eager><p class=own>Own.</p></fix-ladder>';
          place.append(holder.content.cloneNode(true))".to_owned(),
        "place.innerHTML = '<fix-ladder loading=eager><p class=own>Own.</p></fix-ladder>'".to_owned(),
    ] {
        page.open_body(&format!("{SCRIPT}<div id=place></div><script>{made}</script>")).await?;
        until(page, json!(["failed", true, "", false, false, false, 1])).await.with_context(|| made.clone())?;
    }
    // In another's shadow root.
    let inside = "const root = place.attachShadow({ mode: 'open' });
        root.innerHTML = '<fix-ladder loading=eager></fix-ladder>'; window.host = root.firstChild;
        host.innerHTML = '<p>Own.</p>'; window.own = host.firstChild";
    page.open_body(&format!("{SCRIPT}<div id=place></div><script>{inside}</script>")).await?;
    page.until_true("host.dataset.state === 'failed' && own.checkVisibility() && !host.shadowRoot.querySelector('p')").await?;
    // A shadow root of the author's own is HTML of their own.
    let declared = "<fix-ladder ATTRIBUTES loading=eager>
        <template shadowrootmode=open><p class=declared>Own.</p></template></fix-ladder>";
    for (attributes, after, state) in [
        ("", SCRIPT, "failed"),
        ("src=/none.json", SCRIPT, "failed"),
        ("src=/pages/kettle.json", SCRIPT, "ready"),
    ] {
        page.open_body(&format!("{}{after}", declared.replace("ATTRIBUTES", attributes))).await?;
        page.widget().until_state(state).await?;
        let is_seen = page.widget().has(".declared").await?;
        ensure!(is_seen == (state == "failed"), "{attributes}: seen {is_seen}");
        page.take_errors().await?;
    }
    Ok(())
}

/// A form has the names of its fields before its own, and they may be anything.
async fn own_html_that_is_a_form(page: &Page) -> Result<()> {
    for (source, is_missing) in [("", false), ("src=/none.json", true)] {
        for name in ["matches", "nodeType", "data", "childNodes", "querySelector"] {
            let form = format!("<form id=own>Own. <input name={name}></form>");
            page.open_body(&format!(
                "<fix-ladder {source} loading=eager>{form}</fix-ladder>{SCRIPT}"
            ))
            .await?;
            page.widget().until_state("failed").await.with_context(|| name.to_owned())?;
            let now = seen(page).await?;
            ensure!(now[1] == true, "{source} {name}: not seen, {now}");
            ensure!((now[2] != "") == is_missing && now[3] == false, "{source} {name}: {now}");
        }
        page.take_errors().await?;
    }
    Ok(())
}
