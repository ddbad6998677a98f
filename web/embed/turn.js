// What is told several times in a row, put together.
// Knows turns, nothing of what is told.

/**
 * Several attributes are often set in a row: one call for all of them, once the page's own script has ended.
 * @param {(names: Set<string>) => unknown} apply
 * @returns {(name: string) => void}
 */
export function onceATurn(apply) {
  let names = /** @type {Set<string>} */ (new Set());
  return (name) => {
    if (!names.size) {
      queueMicrotask(() => {
        const all = names;
        names = new Set();
        apply(all);
      });
    }
    names.add(name);
  };
}
