// The settings of the standalone page: what opens them, and its switches. Knows nothing of what they switch.

const SETTINGS = /** @type {HTMLDetailsElement} */ (document.querySelector(".page-aids"));

/** The settings cover a part of the page: they close when the reader goes on elsewhere. */
export function closeSettingsOutside() {
  document.addEventListener("click", (event) => {
    if (!SETTINGS.contains(/** @type {Node} */ (event.target))) SETTINGS.open = false;
  });
  SETTINGS.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !SETTINGS.contains(/** @type {Node} */ (event.relatedTarget))) SETTINGS.open = false;
  });
  SETTINGS.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !SETTINGS.open) return;
    SETTINGS.open = false;
    /** @type {HTMLElement} */ (SETTINGS.querySelector("summary")).focus();
  });
}

/**
 * Shows a switch. Without this call it stays hidden: for browsers that cannot do what it switches.
 * @param {string} name
 * @param {() => void} onPress
 * @returns {(isOn: boolean) => void} shows the state
 */
export function addSwitch(name, onPress) {
  const button = /** @type {HTMLButtonElement} */ (SETTINGS.querySelector(`[data-aid="${name}"]`));
  button.addEventListener("click", onPress);
  button.hidden = SETTINGS.hidden = false;
  return (isOn) => button.setAttribute("aria-pressed", String(isOn));
}
