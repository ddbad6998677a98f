// What an author may set, read from the element or from the script tag.
// Knows attributes and their limits, nothing of loading or drawing.

/** The attributes of `<fix-ladder>`; a script tag takes each of them as `data-…`. */
const ATTRIBUTES = ["src", "ladder", "lang", "theme", "heading-level", "loading"];

/** What a built-in ladder may be called: it becomes part of an address. */
const SAFE_ID = /^[a-z0-9][a-z0-9-]{0,63}$/;

/**
 * @typedef {object} Options
 * @property {string} lang BCP 47
 * @property {number} headingLevel 2 to 5
 * @property {typeof alone} alone
 */

/**
 * @param {Element} element
 * @returns {Options}
 */
function readOptions(element) {
  const level = parseInt(element.getAttribute("heading-level") || "2", 10);
  return {
    lang: languageOf(element),
    headingLevel: Math.min(5, Math.max(2, level || 2)),
    alone,
  };
}

/**
 * The language that holds where the element stands, through the shadow roots around it.
 * @param {Element} element
 * @returns {string}
 */
function languageOf(element) {
  let from = /** @type {Element | null} */ (element);
  while (from) {
    const marked = from.closest("[lang]");
    // It may be a form.
    const lang = marked && truly(marked, Element).getAttribute("lang");
    if (lang) return lang;
    from = hostOf(from);
  }
  return navigator.language || DATA.words.lang;
}

/**
 * The element whose shadow root this one stands in, or null. Asks nothing of its class: each frame has its own.
 * @param {Element} element
 * @returns {Element | null}
 */
function hostOf(element) {
  const root = /** @type {any} */ (element.getRootNode());
  return (root.nodeType === Node.DOCUMENT_FRAGMENT_NODE && root.host) || null;
}

/**
 * The id of the ladder that an element names and that comes with the script, or null.
 * @param {Element} element
 */
function insideOf(element) {
  const id = element.getAttribute("ladder");
  return id === DATA.inside && !element.getAttribute("src") ? id : null;
}

/**
 * Where the document is to be had: `src` wins over `ladder`.
 * @param {Element} element
 * @returns {{ address: string } | "inside" | null} null where neither is set
 * @throws {Failure} where what is set cannot be an address
 */
function documentOf(element) {
  const src = element.getAttribute("src");
  if (src) {
    try {
      return { address: addressOf(src, document.baseURI) };
    } catch (error) {
      throw new Failure("failedDocument", `src="${src}" is not an address: write a path or a full URL`);
    }
  }
  const id = element.getAttribute("ladder");
  if (!id) return null;
  if (insideOf(element)) return "inside";
  if (!SAFE_ID.test(id)) {
    throw new Failure(
      "failedDocument",
      `ladder="${id}" cannot be the id of a ladder: use small letters, digits and hyphens, or name a file with src`,
    );
  }
  return { address: besideScript(`ladders/${id}.json`) };
}
