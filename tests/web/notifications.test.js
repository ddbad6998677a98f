// Notifications of the standalone page when a wait has ended.
// Knows the hooks by which the page sees waits, with a clock of its own; nothing of the ladder.

import assert from "node:assert/strict";
import { test } from "node:test";
import { newPage, provide, settled } from "./harness/dom.js";

const HTML = `<fix-ladder></fix-ladder>
  <details class=page-aids hidden><summary></summary><button data-aid=remind hidden></button></details><div class=page-offers></div>`;
const START = 1_800_000_000_000;
const MINUTE = 60_000;

/**
 * A page with a ladder whose waits the test sets, in a browser that answers as it is told.
 * @param {import("node:test").TestContext} t
 * @param {"granted" | "denied"} answer
 */
async function newLadder(t, answer) {
  const page = newPage(HTML);
  t.mock.timers.enable({ apis: ["setTimeout", "Date"], now: START });
  const messages = Object.fromEntries(["reminding", "remindRefused", "waitOver", "waitOverMore", "dismiss"].map((it) => [it, it]));
  provide("PAGE", { messages });
  const notes = /** @type {string[]} */ ([]);
  const browser = { isHidden: true, isWorkerBroken: false };
  Object.defineProperty(page.document, "hidden", { configurable: true, get: () => browser.isHidden });
  class Notification extends EventTarget {
    static permission = "default";
    static requestPermission = async () => (Notification.permission = answer);

    /** @param {string} title @param {{ tag: string }} options */
    constructor(title, options) {
      super();
      notes.push(`${title} ${options.tag}`);
    }
  }
  provide("self", { Notification });
  provide("Notification", Notification);
  provide("navigator", {});
  const ladder = page.find("fix-ladder");
  const root = ladder.attachShadow({ mode: "open" });
  const { offerNotifications } = await page.load("page/notifications");
  offerNotifications(ladder);

  return {
    page,
    notes,
    browser,
    toasts: () => Array.from(page.document.querySelectorAll("[data-offer]"), (it) => it.getAttribute("data-offer")),
    isOn: () => page.find("[data-aid=remind]").getAttribute("aria-pressed") === "true",
    press: async () => {
      page.find("[data-aid=remind]").click();
      await settled();
    },
    /** @param {string} html of the rungs */
    show(html) {
      root.innerHTML = html;
      ladder.dispatchEvent(new Event("fix-ladder-change"));
      t.mock.timers.tick(0);
    },
    /** @param {number} milliseconds */
    pass: async (milliseconds) => {
      t.mock.timers.tick(milliseconds);
      await settled();
    },
  };
}

/** @param {number} minutes until its end @param {string} [id] */
const waiting = (minutes, id = "one") =>
  `<li data-rung=${id} data-state=waiting><div role=timer data-deadline=${START + minutes * MINUTE}></div></li>`;

test("notification_comes_when_a_wait_has_ended_and_not_before", async (t) => {
  const { press, show, pass, notes, isOn, toasts } = await newLadder(t, "granted");
  await press();
  assert.ok(isOn());
  assert.deepEqual(toasts(), ["reminding"]);
  show(waiting(15) + waiting(20, "two"));
  await pass(15 * MINUTE - 1);
  assert.deepEqual(notes, []);
  await pass(1);
  assert.deepEqual(notes, [`waitOver fix-ladder ${START + 15 * MINUTE}`]);
  await pass(5 * MINUTE);
  assert.equal(notes.length, 2);
});

test("notification_of_a_wait_of_hours_comes_at_its_end", async (t) => {
  const { press, show, pass, notes } = await newLadder(t, "granted");
  await press();
  show(waiting(150));
  for (let hours = 0; hours < 2; hours += 1) await pass(60 * MINUTE);
  assert.deepEqual(notes, [], "woken on the way, since longer timers are not trusted");
  await pass(30 * MINUTE);
  assert.equal(notes.length, 1);
});

test("notification_is_for_those_who_do_not_see_the_page", async (t) => {
  const { page, press, show, pass, notes, browser } = await newLadder(t, "granted");
  Object.assign(page.document, { hasFocus: () => true });
  browser.isHidden = false;
  await press();
  show(waiting(1));
  await pass(MINUTE);
  assert.deepEqual(notes, []);
});

test("notification_of_a_wait_that_was_taken_back_does_not_come", async (t) => {
  const { press, show, pass, notes } = await newLadder(t, "granted");
  await press();
  show(waiting(1));
  show("<li data-rung=one data-state=open></li>");
  await pass(MINUTE);
  assert.deepEqual(notes, []);
});

test("notification_of_a_rung_that_is_folded_comes_all_the_same", async (t) => {
  const { press, show, pass, notes } = await newLadder(t, "granted");
  await press();
  show(waiting(1));
  show("<li data-rung=one data-state=waiting></li>");
  await pass(MINUTE);
  assert.equal(notes.length, 1);
});

test("notification_is_not_wanted_before_it_is_asked_for_nor_after_it_is_turned_off", async (t) => {
  const { press, show, pass, notes, isOn } = await newLadder(t, "granted");
  show(waiting(1));
  await pass(MINUTE);
  await press();
  show(waiting(2));
  await press();
  assert.ok(!isOn());
  await pass(MINUTE);
  assert.deepEqual(notes, []);
  assert.equal(localStorage.getItem("fix-ladder/app/remind"), "no");
});

test("notification_that_another_tab_has_turned_off_does_not_come", async (t) => {
  const { press, show, pass, notes } = await newLadder(t, "granted");
  await press();
  show(waiting(1));
  localStorage.setItem("fix-ladder/app/remind", "no");
  await pass(MINUTE);
  assert.deepEqual(notes, []);
});

test("notification_that_the_reader_refuses_is_told_as_refused", async (t) => {
  const { press, show, pass, notes, toasts, isOn } = await newLadder(t, "denied");
  await press();
  assert.deepEqual([toasts(), isOn()], [["remind-refused"], false]);
  show(waiting(1));
  await pass(MINUTE);
  assert.deepEqual(notes, []);
});

test("notification_comes_from_the_worker_where_there_is_one_and_its_refusal_turns_them_off", async (t) => {
  const { press, show, pass, notes, toasts, isOn } = await newLadder(t, "granted");
  const shown = t.mock.fn(async (/** @type {string} */ _title, /** @type {object} */ _options) => {});
  provide("navigator", { serviceWorker: { getRegistration: async () => ({ active: {}, showNotification: shown }) } });
  await press();
  show(waiting(1) + waiting(2, "two"));
  await pass(MINUTE);
  assert.deepEqual(shown.mock.calls[0]?.arguments[1], { body: "waitOverMore", tag: `fix-ladder ${START + MINUTE}`, data: "https://blog.example/posts/one.html" });
  assert.deepEqual(notes, []);
  shown.mock.mockImplementation(() => Promise.reject(new Error("taken back")));
  await pass(MINUTE);
  assert.deepEqual([toasts(), isOn()], [["remind-refused"], false]);
});
