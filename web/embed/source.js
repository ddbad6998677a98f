// Where the ladder of a widget comes from.
// Knows attributes and addresses, nothing of how a ladder is loaded.

import { addressOf, besideScript } from "./base-url.js";
import { document } from "./clobbering.js";
import { Failure } from "./failure.js";
import { givenTo } from "./given.js";

/**
 * The ladder that travels with the script, a document by its address, or the element's own HTML. A document that is
 * there already has the address of its page.
 * @typedef {{ kind: "built-in", id: string } | { kind: "url", address: string, text?: string } | { kind: "inline" }} Source
 */

/** What a built-in ladder may be called: it becomes part of an address. */
const SAFE_ID = /^[a-z0-9][a-z0-9-]{0,63}$/;

/**
 * What a script has handed over wins over `src`, and that over `ladder`.
 * @param {Element} element
 * @returns {Source}
 * @throws {Failure} where what is set cannot be an address
 */
export function sourceOf(element) {
  const given = givenTo(element);
  if (given) return { kind: "url", address: location.href, text: given.text };
  const src = element.getAttribute("src");
  if (src) {
    try {
      return { kind: "url", address: addressOf(src, document.baseURI) };
    } catch (error) {
      throw new Failure("failedDocument", `src="${src}" is not an address: write a path or a full URL`);
    }
  }
  const id = element.getAttribute("ladder");
  if (!id) return { kind: "inline" };
  if (id === DATA.builtIn) return { kind: "built-in", id };
  if (!SAFE_ID.test(id)) {
    throw new Failure(
      "failedDocument",
      `ladder="${id}" cannot be the id of a ladder: use small letters, digits and hyphens, or name a file with src`,
    );
  }
  return { kind: "url", address: besideScript(`ladders/${id}.json`) };
}

/**
 * The id of the ladder that an element names, where it travels with the script.
 * @param {Element} element
 * @returns {string | null}
 */
export function builtInOf(element) {
  const id = element.getAttribute("ladder");
  return id === DATA.builtIn && !element.getAttribute("src") && !givenTo(element) ? id : null;
}

/**
 * Whether an element names any ladder.
 * @param {Element} element
 */
export function namesLadder(element) {
  return Boolean(givenTo(element)) || element.hasAttribute("src") || element.hasAttribute("ladder");
}
