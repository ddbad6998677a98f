// The first script in every page of the bench: notes when things happen there, in the same way for both sides.
// Knows the two elements by their names, and their content by the hooks that both have; nothing of how either works.
window.bench = (() => {
  "use strict";
  const WIDGETS = "fix-ladder, hand-ladder";

  const widgets = () => Array.from(document.querySelectorAll(WIDGETS)).filter((it) => it.shadowRoot);

  /** All elements of this kind, in all widgets, that a reader can see. */
  function seen(selector) {
    const found = widgets().flatMap((it) => Array.from(it.shadowRoot.querySelectorAll(selector)));
    return found.filter((it) => it.checkVisibility());
  }

  /** Resolves with the time at which the present content of the page has been painted. Call it in an animation frame. */
  function painted() {
    return new Promise((resolve) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => resolve(performance.now());
      channel.port2.postMessage(null);
    });
  }

  const frame = () => new Promise(requestAnimationFrame);
  const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

  /** Waits, frame by frame, until an expression has a value. */
  async function until(look) {
    for (;;) {
      await frame();
      const found = look();
      if (found) return found;
    }
  }

  /** Rejects with the first thing that goes wrong in the page. */
  const failed = new Promise((_, reject) => {
    addEventListener("error", (event) => reject(event.message));
    addEventListener("unhandledrejection", (event) => reject(event.reason));
  });
  failed.catch(() => {});

  /** Called with each key that either side has stored. */
  let onStored = (key) => {};
  const { setItem } = Storage.prototype;
  Storage.prototype.setItem = function (key, value) {
    setItem.call(this, key, value);
    onStored(key);
  };

  const memories = new Set();
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...values) => {
      const made = await original(...values);
      // For a compiled module, `instantiate` gives the instance alone.
      const { memory } = (made.instance || made).exports;
      if (memory) memories.add(memory);
      return made;
    };
  }

  let blocked = 0;
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) blocked += Math.max(0, task.duration - 50);
  }).observe({ type: "longtask", buffered: true });

  let largest = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) largest = entry.startTime;
  }).observe({ type: "largest-contentful-paint", buffered: true });

  let ready = 0;
  let firstReady = 0;
  for (const type of ["fix-ladder-ready", "hand-ladder-ready"]) {
    addEventListener(type, () => {
      ready += 1;
      firstReady ||= performance.now();
    });
  }

  /** How many callbacks of either side's scripts have run since the last count. */
  let calls = 0;
  const isOwn = () => /\/(fix-ladder|reference)\.\w+/.test(new Error().stack || "");
  for (const name of ["setTimeout", "setInterval", "requestAnimationFrame"]) {
    const original = window[name];
    window[name] = (run, ...rest) => {
      const own = isOwn();
      return original((...values) => {
        if (own) calls += 1;
        return run(...values);
      }, ...rest);
    };
  }

  /** When the first step was painted, in milliseconds since the request for the page. */
  async function firstView() {
    await until(() => seen("[data-step]").length);
    return painted();
  }

  /** Ticks the first step as soon as it can be ticked. Resolves with the time at which the tick was stored. */
  function firstTick() {
    return new Promise(async (resolve) => {
      const [box] = await until(() => {
        const boxes = seen("input[data-step]:not(:disabled)");
        return boxes.length ? boxes : null;
      });
      onStored = (key) => {
        if (key.endsWith(`step:${box.dataset.step}`)) resolve(performance.now());
      };
      box.click();
    });
  }

  /** When the first widget was ready, in milliseconds since the request for the page. */
  async function alive() {
    while (!ready) await pause(20);
    return firstReady;
  }

  /** Resolves once this many widgets are ready and painted, and have done what they do afterwards. */
  async function settled(count) {
    while (ready < count) await pause(5);
    await frame();
    await painted();
    await pause(100);
  }

  /** Milliseconds from the click until the tick is shown and stored, and until it is laid out as well. */
  function tick(box) {
    const item = box.closest("li");
    const before = item.className;
    return new Promise((resolve) => {
      let isStored = false;
      const observer = new MutationObserver(end);
      observer.observe(item, { attributes: true, attributeFilter: ["class"] });
      onStored = (key) => {
        isStored ||= key.endsWith(`step:${box.dataset.step}`);
        end();
      };
      const start = performance.now();
      box.click();

      function end() {
        if (!isStored || item.className === before) return;
        observer.disconnect();
        onStored = () => {};
        const shown = performance.now() - start;
        for (const widget of widgets()) widget.offsetHeight;
        resolve([shown, performance.now() - start]);
      }
    });
  }

  /** Scrolls to this many steps, from the first to the last, and ticks each. Each change is painted before the next tick. */
  async function ticks(count) {
    const boxes = seen("input[data-step]:not(:disabled)");
    const took = [];
    for (let index = 0; index < count; index += 1) {
      const box = boxes[Math.floor((index * (boxes.length - 1)) / (count - 1))];
      box.scrollIntoView({ block: "center" });
      await frame();
      await painted();
      took.push(await tick(box));
      await frame();
      await painted();
    }
    return took;
  }

  async function press(action) {
    seen(`[data-action="${action}"]`)[0].click();
    await until(() => seen("[role=timer]").length);
    await painted();
    await pause(100);
  }

  /** Resolves once nobody sees the page. */
  async function hidden() {
    while (!document.hidden) await pause(5);
  }

  return {
    failed,
    firstView,
    firstTick,
    alive,
    settled,
    ticks,
    press,
    hidden,
    pause,
    blocked: () => blocked,
    calls: () => calls,
    /** Bytes of memory that modules have allocated. */
    moduleBytes: () => Array.from(memories, (it) => it.buffer.byteLength).reduce((sum, it) => sum + it, 0),
    /** When the post itself was painted: its largest part, its last picture, its text. */
    post: () => ({
      largest,
      pictures: Math.max(0, ...performance.getEntriesByType("resource").filter((it) => it.initiatorType === "img").map((it) => it.responseEnd)),
      text: performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd,
    }),
  };
})();
