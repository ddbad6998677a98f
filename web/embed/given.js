// The documents that scripts of a page hand over as objects: `element.ladder = document`.
// Knows elements and their documents, nothing of what is in one.

/**
 * What each element has been given: the object, and its text as it was then.
 * @type {WeakMap<Element, { document: object, text: string }>}
 */
const given = new WeakMap();

/** @param {Element} element */
export function givenTo(element) {
  return given.get(element);
}

/**
 * An object is a document, and goes before the attributes. Nothing lets them count again. A string is the value of
 * the attribute, for frameworks that set properties where there are any.
 * @param {Element} element
 * @param {unknown} value
 * @returns {boolean} whether it is another document now, or none
 */
export function give(element, value) {
  const before = given.get(element);
  if (!value || typeof value !== "object") {
    if (typeof value === "string") element.setAttribute("ladder", value);
    return given.delete(element);
  }
  // What holds itself, or a number that JSON does not have, is no document, as what reads them will say.
  let text = "?";
  try {
    text = JSON.stringify(value);
  } catch (error) {}
  given.set(element, { document: value, text });
  // Some set the same again at each rendering, and the reader is to notice nothing.
  return !before || before.text !== text;
}
