// Counts what a page still has: listeners on its document and window, timers, bytes of its modules.
(() => {
  const roots = () => [window, document, document.documentElement, document.body];
  /** @typedef {boolean | AddEventListenerOptions | undefined} Options */
  /** @typedef {{ key: string, listener: unknown }} Listener */
  /** @type {WeakMap<EventTarget, Listener[]>} */
  const listeners = new WeakMap();
  const key = (/** @type {string} */ type, /** @type {Options} */ options) => `${type} ${Boolean(typeof options === "object" ? options && options.capture : options)}`;
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    const target = this || window;
    const own = listeners.get(target) || [];
    listeners.set(target, own);
    const known = own.some((it) => it.key === key(type, options) && it.listener === listener);
    if (!known && listener) own.push({ key: key(type, options), listener });
    return addEventListener.call(target, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    const target = this || window;
    const own = listeners.get(target) || [];
    const index = own.findIndex((it) => it.key === key(type, options) && it.listener === listener);
    if (index >= 0) own.splice(index, 1);
    return removeEventListener.call(target, type, listener, options);
  };

  /** @type {Set<unknown>} */
  const timers = new Set();
  const { setTimeout, clearTimeout, setInterval, clearInterval } = window;
  /** @param {Function} callback @param {[delay?: number, ...values: unknown[]]} more */
  const countedTimeout = (callback, ...more) => {
    const timer = setTimeout((/** @type {unknown[]} */ ...values) => {
      timers.delete(timer);
      callback(...values);
    }, ...more);
    timers.add(timer);
    return timer;
  };
  /** @param {[run: TimerHandler, delay?: number, ...values: unknown[]]} values */
  const countedInterval = (...values) => {
    const timer = setInterval(...values);
    timers.add(timer);
    return timer;
  };
  Object.assign(window, { setTimeout: countedTimeout, setInterval: countedInterval });
  window.clearTimeout = (timer) => (timers.delete(timer), clearTimeout(timer));
  window.clearInterval = (timer) => (timers.delete(timer), clearInterval(timer));

  const memories = (window.memories = new Set());
  const api = /** @type {Record<string, Function>} */ (/** @type {unknown} */ (WebAssembly));
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = /** @type {Function} */ (api[name]);
    api[name] = async (/** @type {unknown[]} */ ...values) => {
      const made = await original(...values);
      // From a compiled module comes the instance alone.
      memories.add((made.instance || made).exports.memory);
      return made;
    };
  }

  /** What holds on to the page: every listener on what outlives an element, and every timer. */
  window.counts = () => [
    roots().map((root) => (listeners.get(root) || []).map((it) => it.key).sort()),
    timers.size,
  ];
  /** How many bytes the modules have taken. */
  window.moduleBytes = () => Array.from(memories, (it) => it.buffer.byteLength).reduce((sum, it) => sum + it, 0);
})();
