// The one place where HTML comes from a text: a post, into a document that runs nothing; the built page, into a frame. This
// page's policy lets nobody else make any.
// Knows who may ask, nothing of what is in it.

const POLICY = window.trustedTypes ? window.trustedTypes.createPolicy("fix-ladder-studio", { createHTML: (text) => text }) : null;

/**
 * Of a text of the author's this makes nothing but a document that runs and fetches nothing.
 * @param {string} html
 */
export function parseInert(html) {
  return new DOMParser().parseFromString(trusted(html), "text/html");
}

/**
 * A page of this build, without a word of the author's. It has this page's origin, also where this page is a local file, and
 * this page's policy.
 * @param {HTMLIFrameElement} frame
 * @param {string} page
 */
export function fillFrame(frame, page) {
  frame.srcdoc = trusted(page);
}

/** @param {string} html */
function trusted(html) {
  return /** @type {string} */ (/** @type {unknown} */ (POLICY ? POLICY.createHTML(html) : html));
}
