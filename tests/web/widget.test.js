// The states of a widget: waiting, loading, live, crashed, failed, stopped.
// Knows the element from outside, with a fake module and fake files; nothing of what a widget shows.

import assert from "node:assert/strict";
import { test } from "node:test";
import { newPage, provide, settled } from "./harness/dom.js";

/**
 * @typedef {object} Files
 * @property {boolean} isOffline whether no module comes
 * @property {Record<string, string>} documents by their addresses
 * @property {string[]} fetched
 * @property {unknown} fault what the next call of the module throws
 * @property {number} n_instances
 */

/** @typedef {{ options: MountOptions, root: HTMLElement, updates: MountOptions[], n_rests: number }} Mounted */

/**
 * A page whose module and files are at the test's command. Nothing of it is near the viewport.
 * @param {import("node:test").TestContext} t
 * @param {string} html with one `<p>`, which becomes the widget's element
 * @param {(files: Files) => void} [prepare]
 */
async function newWidget(t, html, prepare = () => {}) {
  const page = newPage(html, { ladders: {} });
  for (const method of /** @type {const} */ (["error", "warn"])) t.mock.method(console, method, () => {});
  const mounted = /** @type {Mounted[]} */ ([]);
  /** @type {Files} */
  const files = { isOffline: false, documents: {}, fetched: [], fault: null, n_instances: 0 };
  prepare(files);
  const call = () => {
    const { fault } = files;
    files.fault = null;
    if (fault) throw fault;
  };
  class FakeMount {
    /** @param {HTMLElement} root @param {MountOptions} options */
    constructor(root, options) {
      call();
      this.mounted = { root, options, updates: /** @type {MountOptions[]} */ ([]), n_rests: 0 };
      mounted.push(this.mounted);
    }

    /** @param {MountOptions} options */
    update(options) {
      call();
      this.mounted.updates.push(options);
    }

    release() {
      call();
      this.mounted.n_rests += 1;
    }
  }
  provide("freshGlue", () => async () => {
    files.n_instances += 1;
    return { Mount: FakeMount, stored() {}, onCrash() {} };
  });
  provide("fetch", async (/** @type {string} */ address) => {
    files.fetched.push(address);
    const text = files.documents[address];
    return { ok: text !== undefined, status: 404, text: async () => text };
  });
  const { loadFrom } = await page.load("embed/loader");
  const { Failure } = await page.load("embed/failure");
  loadFrom({
    compile: async () => {
      if (files.isOffline) throw new Failure("failedNetwork", "offline");
      return /** @type {any} */ ("compiled");
    },
    builtIn: async () => new Uint8Array([1, 2, 3]).buffer, text: async () => "{}",
    plainList: async () => () => page.document.createElement("ol"),
    companion: () => Promise.reject(new Error("none")), post: () => Promise.reject(new Error("none")),
  });
  const element = page.find("p");
  element.getClientRects = () => /** @type {any} */ ([]);
  const events = /** @type {[string, any][]} */ ([]);
  for (const type of ["ready", "change", "fixed", "error"]) {
    element.addEventListener(`fix-ladder-${type}`, (event) => events.push([type, /** @type {CustomEvent} */ (event).detail]));
  }
  const { startWidget } = await page.load("embed/widget");
  const widget = startWidget(element);
  return { page, element, widget, mounted, files, events, shown: () => /** @type {ShadowRoot} */ (element.shadowRoot).textContent };
}

/** @param {Mounted[]} mounted */
function lastOf(mounted) {
  const last = mounted.at(-1);
  assert.ok(last, "a widget is mounted");
  return last;
}

const EAGER = "<p ladder=kettle loading=eager></p>";

/** @param {import("node:test").TestContext} t @param {string} [html] */
async function liveWidget(t, html = EAGER) {
  const it = await newWidget(t, html);
  await settled();
  lastOf(it.mounted).options.listener.ready("kettle");
  assert.equal(it.element.dataset.state, "ready");
  return it;
}

test("widget_waits_until_it_is_near_the_viewport", async (t) => {
  const { page, element, mounted, shown } = await newWidget(t, "<p ladder=kettle></p>");
  await settled();
  assert.equal(mounted.length, 0);
  assert.equal(element.dataset.state, "loading");
  assert.match(String(shown()), /^Loading/);
  page.observers.find((it) => it.observed.includes(element))?.tell([{ isIntersecting: true }]);
  await settled();
  assert.equal(mounted.length, 1);
});

test("widget_that_waits_loads_when_it_is_set_to_eager", async (t) => {
  const { element, widget, mounted } = await newWidget(t, "<p ladder=kettle></p>");
  element.setAttribute("loading", "eager");
  widget.changed("loading");
  await settled();
  assert.equal(mounted.length, 1);
});

test("widget_is_seen_once_it_is_ready_and_the_page_is_told", async (t) => {
  const { page, element, mounted, events } = await newWidget(t, "<p ladder=kettle loading=eager lang=de heading-level=4></p>");
  await settled();
  const { root, options } = lastOf(mounted);
  assert.ok(!root.isConnected, "not before");
  assert.deepEqual([options.messages, options.headingLevel, options.namespace, Array.from(options.ladder || [])], [undefined, 4, "", [1, 2, 3]]);
  options.listener.ready("kettle");
  assert.equal(root.getRootNode(), element.shadowRoot);
  assert.equal(element.dataset.state, "ready");
  options.listener.change("kettle", undefined, "undo");
  options.listener.change("kettle", "one", "tick");
  options.listener.fixed("kettle", "one", 7);
  assert.deepEqual(events, [
    ["ready", { ladder: "kettle" }],
    ["change", { ladder: "kettle", rung: null, kind: "undo" }],
    ["change", { ladder: "kettle", rung: "one", kind: "tick" }],
    ["fixed", { ladder: "kettle", rung: "one", minutes: 7 }],
  ]);
  assert.equal(page.document.querySelectorAll("p").length, 1);
});

test("widget_takes_several_attributes_in_one_update", async (t) => {
  const { element, widget, mounted } = await liveWidget(t);
  element.setAttribute("lang", "fr");
  element.setAttribute("heading-level", "3");
  widget.changed("lang");
  widget.changed("heading-level");
  await settled();
  const [update, ...others] = lastOf(mounted).updates;
  assert.deepEqual([update?.messages, update?.headingLevel, update?.ladder], [undefined, 3, undefined]);
  assert.equal(others.length, 0);
});

test("widget_of_another_ladder_takes_the_mount_root_that_has_been_left", async (t) => {
  const { element, widget, mounted, files } = await liveWidget(t);
  const first = lastOf(mounted);
  files.documents["https://blog.example/a.json"] = '{"id":"mine"}';
  // The document reader answers with bytes.
  const memory = new WebAssembly.Memory({ initial: 1 });
  const exports = { memory, roomFor: () => 0, readDocument: () => 1, answerAt: () => 0, answerLength: () => 2 };
  t.mock.method(WebAssembly, "instantiate", async () => ({ exports }));
  element.setAttribute("src", "/a.json");
  widget.changed("src");
  await settled();
  assert.equal(first.n_rests, 1);
  assert.equal(mounted.length, 1, "no second root");
  assert.deepEqual(first.updates.map((it) => it.ladder?.length), [2]);
  assert.deepEqual(files.fetched, ["https://blog.example/a.json"]);
});

test("widget_that_has_crashed_comes_back_in_an_instance_of_its_own_and_nobody_is_told", async (t) => {
  const { element, widget, mounted, files, events } = await liveWidget(t);
  const first = lastOf(mounted);
  files.fault = new Error("unreachable");
  widget.changed("lang");
  await settled();
  assert.equal(files.n_instances, 2);
  assert.equal(first.root.getRootNode(), element.shadowRoot, "the old one stands until the new one is ready");
  const second = lastOf(mounted);
  assert.notEqual(second, first);
  second.options.listener.ready("kettle");
  assert.ok(!first.root.isConnected && second.root.isConnected);
  assert.deepEqual(events, [["ready", { ladder: "kettle" }]]);
});

test("widget_what_a_crashed_widget_still_tells_is_ignored", async (t) => {
  const { widget, mounted, files, events } = await liveWidget(t);
  files.fault = new Error("unreachable");
  widget.changed("lang");
  await settled();
  const [first] = mounted;
  first?.options.listener.change("kettle", "one", "tick");
  assert.deepEqual(events.map(([type]) => type), ["ready"]);
});

test("widget_that_crashes_twice_has_failed_and_shows_its_list", async (t) => {
  const { element, widget, files, events, shown } = await liveWidget(t);
  for (let n = 0; n < 2; n += 1) {
    files.fault = new Error("unreachable");
    widget.changed("lang");
    await settled();
  }
  assert.equal(element.dataset.state, "failed");
  assert.match(String(shown()), /^failedCrash list\./);
  assert.ok(element.shadowRoot?.querySelector("ol"));
  assert.deepEqual(events.at(-1), ["error", { message: "unreachable", errors: ["unreachable"] }]);
});

test("widget_without_its_module_has_failed_until_the_reader_tries_again", async (t) => {
  const { element, mounted, files, events, shown } = await newWidget(t, EAGER, offline);
  await settled();
  assert.equal(element.dataset.state, "failed");
  assert.match(String(shown()), /^failedNetwork list\./);
  files.isOffline = false;
  element.shadowRoot?.querySelector("[data-action=retry]")?.dispatchEvent(new Event("click"));
  assert.equal(element.dataset.state, "loading");
  await settled();
  lastOf(mounted).options.listener.ready("kettle");
  assert.equal(element.dataset.state, "ready");
  assert.deepEqual(events.map(([type]) => type), ["error", "ready"]);
});

/** @param {Files} files */
function offline(files) {
  files.isOffline = true;
}

test("widget_a_fallback_goes_before_the_list", async (t) => {
  const { element, shown } = await newWidget(t, "<p ladder=kettle loading=eager>Ask me.</p>", offline);
  await settled();
  assert.equal(element.dataset.state, "failed");
  assert.match(String(shown()), /own\./);
  assert.equal(element.shadowRoot?.querySelector("ol"), null);
  assert.ok(element.shadowRoot?.querySelector("slot"));
});

test("widget_that_names_no_ladder_shows_the_fallback_and_tells_its_author", async (t) => {
  const { element, events, shown } = await newWidget(t, "<p loading=eager>Ask me.</p>");
  await settled();
  assert.equal(element.dataset.state, "failed");
  assert.equal(shown(), "");
  assert.equal(events[0]?.[0], "error");
});

test("widget_a_document_that_is_not_there_leaves_no_list", async (t) => {
  const { element, files, events, shown } = await newWidget(t, "<p src=/gone.json loading=eager></p>");
  await settled();
  assert.equal(element.dataset.state, "failed");
  assert.match(String(shown()), /^failedNetwork nothing\./);
  assert.deepEqual(files.fetched, ["https://blog.example/gone.json"]);
  assert.match(events[0]?.[1].message, /answered 404/);
});

test("widget_a_document_that_came_after_this_script_is_told_as_newer", async (t) => {
  const memory = new WebAssembly.Memory({ initial: 1 });
  new Uint8Array(memory.buffer).set(new TextEncoder().encode('["format"]'));
  const exports = { memory, roomFor: () => 100, readDocument: () => 0, answerAt: () => 0, answerLength: () => 10 };
  t.mock.method(WebAssembly, "instantiate", async () => ({ exports }));
  const { shown } = await newWidget(t, "<p src=/a.json loading=eager></p>", (files) => {
    files.documents["https://blog.example/a.json"] = '{"format":2}';
  });
  await settled();
  assert.match(String(shown()), /^failedNewer nothing\./);
});

test("widget_that_is_stopped_while_it_loads_is_never_mounted", async (t) => {
  const it = await newWidget(t, EAGER);
  it.widget.stop();
  await settled();
  assert.equal(it.mounted.length, 0);
  assert.deepEqual(it.events, []);
});

test("widget_that_is_stopped_leaves_its_mount_root_and_tells_nothing_more", async (t) => {
  const { element, widget, mounted, events } = await liveWidget(t);
  const { root, options } = lastOf(mounted);
  widget.stop();
  assert.equal(lastOf(mounted).n_rests, 1);
  assert.ok(!root.isConnected);
  options.listener.change("kettle", "one", "tick");
  element.setAttribute("lang", "fr");
  widget.changed("lang");
  await settled();
  assert.equal(lastOf(mounted).updates.length, 0);
  assert.deepEqual(events.map(([type]) => type), ["ready"]);
});

test("widget_a_document_that_is_superseded_is_not_taken_for_the_one_named_now", async (t) => {
  const it = await newWidget(t, "<p src=/slow.json loading=eager></p>");
  it.element.removeAttribute("src");
  it.element.setAttribute("ladder", "kettle");
  it.widget.changed("src");
  await settled();
  assert.equal(it.mounted.length, 1);
  assert.deepEqual(Array.from(lastOf(it.mounted).options.ladder || []), [1, 2, 3]);
  assert.deepEqual(it.events, [], "and its failure is nobody's");
});
