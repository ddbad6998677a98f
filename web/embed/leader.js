// Leader election among the pages of an origin that are about to announce the same.
// Knows names, nothing of what is announced.

import { document } from "./clobbering.js";

/** How long a page without the focus lets the others go first, in milliseconds. */
const DELAY = 500;

/**
 * Calls back in one page only, of all that ask under one name at about the same time: in the one that has
 * the focus, if any has, since a screen reader reads that one. Whoever asks much later finds the name free
 * again, and has to know by other means.
 * @param {string} name
 * @param {() => void} lead
 */
export function electLeader(name, lead) {
  if (document.hasFocus()) ask();
  else setTimeout(ask, DELAY);

  function ask() {
    const locks = navigator.locks;
    // There are none on a page without https. It is better that two speak than that none does.
    if (!locks) {
      lead();
      return;
    }
    const answered = locks.request(name, { ifAvailable: true }, (lock) => {
      if (!lock) return undefined;
      lead();
      // Held until the others have asked. For good would be in the way of the back button.
      return new Promise((done) => setTimeout(done, 2 * DELAY));
    });
    answered.catch(lead);
  }
}
