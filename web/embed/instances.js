// The instances of the widget's module, and the widgets that each of them renders.
// Knows how an instance begins, crashes and is told of stored facts, nothing of what it renders.

import { instantiate } from "./compile.js";
import { guardExports } from "./crash-guard.js";
import { Failure, reason } from "./failure.js";
import { loadModule } from "./loader.js";
import { doAtOnce } from "./paper.js";

/**
 * A mount root that a widget has left. It is used again, since Yew never lets go of one.
 * @typedef {{ handle: Mount, root: HTMLElement }} MountRoot
 */

/**
 * @typedef {object} Instance
 * @property {Promise<WidgetModule>} exports of its glue
 * @property {WidgetModule["print"]} [print] once it has started
 * @property {Set<(failure: Failure) => void>} widgets each is called when the instance has crashed
 * @property {MountRoot[]} pool
 */

/** The one that widgets share; null before the first of them, after a failure and after its end. */
let shared = /** @type {Instance | null} */ (null);
/** What tells that a page is printed. */
const PRINT = ["beforeprint", "afterprint"];
/** Those that have widgets now. */
const instances = /** @type {Set<Instance>} */ (new Set());

/**
 * @param {boolean} isOwn whether no other widget may have it
 * @returns {Instance}
 */
export function acquireInstance(isOwn) {
  if (!isOwn && shared) return shared;
  const widgets = /** @type {Instance["widgets"]} */ (new Set());
  const forget = () => {
    if (shared === instance) shared = null;
  };
  const exports = startInstance((message) => {
    forget();
    // The trap may still be under way: its own stack has to end first.
    queueMicrotask(() => {
      const all = [...widgets];
      for (const crash of all) crash(new Failure("failedCrash", message));
    });
  });
  /** @type {Instance} */
  const instance = { exports, widgets, pool: [] };
  exports.then(({ print }) => (instance.print = print), forget);
  if (!isOwn) shared = instance;
  return instance;
}

/**
 * @param {Instance} instance
 * @param {(failure: Failure) => void} onCrash
 */
export function attach(instance, onCrash) {
  instance.widgets.add(onCrash);
  instances.add(instance);
  // The same listener is there once.
  for (const type of PRINT) addEventListener(type, followPrint);
}

/**
 * @param {Instance} instance
 * @param {(failure: Failure) => void} onCrash
 */
export function detach(instance, onCrash) {
  instance.widgets.delete(onCrash);
  if (!instance.widgets.size) instances.delete(instance);
  if (!instances.size) for (const type of PRINT) removeEventListener(type, followPrint);
}

/**
 * A mount root that may be used again, if there is one.
 * @param {Instance} instance
 */
export function takeRested(instance) {
  // Yew leaves an empty text. What holds more has been changed by somebody else, and is left to them.
  const used = instance.pool.filter(({ root }) => !root.firstElementChild && !root.textContent).pop();
  instance.pool = instance.pool.filter((it) => it !== used);
  return used;
}

/**
 * Tells the other instances of the page that something has been stored, since browsers tell only other tabs.
 * @param {string} key
 * @param {Instance} from the instance that knows already
 */
export function relay(key, from) {
  for (const instance of instances) {
    // One that crashes from it tells its own widgets.
    if (instance !== from) instance.exports.then((exports) => exports.stored(key)).catch(() => {});
  }
}

/** @param {Event} event */
function followPrint({ type }) {
  printAll(type === "beforeprint" ? 1 : 0);
}

/**
 * Has all widgets rendered for paper before this returns.
 * @param {number} how 0 not at all, 1 as they stand, 2 empty
 */
export function printAll(how) {
  for (const { print } of instances) {
    if (print) doAtOnce(() => print(how));
  }
}

/** @param {(message: string) => void} onCrash called once */
async function startInstance(onCrash) {
  const module = await loadModule("module");
  // A panic is told before it traps, and says more than the trap.
  let panic = "";
  /** @param {unknown} error */
  const onTrap = (error) => {
    console.error("fix-ladder: the widget has stopped.", panic, error);
    onCrash(panic || reason(error));
  };
  let glue;
  try {
    // Fresh glue for each instance: the old one stays bound to an instance that has crashed.
    glue = await freshGlue()(async (/** @type {WebAssembly.Imports} */ imports) =>
      guardExports((await instantiate(module, imports)).exports, onTrap),
    );
  } catch (error) {
    // Memory may be free again later.
    throw new Failure("failedNoWasm", `the module could not be started: ${reason(error)}`, undefined, !(error instanceof RangeError));
  }
  glue.onCrash((/** @type {string} */ message) => {
    panic = message;
  });
  return glue;
}
