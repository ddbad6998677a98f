// Brings in what draws a plain list: a script of its own beside this one, since few readers ever need it.
// Knows its address, its hash and how it is handed over, nothing of what it draws.

/** How long the list may take to come, in milliseconds. The reason is told by then, with it or without. */
const LIST_PATIENCE = 8000;

/**
 * What draws a plain list, under way or there; null before it is needed and after a failure.
 * @type {Promise<typeof drawPlainList> | null}
 */
let bringing = null;
/** What has come after all, too late for whoever had asked for it. */
let drawList = /** @type {typeof drawPlainList | null} */ (null);

/** @returns {Promise<typeof drawPlainList>} */
function bringList() {
  if (!bringing) {
    bringing = new Promise(askForList);
    bringing.catch(() => {
      bringing = null;
    });
  }
  return bringing;
}

/**
 * @param {(draw: typeof drawPlainList) => void} done
 * @param {(error: unknown) => void} fail
 */
function askForList(done, fail) {
  if (drawList) return done(drawList);
  const { address, integrity, event } = DATA.list;
  const url = besideScript(address);
  // The event has the name of one build: nobody is handed what belongs to another.
  addEventListener(event, (/** @type {any} */ { detail }) => done((drawList = detail)), { once: true });
  setTimeout(fail, LIST_PATIENCE);
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
      .then((response) => response.text())
      .then(() => import(url))
      .then(fail, fail);
    return;
  }
  document.documentElement.append(tag);
  tag.remove();
}
