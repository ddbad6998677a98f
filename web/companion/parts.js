// What panels are made of: buttons, texts to copy, pictures of paths.
// Knows elements and what browsers do with texts, nothing of what is in them.

import { document } from "../embed/clobbering.js";
import { dressed, make } from "../embed/elements.js";
import { panelWords } from "./words.js";

/**
 * Tells the reader what has been done: aloud, and to be read unless it is seen elsewhere.
 * @typedef {(words: string, isSeen?: boolean) => void} Say
 */

/**
 * @param {string} action the hook
 * @param {string} label
 * @param {() => unknown} press
 * @param {string} [look]
 */
export function pressable(action, label, press, look = "plain-button") {
  const made = dressed("button", look, label);
  made.setAttribute("type", "button");
  made.setAttribute("data-action", action);
  made.addEventListener("click", press);
  return /** @type {HTMLButtonElement} */ (made);
}

/** @param {string} words @param {string} [look] */
export function paragraph(words, look = "") {
  return dressed("p", look, words);
}

/** @param {...(Node | string | null)} parts */
export function rowOf(...parts) {
  return dressed("div", "panel-row", ...parts.filter((it) => it !== null));
}

/**
 * A text that can be read, selected and copied, and not changed.
 * @param {string} text
 * @param {string} label
 * @param {string} hook
 */
export function readableText(text, label, hook) {
  const area = /** @type {HTMLTextAreaElement} */ (dressed("textarea", "panel-text"));
  area.readOnly = true;
  area.value = text;
  area.setAttribute("aria-label", label);
  area.setAttribute("data-text", hook);
  area.setAttribute("spellcheck", "false");
  area.dir = "auto";
  return area;
}

/**
 * A field with its label.
 * @param {string} name of the element
 * @param {string} label
 * @param {string} hook
 */
export function labelledField(name, label, hook) {
  const field = /** @type {HTMLInputElement} */ (dressed(name, "panel-field"));
  if (name === "input") field.type = "text";
  field.setAttribute("data-field", hook);
  field.setAttribute("autocomplete", "off");
  field.setAttribute("spellcheck", "false");
  return { field, whole: dressed("label", "panel-label", make("span", label), field) };
}

/**
 * Copies a text. Where the page may not, it is selected, so that the reader can.
 * @param {HTMLTextAreaElement} area
 * @param {Say} say
 */
export async function copyText(area, say) {
  say((await isCopied(area)) ? panelWords().copied : panelWords().copyByHand);
}

/** @param {HTMLTextAreaElement} area */
async function isCopied(area) {
  try {
    await navigator.clipboard.writeText(area.value);
    return true;
  } catch (error) {
    area.focus();
    area.select();
    return /** @type {any} */ (window.document).execCommand("copy");
  }
}

/**
 * A button that hands something to the device, where it takes that.
 * @param {string} action
 * @param {() => ShareData} data
 * @param {Say} say
 */
export function sharing(action, data, say) {
  if (!navigator.share) return null;
  const share = async () => {
    try {
      await navigator.share(data());
    } catch (error) {
      // The reader has thought better of it.
      if (/** @type {Error} */ (error).name !== "AbortError") say(panelWords().notShared);
    }
  };
  return pressable(action, panelWords().share, share);
}

/**
 * A link that saves a text as a file.
 * @param {string} action
 * @param {string} label
 * @param {string} filename
 * @param {string} type
 */
export function saving(action, label, filename, type) {
  const link = /** @type {HTMLAnchorElement} */ (dressed("a", "plain-button", label));
  link.download = filename;
  link.setAttribute("data-action", action);
  return {
    link,
    /** @param {string} text */
    hold(text) {
      URL.revokeObjectURL(link.href);
      link.href = URL.createObjectURL(new Blob([text], { type }));
    },
  };
}

/** The margin that a code needs around it, in its own units; and how wide it is at most, in pixels. */
const QUIET = 4;
const WIDEST = 320;

/**
 * A QR code, dark on light whatever the theme.
 * @param {{ size: number, path: string }} code
 * @param {string} label
 */
export function picture({ size, path }, label) {
  const whole = size + 2 * QUIET;
  const shape = (/** @type {string} */ name, /** @type {Record<string, string>} */ attributes) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };
  // In whole pixels, or its edges blur.
  const width = `${whole * Math.max(1, Math.floor(WIDEST / whole))}`;
  const svg = shape("svg", { class: "qr", width, viewBox: `${-QUIET} ${-QUIET} ${whole} ${whole}`, role: "img", "aria-label": label, "shape-rendering": "crispEdges" });
  svg.append(
    shape("rect", { x: `${-QUIET}`, y: `${-QUIET}`, width: `${whole}`, height: `${whole}`, fill: "#fff" }),
    shape("path", { d: path, fill: "#000" }),
  );
  return svg;
}
