// What the widgets of a page share: modules, the built-in ladder, documents, the time limits of requests.
// Knows the loader's exports with fake assets, nothing of elements.

import assert from "node:assert/strict";
import { test } from "node:test";
import { newPage, provide, settled } from "./harness/dom.js";

/** A loader over assets that count what is asked of them. */
async function fakeLoader() {
  const loader = await newPage().load("embed/loader");
  const asked = /** @type {unknown[]} */ ([]);
  const assets = {
    /** @type {() => Promise<any>} */
    answer: () => Promise.resolve("compiled"),
    compile: (/** @type {ModuleAsset} */ asset) => {
      asked.push(asset.address);
      return assets.answer();
    },
    builtIn: async (/** @type {Promise<unknown>} */ module) => {
      asked.push("built-in");
      await module;
      return new ArrayBuffer(3);
    },
    text: () => Promise.reject(new Error("no text")),
    plainList: () => Promise.reject(new Error("no list")),
    companion: () => Promise.reject(new Error("no companion")),
    post: () => Promise.reject(new Error("no reader of posts")),
  };
  loader.loadFrom(assets);
  return { loader, assets, asked };
}

test("loader_a_module_is_compiled_once_for_all", async () => {
  const { loader, asked } = await fakeLoader();
  const [one, other] = [loader.loadModule("module"), loader.loadModule("module")];
  assert.equal(one, other);
  await one;
  await loader.loadModule("module");
  await loader.loadModule("documents");
  assert.deepEqual(asked, ["fix-ladder.wasm", "fix-ladder.document.wasm"]);
});

test("loader_after_a_failure_a_module_is_asked_for_again", async () => {
  const { loader, assets, asked } = await fakeLoader();
  assets.answer = () => Promise.reject(new Error("offline"));
  await assert.rejects(loader.loadModule("module"));
  assets.answer = () => Promise.resolve("compiled");
  assert.equal(await loader.loadModule("module"), "compiled");
  assert.equal(asked.length, 2);
});

test("loader_the_built_in_ladder_is_taken_once_and_from_the_module_that_is_loaded_anyway", async () => {
  const { loader, asked } = await fakeLoader();
  assert.equal((await loader.loadBuiltIn()).byteLength, 3);
  await loader.loadBuiltIn();
  await loader.loadModule("module");
  assert.deepEqual(asked, ["fix-ladder.wasm", "built-in"]);
});

/**
 * A document reader in place of the module's: takes a text, and answers with the one given.
 * @param {import("node:test").TestContext} t
 * @param {string} answer
 * @param {boolean} isLadder
 */
function fakeReader(t, answer, isLadder) {
  const bytes = new TextEncoder().encode(answer);
  const memory = new WebAssembly.Memory({ initial: 1 });
  const read = /** @type {string[]} */ ([]);
  let size = 0;
  const exports = {
    memory,
    roomFor: (/** @type {number} */ length) => {
      size = length;
      return 64;
    },
    readDocument: () => {
      read.push(new TextDecoder().decode(new Uint8Array(memory.buffer, 64, size)));
      new Uint8Array(memory.buffer).set(bytes, 512);
      return isLadder ? 1 : 0;
    },
    answerAt: () => 512,
    answerLength: () => bytes.length,
  };
  const instantiate = t.mock.method(WebAssembly, "instantiate", async () => /** @type {any} */ ({ exports }));
  return { read, memory, instances: () => instantiate.mock.callCount() };
}

test("loader_a_document_is_encoded_by_the_module_that_reads_documents", async (t) => {
  const { loader, asked } = await fakeLoader();
  const reader = fakeReader(t, "encoded", true);
  const encoded = /** @type {Uint8Array} */ (await loader.encode("{“ü”}"));
  assert.deepEqual(reader.read, ["{“ü”}"]);
  new Uint8Array(reader.memory.buffer).fill(0);
  assert.equal(new TextDecoder().decode(encoded), "encoded", "a copy, since the memory is used again");
  assert.deepEqual(asked, ["fix-ladder.document.wasm"]);
});

test("loader_documents_that_are_read_together_share_a_reader_and_nobody_keeps_its_memory", async (t) => {
  const { loader, asked } = await fakeLoader();
  const reader = fakeReader(t, "encoded", true);
  await Promise.all([loader.encode("one"), loader.encode("two")]);
  assert.equal(reader.instances(), 1);
  await loader.encode("three");
  assert.equal(reader.instances(), 2);
  assert.equal(asked.length, 1, "compiled once all the same");
});

test("loader_what_is_wrong_with_a_document_is_told_whole", async (t) => {
  const { loader } = await fakeLoader();
  fakeReader(t, '["no title","no rungs"]', false);
  await assert.rejects(loader.encode("{}"), { key: "failedDocument", message: "no title", errors: ["no title", "no rungs"] });
});

test("request_what_comes_in_time_is_handed_on_and_leaves_no_timer", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { withTimeout } = await newPage().load("embed/request");
  const signals = /** @type {AbortSignal[]} */ ([]);
  assert.equal(await withTimeout("a.json", async (signal) => (signals.push(signal), 7)), 7);
  t.mock.timers.tick(100000);
  assert.deepEqual(signals.map((it) => it.aborted), [false]);
});

/** @param {AbortSignal} signal */
const never = (signal) => new Promise((_, fail) => signal.addEventListener("abort", () => fail(new Error("aborted"))));

test("request_that_is_late_fails_and_each_late_one_gives_the_next_twice_the_time", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { withTimeout } = await newPage().load("embed/request");
  for (const seconds of [10, 20, 40, 80, 80]) {
    const late = withTimeout("a.json", never);
    let hasEnded = false;
    late.catch(() => (hasEnded = true));
    t.mock.timers.tick(seconds * 1000 - 1);
    await settled();
    assert.equal(hasEnded, false, `${seconds} s are not over`);
    t.mock.timers.tick(1);
    await assert.rejects(late, { key: "failedNetwork", message: `a.json did not come within ${seconds} s` });
  }
});

test("request_that_is_superseded_is_aborted", async () => {
  const { withTimeout } = await newPage().load("embed/request");
  const superseded = new AbortController();
  const request = withTimeout("a.json", never, superseded.signal);
  superseded.abort();
  await assert.rejects(request, { key: "failedNetwork", message: "a.json could not be loaded: aborted" });
});

test("request_a_failure_of_its_own_words_stays_what_it_is", async () => {
  const page = newPage();
  const { withTimeout } = await page.load("embed/request");
  const { loadFrom, loadModule } = await page.load("embed/loader");
  const refused = () => Promise.reject(new TypeError("a"));
  loadFrom({ compile: refused, builtIn: refused, text: refused, plainList: refused, companion: refused, post: refused });
  await assert.rejects(withTimeout("a.wasm", () => loadModule("module")), { key: "failedNetwork", message: "a.wasm could not be loaded: a" });
});

test("request_a_document_that_the_server_does_not_have_fails_as_the_network", async () => {
  const { fetchDocument } = await newPage().load("embed/request");
  const fetched = /** @type {unknown[]} */ ([]);
  provide("fetch", async (/** @type {unknown[]} */ ...how) => {
    fetched.push(how[0]);
    return { ok: false, status: 404 };
  });
  const { signal } = new AbortController();
  await assert.rejects(fetchDocument("https://a.example/", signal), { message: "https://a.example/ could not be loaded: the server answered 404. Upload the file, or correct src or base" });
  provide("fetch", async () => ({ ok: true, text: async () => "{}" }));
  assert.equal(await fetchDocument("https://a.example/", signal), "{}");
  assert.deepEqual(fetched, ["https://a.example/"]);
});
