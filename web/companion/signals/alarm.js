// One alarm. Browsers let the timers of a page that is not seen run once a minute, but not those of a worker.
// Knows timers, and nothing of what it rings for.

/** The longest sleep, in milliseconds: a device may sleep as well, and its clock may be set. */
const AN_HOUR = 3600000;

/** Runs in the worker: rings after so many milliseconds. It has nothing of what is around it here. */
function sleepAndRing() {
  let timer = 0;
  self.onmessage = ({ data }) => {
    clearTimeout(timer);
    timer = setTimeout(() => postMessage(0), data);
  };
}

/**
 * @param {() => void} onRing it may be early: whoever is called looks at the clock
 */
export function newAlarm(onRing) {
  let worker = /** @type {Worker | null} */ (null);
  let timer = 0;
  const stop = () => {
    clearTimeout(timer);
    if (worker) worker.terminate();
    worker = null;
  };
  return {
    stop,
    /** @param {number} moment in milliseconds since 1970 */
    set(moment) {
      const sleep = Math.min(Math.max(moment - Date.now(), 0), AN_HOUR);
      worker = worker || newWorker(onRing);
      if (worker) worker.postMessage(sleep);
      clearTimeout(timer);
      // A page may allow no worker, and does not always say so. Whichever comes first has rung.
      timer = setTimeout(onRing, sleep);
    },
  };
}

/** @param {() => void} onRing */
function newWorker(onRing) {
  try {
    const address = URL.createObjectURL(new Blob([`(${String(sleepAndRing)})()`], { type: "text/javascript" }));
    const worker = new Worker(address);
    URL.revokeObjectURL(address);
    worker.onmessage = onRing;
    // The page does not allow it, and that is no fault of its own.
    worker.onerror = (event) => event.preventDefault();
    return worker;
  } catch (error) {
    return null;
  }
}
