// What tells a reader that a wait is over: the alarm, the title of the tab, and when anything is told at all.
// Knows the hooks by which waits are seen, with a clock of its own.

import assert from "node:assert/strict";
import { test } from "node:test";
import { newPage, provide, settled } from "./harness/dom.js";

const START = 1_800_000_000_000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/**
 * A page that nobody sees, unless the test says so.
 * @param {string} [html]
 */
function newHiddenPage(html = "") {
  const panels = { mayGoOn: "Go on", waitOver: "Over", waitOverMore: "More" };
  const page = newPage(html, { panels });
  const state = { isHidden: true };
  Object.defineProperty(page.document, "hidden", { configurable: true, get: () => state.isHidden });
  Object.defineProperty(page.document, "hasFocus", { configurable: true, value: () => !state.isHidden });
  provide("Document", { prototype: Object.getPrototypeOf(page.document) });
  page.document.title = "A post";
  const show = (/** @type {boolean} */ isSeen) => {
    state.isHidden = !isSeen;
    page.document.dispatchEvent(new Event("visibilitychange"));
  };
  return { page, show };
}

test("the title is given back as soon as the page is seen, and put before once", async () => {
  const { page, show } = newHiddenPage();
  const { putBeforeTitle } = await page.load("companion/signals/title");
  putBeforeTitle("Go on");
  putBeforeTitle("Go on");
  assert.equal(page.document.title, "✓ Go on – A post");
  show(true);
  assert.equal(page.document.title, "A post");
  putBeforeTitle("Go on");
  assert.equal(page.document.title, "A post", "the page is seen");
});

test("a page that sets its own title has the last word", async () => {
  const { page, show } = newHiddenPage();
  const { putBeforeTitle } = await page.load("companion/signals/title");
  putBeforeTitle("Go on");
  page.document.title = "(1) A message";
  putBeforeTitle("Go on");
  assert.equal(page.document.title, "(1) A message");
  show(true);
  assert.equal(page.document.title, "(1) A message");
});

/** @param {import("node:test").TestContext} t @param {boolean} mayHaveWorkers */
function playTimers(t, mayHaveWorkers) {
  t.mock.timers.enable({ apis: ["setTimeout", "Date"], now: START });
  const workers = /** @type {{ asked: number[], isEnded: boolean, onmessage: () => void }[]} */ ([]);
  provide("Worker", class {
    asked = /** @type {number[]} */ ([]);
    isEnded = false;
    onmessage = () => {};
    constructor() {
      if (!mayHaveWorkers) throw new TypeError("refused");
      workers.push(this);
    }
    /** @param {number} sleep */
    postMessage(sleep) {
      this.asked.push(sleep);
    }
    terminate() {
      this.isEnded = true;
    }
  });
  return workers;
}

test("an alarm sleeps in a worker, an hour at most, and ends with it", async (t) => {
  const { page } = newHiddenPage();
  const workers = playTimers(t, true);
  const { newAlarm } = await page.load("companion/signals/alarm");
  let n_rings = 0;
  const alarm = newAlarm(() => (n_rings += 1));
  alarm.set(START + 3 * HOUR);
  alarm.set(START + MINUTE);
  assert.deepEqual(workers.map((it) => it.asked), [[HOUR, MINUTE]]);
  workers[0]?.onmessage();
  assert.equal(n_rings, 1);
  alarm.stop();
  t.mock.timers.tick(4 * HOUR);
  assert.equal(n_rings, 1);
  assert.equal(workers[0]?.isEnded, true);
});

test("where a page allows no worker, its own timer rings", async (t) => {
  const { page } = newHiddenPage();
  playTimers(t, false);
  const { newAlarm } = await page.load("companion/signals/alarm");
  let n_rings = 0;
  newAlarm(() => (n_rings += 1)).set(START + MINUTE);
  t.mock.timers.tick(MINUTE - 1);
  assert.equal(n_rings, 0);
  t.mock.timers.tick(1);
  assert.equal(n_rings, 1);
});

/** @param {import("node:test").TestContext} t */
async function newSignals(t) {
  const { page, show } = newHiddenPage("<fix-ladder></fix-ladder>");
  const workers = playTimers(t, true);
  const heard = { n_tones: 0, n_closed: 0 };
  provide("AudioContext", class {
    state = "running";
    currentTime = 0;
    async resume() {}
    async close() {
      heard.n_closed += 1;
    }
    createOscillator() {
      return { frequency: {}, connect: (/** @type {unknown} */ it) => it, start: () => (heard.n_tones += 1), stop() {} };
    }
    createGain() {
      return { gain: { setValueAtTime() {}, exponentialRampToValueAtTime() {} }, connect: (/** @type {unknown} */ it) => it };
    }
  });
  const element = page.find("fix-ladder");
  const root = element.attachShadow({ mode: "open" });
  /** @param {number | null} deadline of the wait that runs */
  const render = async (deadline) => {
    root.innerHTML =
      deadline === null
        ? "<li data-rung=a data-state=open></li>"
        : `<li data-rung=a data-state=waiting><p role=timer data-deadline=${deadline}></p></li>`;
    await settled();
  };
  await render(START + MINUTE);
  const { startSignals } = await page.load("companion/signals/signals");
  const signals = startSignals(/** @type {any} */ ({ element, root }));
  await signals.turn("sound", true);
  heard.n_tones = 0;
  return { page, show, element, root, render, heard, workers, tick: async (/** @type {number} */ by) => {
    t.mock.timers.tick(by);
    await settled();
  } };
}

test("the end of a wait is heard once, in a page that nobody sees", async (t) => {
  const { page, heard, tick, render } = await newSignals(t);
  await tick(MINUTE - 1);
  assert.equal(heard.n_tones, 0);
  await tick(1);
  assert.equal(heard.n_tones, 2);
  assert.equal(page.document.title, "✓ Go on – A post");
  await render(null);
  await tick(HOUR);
  assert.equal(heard.n_tones, 2);
});

test("where the widget is faster than the alarm, it is heard as well, and the title stays", async (t) => {
  const { page, show, heard, tick, render } = await newSignals(t);
  show(true);
  t.mock.timers.setTime(START + MINUTE);
  await render(null);
  await tick(0);
  assert.equal(heard.n_tones, 2);
  assert.equal(page.document.title, "A post");
});

test("a wait that is taken back or made longer is not over", async (t) => {
  const { heard, tick, render } = await newSignals(t);
  await render(null);
  await tick(2 * MINUTE);
  assert.equal(heard.n_tones, 0);
  await render(START + 5 * MINUTE);
  await render(START + 10 * MINUTE);
  await tick(6 * MINUTE);
  assert.equal(heard.n_tones, 0);
  await tick(2 * MINUTE);
  assert.equal(heard.n_tones, 2);
});

test("what a reader comes back to long after its end is no news", async (t) => {
  const { show, heard } = await newSignals(t);
  t.mock.timers.setTime(START + HOUR);
  show(true);
  await settled();
  assert.equal(heard.n_tones, 0);
});

test("a widget that has left the page tells nothing more", async (t) => {
  const { element, root, heard, workers, tick } = await newSignals(t);
  element.remove();
  root.replaceChildren();
  await settled();
  assert.equal(heard.n_closed, 1);
  assert.ok(workers.every((it) => it.isEnded));
  await tick(HOUR);
  assert.equal(heard.n_tones, 0);
});
