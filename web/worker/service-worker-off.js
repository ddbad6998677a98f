// The end of the standalone page's service worker. Served as `sw.js`, it deletes every cache of earlier workers, and
// unregisters itself. Knows nothing of the reader's progress, which is in the page's storage and stays.

/** To be called while the script first runs: browsers take no listeners later. */
export function end() {
  // At once: the version before may be the faulty one, and would stay as long as a page of it is open.
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
