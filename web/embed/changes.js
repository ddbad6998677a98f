// Attributes that change in a row: authors' scripts often set several, and one update is enough for all of them.
// Knows names, nothing of what a change leads to.

/**
 * @param {(names: Set<string>) => void} apply called once for all names of a turn
 * @returns {(name: string) => void}
 */
export function collectChanges(apply) {
  let changes = /** @type {Set<string> | null} */ (null);
  return (name) => {
    if (changes) {
      changes.add(name);
      return;
    }
    const names = (changes = new Set([name]));
    queueMicrotask(() => {
      changes = null;
      apply(names);
    });
  };
}
