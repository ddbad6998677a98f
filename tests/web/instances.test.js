// Instances of the widget's module: who shares one, what a crash does, who is told of stored facts. And the crash guard.
// Knows the exports with fake glue, nothing of what widgets draw.

import assert from "node:assert/strict";
import { test } from "node:test";
import { newPage, provide, settled } from "./harness/dom.js";

/** Exports of a real module: `ok` returns 7, `trap` and `$trap` end in a trap. */
function realExports() {
  const bytes = [
    [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    [1, 5, 1, 0x60, 0, 1, 0x7f],
    [3, 3, 2, 0, 0],
    [7, 21, 3, 2, ...letters("ok"), 0, 0, 4, ...letters("trap"), 0, 1, 5, ...letters("$trap"), 0, 1],
    [10, 10, 2, 4, 0, 0x41, 7, 0x0b, 3, 0, 0, 0x0b],
  ].flat();
  return new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.from(bytes))).exports;
}

/** @param {string} text */
function letters(text) {
  return Array.from(text, (it) => it.charCodeAt(0));
}

/** @param {WebAssembly.Exports} exports */
async function guard(exports) {
  const { guardExports } = await import("../../web/embed/crash-guard.js");
  const traps = /** @type {unknown[]} */ ([]);
  const guarded = /** @type {Record<string, any>} */ (guardExports(exports, (error) => traps.push(error)));
  return { guarded, traps };
}

test("crash_guard_hands_on_values_and_what_is_no_function", async () => {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const { guarded, traps } = await guard({ ...realExports(), memory, add: (/** @type {number[]} */ ...all) => all });
  assert.equal(guarded.ok(), 7);
  assert.equal(guarded.memory, memory);
  assert.deepEqual(guarded.add(1, 2), [1, 2]);
  assert.deepEqual(traps, []);
});

test("crash_guard_a_trap_is_told_once_and_reaches_its_caller", async () => {
  const { guarded, traps } = await guard(realExports());
  assert.throws(() => guarded.trap(), WebAssembly.RuntimeError);
  assert.throws(() => guarded.trap(), /the module has stopped/);
  assert.equal(traps.length, 1);
  assert.ok(traps[0] instanceof WebAssembly.RuntimeError);
});

test("crash_guard_no_other_export_of_a_crashed_instance_is_called", async () => {
  let n_calls = 0;
  const { guarded } = await guard({ ...realExports(), count: () => (n_calls += 1), $count: () => (n_calls += 1) });
  assert.throws(() => guarded.trap());
  assert.throws(() => guarded.count(), /the module has stopped/);
  assert.deepEqual(guarded.$count(), []);
  assert.equal(n_calls, 0);
});

test("crash_guard_what_browsers_call_leaves_no_uncaught_error", async () => {
  const { guarded, traps } = await guard(realExports());
  assert.deepEqual(guarded.$trap(), []);
  assert.equal(traps.length, 1);
});

test("crash_guard_what_a_broken_page_throws_into_the_module_is_a_crash_too", async () => {
  const { guarded, traps } = await guard({ call() { throw "a string"; } });
  assert.throws(() => guarded.call(), (error) => error === "a string");
  assert.deepEqual(traps, ["a string"]);
});

/**
 * Instances with glue that keeps what it is given.
 * @param {import("node:test").TestContext} t
 */
async function fakeInstances(t) {
  const page = newPage();
  t.mock.method(console, "error", () => {});
  t.mock.method(WebAssembly, "instantiate", async () => ({ exports: realExports() }));
  const loader = await page.load("embed/loader");
  const state = { isOffline: false, n_instances: 0 };
  const compile = async () => {
    if (state.isOffline) throw new Error("offline");
    return /** @type {any} */ ("compiled");
  };
  loader.loadFrom({ compile, builtIn: async () => new ArrayBuffer(0), text: () => Promise.reject(new Error("none")), plainList: () => Promise.reject(new Error("none")), companion: () => Promise.reject(new Error("none")), post: () => Promise.reject(new Error("none")) });
  provide("freshGlue", () => async (/** @type {Instantiate} */ instantiate) => {
    state.n_instances += 1;
    const own = /** @type {Record<string, any>} */ (await instantiate({}));
    const glue = { own, panic: (/** @type {string} */ _message) => {}, stored: t.mock.fn(), onCrash: (/** @type {any} */ it) => (glue.panic = it) };
    return glue;
  });
  return { state, instances: await page.load("embed/instances") };
}

/** @param {import("../../web/embed/instances.js").Instance} instance */
const glueOf = async (instance) => /** @type {any} */ (await instance.exports);

test("instances_all_widgets_share_one_but_those_that_have_crashed", async (t) => {
  const { state, instances } = await fakeInstances(t);
  const shared = instances.acquireInstance(false);
  assert.equal(instances.acquireInstance(false), shared);
  const own = instances.acquireInstance(true);
  assert.notEqual(own, shared);
  assert.notEqual(instances.acquireInstance(true), own);
  assert.equal(instances.acquireInstance(false), shared, "an own one is never shared");
  await Promise.all([shared.exports, own.exports]);
  assert.equal(state.n_instances, 3);
});

test("instances_one_that_could_not_start_is_not_shared_any_more", async (t) => {
  const { state, instances } = await fakeInstances(t);
  state.isOffline = true;
  await assert.rejects(instances.acquireInstance(false).exports, /offline/);
  state.isOffline = false;
  await instances.acquireInstance(false).exports;
  assert.equal(state.n_instances, 1);
});

test("instances_a_module_that_does_not_start_is_what_this_browser_cannot_do", async (t) => {
  const { instances } = await fakeInstances(t);
  provide("freshGlue", () => async () => {
    throw new Error("no memory");
  });
  await assert.rejects(instances.acquireInstance(false).exports, { key: "failedNoWasm", message: "the module could not be started: no memory" });
});

test("instances_a_crash_is_told_to_every_widget_of_the_instance_after_its_own_stack", async (t) => {
  const { instances } = await fakeInstances(t);
  const [shared, own] = [instances.acquireInstance(false), instances.acquireInstance(true)];
  const told = /** @type {string[]} */ ([]);
  instances.attach(shared, (failure) => told.push(`one ${failure.key}`));
  const gone = () => told.push("gone");
  instances.attach(shared, gone);
  instances.detach(shared, gone);
  instances.attach(own, () => told.push("own"));
  const glue = await glueOf(shared);
  glue.panic("index out of bounds");
  assert.throws(() => glue.own.trap());
  assert.deepEqual(told, [], "not while the trap is under way");
  await settled();
  assert.deepEqual(told, ["one failedCrash"]);
});

test("instances_the_message_of_a_panic_says_more_than_its_trap", async (t) => {
  const { instances } = await fakeInstances(t);
  const messages = /** @type {string[]} */ ([]);
  for (const panic of ["index out of bounds", ""]) {
    const instance = instances.acquireInstance(true);
    instances.attach(instance, (failure) => messages.push(failure.message));
    const glue = await glueOf(instance);
    if (panic) glue.panic(panic);
    glue.own.$trap();
    await settled();
  }
  assert.deepEqual(messages, ["index out of bounds", "unreachable"]);
});

test("instances_after_a_crash_the_next_widget_gets_another", async (t) => {
  const { instances } = await fakeInstances(t);
  const shared = instances.acquireInstance(false);
  (await glueOf(shared)).own.$trap();
  assert.notEqual(instances.acquireInstance(false), shared);
});

test("instances_what_is_stored_is_told_to_the_others_that_have_widgets", async (t) => {
  const { instances } = await fakeInstances(t);
  const [from, other, unused] = [true, true, true].map(instances.acquireInstance);
  assert.ok(from && other && unused);
  const crash = () => {};
  instances.attach(from, crash);
  instances.attach(other, crash);
  instances.attach(unused, crash);
  instances.detach(unused, crash);
  instances.relay("a key", from);
  await settled();
  const calls = [];
  for (const it of [from, other, unused]) calls.push((await glueOf(it)).stored.mock.calls.map((/** @type {any} */ call) => call.arguments));
  assert.deepEqual(calls, [[], [["a key"]], []]);
});
