// The instances of the widget's module, and which widgets are drawn by each.
// Knows how an instance begins, crashes and is told of stored facts, nothing of what it draws.

import { instantiate } from "./compile.js";
import { guardExports } from "./crash-guard.js";
import { Failure, reason } from "./failure.js";

/**
 * A mount root that a widget has left. It is used again, since Yew never lets go of one.
 * @typedef {{ handle: any, root: HTMLElement }} MountRoot
 */

/**
 * @typedef {object} Instance
 * @property {Promise<any>} exports of its glue
 * @property {Set<(failure: Failure) => void>} widgets each is called when the instance has crashed
 * @property {MountRoot[]} pool
 */

/** @typedef {ReturnType<typeof createInstances>} Instances */

/**
 * One for each page.
 * @param {() => Promise<WebAssembly.Module>} loadModule the widget's
 */
export function createInstances(loadModule) {
  /** The one that widgets share; null before the first of them, after a failure and after its end. */
  let shared = /** @type {Instance | null} */ (null);
  /** Those that draw widgets now. */
  const used = /** @type {Set<Instance>} */ (new Set());

  /** @returns {Instance} */
  function create() {
    const widgets = /** @type {Instance["widgets"]} */ (new Set());
    const onCrash = (/** @type {string} */ message) => {
      forget();
      // The trap may still be under way: its own stack has to end first.
      queueMicrotask(() => {
        for (const crash of Array.from(widgets)) crash(new Failure("failedCrash", message));
      });
    };
    const created = { exports: startInstance(loadModule(), onCrash), widgets, pool: [] };
    const forget = () => {
      if (shared === created) shared = null;
    };
    created.exports.catch(forget);
    return created;
  }

  return {
    /** @param {boolean} isOwn whether no other widget may have it */
    acquire(isOwn) {
      if (isOwn) return create();
      shared = shared || create();
      return shared;
    },

    /**
     * @param {Instance} instance
     * @param {(failure: Failure) => void} onCrash
     */
    attach(instance, onCrash) {
      instance.widgets.add(onCrash);
      used.add(instance);
    },

    /**
     * @param {Instance} instance
     * @param {(failure: Failure) => void} onCrash
     */
    detach(instance, onCrash) {
      instance.widgets.delete(onCrash);
      if (!instance.widgets.size) used.delete(instance);
    },

    /**
     * Tells the other instances of the page that something has been stored, since browsers tell only other tabs.
     * @param {string} key
     * @param {Instance} from the instance that knows already
     */
    relay(key, from) {
      for (const instance of used) {
        // One that crashes from it tells its own widgets.
        if (instance !== from) instance.exports.then((exports) => exports.stored(key)).catch(() => {});
      }
    },
  };
}

/**
 * @param {Promise<WebAssembly.Module>} loading
 * @param {(message: string) => void} onCrash called once
 */
async function startInstance(loading, onCrash) {
  const module = await loading;
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
    throw new Failure("failedNoWasm", `the module could not be started: ${reason(error)}`);
  }
  glue.onCrash((/** @type {string} */ message) => {
    panic = message;
  });
  return glue;
}
