// The panel for going on elsewhere: a link, its picture, a code, a file; and the way in for what has come from elsewhere.
// Knows the ways that each of them goes, nothing of what is in it.

import { dressed, make } from "../embed/elements.js";
import { shareableAddress } from "./address.js";
import { openDialog } from "./dialog.js";
import { factsOf } from "./facts.js";
import { showOpening } from "./opening.js";
import { copyText, labelledField, paragraph, picture, pressable, readableText, rowOf, saving, sharing } from "./parts.js";
import { panelWords } from "./words.js";

/** @import { Surroundings } from "../embed/door.js" */
/** @import { Panel } from "./dialog.js" */
/** @import { Ask } from "./module.js" */

/**
 * @typedef {object} Exported
 * @property {string | null} link none where the page has no address that others could open
 * @property {{ size: number, path: string } | null} qr
 * @property {string | null} code none where nothing was done yet
 * @property {string} file
 * @property {string} filename
 */

/**
 * @param {Surroundings} around
 * @param {Ask} ask
 * @param {HTMLElement | null} opener
 */
export async function openResume(around, ask, opener) {
  const panel = openDialog(around, "resume", panelWords().resumeTitle, opener);
  const facts = await factsOf(around);
  const exported = /** @type {Exported} */ (ask({ do: "export", facts, address: shareableAddress(), name: caseName(facts) }));
  panel.body.replaceChildren(
    paragraph(panelWords().resumeAbout, "small"),
    ...(exported.link ? byLink(panel, exported.link, exported.qr) : byCode(panel, exported.code)),
    byFile(panel, exported, !exported.link),
    entrance(panel, around, ask),
  );
}

/** @param {[string, string][]} facts */
function caseName(facts) {
  const named = facts.find(([name]) => name === "case");
  return named ? JSON.parse(named[1]).is.case.name : "";
}

/**
 * @param {Panel} panel
 * @param {string} link
 * @param {Exported["qr"]} code
 */
function byLink({ say }, link, code) {
  const words = panelWords();
  const area = readableText(link, words.link, "link");
  area.rows = 2;
  area.dir = "ltr";
  const share = sharing("share-link", () => ({ title: window.document.title, url: link }), say);
  return [
    ...(code ? [dressed("figure", "panel-figure", picture(code, words.picture), make("figcaption", words.scan))] : []),
    paragraph(words.linkAbout),
    area,
    rowOf(pressable("copy-link", words.copyLink, () => copyText(area, say)), share),
  ];
}

/** @param {Panel} panel @param {string | null} code */
function byCode({ say }, code) {
  const words = panelWords();
  if (!code) return [paragraph(words.noCode)];
  const area = readableText(code, words.code, "code");
  area.rows = 2;
  area.dir = "ltr";
  return [paragraph(words.codeAbout), area, rowOf(pressable("copy-code", words.copyCode, () => copyText(area, say)))];
}

/**
 * @param {Panel} panel
 * @param {Exported} exported
 * @param {boolean} isOpen
 */
function byFile({ onClose }, { file, filename }, isOpen) {
  const words = panelWords();
  const { link, hold } = saving("save-file", words.saveFile, filename, "application/json");
  hold(file);
  onClose(() => URL.revokeObjectURL(link.href));
  const part = make("details", make("summary", words.asFile), paragraph(words.fileAbout, "small"), rowOf(link));
  /** @type {HTMLDetailsElement} */ (part).open = isOpen;
  return part;
}

/**
 * What has come from another device: pasted, typed, or in a file.
 * @param {Panel} panel
 * @param {Surroundings} around
 * @param {Ask} ask
 */
function entrance(panel, around, ask) {
  const words = panelWords();
  const { field, whole } = labelledField("textarea", words.enterLabel, "code");
  const enter = () => {
    if (field.value.trim()) void showOpening(panel, around, ask, field.value);
    else field.focus();
  };
  const { field: file, whole: chooser } = labelledField("input", words.openFile, "file");
  file.type = "file";
  file.accept = ".json,application/json,text/plain";
  file.className = "heard";
  file.setAttribute("data-action", "open-file");
  chooser.className = "plain-button panel-file";
  file.addEventListener("change", async () => {
    const [chosen] = file.files || [];
    if (chosen) await showOpening(panel, around, ask, await chosen.text());
  });
  return make(
    "details",
    make("summary", words.enterTitle),
    whole,
    rowOf(pressable("enter-code", words.enter, enter), chooser),
  );
}
