// What happens when the module breaks: a module that has trapped is dead, for what it holds is half changed.
// Knows exports by how wasm-bindgen names them, nothing of what they do.
//
// A panic is told by the module itself. Other traps, and what a broken page throws into the module, are seen
// here: every export is wrapped. So nothing is left uncaught, and nobody calls into a dead module again.

/** The exports that browsers call on their own: events, timers, tasks, the clearing away of what is not needed. */
const CALLED_BY_BROWSERS = /^(wasm_bindgen__convert__closures|__wbindgen_destroy_closure|__wbg_.*_free)/;

/** What a call into a dead module brings. The glue looks into the answers of some for an error. */
const NOTHING = Object.freeze([]);

/**
 * Stands in for `WebAssembly` in the glue of one instance.
 * @param {(error: unknown) => void} onTrap called once, when the instance has died
 */
function watchedWebAssembly(onTrap) {
  const { Instance, Module } = WebAssembly;
  /** @param {WebAssembly.Module} module @param {WebAssembly.Imports} imports */
  const instantiate = async (module, imports) => {
    const { exports } = await WebAssembly.instantiate(module, imports);
    return { module, instance: { exports: watchExports(exports, onTrap) } };
  };
  return { Instance, Module, instantiate };
}

/**
 * @param {WebAssembly.Exports} exports
 * @param {(error: unknown) => void} onTrap
 */
function watchExports(exports, onTrap) {
  let dead = false;
  const watched = /** @type {Record<string, any>} */ ({});
  for (const [name, value] of Object.entries(exports)) {
    if (typeof value !== "function") {
      watched[name] = value;
      continue;
    }
    const byBrowsers = CALLED_BY_BROWSERS.test(name);
    watched[name] = (/** @type {any[]} */ ...values) => {
      if (dead && byBrowsers) return NOTHING;
      if (dead) throw new Error("the module has stopped");
      try {
        return value(...values);
      } catch (error) {
        if (!dead) {
          dead = true;
          onTrap(error);
        }
        if (!byBrowsers) throw error;
        return NOTHING;
      }
    };
  }
  return watched;
}
