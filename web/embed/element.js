// The element `<fix-ladder>`, and the script tag that puts one where it stands.
// Knows the callbacks of a custom element; where they lead is in widget.js.

import { SCRIPT } from "./base-url.js";
import { document } from "./clobbering.js";
import { loadFrom } from "./loader.js";
import { ATTRIBUTES } from "./options.js";
import { startWidget } from "./widget.js";

/** @import { Assets } from "./loader.js" */
/** @import { Widget } from "./widget.js" */

/**
 * The tag may stand in a page any number of times.
 * @param {Assets} assets
 */
export function start(assets) {
  try {
    if (!customElements.get("fix-ladder")) {
      loadFrom(assets);
      defineElement();
    }
    if (SCRIPT) placeAfter(SCRIPT);
  } catch (error) {
    console.error("fix-ladder: this page lets nobody define elements, so there is no widget.", error);
  }
}

function defineElement() {
  /** @type {WeakMap<Element, Widget>} */
  const widgets = new WeakMap();

  class FixLadder extends HTMLElement {
    static get observedAttributes() {
      return ATTRIBUTES;
    }

    connectedCallback() {
      const widget = widgets.get(this);
      // A moved element keeps its widget, but may stand in another language or document now.
      if (widget) widget.moved();
      else widgets.set(this, startWidget(this));
    }

    disconnectedCallback() {
      // A move takes an element out and puts it in again within one task.
      queueMicrotask(() => {
        const widget = widgets.get(this);
        if (this.isConnected || !widget) return;
        widgets.delete(this);
        widget.stop();
      });
    }

    /** @param {string} name */
    attributeChangedCallback(name) {
      const widget = widgets.get(this);
      if (widget) widget.changed(name);
    }
  }
  customElements.define("fix-ladder", FixLadder);
}

/**
 * Puts a widget right after a script tag that asks for one.
 * @param {HTMLScriptElement} script
 */
function placeAfter(script) {
  if (!script.hasAttribute("data-ladder") && !script.hasAttribute("data-src")) return;
  if (script.closest("head")) {
    console.error(
      "fix-ladder: this script tag stands in <head>, where nothing can be shown. " +
        "Move it to the place in <body> where the widget should appear.",
    );
    return;
  }
  const element = document.createElement("fix-ladder");
  for (const name of ATTRIBUTES) {
    const value = script.getAttribute(`data-${name}`);
    if (value !== null) element.setAttribute(name, value);
  }
  // Some page loaders run a script again on a copy of a page that holds its widget already.
  const next = script.nextElementSibling;
  if (next && next.localName === "fix-ladder" && ATTRIBUTES.every((name) => next.getAttribute(name) === element.getAttribute(name))) return;
  script.after(element);
}
