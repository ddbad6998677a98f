// The running waits of a widget, as its hooks show them.
// Knows the hooks of rungs and waits, and no clock.

/**
 * @typedef {object} Seen
 * @property {number[]} deadlines of the running waits, in milliseconds since 1970
 * @property {boolean} isUnderWay whether the reader is on a rung: not at an end of the climb
 */

/**
 * Calls back with what there is to see, now and whenever it changes, until what is returned is called.
 * @param {ShadowRoot} root
 * @param {(seen: Seen) => void} onSeen
 */
export function followWaits(root, onSeen) {
  /** By their rungs: one that is folded shows no timer, but its wait goes on. */
  const deadlines = /** @type {Map<string, number>} */ (new Map());
  const idOf = (/** @type {Element} */ rung) => rung.getAttribute("data-rung") || "";
  const look = () => {
    const waiting = [...root.querySelectorAll("[data-rung][data-state=waiting]")];
    const ids = waiting.map(idOf);
    for (const id of deadlines.keys()) if (!ids.includes(id)) deadlines.delete(id);
    for (const rung of waiting) {
      const timer = rung.querySelector("[role=timer][data-deadline]");
      if (timer) deadlines.set(idOf(rung), Number(timer.getAttribute("data-deadline")));
    }
    const isUnderWay = root.querySelector("[data-rung]:is([data-state=preparing],[data-state=open],[data-state=waiting])") !== null;
    onSeen({ deadlines: [...deadlines.values()], isUnderWay });
  };
  const observer = new MutationObserver(look);
  observer.observe(root, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-state", "data-deadline"] });
  look();
  return () => observer.disconnect();
}
