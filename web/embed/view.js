// The view of an element: its shadow root shows the fallback, the prerendered view, the widget, or why there is none.
// Knows when each of them is seen and what it takes over from the one before, nothing of loading.

import { shownClimb } from "./climb-key.js";
import { replay } from "./early-input.js";
import { make } from "./elements.js";
import { Failure } from "./failure.js";
import { followFallback } from "./fallback.js";
import { capture, loseFocusOutside, restore, settleFocus, trackFocus } from "./focus.js";
import { watchEdits } from "./foreign-edits.js";
import { trackHeight } from "./height.js";
import { notice } from "./notice.js";
import { readOptions } from "./options.js";
import { keepInput } from "./own-input.js";
import { onPaper } from "./paper.js";
import { disable, prerender } from "./prerender.js";
import { builtInOf } from "./source.js";
import { sheetOf } from "./style-sheet.js";
import { followTheme } from "./theme.js";

/** @import { EarlyInput } from "./early-input.js" */
/** @import { EditWatch } from "./foreign-edits.js" */
/** @import { Height } from "./height.js" */
/** @import { Words } from "./languages.js" */
/** @import { Prerender } from "./prerender.js" */
/** @import { Theme } from "./theme.js" */

/**
 * What is seen. ARCHITECTURE.md has the transitions.
 * - `fallback`: the author's own HTML, or a notice that it is loading.
 * - `prerender`: the prerendered view, until the widget takes its place.
 * - `live`: what the widget renders.
 * - `crashed`: what a widget has rendered that has crashed, until another takes its place.
 * - `failed`: why there is no widget, with what there is to read instead.
 *
 * `root` is the rendering whose place, focus and disclosure state the next view takes over.
 * @typedef {{ kind: "prerender", root: HTMLElement, whenReleased: Prerender["whenReleased"] }
 *   | { kind: "crashed", root: HTMLElement } | { kind: "fallback" | "live" | "failed", root: null }} Seen
 */

/** @typedef {ReturnType<typeof createView>} View */

/** The view of each element that has had a widget: one that is put in again shows the same root. */
const views = /** @type {WeakMap<HTMLElement, View>} */ (new WeakMap());

/**
 * @param {HTMLElement} element
 * @returns {View}
 */
export function viewOf(element) {
  const view = views.get(element) || createView(element);
  views.set(element, view);
  return view;
}

/** @param {HTMLElement} element */
function createView(element) {
  const root = element.shadowRoot || element.attachShadow({ mode: "open" });
  // A saved page holds what a widget had rendered there, and nobody hears that.
  if (element.dataset.state) root.replaceChildren();
  /** Where the fallback is seen. What the author wrote as a shadow root has come with it. */
  const slot = root.firstChild ? make("div", ...root.childNodes) : make("slot");
  const fallback = followFallback(element, slot, keepRest);
  const focus = trackFocus(element, root);
  /** @type {EarlyInput} */
  const early = { input: new Map(), isGiven: false };
  let seen = /** @type {Seen} */ ({ kind: "fallback", root: null });
  /** Where a widget renders, from before it is seen. */
  let mount = /** @type {{ root: HTMLElement, edits: EditWatch } | null} */ (null);
  /** The colours of what is seen, or of the widget that will be. */
  let theme = /** @type {Theme | null} */ (null);
  /** Of the ladder that has a prerendered view, where that is the one which is wanted. */
  let height = /** @type {Height | null} */ (null);

  /** Gives the root its styles. False where this browser cannot. The element may have moved to a document without them. */
  function adoptStyles() {
    const styles = sheetOf(element.ownerDocument);
    if (!styles || !root.adoptedStyleSheets) return false;
    if (!root.adoptedStyleSheets.includes(styles)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, styles];
    return true;
  }

  /** @param {HTMLElement | null} on none where nothing has the widget's colours */
  function colour(on) {
    const known = theme ? theme.color() : "";
    if (theme) theme.stop();
    theme = on && followTheme(element, on, known);
  }

  /** The state of the contract. A page that is made like a server's HTML takes away what is not there. */
  function tellState() {
    const { kind } = seen;
    const state = kind === "failed" ? kind : kind === "live" || kind === "crashed" ? "ready" : "loading";
    if (element.dataset.state !== state) element.setAttribute("data-state", state);
  }

  /** What follows an element that is not closed stays below whatever is seen in place of the fallback. */
  function keepRest() {
    if (seen.kind === "fallback" || seen.kind === "failed") return;
    if (fallback.isRest()) root.append(slot);
    else if (slot.parentNode === root) slot.remove();
  }

  /**
   * The one place where something else comes to be seen.
   * @param {Seen} next
   * @param {Element[]} parts what is to be seen; a part that stands already is not moved
   */
  function show(next, parts) {
    seen = next;
    loseFocusOutside(focus, parts);
    tellState();
    const before = [...root.childNodes];
    for (const child of before) {
      // What the reader has open over it stays.
      if (child.nodeName !== "DIALOG" && !parts.some((part) => part === child)) child.remove();
    }
    for (const part of parts) {
      if (part.parentNode !== root) root.append(part);
    }
    keepRest();
    settleFocus(focus, /** @type {Element} */ (parts[0]), mount && mount.root);
  }

  /** The widget has changed what is seen. */
  function rendered() {
    if (mount) mount.edits.rendered(focus.captured !== null);
    if (height) height.persist();
    // What is rendered is stored. Whatever crashes before has to be given it again.
    if (early.isGiven) early.input.clear();
    early.isGiven = false;
    restore(focus, mount && mount.root);
  }

  keepInput(root);
  adoptStyles();
  return {
    moved: adoptStyles,
    rendered,
    tellState,

    /**
     * @param {() => void} onInput called when the reader has done something that only the widget can do
     * @param {Words} words
     */
    loading(onInput, words) {
      colour(null);
      early.isGiven = false;
      const id = builtInOf(element);
      const { messages } = words;
      if (height) height.stop();
      height = id && DATA.prerender ? trackHeight(id) : null;
      if (id && height && adoptStyles()) {
        const view = prerender(shownClimb(id), readOptions(element).headingLevel, early.input, onInput, words);
        height.watch(view.root);
        colour(view.root);
        fallback.follow((has) => {
          view.root.classList.toggle("screen", has);
          show({ kind: "prerender", ...view }, [view.root, onPaper(slot, has, messages)]);
        });
        return;
      }
      loseFocusOutside(focus, [slot]);
      const isAwaited = focus.isLost;
      fallback.follow((has) => {
        const parts = has && !isAwaited ? [slot] : [notice(messages, "loading", messages.loading), slot];
        if (!has) parts.push(onPaper(slot, has, messages));
        show({ kind: "fallback", root: null }, parts);
      });
    },

    /** @param {() => void} callback called when what is seen may be removed */
    whenReleased(callback) {
      if (seen.kind === "prerender") seen.whenReleased(callback);
      else callback();
    },

    /**
     * The element that a widget is mounted in: one that has been used before, or a fresh one, since Yew clears it and
     * its listeners stay on it for ever. It stands in no page until the widget is ready: browsers then have less to do.
     * @param {HTMLElement} [used]
     */
    mount(used) {
      if (!adoptStyles()) {
        throw new Failure("failedNoWasm", "this browser has no style sheets made by scripts");
      }
      const mounted = used || make("div");
      mount = { root: mounted, edits: watchEdits(mounted, rendered) };
      colour(mounted);
      if (height) height.watch(mounted);
      return mounted;
    },

    ready() {
      if (!mount) return;
      const before = seen.root;
      if (before && !focus.captured) capture(focus, before);
      if (height) height.hold(mount.root, before);
      fallback.unfollow();
      // A list may be many times as high. Safari holds nothing that is seen, so who reads below would be taken away.
      const above = !height && !("overflowAnchor" in element.style) && element.getBoundingClientRect();
      show({ kind: "live", root: null }, [mount.root]);
      if (above && above.bottom < 0) scrollBy({ top: element.getBoundingClientRect().bottom - above.bottom, behavior: "instant" });
      if (height) replay(early.input, mount.root, true);
      early.isGiven = height !== null;
    },

    /** Before the widget changes what is seen: whether it has to render everything anew. */
    isEdited() {
      if (!mount || !mount.edits.isEdited()) return false;
      capture(focus, mount.root);
      return true;
    },

    /** What the widget has rendered stays until another takes its place. */
    crashed() {
      if (!mount) return;
      mount.edits.stop();
      early.isGiven = false;
      if (mount.root.parentNode) seen = { kind: "crashed", root: mount.root };
      mount = null;
    },

    /** There is no widget any more. */
    unmount() {
      for (const dialog of root.querySelectorAll("dialog")) dialog.close();
      colour(null);
      loseFocusOutside(focus, [slot]);
      focus.captured = null;
      if (mount) {
        // What prototype.js has instead of this throws where there is no parent.
        if (mount.root.parentNode) mount.root.remove();
        mount.edits.stop();
      }
      if (seen.kind === "crashed") seen.root.remove();
      if (height) height.stop();
      mount = null;
    },

    /** Whether a plain list is of use: the fallback goes before it. */
    wantsList: () => !fallback.has(),

    /** The author has set another theme, or the element stands in other colours. */
    recolour() {
      if (theme) theme.update();
    },

    /**
     * @param {FailureKey | "" | null} key of what to say; null where the fallback is all there was to be
     * @param {Element | null} list where there is one
     * @param {(() => void) | null} retry none where it would fail again
     * @param {Words} words
     */
    failed(key, list, retry, { messages }) {
      // A list has brought styles.
      adoptStyles();
      // Better the beginning to read than nothing.
      const beginning = seen.kind === "prerender" ? seen.root : null;
      fallback.follow((has) => {
        const parts = [slot];
        colour(null);
        if (key || !has) parts.unshift(failure(messages, key || "failedDocument", has, list !== null, retry));
        const other = list ? make("div", list) : beginning;
        if (other && !has) {
          if (!list) disable(other);
          parts.push(other);
          colour(other);
        }
        show({ kind: "failed", root: null }, parts);
      });
    },
  };
}

/**
 * @param {ScriptMessages} messages
 * @param {FailureKey} key
 * @param {boolean} hasFallback
 * @param {boolean} hasList
 * @param {(() => void) | null} retry
 */
function failure(messages, key, hasFallback, hasList, retry) {
  const sentences = messages[key];
  // What is said has to fit what is seen beside it.
  const sentence = hasFallback ? sentences.own : hasList ? /** @type {string} */ (sentences.list) : sentences.nothing;
  const said = notice(messages, "failed", sentence);
  if (retry) {
    const button = make("button", messages.retry);
    button.setAttribute("type", "button");
    button.setAttribute("data-action", "retry");
    button.addEventListener("click", retry, { once: true });
    said.append(" ", button);
  }
  said.setAttribute("role", "status");
  return said;
}
