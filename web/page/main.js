// The standalone page: which ladder it shows, and what it offers around it.
// Knows the order of things, and the names in the address.

import { offerInstall } from "./install.js";
import { offerNotifications } from "./notifications.js";
import { closeSettingsOutside } from "./settings.js";
import { keepFocusVisible } from "./toasts.js";
import { registerWorker } from "./updates.js";
import { offerWakeLock } from "./wake-lock.js";

/** @param {Element} widget */
function chooseLadder(widget) {
  const wanted = new URLSearchParams(location.search).get("ladder");
  if (!wanted || wanted === widget.getAttribute("ladder")) return;
  if (!Object.prototype.hasOwnProperty.call(PAGE.ladders, wanted)) return;
  // Its own HTML is another ladder's, and would be a wrong answer to a reader for whom this one cannot start.
  widget.textContent = "";
  widget.setAttribute("ladder", wanted);
  document.title = PAGE.ladders[wanted];
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
    // The ladder comes after this, and needs none of it.
    console.error("fix-ladder: the page cannot offer everything.", error);
  }
  const onReady = () => {
    keepFocusVisible(/** @type {ShadowRoot} */ (widget.shadowRoot));
    offerInstall();
  };
  widget.addEventListener("fix-ladder-ready", onReady, { once: true });
  registerWorker();
}
