// Printing the ladder by itself, as it stands or empty.
// Knows when the sheet for paper is there and when it goes again, nothing of how anything looks on it.

import { dressed } from "../embed/elements.js";
import { shareableAddress } from "./address.js";
import { openDialog, rootOf } from "./dialog.js";
import { factsOf } from "./facts.js";
import { formatsFor } from "./formats.js";
import { onlyOnPaper } from "./only-on-paper.js";
import { paragraph, picture, pressable } from "./parts.js";
import { panelWords } from "./words.js";

/** @import { Surroundings } from "../embed/door.js" */
/** @import { Panel } from "./dialog.js" */
/** @import { Entry } from "./facts.js" */
/** @import { Ask } from "./module.js" */

/** What the widget's module calls the two ways to print. */
const AS_IT_STANDS = 1;
const EMPTY = 2;

/** What a reader does once they are back at the page. */
const BACK = ["pointerdown", "pointermove", "keydown", "touchstart", "wheel"];

/** Takes away what is on paper now. */
let endPrinting = () => {};

/**
 * @param {Surroundings} around
 * @param {Ask} ask
 * @param {HTMLElement | null} opener
 */
export async function openPrint(around, ask, opener) {
  const words = panelWords();
  const panel = openDialog(around, "print", words.printTitle, opener);
  // All that is on paper is there before a press: browsers print only what is asked for at a press.
  const facts = await factsOf(around);
  const headings = [heading(around, ask, facts, true), heading(around, ask, facts.filter(([name]) => name.startsWith("choice:")), false)];
  const press = (/** @type {number} */ how) => () => print(around, panel, /** @type {HTMLElement} */ (headings[how - 1]), how);
  const ways = dressed(
    "div",
    "panel-choices",
    dressed("div", "", pressable("print-as-is", words.printAsIs, press(AS_IT_STANDS), "answer yes"), paragraph(words.printAsIsMore, "small")),
    dressed("div", "", pressable("print-empty", words.printEmpty, press(EMPTY), "answer"), paragraph(words.printEmptyMore, "small")),
  );
  panel.body.replaceChildren(paragraph(words.printAbout), ways);
}

/**
 * What stands above the ladder on paper: whose it is, of when, and the way back.
 * @param {Surroundings} around
 * @param {Ask} ask
 * @param {Entry[]} facts what the way back carries
 * @param {boolean} isFilled
 */
function heading(around, ask, facts, isFilled) {
  const words = panelWords();
  const address = shareableAddress();
  const { qr } = address ? ask({ do: "export", facts, address, name: "" }) : { qr: null };
  const told = dressed("div", "");
  const [, date, , , time] = /** @type {((value: number) => string)[]} */ (formatsFor(around.words.messages.lang));
  const now = Date.now();
  if (isFilled && date && time) {
    const name = nameIn(facts);
    if (name) told.append(paragraph(name, "whom"));
    told.append(paragraph(words.asItStood.replace("{date}", date(now)).replace("{time}", time(now))));
  }
  if (qr) told.append(paragraph(words.wayBack));
  told.append(paragraph(location.href.replace(/#.*/, ""), "address"));
  const whole = dressed("div", "printed", told);
  if (qr) whole.append(picture(qr, words.picture));
  whole.lang = words.lang;
  whole.dir = words.dir;
  return whole;
}

/** @param {Entry[]} facts What the reader calls the device. */
function nameIn(facts) {
  const [, text = "{}"] = facts.find(([name]) => name === "case") || [];
  const { is } = JSON.parse(text);
  return is && is.case ? String(is.case.name) : "";
}

/**
 * @param {Surroundings} around
 * @param {Panel} panel
 * @param {HTMLElement} above
 * @param {number} how
 */
function print(around, panel, above, how) {
  endPrinting();
  begin(around, above, how);
  let isTold = false;
  const tell = () => {
    isTold = true;
    panel.say("");
  };
  addEventListener("beforeprint", tell, { once: true });
  window.print();
  // A frame may be let print nothing, and says nothing of it.
  if (!isTold) panel.say(panelWords().printByBrowser);
}

/**
 * Puts what is to be printed in its place, until the reader is back.
 * @param {Surroundings} around
 * @param {HTMLElement} above
 * @param {number} how
 */
function begin(around, above, how) {
  const { element, print: render } = around;
  const root = rootOf(around);
  root.prepend(above);
  render(how);
  const showRest = onlyOnPaper(element);
  // Where browsers can, the style sheet unfolds them.
  const folded = [...root.querySelectorAll("details")].filter((it) => !it.open);
  const unfold = (/** @type {boolean} */ open) => {
    for (const it of folded) it.open = open;
  };
  unfold(true);
  // Phones go on with the page while they print it, and say at once that they have.
  const isPhone = matchMedia("(pointer: coarse)").matches;
  const onPrinted = () => (isPhone ? render(how) : endPrinting());
  const end = () => {
    endPrinting = () => {};
    removeEventListener("afterprint", onPrinted);
    for (const type of BACK) removeEventListener(type, end, true);
    above.remove();
    unfold(false);
    showRest();
    render(0);
  };
  endPrinting = end;
  addEventListener("afterprint", onPrinted);
  // The press itself is over by then.
  setTimeout(() => {
    if (endPrinting !== end) return;
    for (const type of BACK) addEventListener(type, end, { capture: true, passive: true });
  });
}
