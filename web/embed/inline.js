// The assets of the script, from the script itself.
// Knows how it is compressed, nothing of what it does.

import { openPanel } from "../companion/panels.js";
import { readPost } from "../post/reading.js";
import { compile, requireWebAssembly } from "./compile.js";
import { Failure, reason } from "./failure.js";
import { renderPlainList } from "./plain-list.js";

/** @import { Assets } from "./loader.js" */

/** @type {Assets} */
export const inline = {
  compile: compileBytes,
  builtIn: () => inflate(DATA.encoded).arrayBuffer(),
  text: (asset) => inflate(asset.bytes).text(),
  plainList: () => Promise.resolve(renderPlainList),
  companion: () => Promise.resolve(openPanel),
  post: () => Promise.resolve(readPost),
};

/**
 * Without `fetch`, which a policy may forbid for every address.
 * @param {string} text base64 of raw deflate
 */
function inflate(text) {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")));
}

/** @param {InlineAsset} asset */
async function compileBytes(asset) {
  requireWebAssembly();
  try {
    return await compile(inflate(asset.bytes));
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure("failedNoWasm", `the module could not be unpacked: ${reason(error)}`);
  }
}
