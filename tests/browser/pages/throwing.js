// One storage call of many throws, while a widget reads what is stored, sets aside what is broken, and stores what
// is ticked. The answer of `throwing` is what went wrong.
(() => {
  const KEY = "fix-ladder/1/throwing/default/step:";
  /** How many calls of each method may be the one that throws: so many are made at the least. */
  const POINTS = 20;
  /** How many steps are ticked already, and how many the reader ticks. */
  const STEPS = 4;
  const storage = window.localStorage;
  const real = Storage.prototype;
  const saved = /** @type {Record<string, PropertyDescriptor>} */ (Object.getOwnPropertyDescriptors(real));
  const ofWindow = Object.getOwnPropertyDescriptor(window, "localStorage") || Object.getOwnPropertyDescriptor(Window.prototype, "localStorage");
  const getter = /** @type {PropertyDescriptor} */ (ofWindow);
  /** @param {string} method @param {string[]} values @returns {any} what the method returns */
  const call = (method, ...values) => /** @type {PropertyDescriptor} */ (saved[method]).value.apply(storage, values);
  const store = (/** @type {string} */ name, /** @type {string} */ value) => call("setItem", KEY + name, value);
  /** @param {string} name @returns {string | null} */
  const stored = (name) => call("getItem", KEY + name);

  /**
   * The call of this number throws; with `always`, so does every later one.
   * @param {string} method
   * @param {number} number
   * @param {unknown} thrown
   * @param {boolean} always
   */
  function arm(method, number, thrown, always) {
    const owner = method === "localStorage" ? window : real;
    const old = method === "localStorage" ? getter : /** @type {PropertyDescriptor} */ (saved[method]);
    const armed = { calls: 0, thrown: 0, end: () => Object.defineProperty(owner, method, old) };
    const count = () => {
      armed.calls += 1;
      if (armed.calls !== number && !(always && armed.calls > number)) return;
      armed.thrown += 1;
      throw thrown;
    };
    /** @param {Function} wrapped @returns {(this: unknown, ...values: unknown[]) => any} as it returns */
    const wrap = (wrapped) =>
      function (...values) {
        count();
        return wrapped.apply(this, values);
      };
    const shim = old.value ? { ...old, value: wrap(old.value) } : { ...old, get: wrap(/** @type {Function} */ (old.get)) };
    Object.defineProperty(owner, method, { ...shim, configurable: true });
    return armed;
  }

  /** Everything that was on its way has happened. */
  function settled() {
    return new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage(0);
    });
  }

  /** @param {() => unknown} condition */
  async function until(condition) {
    const deadline = performance.now() + 5000;
    while (!condition()) {
      if (performance.now() > deadline) return false;
      await settled();
    }
    return true;
  }

  /** Where the ladder is. */
  let ladder = "";

  /** @type {(...call: Parameters<typeof arm>) => Promise<string[]>} */
  async function tryOnce(method, number, thrown, always) {
    call("clear");
    for (let n = 1; n <= STEPS; n += 1) {
      store(`kept-${n}`, '{"v":1,"t":1795424400000,"is":{"done":true}}');
    }
    const armed = arm(method, number, thrown, always);
    const element = document.createElement("fix-ladder");
    let failures = 0;
    element.addEventListener("fix-ladder-error", () => (failures += 1));
    element.setAttribute("src", ladder);
    element.setAttribute("loading", "eager");
    document.body.append(element);
    const root = () => /** @type {ShadowRoot} */ (element.shadowRoot);
    /** @param {string} css @returns {HTMLElement[]} */
    const all = (css) => Array.from(root().querySelectorAll(css));
    const press = (/** @type {string} */ step) => /** @type {HTMLElement} */ (all(`[data-step=${step}]`)[0]).click();
    const notice = () => all("[data-notice=not-kept]").length > 0;
    const ticked = () => all("[data-step]:checked").map((it) => String(it.dataset.step));
    const unstored = () => ticked().filter((name) => !(stored(name) || "").includes("true"));
    /** @type {string[]} */
    const wrong = [];
    const say = (/** @type {unknown} */ holds, /** @type {string} */ what) => holds || wrong.push(`${method} ${number} ${typeof thrown}${always ? " always" : ""}: ${what}`);

    say(await until(() => element.dataset.state === "ready"), `it is ${element.dataset.state}`);
    for (let n = 1; n <= POINTS; n += 1) store(`broken-${n}`, "{");
    // The length is asked for once each time that everything is read.
    for (let n = 0; n < (method === "length" ? POINTS : 1); n += 1) window.dispatchEvent(new Event("pageshow"));
    for (let n = 1; n <= STEPS && !wrong.length; n += 1) press(`tick-${n}`);
    const shown = () => all("[data-step^=tick]:checked").length === STEPS;
    say(await until(shown), `${ticked().length} boxes are ticked: ticking has stopped`);
    say(armed.thrown > 0, `it was called ${armed.calls} times only, and nothing was thrown`);
    say(notice() || !unstored().length, `${unstored().join()} not stored, and the reader is not told`);
    armed.end();
    if (!wrong.length) press("last");
    window.dispatchEvent(new Event("pageshow"));
    say(await until(() => all("[data-step=last]:checked").length), "ticking has stopped at the end");
    const areStored = await until(() => !unstored().length && !notice());
    say(areStored, `in the end ${unstored().join()} are not stored, the notice is ${notice() ? "there" : "gone"}`);
    say(ticked().length === 2 * STEPS + 1, `in the end ${ticked().length} boxes are ticked`);
    const left = all("[data-step^=broken]").filter((it) => stored(String(it.dataset.step)) === "{");
    say(!left.length, `${left.length} broken values were not set aside`);
    say(!failures && element.dataset.state === "ready", `it has failed: ${element.dataset.state}`);
    element.remove();
    return wrong;
  }

  /** The points from one on, a few at a time. Of two things that may be thrown, each gets one: with another `shift` the other. */
  window.throwing = async (text, method, shift, from) => {
    ladder = URL.createObjectURL(new Blob([text]));
    const things = [new Error("thrown by the test"), "thrown by the test"];
    const others = [new DOMException("thrown by the test", "SecurityError"), null];
    const wrong = from === 1 ? await tryOnce(method, 1, others[shift], true) : [];
    for (let number = from; number < from + 5; number += 1) {
      wrong.push(...(await tryOnce(method, number, things[(number + shift) % 2], false)));
    }
    return wrong;
  };
})();
