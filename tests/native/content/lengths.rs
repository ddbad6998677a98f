//! How long the ladder is, in words: for one reader, in all variants, and an item. Knows nothing of what they say.

use fix_ladder_core::ladder::{Block, Evidence, Ladder, Requirement, Rung, Selection, Step, Text};

use super::pieces::text;
use super::walk::{Reader, for_every_reader};
use super::{ladder, rung};

const FOR_ONE_READER: usize = 3300;
const IN_ALL_VARIANTS: usize = 4400;
const UNFOLDED: usize = 45;

/// Words as a reader counts them: runs between blanks in which something is said.
fn words(text: &str) -> usize {
    text.split_whitespace().filter(|it| it.contains(char::is_alphanumeric)).count()
}

fn of(it: &Text) -> usize {
    words(&text(it))
}

/// Whose words are counted: those of one reader, or of all at once; and whether folded ones count.
#[derive(Clone, Copy)]
struct Count<'a> {
    reader: Option<&'a Reader<'a>>,
    folded: bool,
}

impl Count<'_> {
    fn blocks(self, blocks: &[Block]) -> usize {
        let one = |block: &Block| match block {
            Block::Paragraph(it) => of(it),
            Block::List(items) => items.iter().map(of).sum(),
            Block::Variants(variants) => match self.reader {
                None => variants.iter().map(|it| of(&it.text)).sum(),
                Some(reader) => match reader.selected(variants) {
                    Selection::One(it) => of(&it.text),
                    Selection::Several(several) => several.iter().map(|it| of(&it.text)).sum(),
                },
            },
            Block::More(inner) if self.folded => 1 + self.blocks(inner),
            Block::More(_) => 0,
        };
        blocks.iter().map(one).sum()
    }

    fn step(self, step: &Step) -> usize {
        let safe = step.safe.as_ref().filter(|_| self.folded);
        of(&step.text) + self.blocks(&step.more) + safe.map_or(0, of)
    }

    fn requirement(self, it: &Requirement) -> usize {
        let labels = match &it.evidence {
            Evidence::Numbers { first, second, meanings } => {
                let said = [&meanings.fewer, &meanings.equal, &meanings.more];
                words(first) + words(second) + said.into_iter().flatten().map(of).sum::<usize>()
            }
            _ => 0,
        };
        of(&it.text) + self.blocks(&it.more) + labels
    }

    fn rung(self, rung: &Rung) -> usize {
        let facts = [
            Some(&rung.title),
            rung.touches.as_ref().map(|it| &it.text),
            rung.undo.as_ref().map(|it| &it.text),
            rung.takes.as_ref().and_then(|it| it.text.as_ref()),
            rung.wait.as_ref().and_then(|it| it.reason.as_ref()),
            rung.check.as_ref(),
            rung.moving.as_ref(),
            rung.safe.as_ref(),
        ];
        let facts: usize = facts.into_iter().flatten().map(of).sum();
        let sees = |step: &&Step| self.reader.is_none_or(|it| it.sees(step));
        facts
            + self.blocks(&rung.why)
            + rung.advice_against.iter().map(|it| self.blocks(&it.text)).sum::<usize>()
            + rung.requirements.iter().map(|it| self.requirement(it)).sum::<usize>()
            + rung.warnings.iter().map(|it| self.blocks(&it.text)).sum::<usize>()
            + rung.steps.iter().filter(sees).map(|it| self.step(it)).sum::<usize>()
    }

    fn ladder(self, ladder: &Ladder) -> usize {
        of(&ladder.title)
            + [&ladder.introduction, &ladder.moving, &ladder.fixed, &ladder.end]
                .map(|it| self.blocks(it))
                .iter()
                .sum::<usize>()
            + ladder.rungs.iter().map(|it| self.rung(it)).sum::<usize>()
    }
}

#[test]
fn no_reader_has_more_to_read_than_3300_words() {
    let longest = std::cell::Cell::new(0);
    for_every_reader(|reader| {
        let count = Count { reader: Some(reader), folded: true };
        longest.set(longest.get().max(count.ladder(reader.ladder)));
    });
    let longest = longest.get();
    assert!(longest <= FOR_ONE_READER, "{longest} words for one reader");
    // A ladder that lost a rung would be short as well.
    assert!(longest > FOR_ONE_READER / 2, "{longest} words for one reader");
}

#[test]
fn all_variants_together_have_no_more_than_4400_words() {
    let all = Count { reader: None, folded: true }.ladder(&ladder());
    assert!(all <= IN_ALL_VARIANTS, "{all} words in all variants");
}

#[test]
fn no_item_has_more_than_45_words_unfolded() {
    for_every_reader(|reader| {
        let count = Count { reader: Some(reader), folded: false };
        for rung in &reader.ladder.rungs {
            let steps = rung.steps.iter().map(|it| (&it.id, count.step(it)));
            let requirements = rung.requirements.iter().map(|it| (&it.id, count.requirement(it)));
            let warnings = rung.warnings.iter().map(|it| (&it.id, count.blocks(&it.text)));
            for (id, long) in steps.chain(requirements).chain(warnings) {
                assert!(long <= UNFOLDED, "`{id}` has {long} words for {reader}");
            }
        }
    });
}

/// How long each rung is, for the papers: `cargo test -p fix-ladder --test native lengths -- --ignored --nocapture`.
#[test]
#[ignore = "it only prints"]
fn words_by_rung() {
    let ladder = ladder();
    let all = Count { reader: None, folded: true };
    for it in &ladder.rungs {
        println!("{:>5} {}", all.rung(rung(&ladder, it.id.as_str())), it.id);
    }
    let longest = std::cell::RefCell::new((0, String::new()));
    for_every_reader(|reader| {
        let long = Count { reader: Some(reader), folded: true }.ladder(reader.ladder);
        if long > longest.borrow().0 {
            longest.replace((long, reader.to_string()));
        }
    });
    println!("{:?} {}", longest.into_inner(), all.ladder(&ladder));
}
