// Documents and elements as they are, whatever a page has named (DOM clobbering): what has a name stands in a document,
// and in a form around it, before what these have under that name themselves, and any comment may hold an
// `<img name="createElement">`. Knows how browsers look up names, nothing of what is asked.

/**
 * @template {Document | Element} T
 * @param {T} it
 * @param {any} [Kind] whose prototype has what is asked for
 * @returns {T}
 */
export const unclobbered = (it, Kind = Document) => {
  /** What has been asked for before: a drawing asks for thousands of elements. */
  const known = /** @type {any} */ ({ __proto__: null });
  return new Proxy(it, {
    get(it, name) {
      if (name in known) return known[name];
      const seen = /** @type {any} */ (it)[name];
      const own = Reflect.get(Kind.prototype, name, it);
      // What a script has put there is meant. Elements are objects, and plug-ins functions as well.
      const isMeant = typeof seen === typeof own && typeof seen !== "object" && !(seen instanceof Element);
      const value = isMeant ? seen : own;
      return typeof value === "function" ? (known[name] = value.bind(it)) : value;
    },
  });
};

/** For every part of this script, and for the module. */
export const document = unclobbered(window.document);
