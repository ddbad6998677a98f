// What a widget that another has taken the place of still tells is ignored.
// Knows the signal that ends it, nothing of what is told.

/**
 * @param {AbortSignal} signal
 * @returns {<T extends unknown[], R>(listener: (...told: T) => R) => (...told: T) => R | undefined}
 */
export function whileCurrent(signal) {
  return (listener) => (...told) => (signal.aborted ? undefined : listener(...told));
}
