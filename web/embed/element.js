// The element `<fix-ladder>`, defined once a page.
// Knows the callbacks of a custom element; where they lead is in widget.js.

import { SCRIPT } from "./base-url.js";
import { give, givenTo } from "./given.js";
import { loadFrom } from "./loader.js";
import { ATTRIBUTES, unquoted } from "./options.js";
import { followTags, serveTags } from "./tags.js";
import { startWidget } from "./widget.js";

/** @import { Assets } from "./loader.js" */
/** @import { Widget } from "./widget-state.js" */

/**
 * The tag may stand in a page any number of times.
 * @param {Assets} assets
 */
export function start(assets) {
  try {
    if (!customElements.get("fix-ladder")) {
      loadFrom(assets);
      defineElement();
      followTags();
    } else {
      // Who has defined it looks at all tags, but may not know this file by its name, or be of a version that did not look.
      if (SCRIPT) serveTags(SCRIPT);
    }
  } catch (error) {
    console.error("fix-ladder: this page lets nobody define elements, so there is no widget.", error);
  }
}

function defineElement() {
  /** @type {WeakMap<Element, Widget>} */
  const widgets = new WeakMap();

  class FixLadder extends HTMLElement {
    static get observedAttributes() {
      return [...ATTRIBUTES, "data-state"];
    }

    get ladder() {
      const given = givenTo(this);
      return given ? given.document : this.getAttribute("ladder");
    }

    set ladder(value) {
      const widget = widgets.get(this);
      if (give(this, value) && widget) widget.changed("ladder");
    }

    get progress() {
      const widget = widgets.get(this);
      return widget ? widget.progress() : null;
    }

    reset() {
      const widget = widgets.get(this);
      if (widget) widget.reset();
    }

    connectedCallback() {
      // Set before the element was defined, where it hides the setter.
      const { ladder } = /** @type {{ ladder?: unknown }} */ (Object.assign({}, this));
      if (ladder) {
        Reflect.deleteProperty(this, "ladder");
        this.ladder = ladder;
      }
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

    /** @param {string} name @param {string | null} before @param {string | null} value */
    attributeChangedCallback(name, before, value) {
      const meant = unquoted(value);
      if (meant !== null && meant !== value) {
        // It calls this again.
        this.setAttribute(name, meant);
        return;
      }
      const widget = widgets.get(this);
      // Frameworks set again what a server has set already.
      if (widget && before !== value) widget.changed(name);
    }
  }
  customElements.define("fix-ladder", FixLadder);
}
