// Tells the page around an element what happens in its widget.
// Knows the names of events, nothing of when there is one.

/**
 * @param {Element} element
 * @param {string} type
 * @param {object} detail
 */
export function tellPage(element, type, detail) {
  element.dispatchEvent(new CustomEvent(`fix-ladder-${type}`, { bubbles: true, composed: true, detail }));
}
