//! How-tos that know nothing of the format, in the shapes that people write.

use super::html::post;
use super::outline::{check, check_post};

#[test]
fn headings_with_paragraphs_only() {
    check(
        "<h2>The scanner stays dark</h2><p>Mine did this twice.</p>
         <h3>Wake it up</h3><p>It sleeps after an hour.</p><p>Press its power button.</p><p>Wait until the lamp is green.</p>
         <h3>Change the cable</h3><p>A worn cable is the usual reason. Any other of the same kind will do.</p>",
        "# The scanner stays dark
         = Mine did this twice.
         ## Wake it up [gentle]
         ~ It sleeps after an hour.
         - Press its power button.
         - Wait until the lamp is green.
         ## Change the cable [moderate]
         ~ A worn cable is the usual reason. Any other of the same kind will do.",
    );
}

#[test]
fn numbered_headings_lose_their_numbers_and_keep_their_ids() {
    let ladder = |one: &str, two: &str| {
        let html = format!(
            "<h2>{one}Restart the box</h2><ol><li>Pull the plug.</li></ol><h2>{two}Use a cable</h2><p>Plug it in.</p>"
        );
        let ladder = fix_ladder_author::post::read(&post(&html)).ladder.expect("a ladder");
        ladder.rungs.iter().map(|it| it.id.clone()).collect::<Vec<_>>()
    };
    let ids = ladder("Step 1. ", "Step 2. ");
    assert_eq!(ids, ["restart-the-box", "use-a-cable"]);
    for (one, two) in [("1) ", "2) "), ("#1: ", "#2: "), ("Fix 4 – ", "Fix 5 – "), ("1. ", "2. ")]
    {
        assert_eq!(ladder(one, two), ids, "{one}");
    }
}

#[test]
fn a_number_that_belongs_to_the_words_stays() {
    check(
        "<h2>3 ways to get 5G back</h2><h3>5G only: switch 4G off</h3><p>Open the settings.</p><h3>2-in-1 cards</h3><p>Take the card out.</p>",
        "# 3 ways to get 5G back
         ## 5G only: switch 4G off [gentle]
         - Open the settings.
         ## 2-in-1 cards [moderate]
         - Take the card out.",
    );
}

#[test]
fn one_list_with_bold_leads() {
    check(
        "<p>Try these in order:</p><ol>
         <li><strong>Restart the router.</strong> Pull its plug and wait a minute.</li>
         <li><p><b>Forget the network</b></p><p>Open the list of networks.</p><p>Tap Forget.</p></li></ol>
         <p>Then call your provider.</p>",
        "# …
         = Try these in order:
         ## Restart the router [gentle]
         - Pull its plug and wait a minute.
         ## Forget the network [moderate]
         - Open the list of networks.
         - Tap Forget.
         . Then call your provider.",
    );
}

#[test]
fn lists_torn_apart_by_pictures() {
    check(
        "<h1>No sound</h1><ol><li><strong>Turn it up:</strong> press the upper key.</li></ol>
         <p><img src='https://example.org/keys.png' alt='the keys'></p>
         <ol start='2'><li><strong>Turn mute off:</strong> flip the switch.</li><li><strong>Restart:</strong> hold the side key.</li></ol>
         <h2 hidden></h2>",
        "# No sound
         ## Turn it up: [gentle]
         - press the upper key.
         + [the keys](https://example.org/keys.png)
         ## Turn mute off: [moderate]
         - flip the switch.
         ## Restart: [moderate]
         - hold the side key.",
    );
    check(
        "<h1>No sound</h1><h2>Turn it up</h2><ol><li>Find the keys.</li></ol>
         <figure><img src='https://example.org/keys.png'><figcaption>The keys.</figcaption></figure>
         <ol start='2'><li>Press the upper one.</li></ol><h2>Turn mute off</h2><ul><li>Flip the switch.</li></ul>",
        "# No sound
         ## Turn it up [gentle]
         - Find the keys.
         + [picture](https://example.org/keys.png)
         + The keys.
         - Press the upper one.
         ## Turn mute off [moderate]
         - Flip the switch.",
    );
}

#[test]
fn what_is_unfolded_is_a_fix() {
    check(
        "<h2>The app will not open</h2><details open><summary>Close it first</summary><p>Swipe it away.</p></details>
         <details><summary>Update it</summary><ol><li>Open the store.</li><li>Tap Update.</li></ol></details>",
        "# The app will not open
         ## Close it first [gentle]
         - Swipe it away.
         ## Update it [moderate]
         - Open the store.
         - Tap Update.",
    );
}

#[test]
fn fixes_two_levels_down_under_different_headings() {
    check(
        "<h1>Mail does not arrive</h1><h2>Quick things</h2><p>These take a minute.</p>
         <h3>Pull to refresh</h3><p>Drag the list down.</p><h3>Look into junk</h3><p>Open the folder Junk.</p>
         <h2>Slower things</h2><h3>Add the account again</h3><ol><li>Open the settings.</li></ol>",
        "# Mail does not arrive
         ## Pull to refresh [gentle]
         ~ These take a minute.
         - Drag the list down.
         ## Look into junk [moderate]
         - Open the folder Junk.
         ## Add the account again [moderate]
         - Open the settings.",
    );
}

#[test]
fn headings_inside_a_fix_are_no_fixes() {
    check(
        "<h1>No picture on the screen</h1><h2>Change the input</h2><h3>On a television</h3><p>Press Source.</p>
         <h3>On a monitor</h3><p>Press the key below it.</p><h2>Change the cable</h2><p>Take another.</p>",
        "# No picture on the screen
         ## Change the input [gentle]
         ~ On a television
         - Press Source.
         + On a monitor
         - Press the key below it.
         ## Change the cable [moderate]
         - Take another.",
    );
}

#[test]
fn task_lists_are_steps() {
    check(
        "<h1>Slow laptop</h1><h2>Make room</h2><ul class='contains-task-list'>
         <li><input type='checkbox' disabled> The window of downloads</li>
         <li><p><input type='checkbox' disabled checked> Old films</p></li></ul>",
        "# Slow laptop
         ## Make room [gentle]
         - The window of downloads
         - Old films",
    );
}

#[test]
fn pictures_code_and_tables_inside_steps() {
    check(
        "<h1>No network</h1><h2>Renew the address</h2><ol><li>Run this:<pre><code>ipconfig /renew
exit</code></pre></li>
         <li><p>Look at the lamp <img src='data:image/gif;base64,AA' alt='a green lamp'></p>
         <table><tr><th>Lamp</th><th>It says</th></tr><tr><td>green</td><td>well</td></tr></table></li>
         <li>Tap <kbd>Ctrl</kbd> and <a href='/relative'>here</a>.</li></ol><p><iframe src='https://example.org/film' title='A film'></iframe></p>",
        "# No network
         ## Renew the address [gentle]
         - Run this:
         + `ipconfig /renew`
         + `exit`
         - Look at the lamp a green lamp
         + * Lamp · It says * green · well
         - Tap `Ctrl` and here.
         + [A film](https://example.org/film)",
    );
}

#[test]
fn a_title_twice_and_junk_before_the_first_heading() {
    let html = "<div class='meta'><a href='https://example.org/a'>A. Author</a> · 3 May</div>
         <ul><li><a href='#one'>Restart</a></li><li><a href='#two'>Update</a></li></ul>
         <p><img src='https://example.org/cover.jpg'></p><script>alert(1)</script>
         <h1>Camera shows black</h1><h2>Camera shows black?</h2><p>It happened to me.</p>
         <h2 id='one'>Restart</h2><p>Hold the key.</p><h2 id='two'>Update</h2><p>Open the store.</p><h2>Share this</h2><p>Tweet</p>";
    let expected = "# Camera shows black
         = It happened to me.
         ## Restart [gentle]
         - Hold the key.
         ## Update [moderate]
         - Open the store.";
    check(html, expected);
    // The title stands above the element, and once more in it.
    let mut inside = post(
        "<h2>Camera shows black</h2><p>It happened to me.</p><h2>Restart</h2><p>Hold the key.</p><h2>Update</h2><p>Open the store.</p>",
    );
    inside.page = "Camera shows black".to_owned();
    check_post(&inside, expected);
}

#[test]
fn without_a_heading_a_post_is_one_fix() {
    let mut bare = post("<ol><li>Press it.</li><li>Wait.</li></ol>");
    bare.heading = "The lamp".to_owned();
    check_post(&bare, "# The lamp\n## The lamp [gentle]\n- Press it.\n- Wait.");
}

#[test]
fn bold_lines_are_headings_where_there_are_none() {
    check(
        "<h1>The remote does nothing</h1><p><strong>1. Change the batteries</strong></p><p>Take two new ones.</p>
         <p><b>2. Pair it again</b></p><p>Hold both keys.</p><p>The lamp blinks.</p>",
        "# The remote does nothing
         ## Change the batteries [gentle]
         - Take two new ones.
         ## Pair it again [moderate]
         - Hold both keys.
         + The lamp blinks.",
    );
}

#[test]
fn a_list_of_terms_is_a_list_of_fixes() {
    check(
        "<h2>The clock is wrong</h2><dl><dt>Set the zone</dt><dd>Open the settings. Choose your city.</dd>
         <dt>Wait a night</dt><dd><p>Leave it on.</p><p>It asks the network at three.</p></dd></dl>",
        "# The clock is wrong
         ## Set the zone [gentle]
         - Open the settings. Choose your city.
         ## Wait a night [moderate]
         - Leave it on.
         + It asks the network at three.",
    );
}

#[test]
fn what_stands_ahead_and_behind_is_no_fix() {
    check(
        "<h1>The drive is loud</h1><h2>Why it happens</h2><p>It turns.</p><h2>Tighten it</h2><p>Turn the screws.</p>
         <h2>Put it on felt</h2><p>Lift it.</p><h2>Conclusion</h2><p>Some stay loud.</p>
         <h2>References</h2><ul><li><a href='https://example.org'>A page</a></li></ul>",
        "# The drive is loud
         = Why it happens
         = It turns.
         ## Tighten it [gentle]
         - Turn the screws.
         ## Put it on felt [moderate]
         - Lift it.
         . Conclusion
         . Some stay loud.",
    );
}

#[test]
fn links_to_a_heading_in_it_are_no_words_of_it() {
    check(
        "<h1>Dark <a href='#dark'>#</a></h1><h2><a class='anchor' href='https://example.org/post#a' aria-hidden='true'></a>Wake it<a href='#a'>Permalink to Wake it</a></h2>
         <p>Press it.</p><h2><a href='https://example.org'>Ask</a></h2><p>Write to them.</p>",
        "# Dark
         ## Wake it [gentle]
         - Press it.
         ## [Ask](https://example.org) [moderate]
         - Write to them.",
    );
}
