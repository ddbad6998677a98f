// Draws a document as a plain list, for readers for whom the widget cannot start.
// Knows the document's shape; believes nothing in it, and keeps no progress.

/** Addresses that a link may have. */
const LINKS = ["https:", "http:", "mailto:", "tel:"];

/**
 * @param {string} name
 * @param {...(Node | string)} children
 */
function make(name, ...children) {
  const element = document.createElement(name);
  element.append(...children);
  return element;
}

/**
 * In the script's own words, whatever the document's language is.
 * @param {string} name
 * @param {string} words
 */
function say(name, words) {
  const said = make(name, words);
  said.lang = DATA.words.lang;
  return said;
}

/**
 * @param {any} spans a string or a list of spans
 * @returns {(Node | string)[]}
 */
function drawText(spans) {
  if (typeof spans === "string") return [spans];
  return list(spans).map((span) => {
    if (typeof span === "string") return span;
    if (span.strong) return make("strong", ...drawText(span.strong));
    if (span.emphasis) return make("em", ...drawText(span.emphasis));
    if (span.code) return make("code", String(span.code));
    if (span.path) return make("strong", list(span.path).join(" › "));
    if (span.link) return drawLink(span.link);
    return "";
  });
}

/** @param {any} link */
function drawLink(link) {
  const words = drawText(link.text);
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
function drawBlocks(blocks, ladder) {
  return list(blocks).map((block) => {
    if (block && block.list) return make("ul", ...list(block.list).map((item) => make("li", ...drawText(item))));
    if (block && block.variants) {
      return make("ul", ...list(block.variants).map((variant) => drawVariant(variant, ladder)));
    }
    return make("p", ...drawText(block));
  });
}

/**
 * @param {any} variant
 * @param {any} ladder
 */
function drawVariant(variant, ladder) {
  const labels = labelsOf(variant.when, ladder);
  const label = labels ? make("strong", `${labels}:`) : say("strong", `${DATA.words.otherwise}:`);
  return make("li", label, " ", ...drawText(variant.text));
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
function drawRung(rung, ladder, level) {
  const words = DATA.words;
  const item = make("li");
  const severity = words.severities[rung.severity];
  item.append(make(`h${level}`, ...drawText(rung.title)));
  item.append(make("p", severity ? say("em", severity) : make("em", String(rung.severity))));
  item.append(...drawBlocks(rung.why, ladder));
  for (const [label, fact] of [[words.touches, rung.touches], [words.undo, rung.undo]]) {
    if (fact) item.append(make("p", say("strong", `${label}:`), " ", ...drawText(fact.text)));
  }
  if (rung.takes) {
    const takes = [say("strong", `${words.takes}:`), " ", say("span", minutes(rung.takes.minutes))];
    item.append(make("p", ...takes, ...drawAfter(", ", rung.takes.text)));
  }
  for (const advice of list(rung.advice_against)) {
    item.append(make("p", say("strong", words.advisesAgainst.replace("{by}", () => String(advice.by)))));
    item.append(...drawBlocks(advice.text, ladder));
  }
  // Everything that guards a step stands before it.
  for (const warning of list(rung.warnings)) {
    item.append(make("p", say("strong", words.warning)), make("blockquote", ...drawBlocks(warning.text, ladder)));
  }
  drawItems(item, "ul", words.beforeYouStart, rung.requirements, ladder);
  drawItems(item, "ol", words.steps, rung.steps, ladder);
  if (rung.wait && rung.wait.seconds > 0) {
    const wait = words.wait.replace("{duration}", minutes(Math.ceil(rung.wait.seconds / 60)));
    item.append(make("p", say("span", wait), ...drawAfter(", ", rung.wait.reason), "."));
  }
  item.append(rung.check ? make("p", ...drawText(rung.check)) : say("p", words.check));
  item.append(...drawSources(rung.sources));
  return item;
}

/**
 * @param {Element} into
 * @param {string} name
 * @param {string} label
 * @param {any} items requirements or steps
 * @param {any} ladder
 */
function drawItems(into, name, label, items, ladder) {
  if (!list(items).length) return;
  const drawn = list(items).map((it) => {
    const labels = labelsOf(it.when, ladder);
    const item = make("li", ...drawText(it.text), ...drawBlocks(it.more, ladder));
    if (labels) item.prepend(make("strong", `${labels}:`), " ");
    return item;
  });
  into.append(make("p", say("strong", label)), make(name, ...drawn));
}

/**
 * Text that may be missing, and what joins it to the words before it.
 * @param {string} joint
 * @param {any} text
 */
function drawAfter(joint, text) {
  return text ? [joint, ...drawText(text)] : [];
}

/** @param {any} sources */
function drawSources(sources) {
  if (!list(sources).length) return [];
  const items = list(sources).map((source) => {
    const item = make("li", ...drawText(source.text));
    if (source.checked) item.append(", ", say("span", DATA.words.checked.replace("{month}", () => source.checked)));
    // A note may go on with the sentence or begin its own.
    const goesOn = /^\p{Ll}/u.test(make("p", ...drawText(source.note || [])).textContent || "");
    item.append(...drawAfter(goesOn ? ": " : ". ", source.note));
    return item;
  });
  return [make("p", say("strong", DATA.words.sources)), make("ul", ...items)];
}

/** @param {number} number */
function minutes(number) {
  const forms = DATA.words.minutes;
  return (number === 1 ? forms.one : forms.other).replace("{n}", String(number));
}

/** @param {any} value */
function list(value) {
  return Array.isArray(value) ? value : [];
}

/**
 * The whole document as headings, lists and paragraphs.
 * @param {string} text the document
 * @param {number} headingLevel of the title
 * @returns {Element | null} null where the document cannot be drawn
 */
function drawPlainList(text, headingLevel) {
  try {
    const ladder = JSON.parse(text);
    const below = Math.min(6, headingLevel + 1);
    const drawn = make("div", make(`h${headingLevel}`, ...drawText(ladder.title)), ...drawBlocks(ladder.introduction, ladder));
    drawn.className = "plain-list";
    drawn.lang = String(ladder.lang || "en");
    drawn.dir = directionOf(drawn.lang);
    drawn.append(make("ol", ...list(ladder.rungs).map((rung) => drawRung(rung, ladder, below))));
    for (const [label, blocks] of [[DATA.words.whenFixed, ladder.fixed], [DATA.words.ifNothingHelped, ladder.end]]) {
      if (list(blocks).length) drawn.append(say(`h${below}`, label), ...drawBlocks(blocks, ladder));
    }
    drawn.append(...drawSources(ladder.sources));
    return drawn;
  } catch (error) {
    // Not a document, or one nested too deeply to be drawn.
    return null;
  }
}
