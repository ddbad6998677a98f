//! What deletes in a post, and what guards it: never less than the author has written, and never nothing.

use super::outline::check;

/// The shape of the post that the project began with: a small title, fixes below it, paragraphs and pictures, and at the end
/// what erases.
const POST: &str = "<h3>Contacts are missing from my phone</h3><hr>
    <p>This has come up among friends. Here is what has helped.</p>
    <h4>Switch it off and on</h4><p>Old caches are the simplest reason.</p>
    <p>Hold the upper key.\nSlide to the right.</p><p><img src='https://cdn.example/1.png' width='450'></p><p>Wait until it is off, then hold the key.</p>
    <h4>Switch contacts off and on</h4><p>If that was not enough, this is different from the above.</p>
    <p>Go to:\nSettings &gt; Accounts.</p><p>Then:\n Contacts.</p><p>Turn Off “Contacts”.</p>
    <h4>The big hammer</h4><hr><p>Not really, but you are going to have to delete all the contacts in the cloud. So make sure you have</p>
    <ol><li>Some patience, and</li><li>A copy of all contacts on a computer.</li></ol>
    <p>Go to:\n Settings &gt; Accounts\nTurn Off Contacts\nOn your computer go to the site and delete all contacts.</p>
    <h4>The last way out</h4><p>Factory reset the device! Once it took me a whole evening, so read on before you begin: you are going to have to hard reset it, and
    everything that stands on it will have to come back from somewhere else, which is slow, and nobody likes to wait for that on a Sunday.</p>
    <p>Plug it into a computer and make a backup.</p><p>Then to do the reset\nGo to:\nSettings &gt; Reset.</p><p>Choose “Erase All”</p>
    <p>Afterwards it comes back from the backup.</p>";

#[test]
fn a_post_of_four_fixes_has_its_last_two_closed() {
    check(
        POST,
        "# Contacts are missing from my phone
         = This has come up among friends. Here is what has helped.
         ## Switch it off and on [gentle]
         ~ Old caches are the simplest reason.
         - Hold the upper key.
         - Slide to the right.
         + [picture](https://cdn.example/1.png)
         - Wait until it is off, then hold the key.
         ## Switch contacts off and on [gentle]
         ~ If that was not enough, this is different from the above.
         - Go to: Settings > Accounts.
         - Then: Contacts.
         - Turn Off “Contacts”.
         ## The big hammer [drastic]
         ~ Not really, but you are going to have to delete all the contacts in the cloud. So make sure you have
         ? Some patience, and
         ? A copy of all contacts on a computer.
         - Go to: Settings > Accounts
         - Turn Off Contacts
         - On your computer go to the site and delete all contacts.
         ## The last way out [drastic]
         ~ Factory reset the device! Once it took me a whole evening, so read on before you begin: you are going to have to hard reset it, and everything that stands on it will have to come back from somewhere else, which is slow, and nobody likes to wait for that on a Sunday.
         ! OURS
         - Plug it into a computer and make a backup.
         + Then to do the reset
         - Go to: Settings > Reset.
         - Choose “Erase All”
         + Afterwards it comes back from the backup.",
    );
}

#[test]
fn what_deletes_and_says_nothing_of_it_is_still_closed() {
    check(
        "<h2>Full disk</h2><h3>Sweep</h3><p>The command is short.</p><p>It will erase all files of the folder.</p>
         <h3>Go on</h3><p>Restart it.</p>",
        "# Full disk
         ## Sweep [drastic]
         ~ The command is short.
         ! OURS
         - It will erase all files of the folder.
         ## Go on [moderate]
         - Restart it.",
    );
}

#[test]
fn every_box_that_warns_is_confirmed() {
    for warning in [
        "<div class='alert alert-warning'><p>All albums go.</p></div>",
        "<p class='is-style-danger'>All albums go.</p>",
        "<aside class='callout caution'>All albums go.</aside>",
        "<blockquote><p>[!WARNING] All albums go.</p></blockquote>",
        "<blockquote><p><strong>Caution:</strong> All albums go.</p></blockquote>",
        "<p><strong>Warning!</strong> All albums go.</p>",
        "<p>Achtung: All albums go.</p>",
        "<h3>Warning</h3><p>All albums go.</p>",
        "<ol><li><p><b>Final warning:</b> All albums go.</p></li></ol>",
    ] {
        let html = format!(
            "<h1>Full phone</h1><h2>Look</h2><p>Open it.</p><h2>Sweep</h2>{warning}<ol><li>Erase everything.</li></ol>"
        );
        let read = fix_ladder_author::post::read(&super::html::post(&html));
        let rung = read.ladder.expect("a ladder").rungs.remove(1);
        let words = super::outline::words_of(&rung.warnings[0].text);
        assert_eq!(rung.warnings.len(), 1, "{warning}");
        assert!(words.contains("All albums go."), "{warning}: {words}");
        assert_eq!((rung.severity.as_str(), rung.steps.len()), ("drastic", 1), "{warning}");
    }
}

#[test]
fn what_is_asked_for_under_another_name_is_asked_for() {
    for heading in ["Before you begin", "Requirements", "What you need", "Checklist", "Preparation"]
    {
        let expected = "# Full phone
             ## Look [gentle]
             - Open it.
             ## Sweep [drastic]
             ? A copy on a disk.
             - Erase everything.";
        check(
            &format!(
                "<h1>Full phone</h1><h2>Look</h2><p>Open it.</p><h2>Sweep</h2><h3>{heading}</h3><ul><li>A copy on a disk.</li></ul>
                 <h3>Steps</h3><ol><li>Erase everything.</li></ol>"
            ),
            expected,
        );
    }
}

#[test]
fn what_is_asked_for_before_all_fixes_guards_the_dangerous_ones() {
    check(
        "<h1>Full phone</h1><h2>Before you begin</h2><ul><li>Make a copy of your photos.</li></ul>
         <h2>Look</h2><p>Open it.</p><h2>Sweep</h2><ol><li>Erase everything.</li></ol>",
        "# Full phone
         = * Make a copy of your photos.
         ## Look [gentle]
         - Open it.
         ## Sweep [drastic]
         ? Make a copy of your photos.
         - Erase everything.",
    );
}

#[test]
fn a_text_in_the_format_is_read_by_its_rules_and_its_errors_are_safe() {
    check(
        "<h1>Full phone</h1><h2>Look</h2><ul><li>Severity: gentel</li><li>Wait: soon</li></ul><p>Open it.</p>
         <h2>Sweep</h2><ul><li>Severity: drasitc</li></ul><ol><li>Tap <a href='javascript:alert(1)'>Go</a>.</li></ol>
         <h2>Sweep more <!-- id: a b --></h2><ul><li>Severity: gentle</li></ul><ol><li>Erase all photos.</li></ol>",
        "# Full phone
         ## Look [gentle]
         ~ Open it.
         ## Sweep [drastic]
         ! OURS
         - Tap Go.
         ## Sweep more [drastic]
         ! OURS
         - Erase all photos.",
    );
}

#[test]
fn what_is_struck_through_is_no_step() {
    check(
        "<h1>Slow</h1><h2>Sweep</h2><ol><li>Open it.</li><li><del>Erase everything.</del></li></ol>",
        "# Slow
         ## Sweep [gentle]
         - Open it.",
    );
}

#[test]
fn nothing_to_climb_is_no_ladder() {
    for html in [
        "",
        "<p></p>",
        "<p>&nbsp;</p><!-- a -->",
        "<script>1</script>",
        "<h2>Only a title</h2>",
        "<p>It is gone.</p>",
    ] {
        let read = fix_ladder_author::post::read(&super::html::post(html));
        assert!(read.ladder.is_none(), "{html}");
        assert!(!read.hints.is_empty(), "{html}");
    }
}

#[test]
fn in_other_languages_what_may_delete_is_closed_as_well() {
    let mut german = super::html::post(
        "<h1>Voll</h1><h2>Neu starten</h2><ol><li>Halten Sie die Taste.</li></ol><h2>Aufräumen</h2><ol><li>Löschen Sie alle Alben.</li></ol>",
    );
    german.lang = "de-CH".to_owned();
    super::outline::check_post(
        &german,
        "# Voll
         ## Neu starten [gentle]
         - Halten Sie die Taste.
         ## Aufräumen [drastic]
         ! OURS
         - Löschen Sie alle Alben.",
    );
}
