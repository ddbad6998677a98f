// Opening what another device has sent: what it carries is shown, and nothing is taken over before the reader has said so.
// Knows the answers of the module, nothing of how a token is written.

import { dressed, make } from "../embed/elements.js";
import { carriedToken, forgetToken } from "./address.js";
import { concludePanel, openDialog } from "./dialog.js";
import { factsOf, takeFacts } from "./facts.js";
import { paragraph, pressable } from "./parts.js";
import { panelWords } from "./words.js";

/** @import { Surroundings } from "../embed/door.js" */
/** @import { Panel } from "./dialog.js" */
/** @import { Entry } from "./facts.js" */
/** @import { Ask } from "./module.js" */

/**
 * @typedef {object} Opened
 * @property {string} [problem]
 * @property {string} [sentence]
 * @property {string} made
 * @property {string[]} carries
 * @property {string[]} shown
 * @property {Entry[]} merge
 * @property {Entry[]} replace
 * @property {string[]} notes
 */

/**
 * The widgets that could be the one that the address is meant for.
 * @type {{ around: Surroundings, ask: Ask }[]}
 */
let asked = [];
/** What is being asked about now. */
let current = "";

/**
 * The address of the page holds a resume link. It is for the widget of its ladder; where there is none, the first says so.
 * @param {Surroundings} around
 * @param {Ask} ask
 */
export function openFromAddress(around, ask) {
  asked = asked.filter((it) => it.around.element !== around.element);
  asked.push({ around, ask });
  // Others of the page may be ready in the same turn.
  setTimeout(decide);
}

function decide() {
  const token = carriedToken();
  const [first] = asked;
  if (!first || !token || token === current) return;
  const { ladder } = first.ask({ do: "peek", text: token });
  const meant = asked.find(({ around }) => around.climb().ladder.split("@")[0] === ladder);
  if (!meant && ladder && isLoading()) {
    // Each that is ready asks for itself, and of one that fails the page is told.
    addEventListener("fix-ladder-error", () => setTimeout(decide), { once: true });
    return;
  }
  asked = [];
  void showOpened(meant || first, token);
}

/** Whether a widget of the page is still on its way. */
function isLoading() {
  return window.document.querySelector("fix-ladder[data-state=loading]") !== null;
}

/** @param {{ around: Surroundings, ask: Ask }} meant @param {string} token */
async function showOpened({ around, ask }, token) {
  current = token;
  const panel = openDialog(around, "open", panelWords().openTitle, null);
  panel.onClose(() => {
    if (current === token) current = "";
    forgetToken(token);
  });
  await showOpening(panel, around, ask, `#fix-ladder=${token}`);
}

/**
 * Shows in a panel what a text holds, whatever it is: a link, a code, a file.
 * @param {Panel} panel
 * @param {Surroundings} around
 * @param {Ask} ask
 * @param {string} text
 */
export async function showOpening(panel, around, ask, text) {
  const say = panelWords();
  const here = await factsOf(around);
  const opened = /** @type {Opened} */ (ask({ do: "open", text, facts: here }));
  if (opened.problem) {
    const told = paragraph(opened.sentence || say.damaged, "panel-problem");
    told.setAttribute("data-problem", opened.problem);
    panel.body.replaceChildren(told, pressable("close-panel", say.goOn, panel.close, "answer"));
    panel.say(opened.sentence || "", true);
    return;
  }
  const take = (/** @type {Entry[]} */ entries) => {
    takeFacts(around, entries);
    forgetToken(current);
    concludePanel(panel, say.taken);
  };
  // What was given elsewhere may be brought beside what is here. Where nothing is, that is all there is to ask.
  const isEmpty = here.length === 0;
  const choices = dressed(
    "div",
    "panel-choices",
    choice("merge", isEmpty ? say.takeOver : say.merge, isEmpty ? "" : say.mergeMore, () => take(opened.merge)),
    ...(isEmpty ? [] : [choice("replace", say.replace, say.replaceMore, () => take(opened.replace))]),
    choice("ignore", say.ignore, "", panel.close),
  );
  panel.body.replaceChildren(
    paragraph(opened.made, "small"),
    sentences(opened.carries),
    ...(opened.shown.length ? [dressed("h3", "panel-part", say.askedAgain), paragraph(say.askedAgainMore, "small"), sentences(opened.shown)] : []),
    ...opened.notes.map((note) => paragraph(note, "panel-note")),
    choices,
  );
}

/**
 * @param {string} action
 * @param {string} label
 * @param {string} more what it does
 * @param {() => void} press
 */
function choice(action, label, more, press) {
  const button = pressable(action, label, press, "answer");
  return more ? make("div", button, paragraph(more, "small")) : make("div", button);
}

/** @param {string[]} words */
function sentences(words) {
  const list = dressed("ul", "panel-list", ...words.map((it) => make("li", it)));
  for (const item of list.children) /** @type {HTMLElement} */ (item).dir = "auto";
  return list;
}
