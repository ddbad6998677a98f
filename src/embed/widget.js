// One widget in one element: when it loads, mounts, follows its attributes, fails and ends.
// Knows the module's handle by name, nothing of what the widget shows.

/**
 * @typedef {object} Widget
 * @property {(attribute: string) => void} changed an attribute of the element may have changed
 * @property {() => void} moved the element may stand elsewhere now
 * @property {() => void} stop the element has left the page
 */

/**
 * Tells each widget that is mounted of the end of its module.
 * @type {Map<(failure: Failure) => void, Promise<any>>}
 */
const mounted = new Map();

/**
 * @param {string} message
 * @param {Promise<any>} module the one that has died
 */
function crash(message, module) {
  // The trap may still be under way: its own stack has to end first.
  queueMicrotask(() => {
    for (const [fail, its] of Array.from(mounted)) {
      if (its === module) fail(new Failure("failedCrash", message));
    }
  });
}

/**
 * Places that widgets have left, for each module. They are used again, since Yew never lets go of one.
 * @type {WeakMap<Promise<any>, { handle: any, root: HTMLElement }[]>}
 */
const places = new WeakMap();

/**
 * @param {HTMLElement} element
 * @returns {Widget}
 */
function startWidget(element) {
  const face = makeFace(element);
  /** Counts the starts and ends, so that what an earlier start still brings is not taken for a later one's. */
  let round = 0;
  /** The round whose loading has begun. */
  let loaded = 0;
  let stopped = false;
  let mount = /** @type {any} */ (null);
  let giveBack = (/** @type {any} */ handle) => {};
  let text = "";
  let stopWatching = () => {};
  let changes = /** @type {Set<string> | null} */ (null);

  /** @param {boolean} [atOnce] */
  function begin(atOnce) {
    round += 1;
    face.loading();
    if (atOnce || element.getAttribute("loading") === "eager") load();
    else stopWatching = watch(element, load);
  }

  function load() {
    stopWatching();
    if (loaded === round) return;
    const mine = (loaded = round);
    start(() => mine === round).catch((error) => {
      if (mine === round) fail(toFailure(error));
    });
  }

  /** @param {() => boolean} isCurrent */
  async function start(isCurrent) {
    text = "";
    const source = documentOf(element);
    if (!source) throw new Failure("failedDocument", "no ladder is named: set the attribute ladder or src");
    // Both at once. The document is waited for first, since the plain list needs it where the module fails.
    const module = loadModule(crash);
    module.catch(() => {});
    const fetched = "text" in source ? source.text : await fetchDocument(source.address);
    if (!isCurrent()) return;
    text = fetched;
    const exports = await module;
    if (!isCurrent()) return;
    mounted.set(fail, module);
    const left = places.get(module) || [];
    places.set(module, left);
    const place = left.pop();
    const root = face.putRoot(place && place.root);
    giveBack = (handle) => {
      handle.rest();
      left.push({ handle, root });
    };
    if (place) {
      mount = place.handle;
      mount.update(options());
    } else {
      mount = new exports.Mount(root, options());
    }
  }

  function options() {
    const mine = round;
    /** @param {string} type @param {object} detail */
    const onEvent = (type, detail) => {
      if (mine !== round) return;
      if (type === "ready") face.ready();
      tell(type, detail);
    };
    return { document: text, onEvent, ...readOptions(element) };
  }

  /** @param {Failure} failure */
  function fail(failure) {
    end();
    const hasSource = element.hasAttribute("src") || element.hasAttribute("ladder");
    const list = failure.word === "failedDocument" ? "" : text;
    face.failed(hasSource ? failure.word : null, list, () => begin(true));
    tell("error", { message: failure.message, errors: failure.errors });
  }

  function end() {
    round += 1;
    stopWatching();
    mounted.delete(fail);
    const handle = mount;
    mount = null;
    face.dropRoot();
    if (!handle) return;
    try {
      giveBack(handle);
    } catch (error) {
      // Its module has died, and what it held with it.
    }
  }

  /** @param {string} type @param {object} detail */
  function tell(type, detail) {
    element.dispatchEvent(new CustomEvent(`fix-ladder-${type}`, { bubbles: true, composed: true, detail }));
  }

  /** @param {Set<string>} names */
  function apply(names) {
    if (names.has("src") || names.has("ladder")) {
      end();
      begin();
    } else if (mount) {
      try {
        face.recolour();
        mount.update(options());
      } catch (error) {
        fail(toFailure(error));
      }
    } else if (names.has("loading") && element.getAttribute("loading") === "eager" && element.dataset.state === "loading") {
      load();
    }
  }

  begin();
  return {
    moved() {
      face.moved();
      this.changed("lang");
    },
    // Several attributes are often set in a row: one update for all of them.
    changed(name) {
      if (changes) {
        changes.add(name);
        return;
      }
      const names = (changes = new Set([name]));
      queueMicrotask(() => {
        changes = null;
        if (!stopped) apply(names);
      });
    },
    stop() {
      stopped = true;
      end();
    },
  };
}

/**
 * What the module throws: its own errors about a document, or a trap.
 * @param {any} error
 * @returns {Failure}
 */
function toFailure(error) {
  if (error instanceof Failure) return error;
  if (error && Array.isArray(error.errors)) return new Failure("failedDocument", error.message, error.errors);
  return new Failure("failedCrash", reason(error));
}

/**
 * Calls back once, when the element comes near the screen or is touched.
 * @param {Element} element
 * @param {() => void} callback
 * @returns {() => void} stops watching
 */
function watch(element, callback) {
  const intents = ["pointerenter", "focusin", "touchstart"];
  for (const intent of intents) element.addEventListener(intent, callback, { passive: true });
  const observer = new IntersectionObserver(
    (entries) => {
      if (entries.some((entry) => entry.isIntersecting)) callback();
    },
    { rootMargin: "600px" },
  );
  observer.observe(element);
  return () => {
    observer.disconnect();
    for (const intent of intents) element.removeEventListener(intent, callback);
  };
}
