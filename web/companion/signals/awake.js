// The wake lock: the screen stays on, where the browser can keep it on. Knows nothing of ladders.

/**
 * @param {() => void} onRefused the screen stays on no longer, and nobody has asked for that: systems save power
 */
export function newWakeLock(onRefused) {
  let lock = /** @type {WakeLockSentinel | null} */ (null);
  let isWanted = false;

  function release() {
    const released = lock;
    lock = null;
    if (released) released.release().catch(() => {});
  }

  function refuse() {
    if (!isWanted) return;
    void turn(false);
    onRefused();
  }

  /** Whether the screen stays on, or will once the page is seen. */
  async function acquire() {
    try {
      const acquired = await navigator.wakeLock.request("screen");
      release();
      lock = acquired;
      acquired.addEventListener("release", () => {
        if (lock !== acquired) return;
        lock = null;
        // The system has taken it while the page is seen.
        if (!window.document.hidden) refuse();
      });
      // The reader may have changed their mind meanwhile.
      if (!isWanted) release();
      return isWanted;
    } catch (error) {
      // A page that was left meanwhile asks again when it is seen.
      return window.document.hidden;
    }
  }

  // Browsers take it when the page is left.
  const look = async () => {
    if (!window.document.hidden && !lock && !(await acquire())) refuse();
  };

  /**
   * Whether it is on then.
   * @param {boolean} isOn
   */
  async function turn(isOn) {
    isWanted = isOn;
    window.document.removeEventListener("visibilitychange", look);
    if (isOn) {
      isWanted = (await acquire()) && isWanted;
      if (isWanted) window.document.addEventListener("visibilitychange", look);
    }
    if (!isWanted) release();
    return isWanted;
  }

  return { turn, isOn: () => isWanted };
}
