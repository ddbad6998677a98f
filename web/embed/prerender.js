// The first view: what the script draws by itself before the module is there, of the ladder that came with it.
// Knows how its data is written (xtask/src/first.rs) and the hooks of the contract, nothing of what a ladder means.

/** What the reader has touched in a first view: the state to be, by the selector of the control, the latest last. */
/** @typedef {Map<string, any>} Touches */

/**
 * The ladder of an element, where its first view has come with the script.
 * @param {Element} element
 */
function firstLadderOf(element) {
  const id = element.getAttribute("ladder");
  return DATA.first && DATA.first.id === id && !element.getAttribute("src") ? id : null;
}

/** @param {string} ladder */
function hasProgress(ladder) {
  try {
    return Object.keys(localStorage).some((key) => key.startsWith(`fix-ladder/1/${ladder}/`));
  } catch (error) {
    // What cannot be read is not shown by the widget either.
    return false;
  }
}

/** @param {string} ladder */
function heightKey(ladder) {
  return `fix-ladder/height/${ladder}`;
}

/**
 * Draws the start of a ladder, with the reader's touches so far. Where there is progress, nothing is drawn that
 * may stand otherwise by now, only the title, and the room that the widget took the last time.
 * @param {string} ladder
 * @param {number} level of the title's heading
 * @param {Touches} touches
 * @param {() => void} onTouch called when something has been touched that only the widget can do
 */
function drawFirst(ladder, level, touches, onTouch) {
  const isKnown = hasProgress(ladder);
  const widget = dressed("div", "widget", drawnOnce(isKnown, level));
  widget.lang = DATA.words.lang;
  if (isKnown) {
    widget.append(dressed("p", "small late", DATA.words.loading));
    reserve(widget, ladder);
  }
  // Nothing may be answered before the widget can hear it. It looks as it will, since it is not closed but early.
  for (const control of Array.from(widget.querySelectorAll('button:not([data-action="toggle"]), input:not([data-step])'))) {
    if (control.hasAttribute("disabled")) continue;
    control.setAttribute("disabled", "");
    control.setAttribute("data-early", "");
  }
  const note = (/** @type {string} */ name, /** @type {Element} */ control, /** @type {any} */ state) => {
    const selector = `[${name}="${control.getAttribute(name)}"]`;
    touches.delete(selector);
    touches.set(selector, state);
    onTouch();
  };
  /** Whether the list of a choice may be open. */
  let isChoosing = false;
  widget.addEventListener("pointerdown", ({ target }) => {
    isChoosing = /** @type {Element} */ (target).localName === "select";
  });
  widget.addEventListener("focusout", () => {
    isChoosing = false;
  });
  widget.addEventListener("change", ({ target }) => {
    const control = /** @type {any} */ (target);
    isChoosing = false;
    mark(control);
    if (control.localName === "select") note("data-choice", control, control.value);
    else note("data-step", control, control.checked);
  });
  widget.addEventListener("click", ({ target }) => {
    const toggle = /** @type {Element} */ (target).closest('[data-action="toggle"]');
    if (!toggle) return;
    const rung = /** @type {Element} */ (toggle.closest("[data-rung]"));
    note("data-rung", rung, !touches.get(`[data-rung="${rung.getAttribute("data-rung")}"]`));
  });
  carryOut(touches, widget, false);
  return {
    root: make("div", widget),
    /**
     * Calls back as soon as nothing of it is under a finger: what is taken away then would be pressed in vain.
     * @param {() => void} then
     */
    letGo(then, looks = 200) {
      const isHeld = isChoosing || widget.matches(":active");
      if (isHeld && looks) setTimeout(() => this.letGo(then, looks - 1), 50);
      else then();
    },
  };
}

/**
 * Looks as the widget will: a choice that is made is strong, ticked steps are quiet, a bar stands beside the first
 * of the others.
 * @param {any} control what has been touched
 */
function mark(control) {
  if (control.localName === "select") {
    control.parentNode.classList.toggle("made", control.value !== "");
    return;
  }
  let isNext = true;
  for (const item of control.closest("ol").children) {
    const { checked } = item.firstChild;
    item.classList.toggle("done", checked);
    item.classList.toggle("next", isNext && !checked);
    isNext = isNext && checked;
  }
}

/**
 * Does in a drawing what the reader did in an earlier one. The widget hears of it; a first view only shows it.
 * @param {Touches} touches
 * @param {Element} drawing
 * @param {boolean} isLive
 */
function carryOut(touches, drawing, isLive) {
  for (const [selector, state] of touches) {
    const control = /** @type {any} */ (drawing.querySelector(selector));
    // Another tab may have gone on meanwhile: what cannot be done any more is left as it stands.
    if (!control || control.disabled) continue;
    if (control.localName === "li") {
      const toggle = control.querySelector('[data-action="toggle"][aria-expanded="false"]');
      if (isLive && state && toggle) toggle.click();
      continue;
    }
    if (control.localName === "select") {
      const before = control.value;
      control.value = state;
      // Of an option that is not there, browsers make none.
      if (control.value !== state) control.value = before;
      else if (isLive) control.dispatchEvent(new Event("change", { bubbles: true }));
    } else if (control.checked !== state) {
      if (isLive) control.click();
      // The widget puts it back until it has drawn, which may be a frame later.
      control.checked = state;
    }
    mark(control);
  }
}

/**
 * Takes away what could be pressed, where nobody is left to hear it.
 * @param {Element} drawing
 */
function freeze(drawing) {
  for (const control of Array.from(drawing.querySelectorAll("button, input, select"))) {
    control.setAttribute("disabled", "");
    control.removeAttribute("data-early");
  }
}

/** What has been drawn already: the page may have many widgets of this ladder. */
const drawings = /** @type {Map<string, Element>} */ (new Map());

/**
 * @param {boolean} isKnown whether the reader has progress
 * @param {number} level of the title's heading
 */
function drawnOnce(isKnown, level) {
  const { tree } = DATA.first;
  const key = `${isKnown} ${level}`;
  const drawing = drawings.get(key) || drawElement(isKnown ? tree.slice(0, 2) : tree, level);
  drawings.set(key, drawing);
  return /** @type {Element} */ (drawing.cloneNode(true));
}

/** The id of the element before that has one. */
let lastId = "";

/**
 * @param {[string, ...any[]]} element its head, then its children
 * @param {number} level of the title's heading
 * @returns {Element}
 */
function drawElement([head, ...children], level) {
  const [names, ...attributes] = head.split("\n");
  const [first, ...classes] = names.replace("!", "").split(".");
  const heading = level + Number(first);
  const name = heading > 6 ? "p" : heading ? `h${heading}` : first;
  const space = name === "svg" || name === "circle" ? "2000/svg" : "1999/xhtml";
  const element = document.createElementNS(`http://www.w3.org/${space}`, name);
  const set = (/** @type {string} */ attribute) => {
    const end = attribute.indexOf("=");
    if (end < 0) element.setAttribute(attribute, "");
    else element.setAttribute(attribute.slice(0, end), attribute.slice(end + 1));
  };
  if (classes.length) set(`class=${classes.join(" ")}`);
  if (names.endsWith("!")) set(`part=${classes.join(" ")}`);
  if (name === "button") set("type=button");
  if (name === "label") set(`for=${lastId}`);
  if (name === "option") set(`value=${String(children[0]).toLowerCase().replace(/[^a-z0-9]+/g, "-")}`);
  attributes.forEach(set);
  const step = element.getAttribute("data-step");
  if (step) set(`id=step.${step}`);
  lastId = element.id || lastId;
  element.append(...children.map((child) => (typeof child === "string" ? child : drawElement(child, level))));
  return element;
}

/**
 * Keeps the room that the widget took the last time. At another width, too: what follows then moves by the
 * difference, mostly out of sight, and without it by all of it.
 * @param {HTMLElement} widget
 * @param {string} ladder
 */
function reserve(widget, ladder) {
  try {
    widget.style.minHeight = `${Number(localStorage.getItem(heightKey(ladder)))}px`;
  } catch (error) {
    // No room is kept.
  }
}

/**
 * Knows how much room a ladder takes: it is held where one drawing takes the place of another, and that of the
 * widget is noted for the next visit of a reader who has something stored. Asks the browser for a layout only where
 * it has told of none.
 * @param {string} ladder
 */
function noteHeight(ladder) {
  let height = 0;
  let live = /** @type {HTMLElement | null} */ (null);
  const keep = () => {
    try {
      const key = heightKey(ladder);
      const text = String(height);
      if (live && height && localStorage.getItem(key) !== text && hasProgress(ladder)) localStorage.setItem(key, text);
    } catch (error) {
      // There is no room for it, or nothing may be stored.
    }
  };
  const observer = new ResizeObserver((entries) => {
    for (const { target, contentRect } of entries) {
      // What is not seen has no height to tell of.
      if (contentRect.height) height = contentRect.height;
      if (live && live === target && contentRect.height) {
        const { style } = live;
        // Not at once: an observer that changes what it observes is an error to the page.
        if (style.minHeight) requestAnimationFrame(() => (style.minHeight = ""));
        keep();
      }
    }
  });
  return {
    keep,
    watch: (/** @type {Element} */ root) => observer.observe(root),
    /**
     * The widget is about to be seen. Safari lays out what a container query is in before what is in it: it must
     * not become short for a moment, or the page is scrolled.
     * @param {HTMLElement} root
     * @param {Element | null} before what it takes the place of
     */
    hold(root, before) {
      live = root;
      if (before && !height) height = before.getBoundingClientRect().height;
      if (height) root.style.minHeight = `${height}px`;
    },
    stop: () => observer.disconnect(),
  };
}
