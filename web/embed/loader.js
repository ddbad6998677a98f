// Loads what the widgets of a page share: modules, the built-in ladder, documents.
// Knows what has been loaded already, nothing of elements. Where things come from is in external.js and inline.js.

import { instantiate } from "./compile.js";
import { Failure } from "./failure.js";

/** @import { OpenPanel } from "./door.js" */
/** @import { RenderPlainList } from "./plain-list.js" */
/** @import { ReadPost } from "../post/reading.js" */

/**
 * Where what belongs to the script comes from.
 * @typedef {object} Assets
 * @property {(asset: ModuleAsset) => Promise<WebAssembly.Module>} compile one of the modules, by its entry in DATA
 * @property {(module: Promise<WebAssembly.Module>) => Promise<ArrayBuffer>} builtIn the encoded ladder that travels with
 *   the script; the widget's module may hold it
 * @property {(asset: ModuleAsset) => Promise<string>} text
 * @property {() => Promise<RenderPlainList>} plainList
 * @property {() => Promise<OpenPanel>} companion
 * @property {() => Promise<ReadPost>} post
 */

/** @type {Assets} */
let assets;
/**
 * The compiled modules, under way or there. They outlive every instance. None before it is needed, and none after a
 * failure.
 * @type {Map<string, Promise<WebAssembly.Module>>}
 */
const modules = new Map();
/** @type {Promise<ArrayBuffer> | null} */
let builtIn = null;
/** The document reader, while somebody needs it: its memory goes with it. */
let reader = /** @type {Promise<WebAssembly.Instance> | null} */ (null);
let n_readers = 0;

/** @param {Assets} given */
export function loadFrom(given) {
  assets = given;
}

/**
 * @param {"module" | "documents" | "companion" | "post"} name
 * @returns {Promise<WebAssembly.Module>}
 */
export function loadModule(name) {
  const known = modules.get(name);
  if (known) return known;
  const begun = assets.compile(DATA[name]);
  modules.set(name, begun);
  begun.catch(() => modules.delete(name));
  return begun;
}

/** @param {ModuleAsset} asset */
export function loadText(asset) {
  return assets.text(asset);
}

export function loadPlainList() {
  return assets.plainList();
}

export function loadCompanion() {
  return assets.companion();
}

export function loadPost() {
  return assets.post();
}

/** The encoded ladder that travels with the script. */
export function loadBuiltIn() {
  builtIn = builtIn || assets.builtIn(loadModule("module"));
  return builtIn;
}

/**
 * The encoded ladder of a document.
 * @param {string} text
 */
export async function encode(text) {
  n_readers += 1;
  try {
    reader = reader || loadModule("documents").then((module) => instantiate(module, {}));
    return encodeWith(/** @type {any} */ ((await reader).exports), text);
  } finally {
    n_readers -= 1;
    if (!n_readers) reader = null;
  }
}

/**
 * @param {DocumentReader} exports
 * @param {string} text
 */
function encodeWith({ memory, roomFor, readDocument, answerAt, answerLength }, text) {
  const document = new TextEncoder().encode(text);
  const start = roomFor(document.length);
  new Uint8Array(memory.buffer, start, document.length).set(document);
  const isLadder = readDocument();
  const bytes = new Uint8Array(memory.buffer, answerAt(), answerLength());
  if (isLadder) return bytes.slice();
  const errors = JSON.parse(new TextDecoder().decode(bytes));
  throw new Failure("failedDocument", errors[0], errors);
}
