// The end of the standalone page's service worker. Served under the name `sw.js`, it takes away everything that
// earlier ones have kept, and itself. What the reader has done is in the page's storage, and stays.
(() => {
  "use strict";
  const OURS = `fix-ladder-app ${self.registration.scope} `;

  async function end() {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith(OURS)).map((name) => caches.delete(name)));
    await self.registration.unregister();
  }

  // At once: a version that has to be taken away may be the one that does not let go.
  self.addEventListener("install", () => self.skipWaiting());
  self.addEventListener("activate", (event) => event.waitUntil(end()));
})();
