// One widget in one element: when it loads, mounts, follows its attributes, fails and ends.
// Knows the module's handle by name, nothing of what the widget shows.

/**
 * @typedef {object} Widget
 * @property {(attribute: string) => void} changed an attribute of the element may have changed
 * @property {() => void} moved the element may stand elsewhere now
 * @property {() => void} stop the element has left the page
 */

/**
 * The widgets that are mounted: how each is told of the end of its instance, and which one that is.
 * @type {Map<(failure: Failure) => void, Promise<any>>}
 */
const mounted = new Map();

/**
 * @param {string} message
 * @param {Promise<any>} instance the one that has died
 */
function crash(message, instance) {
  // The trap may still be under way: its own stack has to end first.
  queueMicrotask(() => {
    for (const [stumble, its] of Array.from(mounted)) {
      if (its === instance) stumble(new Failure("failedCrash", message));
    }
  });
}

/**
 * Places that widgets have left, for each instance. They are used again, since Yew never lets go of one.
 * @type {WeakMap<Promise<any>, { handle: any, root: HTMLElement }[]>}
 */
const places = new WeakMap();

/**
 * Tells the other instances of the page that something has been stored, since browsers tell only other tabs.
 * @param {string} key
 * @param {Promise<any>} from the instance that knows already
 */
function relay(key, from) {
  for (const instance of new Set(mounted.values())) {
    // One that dies of it tells its own widgets.
    if (instance !== from) instance.then((exports) => exports.stored(key)).catch(() => {});
  }
}

/**
 * @param {HTMLElement} element
 * @returns {Widget}
 */
function startWidget(element) {
  const face = faceOf(element);
  /** Counts the starts and ends, so that what an earlier start still brings is not taken for a later one's. */
  let round = 0;
  /** The round whose loading has begun. */
  let loaded = 0;
  let stopped = false;
  /** How often an instance has died under this widget since it began. */
  let crashes = 0;
  /** Whether it has an instance of its own: where one has died, the next death is to be nobody else's. */
  let hasOwnInstance = false;
  let isReadyTold = false;
  let mount = /** @type {any} */ (null);
  let giveBack = (/** @type {any} */ handle) => {};
  /** The document, as soon as it is there; and its packed form, once it has been read. */
  let text = "";
  let ladder = /** @type {Uint8Array | null} */ (null);
  let stopWatching = () => {};
  let changes = /** @type {Set<string> | null} */ (null);

  /** @param {boolean} [atOnce] */
  function begin(atOnce) {
    round += 1;
    crashes = 0;
    isReadyTold = false;
    text = "";
    ladder = null;
    // Before anything is drawn: on a slow line it is what takes longest.
    if (atOnce || element.getAttribute("loading") === "eager" || isFirstInSight(element)) load();
    else stopWatching = watch(element, load);
    face.loading(load);
  }

  function load() {
    stopWatching();
    if (loaded === round) return;
    const mine = (loaded = round);
    start(() => mine === round).catch((error) => {
      if (mine === round) stumble(toFailure(error));
    });
  }

  /** @param {() => boolean} isCurrent */
  async function start(isCurrent) {
    const source = documentOf(element);
    // What is in it may still come, and is all there is then.
    if (!source) await parsed(element);
    if (!isCurrent()) return;
    if (!source) throw new Failure("failedDocument", "no ladder is named: set the attribute ladder or src");
    // All at once. The document is waited for first, since the plain list needs it where a module fails.
    const instance = instanceFor(hasOwnInstance, crash);
    instance.catch(() => {});
    if (source !== "inside" && !text) {
      compiled("documents").catch(() => {});
      const fetched = await fetchDocument(source.address);
      if (!isCurrent()) return;
      text = fetched;
    }
    const exports = await instance;
    if (!isCurrent()) return;
    const bytes = ladder || new Uint8Array(await (source === "inside" ? ladderInside() : packed(text)));
    // Another ladder may have been named by now, which must not be taken for this one.
    if (!isCurrent()) return;
    ladder = bytes;
    const apart = source === "inside" ? "" : apartBy(text, source.address);
    mounted.set(stumble, instance);
    const left = places.get(instance) || [];
    // Yew leaves an empty text. What holds more has been changed by somebody else, and is left to them.
    const place = left.filter(({ root }) => !root.firstElementChild && !root.textContent).pop();
    places.set(instance, left.filter((it) => it !== place));
    const root = face.putRoot(place && place.root);
    giveBack = (handle) => {
      handle.rest();
      places.set(instance, [...(places.get(instance) || []), { handle, root }]);
    };
    if (place) {
      mount = place.handle;
      mount.update(options(ladder, apart));
    } else {
      mount = new exports.Mount(root, options(ladder, apart));
    }
  }

  /**
   * @param {Uint8Array} [ladder] none where it is still the same
   * @param {string} [apart] what its name is followed by where its progress is kept
   */
  function options(ladder, apart) {
    const mine = round;
    /**
     * What an earlier start's widget still tells is of no concern.
     * @template {any[]} T
     * @param {(...told: T) => any} hear
     * @returns {(...told: T) => any}
     */
    const current = (hear) => (...told) => (mine === round ? hear(...told) : undefined);
    const listener = {
      drawing: current(face.isDisturbed),
      drawn: current(face.drawn),
      stored: current((/** @type {string} */ key) => relay(key, /** @type {Promise<any>} */ (mounted.get(stumble)))),
      ready: current((/** @type {string} */ ladder) => face.letGo(current(() => {
        face.ready();
        // To the page, a widget that has come back has never been away.
        if (!isReadyTold) tell("ready", { ladder });
        isReadyTold = true;
      }))),
      change: current((/** @type {string} */ ladder, /** @type {string | undefined} */ rung, /** @type {string} */ kind) => {
        tell("change", { ladder, rung: rung === undefined ? null : rung, kind });
      }),
      fixed: current((/** @type {string} */ ladder, /** @type {string} */ rung, /** @type {number} */ minutes) => {
        tell("fixed", { ladder, rung, minutes });
      }),
    };
    return { ladder, apart, listener, ...readOptions(element) };
  }

  /**
   * Something has gone wrong. Of the first crash the reader sees nothing: the widget comes back from what is stored.
   * @param {Failure} failure
   */
  function stumble(failure) {
    if (failure.word === "failedCrash") crashes += 1;
    if (failure.word !== "failedCrash" || crashes > 1) {
      fail(failure);
      return;
    }
    hasOwnInstance = true;
    round += 1;
    mounted.delete(stumble);
    mount = null;
    face.fell();
    load();
  }

  /** @param {Failure} failure */
  function fail(failure) {
    end();
    // Nothing is to be loaded until the reader asks for it.
    const mine = (loaded = round);
    complain(failure);
    const isUnread = failure.word === "failedDocument";
    const hasSource = element.hasAttribute("src") || element.hasAttribute("ladder");
    const word = isUnread && isNewer(text) ? "failedNewer" : failure.word;
    const inside = insideOf(element);
    /** @param {Element | null} list */
    const show = (list) => {
      if (mine !== round) return;
      face.failed(hasSource ? word : null, list, () => begin(true));
      tell("error", { message: failure.message, errors: failure.errors });
    };
    if (isUnread || !(text || inside) || !face.wantsList()) {
      show(null);
      return;
    }
    // What stands stays until it is known what comes in its place.
    if (element.dataset.state !== "loading") face.loading(load);
    const level = readOptions(element).headingLevel;
    bringList().then((draw) => show(draw(text, inside, level)), () => show(null));
  }

  function end() {
    round += 1;
    stopWatching();
    mounted.delete(stumble);
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
        stumble(toFailure(error));
      }
    } else {
      face.recolour();
      const isWaiting = element.dataset.state === "loading";
      if (isWaiting && names.has("loading") && element.getAttribute("loading") === "eager") load();
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
 * What a module throws is a trap.
 * @param {any} error
 * @returns {Failure}
 */
function toFailure(error) {
  if (error instanceof Failure) return error;
  return new Failure("failedCrash", reason(error));
}
