// The standalone page: which ladder it shows, and in which order its parts begin.
// Knows the names in the address, nothing of what the parts do.

import { offerInstall } from "./install.js";
import { offerNotifications } from "./notifications.js";
import { closeSettingsOutside } from "./settings.js";
import { keepFocusVisible } from "./toasts.js";
import { registerWorker } from "./updates.js";
import { offerWakeLock } from "./wake-lock.js";

/**
 * The page around a ladder of another language says in that what it said in its own.
 * @param {PageLadder} ladder
 */
function speak({ lang, messages, around }) {
  if (!lang || !messages || !around) return;
  document.documentElement.lang = lang;
  Object.assign(PAGE.messages, messages);
  for (const [name, words] of Object.entries(around)) {
    const said = document.querySelector(`[data-around="${name}"]`);
    if (said) said.textContent = words;
  }
}

/** @param {Element} widget */
function chooseLadder(widget) {
  const id = new URLSearchParams(location.search).get("ladder");
  if (!id || id === widget.getAttribute("ladder") || !Object.prototype.hasOwnProperty.call(PAGE.ladders, id)) return;
  // The fallback belongs to the other ladder, and would mislead a reader for whom this one cannot start.
  widget.textContent = "";
  widget.setAttribute("ladder", id);
  const ladder = /** @type {PageLadder} */ (PAGE.ladders[id]);
  document.title = ladder.title;
  speak(ladder);
}

export function startPage() {
  const widget = /** @type {Element} */ (document.querySelector("fix-ladder"));
  // First: the address may ask for another ladder than the one in the page.
  chooseLadder(widget);
  try {
    closeSettingsOutside();
    keepFocusVisible(document);
    offerWakeLock();
    offerNotifications(widget);
  } catch (error) {
    // The ladder starts after this, and needs none of it.
    console.error("fix-ladder: the page cannot offer everything.", error);
  }
  const onReady = () => {
    keepFocusVisible(/** @type {ShadowRoot} */ (widget.shadowRoot));
    offerInstall();
  };
  widget.addEventListener("fix-ladder-ready", onReady, { once: true });
  void registerWorker();
}
