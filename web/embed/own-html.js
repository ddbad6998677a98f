// The ladder that an element's own HTML is: what reads it is loaded where an element names no other.
// Knows what it hands over, nothing of HTML.

import { Failure } from "./failure.js";
import { wordsFor } from "./languages.js";
import { loadModule, loadPost } from "./loader.js";

/** @import { Reading } from "../post/reading.js" */

/**
 * @param {HTMLElement} element
 * @param {(reading: Reading) => void} onChange called when what stands in it is another ladder
 * @param {Promise<void>} prepared once it is known what is said to its reader
 */
export async function readOwn(element, onChange, prepared) {
  const script = loadPost().catch(() => {
    throw new Failure("failedNetwork", "what reads a post could not be loaded");
  });
  const [read, module] = await Promise.all([script, loadModule("post"), prepared]);
  const reading = await read(element, module, DATA.ids, onChange, () => wordsFor(element).messages.post);
  if (reading.errors) throw new Failure("failedDocument", `no ladder is named, and ${reading.errors.join("\n")}`);
  return reading;
}
