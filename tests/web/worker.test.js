// The service worker of the standalone page: what it caches, answers and deletes.
// Knows caches and requests as browsers have them, nothing of what the page is.

import assert from "node:assert/strict";
import { test } from "node:test";
import { newPage, provide, settled } from "./harness/dom.js";

const SCOPE = "https://a.example/fix/";
const PREFIX = `fix-ladder-app ${SCOPE} `;

/** @typedef {{ waitUntil(work: Promise<unknown>): void } & Record<string, any>} WorkerEvent */

/**
 * A worker, with the server and the caches that it sees.
 * @param {"service-worker" | "service-worker-off"} name
 */
async function newWorker(name) {
  const page = newPage();
  const listeners = /** @type {Record<string, (event: WorkerEvent) => void>} */ ({});
  const caches = /** @type {Map<string, Map<string, Response>>} */ (new Map());
  const world = {
    caches,
    fetched: /** @type {[string, unknown][]} */ ([]),
    broken: "",
    opened: /** @type {string[]} */ ([]),
    done: /** @type {string[]} */ ([]),
    clients: /** @type {{ url: string, focus(): void }[]} */ ([]),
  };
  provide("self", {
    registration: { scope: SCOPE, unregister: async () => world.done.push("unregistered") },
    clients: { matchAll: async () => world.clients, openWindow: async (/** @type {string} */ url) => world.opened.push(url) },
    skipWaiting: async () => world.done.push("skipped waiting"),
    addEventListener: (/** @type {string} */ type, /** @type {any} */ listener) => (listeners[type] = listener),
  });
  provide("BUILD", {
    version: "2",
    files: { "./": { type: "text/html", integrity: "sha256-a" }, "ladders/lamp.json": { type: "application/json", integrity: "sha256-b" } },
    ladders: ["lamp"],
  });
  provide("caches", {
    keys: async () => Array.from(caches.keys()),
    delete: async (/** @type {string} */ key) => caches.delete(key),
    open: async (/** @type {string} */ key) => {
      const cache = caches.get(key) || new Map();
      caches.set(key, cache);
      return { put: async (/** @type {string} */ url, /** @type {Response} */ response) => cache.set(url, response) };
    },
    match: async (/** @type {string} */ url, /** @type {{ cacheName: string }} */ { cacheName }) => caches.get(cacheName)?.get(url)?.clone(),
  });
  provide("fetch", async (/** @type {string | Request} */ request, /** @type {unknown} */ options) => {
    const url = typeof request === "string" ? request : request.url;
    world.fetched.push([url, options]);
    return new Response(`of the server: ${url}`, { status: url === world.broken ? 500 : 200 });
  });
  if (name === "service-worker") (await page.load("worker/service-worker")).listen();
  else (await page.load("worker/service-worker-off")).end();

  /** @param {string} type @param {object} [more] */
  const send = async (type, more) => {
    const work = /** @type {Promise<unknown>[]} */ ([]);
    listeners[type]?.({ waitUntil: (it) => work.push(it), ...more });
    await Promise.all(work);
  };
  /** @param {string} url @param {RequestInit} [options] */
  const request = async (url, options) => {
    const answers = /** @type {Promise<Response>[]} */ ([]);
    await send("fetch", { request: new Request(url, options), respondWith: (/** @type {Promise<Response>} */ it) => answers.push(it) });
    return answers[0] || null;
  };
  return { ...world, world, send, request };
}

test("worker_caches_every_file_checked_by_its_hash", async () => {
  const { caches, fetched, send } = await newWorker("service-worker");
  await send("install");
  assert.deepEqual(fetched, [
    [SCOPE, { cache: "no-cache", integrity: "sha256-a" }],
    [`${SCOPE}ladders/lamp.json`, { cache: "no-cache", integrity: "sha256-b" }],
  ]);
  const cache = caches.get(`${PREFIX}2`);
  assert.deepEqual(Array.from(cache?.keys() || []), [SCOPE, `${SCOPE}ladders/lamp.json`]);
  assert.equal(cache?.get(SCOPE)?.headers.get("Content-Type"), "text/html");
});

test("worker_caches_nothing_where_one_file_fails", async () => {
  const { caches, world, send } = await newWorker("service-worker");
  world.broken = `${SCOPE}ladders/lamp.json`;
  await assert.rejects(send("install"), /ladders\/lamp\.json: the server answered 500/);
  assert.equal(caches.size, 0);
});

test("worker_deletes_the_versions_before_and_no_cache_of_others", async () => {
  const { caches, send } = await newWorker("service-worker");
  for (const name of [`${PREFIX}1`, `${PREFIX}2`, "fix-ladder-app https://a.example/ 1", "photos"]) caches.set(name, new Map());
  await send("activate");
  assert.deepEqual(Array.from(caches.keys()), [`${PREFIX}2`, "fix-ladder-app https://a.example/ 1", "photos"]);
});

test("worker_answers_from_the_cache_for_the_page_under_each_of_its_names", async () => {
  const { fetched, send, request } = await newWorker("service-worker");
  await send("install");
  const n_before = fetched.length;
  for (const url of [SCOPE, `${SCOPE}?ladder=lamp`, `${SCOPE}index.html`, `${SCOPE}#top`]) {
    assert.equal(await (await request(url))?.text(), `of the server: ${SCOPE}`, url);
  }
  assert.equal(fetched.length, n_before);
});

test("worker_leads_the_address_of_a_ladder_to_the_page", async () => {
  const { request } = await newWorker("service-worker");
  for (const url of [`${SCOPE}lamp`, `${SCOPE}lamp/`, `${SCOPE}lamp/index.html`]) {
    const response = await request(url);
    assert.equal(response?.headers.get("Location"), `${SCOPE}?ladder=lamp`, url);
  }
});

test("worker_leaves_everything_else_to_the_browser", async () => {
  const { send, request } = await newWorker("service-worker");
  await send("install");
  for (const url of [`${SCOPE}other.html`, "https://a.example/", `${SCOPE}toString`, `${SCOPE}lamp/deeper`]) {
    assert.equal(await request(url), null, url);
  }
  assert.equal(await request(SCOPE, { method: "POST" }), null);
  assert.equal(await request(SCOPE, { headers: { Range: "bytes=0-9" } }), null);
});

test("worker_whose_cache_is_gone_asks_the_server_and_fills_it_again", async () => {
  const { caches, request } = await newWorker("service-worker");
  const response = await request(SCOPE);
  assert.equal(await response?.text(), `of the server: ${SCOPE}`);
  await settled();
  assert.equal(caches.get(`${PREFIX}2`)?.size, 2);
});

test("worker_says_its_version_and_takes_over_only_when_it_is_told", async (t) => {
  const { done, send } = await newWorker("service-worker");
  const port = { postMessage: t.mock.fn() };
  await send("install");
  await send("message", { data: "are you a version", ports: [port] });
  assert.deepEqual(port.postMessage.mock.calls.map((it) => it.arguments), [["2"]]);
  assert.deepEqual(done, []);
  await send("message", { data: "take-over", ports: [] });
  assert.deepEqual(done, ["skipped waiting"]);
});

test("worker_a_notification_leads_to_its_page_which_is_opened_where_it_is_closed", async (t) => {
  const { world, opened, send } = await newWorker("service-worker");
  const notification = { data: `${SCOPE}?ladder=lamp`, close: t.mock.fn() };
  await send("notificationclick", { notification });
  assert.deepEqual(opened, [`${SCOPE}?ladder=lamp`]);
  const focus = t.mock.fn();
  world.clients.push({ url: SCOPE, focus: t.mock.fn() }, { url: `${SCOPE}?ladder=lamp`, focus });
  await send("notificationclick", { notification });
  assert.equal(focus.mock.callCount(), 1);
  assert.equal(opened.length, 1);
  assert.equal(notification.close.mock.callCount(), 2);
});

test("worker_off_deletes_every_version_and_itself_without_waiting", async () => {
  const { caches, done, send } = await newWorker("service-worker-off");
  for (const name of [`${PREFIX}1`, `${PREFIX}2`, "photos"]) caches.set(name, new Map());
  await send("install");
  await send("activate");
  assert.deepEqual(done, ["skipped waiting", "unregistered"]);
  assert.deepEqual(Array.from(caches.keys()), ["photos"]);
});
