// The wake lock: the screen stays on, where the browser can keep it on. Knows nothing of ladders.

/**
 * @param {(isRefused: boolean) => void} onEnd the lock is gone, and not because it was asked for: browsers refuse it to
 *   save power
 */
export function newWakeLock(onEnd) {
  let lock = /** @type {WakeLockSentinel | null} */ (null);
  let isWanted = false;

  function release() {
    const released = lock;
    lock = null;
    if (released) released.release().catch(() => {});
  }

  function refuse() {
    if (!isWanted) return;
    turn(false);
    onEnd(true);
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
        // The system has taken it while the page is seen.
        if (!window.document.hidden) refuse();
      });
    } catch (error) {
      // A page that was left meanwhile asks again when it is seen.
      if (!window.document.hidden) refuse();
    }
  }

  // Browsers take it when the page is left.
  const look = () => {
    if (!window.document.hidden && !lock) void acquire();
  };

  /** @param {boolean} isOn */
  function turn(isOn) {
    isWanted = isOn;
    window.document.removeEventListener("visibilitychange", look);
    if (!isOn) {
      release();
      return;
    }
    window.document.addEventListener("visibilitychange", look);
    void acquire();
  }

  return { turn, isOn: () => isWanted };
}
