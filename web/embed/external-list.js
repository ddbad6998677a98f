// Loads the plain list: a script of its own beside this one, since few readers ever need it.
// Knows its address, its hash and how it is handed over, nothing of what it renders.

import { besideScript, SCRIPT } from "./base-url.js";
import { document } from "./clobbering.js";
import { verify } from "./replaced-fetch.js";
import { addStyles } from "./style-sheet.js";

/** @import { RenderPlainList } from "./plain-list.js" */

/** How long the list may take to come, in milliseconds. The reason is told by then, with it or without. */
const LIST_TIMEOUT = 8000;

/**
 * Under way or there; null before it is needed and after a failure.
 * @type {Promise<RenderPlainList> | null}
 */
let loading = null;
/** What has come after all, too late for whoever had asked for it. */
let loaded = /** @type {RenderPlainList | null} */ (null);

/** @returns {Promise<RenderPlainList>} */
export function bringList() {
  if (!loading) {
    loading = new Promise(askForList);
    loading.catch(() => {
      loading = null;
    });
  }
  return loading;
}

/**
 * @param {(draw: RenderPlainList) => void} done
 * @param {(error: unknown) => void} fail
 */
function askForList(done, fail) {
  if (loaded) return done(loaded);
  const { address, integrity, event } = DATA.list;
  const url = besideScript(address);
  // The event has the name of one build: nobody is handed what belongs to another.
  const onList = (/** @type {any} */ { detail }) => {
    addStyles(detail.styles);
    done((loaded = detail.render));
  };
  addEventListener(event, onList, { once: true });
  setTimeout(fail, LIST_TIMEOUT);
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
      .then((bytes) => verify(bytes, integrity))
      .then(() => import(url))
      .then(fail, fail);
    return;
  }
  document.documentElement.append(tag);
  tag.remove();
}
