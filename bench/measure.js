// Stands first in every page of the bench, and notes when things happen there. The same for both sides: it knows the
// two elements by their names, and what is inside by the hooks that both have.
window.bench = (() => {
  "use strict";
  const WIDGETS = "fix-ladder, hand-ladder";

  const widgets = () => Array.from(document.querySelectorAll(WIDGETS)).filter((it) => it.shadowRoot);

  /** Every such element of every widget that a reader can see. */
  function seen(selector) {
    const found = widgets().flatMap((it) => Array.from(it.shadowRoot.querySelectorAll(selector)));
    return found.filter((it) => it.checkVisibility());
  }

  /** Resolves with the time when what stands in the page now has been painted. Call it in an animation frame. */
  function painted() {
    return new Promise((resolve) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => resolve(performance.now());
      channel.port2.postMessage(null);
    });
  }

  const frame = () => new Promise(requestAnimationFrame);
  const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

  /** Waits, frame by frame, until an expression gives something. */
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
      // From a compiled module comes the instance alone.
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

  /** What the scripts of either side have had called back since the last look. */
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

  /** When the first step has been painted, in milliseconds since the page was asked for. */
  async function firstView() {
    await until(() => seen("[data-step]").length);
    return painted();
  }

  /** Ticks the first step as soon as it can be ticked. Resolves with the time when that has been stored. */
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

  /** When the first widget stood, in milliseconds since the page was asked for. */
  async function alive() {
    while (!ready) await pause(20);
    return firstReady;
  }

  /** Resolves once so many widgets stand and have been painted, and what they do after that is done. */
  async function settled(count) {
    while (ready < count) await pause(5);
    await frame();
    await painted();
    await pause(100);
  }

  /** From the click until the tick is shown and stored, and until that is laid out as well, in milliseconds. */
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

  /** Brings so many steps into sight, from the first to the last, and ticks each; what it has changed is painted before the next. */
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
    /** Bytes that modules have taken for themselves. */
    moduleBytes: () => Array.from(memories, (it) => it.buffer.byteLength).reduce((sum, it) => sum + it, 0),
    /** When the post itself was there: its largest part, its last picture, its text. */
    post: () => ({
      largest,
      pictures: Math.max(0, ...performance.getEntriesByType("resource").filter((it) => it.initiatorType === "img").map((it) => it.responseEnd)),
      text: performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd,
    }),
  };
})();
