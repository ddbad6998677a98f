// The wake lock: a switch that keeps the screen on, where the browser can. Knows nothing of ladders.

import { addSwitch } from "./settings.js";
import { hideToast, showToast } from "./toasts.js";

export function offerWakeLock() {
  if (!navigator.wakeLock) return;
  /** @type {WakeLockSentinel | null} */
  let lock = null;
  let isWanted = false;

  const showState = addSwitch("awake", () => {
    isWanted = !isWanted;
    hideToast("awake-refused");
    showState(isWanted);
    if (isWanted) void acquire();
    else release();
  });

  function release() {
    const released = lock;
    lock = null;
    if (released) released.release().catch(() => {});
  }

  async function acquire() {
    try {
      const acquired = await navigator.wakeLock.request("screen");
      release();
      lock = acquired;
      // The reader may have changed their mind meanwhile.
      if (!isWanted) release();
      acquired.addEventListener("release", () => {
        if (lock !== acquired) return;
        lock = null;
        // The system has released it while the page is seen.
        if (!document.hidden) onRefused();
      });
    } catch (error) {
      // A page that was left meanwhile asks again when it is seen.
      if (isWanted && !document.hidden) onRefused();
    }
  }

  function onRefused() {
    isWanted = false;
    showState(isWanted);
    showToast("awake-refused", PAGE.messages.awakeRefused);
  }

  // Browsers release it when the page is left.
  document.addEventListener("visibilitychange", () => {
    if (isWanted && !document.hidden) void acquire();
  });
}
