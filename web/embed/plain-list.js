// Renders a document as a plain list, for readers for whom the widget cannot start.
// Knows the document's shape; trusts nothing in it, and keeps no progress.

import { FORMAT } from "./document-format.js";
import { dressed, make } from "./elements.js";

/** @import { Words } from "./languages.js" */

/**
 * The whole of a document: its text, or the id of the one that comes with the script; null where it cannot be rendered.
 * @typedef {(text: string, id: string | null, headingLevel: number, words: Words) => Element | null} RenderPlainList
 */

/** Addresses that a link may have. */
const LINKS = ["https:", "http:", "mailto:", "tel:"];

/** What is said around the author's words, while a list is rendered. */
let messages = DATA.messages;

/**
 * In the script's own words, whatever the document's language is.
 * @param {string} name
 * @param {string} words
 */
function say(name, words) {
  const said = make(name, words);
  said.lang = messages.lang;
  return said;
}

/**
 * @param {any} spans a string or a list of spans
 * @returns {(Node | string)[]}
 */
function renderText(spans) {
  if (typeof spans === "string") return [spans];
  return list(spans).map((span) => {
    if (typeof span === "string") return span;
    if (span.strong) return make("strong", ...renderText(span.strong));
    if (span.emphasis) return make("em", ...renderText(span.emphasis));
    if (span.code) return make("code", String(span.code));
    if (span.path) return make("strong", list(span.path).join(" › "));
    if (span.link) return renderLink(span.link);
    return "";
  });
}

/** @param {any} link */
function renderLink(link) {
  const words = renderText(link.text);
  const anchor = make("a", ...words);
  try {
    if (!LINKS.includes(new URL(link.href).protocol)) return make("span", ...words);
  } catch (error) {
    return make("span", ...words);
  }
  anchor.setAttribute("href", link.href);
  anchor.setAttribute("rel", "noopener noreferrer nofollow");
  return anchor;
}

/**
 * @param {any} blocks
 * @param {any} ladder for the labels of the choices
 * @returns {Node[]}
 */
function renderBlocks(blocks, ladder) {
  return list(blocks).flatMap((block) => {
    // Nothing is folded here: what cannot be unfolded could not be read.
    if (block && block.more) return renderBlocks(block.more, ladder);
    if (block && block.list) return dressed("ul", "plain", ...list(block.list).map((item) => make("li", ...renderText(item))));
    if (block && block.variants) {
      return dressed("ul", "plain", ...list(block.variants).map((variant) => renderVariant(variant, ladder)));
    }
    return make("p", ...renderText(block));
  });
}

/**
 * @param {any} variant
 * @param {any} ladder
 */
function renderVariant(variant, ladder) {
  const labels = labelsOf(variant.when, ladder);
  const label = labels ? make("strong", `${labels}: `) : say("strong", `${messages.otherwise}: `);
  return make("li", label, ...renderText(variant.text));
}

/**
 * For whom something is meant, in the author's own labels.
 * @param {any} when
 * @param {any} ladder
 */
function labelsOf(when, ladder) {
  const choices = list(ladder.choices).filter((choice) => when && list(when[choice.id]).length);
  return choices
    .map((choice) => {
      const wanted = list(when[choice.id]);
      return list(choice.options).filter((option) => wanted.includes(option.id)).map((option) => option.label).join(", ");
    })
    .join(" + ");
}

/**
 * @param {any} rung
 * @param {any} ladder
 * @param {number} level of the rung's heading
 */
function renderRung(rung, ladder, level) {
  const severity = messages.severities[rung.severity];
  const body = dressed("div", "body", ...renderBlocks(rung.why, ladder), ...renderFacts(rung));
  for (const advice of list(rung.advice_against)) {
    const label = messages.advisesAgainst.replace("{by}", () => String(advice.by));
    body.append(dressed("div", "advice", renderLabel(label), ...renderBlocks(advice.text, ladder)));
  }
  // Everything that guards a step stands before it.
  for (const warning of list(rung.warnings)) {
    body.append(dressed("blockquote", "warning", renderLabel(messages.warning), ...renderBlocks(warning.text, ladder)));
  }
  renderItems(body, "ul", messages.beforeYouStart, rung.requirements, ladder);
  body.append(...renderLed(messages.stillSafe, rung.safe));
  renderItems(body, "ol", messages.steps, rung.steps, ladder);
  if (rung.wait && rung.wait.seconds > 0) {
    const wait = messages.wait.replace("{duration}", minutes(Math.ceil(rung.wait.seconds / 60)));
    body.append(make("p", say("strong", wait), ...renderAfter(", ", rung.wait.reason), "."));
  }
  const check = rung.check ? make("strong", ...renderText(rung.check)) : say("strong", messages.check);
  body.append(make("p", check), ...renderLed(messages.whileMoving, rung.moving), ...renderSources(rung.sources));
  // The number is drawn by the style sheet: without one, the list has its own.
  const mark = dressed("span", "mark", make("span"));
  mark.setAttribute("aria-hidden", "true");
  const item = dressed("li", "rung", mark, make(`h${level}`, ...renderText(rung.title)));
  item.setAttribute("data-severity", String(rung.severity));
  item.append(dressed("p", "severity", severity ? say("em", severity) : make("em", String(rung.severity))), body);
  return item;
}

/**
 * What a rung touches, whether it can be undone, how long it takes.
 * @param {any} rung
 */
function renderFacts(rung) {
  const facts = dressed("dl", "facts");
  /** @param {string} label @param {...(Node | string)} said */
  const add = (label, ...said) => facts.append(make("div", say("dt", label), make("dd", ...said)));
  for (const [label, fact] of [[messages.touches, rung.touches], [messages.undo, rung.undo]]) {
    if (fact) add(label, ...renderText(fact.text));
  }
  if (rung.takes) add(messages.takes, say("span", minutes(rung.takes.minutes)), ...renderAfter(", ", rung.takes.text));
  return facts.childElementCount ? [facts] : [];
}

/** @param {string} words */
function renderLabel(words) {
  return dressed("p", "label", say("strong", words));
}

/**
 * @param {Element} into
 * @param {string} name
 * @param {string} label
 * @param {any} items requirements or steps
 * @param {any} ladder
 */
function renderItems(into, name, label, items, ladder) {
  if (!list(items).length) return;
  const drawn = list(items).map((it) => {
    const labels = labelsOf(it.when, ladder);
    const { numbers } = Object(it.evidence);
    const { fewer, equal, more } = Object(numbers);
    const { ifFewer, ifEqual, ifMore, stillSafe } = messages;
    const below = [...renderLed(ifFewer, fewer), ...renderLed(ifEqual, equal), ...renderLed(ifMore, more)];
    below.push(...renderLed(stillSafe, it.safe), ...renderPicture(it.illustration, ladder));
    const item = make("li", ...renderText(it.text), ...renderBlocks(it.more, ladder), ...below);
    if (labels) item.prepend(make("strong", `${labels}: `));
    return item;
  });
  into.append(renderLabel(label), dressed(name, "plain", ...drawn));
}

/**
 * What a picture of the widget shows, in words.
 * @param {any} id
 * @param {any} ladder
 * @returns {HTMLElement[]}
 */
function renderPicture(id, ladder) {
  const drawing = list(ladder.drawings).find((it) => it && it.id === id);
  const variants = list(drawing && drawing.variants);
  if (!variants.length) return [];
  const label = make("p", say("span", messages.picture));
  if (variants.length > 1) {
    return [label, dressed("ul", "plain", ...variants.map(({ when, alt }) => renderVariant({ when, text: String(alt) }, ladder)))];
  }
  label.append(` ${variants[0].alt}`);
  return [label];
}

/**
 * Text that may be missing, and what joins it to the words before it.
 * @param {string} joint
 * @param {any} text
 */
function renderAfter(joint, text) {
  return text ? [joint, ...renderText(text)] : [];
}

/**
 * Text that may be missing, as a paragraph behind the script's own words.
 * @param {string} label
 * @param {any} text
 */
function renderLed(label, text) {
  return text ? [make("p", say("strong", label), " ", ...renderText(text))] : [];
}

/** @param {any} sources */
function renderSources(sources) {
  if (!list(sources).length) return [];
  const items = list(sources).map((source) => {
    const item = make("li", ...renderText(source.text));
    if (source.checked) item.append(", ", say("span", messages.checked.replace("{month}", () => monthOf(source.checked))));
    // A note may go on with the sentence or begin its own.
    const goesOn = /^\p{Ll}/u.test(make("p", ...renderText(source.note || [])).textContent || "");
    item.append(...renderAfter(goesOn ? ": " : ". ", source.note));
    return item;
  });
  return [dressed("details", "sources", say("summary", messages.sources), dressed("ul", "plain", ...items))];
}

/** @param {any} checked a month as `2026-11`; anything else is left as it is */
function monthOf(checked) {
  const [, year, month] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(checked) || [];
  if (!month) return String(checked);
  const format = new Intl.DateTimeFormat(messages.lang, { year: "numeric", month: "long", timeZone: "UTC" });
  return format.format(Date.UTC(Number(year), Number(month) - 1));
}

/** @param {number} number */
function minutes(number) {
  const forms = messages.minutes;
  const category = new Intl.PluralRules(messages.lang).select(number);
  return (forms[category] || forms.other).replace("{n}", String(number));
}

/**
 * The whole document as headings, lists and paragraphs.
 * @param {string} text the document; nothing for one that comes with the script
 * @param {string | null} id of the one that comes with the script
 * @param {number} headingLevel of the title
 * @param {Words} words those of the script itself are in its own data
 * @returns {Element | null} null where the document cannot be drawn
 */
export function renderPlainList(text, id, headingLevel, words) {
  messages = words.widget ? words.messages : DATA.messages;
  try {
    const ladder = text ? JSON.parse(text) : DATA.ladders[String(id)];
    if (ladder.format !== FORMAT) return null;
    const below = Math.min(6, headingLevel + 1);
    const drawn = dressed("div", "ladder plain-list", dressed(`h${headingLevel}`, "ladder-title", ...renderText(ladder.title)));
    drawn.lang = String(ladder.lang || "en");
    drawn.dir = directionOf(drawn.lang);
    const rungs = dressed("ol", "rungs", ...list(ladder.rungs).map((rung) => renderRung(rung, ladder, below)));
    // Safari takes a list without its own marks for none.
    rungs.setAttribute("role", "list");
    drawn.append(dressed("div", "introduction", ...renderBlocks(ladder.introduction, ladder)), rungs);
    for (const [label, blocks] of [[messages.whenFixed, ladder.fixed], [messages.whenMoving, ladder.moving], [messages.ifNothingHelped, ladder.end]]) {
      if (list(blocks).length) drawn.append(dressed("div", "ending", say(`h${below}`, label), ...renderBlocks(blocks, ladder)));
    }
    drawn.append(...renderSources(ladder.sources));
    return drawn;
  } catch (error) {
    // Not a document, or one nested too deeply to be drawn.
    return null;
  }
}

/** @param {any} value */
function list(value) {
  return Array.isArray(value) ? value : [];
}

/** Languages written from right to left, unless their tag names another script. */
const RIGHT_TO_LEFT = ["ar", "arc", "ckb", "dv", "fa", "he", "iw", "khw", "ks", "ps", "sd", "ug", "ur", "yi"];
const RIGHT_TO_LEFT_SCRIPTS = ["arab", "hebr", "syrc", "thaa"];

/**
 * @param {string} lang BCP 47
 * @returns {"rtl" | "ltr"}
 */
function directionOf(lang) {
  const [language, ...rest] = /** @type {[string, ...string[]]} */ (lang.toLowerCase().split("-"));
  const script = rest.find((it) => /^[a-z]{4}$/.test(it));
  const isRightToLeft = script ? RIGHT_TO_LEFT_SCRIPTS.includes(script) : RIGHT_TO_LEFT.includes(language);
  return isRightToLeft ? "rtl" : "ltr";
}
