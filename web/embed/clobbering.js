// Documents and elements without DOM clobbering: in a page, an element with a name hides the property of that name, of
// the document and of a form around it, and any comment may hold an `<img name="createElement">`.
// Knows how browsers look up names, nothing of what is asked.

/**
 * @template {Document | Element} T
 * @param {T} it
 * @returns {T}
 */
export const unclobbered = (it) => {
  /** What has been asked for before: a rendering asks for thousands of elements. */
  const known = /** @type {any} */ ({
    __proto__: null,
    // In a document of XML that is not XHTML, such as a picture, browsers make elements of no kind.
    createElement: (/** @type {string} */ name) => Object.getPrototypeOf(it).createElementNS.call(it, "http://www.w3.org/1999/xhtml", name),
  });
  return new Proxy(it, {
    get(_, name) {
      if (name in known) return known[name];
      const seen = /** @type {any} */ (it)[name];
      // Not by its class: what MooTools calls `Document` is another.
      const own = Reflect.get(Object.getPrototypeOf(it), name, it);
      // What a script has put there is meant. Elements are objects, and plug-ins functions as well.
      const isMeant = typeof seen === typeof own && typeof seen !== "object" && !(seen instanceof Element);
      const value = isMeant ? seen : own;
      return typeof value === "function" ? (known[name] = value.bind(it)) : value;
    },
  });
};

/** For every part of this script, and for the module. */
export const document = unclobbered(window.document);
