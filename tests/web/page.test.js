// The scripts of the standalone page: toasts, settings, the wake lock, which ladder is shown.
// Knows the hooks of the page, nothing of its ladder.

import assert from "node:assert/strict";
import { test } from "node:test";
import { provide, settled } from "./harness/dom.js";
import { standalonePage } from "./harness/standalone.js";

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
