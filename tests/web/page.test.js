// The scripts of the standalone page: toasts, settings, updates, notifications, the wake lock, which ladder is shown.
// Knows the hooks of the page, nothing of its ladder.

import assert from "node:assert/strict";
import { test } from "node:test";
import { newPage, provide, settled } from "./harness/page.js";

const HTML = `<fix-ladder ladder=kettle>Own.</fix-ladder><button id=elsewhere></button>
  <details class=page-aids hidden><summary></summary><button data-aid=awake hidden></button><button data-aid=remind hidden></button></details>
  <div class=page-offers></div>`;

/** Every message by its own key. */
const WORDS = Object.fromEntries(
  ["awakeRefused", "reminding", "remindRefused", "waitOver", "waitOverMore", "newVersion", "takeVersion", "later", "installHint", "dismiss"].map((it) => [it, it]),
);

/** @param {object} [build] what the page is told, where it matters */
function standalonePage(build = {}) {
  const page = newPage(HTML);
  provide("PAGE", { root: "./", ladders: { kettle: "The kettle", lamp: "The lamp" }, words: WORDS, ...build });
  const state = { isHidden: false };
  Object.defineProperty(page.document, "hidden", { configurable: true, get: () => state.isHidden });
  const look = (/** @type {boolean} */ isHidden) => {
    state.isHidden = isHidden;
    page.document.dispatchEvent(new Event("visibilitychange"));
  };
  const toasts = () => Array.from(page.document.querySelectorAll("[data-offer]"), (it) => it.getAttribute("data-offer"));
  return { ...page, look, toasts };
}

test("toasts_one_of_a_name_is_shown_once_and_its_buttons_do_what_they_say", async (t) => {
  const page = standalonePage();
  const { showToast } = await page.load("page/toasts");
  const press = t.mock.fn();
  showToast("a", "Words", [["go", "Go", press]]);
  showToast("a", "Other words");
  showToast("b", "More", [], "Later");
  assert.deepEqual(Array.from(page.find(".page-offers").children, (it) => it.textContent), ["WordsGodismiss", "MoreLater"]);
  page.find("[data-action=go]").click();
  assert.equal(press.mock.callCount(), 1);
  page.find("[data-offer=a] [data-action=dismiss]").click();
  assert.deepEqual(page.toasts(), ["b"]);
});

test("toasts_give_the_focus_back_to_who_goes_by_the_keyboard", async () => {
  const page = standalonePage();
  const { showToast, hideToast, keepFocusVisible } = await page.load("page/toasts");
  keepFocusVisible(page.document);
  page.find("#elsewhere").focus();
  showToast("a", "Words");
  page.find("[data-action=dismiss]").focus();
  // This DOM knows no `:focus-visible`.
  page.find("[data-offer=a]").querySelector = () => page.find("[data-action=dismiss]");
  hideToast("a");
  assert.equal(page.document.activeElement, page.find("#elsewhere"));
});

test("toasts_do_not_cover_what_takes_the_focus", async (t) => {
  const page = standalonePage();
  const scrolled = t.mock.fn();
  provide("scrollBy", scrolled);
  const { showToast, keepFocusVisible } = await page.load("page/toasts");
  const target = page.find("#elsewhere");
  Object.assign(target, { matches: () => true });
  target.getBoundingClientRect = () => /** @type {DOMRect} */ ({ bottom: 560 });
  page.find(".page-offers").getBoundingClientRect = () => /** @type {DOMRect} */ ({ top: 540 });
  keepFocusVisible(page.document);
  target.focus();
  page.frame();
  assert.equal(scrolled.mock.callCount(), 0, "there is none");
  showToast("a", "Words");
  target.blur();
  target.focus();
  page.frame();
  assert.deepEqual(scrolled.mock.calls.map((it) => it.arguments), [[0, 28]]);
});

test("settings_are_there_where_one_of_them_can_do_something", async () => {
  const page = standalonePage();
  const { addSwitch } = await page.load("page/settings");
  assert.ok(page.find(".page-aids").hidden);
  const show = addSwitch("awake", () => {});
  assert.ok(!page.find(".page-aids").hidden && !page.find("[data-aid=awake]").hidden);
  assert.ok(page.find("[data-aid=remind]").hidden);
  show(true);
  assert.equal(page.find("[data-aid=awake]").getAttribute("aria-pressed"), "true");
});

test("settings_close_when_the_reader_goes_on", async () => {
  const page = standalonePage();
  const { closeSettingsOutside } = await page.load("page/settings");
  closeSettingsOutside();
  const settings = /** @type {HTMLDetailsElement} */ (page.find(".page-aids"));
  const key = (/** @type {string} */ name) => settings.dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true }));
  settings.open = true;
  page.find("[data-aid=awake]").dispatchEvent(new Event("click", { bubbles: true }));
  key("Enter");
  assert.equal(settings.open, true);
  key("Escape");
  assert.equal(settings.open, false);
  settings.open = true;
  page.find("#elsewhere").click();
  assert.equal(settings.open, false);
});

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
  registration.waiting = worker();
  page.look(false);
  await settled();
  assert.equal(registration.n_updates, 1);
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

/** A page whose browser has wake locks that the test gives and takes. */
async function withWakeLock() {
  const page = standalonePage();
  const locks = /** @type {(EventTarget & { isReleased: boolean, release(): Promise<void> })[]} */ ([]);
  const state = { isRefused: false };
  const request = async () => {
    if (state.isRefused) throw new Error("low battery");
    const lock = Object.assign(new EventTarget(), {
      isReleased: false,
      async release() {
        lock.isReleased = true;
        lock.dispatchEvent(new Event("release"));
      },
    });
    locks.push(lock);
    return lock;
  };
  provide("navigator", { wakeLock: { request } });
  const { offerWakeLock } = await page.load("page/wake-lock");
  offerWakeLock();
  const button = page.find("[data-aid=awake]");
  const press = async () => {
    button.click();
    await settled();
  };
  return { page, locks, state, press, isOn: () => button.getAttribute("aria-pressed") === "true" };
}

test("wake_lock_is_held_while_it_is_wanted_and_the_page_is_seen", async () => {
  const { page, locks, press, isOn } = await withWakeLock();
  await press();
  assert.ok(isOn());
  page.look(true);
  await locks[0]?.release();
  assert.deepEqual(page.toasts(), [], "browsers release it when the page is left");
  page.look(false);
  await settled();
  assert.equal(locks.length, 2);
  await press();
  assert.ok(!isOn());
  assert.deepEqual(locks.map((it) => it.isReleased), [true, true]);
});

test("wake_lock_that_the_system_takes_back_or_refuses_is_told", async () => {
  const { page, locks, state, press, isOn } = await withWakeLock();
  await press();
  await locks[0]?.release();
  assert.deepEqual([page.toasts(), isOn()], [["awake-refused"], false]);
  state.isRefused = true;
  await press();
  assert.deepEqual([page.toasts(), isOn()], [["awake-refused"], false]);
});

test("wake_lock_that_comes_after_the_reader_has_changed_their_mind_is_released", async () => {
  const { page, locks, isOn } = await withWakeLock();
  const button = page.find("[data-aid=awake]");
  button.click();
  button.click();
  await settled();
  assert.deepEqual(locks.map((it) => it.isReleased), [true]);
  assert.ok(!isOn());
});

/** @param {string} address @param {object} [build] */
async function started(address, build) {
  const page = standalonePage(build);
  provide("location", { search: new URL(address).search, protocol: "file:", href: address });
  provide("navigator", {});
  const { startPage } = await page.load("page/main");
  startPage();
  return page;
}

test("page_shows_the_ladder_that_the_address_names_where_it_has_it", async () => {
  const page = await started("https://a.example/?ladder=lamp");
  assert.equal(page.find("fix-ladder").getAttribute("ladder"), "lamp");
  assert.equal(page.find("fix-ladder").textContent, "", "the fallback was another ladder's");
  assert.equal(page.document.title, "The lamp");
});

test("page_shows_its_own_ladder_where_the_address_names_another", async () => {
  for (const id of ["kettle", "steam", "toString", "__proto__", ""]) {
    const page = await started(`https://a.example/?ladder=${id}`);
    assert.equal(page.find("fix-ladder").getAttribute("ladder"), "kettle", id);
    assert.equal(page.find("fix-ladder").textContent, "Own.", id);
  }
});
