// Updates of the standalone page: which version is offered, and what happens when it is taken.
// Knows registrations and workers as browsers have them, nothing of what a worker caches.

import assert from "node:assert/strict";
import { test } from "node:test";
import { provide, settled } from "./harness/dom.js";
import { standalonePage } from "./harness/standalone.js";

/** A registration of which the test knows the workers. */
function fakeRegistration() {
  const worker = () => {
    const it = Object.assign(new EventTarget(), {
      state: "installed",
      messages: /** @type {unknown[]} */ ([]),
      answers: true,
      /** @param {unknown} message @param {MessagePort[]} [ports] */
      postMessage(message, [port] = []) {
        it.messages.push(message);
        if (port && it.answers) port.postMessage("1");
      },
      /** @param {string} state */
      become(state) {
        it.state = state;
        it.dispatchEvent(new Event("statechange"));
      },
    });
    return it;
  };
  const registration = Object.assign(new EventTarget(), {
    active: /** @type {object | null} */ ({}),
    waiting: /** @type {ReturnType<typeof worker> | null} */ (null),
    installing: /** @type {ReturnType<typeof worker> | null} */ (null),
    n_updates: 0,
    async update() {
      registration.n_updates += 1;
    },
  });
  return { worker, registration };
}

/** A page with such a registration, and channels whose answers come at once. */
async function registered() {
  const page = standalonePage();
  const { worker, registration } = fakeRegistration();
  const register = async () => registration;
  provide("navigator", { serviceWorker: { register } });
  provide("MessageChannel", class {
    port1 = { onmessage: () => {} };
    port2 = { postMessage: () => this.port1.onmessage() };
  });
  const reload = { n: 0 };
  provide("location", { protocol: "https:", href: "https://blog.example/", reload: () => (reload.n += 1) });
  const { registerWorker } = await page.load("page/updates");
  return { page, worker, registration, reload, registerWorker };
}

test("updates_a_version_that_waits_is_offered_once_it_answers", async () => {
  const { page, worker, registration, registerWorker } = await registered();
  const silent = Object.assign(worker(), { answers: false });
  registration.waiting = silent;
  await registerWorker();
  assert.deepEqual(page.toasts(), [], "what does not answer is no version of ours");
  silent.answers = true;
  silent.postMessage = (_message, [port] = []) => {
    registration.waiting = null;
    port?.postMessage("1");
  };
  page.look(false);
  await settled();
  assert.deepEqual(page.toasts(), [], "what does not wait any more is not offered");
  registration.waiting = worker();
  page.look(false);
  await settled();
  assert.equal(registration.n_updates, 2);
  assert.deepEqual(page.toasts(), ["new-version"]);
});

test("updates_the_very_first_version_is_not_offered", async () => {
  const { page, worker, registration, registerWorker } = await registered();
  registration.active = null;
  registration.waiting = worker();
  await registerWorker();
  assert.deepEqual(page.toasts(), []);
});

test("updates_one_that_is_being_installed_is_offered_when_it_waits", async () => {
  const { page, worker, registration, registerWorker } = await registered();
  await registerWorker();
  const installing = worker();
  registration.installing = installing;
  registration.dispatchEvent(new Event("updatefound"));
  registration.waiting = installing;
  installing.become("installed");
  assert.deepEqual(page.toasts(), ["new-version"]);
});

test("updates_a_version_that_is_taken_is_activated_and_the_page_loaded_anew", async () => {
  const { page, worker, registration, reload, registerWorker } = await registered();
  const [older, newer] = [worker(), worker()];
  registration.waiting = older;
  await registerWorker();
  page.find("[data-action=take-version]").click();
  assert.deepEqual(older.messages, ["are you a version", "take-over"]);
  registration.waiting = newer;
  older.become("redundant");
  assert.deepEqual(newer.messages, ["take-over"], "a newer one has come in between");
  assert.equal(reload.n, 0);
  newer.become("activated");
  assert.equal(reload.n, 1);
});

test("updates_a_page_from_a_folder_registers_no_worker", async (t) => {
  const { page, registerWorker } = await registered();
  const register = t.mock.fn(async () => fakeRegistration().registration);
  provide("navigator", { serviceWorker: { register } });
  provide("location", { protocol: "file:" });
  await registerWorker();
  provide("location", { protocol: "https:" });
  provide("PAGE", { root: null });
  await registerWorker();
  assert.equal(register.mock.callCount(), 0);
  assert.deepEqual(page.toasts(), []);
});
