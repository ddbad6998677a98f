// The companion's module: one instance for one ladder, asked by JSON.
// Knows its exports and its import, nothing of what is asked.

import { formatsFor } from "./formats.js";

/** @import { Words } from "../embed/languages.js" */

/** @typedef {(request: object) => any} Ask */

/**
 * @param {WebAssembly.Module} module
 * @param {Uint8Array} encoded the ladder
 * @param {Words} words
 * @returns {Promise<Ask>}
 */
export async function startCompanion(module, encoded, { messages: { lang }, companion: messages }) {
  const formats = formatsFor(lang);
  const instance = await WebAssembly.instantiate(module, { env: { format } });
  const { memory, ladderRoom, setLadder, roomFor, answer, answerAt, answerLength } = /** @type {CompanionExports} */ (/** @type {unknown} */ (instance.exports));

  /**
   * Writes a formatted text into the module's memory, as far as there is room for it.
   * @param {number} kind
   * @param {number} value
   * @param {number} address
   * @param {number} room
   */
  function format(kind, value, address, room) {
    const said = /** @type {(value: number) => string} */ (formats[kind])(value);
    return new TextEncoder().encodeInto(said, new Uint8Array(memory.buffer, address, room)).written;
  }

  /** @param {Uint8Array} bytes @param {(length: number) => number} findRoom */
  const put = (bytes, findRoom) => {
    const address = findRoom(bytes.length);
    new Uint8Array(memory.buffer, address, bytes.length).set(bytes);
  };
  put(encoded, ladderRoom);
  if (!setLadder()) throw new Error("the companion's module does not read this ladder");
  return (request) => {
    put(new TextEncoder().encode(JSON.stringify({ messages, now: Date.now(), ...request })), roomFor);
    answer();
    return JSON.parse(new TextDecoder().decode(new Uint8Array(memory.buffer, answerAt(), answerLength())));
  };
}
