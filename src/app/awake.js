// A switch that keeps the screen on, where the browser can. Knows nothing of ladders.

function offerAwake() {
  if (!navigator.wakeLock) return;
  /** @type {any} */
  let lock = null;
  let wanted = false;

  const show = aid("awake", () => {
    wanted = !wanted;
    withdraw("awake-refused");
    if (wanted) hold();
    else if (lock) lock.release();
    if (!wanted) lock = null;
    show(wanted);
  });

  async function hold() {
    try {
      const held = await navigator.wakeLock.request("screen");
      // The reader may have changed their mind meanwhile.
      if (wanted) lock = held;
      else await held.release();
    } catch (error) {
      // Left meanwhile: it is asked for again when the page is looked at.
      if (document.hidden || !wanted) return;
      wanted = false;
      show(wanted);
      offer("awake-refused", PAGE.words.awakeRefused);
    }
  }

  // Browsers let go of it when the page is left.
  document.addEventListener("visibilitychange", () => {
    if (wanted && !document.hidden) hold();
  });
}
