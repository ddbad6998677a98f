// What the standalone page may offer its reader: a line each, with buttons, at the lower edge of the screen, where
// it moves nothing that is being read. Knows neither workers nor waits.

/** @type {HTMLElement} */
const OFFERS = /** @type {any} */ (document.querySelector(".page-offers"));

/** What had the focus last, outside of them. */
let lastTaker = /** @type {HTMLElement | null} */ (null);

/**
 * What takes the focus is not to lie under them. Browsers bring it into view, and know nothing of what covers it.
 * @param {Document | ShadowRoot} root each hears only of its own
 */
function keepFocusClear(root) {
  root.addEventListener("focusin", (event) => {
    const taker = /** @type {HTMLElement} */ (event.composedPath()[0]);
    if (OFFERS.contains(taker)) return;
    lastTaker = taker;
    // Under a finger or a pointer nothing may move.
    if (!taker.matches(":focus-visible")) return;
    requestAnimationFrame(() => {
      const under = taker.getBoundingClientRect().bottom - OFFERS.getBoundingClientRect().top;
      if (OFFERS.childElementCount && under > 0) scrollBy(0, under + 8);
    });
  });
}

/**
 * Shows a line. One that is there already stays as it is, with the focus that it may have.
 * @param {string} name
 * @param {string} words
 * @param {[action: string, words: string, press: () => void][]} [buttons] besides the one that takes the line away
 * @param {string} [dismiss] on that one
 */
function offer(name, words, buttons = [], dismiss = PAGE.words.dismiss) {
  if (OFFERS.querySelector(`[data-offer="${name}"]`)) return;
  const line = document.createElement("p");
  line.className = "offer";
  line.dataset.offer = name;
  const said = document.createElement("span");
  said.textContent = words;
  line.append(said);
  for (const [action, label, press] of [...buttons, ["dismiss", dismiss, () => withdraw(name)]]) {
    const button = document.createElement("button");
    button.type = "button";
    button.dataset.action = /** @type {string} */ (action);
    button.textContent = /** @type {string} */ (label);
    button.addEventListener("click", /** @type {() => void} */ (press));
    line.append(button);
  }
  OFFERS.append(line);
}

/** @param {string} name */
function withdraw(name) {
  const line = OFFERS.querySelector(`[data-offer="${name}"]`);
  if (!line) return;
  const held = line.querySelector(":focus-visible");
  line.remove();
  // Who goes by the keyboard goes on from where they were.
  if (held && lastTaker && lastTaker.isConnected) lastTaker.focus({ preventScroll: true });
}

/**
 * What the page itself notes. Storage may be blocked or full: then there is nothing noted.
 * @param {string} name
 * @param {string} [value] to be noted
 * @returns {string | null}
 */
function noted(name, value) {
  const key = `fix-ladder/app/${name}`;
  try {
    if (value !== undefined) localStorage.setItem(key, value);
    return localStorage.getItem(key);
  } catch (error) {
    return null;
  }
}

// The fold with the switches lies over the page: it goes when the reader goes on.
const AIDS = /** @type {HTMLDetailsElement} */ (document.querySelector(".page-aids"));
document.addEventListener("click", (event) => {
  if (!AIDS.contains(/** @type {Node} */ (event.target))) AIDS.open = false;
});
AIDS.addEventListener("focusout", (event) => {
  if (event.relatedTarget && !AIDS.contains(/** @type {Node} */ (event.relatedTarget))) AIDS.open = false;
});
AIDS.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !AIDS.open) return;
  AIDS.open = false;
  /** @type {HTMLElement} */ (AIDS.querySelector("summary")).focus();
});

/**
 * A switch that is there only where the browser can do what it says.
 * @param {string} name
 * @param {() => void} press
 * @returns {(isOn: boolean) => void} shows how it stands
 */
function aid(name, press) {
  const button = /** @type {HTMLButtonElement} */ (AIDS.querySelector(`[data-aid="${name}"]`));
  button.addEventListener("click", press);
  button.hidden = AIDS.hidden = false;
  return (isOn) => button.setAttribute("aria-pressed", String(isOn));
}
