// Loads scripts that stand beside this one, since few readers ever need them: the plain list, the companion, the reader of posts.
// Knows their addresses, their hashes and how one is handed over, nothing of what it does.

import { besideScript, SCRIPT } from "./base-url.js";
import { document } from "./clobbering.js";
import { verify } from "./replaced-fetch.js";
import { addStyles } from "./style-sheet.js";

/** How long a script may take to come, in milliseconds. Whoever waits for it is told by then. */
const SCRIPT_TIMEOUT = 8000;

/**
 * What scripts have handed over, under way or there. None before it is needed, and none after a failure.
 * @type {Map<ScriptAsset, Promise<any>>}
 */
const handedOver = new Map();

/**
 * What a script hands over.
 * @param {ScriptAsset} asset
 * @returns {Promise<any>}
 */
export function bringScript(asset) {
  const known = handedOver.get(asset);
  if (known) return known;
  const begun = new Promise((done, fail) => askForScript(asset, done, fail));
  handedOver.set(asset, begun);
  begun.catch(() => {
    // It may have come after all, too late for whoever had asked for it.
    if (handedOver.get(asset) === begun) handedOver.delete(asset);
  });
  return begun;
}

/**
 * @param {ScriptAsset} asset
 * @param {(run: unknown) => void} done
 * @param {(error: unknown) => void} fail
 */
function askForScript(asset, done, fail) {
  const { address, integrity, event } = asset;
  const url = besideScript(address);
  // The event has the name of one build: nobody is handed what belongs to another.
  const onScript = (/** @type {any} */ { detail }) => {
    addStyles(detail.styles);
    done(detail.run);
    handedOver.set(asset, Promise.resolve(detail.run));
  };
  addEventListener(event, onScript, { once: true });
  setTimeout(fail, SCRIPT_TIMEOUT);
  const tag = /** @type {HTMLScriptElement} */ (document.createElement("script"));
  // What has run has handed itself over by then.
  tag.onload = tag.onerror = fail;
  tag.nonce = (SCRIPT || /** @type {HTMLScriptElement | null} */ (document.querySelector("script[nonce]")) || tag).nonce;
  // Of a file on a disk no browser checks the hash.
  if (!url.startsWith("file:")) {
    tag.integrity = integrity;
    tag.crossOrigin = "anonymous";
  }
  try {
    tag.src = url;
  } catch (error) {
    // Trusted Types let `import` through, which looks at no hash: the same bytes are looked at before.
    fetch(url, { integrity, redirect: "error" })
      .then((response) => response.arrayBuffer())
      .then((bytes) => (integrity ? verify(bytes, integrity) : undefined))
      .then(() => import(url))
      .then(fail, fail);
    return;
  }
  document.documentElement.append(tag);
  tag.remove();
}
