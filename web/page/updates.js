// Keeps the standalone page for times without a connection, and offers a new version once there is a whole one.
// Knows the worker by its address, nothing of what it keeps.

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
  const look = () => {
    // The first version of all waits for nobody.
    if (registration.waiting && registration.active) ask(registration.waiting);
  };
  /** @param {ServiceWorker} worker */
  const ask = (worker) => {
    const { port1, port2 } = new MessageChannel();
    const take = () => takeOver(registration);
    // One that does not answer is none of ours: a file without content is a worker too.
    port1.onmessage = () => {
      if (registration.waiting !== worker) return;
      showToast("new-version", PAGE.words.newVersion, [["take-version", PAGE.words.takeVersion, take]], PAGE.words.later);
    };
    worker.postMessage("are you a version", [port2]);
  };
  const follow = () => {
    if (registration.installing) registration.installing.addEventListener("statechange", look);
  };
  registration.addEventListener("updatefound", follow);
  // The search for it may have begun before anybody listened.
  follow();
  look();
  checkForUpdates(registration, look);
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
    // A still newer one has come in between.
    if (worker.state === "redundant" && registration.waiting) takeOver(registration);
  });
  worker.postMessage("take-over");
}

/**
 * Installed pages are seldom closed, so their browser seldom asks for a new version by itself. And one that waits may
 * not have answered: a browser that is just starting has much to do.
 * @param {ServiceWorkerRegistration} registration
 * @param {() => void} look
 */
function checkForUpdates(registration, look) {
  document.addEventListener("visibilitychange", () => {
    // Without a connection there is nothing new.
    if (!document.hidden) registration.update().then(look, () => {});
  });
}
