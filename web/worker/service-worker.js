// The service worker of the standalone page: caches one whole version of it, for times without a connection.
// Knows the addresses and hashes that the build has put in, nothing of what the page is.

const SCOPE = self.registration.scope;
/** The caches of every version of this page. Other pages of the origin have caches of their own. */
const PREFIX = `fix-ladder-app ${SCOPE} `;
const CACHE = PREFIX + BUILD.version;

/** @param {string} path */
const address = (path) => new URL(path, SCOPE).href;

/**
 * One file, checked by its hash. A server that answers with something else, or a line that breaks, fails here.
 * @param {string} path
 */
async function fetchFile(path) {
  const { type, integrity } = BUILD.files[path];
  // The server may say that what the browser has is still right.
  const response = await fetch(address(path), { cache: "no-cache", integrity });
  if (!response.ok) throw new Error(`${path}: the server answered ${response.status}`);
  // Without the server's headers: a redirection or a date would come back with each answer.
  return new Response(await response.arrayBuffer(), { headers: { "Content-Type": type } });
}

/** Fetches everything before it keeps anything. A fault leaves the version before in its place. */
async function install() {
  const paths = Object.keys(BUILD.files);
  const responses = await Promise.all(paths.map(fetchFile));
  const cache = await caches.open(CACHE);
  await Promise.all(paths.map((path, index) => cache.put(address(path), responses[index])));
}

/** This version has taken over: those before it can go. */
async function tidyUp() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)));
}

/**
 * What this worker answers; undefined for all the rest, which it does not touch.
 * @param {FetchEvent} event
 * @returns {Promise<Response> | undefined}
 */
function answer(event) {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(SCOPE) || request.headers.has("Range")) return undefined;
  const path = new URL(request.url).pathname.slice(new URL(SCOPE).pathname.length).replace(/(^|\/)index\.html$/, "$1");
  // The one page that is kept shows every ladder.
  const ladder = BUILD.ladders.find((id) => path === id || path === `${id}/`);
  if (ladder) return Promise.resolve(Response.redirect(address(`./?ladder=${ladder}`)));
  const file = path || "./";
  return Object.prototype.hasOwnProperty.call(BUILD.files, file) ? kept(file, event) : undefined;
}

/**
 * @param {string} file
 * @param {FetchEvent} event
 */
async function kept(file, event) {
  // To open the cache would make it anew, and empty, where it is gone.
  const found = await caches.match(address(file), { cacheName: CACHE });
  if (found) return found;
  // Browsers may throw it away, or lose it when they are ended: the server has to help, and to keep it once more.
  event.waitUntil(install().catch(() => {}));
  return fetch(event.request);
}

/**
 * Brings the page to the front that a notification came from, or opens it.
 * @param {string} address
 */
async function show(address) {
  const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const page = pages.find((it) => it.url === address);
  return page ? page.focus() : self.clients.openWindow(address);
}

/** To be called while the script runs first: later, browsers take no listeners. */
export function listen() {
  self.addEventListener("install", (event) => event.waitUntil(install()));
  self.addEventListener("activate", (event) => event.waitUntil(tidyUp()));
  self.addEventListener("fetch", (event) => {
    const answered = answer(event);
    if (answered) event.respondWith(answered);
  });
  self.addEventListener("message", (event) => {
    if (event.data === "are you a version") event.ports[0].postMessage(BUILD.version);
    if (event.data === "take-over") event.waitUntil(self.skipWaiting());
  });
  self.addEventListener("notificationclick", (event) => {
    event.notification.close();
    event.waitUntil(show(event.notification.data));
  });
}
