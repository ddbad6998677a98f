// The field that an author writes in: a plain one, with the browser's own undo and spelling.
// Knows texts and places, nothing of what they mean.

import { document } from "../embed/clobbering.js";
import { byId, pressButton } from "./parts.js";
import { say } from "./words.js";

/** The parts of the format that can be inserted: what the button says, the words, and what is selected then. @type {[string, string, string][]} */
const INSERTS = [
  [say("insert_rung"), "\n## What to do\n\n- Severity: gentle\n- Takes: 5 minutes\n\nWhy it may help.\n\n1. One action.\n", "What to do"],
  [say("insert_step"), "1. One action.", "One action."],
  [say("insert_warning"), "\n> **Warning:** what is lost.\n", "what is lost."],
  [say("insert_requirement"), "\n### Before you start\n\n- What has to be true first.\n\n### Steps\n\n1. One action.\n", "What has to be true first."],
  [say("insert_choice"), "\n## About you\n\n- Device: iPhone, iPad\n", "Device: iPhone, iPad"],
  [say("insert_wait"), "- Wait: 10 minutes, because it takes that long", "it takes that long"],
];

const field = () => /** @type {HTMLTextAreaElement} */ (byId("text"));

/** @param {(text: string) => void} onChange */
export function startEditor(onChange) {
  field().addEventListener("input", () => onChange(field().value));
  for (const [name, words, selected] of INSERTS) byId("insert").append(pressButton(name, () => insertLines(words, selected)));
}

/** Another text, without a way back to the one before. @param {string} text */
export function showText(text) {
  field().value = text;
  field().setSelectionRange(0, 0);
  field().scrollTop = 0;
}

/**
 * Puts words in the place of others, so that the browser can undo it.
 * @param {number} start
 * @param {number} end
 * @param {string} words
 */
export function replaceText(start, end, words) {
  const text = field();
  text.focus();
  text.setSelectionRange(start, end);
  // The one way that browsers can undo. Where it is refused, the words come without.
  if (document.execCommand("insertText", false, words)) return;
  text.setRangeText(words, start, end, "end");
  text.dispatchEvent(new Event("input", { bubbles: true }));
}

/**
 * Lines of their own, below the line of the cursor.
 * @param {string} words
 * @param {string} selected of these, what is to be written over
 */
function insertLines(words, selected) {
  const { value, selectionEnd } = field();
  const next = value.indexOf("\n", selectionEnd);
  const at = next < 0 ? value.length : next;
  const before = value.slice(0, at);
  // What begins with an empty line needs one before and behind it; a line of a list stands right below another.
  const needed = words.startsWith("\n") ? 2 : 1;
  const there = before === "" ? needed : before.endsWith("\n\n") ? 2 : Number(before.endsWith("\n"));
  const isParted = value.slice(at).startsWith("\n".repeat(needed));
  const put = "\n".repeat(Math.max(0, needed - there)) + words.trim() + (isParted ? "" : "\n");
  replaceText(at, at, put);
  const start = at + put.indexOf(selected);
  selectPlace(start, start + selected.length);
}

/**
 * Selects a place and brings it into sight.
 * @param {number} start
 * @param {number} end
 */
export function selectPlace(start, end) {
  const text = field();
  text.focus();
  text.setSelectionRange(start, Math.max(end, start));
  text.scrollTop = Math.max(0, heightBefore(text, start) - text.clientHeight / 3);
}

/**
 * How high the text before a place is: measured on a copy as wide as the field, since no browser tells.
 * @param {HTMLTextAreaElement} text
 * @param {number} place
 */
function heightBefore(text, place) {
  const copy = document.createElement("div");
  copy.textContent = text.value.slice(0, place);
  const { font, lineHeight, letterSpacing, tabSize, paddingTop, paddingLeft, paddingRight } = getComputedStyle(text);
  Object.assign(/** @type {HTMLElement} */ (copy).style, {
    font, lineHeight, letterSpacing, tabSize, paddingTop, paddingLeft, paddingRight,
    width: `${text.clientWidth}px`, boxSizing: "border-box", position: "absolute", top: "0", left: "-9999px",
    visibility: "hidden", whiteSpace: "pre-wrap", overflowWrap: "break-word",
  });
  document.body.append(copy);
  const height = copy.getBoundingClientRect().height;
  copy.remove();
  return height;
}
