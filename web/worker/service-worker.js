// The service worker of the standalone page: caches one whole version of it, for use without a connection.
// Knows the addresses and hashes that the build provides, nothing of what the page is.

const SCOPE = self.registration.scope;
/** The caches of every version of this page. Other pages of the origin have caches of their own. */
const PREFIX = `fix-ladder-app ${SCOPE} `;
const CACHE = PREFIX + BUILD.version;

/** @param {string} path */
const urlOf = (path) => new URL(path, SCOPE).href;

/**
 * One file, checked by its hash. Fails where the server answers with something else, or the connection breaks.
 * @param {string} path
 */
async function fetchFile(path) {
  const { type, integrity } = /** @type {WorkerFile} */ (BUILD.files[path]);
  // The server may answer that the browser's copy is still the same.
  const response = await fetch(urlOf(path), { cache: "no-cache", integrity });
  if (!response.ok) throw new Error(`${path}: the server answered ${response.status}`);
  // Without the server's headers: each answer from the cache would repeat a redirection or a date.
  return new Response(await response.arrayBuffer(), { headers: { "Content-Type": type } });
}

/** Fetches everything before it caches anything. After a failure the version before stays in use. */
async function install() {
  const paths = Object.keys(BUILD.files);
  const responses = await Promise.all(paths.map(fetchFile));
  const cache = await caches.open(CACHE);
  await Promise.all(paths.map((path, index) => cache.put(urlOf(path), /** @type {Response} */ (responses[index]))));
}

/** Deletes the versions before, once this one is active. */
async function deleteOthers() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)));
}

/**
 * The response to a request; undefined where the worker leaves it to the browser.
 * @param {FetchEvent} event
 * @returns {Promise<Response> | undefined}
 */
function respond(event) {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(SCOPE) || request.headers.has("Range")) return undefined;
  const path = new URL(request.url).pathname.slice(new URL(SCOPE).pathname.length).replace(/(^|\/)index\.html$/, "$1");
  // The one page in the cache shows every ladder.
  const ladder = BUILD.ladders.find((id) => path === id || path === `${id}/`);
  if (ladder) return Promise.resolve(Response.redirect(urlOf(`./?ladder=${ladder}`)));
  const file = path || "./";
  return Object.prototype.hasOwnProperty.call(BUILD.files, file) ? respondFromCache(file, event) : undefined;
}

/**
 * @param {string} file
 * @param {FetchEvent} event
 */
async function respondFromCache(file, event) {
  // Where the cache is gone, `open` would create an empty one.
  const found = await caches.match(urlOf(file), { cacheName: CACHE });
  if (found) return found;
  // Browsers may evict the cache, or lose it when they are ended: the server answers, and the cache is filled again.
  event.waitUntil(install().catch(() => {}));
  return fetch(event.request);
}

/**
 * Focuses the page that a notification came from, or opens it.
 * @param {string} url
 */
async function showPage(url) {
  const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const page = pages.find((it) => it.url === url);
  return page ? page.focus() : self.clients.openWindow(url);
}

/** To be called while the script first runs: browsers take no listeners later. */
export function listen() {
  self.addEventListener("install", (event) => event.waitUntil(install()));
  self.addEventListener("activate", (event) => event.waitUntil(deleteOthers()));
  self.addEventListener("fetch", (event) => {
    const response = respond(event);
    if (response) event.respondWith(response);
  });
  self.addEventListener("message", (event) => {
    if (event.data === "are you a version") /** @type {MessagePort} */ (event.ports[0]).postMessage(BUILD.version);
    if (event.data === "take-over") event.waitUntil(self.skipWaiting());
  });
  self.addEventListener("notificationclick", (event) => {
    event.notification.close();
    event.waitUntil(showPage(event.notification.data));
  });
}
