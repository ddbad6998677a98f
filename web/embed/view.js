// What stands in the element's shadow root: the author's own HTML, a first view, a notice, a plain list, the widget.
// Knows the faces and when each is seen, nothing of loading.

/** The face of each element that has had a widget: one that is put in again shows the same root. */
const faces = /** @type {WeakMap<HTMLElement, ReturnType<typeof makeFace>>} */ (new WeakMap());

/** @param {HTMLElement} element */
function faceOf(element) {
  const face = faces.get(element) || makeFace(element);
  faces.set(element, face);
  return face;
}

/** @param {HTMLElement} element */
function makeFace(element) {
  const root = element.shadowRoot || element.attachShadow({ mode: "open" });
  /** Where the author's own HTML is seen. What they wrote as a shadow root has come with it. */
  const slot = root.firstChild ? make("div", ...Array.from(root.childNodes)) : make("slot");
  let mountRoot = /** @type {HTMLElement | null} */ (null);
  /** The drawing of a module that has died, until another takes its place. */
  let fallen = /** @type {HTMLElement | null} */ (null);
  let theme = /** @type {ReturnType<typeof followTheme> | null} */ (null);
  let textWatch = /** @type {ReturnType<typeof watchText> | null} */ (null);
  /** The first view, until the widget takes its place. */
  let first = /** @type {ReturnType<typeof drawFirst> | null} */ (null);
  /** The ladder that has a first view, where that is the one which is wanted: nothing is touched in any other. */
  let ladder = /** @type {string | null} */ (null);
  const touches = /** @type {Touches} */ (new Map());
  /** Whether the widget has been given the touches, and has still to take them in. */
  let isGiven = false;
  let heights = /** @type {ReturnType<typeof noteHeight> | null} */ (null);
  /** Whether what had the focus has been taken away, so that what comes instead should have it. */
  let focusIsLost = false;
  /** What had the focus last, whether it still stands or not. */
  let lastFocus = /** @type {Note | null} */ (null);
  /** What is to be the same in the drawing that takes the place of this one. */
  let place = /** @type {{ focus: Note | null, unfolded: string[] } | null} */ (null);

  const hasOwnHtml = () => holdsHtml(element) || holdsHtml(slot);
  let hadOwnHtml = false;
  /** Draws what depends on the author's own HTML; null where nothing does. */
  let draw = /** @type {((own: boolean) => void) | null} */ (null);
  // The parser may bring it after this script, and a page's own scripts at any time.
  watchHtml(element, () => {
    if (draw && hasOwnHtml() !== hadOwnHtml) follow(draw);
  });

  /** @param {(own: boolean) => void} drawing called now, and whenever the author's own HTML has come or gone */
  function follow(drawing) {
    draw = drawing;
    hadOwnHtml = hasOwnHtml();
    drawing(hadOwnHtml);
  }

  /** Gives the root its styles. False where this browser cannot. */
  function dress() {
    const styles = sheetOf(element.ownerDocument);
    if (!styles || !root.adoptedStyleSheets) return false;
    if (!root.adoptedStyleSheets.includes(styles)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, styles];
    return true;
  }

  /** @param {Element[]} parts those that will stay */
  function mindFocus(parts) {
    const held = root.activeElement;
    if (held && !parts.some((part) => part.contains(held))) focusIsLost = true;
  }

  /** Whether nothing in the page has the focus. */
  function isFocusFree() {
    const { activeElement, body } = truly(element.ownerDocument);
    return !activeElement || activeElement === body;
  }

  /** @param {Element} drawing the one that is to be replaced */
  function takePlace(drawing) {
    const held = root.activeElement;
    // Another has been asked for before the last one stood: what the reader had at hand is known already.
    if (place && !held) return;
    // What had the focus may have been removed under the reader's hand.
    const removed = lastFocus && !lastFocus.element.isConnected && isFocusFree() ? lastFocus : null;
    place = { focus: held ? noteOf(held) : removed, unfolded: unfoldedIn(drawing) };
  }

  function giveBackPlace() {
    if (!place || !mountRoot) return;
    const { focus, unfolded } = place;
    place = null;
    unfoldAgain(mountRoot, unfolded);
    if (focus && isFocusFree()) focusAgain(mountRoot, focus);
  }

  /** The widget has changed what is seen. */
  function drawn() {
    if (textWatch) textWatch.drawn(place !== null);
    if (heights) heights.keep();
    // What is drawn is stored. Whatever dies before has to be given them again.
    if (isGiven) touches.clear();
    isGiven = false;
    giveBackPlace();
  }

  root.addEventListener("focusin", (event) => {
    if (event.target) lastFocus = noteOf(event.target);
  });
  root.addEventListener("focusout", () => {
    queueMicrotask(() => {
      // What still stands has given the focus away.
      if (lastFocus && lastFocus.element.isConnected && !root.activeElement) lastFocus = null;
    });
  });

  /**
   * @param {string} state
   * @param {Element[]} parts what is to be seen; a part that stands already is not moved
   */
  function show(state, parts) {
    mindFocus(parts);
    if (element.dataset.state !== state) element.setAttribute("data-state", state);
    for (const child of Array.from(root.childNodes)) {
      if (!parts.some((part) => part === child)) child.remove();
    }
    for (const part of parts) {
      if (part.parentNode !== root) root.append(part);
    }
    if (place) giveBackPlace();
    else if (focusIsLost) takeFocus(parts[0]);
    focusIsLost = false;
  }

  /** @param {HTMLElement} on */
  function colour(on) {
    const known = theme ? theme.color() : "";
    fade();
    theme = followTheme(element, on, known);
  }

  function fade() {
    if (theme) theme.stop();
    theme = null;
  }

  dress();
  return {
    /** The element may stand in another document now, which knows nothing of its styles. */
    moved: dress,

    /** @param {() => void} load called when the reader touches what only the widget can do */
    loading(load) {
      fade();
      ladder = firstLadderOf(element);
      isGiven = false;
      first = ladder && dress() ? drawFirst(ladder, readOptions(element).headingLevel, touches, load) : null;
      if (first && ladder) {
        heights = noteHeight(ladder);
        heights.watch(first.root);
        colour(first.root);
        draw = null;
        show("loading", [first.root]);
        return;
      }
      mindFocus([slot]);
      const isAwaited = focusIsLost;
      follow((own) => show("loading", own && !isAwaited ? [slot] : [notice("loading", DATA.words.loading), slot]));
    },

    /** @param {() => void} then called when what is seen may be taken away */
    letGo(then) {
      if (first) first.letGo(then);
      else then();
    },

    ready() {
      if (!mountRoot) return;
      const before = fallen || (first && first.root);
      if (before && !place) takePlace(before);
      fallen = first = null;
      if (heights) heights.hold(mountRoot, before);
      draw = null;
      show("ready", [mountRoot]);
      if (ladder) carryOut(touches, mountRoot, true);
      isGiven = ladder !== null;
    },

    /**
     * The element that a widget is mounted in: the one of a place that rests, or a fresh one, since Yew clears
     * it and its listeners stay on it for ever. It stands in no page until the widget is ready: browsers then
     * have less to do for each element.
     * @param {HTMLElement} [used]
     */
    putRoot(used) {
      if (!dress()) {
        throw new Failure("failedNoWasm", "this browser has no style sheets made by scripts");
      }
      mountRoot = used || make("div");
      colour(mountRoot);
      textWatch = watchText(mountRoot, drawn);
      if (heights) heights.watch(mountRoot);
      return mountRoot;
    },

    /** The module has died. What it has drawn stays to be seen until another drawing takes its place. */
    fell() {
      if (!mountRoot) return;
      if (textWatch) textWatch.stop();
      textWatch = null;
      isGiven = false;
      if (mountRoot.parentNode) fallen = mountRoot;
      mountRoot = null;
    },

    /** Before the widget changes what is seen: whether it has to be drawn from the top. */
    isDisturbed() {
      if (!mountRoot || !textWatch || !textWatch.isTaken()) return false;
      takePlace(mountRoot);
      return true;
    },

    drawn,

    /** Whether a list is of use: the author's own HTML goes before it. */
    wantsList: () => !hasOwnHtml(),

    /** The author has set another theme, or the element stands in other colours. */
    recolour() {
      if (theme) theme.look();
    },

    dropRoot() {
      fade();
      mindFocus([slot]);
      for (const drawing of [mountRoot, fallen]) {
        if (drawing) drawing.remove();
      }
      if (textWatch) textWatch.stop();
      if (heights) heights.stop();
      textWatch = heights = mountRoot = fallen = place = null;
    },

    /**
     * @param {string | null} word what to say, a key of DATA.words; null where the author's HTML is all there was to be
     * @param {Element | null} list where it could be drawn
     * @param {() => void} retry
     */
    failed(word, list, retry) {
      follow((own) => {
        const parts = [slot];
        fade();
        if (word || !own) {
          const button = make("button", DATA.words.retry);
          button.setAttribute("type", "button");
          button.setAttribute("data-action", "retry");
          button.addEventListener("click", retry, { once: true });
          // What is said has to fit what is seen beside it.
          const sentences = DATA.words[word || "failedDocument"];
          const sentence = own ? sentences.own : list ? sentences.list : sentences.nothing;
          const said = notice("failed", sentence, " ", button);
          said.setAttribute("role", "status");
          parts.unshift(said);
        }
        // Better the beginning to read than nothing.
        const other = list ? make("div", list) : first && first.root;
        if (other && !own) {
          if (!list) freeze(other);
          parts.push(other);
          colour(other);
        }
        show("failed", parts);
      });
    },
  };
}

/**
 * Gives a part the focus: its button, else its heading, else the whole of it.
 * @param {Element | undefined} part
 */
function takeFocus(part) {
  if (!part || part.localName === "slot") return;
  const taker = /** @type {HTMLElement} */ (part.querySelector(":scope > button") || part.querySelector("h2, h3, h4, h5, h6") || part);
  if (taker.localName !== "button") taker.setAttribute("tabindex", "-1");
  taker.focus();
}

/**
 * @param {string} name
 * @param {...(Node | string)} children
 */
function notice(name, ...children) {
  const element = make("p", ...children);
  element.setAttribute("data-notice", name);
  element.lang = DATA.words.lang;
  element.dir = DATA.words.dir;
  return element;
}
