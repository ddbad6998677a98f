// One page that speaks where several pages of an origin could say the same.
// Knows names, and nothing of what is said under them.

/** How long a page that the reader is not in lets the others go first, in milliseconds. */
const COURTESY = 500;

/**
 * Calls back in one page only, of all that ask under one name at about the same time: in the one that has
 * the focus, if any has, since a screen reader reads that one. Whoever asks much later finds the name free
 * again, and has to know by other means.
 * @param {string} name
 * @param {() => void} speak
 */
function alone(name, speak) {
  if (document.hasFocus()) ask();
  else setTimeout(ask, COURTESY);

  function ask() {
    const locks = navigator.locks;
    // There are none on a page without https. It is better that two speak than that none does.
    if (!locks) {
      speak();
      return;
    }
    const answered = locks.request(name, { ifAvailable: true }, (lock) => {
      if (!lock) return undefined;
      speak();
      // Held until the others have asked. For good would be in the way of the back button.
      return new Promise((done) => setTimeout(done, 2 * COURTESY));
    });
    answered.catch(speak);
  }
}
