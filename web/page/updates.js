// Registers the service worker of the standalone page, and offers an update once all of it is cached.
// Knows the worker by its address and messages, nothing of what it caches.

import { showToast } from "./toasts.js";

export async function registerWorker() {
  // A page that was opened from a folder needs no worker, and can have none.
  if (PAGE.root === null || !/^https?:$/.test(location.protocol)) return;
  try {
    const registration = await navigator.serviceWorker.register(new URL(`${PAGE.root}sw.js`, document.baseURI).href);
    offerUpdate(registration);
  } catch (error) {
    console.info("fix-ladder: this browser does not keep the page for times without a connection.", error);
  }
}

/** @param {ServiceWorkerRegistration} registration */
function offerUpdate(registration) {
  const offerWaiting = () => {
    const worker = registration.waiting;
    // The very first version has none before it: nobody has to decide.
    if (!worker || !registration.active) return;
    const { port1, port2 } = new MessageChannel();
    const activate = () => activateWaiting(registration);
    // A worker that does not answer is not this page's: a file without content is a worker too.
    port1.onmessage = () => {
      if (registration.waiting !== worker) return;
      showToast("new-version", PAGE.messages.newVersion, [["take-version", PAGE.messages.takeVersion, activate]], PAGE.messages.later);
    };
    worker.postMessage("are you a version", [port2]);
  };
  const followInstalling = () => {
    if (registration.installing) registration.installing.addEventListener("statechange", offerWaiting);
  };
  registration.addEventListener("updatefound", followInstalling);
  // The update may have been found before there was a listener.
  followInstalling();
  offerWaiting();
  checkForUpdates(registration, offerWaiting);
}

/** @param {ServiceWorkerRegistration} registration */
function activateWaiting(registration) {
  const worker = registration.waiting;
  // Another tab has activated it already.
  if (!worker) {
    location.reload();
    return;
  }
  worker.addEventListener("statechange", () => {
    if (worker.state === "activated") location.reload();
    // A newer version has been installed meanwhile.
    if (worker.state === "redundant" && registration.waiting) activateWaiting(registration);
  });
  worker.postMessage("take-over");
}

/**
 * Installed pages are seldom closed, so browsers seldom look for an update by themselves. A waiting worker may also
 * have failed to answer, while a browser was starting.
 * @param {ServiceWorkerRegistration} registration
 * @param {() => void} offerWaiting
 */
function checkForUpdates(registration, offerWaiting) {
  document.addEventListener("visibilitychange", () => {
    // Without a connection there is nothing new.
    if (!document.hidden) registration.update().then(offerWaiting, () => {});
  });
}
