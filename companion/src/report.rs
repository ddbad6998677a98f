//! "What have you tried?": a report for whoever helps, as plain text or Markdown.
//!
//! It holds what a helper needs and what the reader has typed as numbers. Where the copies are stays with the reader: a
//! report may end in a comment that everybody reads, and a helper needs to know that there is a copy, not in which drawer.
//! What nobody knows here is left as a blank that can be seen.

use fix_ladder_core::ladder::{Evidence, Ladder, Rung, applies};
use fix_ladder_core::progress::{
    Answer, Key, Position, Progress, Time, Value, WaitFact, WaitState, answer, answered, came_back,
    chosen, is_done, moving_since, position, wait_state,
};

use crate::facts::is_given;
use crate::items::{Item, items};
use crate::json::Object;
use crate::mail::mailto;
use crate::markup::Markup;
use crate::sources::sources;
use crate::words::Words;

/// Where something is to be filled in by hand.
const BLANK: &str = "______";

/// The answer to `report`.
pub fn report(
    ladder: &Ladder,
    progress: &Progress,
    markup: Markup,
    address: Option<&str>,
    words: &Words<'_>,
) -> String {
    let it = Report { ladder, progress, markup, words };
    let (head, body) = (it.head(), it.body());
    let text = [&*head, &body, &it.foot(address)].concat();
    let ending = if markup == Markup::Text { ".txt" } else { ".md" };
    let mail = ladder.report_to.as_ref().map(|to| {
        let it = Report { markup: Markup::Text, ..it };
        let page = address.map(|it| words.say.labelled(words.say.report.page, it));
        let text = [&*it.head(), &it.body(), &page.unwrap_or_default()].concat();
        mailto(to, &it.title(), &text, words)
    });
    Object::new()
        .text("text", &text)
        .text("filename", &[ladder.id.as_str(), "-report", ending].concat())
        .maybe("mailto", mail.as_deref())
        .end()
}

#[derive(Clone, Copy)]
struct Report<'a> {
    ladder: &'a Ladder,
    progress: &'a Progress,
    markup: Markup,
    words: &'a Words<'a>,
}

impl Report<'_> {
    fn title(&self) -> String {
        self.words.say.report.title(self.ladder.title.plain().trim())
    }

    /// What it is about, on which device, and what a helper will ask for.
    fn head(&self) -> String {
        let say = &self.words.say.report;
        let now = self.words.date_and_time(self.words.now);
        let name = self.progress.case().map(|it| it.name.trim()).filter(|it| !it.is_empty());
        let as_of = match name {
            Some(name) => say.as_of_for(name, &now),
            None => say.as_of(&now),
        };
        let mut head =
            [&*self.markup.heading(&self.title()), &self.markup.paragraph(&as_of)].concat();
        let mut lines: Vec<String> = Vec::new();
        for choice in &self.ladder.choices {
            let option = chosen(self.ladder, self.progress, &choice.id);
            let option = choice.options.iter().find(|it| Some(&it.id) == option);
            let said = option.map_or(BLANK, |it| &it.label);
            lines.push(self.words.say.labelled(&choice.label, said));
        }
        // Nobody asks once it is fixed.
        if !matches!(position(self.ladder, self.progress), Position::Fixed(_)) {
            let blanks = [say.blanks.model, say.blanks.began, say.blanks.shows, say.blanks.tried];
            lines.extend(blanks.map(|it| self.words.say.labelled(it, BLANK)));
        }
        head.push_str(&self.markup.list(&lines));
        head
    }

    fn body(&self) -> String {
        let position = position(self.ladder, self.progress);
        let rungs = self.ladder.rungs.iter().enumerate();
        let rungs = rungs.map(|(index, rung)| {
            let title = self.markup.strong(rung.title.plain().trim());
            let severity = self.words.say.severities.of(rung.severity);
            let outcome = self.markup.words(&self.outcome(rung, position == Position::At(index)));
            self.markup.numbered(
                index + 1,
                &[&title, " (", severity, "): ", &outcome].concat(),
                &self.details(rung),
            )
        });
        let mut body: String = rungs.collect();
        body.push('\n');
        body
    }

    /// What became of a fix, in a few words.
    fn outcome(&self, rung: &Rung, here: bool) -> String {
        let say = &self.words.say.report;
        let at = |at| self.words.date_and_time(at);
        if let Some((fixed, back)) = came_back(self.progress, &rung.id) {
            return say.helped_for(&self.words.duration(back.since(fixed)), &at(fixed));
        }
        match answered(self.progress, &rung.id) {
            Some((Answer::NotFixed, time)) => say.not_fixed(&at(time)),
            Some((Answer::Skipped, time)) => say.skipped(&at(time)),
            Some((Answer::Fixed, time)) => say.fixed(&at(time)),
            None if here => say.here.to_owned(),
            None if self.is_untouched(rung) => say.not_tried.to_owned(),
            None => say.begun.to_owned(),
        }
    }

    /// Sentences about a fix on which something was done.
    fn details(&self, rung: &Rung) -> String {
        let answered = answered(self.progress, &rung.id).map(|(_, at)| at);
        if answered.is_none() && self.is_untouched(rung) {
            return String::new();
        }
        let mut said = self.counts(rung);
        said.extend(self.numbers(rung));
        said.extend(self.wait(rung, answered));
        if let Some(since) = moving_since(rung, self.progress) {
            said.push(self.words.say.report.moving(&self.words.date_and_time(since)));
        }
        said.join(" ")
    }

    fn is_untouched(&self, rung: &Rung) -> bool {
        let wait = self.progress.fact(&Key::Wait(rung.id.clone()));
        items(rung).iter().all(|it| !self.is_ticked(it))
            && wait.is_none_or(|it| !is_given(&it.value))
    }

    fn is_ticked(&self, item: &Item<'_>) -> bool {
        match item {
            Item::Step(it) => is_done(self.progress, &Key::Step(it.id.clone())),
            _ => self.progress.fact(&item.key()).is_some_and(|it| is_given(&it.value)),
        }
    }

    /// How many points were prepared, and how many steps done: of those that are for this reader.
    fn counts(&self, rung: &Rung) -> Vec<String> {
        let option = |id: &_| chosen(self.ladder, self.progress, id).cloned();
        let is_shown = |item: &Item<'_>| match item {
            Item::Step(it) => applies(&it.when, &option),
            _ => true,
        };
        let count = |guards: bool| {
            let all: Vec<Item<'_>> = items(rung).into_iter().filter(is_shown).collect();
            let all = all.iter().filter(|it| it.is_guard() == guards);
            let done = all.clone().filter(|it| self.is_ticked(it)).count();
            (done, all.count())
        };
        let mut said = Vec::new();
        let say = &self.words.say.report;
        let number = |it| self.words.number(it);
        let ((ready, guards), (done, steps)) = (count(true), count(false));
        // Who skips a fix at once has said all there is to say.
        let skipped = answer(self.progress, &rung.id) == Some(Answer::Skipped);
        if skipped && ready + done == 0 {
            return said;
        }
        if guards > 0 {
            said.push(say.prepared(&number(guards), &number(ready)));
        }
        if steps > 0 {
            said.push(say.steps(&number(steps), &number(done)));
        }
        said
    }

    /// What was counted.
    fn numbers(&self, rung: &Rung) -> Vec<String> {
        let mut said = Vec::new();
        for requirement in &rung.requirements {
            let Evidence::Numbers { first, second, .. } = &requirement.evidence else { continue };
            let fact = self.progress.fact(&Key::Requirement(requirement.id.clone()));
            let Some(Value::Numbers(one, other)) = fact.map(|it| &it.value) else { continue };
            let blank =
                |it: &str| if it.trim().is_empty() { BLANK.to_owned() } else { it.to_owned() };
            if is_given(&Value::Numbers(one.clone(), other.clone())) {
                said.push(self.words.say.report.numbers(first, &blank(one), &blank(other), second));
            }
        }
        said
    }

    /// What became of the wait, by how long it really was.
    fn wait(&self, rung: &Rung, answered: Option<Time>) -> Option<String> {
        let say = &self.words.say.report;
        let fact = self.progress.fact(&Key::Wait(rung.id.clone()))?;
        match (wait_state(rung, self.progress, self.words.now), &fact.value) {
            (WaitState::Left, _) => Some(say.wait_left.to_owned()),
            (_, Value::Wait(WaitFact::Started { started, .. })) if answered.is_some() => {
                let waited = answered.map_or(0, |it| it.since(*started));
                Some(match waited {
                    0..60_000 => say.no_wait.to_owned(),
                    _ => say.waited(&self.words.duration(waited)),
                })
            }
            (WaitState::Running { deadline, .. }, _) => {
                Some(say.waiting(&self.words.date_and_time(deadline)))
            }
            (WaitState::Ended { deadline }, Value::Wait(WaitFact::Started { started, .. })) => {
                Some(say.wait_over(&self.words.duration(deadline.since(*started))))
            }
            _ => None,
        }
    }

    /// Where the list is, and what it stands on.
    fn foot(&self, address: Option<&str>) -> String {
        let say = &self.words.say.report;
        let mut foot = String::new();
        if let Some(address) = address {
            let line = self.words.say.labelled(say.page, &self.markup.link(address));
            foot.push_str(&self.markup.raw_paragraph(&line));
        }
        let all = &self.ladder.sources;
        let Some(month) = all.iter().filter_map(|it| it.checked).max() else {
            return [foot, sources(all, say.sources, self.markup)].concat();
        };
        let heading = say.sources_checked(&self.words.format.month(month));
        [foot, sources(all, &heading, self.markup)].concat()
    }
}
