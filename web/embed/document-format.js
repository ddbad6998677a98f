// Which documents can be read here. Knows nothing else of what is in them.

/** The format of documents that can be read. What a newer one means by its words, nobody here knows. */
export const FORMAT = 1;

/**
 * Whether a document says of itself that it came after this script.
 * @param {string} text the document
 */
export function isNewer(text) {
  try {
    return JSON.parse(text).format > FORMAT;
  } catch (error) {
    return false;
  }
}
