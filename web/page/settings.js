// The settings of the standalone page: what opens them, and its switches. Knows nothing of what they switch.

const SETTINGS = /** @type {HTMLDetailsElement} */ (document.querySelector(".page-aids"));

/** The settings lie over the page: they close when the reader goes on. */
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
 * A switch that is there only where the browser can do what it says.
 * @param {string} name
 * @param {() => void} press
 * @returns {(isOn: boolean) => void} shows how it stands
 */
export function addSwitch(name, press) {
  const button = /** @type {HTMLButtonElement} */ (SETTINGS.querySelector(`[data-aid="${name}"]`));
  button.addEventListener("click", press);
  button.hidden = SETTINGS.hidden = false;
  return (isOn) => button.setAttribute("aria-pressed", String(isOn));
}
