// What stands in the element's shadow root: the author's own HTML, a notice, a plain list, the widget.
// Knows the faces and when each is seen, nothing of loading.

/** One style sheet for all widgets of the page; null where the browser cannot have it. */
let sheet = /** @type {CSSStyleSheet | null | undefined} */ (undefined);

function sharedSheet() {
  if (sheet === undefined) {
    try {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(DATA.styles);
    } catch (error) {
      sheet = null;
    }
  }
  return sheet;
}

/** @param {HTMLElement} element */
function makeFace(element) {
  const root = element.shadowRoot || element.attachShadow({ mode: "open" });
  const slot = make("slot");
  let mountRoot = /** @type {HTMLElement | null} */ (null);
  const styles = sharedSheet();
  if (styles && root.adoptedStyleSheets && !root.adoptedStyleSheets.includes(styles)) {
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, styles];
  }

  const hasOwnHtml = () => element.childElementCount > 0 || (element.textContent || "").trim() !== "";

  /**
   * @param {string} state
   * @param {Element[]} parts what is to be seen; a part that stands already is not moved
   */
  function show(state, parts) {
    element.setAttribute("data-state", state);
    for (const child of Array.from(root.childNodes)) {
      if (!parts.some((part) => part === child)) child.remove();
    }
    for (const part of parts) {
      if (part.parentNode !== root) root.append(part);
    }
  }

  return {
    loading() {
      const waiting = notice("loading", DATA.words.loading);
      show("loading", hasOwnHtml() ? [slot] : [waiting]);
    },

    ready() {
      if (mountRoot) show("ready", [mountRoot]);
    },

    /** A fresh element for each mount: Yew clears it, and its listeners stay on it for ever. */
    freshRoot() {
      if (!styles || !root.adoptedStyleSheets) {
        throw new Failure("failedNoWasm", "this browser has no style sheets made by scripts");
      }
      mountRoot = make("div");
      root.append(mountRoot);
      followTheme(element, mountRoot);
      return mountRoot;
    },

    /** The author has set another theme. */
    recolour() {
      if (mountRoot) applyTheme(element, mountRoot);
    },

    dropRoot() {
      if (mountRoot) {
        unfollowTheme(mountRoot);
        mountRoot.remove();
      }
      mountRoot = null;
    },

    /**
     * @param {string | null} word the sentence to be shown; null where the author's HTML is all there was to be
     * @param {string} text the document for the plain list, or nothing
     * @param {() => void} retry
     */
    failed(word, text, retry) {
      const own = hasOwnHtml();
      const parts = /** @type {Element[]} */ ([]);
      if (word || !own) {
        const button = make("button", DATA.words.retry);
        button.setAttribute("type", "button");
        button.setAttribute("data-action", "retry");
        button.addEventListener("click", retry, { once: true });
        const said = notice("failed", DATA.words[word || "failedDocument"], " ", button);
        said.setAttribute("role", "status");
        parts.push(said);
      }
      const list = own || !text ? null : drawPlainList(text, readOptions(element).headingLevel);
      show("failed", [...parts, ...(own ? [slot] : []), ...(list ? [list] : [])]);
    },
  };
}

/**
 * @param {string} name
 * @param {...(Node | string)} children
 */
function notice(name, ...children) {
  const element = make("p", ...children);
  element.setAttribute("data-notice", name);
  element.lang = DATA.words.lang;
  return element;
}
