//! Builds of a few bytes, in folders with everything in them that could lead a build astray.

use std::time::Duration;

use super::*;
use crate::files::entries_below;

/// A project with a folder that no build may touch beside it.
struct Project(tempfile::TempDir);

impl Project {
    fn new() -> Result<Project> {
        let project = Project(tempfile::tempdir()?);
        fs::create_dir_all(project.path("elsewhere/app"))?;
        fs::write(project.path("elsewhere/a.txt"), "theirs")?;
        fs::write(project.path("elsewhere/app/b.txt"), "theirs")?;
        Ok(project)
    }

    fn path(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    fn begin(&self) -> Result<Dist> {
        Dist::begin(self.path("dist"), self.path("target"), false)
    }

    fn build(&self, files: &[(&str, &str)]) -> Result<()> {
        let mut dist = self.begin()?;
        files.iter().try_for_each(|(path, text)| dist.put(path, *text))?;
        dist.finish()
    }

    /// What stands in `dist/`.
    fn dist(&self) -> Result<Vec<String>> {
        let folder = self.path("dist");
        Ok(entries_below(&folder)?.iter().map(|it| path_below(&folder, it)).collect())
    }

    /// The error of a build that must not be, after which all is as before.
    fn refused(&self, files: &[(&str, &str)]) -> Result<String> {
        let before = self.dist()?;
        let error = self.build(files).err().map(|it| format!("{it:#}")).unwrap_or_default();
        assert_eq!(self.dist()?, before, "{error}");
        self.holds_theirs()?;
        Ok(error)
    }

    fn holds_theirs(&self) -> Result<()> {
        let folder = self.path("elsewhere");
        assert_eq!(entries_below(&folder)?, [folder.join("a.txt"), folder.join("app/b.txt")]);
        for file in entries_below(&folder)? {
            assert_eq!(fs::read_to_string(&file)?, "theirs", "{}", file.display());
        }
        Ok(())
    }
}

#[test]
fn a_build_replaces_and_takes_away() -> Result<()> {
    let project = Project::new()?;
    project.build(&[("a.txt", "old"), ("ladders/deep/gone.json", "{}")])?;
    project.build(&[("a.txt", "new")])?;
    assert_eq!(project.dist()?, ["a.txt"]);
    assert_eq!(fs::read_to_string(project.path("dist/a.txt"))?, "new");
    assert!(!project.path("dist/ladders").exists(), "an empty folder of an earlier build");
    Ok(())
}

#[test]
fn what_no_build_has_made_stays_and_is_not_packed() -> Result<()> {
    let project = Project::new()?;
    project.build(&[("a.txt", "old"), ("x/gone.txt", "gone"), ("x/changed.txt", "built")])?;
    fs::write(project.path("dist/CNAME"), "example.org")?;
    fs::write(project.path("dist/x/notes.txt"), "mine")?;
    fs::write(project.path("dist/x/changed.txt"), "my own words")?;
    fs::write(project.path("dist/x/gone.txt.unfinished"), "mine")?;
    project.build(&[("a.txt", "new")])?;
    let mine = ["CNAME", "x/changed.txt", "x/gone.txt.unfinished", "x/notes.txt"];
    assert_eq!(project.dist()?, [&mine[..1], &["a.txt"], &mine[1..]].concat());
    assert_eq!(foreign(&project.path("dist"), &Files::from([("a.txt".to_owned(), vec![])]))?, mine);
    let built = built(&project.path("dist"), &project.path("target"))?;
    assert_eq!(built, Files::from([("a.txt".to_owned(), b"new".to_vec())]));
    Ok(())
}

#[test]
fn where_nothing_is_noted_nothing_is_taken_away() -> Result<()> {
    let project = Project::new()?;
    for spoil in ["", "{", "[]", "{\"files\":{\"old.txt\":\"sha256-\"}}"] {
        project.build(&[("a.txt", "a"), ("old.txt", "old")])?;
        let note = entries_below(&project.path("target"))?;
        let note = note.iter().find(|it| it.extension().is_some_and(|it| it == "json"));
        fs::write(note.context("nothing is noted")?, spoil)?;
        let unread = built(&project.path("dist"), &project.path("target"));
        assert!(unread.is_err_and(|it| it.to_string().contains("cargo xtask build")));
        project.build(&[("a.txt", "a")])?;
        assert_eq!(project.dist()?, ["a.txt", "old.txt"], "{spoil}");
    }
    Ok(())
}

#[test]
fn two_files_of_one_place_are_told() -> Result<()> {
    let project = Project::new()?;
    for (one, other) in [("a", "a"), ("demo/A.css", "demo/a.css"), ("a", "A/b"), ("x/y/z", "x/y")] {
        let error = project.refused(&[(one, "1"), (other, "2")])?;
        assert!(error.contains(&format!("dist/{one} and dist/{other}")), "{error}");
    }
    project.build(&[("a", "1"), ("a.txt", "2"), ("ab/c", "3")])
}

#[test]
fn a_build_that_broke_off_is_mended() -> Result<()> {
    let project = Project::new()?;
    let (dist, target) = (project.path("dist"), project.path("target"));
    project.build(&[("a.txt", "old"), ("b/gone.txt", "old")])?;
    let begun = Files::from([("a.txt".to_owned(), b"new".to_vec()), ("c/d".to_owned(), vec![1])]);
    Record::read(&target, &dist).and(&Record::of(&begun)).write(&target, &dist)?;
    fs::create_dir(dist.join("c"))?;
    for part in ["a.txt.unfinished", "b/gone.txt.unfinished", "c/d.unfinished", "c/e.unfinished"] {
        fs::write(dist.join(part), "a part")?;
    }
    assert!(built(&dist, &target).is_err(), "a part of one build and a part of another");
    project.build(&[("a.txt", "last")])?;
    assert_eq!(project.dist()?, ["a.txt", "c/e.unfinished"]);
    assert_eq!(fs::read_to_string(dist.join("a.txt"))?, "last");
    Ok(())
}

#[test]
fn two_builds_are_never_under_way_at_once() -> Result<()> {
    let project = Project::new()?;
    let first = project.begin()?;
    let (sender, second) = std::sync::mpsc::channel();
    std::thread::scope(|scope| {
        // Another checkout with the same target folder: its modules are compiled there, too.
        let other = Project::new()?;
        let (dist, target) = (other.path("dist"), project.path("target"));
        scope.spawn(move || sender.send(Dist::begin(dist, target, false).is_ok()));
        assert!(second.recv_timeout(Duration::from_millis(60)).is_err(), "it did not wait");
        first.finish()?;
        assert!(second.recv_timeout(Duration::from_secs(20))?);
        Ok(())
    })
}

#[cfg(unix)]
#[test]
fn a_foreign_folder_that_cannot_be_read_stops_no_build() -> Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let project = Project::new()?;
    let folder = project.path("dist/lost+found");
    fs::create_dir_all(&folder)?;
    // Who may read everything reads it all the same, and finds it empty.
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o000))?;
    let built = project.build(&[("a.txt", "a")]);
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o700))?;
    built?;
    assert_eq!(project.dist()?, ["a.txt"]);
    assert!(folder.is_dir());
    Ok(())
}

#[test]
fn what_is_read_for_a_pack_is_what_was_built() -> Result<()> {
    let project = Project::new()?;
    project.build(&[("a.txt", "a"), ("b.txt", "b")])?;
    fs::write(project.path("dist/a.txt"), "other")?;
    let error = built(&project.path("dist"), &project.path("target"));
    let error = error.err().map(|it| it.to_string()).unwrap_or_default();
    assert!(error.contains("dist/a.txt is not as it was built"), "{error}");
    Ok(())
}

#[cfg(unix)]
mod links {
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn nothing_is_taken_away_through_a_link() -> Result<()> {
        let project = Project::new()?;
        project.build(&[("a.txt", "a"), ("app/b.txt", "theirs"), ("app/deep/c.txt", "c")])?;
        fs::remove_dir_all(project.path("dist/app"))?;
        symlink("../elsewhere/app", project.path("dist/app"))?;
        for (name, to) in [("folder", "../elsewhere"), ("up", ".."), ("round", "round")] {
            symlink(to, project.path(&format!("dist/{name}")))?;
        }
        symlink("../elsewhere/a.txt", project.path("dist/file.txt"))?;
        symlink("nothing", project.path("dist/dangling"))?;
        project.build(&[("a.txt", "a")])?;
        project.holds_theirs()?;
        let left = ["a.txt", "app", "dangling", "file.txt", "folder", "round", "up"];
        assert_eq!(project.dist()?, left);
        Ok(())
    }

    #[test]
    fn a_stale_file_that_is_a_link_by_now_stays() -> Result<()> {
        let project = Project::new()?;
        project.build(&[("a.txt", "a"), ("b.txt", "theirs")])?;
        fs::remove_file(project.path("dist/b.txt"))?;
        symlink("../elsewhere/a.txt", project.path("dist/b.txt"))?;
        project.build(&[("a.txt", "a")])?;
        assert_eq!(project.dist()?, ["a.txt", "b.txt"]);
        project.holds_theirs()
    }

    #[test]
    fn a_link_in_the_way_is_told_before_anything_is_written() -> Result<()> {
        let cases = [
            ("dist", "elsewhere"),
            ("dist", "nothing"),
            ("dist/app", "../elsewhere/app"),
            ("dist/app", ".."),
            ("dist/app/deep", "../../elsewhere"),
            ("dist/app/b.txt", "../../elsewhere/app/b.txt"),
            ("dist/app/b.txt", "nothing"),
            ("dist/a.txt", "a.txt"),
            ("dist/a.txt.unfinished", "../elsewhere/a.txt"),
            ("dist/a.txt.unfinished", "../elsewhere/new.txt"),
        ];
        for (link, to) in cases {
            let project = Project::new()?;
            let place = project.path(link);
            fs::create_dir_all(place.parent().context("a folder")?)?;
            symlink(to, &place)?;
            let files = [("0.txt", "0"), ("a.txt", "a"), ("app/b.txt", "b"), ("app/deep/c", "c")];
            let error = project.refused(&files)?;
            assert!(error.starts_with(&format!("{link} is a link to {to}, ")), "{error}");
            assert!(error.contains("remove it"), "{error}");
            assert!(!project.path("nothing").exists());
        }
        Ok(())
    }

    #[test]
    fn what_is_in_the_way_is_told() -> Result<()> {
        let project = Project::new()?;
        fs::create_dir_all(project.path("dist/a.txt"))?;
        assert!(project.refused(&[("a.txt", "a")])?.starts_with("dist/a.txt is no file"));
        fs::write(project.path("dist/b"), "mine")?;
        assert!(project.refused(&[("b/c.txt", "c")])?.starts_with("dist/b is no folder"));
        fs::write(project.path("dist/c.unfinished"), "mine")?;
        assert!(project.refused(&[("c", "c")])?.starts_with("dist/c.unfinished is in the way"));
        assert!(project.refused(&[("../c", "c")])?.contains("outside of dist/"));
        Ok(())
    }

    #[test]
    fn a_note_cannot_lead_out_of_the_folder() -> Result<()> {
        let project = Project::new()?;
        let outside = Files::from([
            ("../elsewhere/a.txt".to_owned(), b"theirs".to_vec()),
            (project.path("elsewhere/app/b.txt").display().to_string(), b"theirs".to_vec()),
        ]);
        Record::of(&outside).write(&project.path("target"), &project.path("dist"))?;
        project.build(&[("a.txt", "a")])?;
        project.holds_theirs()
    }
}

#[test]
fn brotli_makes_a_text_of_repeats_small() {
    assert!(brotli_size("again and again ".repeat(100).as_bytes()) < 60);
}
