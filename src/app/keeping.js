// Keeps the standalone page for times without a connection, and offers a new version once there is a whole one.
// Knows the worker by its address, nothing of what it keeps.

async function keepPage() {
  // A page that was opened from a folder needs no worker, and can have none.
  if (PAGE.root === null || !/^https?:$/.test(location.protocol)) return;
  try {
    const registration = await navigator.serviceWorker.register(new URL(`${PAGE.root}sw.js`, document.baseURI).href);
    offerNewVersion(registration);
    askAgain(registration);
  } catch (error) {
    console.info("fix-ladder: this browser does not keep the page for times without a connection.", error);
  }
}

/** @param {ServiceWorkerRegistration} registration */
function offerNewVersion(registration) {
  const look = () => {
    // The first version of all waits for nobody.
    if (!registration.waiting || !registration.active) return;
    const take = () => takeOver(registration);
    offer("new-version", PAGE.words.newVersion, [["take-version", PAGE.words.takeVersion, take]], PAGE.words.later);
  };
  const follow = () => {
    if (registration.installing) registration.installing.addEventListener("statechange", look);
  };
  registration.addEventListener("updatefound", follow);
  // The search for it may have begun before anybody listened.
  follow();
  look();
}

/** @param {ServiceWorkerRegistration} registration */
function takeOver(registration) {
  const worker = registration.waiting;
  // Another tab has taken it already.
  if (!worker) {
    location.reload();
    return;
  }
  worker.addEventListener("statechange", () => {
    if (worker.state === "activated") location.reload();
  });
  worker.postMessage("take-over");
}

/**
 * Installed pages are seldom closed, so their browser seldom asks for a new version by itself.
 * @param {ServiceWorkerRegistration} registration
 */
function askAgain(registration) {
  document.addEventListener("visibilitychange", () => {
    // Without a connection there is nothing new.
    if (!document.hidden) registration.update().catch(() => {});
  });
}
