// The dialog with all drafts: opened, removed, and put back again.
// Knows what is kept of a draft, nothing of its text.

import { make } from "../embed/elements.js";
import { allDrafts, forgetPreview, putDraftBack, removeDraft } from "./drafts.js";
import { byId, prepareDialog, pressButton, tell } from "./parts.js";
import { say } from "./words.js";

/** @import { Draft } from "./drafts.js" */

/**
 * @param {() => Draft} shown
 * @param {(draft: Draft) => void} onOpen
 * @param {(id: string) => void} onRemoved the draft that is shown may be gone
 */
export function startDraftList(shown, onOpen, onRemoved) {
  /** Those that can still be put back. */
  const removed = /** @type {Map<string, Draft>} */ (new Map());
  const dialog = prepareDialog("drafts", () => {
    for (const draft of removed.values()) forgetPreview(draft);
    const gone = [...removed.keys()];
    removed.clear();
    for (const id of gone) onRemoved(id);
  });
  const when = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });

  function show() {
    const all = [...allDrafts(), ...removed.values()].sort((one, other) => other.changed - one.changed);
    const items = all.map((draft) => (removed.has(draft.id) ? goneItem(draft) : draftItem(draft)));
    byId("all-drafts").replaceChildren(...(items.length ? items : [make("li", say("no_drafts"))]));
  }

  /** @param {Draft} draft */
  function draftItem(draft) {
    const isShown = draft.id === shown().id;
    const open = pressButton(say("open"), () => {
      dialog.close();
      onOpen(draft);
    });
    const remove = pressButton(say("remove"), () => {
      removeDraft(draft);
      removed.set(draft.id, draft);
      show();
      focusOn(draft);
      tell(say("removed", { name: nameOf(draft) }));
    });
    // Each button says of which draft it is.
    open.setAttribute("aria-label", `${say("open")}: ${nameOf(draft)}`);
    remove.setAttribute("aria-label", `${say("remove")}: ${nameOf(draft)}`);
    const about = [draft.name, say("changed", { when: when.format(draft.changed) }), ...(isShown ? [say("shown_now")] : [])];
    const words = make("span", make("b", nameOf(draft)), make("span", about.join(" · ")));
    return itemOf(draft, words, ...(isShown ? [] : [open]), remove);
  }

  /** @param {Draft} draft */
  function goneItem(draft) {
    const back = pressButton(say("put_back"), () => {
      putDraftBack(draft);
      removed.delete(draft.id);
      show();
      focusOn(draft);
    });
    return itemOf(draft, make("span", say("removed", { name: nameOf(draft) })), back);
  }

  byId("to-drafts").addEventListener("click", () => {
    show();
    dialog.open(byId("to-drafts"));
  });
}

/** @param {Draft} draft */
const nameOf = ({ title }) => title || say("untitled");

/** @param {Draft} draft @param {...HTMLElement} parts */
function itemOf(draft, ...parts) {
  const item = make("li", ...parts);
  item.dataset["draft"] = draft.id;
  return item;
}

/** The focus stays with what has taken the place of the button. @param {Draft} draft */
function focusOn(draft) {
  const button = byId("all-drafts").querySelector(`[data-draft="${draft.id}"] button:last-child`);
  if (button) /** @type {HTMLElement} */ (button).focus();
}
