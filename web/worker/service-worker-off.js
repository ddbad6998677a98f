// The end of the standalone page's service worker. Served under the name `sw.js`, it deletes everything that earlier
// ones have cached, and itself. Knows nothing of what the reader has done: that is in the page's storage, and stays.

/** To be called while the script runs first: later, browsers take no listeners. */
export function end() {
  // At once: a version that has to be deleted may be the one that does not let go.
  self.addEventListener("install", () => self.skipWaiting());
  self.addEventListener("activate", (event) => event.waitUntil(deleteAll()));
}

async function deleteAll() {
  const { registration } = self;
  const prefix = `fix-ladder-app ${registration.scope} `;
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(prefix)).map((name) => caches.delete(name)));
  await registration.unregister();
}
