// The report: what the reader has tried, as a text to hand on. As a panel, and in its place where the ladder ends.
// Knows the ways that a text goes, nothing of what is in it.

import { dressed, make } from "../embed/elements.js";
import { shareableAddress } from "./address.js";
import { openDialog } from "./dialog.js";
import { factsOf } from "./facts.js";
import { copyText, pressable, readableText, rowOf, saving, sharing } from "./parts.js";
import { panelWords } from "./words.js";

/** @import { Surroundings } from "../embed/door.js" */
/** @import { Ask } from "./module.js" */
/** @import { Say } from "./parts.js" */

/** What the text may be written in, by what the module calls it. */
const FORMS = /** @type {const} */ (["text", "markdown"]);

/**
 * @param {Surroundings} around
 * @param {Ask} ask
 * @param {HTMLElement | null} opener
 */
export async function openReport(around, ask, opener) {
  const panel = openDialog(around, "report", panelWords().reportTitle, opener);
  const report = reportOf(around, ask, panel.say);
  panel.body.replaceChildren(make("p", panelWords().reportAbout), report.whole);
  panel.onClose(report.end);
  await report.write();
}

/**
 * Fills the place for it at the end of the ladder, and follows what the reader does.
 * @param {Surroundings} around
 * @param {Ask} ask
 * @param {Element} slot
 */
export async function fillReport(around, ask, slot) {
  const said = dressed("p", "panel-said");
  said.setAttribute("role", "status");
  const report = reportOf(around, ask, (words) => void (said.textContent = words));
  const follow = () => {
    if (slot.isConnected) void report.write();
    else leave();
  };
  const leave = () => {
    around.element.removeEventListener("fix-ladder-change", follow);
    report.end();
  };
  around.element.addEventListener("fix-ladder-change", follow);
  slot.append(report.whole, said);
  await report.write();
}

/**
 * @param {Surroundings} around
 * @param {Ask} ask
 * @param {Say} say
 */
function reportOf(around, ask, say) {
  const words = panelWords();
  let form = /** @type {string} */ (FORMS[0]);
  const area = readableText("", words.reportTitle, "report");
  const { link, hold } = saving("save-report", words.saveReport, "", "text/plain;charset=utf-8");
  const send = dressed("a", "plain-button", words.sendReport);
  send.setAttribute("data-action", "send-report");
  send.hidden = true;
  const write = async () => {
    const { text, filename, mailto } = ask({ do: "report", facts: await factsOf(around), format: form, address: shareableAddress() });
    area.value = text;
    area.rows = Math.min(18, text.split("\n").length + 1);
    link.download = filename;
    hold(text);
    send.hidden = !mailto;
    if (mailto) send.setAttribute("href", mailto);
  };
  const forms = dressed("div", "panel-forms", ...FORMS.map((it) => formButton(it)));
  forms.setAttribute("role", "group");
  forms.setAttribute("aria-label", words.reportForm);
  /** @param {typeof FORMS[number]} it */
  function formButton(it) {
    const button = pressable("report-form", words[it], async () => {
      form = it;
      for (const other of forms.children) other.setAttribute("aria-pressed", `${other === button}`);
      await write();
    }, "panel-form");
    button.setAttribute("data-form", it);
    button.setAttribute("aria-pressed", `${it === form}`);
    return button;
  }
  const share = sharing("share-report", () => ({ text: area.value }), say);
  return {
    whole: dressed("div", "report", forms, area, rowOf(pressable("copy-report", words.copyReport, () => copyText(area, say)), share, link, send)),
    write,
    end: () => URL.revokeObjectURL(link.href),
  };
}
