// Leader election, and when a widget is near enough to the viewport to be loaded.
// Knows the exports with fake locks and layouts, nothing of what is announced or loaded.

import assert from "node:assert/strict";
import { test } from "node:test";
import { newPage, provide, settled } from "./harness/dom.js";

/**
 * @param {boolean} hasFocus
 * @param {object} [locks]
 */
async function leader(hasFocus, locks) {
  const page = newPage();
  Object.assign(page.document, { hasFocus: () => hasFocus });
  provide("navigator", { locks });
  return page.load("embed/leader");
}

/** Locks of which each name is free for the first that asks. */
function fakeLocks() {
  const held = /** @type {Map<string, unknown>} */ (new Map());
  return {
    held,
    /** @param {string} name @param {object} _options @param {(lock: object | null) => unknown} callback */
    async request(name, _options, callback) {
      if (held.has(name)) return callback(null);
      const ended = callback({});
      held.set(name, ended);
      await ended;
      return held.delete(name);
    },
  };
}

test("leader_the_page_with_the_focus_speaks_at_once", async (t) => {
  const { electLeader } = await leader(true, fakeLocks());
  const speak = t.mock.fn();
  electLeader("the wait is over", speak);
  assert.equal(speak.mock.callCount(), 1);
});

test("leader_a_page_without_the_focus_lets_the_others_go_first", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { electLeader } = await leader(false, fakeLocks());
  const speak = t.mock.fn();
  electLeader("a", speak);
  t.mock.timers.tick(499);
  assert.equal(speak.mock.callCount(), 0);
  t.mock.timers.tick(1);
  assert.equal(speak.mock.callCount(), 1);
});

test("leader_one_name_is_spoken_once_and_free_again_after_a_second", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const locks = fakeLocks();
  const { electLeader } = await leader(true, locks);
  const [one, other, later, another] = [t.mock.fn(), t.mock.fn(), t.mock.fn(), t.mock.fn()];
  electLeader("a", one);
  electLeader("a", other);
  electLeader("b", another);
  assert.deepEqual([one, other, another].map((it) => it.mock.callCount()), [1, 0, 1]);
  t.mock.timers.tick(999);
  await settled();
  assert.ok(locks.held.has("a"));
  t.mock.timers.tick(1);
  await settled();
  electLeader("a", later);
  assert.equal(later.mock.callCount(), 1);
});

test("leader_without_locks_two_may_speak_but_never_none", async (t) => {
  const { electLeader } = await leader(true, undefined);
  const speak = t.mock.fn();
  electLeader("a", speak);
  assert.equal(speak.mock.callCount(), 1);
});

test("leader_where_locks_are_refused_it_speaks", async (t) => {
  const { electLeader } = await leader(true, { request: () => Promise.reject(new Error("refused")) });
  const speak = t.mock.fn();
  electLeader("a", speak);
  await settled();
  assert.equal(speak.mock.callCount(), 1);
});

/**
 * @param {string} selector
 * @param {{ top: number, bottom: number } | null} place null where it is not rendered
 */
async function isFirst(selector, place) {
  const page = newPage("<p></p><b></b>");
  const element = page.find(selector);
  element.getBoundingClientRect = () => /** @type {DOMRect} */ (place || { top: 0, bottom: 0 });
  element.getClientRects = () => /** @type {any} */ (place ? [place] : []);
  const { isFirstInView } = await page.load("embed/viewport");
  return [isFirstInView(element), isFirstInView(element)];
}

test("viewport_the_first_widget_near_it_is_loaded_without_an_observer", async () => {
  assert.deepEqual(await isFirst("p", { top: 1399, bottom: 1500 }), [true, false], "and of the others an observer tells");
  assert.deepEqual(await isFirst("p", { top: 1400, bottom: 1500 }), [false, false]);
  assert.deepEqual(await isFirst("p", { top: -900, bottom: -599 }), [true, false]);
  assert.deepEqual(await isFirst("p", { top: -900, bottom: -600 }), [false, false]);
  assert.deepEqual(await isFirst("p", null), [false, false], "what is not rendered stands nowhere");
});

test("viewport_a_reader_who_is_about_to_use_a_widget_wants_it", async (t) => {
  const page = newPage("<p></p>");
  const element = page.find("p");
  const { whenWanted } = await page.load("embed/viewport");
  const wanted = t.mock.fn();
  const unwatch = whenWanted(element, wanted);
  const [observer] = page.observers;
  assert.ok(observer);
  observer.tell([{ isIntersecting: false }]);
  assert.equal(wanted.mock.callCount(), 0);
  observer.tell([{ isIntersecting: true }]);
  element.dispatchEvent(new Event("pointerenter"));
  element.dispatchEvent(new Event("focusin"));
  element.dispatchEvent(new Event("touchstart"));
  assert.equal(wanted.mock.callCount(), 4);
  unwatch();
  element.dispatchEvent(new Event("focusin"));
  assert.equal(wanted.mock.callCount(), 4);
  assert.deepEqual(observer.observed, []);
});
