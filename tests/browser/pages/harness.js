// Runs before everything else on every page of a test: collects errors, moves the clock, lengthens the product's timeouts.
(() => {
  /** @type {string[]} */
  const errors = (window.__errors = []);
  addEventListener("error", (event) => errors.push(`uncaught: ${event.message}`));
  addEventListener("unhandledrejection", (event) => errors.push(`unhandled rejection: ${event.reason}`));
  const consoleError = console.error;
  // A test may take it away.
  const { RuntimeError } = WebAssembly;
  console.error = (...words) => {
    // Where WebAssembly traps, the engine alone knows which function it was.
    const told = words.map((it) => (it instanceof RuntimeError ? `${it}\n${it.stack}` : it));
    errors.push(`console: ${told.join(" ")}`);
    consoleError(...words);
  };

  // The window's name survives a reload, and is nobody's storage.
  const saved = /^clock:(-?\d+)$/.exec(window.name);
  let ahead = saved ? Number(saved[1]) : 0;
  const RealDate = Date;
  window.Date = /** @type {DateConstructor} */ (class Date extends RealDate {
    /** @param {ConstructorParameters<DateConstructor> | []} parts */
    constructor(...parts) {
      if (parts.length) super(...parts);
      else super(RealDate.now() + ahead);
    }
    /** @override */
    static now() {
      return RealDate.now() + ahead;
    }
  });

  /** The clock is turned, and nobody is told. */
  window.__turn = (milliseconds) => {
    ahead += milliseconds;
    window.name = `clock:${ahead}`;
  };

  /** As after a sleep: the clock has moved, no timer has run, and the page is told that it is seen again. */
  window.__advance = (milliseconds) => {
    window.__turn(milliseconds);
    document.dispatchEvent(new Event("visibilitychange"));
  };

  /** @type {Set<unknown>} */
  const due = new Set();
  const { setTimeout: later, clearTimeout: forget } = window;
  // The product gives up on a file after eight or ten seconds. A machine that is busy must not decide what a test sees:
  // where giving up is what is tested, the test has timers of its own before these.
  const timeouts = [8000, 10000];
  /** @param {TimerHandler} run @param {number} delay @param {unknown[]} given */
  const counted = (run, delay = 0, ...given) => {
    if (delay > 0 || typeof run !== "function") return later(run, timeouts.includes(delay) ? 15 * delay : delay, ...given);
    const timer = later(() => {
      due.delete(timer);
      run(...given);
    });
    due.add(timer);
    return timer;
  };
  Object.assign(window, { setTimeout: counted });
  window.clearTimeout = (timer) => {
    due.delete(timer);
    forget(timer);
  };
  /** How many timers wait for nothing but their turn. */
  window.__due = () => due.size;

  /** @type {SeenEvent[]} */
  const events = (window.__events = []);
  for (const type of ["ready", "change", "fixed", "error"]) {
    addEventListener(`fix-ladder-${type}`, (event) => {
      const { detail, target, composed } = /** @type {CustomEvent & { target: Element }} */ (event);
      events.push({ type, detail, target: target.localName, composed, at: performance.now() });
    });
  }
})();
