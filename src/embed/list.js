// Brings in what draws a plain list: a script of its own beside this one, since few readers ever need it.
// Knows its address and how it is handed over, nothing of what it draws.

/** How long the list may take to come, in milliseconds. The reason is told by then, with it or without. */
const LIST_PATIENCE = 8000;

/**
 * What draws a plain list, under way or there; null before it is needed and after a failure.
 * @type {Promise<typeof drawPlainList> | null}
 */
let bringing = null;
/** What has come after all, too late for whoever had asked for it. */
let drawList = /** @type {typeof drawPlainList | null} */ (null);
let isAskedAgain = false;

/** @returns {Promise<typeof drawPlainList>} */
function bringList() {
  if (!bringing) {
    bringing = new Promise(askForList);
    bringing.catch(() => {
      bringing = null;
      isAskedAgain = true;
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
  document.addEventListener(event, ({ detail }) => done((drawList = detail)), { once: true });
  setTimeout(fail, LIST_PATIENCE);
  // Whoever vouches for the script by a hash lets in nothing else, and `import` looks at no hash. All others
  // import, which Trusted Types let through. It refuses files on a disk and hosts that name nobody, and what it
  // waits for it does not ask for again.
  const isVouchedFor = TAG && TAG.integrity;
  const byImport = () => (isVouchedFor ? Promise.reject() : import(url));
  const byTag = () => askByTag(url, isVouchedFor ? integrity : "");
  const asked = isAskedAgain ? byTag().catch(byImport) : byImport().catch(byTag);
  asked.then(fail, fail);
}

/**
 * @param {string} url
 * @param {string} integrity
 */
function askByTag(url, integrity) {
  return new Promise((done, fail) => {
    const tag = document.createElement("script");
    tag.onload = done;
    tag.onerror = fail;
    if (TAG) tag.nonce = TAG.nonce;
    if (integrity) {
      tag.integrity = integrity;
      tag.crossOrigin = "anonymous";
    }
    tag.src = url;
    document.documentElement.append(tag);
    tag.remove();
  });
}
