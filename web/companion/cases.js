// The panel of the reader's devices: each has a climb of its own.
// Knows how cases are named, switched and removed, nothing of what is done in one.

import { dressed, make } from "../embed/elements.js";
import { openDialog } from "./dialog.js";
import { entriesOf, isKept, nameCase, newCase } from "./facts.js";
import { labelledField, paragraph, pressable, rowOf } from "./parts.js";
import { panelWords } from "./words.js";

/** @import { Surroundings } from "../embed/door.js" */
/** @import { Panel } from "./dialog.js" */
/** @import { Ask } from "./module.js" */

/** @typedef {{ id: string, name: string, stands: string, ended: boolean, removed: boolean }} Case */

/** No longer name, in characters. */
const LONGEST_NAME = 40;

/**
 * @param {Surroundings} around
 * @param {Ask} ask
 * @param {HTMLElement | null} opener
 */
export function openCases(around, ask, opener) {
  const panel = openDialog(around, "cases", panelWords().casesTitle, opener);
  void showCases({ panel, around, ask, removed: new Set(), order: [] }, "");
}

/**
 * `removed` are those that were removed while the panel is open: they are still seen. All keep their places in `order`
 * meanwhile; what is new comes first.
 * @typedef {{ panel: Panel, around: Surroundings, ask: Ask, removed: Set<string>, order: string[] }} Devices
 */

/**
 * @param {Devices} devices
 * @param {string} renamed the one whose name is being written
 */
async function showCases(devices, renamed) {
  const { panel, around, ask, removed } = devices;
  const say = panelWords();
  const all = await casesOf(around, ask);
  const added = all.map((it) => it.id).filter((id) => !devices.order.includes(id));
  devices.order = [...added, ...devices.order];
  all.sort((one, other) => devices.order.indexOf(one.id) - devices.order.indexOf(other.id));
  const gone = all.filter((it) => it.removed && !removed.has(it.id));
  const list = dressed("ul", "cases", ...all.filter((it) => !gone.includes(it)).map((it) => caseRow(devices, it, it.id === renamed)));
  const more = make("details", make("summary", say.removedOnes), dressed("ul", "cases", ...gone.map((it) => caseRow(devices, it, false))));
  panel.body.replaceChildren(
    paragraph(say.casesAbout, "small"),
    list,
    pressable("add-case", say.addCase, () => addCase(devices, all), "answer"),
    ...(gone.length ? [more] : []),
  );
  const field = /** @type {HTMLInputElement | null} */ (list.querySelector("input"));
  if (field) field.select();
}

/**
 * All cases of the ladder; the one that is shown is there even if nothing was done in it yet.
 * @param {Surroundings} around
 * @param {Ask} ask
 * @returns {Promise<Case[]>}
 */
async function casesOf(around, ask) {
  const { cases } = ask({ do: "cases", entries: await entriesOf(around) });
  const id = around.climb().case;
  if (cases.some((/** @type {Case} */ it) => it.id === id)) return cases;
  return [{ id, name: deviceName(cases.length + 1), stands: panelWords().notBegun, ended: false, removed: false }, ...cases];
}

/** @param {number} number */
function deviceName(number) {
  return panelWords().deviceName.replace("{n}", `${number}`);
}

/**
 * @param {Devices} devices
 * @param {Case} it
 * @param {boolean} isRenamed
 */
function caseRow(devices, it, isRenamed) {
  const row = dressed("li", "case");
  row.setAttribute("data-case", it.id);
  if (it.removed) row.append(...removedRow(devices, it));
  else if (isRenamed) row.append(...renamedRow(devices, it));
  else row.append(...usualRow(devices, it));
  return row;
}

/** @param {Devices} devices @param {Case} it */
function usualRow(devices, it) {
  const { around } = devices;
  const say = panelWords();
  const isShown = around.climb().case === it.id;
  const name = dressed("span", "case-name", it.name);
  name.dir = "auto";
  const words = [name, dressed("span", "small", it.stands)];
  const of = (/** @type {HTMLElement} */ button) => {
    button.setAttribute("data-case", it.id);
    // Heard without what stands around it.
    button.setAttribute("aria-label", `${button.textContent}: ${it.name}`);
    return button;
  };
  const open = pressable("switch-case", "", () => switchTo(devices, it.id), "case-open");
  open.setAttribute("data-case", it.id);
  open.append(...words);
  const head = isShown ? dressed("div", "case-open", ...words, dressed("span", "case-shown", say.shownNow)) : open;
  const rename = of(pressable("rename-case", say.rename, () => showCases(devices, it.id), "link"));
  // What is shown stays, so that there is always one.
  const remove = isShown ? null : of(pressable("remove-case", say.remove, () => setRemoved(devices, it, true), "link"));
  return [head, rowOf(rename, remove)];
}

/** @param {Devices} devices @param {Case} it */
function removedRow(devices, it) {
  const undo = pressable("undo-remove-case", panelWords().undoRemove, () => setRemoved(devices, it, false), "link");
  undo.setAttribute("data-case", it.id);
  const told = paragraph(panelWords().removed.replace("{name}", () => it.name));
  return [rowOf(told, undo)];
}

/** @param {Devices} devices @param {Case} it */
function renamedRow(devices, it) {
  const { field, whole } = labelledField("input", panelWords().nameLabel, "case-name");
  field.value = it.name;
  field.maxLength = LONGEST_NAME;
  const save = () => {
    if (!nameCase(devices.around, it.id, field.value.trim() || it.name, false)) devices.panel.say(panelWords().notKept);
    else showCases(devices, "").then(() => devices.panel.say(panelWords().named), () => {});
  };
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.isComposing) save();
  });
  return [rowOf(whole, pressable("confirm", panelWords().save, save))];
}

/**
 * @param {Devices} devices
 * @param {string} id
 */
async function switchTo({ around, panel }, id) {
  if (!(await isKept(around))) {
    panel.say(panelWords().notKept);
    return;
  }
  around.switchCase(id);
  panel.close();
}

/**
 * The device is there at once, with a name that can be changed in its place.
 * @param {Devices} devices
 * @param {Case[]} all
 */
async function addCase(devices, all) {
  const { around, panel } = devices;
  const shown = /** @type {Case} */ (all.find((it) => it.id === around.climb().case));
  const id = newCase();
  // One in which nothing was done yet would be forgotten.
  const isNoted = (await entriesOf(around)).some(([name]) => name.startsWith(`${shown.id}/`)) || nameCase(around, shown.id, shown.name, false);
  if (!isNoted || !(await isKept(around)) || !nameCase(around, id, deviceName(all.length + 1), false)) {
    panel.say(panelWords().notKept);
    return;
  }
  around.switchCase(id);
  await showCases(devices, id);
  panel.say(panelWords().added);
}

/**
 * @param {Devices} devices
 * @param {Case} it
 * @param {boolean} isRemoved
 */
async function setRemoved(devices, it, isRemoved) {
  const { around, panel, removed } = devices;
  const isDone = nameCase(around, it.id, it.name, isRemoved);
  if (isDone && isRemoved) removed.add(it.id);
  await showCases(devices, "");
  const action = isDone === isRemoved ? "undo-remove-case" : "remove-case";
  const next = /** @type {HTMLElement | null} */ (panel.body.querySelector(`[data-action="${action}"][data-case="${it.id}"]`));
  if (next) next.focus();
  panel.say(!isDone ? panelWords().notKept : isRemoved ? panelWords().removed.replace("{name}", () => it.name) : panelWords().putBack);
}
