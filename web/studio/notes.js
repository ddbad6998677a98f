// What is said of a text, as a list: each sentence with its cure and its place, which a press selects.
// Knows nothing of how a text is read.

import { document } from "../embed/clobbering.js";
import { make } from "../embed/elements.js";
import { replaceText, selectPlace } from "./editor.js";
import { byId, pressButton, tell } from "./parts.js";
import { say } from "./words.js";

/** @import { Guess, Said } from "./module.js" */

/** A cure of one word in place of another. */
const ONE_WORD = /^did you mean `([^`]+)`\?$/;

/** How long nothing may be written before the counts are said aloud, in milliseconds. */
const QUIET = 1500;

const told = { counts: "", timer: /** @type {ReturnType<typeof setTimeout> | undefined} */ (undefined) };

/** @param {Said[]} diagnostics the worst first */
export function showNotes(diagnostics) {
  const list = byId("said");
  // Who stands in it with the keys finds the same place again.
  const focused = Array.from(list.querySelectorAll("button")).indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
  list.replaceChildren(...diagnostics.map(noteItem));
  const again = list.querySelectorAll("button")[focused];
  if (focused >= 0) (again || byId("text")).focus();
  const counts = countsOf(diagnostics);
  byId("counts").textContent = counts;
  clearTimeout(told.timer);
  told.timer = setTimeout(() => {
    if (counts !== told.counts) tell(counts);
    told.counts = counts;
  }, QUIET);
}

/** @param {Said[]} diagnostics */
function countsOf(diagnostics) {
  const of = (/** @type {string} */ severity) => diagnostics.filter((it) => it.severity === severity).length;
  const [errors, warnings, notes] = [of("error"), of("warning"), of("note")];
  const parts = [
    errors ? say("n_errors", { n: errors }) : "",
    warnings ? say("n_warnings", { n: warnings }) : "",
    notes ? say("n_notes", { n: notes }) : "",
  ].filter(Boolean);
  return parts.join(", ") || say("all_well");
}

/** @param {Said} said */
function noteItem({ severity, message, cure, line, start, end, file }) {
  const names = { error: say("error"), warning: say("warning"), note: say("note") };
  const where = file ? say("in_file", { file, n: line }) : say("at_line", { n: line });
  const head = make("span", make("b", names[severity]), ` ${where}: `, ...withCode(message));
  const parts = [head, make("span", ...withCode(cure))];
  const item = make("li");
  item.dataset["severity"] = severity;
  if (file) {
    item.append(...parts);
    return item;
  }
  const place = pressButton("", () => selectPlace(start, end));
  place.className = "place";
  place.append(...parts);
  item.append(place);
  const word = ONE_WORD.exec(cure);
  if (word && word[1] && end > start) {
    const right = word[1];
    item.append(pressButton(say("write_word", { word: right }), () => replaceText(start, end, right)));
  }
  return item;
}

/**
 * What stands between two backticks is code.
 * @param {string} words
 */
function withCode(words) {
  return words.split("`").map((part, index) => (index % 2 ? make("code", part) : part));
}

/**
 * What was guessed of a post, with the words that it is about.
 * @param {Guess[]} hints
 * @param {Node[]} nodes of the post, by their numbers
 */
export function showGuesses(hints, nodes) {
  const about = (/** @type {number | null} */ number) => {
    const node = number === null ? undefined : nodes[number];
    // Between the cells of a table stands no space.
    const cells = node instanceof Element ? Array.from(node.querySelectorAll("th, td"), (it) => it.textContent) : [];
    const words = (cells.join(" ") || node?.textContent || "").replace(/\s+/g, " ").trim();
    return words.length > 60 ? `${words.slice(0, 59)}…` : words;
  };
  const items = hints.map(([, message, cure, node]) => {
    const words = about(node);
    return make("li", ...(words ? [make("q", words), " "] : []), ...withCode(`${message}: ${cure}`));
  });
  const guessed = byId("guessed");
  /** @type {HTMLElement} */ (guessed.querySelector("ul")).replaceChildren(...items);
  guessed.hidden = false;
  /** @type {HTMLDetailsElement} */ (guessed).open = true;
}

export function hideGuesses() {
  byId("guessed").hidden = true;
}

export function startNotes() {
  /** @type {HTMLElement} */ (document.querySelector("#guessed > button")).addEventListener("click", () => {
    hideGuesses();
    byId("text").focus();
  });
}
