// The crash guard: notices when an instance of the module crashes. What the instance holds is half changed then.
// Knows exports by how the build names them, nothing of what they do.
//
// A panic is told by the module itself. Other traps, and what a broken page throws into the module, are seen
// here: every export is wrapped. So nothing is left uncaught, and nobody calls into a crashed instance again.

/** What the names begin with that the build gives to exports that browsers call on their own. */
const BY_BROWSERS = "$";

/**
 * What a call into a crashed instance returns. The glue looks into the answers of some for an error.
 * @type {readonly never[]}
 */
const NOTHING = Object.freeze([]);

/**
 * The exports of one instance, as its glue is to call them.
 * @param {WebAssembly.Exports} exports
 * @param {(error: unknown) => void} onTrap called once, when the instance has crashed
 */
export function guardExports(exports, onTrap) {
  let isCrashed = false;
  const guarded = /** @type {WebAssembly.Exports} */ ({});
  for (const [name, value] of Object.entries(exports)) {
    if (typeof value !== "function") {
      guarded[name] = value;
      continue;
    }
    const byBrowsers = name.startsWith(BY_BROWSERS);
    guarded[name] = (/** @type {unknown[]} */ ...values) => {
      if (isCrashed && byBrowsers) return NOTHING;
      if (isCrashed) throw new Error("the module has stopped");
      try {
        return value(...values);
      } catch (error) {
        if (!isCrashed) {
          isCrashed = true;
          onTrap(error);
        }
        if (!byBrowsers) throw error;
        return NOTHING;
      }
    };
  }
  return guarded;
}
