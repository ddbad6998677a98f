//! What of an ordinary post is its title, that of a fix, or only a line of the blog.

use super::outline::check;

#[test]
fn a_heading_that_stands_over_others_of_its_level_is_the_title() {
    check(
        "<h2>The laptop will charge no more</h2>
         <h2>Quick checks</h2><h3>Look at the plug</h3><p>Push it all the way in.</p><h3>Try another cable</h3><p>Borrow one.</p>
         <h2>For the patient</h2><h3>Wait for an hour</h3><p>Leave it at the plug.</p>",
        "# The laptop will charge no more
         ## Look at the plug [gentle]
         - Push it all the way in.
         ## Try another cable [moderate]
         ~ Borrow one.
         ## Wait for an hour [moderate]
         - Leave it at the plug.",
    );
}

#[test]
fn a_fix_of_one_line_is_its_own_step() {
    check(
        "<h1>No picture on the screen</h1>
         <h2>1. Restart the computer</h2>
         <h2>2. Change the cable</h2><p>Take the one of the other screen.</p>
         <h2>3. Delete the profile of the screen</h2>",
        "# No picture on the screen
         ## Restart the computer [gentle]
         - Restart the computer
         ## Change the cable [moderate]
         - Take the one of the other screen.
         ## Delete the profile of the screen [drastic]
         ! OURS
         - Delete the profile of the screen",
    );
}

#[test]
fn bold_leads_are_titles_without_a_full_stop() {
    check(
        "<ol><li><strong>Restart it.</strong> Hold the key.</li><li><b>Wait a bit…</b> Leave it.</li><li><b>Ask <i>me.</i></b> Call.</li></ol>",
        "# …
         ## Restart it [gentle]
         - Hold the key.
         ## Wait a bit… [moderate]
         - Leave it.
         ## Ask me [moderate]
         - Call.",
    );
}

#[test]
fn lines_of_the_blog_are_no_introduction() {
    check(
        "<h1>The lamp flickers</h1><p>By <a href='/jo'>Jo</a> · 5 min read</p><p>Last updated: 3 May 2026</p>
         <p>Mine did. Reading time does not matter here, says my friend, who has had three such lamps and a good deal of patience.</p>
         <h2>Change the bulb</h2><p>Unscrew it.</p><h2>Look at the switch</h2><p>Press it.</p>",
        "# The lamp flickers
         = Mine did. Reading time does not matter here, says my friend, who has had three such lamps and a good deal of patience.
         ## Change the bulb [gentle]
         - Unscrew it.
         ## Look at the switch [moderate]
         - Press it.",
    );
}

#[test]
fn what_only_sounds_like_a_line_of_the_blog_stays() {
    check(
        "<h1>The lamp flickers</h1><p>A recall was posted on 3 May: do not touch it.</p><p>By 2026 most were exchanged.</p>
         <p><b>1. Update it.</b> Last updated 2 years ago</p><p><b>2. Look at the switch.</b> Press it 3 times, a 5 minute read</p>",
        "# The lamp flickers
         = A recall was posted on 3 May: do not touch it.
         = By 2026 most were exchanged.
         ## Update it [gentle]
         ~ Last updated 2 years ago
         ## Look at the switch [moderate]
         - Press it 3 times, a 5 minute read",
    );
}
