// The companion's scripts: the address, the facts of cases, the module's border, panels.
// Knows them with a fake module and a fake widget, nothing of what the real ones answer.

import assert from "node:assert/strict";
import { test } from "node:test";
import { newPage, provide } from "./harness/dom.js";

/** Every message by its own key. */
const WORDS = new Proxy({}, { get: (_, key) => `${String(key)} {n}{name}` });

/**
 * A widget that knows these facts, and notes what it is given.
 * @param {[string, string][]} facts
 */
function fakeWidget(facts) {
  const page = newPage("<p></p>", { panels: WORDS });
  const element = page.find("p");
  const taken = /** @type {string[]} */ ([]);
  const shown = { case: "default" };
  const around = /** @type {any} */ ({
    element,
    climb: () => ({ ladder: "kettle", case: shown.case }),
    handle: {
      facts: (/** @type {(lines: string) => void} */ then) => then(facts.map((it) => `${it.join("\t")}\n`).join("")),
      take: (/** @type {string} */ lines) => taken.push(lines),
    },
    switchCase: (/** @type {string} */ id) => (shown.case = id),
  });
  return { page, around, taken, shown };
}

test("companion_other_parts_of_the_fragment_are_the_pages", async () => {
  const page = newPage();
  const { carriedToken, forgetToken, shareableAddress } = await page.load("companion/address");
  provide("location", page.window.location);
  provide("history", page.window.history);
  page.window.location.hash = "#one&fix-ladder=abc&two";
  assert.equal(carriedToken(), "abc");
  assert.equal(shareableAddress(), "https://blog.example/posts/one.html#one&two");
  forgetToken("other");
  assert.equal(carriedToken(), "abc", "what has come meanwhile stays");
  forgetToken("abc");
  assert.equal(page.window.location.hash, "#one&two");
  page.window.location.hash = "#fix-ladder=abc";
  assert.equal(shareableAddress(), "https://blog.example/posts/one.html");
});

test("companion_the_name_of_a_case_is_later_than_what_it_replaces", async () => {
  const { page, around, taken } = fakeWidget([]);
  const { nameCase } = await page.load("companion/facts");
  const key = "fix-ladder/1/kettle/ipad1234/case";
  const ahead = Date.now() + 1e9;
  localStorage.setItem(key, `{"v":1,"t":${ahead},"is":{"case":{"name":"a","removed":false}}}`);
  assert.equal(nameCase(around, "ipad1234", 'Mum’s "iPad"', true), true);
  assert.deepEqual(JSON.parse(localStorage.getItem(key) || ""), { v: 1, t: ahead + 1, is: { case: { name: 'Mum’s "iPad"', removed: true } } });
  assert.deepEqual(taken, [], "it is not the one that is shown");
  nameCase(around, "default", "Mine", false);
  assert.equal(taken.length, 1, "the one that is shown hears of it");
});

test("companion_what_is_not_stored_keeps_the_climb_on_the_page", async () => {
  const { page, around } = fakeWidget([["step:a", "1"], ["step:b", "2"]]);
  const { isKept, entriesOf } = await page.load("companion/facts");
  localStorage.setItem("fix-ladder/1/kettle/default/step:a", "1");
  localStorage.setItem("fix-ladder/1/kettle/other/step:c", "3");
  localStorage.setItem("fix-ladder/1/kettle@x/default/step:d", "4");
  assert.equal(await isKept(around), false);
  assert.deepEqual(await entriesOf(around), [["other/step:c", "3"], ["default/step:a", "1"], ["default/step:b", "2"]]);
  localStorage.setItem("fix-ladder/1/kettle/default/step:b", "2");
  assert.equal(await isKept(around), true);
});

test("companion_a_widget_that_does_not_hear_yet_is_asked_again", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { page, around } = fakeWidget([["step:a", "1"]]);
  const { factsOf } = await page.load("companion/facts");
  const real = around.handle.facts;
  around.handle.facts = () => {};
  const told = factsOf(around);
  around.handle.facts = real;
  t.mock.timers.tick(50);
  assert.deepEqual(await told, [["step:a", "1"]]);
});

test("companion_cases_have_ids_of_eight_letters", async () => {
  const { newCase } = await newPage().load("companion/facts");
  const ids = new Set(Array.from({ length: 50 }, newCase));
  assert.equal(ids.size, 50);
  for (const id of ids) assert.match(id, /^[a-z0-9]{8}$/);
});

test("companion_the_module_is_asked_by_json_and_formats_by_the_script", async (t) => {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const said = /** @type {unknown[]} */ ([]);
  let length = 0;
  const instantiate = t.mock.method(WebAssembly, "instantiate", async (/** @type {unknown} */ _, /** @type {any} */ imports) => /** @type {any} */ ({
    exports: {
      memory,
      ladderRoom: () => 0,
      setLadder: () => 1,
      roomFor: (/** @type {number} */ room) => ((length = room), 64),
      answer() {
        said.push(JSON.parse(new TextDecoder().decode(new Uint8Array(memory.buffer, 64, length))));
        length = imports.env.format(2, 12480, 512, 200);
        new Uint8Array(memory.buffer).set(new TextEncoder().encode('{"n":"'), 506);
        new Uint8Array(memory.buffer).set(new TextEncoder().encode('"}'), 512 + length);
      },
      answerAt: () => 506,
      answerLength: () => length + 8,
    },
  }));
  const { startCompanion } = await newPage().load("companion/module");
  const ask = await startCompanion(/** @type {any} */ ("module"), new Uint8Array([1]), /** @type {any} */ ({ messages: { lang: "en" }, companion: "en" }));
  assert.deepEqual(ask({ do: "report" }), { n: "12,480" });
  assert.equal(instantiate.mock.callCount(), 1);
  const [{ now, ...request }] = /** @type {[any]} */ (said);
  assert.deepEqual(request, { messages: "en", do: "report" });
  assert.ok(Math.abs(now - Date.now()) < 60000);
});

test("climb_key_a_tab_stays_with_what_it_shows_once_it_has_begun", async () => {
  const page = newPage();
  provide("sessionStorage", page.window.sessionStorage);
  const { shownClimb, showClimb } = await page.load("embed/climb-key");
  localStorage.setItem("fix-ladder/case/kettle", "ipad1234");
  assert.equal(shownClimb("kettle").case, "ipad1234", "what was shown last");
  assert.equal(sessionStorage.length, 0, "nothing is noted for who has only looked");
  localStorage.setItem("fix-ladder/case/kettle", "other567");
  assert.equal(shownClimb("kettle").case, "ipad1234", "whatever other tabs show");
  localStorage.setItem("fix-ladder/1/kettle/ipad1234/step:a", "1");
  shownClimb("kettle");
  assert.equal(sessionStorage.getItem("fix-ladder/case/kettle"), "ipad1234");
  showClimb({ ladder: "kettle", case: "third123" });
  assert.deepEqual([sessionStorage, localStorage].map((it) => it.getItem("fix-ladder/case/kettle")), ["third123", "third123"]);
  assert.equal(shownClimb("kettle").case, "third123");
});
