// The preview: the built page in a frame, with the widget that readers get, given each good document.
// Knows the element and its contract, nothing of texts.

import { document } from "../embed/clobbering.js";
import { byId } from "./parts.js";
import { fillFrame } from "./trusted.js";

/** @import { LadderObject } from "./module.js" */

/** The element, as far as it is used here. @typedef {HTMLElement & { ladder: unknown, reset(): void }} LadderElement */

/** How long a widget may take before it is shown as it is, in milliseconds. */
const PATIENCE = 4000;

const state = {
  /** The page in the frame, once it is there. */
  page: /** @type {Document | null} */ (null),
  /** The widget that is seen. */
  shown: /** @type {LadderElement | null} */ (null),
  /** The one that comes next. */
  coming: /** @type {LadderElement | null} */ (null),
  colours: "auto",
};

/**
 * @param {string} html of the page without a ladder
 * @returns {Promise<void>} when it is there
 */
export function startPreview(html) {
  const frame = /** @type {HTMLIFrameElement} */ (byId("frame"));
  return new Promise((resolve) => {
    frame.addEventListener("load", () => {
      const page = frame.contentDocument;
      const waiting = page && page.querySelector("fix-ladder");
      if (!page || !waiting) return;
      for (const around of page.querySelectorAll("header, footer, nav")) around.remove();
      waiting.remove();
      state.page = page;
      state.shown = null;
      resolve();
    });
    fillFrame(frame, html);
  });
}

/**
 * Shows a ladder in place of the one before, which is seen until the next is ready. Progress is kept by its name.
 * @param {LadderObject} ladder
 * @returns {Promise<void>} when it is seen
 */
export function showLadder(ladder) {
  const { page } = state;
  const main = page && page.querySelector("main");
  if (!page || !main) return Promise.resolve();
  if (state.coming) state.coming.remove();
  const next = /** @type {LadderElement} */ (page.createElement("fix-ladder"));
  state.coming = next;
  next.ladder = ladder;
  next.setAttribute("loading", "eager");
  next.setAttribute("theme", state.colours);
  if (typeof ladder["lang"] === "string") next.setAttribute("lang", ladder["lang"]);
  Object.assign(next.style, { position: "absolute", visibility: "hidden" });
  const { shown } = state;
  if (shown) {
    // As wide as it will be, and out of the way.
    next.style.setProperty("visibility", "hidden", "important");
    next.style.setProperty("position", "absolute", "important");
    next.style.setProperty("width", `${shown.getBoundingClientRect().width}px`, "important");
  } else next.removeAttribute("style");
  return new Promise((resolve) => {
    const swap = () => {
      if (state.coming !== next) return resolve();
      state.coming = null;
      next.removeAttribute("style");
      state.shown = next;
      if (shown) takePlace(shown, next);
      resolve();
    };
    const timer = setTimeout(swap, PATIENCE);
    for (const name of ["fix-ladder-ready", "fix-ladder-error"]) {
      next.addEventListener(name, () => {
        clearTimeout(timer);
        // The widget is rendered in the turns that follow.
        setTimeout(swap);
      }, { once: true });
    }
    main.append(next);
  });
}

/**
 * The new widget unfolds what was unfolded in the old one, and stands where that stood.
 * @param {LadderElement} before
 * @param {LadderElement} next
 */
function takePlace(before, next) {
  const view = /** @type {Window} */ (/** @type {Document} */ (state.page).defaultView);
  const toggles = (/** @type {LadderElement} */ from) =>
    new Map(Array.from((from.shadowRoot || from).querySelectorAll("[data-rung] [data-action=toggle]"), (it) => {
      const rung = /** @type {HTMLElement} */ (it.closest("[data-rung]"));
      return [rung.dataset["rung"] || "", /** @type {HTMLElement} */ (it)];
    }));
  const isOpen = (/** @type {HTMLElement | undefined} */ toggle) => Boolean(toggle) && /** @type {HTMLElement} */ (toggle).getAttribute("aria-expanded") === "true";
  const olds = toggles(before);
  for (const [rung, toggle] of toggles(next)) {
    if (olds.has(rung) && isOpen(olds.get(rung)) !== isOpen(toggle)) toggle.click();
  }
  const anchor = anchorIn(before);
  const top = view.scrollY;
  before.remove();
  setTimeout(() => {
    const found = anchor && (next.shadowRoot || next).querySelector(`[data-${anchor.kind}="${CSS.escape(anchor.id)}"]`);
    view.scrollTo(0, found && anchor ? view.scrollY + found.getBoundingClientRect().top - anchor.top : top);
  });
}

/**
 * What stands at the top of the frame, and where exactly.
 * @param {LadderElement} widget
 */
function anchorIn(widget) {
  for (const it of (widget.shadowRoot || widget).querySelectorAll("[data-rung], [data-step]")) {
    const { top, bottom } = it.getBoundingClientRect();
    const { rung, step } = /** @type {HTMLElement} */ (it).dataset;
    if (bottom > 0 && (step !== undefined || top >= 0)) return step === undefined ? { kind: "rung", id: rung || "", top } : { kind: "step", id: step, top };
  }
  return null;
}

/** Nothing is shown, as for a text that has never been a ladder. */
export function showNoLadder() {
  if (state.coming) state.coming.remove();
  if (state.shown) state.shown.remove();
  state.coming = null;
  state.shown = null;
}

export function startPreviewTools() {
  const stage = byId("stage");
  const chosen = (/** @type {string} */ id) => /** @type {HTMLSelectElement} */ (byId(id));
  chosen("width").addEventListener("change", () => (stage.dataset["width"] = chosen("width").value));
  chosen("colours").addEventListener("change", () => {
    state.colours = chosen("colours").value;
    stage.dataset["colours"] = state.colours;
    if (state.shown) state.shown.setAttribute("theme", state.colours);
    colourPage();
  });
  byId("start-over").addEventListener("click", () => state.shown && state.shown.reset());
  byId("print").addEventListener("click", () => {
    const view = state.page && state.page.defaultView;
    if (view) view.print();
  });
}

/** The page around the widget follows: it has the system's colours by itself. */
function colourPage() {
  const root = state.page && state.page.documentElement;
  if (!root) return;
  const [ground, sheet, ink] = state.colours === "dark" ? ["#0f1113", "#16181c", "#e9e7e2"] : ["#f6f5f1", "#fff", "#22252a"];
  for (const [name, value] of Object.entries({ "--ground": ground, "--sheet": sheet, "--text": ink, "color-scheme": state.colours })) {
    if (state.colours === "auto") root.style.removeProperty(name);
    else root.style.setProperty(name, /** @type {string} */ (value));
  }
}

/** For whoever sees one side at a time. */
export function startSwitch() {
  const sides = byId("sides");
  const buttons = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-show]"));
  for (const button of buttons) {
    button.addEventListener("click", () => {
      sides.dataset["shown"] = button.dataset["show"];
      for (const it of buttons) it.setAttribute("aria-pressed", String(it === button));
    });
  }
}
