// Counts what a page still has: listeners on its document and window, timers, bytes of its modules.
(() => {
  const roots = () => [window, document, document.documentElement, document.body];
  const listeners = new WeakMap();
  const key = (type, options) => `${type} ${Boolean(typeof options === "object" ? options && options.capture : options)}`;
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    const target = this || window;
    if (!listeners.has(target)) listeners.set(target, []);
    const own = listeners.get(target);
    const known = own.some((it) => it.key === key(type, options) && it.listener === listener);
    if (!known && listener) own.push({ key: key(type, options), listener });
    return addEventListener.call(target, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    const target = this || window;
    const own = listeners.get(target) || [];
    const place = own.findIndex((it) => it.key === key(type, options) && it.listener === listener);
    if (place >= 0) own.splice(place, 1);
    return removeEventListener.call(target, type, listener, options);
  };

  const timers = new Set();
  const { setTimeout, clearTimeout, setInterval, clearInterval } = window;
  window.setTimeout = (callback, ...more) => {
    const timer = setTimeout((...values) => {
      timers.delete(timer);
      callback(...values);
    }, ...more);
    timers.add(timer);
    return timer;
  };
  window.setInterval = (...values) => {
    const timer = setInterval(...values);
    timers.add(timer);
    return timer;
  };
  window.clearTimeout = (timer) => (timers.delete(timer), clearTimeout(timer));
  window.clearInterval = (timer) => (timers.delete(timer), clearInterval(timer));

  window.memories = new Set();
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...values) => {
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
