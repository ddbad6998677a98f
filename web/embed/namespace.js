// The namespace in which the progress of a document is stored.
// Knows the ids of the ladders that come with the script, nothing of what is stored.

import { besideScript } from "./base-url.js";
import { complain, Failure } from "./failure.js";

/**
 * What a document from elsewhere has its name followed by, where it bears the id of a ladder that comes with this
 * script: no fact of the one is to count for the other. No id can have a name like this.
 * @param {string} text the document
 * @param {string} address
 */
export function namespaceOf(text, address) {
  const { id } = JSON.parse(text);
  const [file] = address.split(/[?#]/);
  if (!DATA.ids.includes(id) || file === besideScript(`ladders/${id}.json`)) return "";
  complain(
    new Failure("", `${file} has the id of a built-in ladder, ${id}, and is kept apart from it: give it an id of its own`),
  );
  // What is written in an address itself may be long, and each fact has a key.
  return `@${encodeURIComponent(file).slice(0, 400)}`;
}
