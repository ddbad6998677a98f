// The studio as a whole: which draft is shown, when it is compiled and kept, and in which order the parts begin.
// Knows what the parts are for, nothing of how they do it.

import { freshSource, startBeginning } from "./beginning.js";
import { compileWhenIdle } from "./compiling.js";
import { startDraftList } from "./draft-list.js";
import { allDrafts, draftIdOf, keepDraft, keptDraft, newDraft, previewName } from "./drafts.js";
import { showText, startEditor } from "./editor.js";
import { followLinks, takeLink } from "./link.js";
import { startModule } from "./module.js";
import { hideGuesses, showGuesses, showNotes, startNotes } from "./notes.js";
import { byId, hideNotice, pressButton, showNotice, tell } from "./parts.js";
import { showLadder, showNoLadder, startPreview, startPreviewTools, startSwitch } from "./preview.js";
import { startPublishing } from "./publish.js";
import { followStorage, shownInTab } from "./storage.js";
import { say } from "./words.js";

/** @import { Draft } from "./drafts.js" */
/** @import { LadderObject, StudioModule } from "./module.js" */

export async function startStudio() {
  startSwitch();
  let module;
  try {
    module = await startModule();
  } catch (error) {
    console.error("fix-ladder: the studio's module does not run.", error);
    showNotice("cannot-start", say("cannot_start"));
    return;
  }
  const built = JSON.parse(byId("built").textContent || "");
  const preview = module.preview(built).text;
  if (preview) await startPreview(preview);
  begin(module, built);
}

/**
 * @param {StudioModule} module
 * @param {string} built the page in one file
 */
function begin(module, built) {
  const state = {
    draft: firstDraft(),
    /** Of the text as it is now; none while it has errors. */
    ladder: /** @type {LadderObject | null} */ (null),
    /** Whether the draft has ever been a ladder since it is shown. */
    hasShown: false,
    /** Why the last change was not kept. */
    toldOf: /** @type {string | null} */ (null),
  };
  const compile = compileWhenIdle(module, () => state.draft, ({ document: ladder, diagnostics }) => {
    state.ladder = ladder;
    byId("stale").hidden = Boolean(ladder) || !state.hasShown;
    byId("no-ladder").hidden = Boolean(ladder) || state.hasShown;
    showNotes(diagnostics);
    if (!ladder) return Promise.resolve();
    state.hasShown = true;
    return showLadder({ ...ladder, id: previewName(state.draft) });
  });

  /** @param {Draft} draft */
  function show(draft) {
    state.draft = draft;
    state.hasShown = false;
    shownInTab(draft.id);
    showNoLadder();
    hideNotice("elsewhere");
    showText(draft.text);
    nameField().value = draft.name.replace(/\.md$/, "");
    compile.now();
  }

  /** Keeps what has changed, as far as it can be kept; no text of another tab is written over. */
  function keep() {
    const fault = keepDraft(state.draft);
    if (fault === "theirs") return part();
    // Said once for each reason, and again where there has been room in between.
    if (fault && fault !== state.toldOf) showNotice("not-kept", say(fault === "full" ? "full_storage" : "not_kept"));
    state.toldOf = fault;
    if (!fault) hideNotice("not-kept");
  }

  /** What is written here and what is written in another tab become two drafts. */
  function part() {
    const own = newDraft(state.draft);
    own.name = own.name.replace(/(-\d+)?\.md$/, (_, number) => `${number ? number - 1 : "-2"}.md`);
    state.draft = own;
    shownInTab(own.id);
    nameField().value = own.name.replace(/\.md$/, "");
    keepDraft(own);
    hideNotice("elsewhere");
    showNotice("parted", say("parted", { name: own.name }));
    compile.now();
  }

  /** @param {DraftSource} source */
  function open(source) {
    hideGuesses();
    const draft = newDraft(source);
    show(draft);
    keep();
    const name = draft.title || draft.name;
    return name;
  }

  /** @param {string} packed */
  function openLink(packed) {
    const source = module.unpack(packed);
    if (!source) return showNotice("link", say("link_broken"));
    open(source);
    showNotice("link", say("link_opened"));
  }

  startEditor((text) => {
    state.draft.text = text;
    hideNotice("opened");
    hideNotice("link");
    keep();
    compile.soon();
  });
  startNotes();
  startPreviewTools();
  const start = startBeginning(module, ({ draft, notes, hints, nodes }, isPost) => {
    const name = open(draft);
    if (isPost) showGuesses(hints, nodes);
    if (notes.length) showNotice("opened", say("drawings_left"));
    byId("text").focus();
    tell(isPost ? say("post_read") : say("opened", { name }));
  });
  startPublishing(module, built, () => {
    compile.now();
    return { draft: state.draft, ladder: state.ladder };
  });
  startDraftList(() => state.draft, show, (id) => {
    if (id === state.draft.id) show(allDrafts()[0] || newDraft(freshSource()));
  });
  nameField().addEventListener("change", () => {
    state.draft.name = `${nameField().value.trim().replace(/[\\/:*?"<>|\s]+/g, "-").replace(/\.md$/, "") || "my-ladder"}.md`;
    nameField().value = state.draft.name.replace(/\.md$/, "");
    keep();
    compile.now();
  });
  followStorage((name, text) => {
    if (draftIdOf(name) !== state.draft.id) return;
    if (text === null) return tell(say("removed_elsewhere"));
    showNotice("elsewhere", say("changed_elsewhere"), pressButton(say("show_theirs"), () => {
      const theirs = keptDraft(state.draft.id);
      if (theirs) show(theirs);
    }));
  });
  followLinks(openLink);
  const isNew = allDrafts().length === 0;
  show(state.draft);
  const packed = takeLink();
  if (packed !== null) openLink(packed);
  else if (isNew) start.open();
}

const nameField = () => /** @type {HTMLInputElement} */ (byId("name"));

/** The draft of this tab, else the last that was changed, else the small ladder. */
function firstDraft() {
  const shown = shownInTab();
  return (shown && keptDraft(shown)) || allDrafts()[0] || newDraft(freshSource());
}
