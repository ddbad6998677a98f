// A switch that keeps the screen on, where the browser can. Knows nothing of ladders.

import { addSwitch } from "./settings.js";
import { hideToast, showToast } from "./toasts.js";

export function offerWakeLock() {
  if (!navigator.wakeLock) return;
  /** @type {any} */
  let lock = null;
  let wanted = false;

  const show = addSwitch("awake", () => {
    wanted = !wanted;
    hideToast("awake-refused");
    show(wanted);
    if (wanted) hold();
    else letGo();
  });

  function letGo() {
    const held = lock;
    lock = null;
    if (held) held.release();
  }

  async function hold() {
    try {
      const held = await navigator.wakeLock.request("screen");
      letGo();
      lock = held;
      // The reader may have changed their mind meanwhile.
      if (!wanted) letGo();
      held.addEventListener("release", () => {
        if (lock !== held) return;
        lock = null;
        // The system has taken it back under the reader's eyes.
        if (!document.hidden) refused();
      });
    } catch (error) {
      // Left meanwhile: it is asked for again when the page is looked at.
      if (wanted && !document.hidden) refused();
    }
  }

  function refused() {
    wanted = false;
    show(wanted);
    showToast("awake-refused", PAGE.words.awakeRefused);
  }

  // Browsers let go of it when the page is left.
  document.addEventListener("visibilitychange", () => {
    if (wanted && !document.hidden) hold();
  });
}
