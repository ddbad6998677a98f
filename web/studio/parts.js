// Small parts that the studio is made of: elements by their ids, buttons, dialogs, what is said aloud.
// Knows nothing of drafts and ladders.

import { document } from "../embed/clobbering.js";
import { make } from "../embed/elements.js";
import { say } from "./words.js";

/**
 * An element of the page, which is there.
 * @template {HTMLElement} [T=HTMLElement]
 * @param {string} id
 */
export const byId = (id) => /** @type {T} */ (/** @type {unknown} */ (document.getElementById(id)));

/**
 * @param {string} label
 * @param {() => void} onPress
 */
export function pressButton(label, onPress) {
  const button = /** @type {HTMLButtonElement} */ (make("button", label));
  button.type = "button";
  button.addEventListener("click", onPress);
  return button;
}

/**
 * Said aloud, and not seen: politely, once what is being read out has ended.
 * @param {string} words
 */
export function tell(words) {
  const heard = byId("heard");
  heard.textContent = "";
  // What is said twice in a row is read out twice only where it goes in between.
  setTimeout(() => (heard.textContent = words), 50);
}

/**
 * A line above everything, with what can be done about it. One of this name that stands already is replaced.
 * @param {string} name
 * @param {string} words
 * @param {...HTMLButtonElement} buttons
 */
export function showNotice(name, words, ...buttons) {
  hideNotice(name);
  const notice = make("p", make("span", words), ...buttons, pressButton(say("dismiss"), () => hideNotice(name)));
  notice.className = "notice";
  notice.dataset["notice"] = name;
  byId("notices").append(notice);
  tell(words);
}

/** @param {string} name */
export function hideNotice(name) {
  const notice = document.querySelector(`[data-notice="${name}"]`);
  if (!notice) return;
  const hadFocus = notice.contains(document.activeElement);
  notice.remove();
  if (hadFocus) byId("text").focus();
}

/**
 * A dialog of the page: closed by its button, by Escape, and by a press beside it.
 * @param {string} id
 * @param {() => void} [onClose]
 */
export function prepareDialog(id, onClose = () => {}) {
  const dialog = /** @type {HTMLDialogElement} */ (byId(id));
  const heading = /** @type {HTMLElement} */ (dialog.querySelector("h2"));
  const close = /** @type {HTMLElement} */ (dialog.querySelector("[data-close]"));
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());
  dialog.addEventListener("close", onClose);
  return {
    /** @param {HTMLElement} [opener] what the focus goes back to */
    open(opener = byId("text")) {
      // Browsers give the focus back to what had it, and not all give it to a button that is pressed.
      if (!dialog.open) {
        opener.focus();
        dialog.showModal();
      }
      heading.focus();
      dialog.scrollTop = 0;
    },
    close: () => dialog.close(),
  };
}

/**
 * Where there are some, a list of sentences below one.
 * @param {HTMLElement} place
 * @param {string} words
 * @param {string[]} sentences
 */
export function showRefusal(place, words, sentences = []) {
  const lines = sentences.slice(0, 20).map((it) => make("li", it));
  place.replaceChildren(...(words ? [make("p", words)] : []), ...(lines.length ? [make("ul", ...lines)] : []));
  place.hidden = !words;
}
