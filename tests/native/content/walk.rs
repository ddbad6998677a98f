//! Walks the ladder for every answer a reader can give to every choice, and for none.
//! Knows nothing of the browser: what is shown is what [`select`] selects.

use fix_ladder_core::ladder::{Block, Id, Ladder, Selection, Step, Variant, applies, select};

use super::pieces::text;
use super::{ladder, rung};

/// The options chosen: of the device, the system and the computer, each by its label, or none.
pub struct Reader<'a> {
    pub ladder: &'a Ladder,
    chosen: [Option<Id>; 3],
}

impl Reader<'_> {
    fn chosen(&self, choice: &Id) -> Option<Id> {
        let index = self.ladder.choices.iter().position(|known| known.id == *choice);
        index.and_then(|index| self.chosen[index].clone())
    }

    pub fn selected<'v>(&self, variants: &'v [Variant]) -> Selection<'v> {
        select(variants, &|choice| self.chosen(choice))
    }

    fn label(&self, choice: usize) -> &str {
        let options = &self.ladder.choices[choice].options;
        let chosen = self.chosen[choice].as_ref();
        chosen.map_or("", |id| {
            &options.iter().find(|option| option.id == *id).expect("a known option").label
        })
    }

    /// What is shown of the blocks: of each list of variants exactly one.
    #[track_caller]
    fn shown(&self, blocks: &[Block]) -> String {
        let one = |block: &Block| match block {
            Block::Paragraph(paragraph) => text(paragraph),
            Block::List(items) => items.iter().map(text).collect::<Vec<_>>().join(" "),
            Block::Variants(variants) => match select(variants, &|choice| self.chosen(choice)) {
                Selection::One(variant) => text(&variant.text),
                Selection::Several(_) => panic!("there is no single variant for {self}"),
            },
            Block::More(inner) => self.shown(inner),
        };
        let shown: Vec<String> = blocks.iter().map(one).collect();
        assert!(shown.iter().all(|words| !words.is_empty()), "an empty block for {self}");
        shown.join(" ")
    }

    /// What is shown of a step of a rung.
    #[track_caller]
    fn step(&self, rung_id: &str, id: &str) -> String {
        let steps = &rung(self.ladder, rung_id).steps;
        let known = steps.iter().find(|step| step.id.as_str() == id);
        let step = known.unwrap_or_else(|| panic!("there is no step `{id}`"));
        assert!(self.sees(step), "`{id}` is hidden from {self}");
        format!("{} {}", text(&step.text), self.shown(&step.more))
    }

    #[track_caller]
    fn requirement(&self, rung_id: &str, id: &str) -> String {
        let requirements = &rung(self.ladder, rung_id).requirements;
        let known = requirements.iter().find(|requirement| requirement.id.as_str() == id);
        self.shown(&known.unwrap_or_else(|| panic!("there is no requirement `{id}`")).more)
    }

    pub fn sees(&self, step: &Step) -> bool {
        applies(&step.when, &|choice| self.chosen(choice))
    }
}

impl std::fmt::Display for Reader<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "[{}] [{}] [{}]", self.label(0), self.label(1), self.label(2))
    }
}

/// Calls `check` for each of the 180 readers: every option of every choice, and none.
#[track_caller]
pub fn for_every_reader(check: impl Fn(&Reader)) {
    let ladder = ladder();
    let answers = |choice: usize| {
        let options = ladder.choices[choice].options.iter().map(|option| Some(option.id.clone()));
        std::iter::once(None).chain(options).collect::<Vec<_>>()
    };
    let mut readers = 0;
    for device in answers(0) {
        for system in answers(1) {
            for computer in answers(2) {
                check(&Reader {
                    ladder: &ladder,
                    chosen: [device.clone(), system.clone(), computer],
                });
                readers += 1;
            }
        }
    }
    assert_eq!(readers, 5 * 6 * 6);
}

/// Holds that the words are all there, and the others are not.
#[track_caller]
fn says(reader: &Reader, shown: &str, words: &[&str], not: &[&str]) {
    for word in words {
        assert!(shown.contains(word), "{reader} is not told `{word}`: {shown}");
    }
    for word in not {
        assert!(!shown.contains(word), "{reader} is told `{word}`: {shown}");
    }
}

#[test]
fn every_reader_sees_words_everywhere() {
    for_every_reader(|reader| {
        for rung in &reader.ladder.rungs {
            let mut seen = 0;
            for step in rung.steps.iter().filter(|step| reader.sees(step)) {
                assert!(!text(&step.text).is_empty(), "`{}` is empty for {reader}", step.id);
                reader.shown(&step.more);
                seen += 1;
            }
            assert!(seen > 0, "`{}` has no steps for {reader}", rung.id);
            rung.requirements.iter().for_each(|requirement| drop(reader.shown(&requirement.more)));
            rung.warnings.iter().for_each(|warning| drop(reader.shown(&warning.text)));
            reader.shown(&rung.why);
        }
    });
}

#[test]
fn every_reader_is_told_the_name_of_their_switch() {
    const NEWEST: &[&str] = &["Sync this iPhone"];
    for_every_reader(|reader| {
        let shown = reader.step("toggle", "toggle-off");
        match reader.label(1) {
            "iOS 10.3 to 11" => says(reader, &shown, &["called iCloud Photo Library."], NEWEST),
            "iOS 12 to 14" => {
                says(
                    reader,
                    &shown,
                    &["called iCloud Photos."],
                    &["iCloud Photo Library", "Sync this"],
                );
            }
            "iOS 15 to 17" => {
                says(
                    reader,
                    &shown,
                    &["iCloud Photos", NEWEST[0], "(or iPad)"],
                    &["iCloud Photo Library"],
                );
            }
            _ => says(reader, &shown, &["called Sync this iPhone (or iPad)", "iCloud Photos"], &[]),
        }
        for (rung_id, id) in [("toggle", "toggle-download"), ("delete-all", "delete-download")] {
            says(
                reader,
                &reader.step(rung_id, id),
                &["never \"Remove from iPhone\" (or iPad)", "and stop"],
                &[],
            );
        }
    });
}

#[test]
fn every_reader_is_told_the_path_to_erasing() {
    for_every_reader(|reader| {
        let shown = reader.step("erase", "erase-reset-page");
        match reader.label(1) {
            "iOS 10.3 to 11" | "iOS 12 to 14" => {
                says(reader, &shown, &["Settings › General › Reset"], &["Transfer"]);
            }
            _ => says(
                reader,
                &shown,
                &[
                    "Settings › General › Transfer or Reset iPhone",
                    "(or iPad)",
                    "Settings › General › Reset",
                ],
                &[],
            ),
        }
        says(
            reader,
            &reader.step("erase", "erase-choose"),
            &["Erase All Content and Settings"],
            &[],
        );
    });
}

#[test]
fn every_reader_can_power_off_and_find_the_status() {
    for_every_reader(|reader| {
        let slider = reader.step("restart", "restart-slider");
        says(reader, &slider, &["Settings › General › Shut Down"], &[]);
        match (reader.label(0), reader.label(1)) {
            (_, "iOS 10.3 to 11") => {
                says(reader, &slider, &["iOS 10.3 does not have that: hold the Sleep/Wake"], &[])
            }
            ("iPhone with Face ID", _) => {
                says(reader, &slider, &["side button and either volume button"], &["top"])
            }
            ("iPhone with Home button", _) => {
                says(reader, &slider, &["the side button", "5s or earlier"], &["volume"])
            }
            ("iPad without Home button", _) => {
                says(reader, &slider, &["Only if", "top button and either volume"], &[])
            }
            ("iPad with Home button", _) => {
                says(reader, &slider, &["hold the top button"], &["volume"])
            }
            _ => says(
                reader,
                &slider,
                &["iOS 10.3 does not have that: hold the Sleep/Wake"],
                &["volume"],
            ),
        }
        let status = reader.step("really-stuck", "stuck-status");
        match reader.label(1) {
            "iOS 18" => says(reader, &status, &["profile picture"], &["Collections", "All Photos"]),
            "iOS 26 and later" => {
                says(reader, &status, &["Collections", "profile picture"], &["All Photos"])
            }
            "" => says(reader, &status, &["profile picture", "Collections", "All Photos"], &[]),
            _ => says(reader, &status, &["Photos › Library › All Photos"], &["profile picture"]),
        }
    });
}

#[test]
fn every_reader_is_told_the_program_for_their_backup_and_their_restore() {
    for_every_reader(|reader| {
        let backup = reader.requirement("erase", "erase-backup");
        let restore = reader.step("erase", "erase-restore-backup");
        let (program, others): (&str, &[&str]) = match reader.label(2) {
            "Mac with Finder" => ("the Finder", &["iTunes", "Apple Devices"]),
            "Mac with iTunes" | "Windows with iTunes" => ("iTunes", &["Finder", "Apple Devices"]),
            "Windows with Apple Devices" => ("the Apple Devices app", &["iTunes", "Finder"]),
            _ => ("iTunes", &[]),
        };
        says(reader, &backup, &[program, "a worse idea when iCloud is broken"], others);
        says(reader, &restore, &[program, "Restore Backup"], others);
        if program == "iTunes" {
            says(reader, &restore, &["Summary page"], &[]);
        }
    });
}

#[test]
fn every_reader_is_told_how_to_copy_what_icloud_has_and_what_only_the_device_has() {
    for_every_reader(|reader| {
        let step = |id| reader.step("copy-photos", id);
        says(reader, &step("copy-disk"), &["Not iCloud Drive", "private window", "sign out"], &[]);
        says(reader, &step("copy-count-first"), &["icloud.com", "Advanced Data Protection"], &[]);
        says(
            reader,
            &step("copy-import"),
            &["Image Capture on a Mac", "Photos app on Windows"],
            &[],
        );
        says(reader, &step("copy-from-icloud"), &["icloud.com", "unmodified originals"], &[]);
        let keep = step("copy-keep-originals");
        match reader.label(1) {
            "iOS 18" | "iOS 26 and later" => {
                says(reader, &keep, &["Settings › Apps › Photos"], &["iOS 17"])
            }
            "" => says(reader, &keep, &["Settings › Apps › Photos", "on iOS 17 and earlier"], &[]),
            _ => says(reader, &keep, &["Settings › Photos"], &["Apps"]),
        }
    });
}
