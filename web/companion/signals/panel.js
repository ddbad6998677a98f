// The panel that offers to tell the reader when a wait is over: first what rings whatever becomes of the page, then what
// the page can do while it is open.
// Knows what is offered and what is said of it, not how any of it works.

import { dressed } from "../../embed/elements.js";
import { shareableAddress } from "../address.js";
import { openDialog, rootOf } from "../dialog.js";
import { factsOf } from "../facts.js";
import { paragraph, pressable, rowOf, saving } from "../parts.js";
import { startSignals } from "./signals.js";
import { panelWords } from "../words.js";

/** @import { Surroundings } from "../../embed/door.js" */
/** @import { Panel } from "../dialog.js" */
/** @import { Ask } from "../module.js" */

const SWITCHES = /** @type {const} */ (["sound", "notify", "awake"]);

/**
 * @param {Surroundings} around
 * @param {Ask} ask
 * @param {HTMLElement | null} opener
 */
export async function openRemind(around, ask, opener) {
  const words = panelWords();
  const panel = openDialog(around, "remind", words.remindTitle, opener);
  for (const old of rootOf(around).querySelectorAll("[data-notice=signal-off]")) old.remove();
  const facts = await factsOf(around);
  const told = ask({ do: "calendar", facts, address: shareableAddress() });
  panel.body.replaceChildren(
    ...(told.problem ? [paragraph(told.sentence)] : calendar(told)),
    dressed("h3", "panel-part", words.whileOpen),
    paragraph(words.whileOpenAbout),
    switches(around, panel),
  );
}

/** @param {{ text: string, filename: string, at: string }} told */
function calendar({ text, filename, at }) {
  const words = panelWords();
  const { link, hold } = saving("save-calendar", words.saveCalendar, filename, "text/calendar;charset=utf-8");
  hold(text);
  const say = (/** @type {string} */ message) => message.replace("{time}", at);
  return [paragraph(say(words.calendarAbout)), rowOf(link), paragraph(say(words.orTimer))];
}

/**
 * @param {Surroundings} around
 * @param {Panel} panel
 */
function switches(around, panel) {
  const words = panelWords();
  const signals = startSignals(around);
  const buttons = SWITCHES.map((name) => pressable(name, words[name], () => press(name), "plain-button panel-switch"));
  const show = () => {
    for (const button of buttons) {
      const name = /** @type {typeof SWITCHES[number]} */ (button.getAttribute("data-action"));
      button.setAttribute("aria-pressed", `${signals.isOn(name)}`);
    }
  };
  /** @param {typeof SWITCHES[number]} name */
  async function press(name) {
    const isWanted = !signals.isOn(name);
    const isOn = await signals.turn(name, isWanted);
    show();
    if (isWanted) panel.say(isOn ? words[`${name}On`] : words[`${name}Refused`]);
    else panel.say(words.turnedOff);
  }
  signals.onRefused((name) => {
    show();
    const refused = words[`${name}Refused`];
    if (panel.body.isConnected) panel.say(refused);
    else rootOf(around).prepend(noticeOf(refused));
  });
  show();
  return rowOf(...buttons);
}

/**
 * Where the panel has been closed meanwhile, and something is off that the reader counts on.
 * @param {string} words
 */
function noticeOf(words) {
  const told = paragraph(words);
  told.setAttribute("data-notice", "signal-off");
  told.setAttribute("role", "alert");
  return told;
}
