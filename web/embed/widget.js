// One widget in one element: when it loads, mounts, follows its attributes, crashes, fails and stops.
// Knows the handle of the module by name, nothing of what the widget shows.

import { followSwitches, shownClimb, showClimb } from "./climb-key.js";
import { askForPanel, hasResumeLink } from "./door.js";
import { asFailure, complain } from "./failure.js";
import { isNewer } from "./document-format.js";
import { acquireInstance, attach, detach, printAll, relay, takeRested } from "./instances.js";
import { askAgain, learn, wordsFor } from "./languages.js";
import { encode, loadBuiltIn, loadModule, loadPlainList } from "./loader.js";
import { namespaceOf } from "./namespace.js";
import { readOwn } from "./own-html.js";
import { readOptions } from "./options.js";
import { progressOf } from "./progress.js";
import { fetchDocument } from "./request.js";
import { builtInOf, namesLadder, sourceOf } from "./source.js";
import { whileCurrent } from "./superseded.js";
import { tellPage } from "./tell.js";
import { onceATurn } from "./turn.js";
import { viewOf } from "./view.js";
import { isFirstInView, whenWanted } from "./viewport.js";
import { newSession } from "./widget-state.js";

/** @import { Failure } from "./failure.js" */
/** @import { Instance } from "./instances.js" */
/** @import { Reading } from "../post/reading.js" */
/** @import { State, Widget } from "./widget-state.js" */

/**
 * @param {HTMLElement} element
 * @returns {Widget}
 */
export function startWidget(element) {
  const view = viewOf(element);
  let state = /** @type {State} */ ({ kind: "stopped" });
  let session = newSession();
  /** Whether no other widget may have its instance: where one has crashed, the next crash is to be nobody else's. */
  let hasOwnInstance = false;
  const changed = onceATurn((names) => state.kind !== "stopped" && apply(names));

  /**
   * The one place where the state changes. What the state before has begun ends here, unless the next goes on with it.
   * @param {State} next
   */
  function become(next) {
    const before = state;
    state = next;
    if (before.kind === "waiting" && before.unwatch) before.unwatch();
    if (before.kind === "live") detach(before.instance, crash);
    if (before.abort && before.abort !== next.abort) before.abort.abort();
  }

  /** @param {boolean} [atOnce] */
  function begin(atOnce) {
    session = newSession();
    if (atOnce) askAgain();
    become({ kind: "waiting", abort: new AbortController() });
    // Before anything is shown: on a slow line it is what takes longest.
    if (atOnce || element.getAttribute("loading") === "eager" || hasResumeLink() || isFirstInView(element)) load();
    else if (state.kind === "waiting") state.unwatch = whenWanted(element, load);
    view.loading(load, wordsFor(element));
  }

  const prepareWords = () => learn(element, () => state.kind === "loading" && view.loading(load, wordsFor(element)));

  function load() {
    if (state.kind !== "waiting") return;
    const { abort } = state;
    become({ kind: "loading", abort });
    void prepareWords();
    start(abort).catch(async (error) => {
      await prepareWords();
      if (!abort.signal.aborted) crashOrFail(asFailure(error));
    });
  }

  /** @param {AbortController} abort */
  async function start(abort) {
    const { signal } = abort;
    const its = session;
    const source = sourceOf(element);
    // All at once. The document is waited for first, since the plain list needs it where a module fails.
    const instance = acquireInstance(hasOwnInstance);
    instance.exports.catch(() => {});
    if (source.kind === "url" && !its.document) {
      loadModule("documents").catch(() => {});
      its.document = source.text || (await fetchDocument(source.address, signal));
    }
    const [exports, own] = await Promise.all([instance.exports, source.kind === "inline" && readOwn(element, reread, prepareWords())]);
    if (signal.aborted) return;
    Object.assign(its, own);
    its.encoded = its.encoded || new Uint8Array(await (source.kind === "url" ? encode(its.document) : loadBuiltIn()));
    // Another ladder may have been named by now, which must not be taken for this one.
    if (signal.aborted) return;
    if (source.kind === "built-in") its.id = source.id;
    if (source.kind === "url") Object.assign(its, { id: JSON.parse(its.document).id, namespace: namespaceOf(its.document, source.address) });
    await prepareWords();
    if (!signal.aborted) mount(abort, instance, exports, options(abort, its.encoded));
  }

  /** @param {Reading} reading of a post that is another by now */
  function reread(reading) {
    if (state.kind === "failed") begin(true);
    else Object.assign(session, reading);
    updateAll();
  }

  /**
   * @param {AbortController} abort
   * @param {Instance} instance
   * @param {WidgetModule} exports
   * @param {MountOptions} given
   */
  function mount(abort, instance, exports, given) {
    const used = takeRested(instance);
    const root = view.mount(used && used.root);
    /** @type {State & { kind: "live" }} */
    const live = { kind: "live", abort, instance, root, handle: null };
    attach(instance, crash);
    become(live);
    live.handle = used ? used.handle : new exports.Mount(root, given);
    if (used) live.handle.update(given);
  }

  /**
   * @param {AbortController} abort
   * @param {Uint8Array} [ladder] none where it is still the same, and still the same climb
   * @returns {MountOptions}
   */
  function options({ signal }, ladder) {
    const its = session;
    const current = whileCurrent(signal);
    const listener = {
      rendering: current(view.isEdited),
      rendered: current(view.rendered),
      stored: current((/** @type {string} */ key) => {
        // The first fact of a climb has the tab stay with it.
        climb();
        if (state.kind === "live") relay(key, state.instance);
      }),
      open: current(open),
      ready: current((/** @type {string} */ id) => (its.whenReleased || view.whenReleased)(current(() => {
        view.ready();
        const isBack = its.isReadyTold;
        its.isReadyTold = true;
        // To the page, a widget that has come back has never been away.
        if (!isBack) tellPage(element, "ready", { ladder: id });
        if (its.isReset) reset();
        followLink();
      }))),
      change: current((/** @type {string} */ id, /** @type {string | undefined} */ rung, /** @type {string} */ kind) => {
        tellPage(element, "change", { ladder: id, rung: rung === undefined ? null : rung, kind });
      }),
      fixed: current((/** @type {string} */ id, /** @type {string} */ rung, /** @type {number} */ minutes) => {
        tellPage(element, "fixed", { ladder: id, rung, minutes });
      }),
    };
    return { ladder, namespace: its.namespace, caseId: climb().case, messages: wordsFor(element).widget, listener, ...readOptions(element) };
  }

  function climb() {
    return shownClimb(session.id + session.namespace);
  }

  /** @param {string} panel */
  function open(panel) {
    const { encoded } = session;
    if (state.kind !== "live" || !state.handle || !encoded) return;
    const { handle } = state;
    const switchCase = (/** @type {string} */ to) => showClimb({ ...climb(), case: to });
    void askForPanel({ element, encoded, climb, handle, words: wordsFor(element), switchCase, print: printAll }, panel);
  }

  /** The address may hold a resume link, which is for one of the ladders of the page. */
  function followLink() {
    if (!hasResumeLink()) return;
    load();
    open("open");
  }

  function isReady() {
    return state.kind === "live" && session.isReadyTold;
  }

  /** A widget that is not there yet is loaded for it. */
  function reset() {
    session.isReset = !isReady();
    if (session.isReset) load();
    else withHandle((handle) => handle.startOver());
  }

  /** @param {(handle: Mount) => void} call */
  function withHandle(call) {
    if (state.kind !== "live" || !state.handle) return;
    try {
      call(state.handle);
    } catch (error) {
      crashOrFail(asFailure(error));
    }
  }

  /** @param {Failure} failure */
  function crashOrFail(failure) {
    (failure.key === "failedCrash" ? crash : fail)(failure);
  }

  /**
   * Of the first crash the reader sees nothing: the widget comes back from what is stored.
   * @param {Failure} failure
   */
  function crash(failure) {
    session.crashes += 1;
    if (session.crashes > 1) return fail(failure);
    hasOwnInstance = true;
    become({ kind: "waiting", abort: new AbortController() });
    view.crashed();
    load();
  }

  /** @param {Failure} failure */
  function fail(failure) {
    const its = session;
    const abort = new AbortController();
    const words = wordsFor(element);
    leave({ kind: "failed", abort });
    complain(failure);
    const isUnread = failure.key === "failedDocument";
    const key = isUnread && isNewer(its.document) ? "failedNewer" : failure.key;
    const builtIn = builtInOf(element);
    /** @param {Element | null} list @param {boolean} [isLasting] whether nothing more may come of another try */
    const show = (list, isLasting = failure.isLasting) => {
      if (abort.signal.aborted) return;
      view.failed(namesLadder(element) ? key : null, list, isLasting ? null : () => begin(true), words);
      tellPage(element, "error", { message: failure.message, errors: failure.errors });
    };
    if (isUnread || !(its.document || builtIn) || !view.wantsList()) return show(null);
    // What stands stays until it is known what comes in its place.
    if (element.dataset.state !== "loading") view.loading(load, words);
    loadPlainList().then((render) => show(render(its.document, builtIn, readOptions(element).headingLevel, words)), () => show(null, failure.isLasting && failure.key === "failedNetwork"));
  }

  /**
   * Gives up the widget that is there.
   * @param {State} next
   */
  function leave(next) {
    const before = state;
    become(next);
    view.unmount();
    if (before.kind !== "live" || !before.handle) return;
    const { handle, instance, root } = before;
    try {
      handle.release();
      instance.pool.push({ handle, root });
    } catch (error) {
      // Its instance has crashed, and what it held with it.
    }
  }

  /** @param {Set<string>} names */
  function apply(names) {
    if (names.has("src") || names.has("ladder") || (names.has("base") && state.kind === "failed")) {
      leave({ kind: "stopped" });
      return begin();
    }
    view.recolour();
    void learn(element, () => changed("lang")).then(() => session.readAgain && session.readAgain());
    const { abort } = state;
    if (abort) withHandle((handle) => handle.update(options(abort)));
    if (names.has("loading") && element.getAttribute("loading") === "eager") load();
  }

  /** Gives the widget its ladder and its climb anew. */
  function updateAll() {
    const [abort, encoded] = [state.abort, session.encoded];
    if (abort && encoded) withHandle((handle) => handle.update(options(abort, encoded)));
  }

  addEventListener("hashchange", followLink);
  const unfollow = followSwitches(({ ladder }) => ladder === session.id + session.namespace && updateAll());
  begin();
  return {
    reset,
    progress: () => (state.kind === "live" && isReady() ? progressOf(state.root, session.id, climb().case) : null),
    moved() {
      view.moved();
      changed("lang");
    },
    changed(name) {
      // Not at once: who takes it away each time would have the page do nothing else.
      if (name === "data-state") setTimeout(view.tellState);
      else changed(name);
    },
    stop() {
      removeEventListener("hashchange", followLink);
      unfollow();
      leave({ kind: "stopped" });
    },
  };
}
