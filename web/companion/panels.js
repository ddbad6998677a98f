// What the companion shows, by the names of its panels.
// Knows which there are and what each is given, nothing of what is in one.

import { openCases } from "./cases.js";
import { rootOf } from "./dialog.js";
import { startCompanion } from "./module.js";
import { openFromAddress } from "./opening.js";
import { openPrint } from "./print.js";
import { fillReport, openReport } from "./report.js";
import { openResume } from "./resume.js";
import { openRemind } from "./signals/panel.js";
import { speak } from "./words.js";

/** @import { Surroundings } from "../embed/door.js" */
/** @import { Ask } from "./module.js" */

/** @type {Record<string, (around: Surroundings, ask: Ask, opener: HTMLElement | null) => unknown>} */
const PANELS = {
  cases: openCases,
  resume: openResume,
  report: openReport,
  open: openFromAddress,
  remind: openRemind,
  print: openPrint,
  fill(around, ask) {
    const slot = rootOf(around).querySelector('[data-panel="report"]:empty');
    return slot && fillReport(around, ask, slot);
  },
};

/**
 * @param {Surroundings} around
 * @param {string} name
 * @param {WebAssembly.Module} module
 * @param {HTMLElement | null} opener
 */
export async function openPanel(around, name, module, opener) {
  speak(around.words);
  const ask = await startCompanion(module, around.encoded, around.words);
  const open = PANELS[name];
  try {
    if (open) await open(around, ask, opener);
  } catch (error) {
    // Nothing half filled is left standing. Who has asked tells the reader.
    for (const dialog of rootOf(around).querySelectorAll("dialog")) dialog.close();
    throw error;
  }
}
